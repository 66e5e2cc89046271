// Looks whether what a lesson says happens: opens its scenes and runs its claims on an engine, without a window. Takes as long as the runs do.
#pragma once

#include <functional>

#include "engine/api/engine.hpp"
#include "engine/lessons/lessons.hpp"

namespace ganvas {

struct CheckOptions {
  int others = 0;            ///< seeds beside the one that is shipped
  bool isShort = false;      ///< only claims that are quick
  /// Told what is being run; false ends the check.
  std::function<bool(const std::string& what, double fraction)> progress;
};

/// One claim with one seed.
struct ClaimTrial {
  std::uint64_t seed = 0;
  double left = 0, right = 0;
  bool holds = false;
};

struct ClaimOutcome {
  std::string says;
  std::vector<ClaimTrial> trials;   ///< the shipped seed first
  /// With the shipped seed, and with at least four of five others.
  bool holds() const;
};

struct LessonCheck {
  std::vector<ClaimOutcome> outcomes;
  std::vector<Sentence> problems;   ///< a scene or button that cannot be opened, a reading that a run does not have
  std::vector<Sentence> notes;      ///< what was not looked at, since its data are not here
  bool holds() const;
};

Result<LessonCheck> checkLesson(Engine& engine, const Lesson& lesson, const CheckOptions& options);

/// All that would keep a scene or a button from working; runs nothing.
void lookAtScenes(const Engine& engine, const LessonInfo& lesson, LessonCheck& found);

}  // namespace ganvas
