#include "ui/train/curve_data.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ganvas::ui {
namespace {

constexpr double kGap = std::numeric_limits<double>::quiet_NaN();

}  // namespace

Extremes ExtremesPyramid::of(double value, std::size_t index) const {
  const bool drawable = std::isfinite(value) && (!positiveOnly_ || value > 0);
  return {index, index, drawable, !drawable};
}

void ExtremesPyramid::merge(Extremes& into, const Extremes& other, const std::vector<double>& values) {
  into.gap = into.gap || other.gap;
  if (!other.any) return;
  if (!into.any || values[other.lowest] < values[into.lowest]) into.lowest = other.lowest;
  if (!into.any || values[other.highest] > values[into.highest]) into.highest = other.highest;
  into.any = true;
}

void ExtremesPyramid::extend(const std::vector<double>& values) {
  size_ = values.size();
  std::size_t below = size_, block = 1;   // entries of the level below, values in each
  for (std::size_t level = 0; below >= kFan; ++level, block *= kFan, below /= kFan) {
    if (level == levels_.size()) levels_.emplace_back();
    auto& entries = levels_[level];
    for (std::size_t i = entries.size(); i < below / kFan; ++i) {
      Extremes merged;
      for (std::size_t child = i * kFan; child < (i + 1) * kFan; ++child) {
        merge(merged, level == 0 ? of(values[child], child) : levels_[level - 1][child], values);
      }
      entries.push_back(merged);
    }
  }
}

void ExtremesPyramid::rebuild(const std::vector<double>& values, bool positiveOnly) {
  levels_.clear();
  positiveOnly_ = positiveOnly;
  extend(values);
}

Extremes ExtremesPyramid::query(const std::vector<double>& values, std::size_t begin, std::size_t end) const {
  Extremes result;
  end = std::min(end, size_);
  while (begin < end) {
    // The largest whole block that starts here and ends in time.
    std::size_t block = 1;
    int level = -1;
    while (level + 1 < static_cast<int>(levels_.size()) && begin % (block * kFan) == 0 && begin + block * kFan <= end) {
      block *= kFan;
      ++level;
    }
    merge(result, level < 0 ? of(values[begin], begin) : levels_[level][begin / block], values);
    begin += block;
  }
  return result;
}

void Curve::append(double step, double value) {
  if (!steps_.empty() && step <= steps_.back()) dropAfter(std::nextafter(step, -std::numeric_limits<double>::infinity()));
  steps_.push_back(step);
  values_.push_back(value);
  smoothOne(value);
  rawPyramid_.extend(values_);
  smoothPyramid_.extend(smoothed_);
}

void Curve::setData(std::vector<double> steps, std::vector<double> values) {
  steps_ = std::move(steps);
  values_ = std::move(values);
  values_.resize(steps_.size(), kGap);
  rawPyramid_.rebuild(values_, rawPyramid_.positiveOnly());
  resmooth();
}

void Curve::dropAfter(double step) {
  const auto end = std::upper_bound(steps_.begin(), steps_.end(), step);
  if (end == steps_.end()) return;
  values_.resize(static_cast<std::size_t>(end - steps_.begin()));
  steps_.erase(end, steps_.end());
  rawPyramid_.rebuild(values_, rawPyramid_.positiveOnly());
  resmooth();
}

void Curve::prepend(const std::vector<double>& steps, const std::vector<double>& values) {
  const auto end = steps_.empty() ? steps.end() : std::lower_bound(steps.begin(), steps.end(), steps_.front());
  const auto count = end - steps.begin();
  if (count == 0) return;
  std::vector<double> allSteps(steps.begin(), end), allValues(values.begin(), values.begin() + count);
  allSteps.insert(allSteps.end(), steps_.begin(), steps_.end());
  allValues.insert(allValues.end(), values_.begin(), values_.end());
  setData(std::move(allSteps), std::move(allValues));
}

void Curve::setSmoothing(double weight) {
  weight_ = info_.occasional ? 0 : std::clamp(weight, 0.0, 0.9999);
  resmooth();
}

