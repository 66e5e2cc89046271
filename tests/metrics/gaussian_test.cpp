// The Fréchet distance where it is known in closed form.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/metrics/gaussian.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

Gaussian gaussian(std::vector<double> mean, std::vector<double> covariance) {
  const auto d = static_cast<std::int64_t>(mean.size());
  return {torch::tensor(mean, torch::kDouble), torch::tensor(covariance, torch::kDouble).view({d, d}), 100};
}

TEST(Frechet, ofGaussiansOnALine) {  // (m1 - m2)^2 + (s1 - s2)^2
  EXPECT_NEAR(frechetDistance(gaussian({1}, {4}), gaussian({4}, {25})), 9 + 9, 1e-12);
}

TEST(Frechet, ofIndependentCoordinatesIsTheSum) {
  EXPECT_NEAR(frechetDistance(gaussian({0, 1, 2}, {1, 0, 0, 0, 4, 0, 0, 0, 9}), gaussian({0, 0, 0}, {4, 0, 0, 0, 4, 0, 0, 0, 1})), 5 + 1 + 0 + 4, 1e-12);
}

// For two by two matrices tr M^(1/2) = (tr M + 2 det(M)^(1/2))^(1/2); here M = C1 C2 with trace 8 and determinant 9.
TEST(Frechet, ofCovariancesThatDoNotCommute) {
  const auto a = gaussian({0, 0}, {2, 1, 1, 2}), b = gaussian({1, 2}, {1, 0, 0, 3});
  EXPECT_NEAR(frechetDistance(a, b), 5 + 4 + 4 - 2 * std::sqrt(14.0), 1e-12);
  EXPECT_NEAR(frechetDistance(b, a), frechetDistance(a, b), 1e-12);
}

TEST(Frechet, ofSingularCovariances) {
  const auto flat = gaussian({0, 0}, {1, 1, 1, 1}), point = gaussian({3, 4}, {0, 0, 0, 0});
  EXPECT_NEAR(frechetDistance(flat, flat), 0, 1e-12);
  EXPECT_NEAR(frechetDistance(flat, point), 25 + 2, 1e-12);
  EXPECT_NEAR(frechetDistance(point, point), 0, 1e-12);
}

TEST(Frechet, ofTheSameSampleIsZero) {
  torch::manual_seed(1);
  const auto features = torch::randn({300, 64}).matmul(torch::randn({64, 64}));
  const auto fit = fitGaussian(features);
  EXPECT_NEAR(frechetDistance(fit, fit) / fit.covariance.trace().item<double>(), 0, 1e-9);
  const auto fewer = fitGaussian(features.narrow(0, 0, 20));  // rank 19 of 64
  EXPECT_NEAR(frechetDistance(fewer, fewer) / fewer.covariance.trace().item<double>(), 0, 1e-6);
}

// Shifting every vector by s changes the mean only.
TEST(Frechet, ofAShiftIsItsSquare) {
  torch::manual_seed(2);
  const auto features = torch::randn({500, 8}, torch::kDouble);
  EXPECT_NEAR(frechetDistance(fitGaussian(features), fitGaussian(features + 0.5)), 8 * 0.25, 1e-9);
}

TEST(Frechet, fitOfKnownVectors) {
  const auto fit = fitGaussian(torch::tensor({1.0, 2.0, 3.0, 6.0}).view({2, 2}));
  EXPECT_TRUE(fit.mean.equal(torch::tensor({2.0, 4.0}, torch::kDouble)));
  EXPECT_TRUE(fit.covariance.equal(torch::tensor({2.0, 4.0, 4.0, 8.0}, torch::kDouble).view({2, 2})));
  EXPECT_EQ(fit.count, 2);
  EXPECT_THROW(fitGaussian(torch::zeros({1, 2})), c10::Error);
}

}  // namespace
}  // namespace ganvas
