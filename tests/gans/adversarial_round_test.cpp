// The round with players that are a few numbers: who is asked how often, and what the generator's gradient goes through.
#include "engine/gans/adversarial_round.hpp"

#include <gtest/gtest.h>

#include "engine/gans/common_parameters.hpp"

namespace ganvas {
namespace {

Settings settingsWith(Values values) {
  OptimiserDefaults optimiser;
  return Settings(Schema(joined({lossParameters("nonsaturating"), optimiserParameters(optimiser)})).resolve(std::move(values)).value());
}

class Context : public RoundContext {
 public:
  explicit Context(const Settings& settings) : settings_(settings) {}
  const Settings& settings() const override { return settings_; }
  std::int64_t step() const override { return 0; }
  std::int64_t batchSize() const override { return 2; }
  Batch nextBatch() override { return batch_; }
  const Batch& batch() const override { return batch_; }
  torch::Tensor normal(std::vector<std::int64_t> shape) override { return torch::full(shape, static_cast<float>(++draws)); }
  int draws = 0;

 private:
  const Settings& settings_;
  Batch batch_{torch::ones({2, 1, 1, 1}), {}};
};

/// G(z) = a·z, D(x) = x; remembers what D was shown.
struct Game {
  torch::Tensor a = torch::full({1}, 0.5F).requires_grad_(true);
  std::vector<torch::Tensor> judged;
  Players players;
  Game() {
    players.generate = [this](RoundContext& context) { return a * context.normal({context.batchSize(), 1, 1, 1}); };
    players.judge = [this](RoundContext&, const torch::Tensor& x) { return judged.emplace_back(x).flatten(1); };
    players.couplesBatch = true;  // real and generated are shown apart
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

}  // namespace
}  // namespace ganvas
