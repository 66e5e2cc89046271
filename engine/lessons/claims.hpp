// What a lesson says happens, so that a machine can look whether it does. Pure values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/api/schema.hpp"

namespace ganvas {

/// A scene of the lesson that is run to the end, without a window.
struct ClaimRun {
  std::string scene;
  Values values;                 ///< set over the scene's
  std::int64_t steps = 0;        ///< in all
  struct Part {                  ///< goes on from where it stands with other live values
    Values values;
    std::int64_t steps = 0;      ///< in all, counted from the beginning
  };
  std::vector<Part> then;
};

/// One number of a run: a curve by its tag (of a game: "distance", "x", "y", "value") at the end or over the run; "diverged" is 1 or 0,
/// and "field/gap" and others say what is known of points in the plane at the end.
struct ClaimReading {
  std::string run, read, at = "end";   ///< at: "start", "end", "min", "max", "mean" or "late" (the mean of the last tenth)
  std::int64_t from = 0;               ///< looks at steps from here on only
};

struct Claim {
  std::string says;              ///< in words, for the report
  ClaimReading left;
  std::string is;                ///< "<", "<=", ">", ">=", "="
  double value = 0;              ///< on the right, where there is no other reading there
  std::optional<ClaimReading> right;
  double times = 1, plus = 0;    ///< the right-hand reading is multiplied by the one, and the other is added
  double within = 0;             ///< for "="
  bool isShort = false;          ///< quick enough for the short form
};

}  // namespace ganvas
