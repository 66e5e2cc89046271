// The networks against the paper's table, and every term of the loss against what it is by hand.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/gans/patch_networks.hpp"
#include "engine/tensor/seeds.hpp"
#include "engine/training/trainer.hpp"
#include "tests/gans/fixed_context.hpp"
#include "tests/training/synthetic_pictures.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

Settings settingsWith(Values more = {}, const std::string& size = "32") { return test::tinySettings("pix2pix", std::move(more), size); }

std::int64_t weightsIn(Network& network) {
  std::int64_t count = 0;
  for (const auto& p : network.parameters()) count += p.numel();
  return count;
}

/// Rows of the input that the logit in the middle depends on.
std::int64_t seenRows(const std::string& patch) {
  Network judge(patchDiscriminator(settingsWith({{"norm_d", std::string("none")}}), patch, 256, 2, 0));
  judge.initialise(makeGenerator(1, Stream::weights));
  for (auto& parameter : judge.parameters()) parameter.data().abs_();   // nothing cancels out
  auto x = torch::ones({1, 2, 256, 256}).requires_grad_(true);
  const auto logits = judge.forward(x * 1);
  logits[0][0][logits.size(2) / 2][logits.size(3) / 2].backward();
  return x.grad().abs().sum({0, 1, 3}).gt(0).sum().item<std::int64_t>();
}

TEST(PatchDiscriminator, SeesWhatItsNameSays) {
  EXPECT_EQ(seenRows("16"), 16);
  EXPECT_EQ(seenRows("34"), 34);
  EXPECT_EQ(seenRows("70"), 70);
  EXPECT_EQ(seenRows("full"), 256);
}

TEST(PatchDiscriminator, AnswersOncePerPatch) {
  const auto shapeOf = [](const std::string& patch, std::int64_t side) {
    Network judge(patchDiscriminator(settingsWith(), patch, side, 4, 0));
    return judge.forward(torch::zeros({2, 4, side, side})).sizes().vec();
  };
  EXPECT_EQ(shapeOf("70", 256), (std::vector<std::int64_t>{2, 1, 30, 30})) << "as in the paper";
  EXPECT_EQ(shapeOf("34", 64), (std::vector<std::int64_t>{2, 1, 14, 14}));
  EXPECT_EQ(shapeOf("full", 64), (std::vector<std::int64_t>{2, 1, 1, 1}));
}

TEST(TranslationGenerator, HasTheWeightsOfItsTable) {  // by hand: 32 px, 4 channels that double up to 32, 3 inputs, 1 output, batch norm
  Network unet(translationGenerator(settingsWith({{"norm_g", std::string("batch")}}), 32, 3, 1, 0));
  const auto down = 16 * (3 * 4 + 4 * 8 + 8 * 16 + 16 * 32) + 4 + 32 + 2 * (8 + 16);
  const auto up = 16 * (32 * 16 + 32 * 8 + 16 * 4 + 8 * 4) + 2 * (16 + 8 + 4 + 4);
  EXPECT_EQ(weightsIn(unet), down + up + 9 * (4 + 3) + 1);
  Network plain(translationGenerator(settingsWith({{"norm_g", std::string("batch")}, {"skips", false}}), 32, 3, 1, 0));
  const auto plainUp = 16 * (32 * 16 + 16 * 8 + 8 * 4 + 4 * 4) + 2 * (16 + 8 + 4 + 4);
  EXPECT_EQ(weightsIn(plain), down + plainUp + 9 * 4 + 1);
}

TEST(TranslationGenerator, KeepsTheSizeOfThePicture) {
  for (const int side : translationSizes()) {
    Network network(translationGenerator(settingsWith({}, std::to_string(side)), side, 5, 3, 2));
    network.initialise(makeGenerator(1, Stream::weights));
    network.eval();
    const auto made = network.forward(torch::zeros({2, 5, side, side}), torch::zeros({2}, torch::kInt64));
    EXPECT_EQ(made.sizes(), (std::vector<std::int64_t>{2, 3, side, side}));
    EXPECT_LE(made.abs().max().item<float>(), 1.0F);
  }
}

