#include "engine/tensor/seeds.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace ganvas {
namespace {

TEST(Latents, AreStandardNormal) {
  std::vector<LatentPoint> points;
  for (std::uint32_t i = 0; i < 4000; ++i) points.push_back({7, i});
  const auto z = latentsOf(points, 25).to(torch::kFloat64);
  EXPECT_NEAR(z.mean().item<double>(), 0, 0.01);
  EXPECT_NEAR(z.var().item<double>(), 1, 0.02);
  EXPECT_NEAR(z.pow(4).mean().item<double>(), 3, 0.1);  // kurtosis of a normal
  const auto covariance = z.t().mm(z) / 4000;
  EXPECT_LT((covariance - torch::eye(25, torch::kFloat64)).abs().max().item<double>(), 0.1);
}

TEST(Latents, DependOnSeedAndIndexOnly) {
  const auto all = latentsOf({{3, 0}, {3, 1}, {4, 0}}, 9);
  EXPECT_TRUE(torch::equal(all[1], latentsOf({{3, 1}}, 9)[0]));
  EXPECT_FALSE(torch::equal(all[0], all[1]));
  EXPECT_FALSE(torch::equal(all[0], all[2]));
  EXPECT_TRUE(torch::equal(latentsOf({{3, 1}}, 4)[0], all[1].narrow(0, 0, 4)));
}

TEST(Slerp, FollowsTheGreatCircle) {
  const auto a = torch::tensor({{1.0f, 0.0f}}), b = torch::tensor({{0.0f, 1.0f}});
  const auto at = [&](float t) { return slerp(a, b, torch::tensor({t}))[0]; };
  EXPECT_TRUE(torch::allclose(at(0), a[0]));
  EXPECT_TRUE(torch::allclose(at(1), b[0], 1e-5, 1e-6));
  EXPECT_TRUE(torch::allclose(at(0.5f), torch::tensor({std::sqrt(0.5f), std::sqrt(0.5f)})));
  EXPECT_TRUE(torch::allclose(at(1.0f / 3), torch::tensor({std::cos(M_PIf32 / 6), std::sin(M_PIf32 / 6)})));
}

TEST(Slerp, SurvivesEqualAndOppositePoints) {
  const auto a = torch::tensor({{2.0f, 0.0f}});
  EXPECT_TRUE(torch::allclose(slerp(a, a, torch::tensor({0.3f})), a));
  EXPECT_TRUE(slerp(a, -a, torch::tensor({0.3f})).isfinite().all().item<bool>());
}

TEST(Streams, AreSeparate) {
  auto noise = makeGenerator(1, Stream::noise), order = makeGenerator(1, Stream::order), again = makeGenerator(1, Stream::noise);
  const auto draw = [](torch::Generator& g) { return torch::empty({8}).normal_(0, 1, g); };
  const auto first = draw(noise);
  EXPECT_FALSE(torch::equal(first, draw(order)));
  EXPECT_TRUE(torch::equal(first, draw(again)));
}

}  // namespace
}  // namespace ganvas
