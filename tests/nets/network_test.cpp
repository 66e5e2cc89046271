#include "engine/nets/network.hpp"

#include <gtest/gtest.h>

#include "engine/tensor/seeds.hpp"

namespace ganvas {
namespace {

torch::Generator seeded(std::uint64_t seed) { return makeGenerator(seed, Stream::weights); }

TEST(Network, BeginsWithThePapersWeights) {  // Radford 2016, section 4: N(0, 0.02²)
  Network net({layers::conv("c", 64, 128, 4, 2, 1, false), layers::batchNorm("n", 128)});
  net.initialise(seeded(5));
  const auto w = net.named_parameters()["c.weight"];
  EXPECT_NEAR(w.mean().item<double>(), 0.0, 3e-4);
  EXPECT_NEAR(w.std().item<double>(), 0.02, 3e-4);
  const auto scale = net.named_parameters()["n.weight"];
  EXPECT_NEAR(scale.mean().item<double>(), 1.0, 0.01);
  EXPECT_NEAR(scale.std().item<double>(), 0.02, 0.005);
}

TEST(Network, SameSeedSameWeights) {
  const std::vector<LayerSpec> specs{layers::linear("a", 5, 7), layers::relu("r"), layers::linear("b", 7, 2)};
  Network one(specs), two(specs), other(specs);
  one.initialise(seeded(1)), two.initialise(seeded(1)), other.initialise(seeded(2));
  for (const auto& item : one.named_parameters()) EXPECT_TRUE(torch::equal(item.value(), two.named_parameters()[item.key()])) << item.key();
  EXPECT_FALSE(torch::equal(one.named_parameters()["a.weight"], other.named_parameters()["a.weight"]));
}

TEST(Network, MaxoutTakesTheLargestPiece) {
  Network net({layers::maxout("m", 1, 2, 2)});
  torch::NoGradGuard guard;
  net.named_parameters()["m.weight"].copy_(torch::tensor({1.0f, -1.0f, 2.0f, 0.5f}).view({4, 1}));
  net.named_parameters()["m.bias"].copy_(torch::tensor({0.0f, 0.0f, 0.0f, 1.0f}));
  const auto y = net.forward(torch::tensor({3.0f, -3.0f}).view({2, 1}));
  EXPECT_TRUE(torch::allclose(y, torch::tensor({{3.0f, 6.0f}, {3.0f, -0.5f}})));  // max(x,-x), max(2x, x/2+1)
}

TEST(Network, NormUsesTheBatchOnlyInTraining) {
  Network net({layers::batchNorm("n", 1)});
  const auto x = torch::tensor({1.0f, 3.0f}).view({2, 1});
  net.train();
  EXPECT_TRUE(torch::allclose(net.forward(x), torch::tensor({-1.0f, 1.0f}).view({2, 1}), 1e-4, 1e-4));  // (x - 2) / 1
  // After one batch: mean 0.1·2, variance 0.9·1 + 0.1·2 (unbiased).
  net.eval();
  EXPECT_TRUE(torch::allclose(net.forward(x), (x - 0.2) / std::sqrt(1.1 + 1e-5), 1e-5, 1e-5));
  EXPECT_TRUE(net.couplesBatch());
}

TEST(Network, DropoutKeepsTheMeanAndRestsAtInference) {
  Network net({layers::dropout("d", 0.25)});
  net.setNoise(seeded(3));
  const auto x = torch::ones({100, 100});
  net.train();
  const auto y = net.forward(x);
  EXPECT_NEAR(y.mean().item<double>(), 1.0, 0.02);
  EXPECT_NEAR((y == 0).to(torch::kFloat64).mean().item<double>(), 0.25, 0.02);
  net.eval();
  EXPECT_TRUE(torch::equal(net.forward(x), x));
}

TEST(Network, StopsAtANamedLayer) {
  Network net({layers::linear("a", 3, 4), layers::relu("r"), layers::linear("b", 4, 2)});
  net.initialise(seeded(1));
  EXPECT_EQ(net.forwardTo(torch::ones({2, 3}), "a").size(1), 4);
  EXPECT_EQ(net.forward(torch::ones({2, 3})).size(1), 2);
  EXPECT_THROW(net.forwardTo(torch::ones({2, 3}), "nowhere"), std::logic_error);
}

// Batch norm and its activation run as one operation; the outputs of both layers are there all the same.
TEST(Network, NormIsSeenApartFromItsActivation) {
  Network net({layers::conv("c", 2, 3, 4, 2, 1, true), layers::batchNorm("n", 3), layers::leakyRelu("l", 0.2), layers::flatten("f")});
  net.initialise(seeded(1));
  const auto x = torch::randn({4, 2, 8, 8});
  const auto normed = net.forwardTo(x, "n");
  EXPECT_LT(normed.min().item<double>(), -0.5);
  EXPECT_TRUE(torch::allclose(net.forwardTo(x, "l"), torch::leaky_relu(normed, 0.2), 1e-5, 1e-5));
  EXPECT_TRUE(torch::allclose(net.forward(x), torch::leaky_relu(normed, 0.2).flatten(1), 1e-5, 1e-5));
}

// Twice x, then x itself beside it, then x beside both: named outputs come in where they are asked for, after what is done in place.
TEST(Network, AnEarlierOutputComesInOnceMore) {
  Network net({layers::conv("double", 1, 1, 1, 1, 0, false), layers::leakyRelu("leaky", 0.5), layers::conv("again", 1, 1, 1, 1, 0, false), layers::joinOutput("skip", 1, "leaky", 1),
               layers::joinOutput("entrance", 2, "", 1)});
  for (auto& weight : net.parameters()) weight.data().fill_(2);
  const auto x = torch::tensor({3.0F, -4.0F}).view({1, 1, 1, 2});
  const auto y = net.forward(x.clone());
  EXPECT_TRUE(y.equal(torch::tensor({12.0F, -8.0F, 6.0F, -4.0F, 3.0F, -4.0F}).view({1, 3, 1, 2})));
  const auto along = net.forwardAlong(x.clone(), {"leaky", "again"});
  ASSERT_EQ(along.size(), 3U);
  EXPECT_TRUE(along[0].equal(torch::tensor({6.0F, -4.0F}).view({1, 1, 1, 2})));
  EXPECT_TRUE(along[1].equal(torch::tensor({12.0F, -8.0F}).view({1, 1, 1, 2})));
  EXPECT_TRUE(along[2].equal(y));
}

}  // namespace
}  // namespace ganvas
