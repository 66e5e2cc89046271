#include "engine/training/trainer.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "engine/training/judging.hpp"
#include "tests/training/synthetic_pictures.hpp"
#include "tests/training/tiny_runs.hpp"

namespace ganvas {
namespace {

using test::halves;
using test::tinySettings;

class EveryFamily : public ::testing::TestWithParam<std::string> {
 protected:
  std::unique_ptr<Trainer> trainer(Values more = {}) {
    return std::make_unique<Trainer>(*findFamily(GetParam()), tinySettings(GetParam(), std::move(more)), data_, torch::kCPU);
  }
  std::shared_ptr<const DataSet> data_ = test::dataFor(GetParam());
};
INSTANTIATE_TEST_SUITE_P(Registry, EveryFamily, ::testing::ValuesIn(test::familyNames()), [](const auto& info) { return test::asTestName(info.param); });

void expectSame(const NamedTensors& a, const NamedTensors& b) {
  ASSERT_EQ(a.size(), b.size());
  for (const auto& [name, tensor] : a) EXPECT_TRUE(torch::equal(tensor, b.at(name))) << name;
}

NamedTensors copyOf(NamedTensors tensors) {
  for (auto& [name, tensor] : tensors) tensor = tensor.clone();
  return tensors;
}

TEST_P(EveryFamily, SameSeedGivesTheSameBits) {
  auto a = trainer(), b = trainer();
  for (int i = 0; i < 4; ++i) ASSERT_TRUE(a->runRound() && b->runRound());
  expectSame(a->state(), b->state());
}

TEST_P(EveryFamily, AnotherSeedGivesOtherWeights) {
  auto a = trainer(), b = trainer({{"seed", std::int64_t{2}}});
  for (const auto& [name, tensor] : a->snapshot().live)
    EXPECT_TRUE(name.find(".weight") == std::string::npos || !torch::equal(tensor, b->snapshot().live.at(name))) << name;
}

TEST_P(EveryFamily, GoesOnBitForBitFromItsState) {
  auto whole = trainer(), first = trainer();
  for (int i = 0; i < 6; ++i) ASSERT_TRUE(whole->runRound());
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(first->runRound());
  const auto half = copyOf(first->state());
  auto second = trainer();
  ASSERT_TRUE(second->runRound());  // whatever it was before must be gone
  ASSERT_TRUE(second->load(half, 3));
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(second->runRound());
  EXPECT_EQ(second->step(), 6);
  expectSame(whole->state(), second->state());
}

TEST_P(EveryFamily, LookingChangesNothing) {
  auto watched = trainer(), alone = trainer();
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(watched->runRound() && alone->runRound());
    (void)watched->preview();
    (void)picturesOfSeed(watched->averaged(), 1, 5, 0, torch::kCPU);
    watched->newPreviewLatents(static_cast<std::uint64_t>(i));
    (void)watched->snapshot();
  }
  expectSame(watched->state(), alone->state());
}

TEST_P(EveryFamily, OnePlayerIsHeldWhileTheOtherLearns) {
  auto trained = trainer();
  std::vector<std::string> order;
  for (int i = 0; i < 4; ++i) {
    const auto before = trained->snapshot().live;
    const auto report = trained->runPhase();
    ASSERT_TRUE(report);
    const auto learns = report->phase.substr(0, report->phase.find(' '));   // a phase is named after who learns in it
    const auto after = trained->snapshot().live;
    bool changed = false;
    for (const auto& [name, tensor] : before) {
      if (name.find("running_") != std::string::npos) continue;  // statistics follow every forward pass
      const auto module = name.substr(0, name.find('.'));
      const bool same = torch::equal(tensor, after.at(name)), reads = module == "reader" && learns == "discriminator";   // what reads D's features learns with it
      if (module == learns) changed |= !same;
      else EXPECT_TRUE(same || reads) << name << " changed in phase " << report->phase;
    }
    EXPECT_TRUE(changed) << report->phase;
    order.push_back(learns);
  }
  EXPECT_EQ(order[0], "discriminator");
  EXPECT_EQ(order[1], "generator") << "updates alternate";
}

TEST_P(EveryFamily, AHeldPlayerStaysAsItIs) {
  auto trained = trainer();
  ASSERT_TRUE(trained->runRound());
  for (const std::string held : {"generator", "discriminator"}) {
    trained->setParameter("hold", held);
    const auto before = trained->snapshot().live;
    const auto seen = trained->epochs();
    for (int i = 0; i < 2; ++i) ASSERT_TRUE(trained->runRound());
    EXPECT_GT(trained->epochs(), seen);
    std::set<std::string> changed;
    for (const auto& [name, tensor] : trained->snapshot().live)
      if (name.find("running_") == std::string::npos && !torch::equal(tensor, before.at(name))) changed.insert(name.substr(0, name.find('.')));
    EXPECT_FALSE(changed.contains(held));
    EXPECT_TRUE(changed.contains(held == "generator" ? "discriminator" : "generator")) << "the other goes on learning";
  }
}

TEST_P(EveryFamily, ARoundIsPlayedByTheRulesWithWhichItBegan) {
  auto changed = trainer(), fromTheStart = trainer();
  ASSERT_TRUE(changed->runPhase());
  changed->setParameter("lr_g", 0.01);
  EXPECT_EQ(changed->nextSettings().real("lr_g"), 0.01);
  while (!changed->betweenRounds()) ASSERT_TRUE(changed->runPhase());
  ASSERT_TRUE(fromTheStart->runRound());
  fromTheStart->setParameter("lr_g", 0.01);
  ASSERT_TRUE(changed->runRound() && fromTheStart->runRound());
  expectSame(changed->state(), fromTheStart->state());
}

TEST_P(EveryFamily, AsManyDiscriminatorStepsAsAsked) {
  auto trained = trainer({{"d_steps", std::int64_t{3}}});
  std::vector<std::string> names;
  for (bool finished = false; !finished;) {
    const auto report = trained->runPhase();
    ASSERT_TRUE(report);
    names.push_back(report->phase);
    finished = report->roundFinished;
  }
  ASSERT_GE(names.size(), 4u);
  names.resize(4);   // what a family has of its own comes after the game's
  EXPECT_EQ(names, (std::vector<std::string>{"discriminator 1 of 3", "discriminator 2 of 3", "discriminator 3 of 3", "generator"}));
  EXPECT_DOUBLE_EQ(trained->epochs(), 3.0 * 8 / static_cast<double>(data_->trainCount()));
}

TEST_P(EveryFamily, NotANumberStopsTheRunWithASentence) {
  auto trained = trainer();
  ASSERT_TRUE(trained->runRound());
  auto state = copyOf(trained->state());
  for (auto& [name, tensor] : state)
    if (name.rfind("generator.", 0) == 0 && name.find("weight") != std::string::npos) tensor.fill_(std::numeric_limits<float>::quiet_NaN());
  ASSERT_TRUE(trained->load(state, 1));
  const auto result = trained->runRound();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::numeric);
  EXPECT_NE(result.error().message.text().find("round 2"), std::string::npos) << result.error().message;
  EXPECT_NE(result.error().message.text().find("lr_g"), std::string::npos) << result.error().message;
}

