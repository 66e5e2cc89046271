// What the feature network reads off generated and real pictures, read once and shared by all metrics. Engine-internal (sees torch).
#pragma once

#include "engine/metrics/feature_network.hpp"
#include "engine/metrics/metric.hpp"

namespace ganvas {

/// Rows of pictures as the feature network sees them, on the processor.
struct Readings {
  torch::Tensor features;   ///< [n,kWidth]
  torch::Tensor logits;     ///< [n,answers]: classes, or rotations where the data have no labels
  std::int64_t count() const { return features.size(0); }
  Readings first(std::int64_t n) const { return {features.narrow(0, 0, n), logits.narrow(0, 0, n)}; }
};

/// Real pictures: the reference that generated ones are compared with, and others of their kind that are held out for the floor.
struct RealReadings {
  Readings reference;           ///< up to 10 000 training pictures
  Readings heldOut;             ///< up to the number of samples asked for
  torch::Tensor heldOutLabels;  ///< [n] int64, or undefined
  torch::Tensor referenceRows;  ///< [n] int64: where the reference lies in the training split
};

/// All that most metrics begin with. `samples` 0 stands for `fallback`.
struct Judged {
  std::shared_ptr<const FeatureNetwork> network;
  Readings generated;
  RealReadings real;
  std::int64_t samples = 0;
};
Result<Judged> judge(MetricContext& context, std::int64_t fallback);

/// The same without generated pictures.
Result<Judged> judgeReal(MetricContext& context, std::int64_t fallback);

}  // namespace ganvas
