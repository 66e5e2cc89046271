// Lessons as they lie in resources/lessons and in the person's own folder. Free functions without state: any thread.
#pragma once

#include <filesystem>

#include "engine/api/lesson.hpp"
#include "engine/api/result.hpp"
#include "engine/lessons/claims.hpp"

namespace ganvas {

struct Lesson {
  LessonInfo info;
  std::map<std::string, ClaimRun> runs;
  std::vector<Claim> claims;
};

/// {"ganvas_lesson": 1, "title", "summary", "minutes", "scenes": {name: …}, "steps": […], "runs": {name: …}, "claims": […]}. Texts are
/// {"en": …, "zh_CN": …} or, in one's own lessons, a plain text; a list of texts is its paragraphs. A key that no lesson has is an error.
Result<Lesson> readLesson(const std::filesystem::path& file);
/// A path where the text has a "/" in it or ends in ".json", else a name.
Result<Lesson> findLesson(const std::string& nameOrFile);
/// All lessons: those that came with Ganvas, then the person's (configFolder()/lessons), each by file name.
LessonList listLessons();

}  // namespace ganvas