TEST_P(EveryFamily, EveryCurveThatIsRecordedIsDescribed) {
  auto trained = trainer();
  ASSERT_TRUE(trained->runRound());
  auto series = findFamily(GetParam())->series(trained->settings());
  for (auto& more : trainerSeries(findFamily(GetParam())->modules)) series.push_back(more);
  const auto scalars = trained->takeScalars();
  ASSERT_TRUE(scalars);
  EXPECT_FALSE(scalars->empty());
  for (const auto& scalar : *scalars) {
    const auto found = std::find_if(series.begin(), series.end(), [&](const auto& s) { return s.tag == scalar.tag; });
    ASSERT_NE(found, series.end()) << scalar.tag;
    EXPECT_GT(found->sentence.size(), 20u);
    EXPECT_EQ(scalar.step, 1);
  }
}

TEST_P(EveryFamily, OtherNetworksAreRefused) {
  auto small = trainer(), large = trainer({{"latent", std::int64_t{9}}});
  const auto before = copyOf(small->state());
  const auto loaded = small->load(large->state(), 0);
  ASSERT_FALSE(loaded);
  EXPECT_NE(loaded.error().message.text().find("generator."), std::string::npos) << loaded.error().message;
  expectSame(small->state(), before);
}

TEST_P(EveryFamily, LearnsWhichHalfIsBright) {
  if (test::ofPoints(GetParam())) GTEST_SKIP() << "points have no halves; see toy2d_test";
  Values values{{"lr_g", 2e-3}, {"lr_d", 2e-3}, {"ema", 0.9}, {"batch", std::int64_t{16}}};
  if (findFamily(GetParam())->schema.find("augment_pairs")) values["augment_pairs"] = std::string("none");   // mirrored halves would be either bright
  auto trained = trainer(values);
  const auto contrast = [&] {
    const auto pictures = picturesOfSeed(trained->averaged(), 1, 32, 0, torch::kCPU);
    return (pictures.narrow(3, 0, 12).mean() - pictures.narrow(3, pictures.size(3) - 12, 12).mean()).item<double>();
  };
  ASSERT_LT(std::abs(contrast()), 0.5);
  for (int i = 0; i < 250; ++i) ASSERT_TRUE(trained->runRound());
  EXPECT_GT(contrast(), 0.9);  // the data's is 1.57
}

