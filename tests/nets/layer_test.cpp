// Layers against their papers' formulas, worked out by hand or with other means of LibTorch.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/nets/network.hpp"
#include "engine/tensor/seeds.hpp"

namespace ganvas {
namespace {

torch::Generator seeded(std::uint64_t seed) { return makeGenerator(seed, Stream::weights); }

void fill(Network& net, const std::string& name, torch::Tensor value) {
  torch::NoGradGuard guard;
  net.named_parameters()[name].copy_(value);
}

TEST(SpectralNorm, TheLargestSingularValueBecomesOne) {
  auto spec = layers::linear("a", 6, 4, false);
  spec.form = WeightForm::spectral;
  Network net({spec});
  net.initialise(seeded(3));
  fill(net, "a.weight", torch::randn({4, 6}) * 7);
  const auto x = torch::eye(6);
  torch::NoGradGuard guard;
  for (int i = 0; i < 200; ++i) (void)net.forward(x);   // the power iteration goes one step a pass
  EXPECT_NEAR(std::get<1>(torch::linalg_svd(net.forward(x), false))[0].item<double>(), 1.0, 1e-4);
  net.eval();
  const auto before = net.named_buffers()["a.singular"].clone();
  (void)net.forward(x);
  EXPECT_TRUE(net.named_buffers()["a.singular"].equal(before)) << "looking changes nothing";
}

// The same in two steps: LibTorch's enlargement, then its convolution, with the weights mirrored and in its order.
TEST(RepeatConv, ItIsAConvolutionOfRepeatedPixels) {
  Network net({layers::repeatConv("up", 5, 3, true)});
  net.initialise(seeded(3));
  const auto parameters = net.named_parameters();
  torch::manual_seed(5);
  fill(net, "up.weight", torch::randn({5, 3, 3, 3})), fill(net, "up.bias", torch::randn({3}));
  const auto x = torch::randn({2, 5, 4, 4}).requires_grad_(true);
  const auto enlarged = x.repeat_interleave(2, 2).repeat_interleave(2, 3);
  const auto expected = torch::conv2d(enlarged, parameters["up.weight"].flip({2, 3}).transpose(0, 1), parameters["up.bias"], 1, 1);
  const auto value = net.forward(x);
  ASSERT_EQ(value.sizes(), expected.sizes());
  EXPECT_LT((value - expected).abs().max().item<double>(), 1e-4);
  const auto direction = torch::randn_like(expected);
  const std::vector<torch::Tensor> to{x, parameters["up.weight"], parameters["up.bias"]};
  const auto wanted = torch::autograd::grad({expected}, to, {direction}), got = torch::autograd::grad({value}, to, {direction});
  for (std::size_t n = 0; n < to.size(); ++n) EXPECT_LT((got[n] - wanted[n]).abs().max().item<double>(), 1e-3) << n;
}

TEST(WeightNorm, EveryOutputsWeightsHaveTheLengthOfItsGain) {
  auto spec = layers::linear("a", 3, 2, false);
  spec.form = WeightForm::normalised;
  Network net({spec});
  net.initialise(seeded(3));
  fill(net, "a.weight", torch::tensor({{3.0F, 0.0F, 4.0F}, {0.0F, 2.0F, 0.0F}}));
  fill(net, "a.gain", torch::tensor({10.0F, 0.5F}));
  EXPECT_TRUE(net.forward(torch::eye(3)).t().allclose(torch::tensor({{6.0F, 0.0F, 8.0F}, {0.0F, 0.5F, 0.0F}})));
}

TEST(WeightNorm, GainAndBiasBeginWithTheFirstBatchAndAScaledGainIsHeld) {
  for (const auto form : {WeightForm::normalised, WeightForm::scaled}) {
    auto spec = layers::linear("a", 5, 3);
    spec.form = form;
    Network net({spec});
    net.initialise(seeded(3));
    const auto x = torch::randn({64, 5}) * 4 + 7;
    net.eval();
    EXPECT_TRUE(net.forward(x).equal(torch::zeros({64, 3}))) << "looking does not begin";
    net.train();
    const auto first = net.forward(x);
    EXPECT_TRUE(first.mean(0).allclose(torch::zeros({3}), 0, 1e-4) && first.std(0, false).allclose(torch::ones({3}), 1e-4, 0));
    EXPECT_FALSE(net.forward(x + 1).mean(0).allclose(torch::zeros({3}), 0, 1e-3)) << "only the first batch";
    EXPECT_EQ(net.named_parameters().contains("a.gain"), form == WeightForm::normalised);
  }
}

TEST(LayerNorm, LooksAtEachSampleAloneAndInstanceNormAtEachChannel) {
  const auto x = torch::randn({3, 4, 5, 5}) * 3 + 2;
  Network layer({layers::norm(LayerKind::layerNorm, "n", 4)}), instance({layers::norm(LayerKind::instanceNorm, "n", 4)});
  layer.initialise(seeded(1)), instance.initialise(seeded(1));
  const auto byLayer = layer.forward(x), byInstance = instance.forward(x);
  const auto near = [](const torch::Tensor& a, double b) { return (a - b).abs().max().item<double>() < 1e-3; };
  EXPECT_TRUE(near(byLayer.mean({1, 2, 3}), 0) && near(byLayer.var({1, 2, 3}, false), 1));
  EXPECT_TRUE(near(byInstance.mean({2, 3}), 0) && near(byInstance.var({2, 3}, false), 1));
  EXPECT_TRUE(layer.forward(x.narrow(0, 1, 1)).allclose(byLayer.narrow(0, 1, 1), 1e-4, 1e-5));
  EXPECT_FALSE(layer.couplesBatch() || instance.couplesBatch());
}

TEST(MinibatchDiscrimination, ByHand) {
  // One row of two numbers, T = identity: M_i = x_i. c(x_i,x_j) = exp(-|x_i - x_j|_1).
  Network net({layers::minibatchDiscrimination("m", 2, 1, 2)});
  net.initialise(seeded(1));
  fill(net, "m.weight", torch::eye(2));
  const auto x = torch::tensor({{0.0F, 0.0F}, {1.0F, 0.0F}, {1.0F, 2.0F}});
  const auto y = net.forward(x);
  ASSERT_EQ(y.sizes(), (std::vector<std::int64_t>{3, 3}));
  EXPECT_TRUE(y.narrow(1, 0, 2).equal(x));
  EXPECT_NEAR(y[0][2].item<double>(), std::exp(-1.0) + std::exp(-3.0), 1e-6);
  EXPECT_NEAR(y[1][2].item<double>(), std::exp(-1.0) + std::exp(-2.0), 1e-6);
  EXPECT_NEAR(y[2][2].item<double>(), std::exp(-3.0) + std::exp(-2.0), 1e-6);
  EXPECT_TRUE(net.couplesBatch());
}

TEST(MinibatchDeviation, IsOneMoreChannel) {
  Network net({layers::minibatchDeviation("m", 1)});
  const auto x = torch::tensor({1.0F, 3.0F, 0.0F, 4.0F}).view({2, 1, 1, 2});   // deviations over the batch: 0.5 and 0.5
  const auto y = net.forward(x);
  ASSERT_EQ(y.sizes(), (std::vector<std::int64_t>{2, 2, 1, 2}));
  EXPECT_TRUE(y.narrow(1, 1, 1).allclose(torch::full({2, 1, 1, 2}, 0.5F), 1e-4, 1e-5));
  EXPECT_NEAR(net.forward(torch::ones({5, 1, 2, 2}))[0][1][0][0].item<double>(), 1e-4, 1e-6) << "a collapsed batch";
}

TEST(Labels, JoinAsOneHotAndProjectAsAnInnerProduct) {
  const auto labels = torch::tensor({2, 0}, torch::kInt64);
  Network join({layers::joinLabel("l", 1, 3)});
  EXPECT_TRUE(join.forward(torch::full({2, 1}, 7.0F), labels).equal(torch::tensor({{7.0F, 0.0F, 0.0F, 1.0F}, {7.0F, 1.0F, 0.0F, 0.0F}})));
  const auto planes = join.forward(torch::zeros({2, 1, 4, 4}), labels);
  EXPECT_EQ(planes.size(1), 4);
  EXPECT_DOUBLE_EQ(planes[0][3].mean().item<double>(), 1);
  EXPECT_DOUBLE_EQ(planes[1][3].mean().item<double>(), 0);
  Network project({layers::projection("p", 2, 3)});
  project.initialise(seeded(1));
  fill(project, "p.weight", torch::tensor({{1.0F, 1.0F}}));
  fill(project, "p.bias", torch::tensor({0.5F}));
  fill(project, "p.label_rows", torch::tensor({{1.0F, 0.0F}, {0.0F, 0.0F}, {0.0F, 10.0F}}));
  // 3 + 4 + 1/2 and then 10·4 or 1·3.
  EXPECT_TRUE(project.forward(torch::tensor({{3.0F, 4.0F}, {3.0F, 4.0F}}), labels).equal(torch::tensor({{47.5F}, {10.5F}})));
  EXPECT_TRUE(join.takesLabels() && project.takesLabels());
}

TEST(GaussianNoise, HasItsDeviationAndRestsAtInference) {
  Network net({layers::gaussianNoise("g", 0.5)});
  net.setNoise(seeded(3));
  const auto y = net.forward(torch::ones({200, 50}));
  EXPECT_NEAR(y.mean().item<double>(), 1, 0.02);
  EXPECT_NEAR(y.std().item<double>(), 0.5, 0.02);
  net.eval();
  EXPECT_TRUE(net.forward(torch::ones({2, 2})).equal(torch::ones({2, 2})));
}

TEST(GaussianNoise, IsNormal) {
  Network net({layers::gaussianNoise("g", 1)});
  net.setNoise(seeded(4));
  const auto z = net.forward(torch::zeros({1000, 201})).flatten().to(torch::kDouble);
  const auto within = [&](double bound) { return z.abs().lt(bound).to(torch::kDouble).mean().item<double>(); };
  EXPECT_NEAR(within(0.5), 0.38292, 0.004);   // the normal distribution's shares
  EXPECT_NEAR(within(1), 0.68269, 0.004);
  EXPECT_NEAR(within(2), 0.95450, 0.002);
  EXPECT_NEAR(within(3), 0.99730, 0.0006);
  EXPECT_NEAR(z.pow(3).mean().item<double>(), 0, 0.04);
  EXPECT_NEAR(z.pow(4).mean().item<double>(), 3, 0.08);
  const auto halves = z.narrow(0, 0, 201000 / 2 * 2).view({2, -1});
  EXPECT_NEAR((halves[0] * halves[1]).mean().item<double>(), 0, 0.015) << "both of a pair are used, and they tell nothing of each other";
  EXPECT_NEAR((halves[0].square() * halves[1].square()).mean().item<double>(), 1, 0.05);
  EXPECT_EQ(net.forward(torch::zeros({3, 1})).numel(), 3);   // not a multiple of what a draw gives
}

TEST(Network, GoesOnFromANamedLayer) {
  Network net({layers::linear("a", 3, 4), layers::leakyRelu("features", 0.2), layers::linear("b", 4, 2)});
  net.initialise(seeded(1));
  const auto x = torch::randn({5, 3});
  EXPECT_TRUE(net.forwardFrom(net.forwardTo(x, "features"), "features").equal(net.forward(x)));
}

TEST(BorrowedWeights, ComputeForAWhile) {
  Network net({layers::linear("a", 2, 1), layers::projection("p", 1, 2)});
  net.initialise(seeded(1));
  const auto x = torch::randn({3, 2}), labels = torch::zeros({3}, torch::kInt64), before = net.forward(x, labels);
  {
    BorrowedWeights borrowed(net);
    std::vector<torch::Tensor> doubled;
    for (const auto& parameter : net.parameters()) doubled.push_back(parameter.detach() * 2);
    borrowed.use(doubled);
    Network other(net.describe());
    torch::NoGradGuard guard;
    const auto into = other.parameters();
    for (std::size_t i = 0; i < into.size(); ++i) const_cast<torch::Tensor&>(into[i]).copy_(doubled[i]);
    EXPECT_TRUE(net.forward(x, labels).equal(other.forward(x, labels)));
  }
  EXPECT_TRUE(net.forward(x, labels).equal(before));
}

}  // namespace
}  // namespace ganvas
