// How the numbers of one parameter are walked: positions of its slider, steps of its box. Pure; any thread.
#pragma once

#include <optional>

#include "engine/api/schema.hpp"

namespace ganvas::ui {

/// Only parameters with both bounds have one, and only where a slider can be aimed: not for a seed out of 2^63.
class SliderScale {
 public:
  static std::optional<SliderScale> of(const Parameter& parameter);

  int positions() const { return positions_; }          ///< 0 … positions() are valid
  /// A round number near the position: steps of 1, 2 or 5 on a linear scale, 2 digits or a power of two on a logarithmic one.
  double valueAt(int position) const;
  int positionOf(double value) const;

 private:
  bool integer_ = false, logarithmic_ = false;
  double minimum_ = 0, maximum_ = 1;
  double lowest_ = 0;   // of a logarithmic scale: the smallest number above zero; zero itself has position 0
  double step_ = 1;     // of a linear one
  int positions_ = 100;
};

/// `value` moved by a number of steps that suit its size and the parameter's bounds; stays within them.
double stepped(const Parameter& parameter, double value, int steps);
/// The same for whole numbers, exact beyond 2^53.
std::int64_t stepped(const Parameter& parameter, std::int64_t value, int steps);

}  // namespace ganvas::ui