TEST(Ema, FollowsItsFormula) {
  Trainer trained(*findFamily("fc-gan"), tinySettings("fc-gan", {{"ema", 0.9}}), halves(), torch::kCPU);
  const std::string name = "generator.picture.weight";
  auto expected = trained.snapshot().live.at(name).to(torch::kFloat64);
  for (int step = 1; step <= 12; ++step) {
    ASSERT_TRUE(trained.runRound());
    const double decay = std::min(0.9, (1.0 + step) / (10.0 + step));
    expected = decay * expected + (1 - decay) * trained.snapshot().live.at(name).to(torch::kFloat64);
  }
  EXPECT_TRUE(torch::allclose(trained.snapshot().averaged.at(name).to(torch::kFloat64), expected, 1e-5, 1e-6));
}

TEST(Ema, ZeroMeansTheLiveWeights) {
  Trainer trained(*findFamily("dcgan"), tinySettings("dcgan", {{"ema", 0.0}}), halves(), torch::kCPU);
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(trained.runRound());
  const auto snapshot = trained.snapshot();
  for (const auto& [name, tensor] : snapshot.live) EXPECT_TRUE(torch::allclose(tensor, snapshot.averaged.at(name), 0, 1e-7)) << name;
}

TEST(Schedule, FallsToZero) {
  const auto at = [](const char* schedule, std::int64_t step) {
    return rateFactor(tinySettings("dcgan", {{"schedule", std::string(schedule)}, {"schedule_steps", std::int64_t{100}}}), step);
  };
  EXPECT_DOUBLE_EQ(at("constant", 500), 1.0);
  EXPECT_DOUBLE_EQ(at("linear", 25), 0.75);
  EXPECT_DOUBLE_EQ(at("linear", 200), 0.0);
  EXPECT_DOUBLE_EQ(at("cosine", 0), 1.0);
  EXPECT_NEAR(at("cosine", 50), 0.5, 1e-12);
  EXPECT_NEAR(at("cosine", 100), 0.0, 1e-12);
}

TEST(Clipping, LimitsTheStepsGradient) {
  Trainer free(*findFamily("fc-gan"), tinySettings("fc-gan"), halves(), torch::kCPU);
  Trainer clipped(*findFamily("fc-gan"), tinySettings("fc-gan", {{"clip_grad", 1e-3}}), halves(), torch::kCPU);
  ASSERT_TRUE(free.runRound() && clipped.runRound());
  // Adam's first step does not depend on the gradient's length, its second moments do.
  const auto moments = [](Trainer& t) { return t.state().at("optim.discriminator.exp_avg_sq.judge.weight").sum().item<double>(); };
  EXPECT_LT(moments(clipped), moments(free));
  EXPECT_LE(std::sqrt(moments(clipped) / (1 - 0.999)), 1.001e-3);
}

TEST(Batches, ShowEveryPictureOnceAnEpoch) {
  const auto data = test::syntheticPictures(10, 1, 28, [](std::int64_t i, int, int, int) { return static_cast<std::uint8_t>(i * 20); }, 10);
  BatchSource source(data, at::make_generator<at::CPUGeneratorImpl>(3), torch::kCPU);
  std::vector<int> seen(10, 0);
  for (int i = 0; i < 5; ++i) {
    const auto batch = source.next(4);  // 20 pictures: two epochs, one batch spans both
    for (int k = 0; k < 4; ++k) {
      const auto label = batch.labels[k].item<std::int64_t>();
      ++seen[static_cast<std::size_t>(label)];
      EXPECT_NEAR(batch.samples[k].mean().item<double>(), static_cast<double>(label) * 20 / 127.5 - 1, 1e-6);
    }
    if (i == 1) {
      EXPECT_EQ(*std::max_element(seen.begin(), seen.end()), 1);
    }
  }
  for (const int count : seen) EXPECT_EQ(count, 2);
  EXPECT_DOUBLE_EQ(source.epochs(), 2.0);
}

