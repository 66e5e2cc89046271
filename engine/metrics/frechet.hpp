// Fréchet distance between generated and real pictures, on the features of a network trained on the data set itself. That is not FID,
// whose features come from Inception: numbers compare within one data set only. Engine-internal (sees torch).
#pragma once

#include "engine/metrics/metric.hpp"

namespace ganvas {

MetricSpec frechetMetric();

}  // namespace ganvas
