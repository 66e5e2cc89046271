// Precision, recall, density and coverage of points on a line, worked out by hand.
#include "engine/metrics/manifold.hpp"

#include <gtest/gtest.h>

namespace ganvas {
namespace {

torch::Tensor line(std::vector<float> places) { return torch::tensor(places).view({-1, 1}); }

TEST(Manifolds, SamePointsAgree) {
  const auto x = torch::randn({200, 4});
  const auto result = compareManifolds(x, x);
  EXPECT_DOUBLE_EQ(result.precision, 1);
  EXPECT_DOUBLE_EQ(result.recall, 1);
  EXPECT_DOUBLE_EQ(result.coverage, 1);
  EXPECT_NEAR(result.density, 1.2, 1e-9);  // each ball holds its own centre and five neighbours: 6 / 5
}

TEST(Manifolds, FarApartIsNothing) {
  const auto result = compareManifolds(torch::rand({50, 3}), torch::rand({50, 3}) + 100);
  EXPECT_DOUBLE_EQ(result.precision + result.recall + result.density + result.coverage, 0);
}

TEST(Manifolds, OneModeOfTwo) {
  // Real: 0…9 and 100…109; generated: 20 points within the first. All are good, half of the variety is missing.
  std::vector<float> real, generated;
  for (int i = 0; i < 10; ++i) real.push_back(static_cast<float>(i)), real.push_back(100.0F + static_cast<float>(i));
  for (int i = 0; i < 20; ++i) generated.push_back(0.45F * static_cast<float>(i));
  const auto result = compareManifolds(line(real), line(generated));
  EXPECT_DOUBLE_EQ(result.precision, 1);
  EXPECT_DOUBLE_EQ(result.coverage, 0.5);
  EXPECT_LE(result.recall, 0.5);
  EXPECT_GT(result.recall, 0.4);
}

TEST(Manifolds, BallsReachToTheThirdAndFifthNeighbour) {
  // Real 0…6: the ball of k = 3 around 0 reaches to 3, around 6 as well; so -3 is just in, -3.1 just out. k = 5: 0's reaches to 5.
  const auto real = line({0, 1, 2, 3, 4, 5, 6});
  const auto probe = [&](float at) { return compareManifolds(real, line({at, 1000, 1001, 1002, 1003, 1004, 1005})); };
  EXPECT_DOUBLE_EQ(probe(-3.0F).precision, 1.0 / 7);
  EXPECT_DOUBLE_EQ(probe(-3.1F).precision, 0);
  EXPECT_DOUBLE_EQ(probe(-5.0F).coverage, 1.0 / 7);
  EXPECT_DOUBLE_EQ(probe(-5.1F).coverage, 0);
  EXPECT_NEAR(probe(-5.0F).density, 1.0 / (5 * 7), 1e-12);
}

}  // namespace
}  // namespace ganvas