void Curve::setPositiveOnly(bool on) {
  if (on == rawPyramid_.positiveOnly()) return;
  rawPyramid_.rebuild(values_, on);
  smoothPyramid_.rebuild(smoothed_, on);
}

void Curve::smoothOne(double value) {
  if (!std::isfinite(value)) {
    smoothed_.push_back(kGap);
    return;
  }
  average_ = weight_ * average_ + (1 - weight_) * value;
  weightPower_ *= weight_;
  smoothed_.push_back(average_ / (1 - weightPower_));
}

void Curve::resmooth() {
  smoothed_.clear();
  smoothed_.reserve(values_.size());
  average_ = 0;
  weightPower_ = 1;
  for (const double value : values_) smoothOne(value);
  smoothPyramid_.rebuild(smoothed_, rawPyramid_.positiveOnly());
}

std::optional<std::size_t> Curve::indexAt(double step) const {
  const auto after = std::upper_bound(steps_.begin(), steps_.end(), step);
  if (after == steps_.begin()) return std::nullopt;
  return static_cast<std::size_t>(after - steps_.begin()) - 1;
}

std::optional<std::pair<double, double>> Curve::range(double lower, double upper, bool smoothed) const {
  const auto begin = std::lower_bound(steps_.begin(), steps_.end(), lower) - steps_.begin();
  const auto end = std::upper_bound(steps_.begin(), steps_.end(), upper) - steps_.begin();
  const auto& values = smoothed ? smoothed_ : values_;
  const auto found = (smoothed ? smoothPyramid_ : rawPyramid_).query(values, static_cast<std::size_t>(begin), static_cast<std::size_t>(end));
  if (!found.any) return std::nullopt;
  return std::pair(values[found.lowest], values[found.highest]);
}

void Curve::sample(const Window& window, bool smoothed, QVector<double>& x, QVector<double>& y) const {
  x.clear();
  y.clear();
  const auto& values = smoothed ? smoothed_ : values_;
  const auto& pyramid = smoothed ? smoothPyramid_ : rawPyramid_;
  const double least = window.logarithmic ? std::numeric_limits<double>::min() : -std::numeric_limits<double>::infinity();
  const auto first = std::lower_bound(steps_.begin(), steps_.end(), least) - steps_.begin();
  // One point beyond each edge, so that lines leave the plot instead of stopping short of it.
  auto begin = std::max(first, std::lower_bound(steps_.begin(), steps_.end(), window.lower) - steps_.begin() - 1);
  auto end = std::min<std::ptrdiff_t>(std::upper_bound(steps_.begin(), steps_.end(), window.upper) - steps_.begin() + 1, std::ssize(steps_));
  if (begin >= end) return;

  const auto put = [&](std::size_t i) {
    x.push_back(steps_[i]);
    y.push_back(values[i]);
  };
  if (end - begin <= 2 * std::max(window.pixels, 1)) {
    for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end); ++i) {
      put(i);
      if (!std::isfinite(values[i]) || (pyramid.positiveOnly() && values[i] <= 0)) y.back() = kGap;
    }
    return;
  }
  const auto place = [&](double step) { return window.logarithmic ? std::log(step) : step; };
  const auto stepAt = [&](double position) { return window.logarithmic ? std::exp(position) : position; };
  const double column = (place(window.upper) - place(window.lower)) / std::max(window.pixels, 1);
  for (auto i = begin; i < end;) {
    const double edge = stepAt((std::floor(place(steps_[i]) / column) + 1) * column);
    auto next = std::lower_bound(steps_.begin() + i, steps_.begin() + end, edge) - steps_.begin();
    next = std::max(next, i + 1);   // rounding must not keep us where we are
    const auto found = pyramid.query(values, static_cast<std::size_t>(i), static_cast<std::size_t>(next));
    if (found.any) {
      const auto [a, b] = std::minmax(found.lowest, found.highest);
      put(a);
      if (b != a) put(b);
    }
    if (found.gap) {
      x.push_back(steps_[next - 1]);
      y.push_back(kGap);
    }
    i = next;
  }
}

}  // namespace ganvas::ui
