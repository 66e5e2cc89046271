// Batch norm with the activation that follows it, in half the passes over memory that two layers take. Pure but for the running
// statistics; any engine thread. Engine-internal (sees torch).
#pragma once

#include <torch/torch.h>

namespace ganvas {

struct BatchNormState {
  torch::Tensor weight, bias;                  ///< [C]
  torch::Tensor runningMean, runningVar;       ///< [C], updated with momentum 0.1; the variance without bias
};

/// Batch norm with the batch's own statistics (Ioffe & Szegedy 2015, algorithm 1, eps 1e-5), then a leaky ReLU of `slope` (0: ReLU).
/// x float32 on the processor, [N,C] or [N,C,H,W] with N*H*W > 1 -> the same shape, channels innermost.
/// Differentiable any number of times. The result does not depend on the number of threads.
torch::Tensor batchNormActivation(const torch::Tensor& x, const BatchNormState& norm, double slope);

}  // namespace ganvas
