// Curves of a run as an SVG picture, for reports and for runs without a window. Pure; any thread.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/api/family.hpp"
#include "engine/api/session.hpp"
#include "engine/core/storage.hpp"

namespace ganvas {

struct CurvesStyle {
  std::string title;     ///< heading above all plots, or empty
  int width = 960;       ///< px of the whole picture
  int plotHeight = 280;  ///< px of one plot; there is one for each SeriesInfo::group
  bool logarithmicX = false;
  /// Weight of the past in an exponential average, 0 … 0.999; the raw line stays faint behind. Curves of fewer than 50 points are left
  /// as they are.
  double smoothing = 0;
};

/// One plot per group in the order of `series`; scalars of other tags are left out. Groups without a point are left out.
std::string curvesSvg(const std::vector<Scalar>& scalars, const std::vector<SeriesInfo>& series, const CurvesStyle& style = {});
Result<void> writeCurvesSvg(Storage& storage, const std::filesystem::path& path, const std::vector<Scalar>& scalars,
                            const std::vector<SeriesInfo>& series, const CurvesStyle& style = {});

/// 1, 2 or 5 times a power of ten, at most `most` of them, that lie within [low, high].
std::vector<double> niceTicks(double low, double high, int most);

}  // namespace ganvas
