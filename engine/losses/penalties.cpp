#include "engine/losses/penalties.hpp"

namespace ganvas {
namespace {

/// [M]: |∇|² of each of the M inputs that D judged: a picture, or a pack of neighbouring ones. Of several answers to one, of their mean.
torch::Tensor squaredSlopes(const torch::Tensor& logits, const torch::Tensor& pictures) {
  const auto gradient = torch::autograd::grad({logits.reshape({logits.size(0), -1}).mean(1).sum()}, {pictures}, {}, /*retain_graph=*/true, /*create_graph=*/true)[0];
  return gradient.reshape({logits.size(0), -1}).square().sum(1);
}

}  // namespace

torch::Tensor squaredSlope(const torch::Tensor& logits, const torch::Tensor& pictures) { return squaredSlopes(logits, pictures).mean(); }

torch::Tensor slopeAwayFromOne(const torch::Tensor& logits, const torch::Tensor& pictures) {
  return ((squaredSlopes(logits, pictures) + 1e-12).sqrt() - 1).square().mean();  // the slope of a root at zero is infinite
}

torch::Tensor between(const torch::Tensor& real, const torch::Tensor& fake, const torch::Tensor& share) {
  std::vector<std::int64_t> shape(static_cast<std::size_t>(real.dim()), 1);
  shape[0] = -1;
  return torch::lerp(fake.detach(), real.detach(), share.view(shape)).requires_grad_(true);
}

}  // namespace ganvas
