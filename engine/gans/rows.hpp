// Small things that families do with rows of a batch. Pure. Engine-internal (sees torch).
#pragma once

#include "engine/nets/network.hpp"

namespace ganvas {

/// [N,C,…] -> [N/pack,pack·C,…]: neighbours become one sample (Lin et al. 2018).
inline torch::Tensor packed(const torch::Tensor& samples, std::int64_t pack) {
  if (pack == 1) return samples;
  auto shape = samples.sizes().vec();
  shape[0] /= pack, shape[1] *= pack;
  return samples.reshape(shape);
}

/// [count] int64: first, first+1, … modulo kinds.
inline torch::Tensor goRound(std::int64_t first, std::int64_t count, std::int64_t kinds, const torch::Tensor& like) {
  return torch::arange(first, first + count, torch::TensorOptions().dtype(torch::kInt64).device(like.device())).remainder(kinds);
}

/// What the first linear layer makes of [n,…]; labels, where a layer before it takes them, are those of the first class.
inline torch::Tensor throughFirstLinear(Network& network, const torch::Tensor& inputs) {
  for (const auto& layer : network.describe())
    if (layer.kind == LayerKind::linear) return network.forwardTo(inputs, layer.name, goRound(0, inputs.size(0), 1, inputs));
  return {};
}

/// While it lives a network uses running statistics instead of those of the batch that happens to be asked for, and no gradient is kept.
class Evaluating {
 public:
  explicit Evaluating(Network& network) : network_(network), wasTraining_(network.is_training()) { network_.eval(); }
  Evaluating(const Evaluating&) = delete;
  Evaluating& operator=(const Evaluating&) = delete;
  ~Evaluating() { network_.train(wasTraining_); }

 private:
  torch::NoGradGuard guard_;
  Network& network_;
  bool wasTraining_;
};

}  // namespace ganvas
