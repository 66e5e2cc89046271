// What the feature network's classes say of generated pictures. Engine-internal (sees torch).
#pragma once

#include "engine/metrics/metric.hpp"

namespace ganvas {

/// classifier_confidence, classifier_score, class_agreement.
std::vector<MetricSpec> classifiedMetrics();

/// exp(E KL(p(y|x) | p(y))) of class probabilities [n,K] (Salimans et al. 2016, 4): the inception score's form, with another network.
double classifierScore(const torch::Tensor& probabilities);

}  // namespace ganvas
