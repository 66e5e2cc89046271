// What the judged networks themselves say of real pictures, held against the labels. Engine-internal (sees torch).
#pragma once

#include "engine/metrics/metric.hpp"

namespace ganvas {

/// code_error (InfoGAN's first category read as a classifier), test_error (a semi-supervised discriminator's).
std::vector<MetricSpec> ownAnswerMetrics();

/// counts [kinds,classes] int64 -> for each kind the class that it stands for, at most one kind a class, so that the most samples agree
/// (Kuhn 1955; the Hungarian method in O(n³)). -1 where there are more kinds than classes.
std::vector<std::int64_t> bestAssignment(const torch::Tensor& counts);

}  // namespace ganvas
