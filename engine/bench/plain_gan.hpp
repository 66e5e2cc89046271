// The baselines: the families' networks at their default settings, written as LibTorch's tutorials do, with torch::nn modules and
// torch::optim::Adam. They share no code with the families on purpose. One thread. Engine-internal (sees torch).
#pragma once

#include <torch/torch.h>

namespace ganvas {

struct PlainGan {
  torch::nn::Sequential generator, discriminator;
  torch::Tensor real;            ///< one batch [N,C,H,W] in [-1,1], used again and again
  std::int64_t latent = 0;
  double gflopPerRound = 0;      ///< multiplications and additions of convolutions and linear layers, three passes through D, one through G
  std::shared_ptr<torch::optim::Adam> generatorAdam, discriminatorAdam;

  /// One update of D on real and generated pictures and one of G, non-saturating.
  void round();
};

/// 32 x 32 x 1, 64 base channels, batch 64.
PlainGan plainDcgan();
/// 28 x 28 x 1, two hidden layers of 256 and 512, batch 64.
PlainGan plainFullyConnected();

}  // namespace ganvas