TEST(FewLabels, AreTheSameForTheSameSeedAndOfEveryClass) {
  const auto data = test::syntheticPictures(40, 1, 28, [](std::int64_t i, int, int, int) { return static_cast<std::uint8_t>(i * 6); }, 4);
  const auto seen = [&](std::int64_t seed) {   // brightness tells which picture it is
    Trainer trainer(*findFamily("sgan"), tinySettings("sgan", {{"labels_per_class", std::int64_t{2}}, {"label_seed", seed}}), data, torch::kCPU);
    const auto batch = trainer.labelledBatch(8);
    std::map<std::int64_t, std::set<int>> byClass;
    for (int i = 0; i < 8; ++i) byClass[batch.labels[i].item<std::int64_t>()].insert(static_cast<int>(std::lround((batch.samples[i].mean().item<double>() + 1) * 127.5 / 6)));
    return byClass;
  };
  const auto first = seen(1);
  ASSERT_EQ(first.size(), 4u);
  for (const auto& [label, pictures] : first) {
    EXPECT_EQ(pictures.size(), 2u);
    for (const int picture : pictures) EXPECT_EQ(picture % 4, label);
  }
  EXPECT_EQ(seen(1), first);
  EXPECT_NE(seen(2), first);
}

TEST(FewLabels, MoreThanAClassHasIsASentence) {
  try {
    Trainer trainer(*findFamily("sgan"), tinySettings("sgan", {{"labels_per_class", std::int64_t{100}}}), halves(), torch::kCPU);
    FAIL();
  } catch (const ErrorException& e) {
    EXPECT_EQ(e.error().message.text().rfind("labels_per_class 100", 0), 0u) << e.error().message;
    EXPECT_NE(e.error().message.text().find("32 pictures"), std::string::npos) << e.error().message;
  }
}

// Grey pictures whose brightness is their class: both networks learn to name them, the one from labels alone too.
TEST(FewLabels, AreEnoughToNameBrightness) {
  const auto data = test::syntheticPictures(40, 1, 28, [](std::int64_t i, int, int, int) { return static_cast<std::uint8_t>(i % 2 * 200); }, 2);
  Trainer trainer(*findFamily("sgan"), tinySettings("sgan", {{"labels_per_class", std::int64_t{2}}, {"ema", 0.5}}), data, torch::kCPU);
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(trainer.runRound());
  const auto pictures = torch::stack({torch::full({1, 28, 28}, -1.0F), torch::full({1, 28, 28}, 200 / 127.5F - 1)});
  const auto named = trainer.averaged().infer({{"image", pictures}});
  for (const auto* output : {"classes", "classes_alone"}) EXPECT_TRUE(named.at(output).argmax(1).equal(torch::tensor({0, 1}, torch::kInt64))) << output << named.at(output);
}

// Consistency is the gap between a picture's name and its name changed: nothing where nothing changes it, absent before it has weight.
TEST(Consistency, IsTheGapBetweenAPictureAndTheSameChanged) {
  const auto gap = [](Values more) {
    Trainer trainer(*findFamily("sgan"), tinySettings("sgan", std::move(more)), halves(), torch::kCPU);
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(trainer.runRound());
    std::vector<double> gaps;
    for (const auto& scalar : trainer.takeScalars(true).value())
      if (scalar.tag == "loss_consistency") gaps.push_back(scalar.value);
    return gaps;
  };
  const Values still{{"augment", std::string("none")}, {"dropout_d", 0.0}, {"consistency_steps", std::int64_t{0}}, {"equal_classes", false}};
  const auto none = gap(still);
  ASSERT_EQ(none.size(), 3u);
  for (const double value : none) EXPECT_LT(value, 1e-9);
  auto moving = still;
  moving["augment"] = std::string("motion");
  for (const double value : gap(moving)) EXPECT_GT(value, 1e-9);
  auto growing = still;
  growing["consistency_steps"] = std::int64_t{10};
  EXPECT_EQ(gap(growing).size(), 2u) << "no weight in the first round";
  auto off = still;
  off["consistency"] = 0.0;
  EXPECT_TRUE(gap(off).empty());
}

