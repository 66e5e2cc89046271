// The fast convolutions against LibTorch's own, forward, backward and twice backward.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/tensor/fast_conv.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

struct Case {
  bool transposed;
  std::int64_t inputs, outputs, size, kernel, stride, padding;
};

std::ostream& operator<<(std::ostream& out, const Case& c) {
  return out << (c.transposed ? "transposed " : "") << c.inputs << "->" << c.outputs << " at " << c.size << " kernel " << c.kernel << " stride "
             << c.stride << " padding " << c.padding;
}

Tensor fast(const Case& c, const Tensor& x, const Tensor& w, const Tensor& b, Precision precision = Precision::float32) {
  return c.transposed ? convTranspose2d(x, w, b, c.stride, c.padding, precision) : conv2d(x, w, b, c.stride, c.padding, precision);
}

Tensor native(const Case& c, const Tensor& x, const Tensor& w, const Tensor& b) {
  return c.transposed ? torch::conv_transpose2d(x, w, b, c.stride, c.padding) : torch::conv2d(x, w, b, c.stride, c.padding);
}

struct Inputs {
  Tensor x, w, b;
};

Inputs inputs(const Case& c, at::ScalarType type, std::int64_t batch = 3) {
  torch::manual_seed(7);
  const auto like = torch::TensorOptions().dtype(type);
  const auto shape = c.transposed ? std::vector<std::int64_t>{c.inputs, c.outputs, c.kernel, c.kernel}
                                  : std::vector<std::int64_t>{c.outputs, c.inputs, c.kernel, c.kernel};
  return {torch::randn({batch, c.inputs, c.size, c.size}, like).requires_grad_(true), torch::randn(shape, like).requires_grad_(true),
          torch::randn({c.outputs}, like).requires_grad_(true)};
}

double relativeError(const Tensor& value, const Tensor& expected) {
  EXPECT_EQ(value.sizes(), expected.sizes());
  return ((value - expected).abs().max() / expected.abs().max()).item<double>();
}

class FastConvolution : public testing::TestWithParam<Case> {};

TEST_P(FastConvolution, forwardAndBackwardAgreeWithTheNativeOne) {
  const auto c = GetParam();
  const auto [x, w, b] = inputs(c, torch::kFloat);
  const auto expected = native(c, x, w, b);
  const auto value = fast(c, x, w, b);
  EXPECT_LT(relativeError(value, expected), 1e-5);
  const auto direction = torch::randn_like(expected);
  const auto wanted = torch::autograd::grad({expected}, {x, w, b}, {direction});
  const auto got = torch::autograd::grad({value}, {x, w, b}, {direction});
  for (std::size_t i = 0; i < wanted.size(); ++i) EXPECT_LT(relativeError(got[i], wanted[i]), 1e-5) << "gradient " << i;
}

// A gradient penalty differentiates the squared norm of the gradient to the input.
TEST_P(FastConvolution, gradientPenaltyAgreesWithTheNativeOne) {
  const auto c = GetParam();
  const auto [x, w, b] = inputs(c, torch::kDouble);
  const auto penalty = [&, x = x, w = w, b = b](auto function) {
    const auto y = function(c, x, w, b).tanh().sum();
    const auto gradient = torch::autograd::grad({y}, {x}, {}, true, true)[0];
    return torch::autograd::grad({gradient.square().sum()}, {x, w, b});
  };
  const auto wanted = penalty(native);
  const auto got = penalty([](const Case& k, const Tensor& a, const Tensor& e, const Tensor& f) { return fast(k, a, e, f); });
  for (std::size_t i = 0; i < wanted.size(); ++i) EXPECT_LT(relativeError(got[i], wanted[i]), 1e-10) << "gradient " << i;
}

TEST_P(FastConvolution, secondDerivativesAgreeWithFiniteDifferences) {
  const auto c = GetParam();
  const auto [x, w, b] = inputs(c, torch::kDouble, 2);
  const auto penalty = [&, b = b](const Tensor& input, const Tensor& weight) {
    const auto gradient = torch::autograd::grad({fast(c, input, weight, b).tanh().sum()}, {input}, {}, true, true)[0];
    return gradient.square().sum();
  };
  const auto analytic = torch::autograd::grad({penalty(x, w)}, {x, w});
  const auto along = [&](const Tensor& at, const Tensor& direction, double h) { return (at + h * direction).detach().requires_grad_(true); };
  const double h = 1e-5;
  for (int which = 0; which < 2; ++which) {
    const auto direction = torch::randn_like(which == 0 ? x : w);
    const auto at = [&, x = x, w = w](double step) {
      return which == 0 ? penalty(along(x, direction, step), w) : penalty(x, along(w, direction, step));
    };
    const double numeric = ((at(h) - at(-h)) / (2 * h)).item<double>();
    const double exact = (analytic[static_cast<std::size_t>(which)] * direction).sum().item<double>();
    EXPECT_NEAR(numeric, exact, 1e-5 * std::max(1.0, std::abs(exact))) << (which == 0 ? "input" : "weight");
  }
}

