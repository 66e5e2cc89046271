// Batch norm with its activation in one operation against LibTorch's own two.
#include "engine/tensor/fast_norm.hpp"

#include <gtest/gtest.h>

#include "engine/tensor/device.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

struct Case {
  std::vector<std::int64_t> shape;
  double slope;
};

struct Inputs {
  Tensor x, weight, bias, mean, variance;
  explicit Inputs(const std::vector<std::int64_t>& shape, torch::Dtype type = torch::kFloat32) {
    torch::manual_seed(3);
    x = (torch::randn(shape) * 2 + 5).to(type).requires_grad_(true);  // far from zero: sums of squares would cancel
    weight = torch::randn({shape[1]}).to(type).requires_grad_(true);
    bias = torch::randn({shape[1]}).to(type).requires_grad_(true);
    mean = torch::randn({shape[1]}).to(type);
    variance = (torch::rand({shape[1]}) + 0.5).to(type);
  }
  Tensor own(double slope) { return batchNormActivation(x, {weight, bias, mean, variance}, slope); }
  Tensor plain(double slope) { return torch::leaky_relu(torch::batch_norm(x, weight, bias, mean, variance, true, 0.1, 1e-5, false), slope); }
};

double apart(const Tensor& a, const Tensor& b) { return ((a - b).abs().max() / (b.abs().max() + 1e-12)).item<double>(); }

const std::vector<Case> kCases{{{16, 5}, 0.0}, {{4, 6, 3, 3}, 0.2}, {{8, 40, 16, 16}, 0.2}, {{32, 256, 4, 4}, 0.0}, {{16, 9000}, 0.2}};

TEST(FastNorm, agreesWithTwoLayers) {
  for (const auto& [shape, slope] : kCases) {
    SCOPED_TRACE(torch::IntArrayRef(shape));
    Inputs own(shape), plain(shape, torch::kFloat64);
    const auto y = own.own(slope), expected = plain.plain(slope);
    EXPECT_LT(apart(y, expected), 1e-5);
    EXPECT_LT(apart(own.mean, plain.mean), 1e-5);
    EXPECT_LT(apart(own.variance, plain.variance), 1e-5);
    const auto direction = torch::randn(shape);
    y.backward(direction);
    expected.backward(direction.to(torch::kFloat64));
    EXPECT_LT(apart(own.x.grad(), plain.x.grad()), 1e-4);
    EXPECT_LT(apart(own.weight.grad(), plain.weight.grad()), 1e-4);
    EXPECT_LT(apart(own.bias.grad(), plain.bias.grad()), 1e-4);
  }
}

// What a gradient penalty does: the gradient's length is differentiated again.
TEST(FastNorm, secondDerivatives) {
  Inputs own({6, 3, 4, 4}), plain({6, 3, 4, 4});
  const auto penalty = [](Inputs& inputs, const Tensor& y) {
    const auto gradient = torch::autograd::grad({y.pow(2).sum()}, {inputs.x}, {}, true, true)[0];
    gradient.pow(2).sum().backward();
  };
  penalty(own, own.own(0.2));
  penalty(plain, plain.plain(0.2));
  EXPECT_LT(apart(own.x.grad(), plain.x.grad()), 1e-4);
  EXPECT_LT(apart(own.weight.grad(), plain.weight.grad()), 1e-4);
}

TEST(FastNorm, frozenScaleGetsNoGradient) {
  Inputs own({8, 3}), plain({8, 3});
  for (auto* inputs : {&own, &plain}) inputs->weight.set_requires_grad(false), inputs->bias.set_requires_grad(false);
  own.own(0.0).square().sum().backward();
  plain.plain(0.0).square().sum().backward();
  EXPECT_LT(apart(own.x.grad(), plain.x.grad()), 1e-4);
  EXPECT_FALSE(own.weight.grad().defined());
}

TEST(FastNorm, doesNotDependOnTheNumberOfThreads) {
  const int before = at::get_num_threads();
  const auto run = [](int threads) {
    useThreads(threads);
    Inputs inputs({16, 24, 20, 20});
    const auto y = inputs.own(0.2);
    y.square().sum().backward();
    return std::vector<Tensor>{y.detach(), inputs.x.grad(), inputs.weight.grad(), inputs.mean, inputs.variance};
  };
  const auto one = run(1), three = run(3);
  useThreads(before);
  for (std::size_t i = 0; i < one.size(); ++i) EXPECT_TRUE(one[i].equal(three[i])) << i;
}

TEST(FastNorm, oneValuePerChannelHasNoSpread) {
  Inputs inputs({1, 4});
  EXPECT_THROW(inputs.own(0.2), c10::Error);
}

}  // namespace
}  // namespace ganvas
