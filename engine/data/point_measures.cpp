#include "engine/data/point_measures.hpp"

#include <cmath>

namespace ganvas {

std::vector<double> histogram(std::span<const float> points, const PlaneGrid& grid) {
  std::vector<double> counts(static_cast<std::size_t>(grid.cells()) + 1, 0);
  for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
    const int cell = grid.cellOf(points[i], points[i + 1]);
    ++counts[cell < 0 ? counts.size() - 1 : static_cast<std::size_t>(cell)];
  }
  return counts;
}

Divergences divergences(const PointTarget& target, std::span<const float> points, const PlaneGrid& grid) {
  constexpr double kAdded = 0.01;
  auto p = target.masses(grid);
  double inside = 0;
  for (const double mass : p) inside += mass;
  p.push_back(std::max(0.0, 1 - inside));
  const auto counts = histogram(points, grid);
  const double n = static_cast<double>(points.size() / 2), cells = static_cast<double>(counts.size());
  const auto part = [](double a, double b) { return a > 0 ? a * std::log(a / b) : 0; };
  Divergences found;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double q = counts[i] / n, middle = (p[i] + q) / 2;
    found.js += (part(p[i], middle) + part(q, middle)) / 2;
    found.kl += part(p[i], (counts[i] + kAdded) / (n + kAdded * cells));
  }
  return found;
}

ModeCount countModes(const PointTarget& target, std::span<const float> points) {
  const auto modes = target.parts.size();
  std::vector<double> nearest(modes, 0);
  std::vector<bool> captured(modes, false);
  const double reach = 9 * target.spread * target.spread, n = static_cast<double>(points.size() / 2);
  double good = 0;
  for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
    const auto [best, least] = target.nearest(points[i], points[i + 1]);
    ++nearest[best];
    if (least > reach) continue;
    ++good;
    captured[best] = true;
  }
  ModeCount count;
  for (std::size_t k = 0; k < modes; ++k) {
    count.captured += captured[k];
    if (nearest[k] > 0) count.reverseKl += nearest[k] / n * std::log(nearest[k] / n * static_cast<double>(modes));
  }
  count.quality = good / n;
  return count;
}

}  // namespace ganvas
