// A chain of dense layers as one operation against LibTorch's own, layer by layer.
#include "engine/tensor/fast_dense.hpp"

#include <gtest/gtest.h>

#include "engine/tensor/device.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

struct Layer {
  std::int64_t out;
  double slope;
  bool bias;
};

struct Inputs {
  Tensor x;
  std::vector<DenseLayer> layers;

  Inputs(std::int64_t rows, std::int64_t in, const std::vector<Layer>& shape, torch::Dtype type = torch::kFloat32) {
    torch::manual_seed(5);
    x = torch::randn({rows, in}).to(type).requires_grad_(true);
    for (const auto& [out, slope, bias] : shape) {
      const auto weight = (torch::randn({out, in}) / std::sqrt(static_cast<double>(in))).to(type).requires_grad_(true);
      layers.push_back({weight, bias ? torch::randn({out}).to(type).requires_grad_(true) : Tensor(), slope});
      in = out;
    }
  }
  Tensor plain() const {
    auto y = x;
    for (const auto& layer : layers) y = torch::leaky_relu(torch::linear(y, layer.weight, layer.bias), layer.slope);
    return y;
  }
  Tensor own() const { return denseLayers(x, layers); }
  std::vector<Tensor> gradients() const {
    std::vector<Tensor> all{x.grad()};
    for (const auto& layer : layers) {
      all.push_back(layer.weight.grad());
      if (layer.bias.defined()) all.push_back(layer.bias.grad());
    }
    return all;
  }
};

double apart(const Tensor& a, const Tensor& b) { return ((a - b).abs().max() / (b.abs().max() + 1e-12)).item<double>(); }

const std::vector<Layer> kThree{{40, 0.0, true}, {24, 0.2, false}, {3, 1.0, true}};

TEST(FastDense, agreesWithSeparateLayers) {
  for (const std::int64_t rows : {1, 7, 256, 515}) {
    for (const auto& shape : {kThree, std::vector<Layer>{{1, 1.0, true}}, std::vector<Layer>{{33, 0.2, true}}}) {
      SCOPED_TRACE(std::to_string(rows) + " rows through " + std::to_string(shape.size()));
      const Inputs own(rows, 5, shape), plain(rows, 5, shape, torch::kFloat64);
      const auto y = own.own(), expected = plain.plain();
      EXPECT_LT(apart(y, expected), 1e-5);
      const auto direction = torch::randn(y.sizes());
      y.backward(direction);
      expected.backward(direction.to(torch::kFloat64));
      const auto mine = own.gradients(), theirs = plain.gradients();
      for (std::size_t i = 0; i < theirs.size(); ++i) EXPECT_LT(apart(mine[i], theirs[i]), 1e-4) << i;
    }
  }
}

// What a gradient penalty does: the gradient's length is differentiated again.
TEST(FastDense, secondDerivatives) {
  const Inputs own(6, 4, kThree), plain(6, 4, kThree);
  const auto penalty = [](const Inputs& inputs, const Tensor& y) {
    const auto gradient = torch::autograd::grad({y.pow(2).sum()}, {inputs.x}, {}, true, true)[0];
    gradient.pow(2).sum().backward();
  };
  penalty(own, own.own());
  penalty(plain, plain.plain());
  const auto mine = own.gradients(), theirs = plain.gradients();
  for (std::size_t i = 0; i < theirs.size(); ++i) {
    ASSERT_EQ(mine[i].defined(), theirs[i].defined()) << i;
    if (theirs[i].defined()) { EXPECT_LT(apart(mine[i], theirs[i]), 1e-4) << i; }
  }
}

TEST(FastDense, heldWeightsAndDataGetNoGradient) {
  const Inputs heldWeights(300, 4, kThree), heldData(300, 4, kThree), plain(300, 4, kThree);
  for (const auto& layer : heldWeights.layers) {
    layer.weight.set_requires_grad(false);
    if (layer.bias.defined()) layer.bias.set_requires_grad(false);
  }
  heldData.x.set_requires_grad(false);
  for (const auto* inputs : {&heldWeights, &heldData}) inputs->own().square().sum().backward();
  plain.plain().square().sum().backward();
  EXPECT_FALSE(heldWeights.layers[0].weight.grad().defined());
  EXPECT_FALSE(heldData.x.grad().defined());
  EXPECT_LT(apart(heldWeights.x.grad(), plain.x.grad()), 1e-4);
  EXPECT_LT(apart(heldData.layers[0].weight.grad(), plain.layers[0].weight.grad()), 1e-4);
}

TEST(FastDense, doesNotDependOnTheNumberOfThreads) {
  const int before = at::get_num_threads();
  const auto run = [](int threads) {
    useThreads(threads);
    const Inputs inputs(700, 2, {{128, 0.0, true}, {128, 0.2, true}, {2, 1.0, true}});
    const auto y = inputs.own();
    y.square().sum().backward();
    auto all = inputs.gradients();
    all.push_back(y.detach());
    return all;
  };
  const auto one = run(1), three = run(3);
  useThreads(before);
  for (std::size_t i = 0; i < one.size(); ++i) EXPECT_TRUE(one[i].equal(three[i])) << i;
}

TEST(FastDense, saysWhatItTakes) {
  const Inputs inputs(4, 3, kThree);
  EXPECT_THROW(denseLayers(inputs.x.to(torch::kFloat64), inputs.layers), c10::Error);
  EXPECT_THROW(denseLayers(inputs.x.view({2, 2, 3}), inputs.layers), c10::Error);
}

}  // namespace
}  // namespace ganvas
