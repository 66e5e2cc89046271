// How many of the data's classes the generator draws at all: mode collapse as a number. Engine-internal (sees torch).
#pragma once

#include "engine/metrics/metric.hpp"

namespace ganvas {

MetricSpec classesPresentMetric();

/// Classes that get at least a tenth of an even share of `labels` (int64 [n]).
std::int64_t classesPresent(const torch::Tensor& labels, std::int64_t classes);

}  // namespace ganvas