// What start_from needs to go from one size to the next.
TEST(TranslationGenerator, KeepsItsShapeWhenTheBottleneckGrowsWithTheSize) {
  const auto shapesAt = [](std::int64_t side, const std::string& bottleneck) {
    std::map<std::string, std::vector<std::int64_t>> shapes;
    Network network(translationGenerator(settingsWith({{"bottleneck", bottleneck}}), side, 9, 3, 0));
    for (const auto& item : network.named_parameters()) shapes[item.key()] = item.value().sizes().vec();
    return shapes;
  };
  EXPECT_EQ(shapesAt(128, "4"), shapesAt(64, "2"));
  EXPECT_EQ(shapesAt(256, "8"), shapesAt(64, "2"));
  EXPECT_EQ(shapesAt(128, "2").size(), shapesAt(64, "2").size() + 6) << "a convolution and an instance norm more each way";
}

class Pix2PixTerms : public ::testing::Test {
 protected:
  std::unique_ptr<Gan> gan(const Settings& settings) { return makeGan(*findFamily("pix2pix"), settings, {1, 32, 32, 2}, torch::kCPU); }
  Batch batch() {
    const auto white = torch::ones({4, 1, 32, 32});
    Batch made{torch::full({4, 1, 32, 32}, 0.5F), torch::tensor({0, 1, 0, 1}, torch::kInt64), white.clone()};
    made.drawings.narrow(2, 10, 2).fill_(-1);
    return made;
  }
  /// The generator's turn after the discriminator's.
  PhaseResult generatorTurn(Gan& gan, const Settings& settings, test::FixedContext& context) {
    auto phases = gan.round(settings, 0);
    PhaseResult result;
    for (const auto& phase : phases) result = phase.run(context);
    return result;
  }
};

TEST_F(Pix2PixTerms, L1IsTheMeanDistanceToTheTruth) {
  const auto settings = settingsWith({{"l1", 10.0}, {"augment_pairs", std::string("none")}, {"adversarial", false}, {"dropout", 0.0}});
  auto networks = gan(settings);
  test::FixedContext context(settings, batch());
  const auto result = generatorTurn(*networks, settings, context);
  EXPECT_NEAR(result.loss.item<double>(), 10 * test::termOf(result, "l1"), 1e-5) << "nothing else is in it";
  // The same drawing and noise (all ones) by hand.
  const auto given = batch();
  auto& generator = *networks->module("generator")->network;
  const auto made = generator.forward(torch::cat({given.drawings, torch::ones({4, 6, 32, 32})}, 1));
  EXPECT_NEAR(test::termOf(result, "l1"), (made - given.samples).abs().mean().item<double>(), 1e-5);
}

TEST_F(Pix2PixTerms, WithoutAJudgeThereIsOnePhase) {
  const auto settings = settingsWith({{"adversarial", false}});
  auto networks = gan(settings);
  const auto phases = networks->round(settings, 0);
  ASSERT_EQ(phases.size(), 1U);
  EXPECT_EQ(phases[0].trains, std::vector<std::string>{"generator"});
}

TEST_F(Pix2PixTerms, EveryTermIsInTheLossWithItsWeight) {
  const auto settings = settingsWith({{"l1", 3.0}, {"feature_matching", 2.0}, {"diversity", 0.5}, {"augment_pairs", std::string("none")}});
  auto networks = gan(settings);
  test::FixedContext context(settings, batch());
  const auto result = generatorTurn(*networks, settings, context);
  const auto term = [&](const char* name) { return test::termOf(result, name); };
  EXPECT_GT(term("feature_matching"), 0);
  EXPECT_NEAR(result.loss.item<double>(), term("loss_g") + 3 * term("l1") + 2 * term("feature_matching") + 0.5 * term("sameness"), 1e-4);
}

TEST_F(Pix2PixTerms, TheTruthItselfHasNoDistance) {
  // A generator whose last layer gives 0.5 everywhere: tanh(0.5493) = 0.5.
  const auto settings = settingsWith({{"l1", 1.0}, {"feature_matching", 1.0}, {"augment_pairs", std::string("none")}});
  auto networks = gan(settings);
  for (auto& item : networks->module("generator")->network->named_parameters())
    if (item.key().rfind("last.", 0) == 0) item.value().data().fill_(item.key() == "last.bias" ? std::atanh(0.5F) : 0.0F);
  test::FixedContext context(settings, batch());
  const auto result = generatorTurn(*networks, settings, context);
  EXPECT_NEAR(test::termOf(result, "l1"), 0, 1e-6);
  EXPECT_NEAR(test::termOf(result, "feature_matching"), 0, 1e-5);
}

