// The playground's own: what it tells of the plane, held against closed forms.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/data/data_set.hpp"
#include "engine/data/point_target.hpp"
#include "engine/gans/plane_view.hpp"
#include "engine/tensor/frames.hpp"
#include "engine/training/trainer.hpp"
#include "tests/training/synthetic_pictures.hpp"

namespace ganvas {
namespace {

/// A generator that draws a Gaussian at `shift`, and a discriminator with a known answer.
PlaneView::Players players(double shift, double sigma) {
  return {[=](const torch::Tensor& z) { return z * sigma + torch::tensor({shift, 0.0}, torch::kFloat32); },
          [=](const torch::Tensor& x) { return x.narrow(1, 0, 1) * 2; }, 2};
}

NamedTensors asked(PlaneView& view, const PlaneView::Players& who) {
  return view.answer({{"view", torch::tensor({-2.0, 2.0, -2.0, 2.0, 32.0, 32.0}, torch::kFloat64)}, {"count", torch::tensor({200.0})}, {"lines", torch::tensor({5.0})}}, who);
}

PlaneView viewOf(const char* target, const char* loss = "nonsaturating") { return {std::make_shared<const PointTarget>(pointTarget(target)), {adversarialLoss(loss), 0}}; }

TEST(PlaneView, APerfectGeneratorLeavesTheBestDiscriminatorAtOneHalf) {
  auto view = viewOf("gauss1");
  const auto out = asked(view, players(0, 0.5));
  const auto middle = out.at("d_star").narrow(0, 12, 8).narrow(1, 12, 8);   // where most points lie
  EXPECT_NEAR(middle.mean().item<double>(), 0.5, 0.02);
  EXPECT_LT(out.at("js").item<double>(), 0.03);
  EXPECT_EQ(out.at("modes").item<double>(), 1);
}

TEST(PlaneView, TheBestDiscriminatorIsTheQuotientOfTheDensities) {
  auto view = viewOf("gauss1");
  const auto out = asked(view, players(1, 0.5));
  // p_data and p_g are Gaussians of σ 1/2 at 0 and 1: log(p_data/p_g) = 4·(1/2 - x), D* its sigmoid.
  for (const int column : {12, 16, 20, 24}) {
    const double x = -2 + 4.0 * (column + 0.5) / 32;
    EXPECT_NEAR(out.at("d_star").narrow(0, 13, 6).select(1, column).mean().item<double>(), 1 / (1 + std::exp(-4 * (0.5 - x))), 0.06) << x;
  }
  EXPECT_FALSE(asked(*std::make_unique<PlaneView>(viewOf("gauss1", "wgan")), players(1, 0.5)).contains("d_star")) << "Wasserstein's critic has no such optimum";
}

TEST(PlaneView, ArrowsPointWhereTheDiscriminatorIsFooled) {
  auto view = viewOf("gauss1");
  const auto out = asked(view, players(0, 0.5));
  // D's logit is 2x: -∂/∂x softplus(-2x) = 2·sigmoid(-2x), and nothing along y.
  const auto x = out.at("fake").narrow(1, 0, 1), arrows = out.at("gradients");
  EXPECT_TRUE(torch::allclose(arrows.narrow(1, 0, 1), 2 * torch::sigmoid(-2 * x), 1e-4, 1e-5));
  EXPECT_LT(arrows.narrow(1, 1, 1).abs().max().item<double>(), 1e-6);
}

TEST(PlaneView, LeavesOutWhatIsDearWhenAsked) {
  auto view = viewOf("gauss1");
  const auto whole = asked(view, players(0, 0.5));
  const auto quick = view.answer({{"view", torch::tensor({-2.0, 2.0, -2.0, 2.0, 32.0, 32.0}, torch::kFloat64)}, {"count", torch::tensor({200.0})}, {"measure", torch::tensor({0.0})}}, players(0, 0.5));
  for (const auto* dear : {"p_data", "p_g", "d_star", "js", "modes", "gap"}) EXPECT_FALSE(quick.contains(dear)) << dear;
  for (const auto* shown : {"d", "fake", "real", "gradients", "value"}) EXPECT_TRUE(torch::equal(quick.at(shown), whole.at(shown))) << shown;
}

TEST(PlaneView, TheLatentGridHasEqualShares) {
  auto view = viewOf("gauss1");
  const auto grid = asked(view, players(0, 1)).at("manifold");   // latents themselves
  ASSERT_EQ(grid.size(0), 25);
  EXPECT_NEAR(grid[0][0].item<double>(), -1.2816, 1e-3) << "the tenth part of a normal distribution";
  EXPECT_NEAR(grid[12][0].item<double>(), 0, 1e-6);
}

/// z + (1, 0) through one hidden layer of ReLUs: z = relu(z) - relu(-z).
void makeShift(NamedTensors& state, double sigma) {
  const auto split = torch::tensor({{1.0F, 0.0F}, {-1.0F, 0.0F}, {0.0F, 1.0F}, {0.0F, -1.0F}});
  const auto join = torch::tensor({{1.0F, -1.0F, 0.0F, 0.0F}, {0.0F, 0.0F, 1.0F, -1.0F}}) * sigma;
  for (auto& [name, tensor] : state) {
    if (name == "generator.linear1.weight") tensor = split.clone();
    else if (name == "generator.linear1.bias") tensor = torch::zeros({4});
    else if (name == "generator.point.weight") tensor = join.clone();
    else if (name == "generator.point.bias") tensor = torch::tensor({1.0F, 0.0F});
  }
}

/// Goodfellow et al. 2014, proposition 1: against a held G, D comes to p_data/(p_data + p_g). Here both are Gaussians of σ 1/2, at 0 and at
/// (1, 0), so that D*(x) = sigmoid(4·(1/2 - x)).
TEST(Toy2d, ADiscriminatorAloneComesToItsOptimum) {
  auto loaded = loadData({"gauss1", {}}, JobContext::quiet());
  ASSERT_TRUE(loaded);
  const double sigma = pointTarget("gauss1").spread;
  const auto settings = test::tinySettings("toy2d", {{"hold", std::string("generator")}, {"latent", std::int64_t{2}}, {"depth", std::int64_t{1}}, {"width", std::int64_t{4}}, {"depth_d", std::int64_t{2}}, {"width_d", std::int64_t{32}},
                                                     {"batch", std::int64_t{512}}, {"lr_d", 3e-3}, {"schedule", std::string("linear")}, {"schedule_steps", std::int64_t{2500}}});
  Trainer trained(*findFamily("toy2d"), settings, *loaded, torch::kCPU);
  auto state = trained.state();
  makeShift(state, sigma);
  ASSERT_TRUE(trained.load(state, 0));
  for (int i = 0; i < 2500; ++i) ASSERT_TRUE(trained.runRound());
  constexpr int kSide = 64;
  const NamedTensors inputs{{"view", torch::tensor({-2.0, 3.0, -2.5, 2.5, double{kSide}, double{kSide}}, torch::kFloat64)}};
  const auto d = trained.averaged().infer(inputs).at("d").contiguous();
  double gap = 0, mass = 0;
  for (int row = 0; row < kSide; ++row) {
    for (int column = 0; column < kSide; ++column) {
      const double x = -2 + 5 * (column + 0.5) / kSide, y = -2.5 + 5 * (row + 0.5) / kSide;
      const double data = std::exp(-(x * x + y * y) / (2 * sigma * sigma)), fake = std::exp(-((x - 1) * (x - 1) + y * y) / (2 * sigma * sigma));
      gap += (data + fake) * std::abs(d[row][column].item<double>() - data / (data + fake));
      mass += data + fake;
    }
  }
  EXPECT_LT(gap / mass, 0.01);
  RecordProperty("gap", std::to_string(gap / mass));
  std::cout << "mean gap between D and D*: " << gap / mass << "\n";
}

/// On eight modes, told of them, a generator of which little is left still has a point for each.
TEST(Toy2d, LabelsAreModes) {
  const auto target = pointTarget("ring8-wide");
  const auto points = torch::tensor({{1.0F, 0.0F}, {0.0F, 1.0F}, {-1.1F, 0.1F}});
  const auto modes = modesOf(target, points);
  for (int i = 0; i < 3; ++i) {
    const auto& part = target.parts[static_cast<std::size_t>(modes[i].item<std::int64_t>())];
    EXPECT_LT(std::hypot(part.x - points[i][0].item<double>(), part.y - points[i][1].item<double>()), 0.2);
  }
  EXPECT_FALSE(modesOf(pointTarget("moons"), points).defined());
  auto loaded = loadData({"ring8-wide", {}}, JobContext::quiet());
  ASSERT_TRUE(loaded);
  const auto settings = test::tinySettings("toy2d", {{"labels", true}, {"width", std::int64_t{32}}, {"batch", std::int64_t{64}}, {"latent", std::int64_t{2}}, {"lr_g", 2e-3}, {"lr_d", 2e-3}});
  Trainer trained(*findFamily("toy2d"), settings, *loaded, torch::kCPU);
  for (int i = 0; i < 300; ++i) ASSERT_TRUE(trained.runRound());
  const NamedTensors inputs{{"view", torch::tensor({16.0, 16.0}, torch::kFloat64)}, {"lines", torch::tensor({5.0})}};
  const auto out = trained.averaged().infer(inputs);
  EXPECT_FALSE(out.contains("manifold")) << "there is one for each mode";
  EXPECT_TRUE(out.contains("d"));
  EXPECT_LT(out.at("reverse_kl").item<double>(), 0.7) << "no more than half of the modes are missing";
}

TEST(Toy2d, LabelsNeedModesAndNoPacks) {
  const auto& family = *findFamily("toy2d");
  const auto problem = [&](Values values, const char* data) {
    auto loaded = loadData({data, {}}, JobContext::quiet()).value();
    const auto settled = family.settle(family.schema.resolve(std::move(values)).value(), loaded->info());
    return settled ? std::string() : settled.error().message.text();
  };
  EXPECT_EQ(problem({{"labels", true}}, "ring8"), "");
  EXPECT_NE(problem({{"labels", true}}, "moons").find("one figure"), std::string::npos);
  EXPECT_NE(problem({{"labels", true}, {"pack", std::string("2")}}, "ring8").find("pack"), std::string::npos);
}

/// Of a distribution of one number D's answer does not hang on y, and neither does the best there is.
TEST(Toy2d, OnALineOnlyXCounts) {
  auto loaded = loadData({"line2", {}}, JobContext::quiet());
  ASSERT_TRUE(loaded);
  for (const char* pack : {"1", "2"}) {
    const auto settings = test::tinySettings("toy2d", {{"pack", std::string(pack)}, {"width", std::int64_t{32}}, {"batch", std::int64_t{128}}, {"latent", std::int64_t{1}}, {"lr_g", 2e-3}, {"lr_d", 2e-3}});
    Trainer trained(*findFamily("toy2d"), settings, *loaded, torch::kCPU);
    for (int i = 0; i < 300; ++i) ASSERT_TRUE(trained.runRound());
    const NamedTensors inputs{{"view", torch::tensor({-2.5, 2.5, -0.9, 0.9, 20.0, 6.0}, torch::kFloat64)}, {"lines", torch::tensor({5.0})}};
    const auto out = trained.averaged().infer(inputs);
    for (const auto* name : {"d", "d_star", "p_data", "p_g"}) EXPECT_TRUE(torch::allclose(out.at(name)[0], out.at(name)[5], 1e-5, 1e-6, true)) << name;
    EXPECT_LT(out.at("fake").select(1, 1).abs().max().item<double>(), 1);
    EXPECT_NEAR(out.at("fake").select(1, 1).mean().item<double>(), 0, 0.05) << "spread evenly";
    EXPECT_FALSE(out.contains("manifold"));
    EXPECT_LT(out.at("js").item<double>(), 0.5) << "it learns";
  }
}

// Without a penalty the players may circle, and what is seen hangs on the moment; with R1 they come to rest (Mescheder et al. 2018).
TEST(Toy2d, LearnsOneGaussian) {
  const auto data = test::dataFor("toy2d");
  auto settings = test::tinySettings("toy2d", {{"width", std::int64_t{64}}, {"batch", std::int64_t{128}}, {"latent", std::int64_t{2}}, {"lr_g", 1e-3}, {"lr_d", 1e-3}, {"r1", 0.5}});
  Trainer trained(*findFamily("toy2d"), settings, data, torch::kCPU);
  const auto js = [&] {
    const NamedTensors inputs{{"view", torch::tensor({-2.5, 2.5, -2.5, 2.5, 16.0, 16.0}, torch::kFloat64)}};
    return trained.averaged().infer(inputs).at("js").item<double>();
  };
  EXPECT_GT(js(), 0.4);
  for (int i = 0; i < 2000; ++i) ASSERT_TRUE(trained.runRound());
  EXPECT_LT(js(), 0.2);
}

}  // namespace
}  // namespace ganvas
