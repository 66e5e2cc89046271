#include "ui/train/parameter_scale.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ganvas::ui {
namespace {

constexpr int kLogPositions = 400;
constexpr double kMostLinearPositions = 10000;
constexpr double kDecadesAboveZero = 6;   // a logarithmic scale that begins at zero shows so many decades below its maximum

/// The largest of 1, 2, 5 times a power of ten that is not above `value`.
double roundStep(double value) {
  const double power = std::pow(10, std::floor(std::log10(value) + 1e-9));
  const double lead = value / power;
  return (lead >= 5 - 1e-9 ? 5 : lead >= 2 - 1e-9 ? 2 : 1) * power;
}

/// To `digits` significant digits, through the decimal text so that 0.3 is the same 0.3 that a person types.
double significant(double value, int digits) {
  if (value == 0) return 0;
  char text[40];
  std::snprintf(text, sizeof text, "%.*e", digits - 1, value);
  return std::strtod(text, nullptr);
}

bool powerOfTwo(std::int64_t value) { return value > 0 && (value & (value - 1)) == 0; }

/// 2e-4 → 3e-4 → … → 9e-4 → 1e-3: one step of the leading digit.
double logStep(double value, bool up) {
  const double exponent = std::floor(std::log10(value) + 1e-9);
  const double power = std::pow(10, exponent);
  const double lead = value / power;
  const double next = up ? std::floor(lead + 1e-6) + 1 : std::ceil(lead - 1e-6) - 1;
  return next < 1 ? significant(0.9 * power, 1) : significant(next * power, 2);
}

double clamped(const Parameter& parameter, double value) {
  if (parameter.minimum) value = std::max(value, *parameter.minimum);
  if (parameter.maximum) value = std::min(value, *parameter.maximum);
  return value;
}

double lowestAboveZero(const Parameter& parameter) {
  if (parameter.minimum && *parameter.minimum > 0) return *parameter.minimum;
  if (parameter.type == ParameterType::integer) return 1;
  return parameter.maximum && *parameter.maximum > 0 ? *parameter.maximum * std::pow(10, -kDecadesAboveZero) : 1e-8;
}

/// Of a box without a logarithmic scale: a hundredth of the range, or a tenth of the value's own size.
double linearStep(const Parameter& parameter, double value) {
  if (parameter.minimum && parameter.maximum) return roundStep((*parameter.maximum - *parameter.minimum) / 100);
  return value == 0 ? 0.1 : std::pow(10, std::floor(std::log10(std::abs(value)) + 1e-9) - 1);
}

}  // namespace

std::optional<SliderScale> SliderScale::of(const Parameter& parameter) {
  const bool number = parameter.type == ParameterType::integer || parameter.type == ParameterType::real;
  if (!number || !parameter.minimum || !parameter.maximum || *parameter.maximum <= *parameter.minimum) return std::nullopt;
  SliderScale scale;
  scale.integer_ = parameter.type == ParameterType::integer;
  scale.minimum_ = *parameter.minimum;
  scale.maximum_ = *parameter.maximum;
  scale.logarithmic_ = parameter.logarithmic && scale.minimum_ >= 0;
  const double span = scale.maximum_ - scale.minimum_;
  if (scale.logarithmic_) {
    scale.lowest_ = lowestAboveZero(parameter);
    scale.positions_ = scale.integer_ ? static_cast<int>(std::min<double>(kLogPositions, span)) : kLogPositions;
    return scale;
  }
  scale.step_ = scale.integer_ ? 1 : roundStep(span / 100);
  if (span / scale.step_ > kMostLinearPositions) return std::nullopt;
  scale.positions_ = static_cast<int>(std::ceil(span / scale.step_ - 1e-9));
  return scale;
}

double SliderScale::valueAt(int position) const {
  if (position <= 0) return minimum_;
  if (position >= positions_) return maximum_;
  if (!logarithmic_) return std::min(significant(minimum_ + position * step_, 12), maximum_);
  const bool fromZero = minimum_ == 0;
  const double share = fromZero ? double(position - 1) / (positions_ - 1) : double(position) / positions_;
  const double exact = lowest_ * std::pow(maximum_ / lowest_, share);
  if (!integer_) return std::clamp(significant(exact, 2), minimum_, maximum_);
  const double nearestPower = std::exp2(std::round(std::log2(exact)));
  const double halfStep = std::log(maximum_ / lowest_) / positions_ * 0.6;
  const double round = std::abs(std::log(exact / nearestPower)) <= halfStep ? nearestPower : std::round(significant(exact, 2));
  return std::clamp(round, minimum_, maximum_);
}

int SliderScale::positionOf(double value) const {
  if (value <= minimum_) return 0;
  if (value >= maximum_) return positions_;
  if (!logarithmic_) return static_cast<int>(std::lround((value - minimum_) / step_));
  const bool fromZero = minimum_ == 0;
  const double share = std::log(std::max(value, lowest_) / lowest_) / std::log(maximum_ / lowest_);
  const int position = static_cast<int>(std::lround(fromZero ? 1 + share * (positions_ - 1) : share * positions_));
  return std::clamp(position, 0, positions_);
}

double stepped(const Parameter& parameter, double value, int steps) {
  for (int i = 0; i < std::abs(steps); ++i) {
    const bool up = steps > 0;
    if (parameter.logarithmic && value >= 0) {
      const double lowest = lowestAboveZero(parameter);
      if (value < lowest) value = up ? lowest : 0;
      else if (!up && value <= lowest * (1 + 1e-9)) value = 0;
      else value = logStep(value, up);
    } else {
      const double step = linearStep(parameter, value);
      value = significant(std::round(value / step) * step + (up ? step : -step), 12);
      if (std::abs(value) < step * 1e-6) value = 0;
    }
    value = clamped(parameter, value);
  }
  return value;
}

std::int64_t stepped(const Parameter& parameter, std::int64_t value, int steps) {
  constexpr auto kLimits = std::numeric_limits<std::int64_t>();
  // A bound of 2^63 does not fit into 64 bits.
  const auto low = parameter.minimum && *parameter.minimum > -0x1p63 ? static_cast<std::int64_t>(*parameter.minimum) : kLimits.min();
  const auto high = parameter.maximum && *parameter.maximum < 0x1p63 ? static_cast<std::int64_t>(*parameter.maximum) : kLimits.max();
  for (int i = 0; i < std::abs(steps); ++i) {
    const bool up = steps > 0;
    if (up ? value >= high : value <= low) break;
    if (parameter.logarithmic && value > 1 && powerOfTwo(value)) value = up ? (value > high / 2 ? high : value * 2) : value / 2;
    else if (parameter.logarithmic && value > 20) value = static_cast<std::int64_t>(std::llround(logStep(double(value), up)));
    else value += up ? 1 : -1;
    value = std::clamp(value, low, high);
  }
  return value;
}

}  // namespace ganvas::ui
