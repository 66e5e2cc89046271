// A chain of fully connected layers with piecewise linear activations as one operation: small networks spend as much time between
// products as in them. Pure; any engine thread. Engine-internal (sees torch).
#pragma once

#include <vector>

#include <torch/torch.h>

namespace ganvas {

/// y = f(x Wᵀ + b), f(z) = z above zero and slope·z below it: 0 a ReLU, 1 nothing.
struct DenseLayer {
  torch::Tensor weight;   ///< [out,in], float32 on the processor
  torch::Tensor bias;     ///< [out], or undefined
  double slope = 1;       ///< not negative
};

/// x [N,in] float32 on the processor -> [N,out of the last layer]. Differentiable any number of times. The result does not depend on the
/// number of threads: rows go through all layers in pieces whose size is fixed.
torch::Tensor denseLayers(const torch::Tensor& x, const std::vector<DenseLayer>& layers);

}  // namespace ganvas
