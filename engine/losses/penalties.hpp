// Penalties on the slope of the discriminator. They go back through D's own gradient, so everything in D is differentiable twice.
// Pure functions; any engine thread. Engine-internal (sees torch).
#pragma once

#include <torch/torch.h>

namespace ganvas {

/// Mean over the M inputs that D judged of |∇ of its logits to it|². `logits` [M,…] came from `pictures` [N,…], which require gradients;
/// an input is a picture, or N/M neighbouring ones as a pack.
/// Half of it times γ is R1 on real pictures, R2 on generated ones (Mescheder et al. 2018, arXiv:1801.04406, eq. 9 and 10).
torch::Tensor squaredSlope(const torch::Tensor& logits, const torch::Tensor& pictures);

/// Mean over the inputs of (|∇| - 1)² (Gulrajani et al. 2017, arXiv:1704.00028, eq. 3). `pictures` lie between real and generated ones.
torch::Tensor slopeAwayFromOne(const torch::Tensor& logits, const torch::Tensor& pictures);

/// On the straight line between real and generated pictures, at `share` [N] of the way to the real one; ready to be judged.
torch::Tensor between(const torch::Tensor& real, const torch::Tensor& fake, const torch::Tensor& share);

}  // namespace ganvas
