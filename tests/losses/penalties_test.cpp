// Penalties against slopes known by hand, and their gradients against finite differences in double precision, through every layer
// that a discriminator may have.
#include "engine/losses/penalties.hpp"

#include <gtest/gtest.h>

#include "engine/nets/network.hpp"
#include "engine/tensor/seeds.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

TEST(Penalties, OfALinearJudgeAreItsWeights) {
  const auto w = torch::tensor({3.0, 4.0}, torch::kDouble).requires_grad_(true);
  const auto x = torch::randn({5, 2}, torch::kDouble).requires_grad_(true);
  const auto logits = x.mv(w);
  EXPECT_NEAR(squaredSlope(logits, x).item<double>(), 25, 1e-9);
  EXPECT_NEAR(slopeAwayFromOne(logits, x).item<double>(), 16, 1e-9);
  const auto gradient = torch::autograd::grad({squaredSlope(logits, x)}, {w})[0];
  EXPECT_TRUE(gradient.allclose(2 * w.detach()));
}

TEST(Penalties, BetweenIsOnTheLine) {
  const auto real = torch::full({2, 1, 2, 2}, 4.0), fake = torch::zeros({2, 1, 2, 2});
  const auto middle = between(real, fake, torch::tensor({0.25, 1.0}));
  EXPECT_TRUE(middle.requires_grad());
  EXPECT_NEAR(middle[0].mean().item<double>(), 1, 1e-6);
  EXPECT_NEAR(middle[1].mean().item<double>(), 4, 1e-6);
}

struct Case {
  const char* name;
  std::vector<LayerSpec> layers;
};

LayerSpec inForm(LayerSpec spec, WeightForm form) {
  spec.form = form;
  return spec;
}

/// [N,2,8,8] -> [N,1], with a transposed convolution on the way: the fast kernels' second backward pass is asked for as well.
std::vector<Case> cases() {
  const auto ending = [](std::vector<LayerSpec> middle) {
    std::vector<LayerSpec> all{layers::conv("down", 2, 6, 4, 2, 1, true)};
    all.insert(all.end(), middle.begin(), middle.end());
    all.push_back(layers::tanh("bend"));   // smooth, so that finite differences are exact enough
    all.push_back(layers::flatten("flatten"));
    all.push_back(layers::linear("judge", 6 * 16, 1));
    return all;
  };
  return {
      {"plain", ending({})},
      {"transposed", ending({layers::convTranspose("up", 6, 6, 4, 2, 1, true), layers::tanh("t"), layers::conv("down2", 6, 6, 4, 2, 1, true)})},
      {"layerNorm", ending({layers::norm(LayerKind::layerNorm, "n", 6)})},
      {"instanceNorm", ending({layers::norm(LayerKind::instanceNorm, "n", 6)})},
      {"batchNorm", ending({layers::batchNorm("n", 6)})},
      {"deviation", {layers::conv("down", 2, 5, 4, 2, 1, true), layers::minibatchDeviation("m", 5), layers::tanh("bend"), layers::flatten("flatten"), layers::linear("judge", 6 * 16, 1)}},
      {"discrimination", {layers::flatten("flatten"), layers::linear("a", 128, 6), layers::tanh("bend"), layers::minibatchDiscrimination("m", 6, 3, 2), layers::linear("judge", 9, 1)}},
      {"spectral", {layers::flatten("flatten"), inForm(layers::linear("a", 128, 6), WeightForm::spectral), layers::tanh("bend"), layers::linear("judge", 6, 1)}},
      {"weightNorm", {layers::flatten("flatten"), inForm(layers::linear("a", 128, 6), WeightForm::normalised), layers::softplus("bend"), layers::linear("judge", 6, 1)}},
  };
}

class Slopes : public ::testing::TestWithParam<Case> {};
INSTANTIATE_TEST_SUITE_P(Layers, Slopes, ::testing::ValuesIn(cases()), [](const auto& info) { return info.param.name; });

TEST_P(Slopes, TheGradientOfThePenaltyIsThatOfFiniteDifferences) {
  Network net(GetParam().layers);
  net.initialise(makeGenerator(2, Stream::weights));
  net.to(torch::kDouble);
  {
    torch::NoGradGuard guard;
    for (auto& parameter : net.parameters()) parameter.add_(0.2 * torch::randn_like(parameter));   // far enough from nothing to bend
  }
  const auto x = torch::randn({3, 2, 8, 8}, torch::kDouble);
  for (int i = 0; i < 300; ++i) (void)net.forward(x);   // the power iteration of spectral norm arrives,
  if (GetParam().name == std::string("spectral")) net.eval();   // and does not go on between two looks
  const auto penalty = [&] {
    const auto input = x.clone().requires_grad_(true);
    return slopeAwayFromOne(net.forward(input), input) + squaredSlope(net.forward(input), input);
  };
  net.zero_grad();
  penalty().backward();
  for (auto& item : net.named_parameters()) {
    auto& parameter = item.value();
    const auto count = std::min<std::int64_t>(4, parameter.numel());
    for (std::int64_t i = 0; i < count; ++i) {
      const auto place = i * (parameter.numel() / count);
      double sides[2];
      constexpr double kStep = 1e-5;
      for (const int side : {0, 1}) {
        torch::NoGradGuard guard;
        parameter.view(-1)[place] += side == 0 ? kStep : -2 * kStep;
        torch::AutoGradMode grad(true);
        sides[side] = penalty().item<double>();
      }
      {
        torch::NoGradGuard guard;
        parameter.view(-1)[place] += kStep;
      }
      const double expected = (sides[0] - sides[1]) / (2 * kStep);
      const double got = parameter.grad().defined() ? parameter.grad().reshape(-1)[place].item<double>() : 0;
      EXPECT_NEAR(got, expected, 1e-5 + 1e-4 * std::abs(expected)) << item.key() << " " << place;
    }
  }
}

}  // namespace
}  // namespace ganvas