// bfloat16 keeps 8 bits: one rounding is at most 2^-9 of a value; products of rounded operands add up at random.
TEST_P(FastConvolution, bfloat16AgreesToItsRounding) {
  const auto c = GetParam();
  const auto [x, w, b] = inputs(c, torch::kFloat);
  const auto expected = native(c, x, w, b);
  const auto value = fast(c, x, w, b, Precision::bfloat16);
  EXPECT_EQ(value.scalar_type(), torch::kFloat);
  EXPECT_LT(relativeError(value, expected), 0.02);
  const auto direction = torch::randn_like(expected);
  const auto wanted = torch::autograd::grad({expected}, {x, w, b}, {direction});
  const auto got = torch::autograd::grad({value}, {x, w, b}, {direction});
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    EXPECT_EQ(got[i].scalar_type(), torch::kFloat);
    EXPECT_LT(relativeError(got[i], wanted[i]), 0.02) << "gradient " << i;
  }
}

INSTANTIATE_TEST_SUITE_P(Shapes, FastConvolution,
                         testing::Values(Case{false, 1, 8, 8, 4, 2, 1},    // the first layer of a discriminator of grey pictures
                                         Case{false, 3, 8, 8, 4, 2, 1},    // of colour pictures
                                         Case{false, 16, 24, 8, 4, 2, 1},  // between
                                         Case{false, 16, 6, 7, 3, 1, 1},   // stride 1
                                         Case{false, 33, 40, 8, 4, 2, 1},  // few places and many channels: the weights' gradient is one matrix product
                                         Case{false, 40, 32, 5, 4, 1, 1},
                                         Case{true, 40, 33, 4, 4, 2, 1},
                                         Case{false, 8, 6, 7, 3, 2, 1},    // a size that the stride does not divide
                                         Case{false, 8, 5, 4, 4, 1, 0},    // the kernel sees the whole picture
                                         Case{true, 9, 8, 1, 4, 1, 0},     // the first layer of a generator
                                         Case{true, 24, 16, 4, 4, 2, 1},   // between
                                         Case{true, 12, 1, 8, 4, 2, 1},    // the last, grey
                                         Case{true, 12, 3, 5, 4, 2, 1},    // the last, colour
                                         Case{true, 6, 7, 5, 3, 1, 1}, Case{true, 6, 2, 4, 7, 3, 0}));

TEST(FastConvolution, givesNoWeightGradientThatNobodyAskedFor) {
  const Case c{false, 8, 6, 8, 4, 2, 1};
  auto [x, w, b] = inputs(c, torch::kFloat);
  w.requires_grad_(false);
  fast(c, x, w, b).sum().backward();
  EXPECT_TRUE(x.grad().defined());
  EXPECT_FALSE(w.grad().defined());
}

TEST(FastConvolution, doesNotDependOnTheLayoutOfItsInput) {
  for (const auto& c : {Case{false, 3, 16, 8, 4, 2, 1}, Case{true, 16, 3, 8, 4, 2, 1}}) {
    const auto [x, w, b] = inputs(c, torch::kFloat);
    EXPECT_TRUE(fast(c, x, w, b).equal(fast(c, x.contiguous(at::MemoryFormat::ChannelsLast), w, b))) << c;
  }
}

// Activations are applied in place; autograd forbids that on an output that is a view made inside a custom function.
TEST_P(FastConvolution, outputsMayBeChangedInPlace) {
  const auto c = GetParam();
  const auto [x, w, b] = inputs(c, torch::kFloat);
  auto y = fast(c, x, w, {});
  const auto gradient = torch::autograd::grad({torch::relu_(y).sum()}, {w})[0];
  EXPECT_LT(relativeError(gradient, torch::autograd::grad({torch::relu(native(c, x, w, {})).sum()}, {w})[0]), 1e-5);
}

TEST(FastConvolution, wrongShapesAreRefused) {
  EXPECT_THROW(conv2d(torch::zeros({1, 3, 8, 8}), torch::zeros({4, 2, 3, 3}), {}, 1, 1), c10::Error);
  EXPECT_THROW(convTranspose2d(torch::zeros({1, 3, 8, 8}), torch::zeros({2, 4, 3, 3}), {}, 1, 1), c10::Error);
}

}  // namespace
}  // namespace ganvas