TEST(Information, GrowsFromNothing) {
  const auto trained = [](Values more) {
    Trainer trainer(*findFamily("infogan"), tinySettings("infogan", std::move(more)), halves(), torch::kCPU);
    const auto before = copyOf(trainer.snapshot().live);
    EXPECT_TRUE(trainer.runRound());
    const auto after = trainer.snapshot().live;
    return std::pair{after.at("reader.answer.weight").equal(before.at("reader.answer.weight")), after.at("generator.project.weight").equal(before.at("generator.project.weight"))};
  };
  EXPECT_EQ(trained({{"information_steps", std::int64_t{10}}}), (std::pair{true, false})) << "the game goes on, the reader waits";
  EXPECT_EQ(trained({{"information_steps", std::int64_t{0}}}), (std::pair{false, false}));
  EXPECT_EQ(trained({{"information_steps", std::int64_t{0}}, {"motion", 1.0}}), (std::pair{false, false}));
}

/// Options that change what a round does, each on a family that has it: rounds stay deterministic and finite.
class Options : public ::testing::TestWithParam<Values> {};
INSTANTIATE_TEST_SUITE_P(All, Options, ::testing::Values(
    Values{{"loss", std::string("wgan")}}, Values{{"loss", std::string("wgan-gp")}, {"norm_d", std::string("layer")}},
    Values{{"loss", std::string("r3gan")}, {"norm_d", std::string("none")}}, Values{{"r1", 1.0}, {"r2", 1.0}, {"norm_d", std::string("instance")}, {"penalty_every", std::int64_t{2}}},
    Values{{"unrolled", std::int64_t{2}}}, Values{{"augment", std::string("all")}}, Values{{"minibatch", std::string("discrimination")}},
    Values{{"minibatch", std::string("deviation")}}, Values{{"pack", std::string("2")}}, Values{{"norm_d", std::string("spectral")}}, Values{{"norm_g", std::string("instance")}},
    Values{{"form", std::string("fully_connected")}}, Values{{"form", std::string("fully_connected")}, {"labels_per_class", std::int64_t{4}}},
    Values{{"form", std::string("fully_connected")}, {"norm_g", std::string("instance")}, {"norm_d", std::string("instance")}, {"activation_d", std::string("maxout")}}));

/// DCGAN, else the first family that has all of these parameters.
const Family& familyWith(const Values& values) {
  const auto fits = [&](const Family& family) { return std::all_of(values.begin(), values.end(), [&](const auto& item) { return family.schema.find(item.first); }); };
  if (fits(*findFamily("dcgan"))) return *findFamily("dcgan");
  return *std::find_if(familyRegistry().begin(), familyRegistry().end(), fits);
}

TEST_P(Options, TwoRunsAreTheSameAndResume) {
  const auto& family = familyWith(GetParam());
  const auto make = [&] {
    auto values = GetParam();
    if (std::get<std::string>(family.schema.find("norm_d")->defaultValue) == "auto") values.try_emplace("norm_d", std::string("batch"));
    return std::make_unique<Trainer>(family, tinySettings(family.info.name, values), halves(), torch::kCPU);
  };
  auto a = make(), b = make();
  for (int i = 0; i < 2; ++i) ASSERT_TRUE(a->runRound());
  ASSERT_TRUE(b->load(copyOf(a->state()), 2));
  for (int i = 0; i < 2; ++i) ASSERT_TRUE(a->runRound() && b->runRound());
  expectSame(a->state(), b->state());
  for (const auto& [name, tensor] : a->state()) EXPECT_TRUE(!tensor.is_floating_point() || torch::isfinite(tensor).all().item<bool>()) << name;
}

TEST(Wasserstein, WeightsStayWithinTheirBound) {
  Trainer trainer(*findFamily("dcgan"), tinySettings("dcgan", {{"loss", std::string("wgan")}, {"penalty", 0.02}, {"norm_d", std::string("none")}}), halves(), torch::kCPU);
  ASSERT_TRUE(trainer.runRound());
  for (const auto& [name, tensor] : trainer.snapshot().live)
    EXPECT_TRUE(name.rfind("discriminator.", 0) != 0 || tensor.abs().max().item<double>() <= 0.02 + 1e-7) << name;
}

TEST(Batches, FewerPicturesThanABatch) {
  BatchSource source(halves(3), at::make_generator<at::CPUGeneratorImpl>(3), torch::kCPU);
  EXPECT_EQ(source.next(8).samples.size(0), 8);
}

}  // namespace
}  // namespace ganvas
