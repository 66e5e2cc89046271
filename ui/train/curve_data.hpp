// One curve's points, all of them, with what is needed to draw a million of them at once: a pyramid of extremes over the raw and
// over the smoothed values. No Qt widgets, no QCustomPlot. GUI thread.
#pragma once

#include <QVector>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "engine/api/family.hpp"
#include "engine/api/session.hpp"

namespace ganvas::ui {

/// Where in a range the smallest and the largest value lie, and whether a value in it cannot be drawn.
struct Extremes {
  std::size_t lowest = 0, highest = 0;
  bool any = false;    ///< there is a value that can be drawn
  bool gap = false;    ///< there is one that cannot (NaN, infinite, ≤ 0 on a logarithmic axis)
};

/// Answers range queries in O(log n): blocks of 8, 64, 512, … values. Grows with its values; rebuilt in one pass.
class ExtremesPyramid {
 public:
  /// `values` has grown at its end (or is shorter than before: then say rebuild()).
  void extend(const std::vector<double>& values);
  void rebuild(const std::vector<double>& values, bool positiveOnly);
  Extremes query(const std::vector<double>& values, std::size_t begin, std::size_t end) const;
  bool positiveOnly() const { return positiveOnly_; }

 private:
  static constexpr std::size_t kFan = 8;
  Extremes of(double value, std::size_t index) const;
  static void merge(Extremes& into, const Extremes& other, const std::vector<double>& values);

  std::vector<std::vector<Extremes>> levels_;   // level k: whole blocks of kFan^(k+1) values
  std::size_t size_ = 0;
  bool positiveOnly_ = false;
};

/// How a horizontal axis maps steps to pixels.
struct Window {
  double lower = 0, upper = 1;   ///< steps
  int pixels = 1;
  bool logarithmic = false;
};

class Curve {
 public:
  explicit Curve(SeriesInfo info) : info_(std::move(info)) {}

  const SeriesInfo& info() const { return info_; }
  void setInfo(SeriesInfo info) { info_ = std::move(info); }
  const std::vector<double>& steps() const { return steps_; }
  const std::vector<double>& values() const { return values_; }
  const std::vector<double>& smoothed() const { return smoothed_; }
  bool empty() const { return steps_.empty(); }
  double lastStep() const { return steps_.empty() ? 0 : steps_.back(); }

  /// A step at or before the last one means that the run went back: what was there from that step on is dropped.
  void append(double step, double value);
  void setData(std::vector<double> steps, std::vector<double> values);
  void dropAfter(double step);
  /// Puts earlier points before those that are there; of the given ones those that are not earlier are left out.
  void prepend(const std::vector<double>& steps, const std::vector<double>& values);
  /// Weight of the past, 0 … <1: s_t = w·s_(t-1) + (1-w)·x_t, divided by 1-w^t so that the start is not pulled to 0
  /// (Kingma and Ba 2015, section 3). Values that are not finite are passed over.
  /// Few points that were each measured with care are left as they are: an average would only hide them.
  void setSmoothing(double weight);
  /// Values ≤ 0 become gaps (logarithmic y axis).
  void setPositiveOnly(bool on);

  /// Index of the newest point at or before a step; nothing where the curve has not begun.
  std::optional<std::size_t> indexAt(double step) const;
  /// Lowest and highest drawable value within [lower, upper] of raw or smoothed values.
  std::optional<std::pair<double, double>> range(double lower, double upper, bool smoothed) const;
  /// At most about two points for each pixel that look like all of them: each pixel column's extremes, in order.
  /// Gaps are points with a NaN value. Columns lie on a fixed grid, so that nothing shimmers while panning.
  void sample(const Window& window, bool smoothed, QVector<double>& x, QVector<double>& y) const;

 private:
  void smoothOne(double value);
  void resmooth();

  SeriesInfo info_;
  std::vector<double> steps_, values_, smoothed_;
  ExtremesPyramid rawPyramid_, smoothPyramid_;
  double weight_ = 0;
  double average_ = 0, weightPower_ = 1;   // of the running average: its value and w^t
};

}  // namespace ganvas::ui