TEST_F(Pix2PixTerms, TheClassIsToldToBoth) {
  const auto settings = settingsWith({{"tell_class", true}, {"norm_d", std::string("none")}});
  auto networks = gan(settings);
  EXPECT_TRUE(networks->module("generator")->network->takesLabels());
  EXPECT_TRUE(networks->module("discriminator")->network->takesLabels());
  ASSERT_EQ(networks->codes().size(), 1U);
  EXPECT_EQ(networks->codes()[0].name, "class");
  NamedTensors inputs{{"latent", torch::zeros({2, 6})}, {"sketch", torch::ones({1, 1, 32, 32})}, {"class", torch::tensor({0, 1}, torch::kInt64)}};
  const auto made = networks->infer(inputs).at("samples");
  EXPECT_FALSE(made[0].allclose(made[1], 1e-4, 1e-6));
}

TEST_F(Pix2PixTerms, WithoutADrawingItSaysSo) {
  auto networks = gan(settingsWith());
  try {
    (void)networks->infer({{"latent", torch::zeros({1, 6})}});
    FAIL();
  } catch (const ErrorException& e) {
    EXPECT_EQ(e.error().kind, ErrorKind::usage);
  }
}

TEST_F(Pix2PixTerms, ASampleGridShowsDrawingPictureAndTruth) {
  auto networks = gan(settingsWith());
  const auto held = batch();
  networks->useExamples([held](std::int64_t, std::int64_t count) { return Batch{held.samples.narrow(0, 0, count), {}, held.drawings.narrow(0, 0, count)}; });
  const auto inputs = networks->inputsFrom(torch::zeros({2, 6}), 0);
  const auto made = networks->infer(inputs).at("samples");
  const auto tiles = networks->tiles(made, inputs);
  ASSERT_EQ(tiles.size(0), 2 * findFamily("pix2pix")->info.tilesEach);
  EXPECT_TRUE(tiles[3].equal(held.drawings[1]));
  EXPECT_TRUE(tiles[4].equal(made[1]));
  EXPECT_TRUE(tiles[5].equal(held.samples[1]));
}

TEST(Pix2Pix, ThePerceptualTermIsWhatTheFeatureNetworkSees) {
  const auto settings = settingsWith({{"perceptual", 3.0}, {"l1", 1.0}, {"adversarial", false}});
  Trainer trained(*findFamily("pix2pix"), settings, test::halves(64, 32), torch::kCPU, [](const Tensor& pictures) { return std::vector<Tensor>{pictures * 2, pictures.mean({1, 2, 3})}; });
  ASSERT_TRUE(trained.runRound());
  std::map<std::string, double> terms;
  for (const auto& scalar : trained.takeScalars().value()) terms[scalar.tag] = scalar.value;
  EXPECT_GE(terms.at("perceptual"), 2 * terms.at("l1") - 1e-6) << "twice the pixels' difference, and that of the means";
  EXPECT_LE(terms.at("perceptual"), 3 * terms.at("l1") + 1e-6);
}

/// L1 alone wants the same picture from any noise; weight on sameness keeps a difference. (Without a judge, whose game is another on each processor.)
TEST(Pix2Pix, DiversityMakesTheNoiseCount) {
  const auto spread = [](double weight) {
    Trainer trained(*findFamily("pix2pix"), settingsWith({{"diversity", weight}, {"adversarial", false}, {"l1", 10.0}, {"ema", 0.0}, {"lr_g", 2e-3}, {"dropout", 0.0}}), test::halves(64, 32), torch::kCPU);
    for (int i = 0; i < 80; ++i)
      if (auto done = trained.runRound(); !done) ADD_FAILURE() << done.error().message;
    const auto drawing = heldOut(test::halves(64, 32), torch::kCPU)(0, 1).drawings;
    const auto made = trained.averaged().infer({{"latent", torch::randn({16, 6}, makeGenerator(3, Stream::preview))}, {"sketch", drawing}}).at("samples");
    return (made - made.mean(0, true)).abs().mean().item<double>();
  };
  EXPECT_GT(spread(2.0), 2 * spread(0.0));
}

}  // namespace
}  // namespace ganvas
