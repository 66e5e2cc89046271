// How close points come to a target whose density is known. Pure; any thread. No torch: families use it as well as metrics.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/data/point_target.hpp"

namespace ganvas {

/// Counts of points x, y in the cells of a grid; the last number is of those beside it.
std::vector<double> histogram(std::span<const float> points, const PlaneGrid& grid);

struct Divergences {
  double js = 0;   ///< Jensen-Shannon divergence of the cells' probabilities, in nats, 0 … log 2
  double kl = 0;   ///< KL(p_data ‖ p_g); p_g counts as if a hundredth of a point more lay in every cell, so that it is finite
};
/// Between a target, exactly, and points, by the cells that they fall into: of n points even a perfect sampler scores about cells/(8n).
Divergences divergences(const PointTarget& target, std::span<const float> points, const PlaneGrid& grid);

/// Of a target with modes (PacGAN: Lin et al. 2018, arXiv:1712.04086, 4.1).
struct ModeCount {
  int captured = 0;        ///< modes with a point within three standard deviations
  double quality = 0;      ///< share of points within three standard deviations of a mode
  double reverseKl = 0;    ///< KL between points and target, both as histograms over the nearest mode
};
ModeCount countModes(const PointTarget& target, std::span<const float> points);

}  // namespace ganvas
