// Gaussians fitted to feature vectors, and the Fréchet distance between two of them. Pure functions; any engine thread.
// Engine-internal (sees torch).
#pragma once

#include <torch/torch.h>

namespace ganvas {

/// Mean [d] and covariance [d,d], float64 on the processor, fitted to `count` vectors.
struct Gaussian {
  torch::Tensor mean;
  torch::Tensor covariance;
  std::int64_t count = 0;
};

/// features [n,d], n >= 2. The covariance is the unbiased one (divided by n - 1).
Gaussian fitGaussian(const torch::Tensor& features);

/// |m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2)) (Dowson & Landau 1982; Heusel et al. 2017, arXiv:1706.08500). Never negative; covariances
/// may be singular.
double frechetDistance(const Gaussian& a, const Gaussian& b);

}  // namespace ganvas
