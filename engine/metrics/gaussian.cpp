#include "engine/metrics/gaussian.hpp"

#include <algorithm>
#include <tuple>

namespace ganvas {
namespace {

using torch::Tensor;

/// Rounding leaves a symmetric matrix slightly asymmetric, which an eigensolver would answer by reading one triangle only.
Tensor symmetric(const Tensor& matrix) { return (matrix + matrix.t()) / 2; }

/// Square root of a positive semidefinite matrix; eigenvalues that rounding made negative count as zero.
Tensor squareRoot(const Tensor& matrix) {
  const auto [values, vectors] = at::linalg_eigh(symmetric(matrix), "L");
  return at::matmul(vectors * values.clamp_min(0).sqrt(), vectors.t());
}

}  // namespace

Gaussian fitGaussian(const Tensor& features) {
  TORCH_CHECK(features.dim() == 2 && features.size(0) >= 2, "a Gaussian needs at least two feature vectors, not ", features.sizes());
  torch::NoGradGuard noGrad;
  const auto x = features.to(at::kCPU, at::kDouble);
  auto mean = x.mean(0);
  const auto centred = x - mean;
  auto covariance = at::matmul(centred.t(), centred) / static_cast<double>(x.size(0) - 1);
  return {std::move(mean), std::move(covariance), x.size(0)};
}

double frechetDistance(const Gaussian& a, const Gaussian& b) {
  TORCH_CHECK(a.mean.sizes() == b.mean.sizes(), "Gaussians of ", a.mean.sizes(), " and ", b.mean.sizes(), " cannot be compared");
  torch::NoGradGuard noGrad;
  // tr (C1 C2)^(1/2) = tr (R C2 R)^(1/2) with R = C1^(1/2): symmetric all the way, so that no complex root appears.
  const auto root = squareRoot(a.covariance);
  const auto product = symmetric(at::matmul(at::matmul(root, b.covariance), root));
  const auto trace = std::get<0>(at::linalg_eigh(product, "L")).clamp_min(0).sqrt().sum();
  const auto distance = (a.mean - b.mean).square().sum() + a.covariance.trace() + b.covariance.trace() - 2 * trace;
  return std::max(0.0, distance.item<double>());
}

}  // namespace ganvas
