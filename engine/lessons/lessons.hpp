// Lessons as they lie in resources/lessons and in the person's own folder. Free functions without state: any thread.
#pragma once

#include "engine/api/lesson.hpp"

namespace ganvas {

/// All lessons: those that came with Ganvas, and the person's (configFolder()/lessons), each in its order.
LessonList listLessons();

}  // namespace ganvas
