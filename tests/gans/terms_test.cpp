// What the families' own terms are, held against the papers' formulas written out here on the networks' plain outputs.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/gans/discriminator_head.hpp"
#include "engine/training/trainer.hpp"
#include "tests/gans/fixed_context.hpp"
#include "tests/training/tiny_runs.hpp"

namespace ganvas {
namespace {

using test::FixedContext;
using test::termOf;
using torch::Tensor;

constexpr int kClasses = 4;

Batch someBatch() {
  torch::manual_seed(5);
  return {torch::rand({8, 1, 28, 28}) * 2 - 1, torch::arange(8, torch::kInt64).remainder(kClasses)};
}

struct Played {
  std::unique_ptr<Gan> gan;
  std::vector<PhaseResult> phases;
  Network& network(const std::string& name) { return *gan->module(name)->network; }
};

Played play(const std::string& family, Values values) {
  const auto settings = test::tinySettings(family, std::move(values));
  Played played{makeGan(*findFamily(family), settings, {1, 28, 28, kClasses}, torch::kCPU), {}};
  for (const auto& slot : played.gan->modules()) slot.network->train();
  FixedContext context(settings, someBatch());
  for (const auto& phase : played.gan->round(settings, 0)) played.phases.push_back(phase.run(context));
  return played;
}

double averageOf(const Tensor& t) { return t.mean().item<double>(); }

Values bareSgan() { return {{"augment", std::string("none")}, {"dropout_d", 0.0}, {"consistency", 0.0}}; }

// "Generated" is one more class with logit 0 (Salimans et al. 2016, section 5): D(x) = Z / (Z + 1), Z = Σ exp l_k.
TEST(Sgan, RealIsTheSumOfTheClassesAgainstOne) {
  auto played = play("sgan", bareSgan());
  const auto z = played.network("discriminator").forward(someBatch().samples).exp().sum(1);
  EXPECT_NEAR(termOf(played.phases[0], "d_real"), averageOf(z / (z + 1)), 1e-5);
}

TEST(Sgan, NamesTheFewLabelsByCrossEntropy) {
  auto played = play("sgan", bareSgan());
  const auto p = torch::softmax(played.network("discriminator").forward(someBatch().samples), 1);
  double loss = 0;
  for (int i = 0; i < 8; ++i) loss -= std::log(p[i][i % kClasses].item<double>()) / 8;
  EXPECT_NEAR(termOf(played.phases[0], "loss_labels"), loss, 1e-5);
}

// Answers q lean to rarer classes: q_k / c_k, normed, where c is the average share of each class, of which one round is a hundredth
// (Berthelot et al. 2020, 3.1, there over 128 batches). Nothing else moves the target here.
TEST(Sgan, ConsistencyLeansToRareClasses) {
  auto values = bareSgan();
  values["consistency"] = 10.0, values["consistency_steps"] = std::int64_t{0}, values["equal_classes"] = true;
  auto played = play("sgan", values);
  const auto q = torch::softmax(played.network("discriminator").forward(someBatch().samples), 1).to(torch::kFloat64);
  double gap = 0;
  for (int i = 0; i < 8; ++i) {
    double sum = 0, leaning[kClasses];
    for (int k = 0; k < kClasses; ++k) sum += leaning[k] = q[i][k].item<double>() / (0.99 / kClasses + 0.01 * averageOf(q.select(1, k)));
    for (int k = 0; k < kClasses; ++k) gap += std::pow(q[i][k].item<double>() - leaning[k] / sum, 2) / 8;
  }
  EXPECT_GT(gap, 0);
  EXPECT_NEAR(termOf(played.phases[0], "loss_consistency"), gap, 0.01 * gap);
}

// |E f(x) - E f(G(z))|² (3.1), f what D's last layer reads; the second draw of noise is all twos.
TEST(Sgan, MatchesMeanFeatures) {
  auto values = bareSgan();
  values["fresh_noise"] = true;
  auto played = play("sgan", values);
  auto& d = played.network("discriminator");
  const auto fake = played.network("generator").forward(torch::full({8, 6}, 2.0F));
  const auto gap = d.forwardTo(someBatch().samples, kFeatures).mean(0) - d.forwardTo(fake, kFeatures).mean(0);
  EXPECT_NEAR(termOf(played.phases[1], "loss_g"), averageOf(gap.square()), 1e-6);
}

// D is told the class of every picture, real ones theirs and generated ones the class that they were asked for.
TEST(Cgan, BothNetworksAreToldTheBatchesClasses) {
  auto played = play("cgan", {{"loss", std::string("nonsaturating")}, {"norm_d", std::string("none")}, {"norm_g", std::string("none")}});
  auto &d = played.network("discriminator"), &g = played.network("generator");
  const auto batch = someBatch();
  const auto answer = [&](const Tensor& pictures, const Tensor& labels) { return averageOf(torch::sigmoid(d.forward(pictures, labels))); };
  const auto fake = g.forward(torch::full({8, 6}, 1.0F), batch.labels);
  EXPECT_NEAR(termOf(played.phases[0], "d_real"), answer(batch.samples, batch.labels), 1e-6);
  EXPECT_NEAR(termOf(played.phases[0], "d_fake"), answer(fake, batch.labels), 1e-6);
  const auto others = (batch.labels + 1).remainder(kClasses);
  EXPECT_GT(std::abs(answer(batch.samples, batch.labels) - answer(batch.samples, others)), 1e-7) << "labels count";
  EXPECT_FALSE(fake.allclose(g.forward(torch::full({8, 6}, 1.0F), others)));
}

// A reader that says nothing (all weights zero) has learnt nothing: of the category log K - log K, of each number the entropy's bound
// against the density of N(0,1) at the code (eq. 4 and 5).
TEST(Infogan, AReaderThatSaysNothingHasNoInformation) {
  const auto settings = test::tinySettings("infogan", {{"information_steps", std::int64_t{0}}, {"motion", 0.0}});
  auto gan = makeGan(*findFamily("infogan"), settings, {1, 28, 28, 0}, torch::kCPU);
  {
    torch::NoGradGuard guard;
    for (auto& parameter : gan->module("reader")->network->parameters()) parameter.zero_();
  }
  for (const auto& slot : gan->modules()) slot.network->train();
  FixedContext context(settings, someBatch());
  const auto result = gan->round(settings, 0).front().run(context);
  EXPECT_NEAR(termOf(result, "information"), 0, 1e-5);
}

}  // namespace
}  // namespace ganvas
