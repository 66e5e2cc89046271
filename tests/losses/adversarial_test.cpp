// Losses against numbers worked out by hand, and the optimal discriminator of Goodfellow et al. 2014, proposition 1.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "engine/api/result.hpp"
#include "engine/losses/adversarial.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

// Logits of D = 3/4 and 1/4.
const Tensor kReal = torch::tensor({std::log(3.0)});
const Tensor kFake = torch::tensor({std::log(1.0 / 3.0)});

TEST(AdversarialLoss, minimaxByHand) {
  const auto& loss = adversarialLoss("minimax");
  const auto terms = loss.discriminator(kReal, kFake, 0);
  EXPECT_NEAR(terms.real.item<double>(), -std::log(0.75), 1e-6);
  EXPECT_NEAR(terms.fake.item<double>(), -std::log(0.75), 1e-6);
  EXPECT_NEAR(terms.total.item<double>(), -2 * std::log(0.75), 1e-6);
  EXPECT_NEAR(loss.generator(kFake, {}).item<double>(), std::log(0.75), 1e-6);
  EXPECT_TRUE(loss.probabilities);
}

TEST(AdversarialLoss, nonSaturatingByHand) {
  const auto& loss = adversarialLoss("nonsaturating");
  EXPECT_NEAR(loss.discriminator(kReal, kFake, 0).total.item<double>(), -2 * std::log(0.75), 1e-6);
  EXPECT_NEAR(loss.generator(kFake, {}).item<double>(), -std::log(0.25), 1e-6);
}

TEST(AdversarialLoss, leastSquaresByHand) {
  const auto& loss = adversarialLoss("lsgan");
  const auto real = torch::tensor({0.5, 2.0}), fake = torch::tensor({-1.0, 0.5});
  const auto terms = loss.discriminator(real, fake, 0);
  EXPECT_DOUBLE_EQ(terms.real.item<double>(), (0.25 + 1.0) / 2);
  EXPECT_DOUBLE_EQ(terms.fake.item<double>(), (1.0 + 0.25) / 2);
  EXPECT_DOUBLE_EQ(terms.total.item<double>(), 1.25);
  EXPECT_DOUBLE_EQ(loss.generator(fake, {}).item<double>(), (4.0 + 0.25) / 2);
  EXPECT_FALSE(loss.probabilities);
}

TEST(AdversarialLoss, hingeByHand) {
  const auto& loss = adversarialLoss("hinge");
  const auto real = torch::tensor({0.5, 2.0}), fake = torch::tensor({-3.0, 0.5});
  const auto terms = loss.discriminator(real, fake, 0);
  EXPECT_DOUBLE_EQ(terms.real.item<double>(), 0.25);
  EXPECT_DOUBLE_EQ(terms.fake.item<double>(), 0.75);
  EXPECT_DOUBLE_EQ(loss.generator(fake, {}).item<double>(), 1.25);
}

TEST(AdversarialLoss, wassersteinByHand) {
  for (const auto* name : {"wgan", "wgan-gp"}) {
    const auto& loss = adversarialLoss(name);
    const auto real = torch::tensor({2.0, 4.0}), fake = torch::tensor({-1.0, 0.0});
    EXPECT_DOUBLE_EQ(loss.discriminator(real, fake, 0).total.item<double>(), -3.5);   // minus the gap between the means
    EXPECT_DOUBLE_EQ(loss.generator(fake, {}).item<double>(), 0.5);
    EXPECT_FALSE(loss.smooths);
  }
  EXPECT_EQ(adversarialLoss("wgan").penalty, Penalty::clipping);
  EXPECT_DOUBLE_EQ(adversarialLoss("wgan").penaltyWeight, 0.01);
  EXPECT_EQ(adversarialLoss("wgan-gp").penalty, Penalty::gradient);
  EXPECT_DOUBLE_EQ(adversarialLoss("wgan-gp").penaltyWeight, 10);
}

TEST(AdversarialLoss, relativisticByHand) {
  const auto& loss = adversarialLoss("r3gan");
  // Pairs differ by log 3 + log 3: sigmoid(2 log 3) = 9/10.
  EXPECT_NEAR(loss.discriminator(kReal, kFake, 0).total.item<double>(), -std::log(0.9), 1e-6);
  EXPECT_NEAR(loss.generator(kFake, kReal).item<double>(), -std::log(0.1), 1e-6);
  EXPECT_TRUE(loss.needsRealForGenerator);
  EXPECT_NEAR(loss.discriminator(kReal, kReal, 0).total.item<double>(), loss.discriminatorGuides.front().second, 1e-6);
}

