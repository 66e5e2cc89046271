// The baselines: the families' networks at their default settings, written as LibTorch's tutorials do, with torch::nn modules and
// torch::optim::Adam. They share no code with the families on purpose. One thread. Engine-internal (sees torch).
#pragma once

#include <functional>

#include <torch/torch.h>

namespace ganvas {

struct PlainRound {
  std::function<void()> run;     ///< one update of D on real and generated pictures and one of G; the same real batch again and again
  double gflop = 0;              ///< multiplications and additions of convolutions and linear layers; 0 where nobody counted them
};

/// side x side (32 or 64), 64 base channels, non-saturating.
struct PlainShape {
  std::int64_t side = 32, channels = 1, batch = 64;
};
PlainRound plainDcgan(const PlainShape& shape = {}, torch::Device device = torch::kCPU);
/// 28 x 28 x 1, two hidden layers of 256 and 512, batch 64, non-saturating.
PlainRound plainFullyConnected();
/// Points of the plane, three hidden layers of 128 in each network, batch 256, non-saturating.
PlainRound plainPoints();
/// 28 x 28 x 1, 64 base channels, batch 64, ten classes, projection, hinge.
PlainRound plainConditional();
/// 28 x 28 x 1, 64 base channels, a plain layer of 1024, batch 128, one category of ten kinds and two numbers.
PlainRound plainInfoGan();
/// 28 x 28 x 1, 32 base channels, batch 100, ten classes, feature matching.
PlainRound plainSemiSupervised();
/// DCGAN 32 x 32 x 1, 64 base channels, batch 64, layer norm in D, Wasserstein with gradient penalty.
PlainRound plainWasserstein();

/// Drawings of 64 px to pictures of 3 colours: U-Net of 32 base channels with 8 numbers of noise, D of 32 with patches of 34 px, batch 16,
/// non-saturating and L1.
PlainRound plainTranslation();

}  // namespace ganvas
