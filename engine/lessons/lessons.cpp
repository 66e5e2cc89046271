#include "engine/lessons/lessons.hpp"

namespace ganvas {

LessonList listLessons() { return {}; }

}  // namespace ganvas