// From -1, generated, to 1, real, whatever the scale of a loss: at its targets, between them, and at D = 3/4.
TEST(AdversarialLoss, opinionsHaveOneScale) {
  for (const auto* name : {"minimax", "nonsaturating"}) {
    const auto& opinion = adversarialLoss(name).opinion;
    EXPECT_NEAR(opinion(kReal).item<double>(), 0.5, 1e-6) << name;
    EXPECT_NEAR(opinion(kFake).item<double>(), -0.5, 1e-6) << name;
  }
  const auto targets = torch::tensor({0.0, 0.5, 1.0}), margins = torch::tensor({-1.0, 0.0, 3.0}), wanted = torch::tensor({-1.0, 0.0, 1.0});
  EXPECT_TRUE(torch::allclose(adversarialLoss("lsgan").opinion(targets), wanted));
  EXPECT_TRUE(torch::allclose(adversarialLoss("hinge").opinion(margins), wanted));
  for (const auto* name : {"wgan", "wgan-gp", "r3gan"}) EXPECT_FALSE(adversarialLoss(name).opinion) << name << " only compares";
}

TEST(AdversarialLoss, smoothingChangesOnlyTheRealTarget) {
  for (const auto& loss : adversarialLosses()) {
    if (!loss.smooths) continue;
    EXPECT_EQ(loss.discriminator(kReal, kFake, 0).fake.item<double>(), loss.discriminator(kReal, kFake, 0.1).fake.item<double>()) << loss.name;
  }
  // Cross-entropy of the target 0.9 with D = 3/4.
  EXPECT_NEAR(adversarialLoss("minimax").discriminator(kReal, kFake, 0.1).real.item<double>(), -0.9 * std::log(0.75) - 0.1 * std::log(0.25), 1e-6);
  EXPECT_NEAR(adversarialLoss("lsgan").discriminator(torch::tensor({0.9}), kFake, 0.1).real.item<double>(), 0, 1e-12);
}

TEST(AdversarialLoss, hugeLogitsStayFinite) {
  const auto huge = torch::tensor({1e4, -1e4, 88.0, -104.0}).requires_grad_(true);
  for (const auto& loss : adversarialLosses()) {
    const auto value = loss.discriminator(huge, huge, 0.1).total + loss.generator(huge, huge);
    const auto gradient = torch::autograd::grad({value}, {huge})[0];
    EXPECT_TRUE(torch::isfinite(value).all().item<bool>()) << loss.name;
    EXPECT_TRUE(torch::isfinite(gradient).all().item<bool>()) << loss.name;
  }
}

// At D = 1/2 everywhere (logit 0; for least squares the output 1/2) the values are the guides of the curves.
TEST(AdversarialLoss, guidesAreTheValuesAtTheOptimum) {
  for (const auto& loss : adversarialLosses()) {
    const auto output = torch::full({8}, loss.name == "lsgan" ? 0.5 : 0.0);
    ASSERT_FALSE(loss.discriminatorGuides.empty());
    EXPECT_NEAR(loss.discriminator(output, output, 0).total.item<double>(), loss.discriminatorGuides[0].second, 1e-6) << loss.name;
    if (loss.generatorGuides.empty()) continue;
    EXPECT_NEAR(loss.generator(output, output).item<double>(), loss.generatorGuides[0].second, 1e-6) << loss.name;
  }
  EXPECT_NEAR(adversarialLoss("minimax").generatorGuides[0].second, -0.693147, 1e-6);
  EXPECT_NEAR(adversarialLoss("nonsaturating").discriminatorGuides[0].second, 1.386294, 1e-6);
}

// Two distributions over five cells. Free logits, one a cell, are trained by the discriminator's own loss: each "picture" is a cell,
// and the weights of the cells come in through repetition (tenths).
class OptimalDiscriminator : public testing::Test {
 protected:
  const std::vector<int> p_ = {4, 3, 2, 1, 0}, q_ = {1, 1, 2, 4, 2};

  static Tensor repeated(const Tensor& logits, const std::vector<int>& tenths) {
    std::vector<std::int64_t> index;
    for (std::size_t cell = 0; cell < tenths.size(); ++cell) index.insert(index.end(), static_cast<std::size_t>(tenths[cell]), static_cast<std::int64_t>(cell));
    return logits.index_select(0, torch::tensor(index));
  }

