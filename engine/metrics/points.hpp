// How generated points compare with the exact density that they should have. Engine-internal (sees torch).
#pragma once

#include <vector>

#include "engine/metrics/metric.hpp"

namespace ganvas {

std::vector<MetricSpec> pointMetrics();

}  // namespace ganvas
