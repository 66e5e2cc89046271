// Distances between pictures against what they are by hand.
#include "engine/metrics/pairs.hpp"

#include <gtest/gtest.h>

#include "engine/training/judging.hpp"
#include "engine/training/trainer.hpp"
#include "tests/training/synthetic_pictures.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

Tensor flat(double value, std::int64_t channels = 3) { return torch::full({1, channels, 32, 32}, value); }

TEST(PairDistances, OfWhatIsTheSame) {
  const auto x = torch::rand({2, 3, 32, 32}) * 2 - 1;
  EXPECT_EQ(meanDifferences(x, x).abs().max().item<double>(), 0);
  EXPECT_NEAR(structuralSimilarities(x, x).min().item<double>(), 1, 1e-5);
  EXPECT_EQ(colourDistances(x, x).abs().max().item<double>(), 0);
}

TEST(PairDistances, BlackToWhiteIsOne) {
  EXPECT_DOUBLE_EQ(meanDifferences(flat(-1), flat(1)).item<double>(), 1);
  EXPECT_DOUBLE_EQ(colourDistances(flat(-1), flat(1)).item<double>(), 1);
  EXPECT_LT(structuralSimilarities(flat(-1), flat(1)).item<double>(), 0.001);
}

TEST(PairDistances, SimilarityOfTwoGreysIsLuminanceAlone) {  // eq. 13 with no variance: (2ab + C1) / (a² + b² + C1)
  const double a = 0.25, b = 0.75, c = 1e-4;
  EXPECT_NEAR(structuralSimilarities(flat(2 * a - 1), flat(2 * b - 1)).item<double>(), (2 * a * b + c) / (a * a + b * b + c), 1e-5);
}

TEST(PairDistances, WhereAColourLiesDoesNotMatter) {
  auto left = flat(1), right = flat(1);
  left.narrow(3, 0, 8).fill_(-1);
  right.narrow(3, 24, 8).fill_(-1);
  EXPECT_EQ(colourDistances(left, right).item<double>(), 0);
  EXPECT_DOUBLE_EQ(colourDistances(left, flat(1)).item<double>(), 0.25) << "a quarter of the pixels";
  EXPECT_DOUBLE_EQ(meanDifferences(left, right).item<double>(), 0.5);
}

// Steps are 64 of 256 wide, their middles at 32, 96, 160 and 224; a grey between two middles is shared by how near it is to each.
TEST(PairDistances, AColourALittleOffIsALittleFar) {
  const auto grey = [](double of256) { return flat(of256 / 128 - 1, 1); };
  EXPECT_NEAR(colourDistances(grey(96), grey(96 + 16)).item<double>(), 0.25, 1e-5);
  EXPECT_NEAR(colourDistances(grey(127), grey(129)).item<double>(), 2.0 / 64, 1e-5) << "no jump at the border of a step";
  EXPECT_NEAR(colourDistances(grey(96), grey(160)).item<double>(), 1, 1e-5);
}

/// Training and held-out pictures are the same here, so a look-up finds the truth itself wherever drawings tell pictures apart.
TEST(PairMetrics, TheLookUpFindsWhatItKnows) {
  const auto data = test::syntheticPictures(24, 1, 32, [](std::int64_t i, int c, int y, int x) -> std::uint8_t {
    if (c == 0) return static_cast<std::uint8_t>(10 * i);
    return x == i || y == i ? 0 : 255;   // another cross for each
  }, 0, 1);
  Trainer trained(*findFamily("pix2pix"), test::tinySettings("pix2pix"), data, torch::kCPU);
  auto quiet = JobContext::quiet();
  MetricContext context{.data = data, .samples = 24, .job = quiet};
  letJudge(context, trained.averaged());
  for (const auto* name : {"l1", "ssim", "colour"}) {
    const auto value = findMetric(name)->compute(context);
    ASSERT_TRUE(value) << name;
    const bool similarity = std::string(name) == "ssim";
    EXPECT_NEAR(value->baselines.at("look-up"), similarity ? 1 : 0, 1e-4) << name;
    EXPECT_TRUE(similarity ? value->value < 0.9 : value->value > 0.05) << name << " of networks that learnt nothing: " << value->value;
    EXPECT_EQ(value->samples, 24);
  }
  const auto spread = findMetric("spread")->compute(context);
  ASSERT_TRUE(spread);
  EXPECT_GT(spread->value, 0);
}

}  // namespace
}  // namespace ganvas
