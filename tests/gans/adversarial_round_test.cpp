// The round with players that are a few numbers: who is asked how often, and what the generator's gradient goes through.
#include "engine/gans/adversarial_round.hpp"

#include <gtest/gtest.h>

#include "engine/gans/common_parameters.hpp"
#include "engine/losses/adversarial.hpp"
#include "engine/losses/penalties.hpp"
#include "tests/gans/fixed_context.hpp"

namespace ganvas {
namespace {

Settings settingsWith(Values values) {
  OptimiserDefaults optimiser;
  return Settings(Schema(joined({lossParameters("nonsaturating"), optimiserParameters(optimiser)})).resolve(std::move(values)).value());
}

using test::termOf;

struct Context : test::FixedContext {
  explicit Context(const Settings& settings) : FixedContext(settings, {torch::ones({2, 1, 1, 1}), {}}) {}
};

/// G(z) = a·z, D(x) = slope·x; remembers what D was shown.
struct Game {
  torch::Tensor a = torch::full({1}, 0.5F).requires_grad_(true), slope = torch::ones({1}).requires_grad_(true);
  Network unused{{layers::linear("judge", 1, 1)}};
  std::vector<torch::Tensor> judged;
  Players players;
  Game() {
    players.generate = [this](RoundContext& context) { return Shown{a * context.normal({context.batchSize(), 1, 1, 1})}; };
    players.real = [](RoundContext& context) { return Shown{context.batch().samples}; };
    players.judge = [this](RoundContext&, const Shown& x) { return Verdict{slope * judged.emplace_back(x.pictures).flatten(1), {}}; };
    players.couplesBatch = true;  // real and generated are shown apart
    players.discriminator = &unused;
  }
};

std::vector<PhaseResult> play(Game& game, Context& context) {
  std::vector<PhaseResult> results;
  for (const auto& phase : adversarialRound(game.players, context.settings())) results.push_back(phase.run(context));
  return results;
}

TEST(AdversarialRound, GoesBackThroughThePicturesThatWereJudgedLast) {
  const auto settings = settingsWith({{"d_steps", std::int64_t{2}}});
  Game game;
  Context context(settings);
  auto results = play(game, context);
  EXPECT_EQ(context.draws, 2);  // one for each update of D, none for G's
  ASSERT_EQ(game.judged.size(), 5u);
  EXPECT_TRUE(game.judged[3].equal(game.judged[4]));
  EXPECT_FALSE(game.judged[3].requires_grad()) << "D's update does not reach G";
  results[2].loss.backward();
  // -log sigmoid(a·z) with a = 0.5, z = 2: its slope in a is -z·(1 - sigmoid(1)).
  EXPECT_NEAR(game.a.grad().item<double>(), -2 * (1 - 1 / (1 + std::exp(-1.0))), 1e-6);
}

TEST(AdversarialRound, DrawsAnewForTheGeneratorWhenAsked) {
  const auto settings = settingsWith({{"fresh_noise", true}});
  Game game;
  Context context(settings);
  auto results = play(game, context);
  EXPECT_EQ(context.draws, 2);
  results[1].loss.backward();
  EXPECT_NEAR(game.a.grad().item<double>(), -2 * (1 - 1 / (1 + std::exp(-1.0))), 1e-6);  // z = 2 is the second draw
}

TEST(AdversarialRound, OnlyTheLastUpdateOfDPreparesG) {
  const auto names = [](bool fresh) {
    const auto settings = settingsWith({{"d_steps", std::int64_t{2}}, {"fresh_noise", fresh}});
    Game game;
    std::vector<std::vector<std::string>> prepared;
    for (const auto& phase : adversarialRound(game.players, settings)) prepared.push_back(phase.prepares);
    return prepared;
  };
  EXPECT_EQ(names(false), (std::vector<std::vector<std::string>>{{}, {"generator"}, {}}));
  EXPECT_EQ(names(true), (std::vector<std::vector<std::string>>{{}, {}, {}}));
}

// D(x) = s·x has the slope s everywhere, so every penalty is known.
TEST(AdversarialRound, AHeldPlayerHasNoTurn) {
  const auto trained = [](const char* hold) {
    const auto settings = settingsWith({{"hold", std::string(hold)}, {"d_steps", std::int64_t{2}}});
    Game game;
    std::vector<std::string> names;
    for (const auto& phase : adversarialRound(game.players, settings)) {
      EXPECT_EQ(phase.prepares.empty(), std::string(hold) != "none" || phase.trains.front() == "generator" || names.empty());
      names.push_back(phase.trains.front());
    }
    return names;
  };
  EXPECT_EQ(trained("none"), (std::vector<std::string>{"discriminator", "discriminator", "generator"}));
  EXPECT_EQ(trained("generator"), (std::vector<std::string>{"discriminator", "discriminator"}));
  EXPECT_EQ(trained("discriminator"), (std::vector<std::string>{"generator"}));
}

/// As many addends as the formula has, and they sum up to what is minimised.
TEST(AdversarialRound, TellsWhatItMinimises) {
  for (const auto& loss : adversarialLosses()) {
    for (const double r1 : {0.0, 0.5}) {
      const auto settings = settingsWith({{"loss", loss.name}, {"r1", r1}});
      Game game;
      Context context(settings);
      for (const auto& result : play(game, context)) {
        ASSERT_FALSE(result.formula.empty()) << loss.name;
        double sum = 0;
        for (const auto& addend : result.addends) sum += addend.item<double>();
        EXPECT_NEAR(sum, result.loss.item<double>(), 1e-6) << loss.name << ": " << result.formula;
      }
    }
  }
  const auto smoothed = settingsWith({{"label_smoothing", 0.1}});
  Game game;
  Context context(smoothed);
  EXPECT_TRUE(play(game, context).front().formula.empty()) << "its targets are others";
  EXPECT_EQ(adversarialLoss("nonsaturating").discriminatorFormula, "−E[log D(x)] − E[log(1 − D(G(z)))]") << "Goodfellow et al. 2014, eq. 1";
}

TEST(AdversarialRound, AGeneratorAloneDrawsPicturesAndDataOfItsOwn) {
  struct Counting : Context {
    using Context::Context;
    Batch nextBatch() override { return ++batches, Context::nextBatch(); }
    int batches = 0;
  };
  const auto settings = settingsWith({{"hold", std::string("discriminator")}});
  Game game;
  Counting context(settings);
  (void)play(game, context);
  auto second = play(game, context);
  EXPECT_EQ(context.draws, 2);
  EXPECT_EQ(context.batches, 2);
  EXPECT_NEAR(termOf(second[0], "d_fake"), 1 / (1 + std::exp(-1.0)), 1e-6) << "sigmoid(0.5·2), since no update of D has told it";
  second[0].loss.backward();
  EXPECT_NEAR(game.a.grad().item<double>(), -2 * (1 - 1 / (1 + std::exp(-1.0))), 1e-6);  // z = 2 is the second draw
}

TEST(AdversarialRound, PenaltiesAreThoseOfTheLossAndCountForTheRoundsLeftOut) {
  const auto penaltyOf = [](Values values) {
    const auto settings = settingsWith(std::move(values));
    Game game;
    game.slope = torch::full({1}, 3.0F).requires_grad_(true);
    Context context(settings);
    return termOf(play(game, context)[0], "penalty");
  };
  EXPECT_TRUE(std::isnan(penaltyOf({})));
  EXPECT_NEAR(penaltyOf({{"loss", std::string("wgan-gp")}}), 10 * (3 - 1) * (3 - 1), 1e-4);
  EXPECT_NEAR(penaltyOf({{"loss", std::string("wgan-gp")}, {"penalty", 2.0}, {"penalty_every", std::int64_t{4}}}), 4 * 2 * 4, 1e-4);
  EXPECT_NEAR(penaltyOf({{"r1", 0.5}}), 0.5 / 2 * 9, 1e-4);
  EXPECT_NEAR(penaltyOf({{"loss", std::string("r3gan")}}), 1.0 / 2 * 9 * 2, 1e-4);
}

TEST(AdversarialRound, PenaltiesTeachD) {
  const auto settings = settingsWith({{"loss", std::string("wgan-gp")}});
  Game game;
  game.slope = torch::full({1}, 3.0F).requires_grad_(true);
  Context context(settings);
  play(game, context)[0].loss.backward();
  // d/ds of -s·mean(real) + s·mean(fake) + 10 (s - 1)², real 1, fake 0.5.
  EXPECT_NEAR(game.slope.grad().item<double>(), -1 + 0.5 + 20 * 2, 1e-3);
}

TEST(AdversarialRound, FamiliesAddTheirTerms) {
  const auto settings = settingsWith({});
  Game game;
  game.players.discriminatorAdds = [](RoundContext&, const Shown&, const Verdict&) { return Addition{torch::full({}, 5.0F), {{"more", torch::full({}, 5.0F)}}}; };
  game.players.generatorAdds = [](RoundContext&, const Shown&, const Verdict& verdict) { return Addition{verdict.logits.sum(), {}}; };
  game.players.generatorDeceives = false;
  Context context(settings);
  const auto results = play(game, context);
  EXPECT_NEAR(results[0].loss.item<double>() - termOf(results[0], "loss_d"), 5, 1e-6);
  EXPECT_DOUBLE_EQ(termOf(results[0], "more"), 5);
  EXPECT_NEAR(results[1].loss.item<double>(), 2 * 0.5, 1e-6);   // two samples of a·z = 0.5·1
}

// One step ahead D's slope s is s' = s - lr·sign(∂L/∂s), as Adam's first step is; G's loss is then -log sigmoid(s'·a·z).
TEST(AdversarialRound, GLearnsAgainstDAsItWillBe) {
  const auto settings = settingsWith({{"unrolled", std::int64_t{1}}});
  Network d({layers::linear("judge", 1, 1, false)});
  d.parameters()[0].detach().fill_(1);
  FlatAdam adam({{"weight", d.parameters()[0]}}, {});
  adam.setLearningRate(0.5);
  Game game;
  game.players.judge = [&](RoundContext&, const Shown& x) { return Verdict{d.forward(x.pictures.flatten(1)), {}}; };
  game.players.discriminator = &d;
  Context context(settings);
  context.optimizer = &adam;
  const auto results = play(game, context);
  // L = -log sigmoid(s) - log(1 - sigmoid(0.5 s)), real 1, generated 0.5: its slope at s = 1 is -0.269 + 0.5·0.622 > 0.
  EXPECT_NEAR(termOf(results[1], "loss_g"), std::log1p(std::exp(-0.5 * 0.5)), 1e-5);
  EXPECT_NEAR(d.parameters()[0].item<double>(), 1, 1e-7) << "only looked ahead";
}

// A pack of two is one input of D: its slope is that of both pictures together.
TEST(Penalties, OfPacksAreThePacksOwn) {
  const auto pictures = torch::ones({4, 1, 1, 1}).requires_grad_(true);
  const auto logits = 3 * pictures.reshape({2, 2}).sum(1, true);
  EXPECT_NEAR(squaredSlope(logits, pictures).item<double>(), 2 * 9, 1e-5);
}

}  // namespace
}  // namespace ganvas