  /// The least loss and its logits, by plain gradient descent.
  std::pair<double, Tensor> optimise(const std::string& name, double smoothing, double rate, int steps) const {
    auto logits = torch::zeros({5}, torch::kDouble).requires_grad_(true);
    for (int i = 0; i < steps; ++i) {
      const auto value = adversarialLoss(name).discriminator(repeated(logits, p_), repeated(logits, q_), smoothing).total;
      const auto gradient = torch::autograd::grad({value}, {logits})[0];
      torch::NoGradGuard noGrad;
      logits -= rate * gradient;
    }
    torch::NoGradGuard noGrad;
    return {adversarialLoss(name).discriminator(repeated(logits, p_), repeated(logits, q_), smoothing).total.item<double>(), logits.detach()};
  }

  /// Jensen-Shannon divergence in nats.
  double divergence() const {
    double sum = 0;
    for (std::size_t i = 0; i < p_.size(); ++i) {
      const double p = p_[i] / 10.0, q = q_[i] / 10.0, m = (p + q) / 2;
      if (p > 0) sum += p * std::log(p / m) / 2;
      if (q > 0) sum += q * std::log(q / m) / 2;
    }
    return sum;
  }
};

TEST_F(OptimalDiscriminator, minimaxFindsTheRatioOfDensities) {
  const auto [value, logits] = optimise("minimax", 0, 4, 4000);
  for (std::size_t cell = 0; cell < p_.size(); ++cell) {
    const double expected = static_cast<double>(p_[cell]) / (p_[cell] + q_[cell]);
    EXPECT_NEAR(torch::sigmoid(logits[static_cast<std::int64_t>(cell)]).item<double>(), expected, 1e-3) << "cell " << cell;
  }
  EXPECT_NEAR(-value, -std::log(4.0) + 2 * divergence(), 1e-3);  // theorem 1
}

// With the real target 1 - s the optimum is (1-s) p / (p + q): label smoothing moves it (Salimans et al. 2016, 3.4).
TEST_F(OptimalDiscriminator, smoothingMovesTheOptimum) {
  const auto logits = optimise("nonsaturating", 0.2, 4, 4000).second;
  for (std::size_t cell = 0; cell < p_.size(); ++cell) {
    const double expected = 0.8 * p_[cell] / (p_[cell] + q_[cell]);
    EXPECT_NEAR(torch::sigmoid(logits[static_cast<std::int64_t>(cell)]).item<double>(), expected, 1e-3) << "cell " << cell;
  }
}

TEST_F(OptimalDiscriminator, leastSquaresFindsTheRatioOfDensities) {
  const auto logits = optimise("lsgan", 0, 0.5, 2000).second;
  for (std::size_t cell = 0; cell < p_.size(); ++cell) {
    EXPECT_NEAR(logits[static_cast<std::int64_t>(cell)].item<double>(), static_cast<double>(p_[cell]) / (p_[cell] + q_[cell]), 1e-6);
  }
}

// The hinge discriminator's optimum is +-1 by the sign of p - q, with the value 2 - sum |p - q| (Lim & Ye 2017).
TEST_F(OptimalDiscriminator, hingeMeasuresTotalVariation) {
  double distance = 0;
  for (std::size_t i = 0; i < p_.size(); ++i) distance += std::abs(p_[i] - q_[i]) / 10.0;
  EXPECT_NEAR(optimise("hinge", 0, 0.01, 4000).first, 2 - distance, 0.01);
}

TEST(AdversarialLoss, registryIsComplete) {
  std::set<std::string> names;
  for (const auto& loss : adversarialLosses()) {
    EXPECT_TRUE(names.insert(loss.name).second) << loss.name << " twice";
    EXPECT_FALSE(loss.title.empty() || loss.sentence.empty() || loss.paper.empty()) << loss.name;
    EXPECT_EQ(&adversarialLoss(loss.name), &loss);
  }
  for (const auto* name : {"minimax", "nonsaturating", "lsgan", "hinge", "wgan", "wgan-gp", "r3gan"}) EXPECT_TRUE(names.count(name)) << name;
  EXPECT_THROW(adversarialLoss("wasserstine"), ErrorException);
}

}  // namespace
}  // namespace ganvas
