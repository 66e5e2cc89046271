// The modules that the baselines are written with. Engine-internal (sees torch).
#pragma once

#include <torch/torch.h>

namespace ganvas::plain {

namespace nn = torch::nn;

constexpr std::int64_t kBatch = 64;

inline nn::ConvTranspose2d up(std::int64_t in, std::int64_t out, bool bias) {
  return nn::ConvTranspose2d(nn::ConvTranspose2dOptions(in, out, 4).stride(2).padding(1).bias(bias));
}
inline nn::Conv2d down(std::int64_t in, std::int64_t out, bool bias) { return nn::Conv2d(nn::Conv2dOptions(in, out, 4).stride(2).padding(1).bias(bias)); }
inline nn::Linear linear(std::int64_t in, std::int64_t out, bool bias) { return nn::Linear(nn::LinearOptions(in, out).bias(bias)); }
inline nn::ReLU relu() { return nn::ReLU(nn::ReLUOptions(true)); }
inline nn::LeakyReLU leaky() { return nn::LeakyReLU(nn::LeakyReLUOptions().negative_slope(0.2).inplace(true)); }
inline nn::Unflatten pictures(std::int64_t channels, std::int64_t side) {
  return nn::Unflatten(nn::UnflattenOptions(1, std::vector<std::int64_t>{channels, side, side}));
}
inline std::shared_ptr<torch::optim::Adam> adam(std::vector<torch::Tensor> parameters, double rate = 2e-4) {
  return std::make_shared<torch::optim::Adam>(std::move(parameters), torch::optim::AdamOptions(rate).betas({0.5, 0.999}));
}

}  // namespace ganvas::plain
