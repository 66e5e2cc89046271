// Runs a scene to its end and keeps its curves. Engine-internal; waits.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/api/engine.hpp"
#include "engine/lessons/claims.hpp"

namespace ganvas {

/// Steps and numbers by tag.
using Curves = std::map<std::string, std::vector<std::pair<std::int64_t, double>>>;

struct ClaimResult {
  Curves curves;             ///< "diverged" among them: 1 where the run could not go on, else 0
  std::uint64_t seed = 0;
};

/// With the scene's own seed plus `other`. `go` is told how far it is and ends the run by false.
Result<ClaimResult> runClaim(Engine& engine, const LessonScene& scene, const ClaimRun& run, int other, const std::function<bool(double)>& go);

}  // namespace ganvas
