// How good and how varied: precision and recall (Kynkäänniemi et al. 2019, arXiv:1904.06991), density and coverage (Naeem et al. 2020,
// arXiv:2002.09797), on the features of Ganvas's own network. Engine-internal (sees torch).
#pragma once

#include "engine/metrics/metric.hpp"

namespace ganvas {

/// precision, recall, density, coverage.
std::vector<MetricSpec> manifoldMetrics();

/// Each sample's ball reaches to its k-th nearest neighbour among its own kind. `real` [n,d], `generated` [m,d], float.
struct Manifolds {
  double precision = 0;   ///< share of generated samples within the ball of some real one (eq. 1 and 2, k = 3)
  double recall = 0;      ///< share of real samples within the ball of some generated one
  double density = 0;     ///< real balls that a generated sample lies in, divided by k (eq. 5, k = 5); 1 where they agree, may be more
  double coverage = 0;    ///< share of real samples whose ball holds a generated one (eq. 6, k = 5)
};
Manifolds compareManifolds(const torch::Tensor& real, const torch::Tensor& generated);

}  // namespace ganvas
