// What the latent panel asks of a model, and what it makes of the answers. The model here records; answers are sent by hand.
#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QTest>
#include <algorithm>

#include "tests/ui/bridge/fake_engine.hpp"
#include "ui/bridge/bridge.hpp"
#include "ui/panels/direction_sliders.hpp"
#include "ui/panels/latent_panel.hpp"
#include "ui/panels/tile_view.hpp"

namespace ganvas::test {
namespace {

using ui::LatentPanel;

class LatentPanelTest : public ::testing::Test {
 protected:
  LatentPanelTest() : engine(std::make_shared<FakeEngine>()), bridge(engine) {
    bridge.start({.family = "dcgan", .data = "fashion-mnist"});
    session = engine->session();
    session->advance(100);
    panel = std::make_unique<LatentPanel>(bridge);
    panel->resize(1000, 700);
    // After the panel's own look at it: whatever it asks next, it has asked.
    QObject::connect(&bridge, &ui::Bridge::inferenceArrived, &bridge, [this](const InferenceResult& result) { answered = std::max(answered, result.revision); });
  }
  /// With its grid, its strip and its big picture.
  void show() {
    panel->show();
    waitUntilQuiet();
    ASSERT_FALSE(panel->gridView().grid().empty() || panel->stripView().grid().empty() || panel->bigView().grid().empty());
  }
  /// Until the newest request is answered and the panel has asked nothing upon it.
  void waitUntilQuiet() {
    ASSERT_TRUE(QTest::qWaitFor([this] { return !model().lastRequest() || answered >= model().lastRequest()->revision; }));
  }
  FakeModel& model() { return static_cast<FakeModel&>(*session->model()); }
  static std::vector<LatentRecipe> recipes(const InferenceRequest& request) { return std::get<std::vector<LatentRecipe>>(request.inputs.at("latent")); }
  /// Collects the requests that follow one another until nothing is asked any more.
  std::vector<InferenceRequest> requestsAfter(const std::function<void()>& act) {
    const auto before = static_cast<std::ptrdiff_t>(model().requests().size());
    act();
    waitUntilQuiet();
    const auto all = model().requests();
    return {all.begin() + before, all.end()};
  }

  std::shared_ptr<FakeEngine> engine;
  ui::Bridge bridge;
  std::shared_ptr<FakeSession> session;
  std::unique_ptr<LatentPanel> panel;
  std::uint64_t answered = 0;   // the newest revision
};

TEST_F(LatentPanelTest, AsksNothingWhileHidden) {
  panel->setSeed(3);
  panel->setT(0.5);
  EXPECT_FALSE(model().lastRequest().has_value());
}

TEST_F(LatentPanelTest, TheGridIsTheFirstLatentsOfTheSeed) {
  show();
  const auto requests = requestsAfter([&] { panel->setSeed(42); });
  ASSERT_EQ(requests.size(), 1U);
  const auto asked = recipes(requests[0]);
  ASSERT_EQ(asked.size(), 36U);
  for (std::uint32_t i = 0; i < asked.size(); ++i) {
    EXPECT_EQ(asked[i].from, (LatentPoint{42, i}));
    EXPECT_EQ(asked[i].t, 0);
    EXPECT_TRUE(asked[i].offsets.empty());
  }
  EXPECT_EQ(panel->gridView().grid().count, 36);
}

TEST_F(LatentPanelTest, TheStripGoesFromAToB) {
  show();
  panel->setSeed(7);
  waitUntilQuiet();
  const auto requests = requestsAfter([&] {
    panel->pick(LatentPanel::End::a, 3);
    panel->pick(LatentPanel::End::b, 5);
  });
  const InferenceRequest* strip = nullptr;
  for (const auto& request : requests) {
    if (recipes(request).size() == 9 && recipes(request)[0].to == LatentPoint{7, 5}) strip = &request;
  }
  ASSERT_NE(strip, nullptr);
  const auto asked = recipes(*strip);
  EXPECT_EQ(asked[0].from, (LatentPoint{7, 3}));
  for (int i = 0; i < 9; ++i) EXPECT_DOUBLE_EQ(asked[static_cast<std::size_t>(i)].t, i / 8.0);
  EXPECT_EQ(strip->columns, 9);
  EXPECT_EQ(panel->stripView().grid().count, 9);
}

TEST_F(LatentPanelTest, TheEndsOutliveAnotherSeed) {
  show();
  panel->setSeed(7);
  panel->pick(LatentPanel::End::a, 3);
  panel->setSeed(8);
  EXPECT_EQ(panel->end(LatentPanel::End::a), (LatentPoint{7, 3}));
}

TEST_F(LatentPanelTest, DirectionsMoveTheChosenSampleAndTheWay) {
  show();
  ASSERT_EQ(panel->directions().count(), 8);
  const auto requests = requestsAfter([&] { panel->directions().setOffset(1, -1.5); });
  ASSERT_EQ(requests.size(), 2U);   // the big picture and the strip, not the grid
  for (const auto& request : requests) {
    EXPECT_NE(recipes(request).size(), 36U);
    for (const auto& recipe : recipes(request)) {
      ASSERT_GE(recipe.offsets.size(), 2U);
      EXPECT_DOUBLE_EQ(recipe.offsets[0], 0);
      EXPECT_DOUBLE_EQ(recipe.offsets[1], -1.5);
    }
  }
  panel->directions().reset();
  EXPECT_TRUE(panel->directions().offsets().empty());
}

TEST_F(LatentPanelTest, ManyMovesBecomeFewRequestsAndTheLastOneWins) {
  show();
  const auto requests = requestsAfter([&] {
    for (int i = 0; i <= 100; ++i) panel->setT(i / 100.0);
  });
  ASSERT_FALSE(requests.empty());
  EXPECT_LE(requests.size(), 2U);
  EXPECT_DOUBLE_EQ(recipes(requests.back())[0].t, 1.0);
}

TEST_F(LatentPanelTest, LiveWeightsAreAskedForEverywhere) {
  show();
  const auto requests = requestsAfter([&] { panel->setWeights(Weights::live); });
  EXPECT_EQ(requests.size(), 3U);
  for (const auto& request : requests) EXPECT_EQ(request.weights, Weights::live);
}

TEST_F(LatentPanelTest, DropsAnswersThatItDidNotWaitFor) {
  show();
  const auto before = panel->bigView().grid().frame.bgra;
  InferenceResult stale;
  stale.revision = 1;   // long answered
  stale.images["samples"] = fakeSamples(99, 1, 1, 1, 1.0);
  emit bridge.inferenceArrived(stale);
  EXPECT_EQ(panel->bigView().grid().frame.bgra, before);
  EXPECT_EQ(panel->gridView().grid().count, 36);
}

TEST_F(LatentPanelTest, AsksAgainWhenAnotherPanelTookItsTurn) {
  show();
  panel->setT(0.75);
  const auto mine = model().lastRequest()->revision;
  InferenceRequest other;   // another panel's request replaces ours before it was begun
  other.revision = ui::nextRevision();
  other.inputs["latent"] = std::vector<LatentRecipe>{{{1, 1}, {1, 1}, 0, {}}};
  bridge.request(other);
  ASSERT_TRUE(QTest::qWaitFor([&] { return model().lastRequest()->revision > other.revision; }));
  EXPECT_GT(other.revision, mine);
  EXPECT_DOUBLE_EQ(recipes(*model().lastRequest())[0].t, 0.75);
}

TEST_F(LatentPanelTest, FollowsTrainingAtMostTwiceASecond) {
  show();
  const auto grids = [this] {
    const auto all = model().requests();
    return std::count_if(all.begin(), all.end(), [](const InferenceRequest& request) { return recipes(request).size() == 36; });
  };
  QElapsedTimer clock;
  clock.start();
  const auto before = grids();
  std::int64_t step = 1000;
  ASSERT_TRUE(QTest::qWaitFor([&] {
    model().setStep(++step);   // at every look another one
    return grids() >= before + 3;
  }));
  EXPECT_LE(grids() - before, clock.elapsed() / 450 + 1);   // Qt's timers may be a twentieth early
}

TEST_F(LatentPanelTest, AnErrorIsASentenceAndTheNextRequestGoesOut) {
  show();
  panel->setT(0.5);
  InferenceResult result;
  result.revision = model().lastRequest()->revision;
  result.error = Error{ErrorKind::memory, sentence("There is not enough memory for this."), {}};
  model().take();   // the model's own answer is lost
  emit bridge.inferenceArrived(result);
  const auto requests = requestsAfter([&] { panel->setT(0.6); });
  ASSERT_FALSE(requests.empty());
  EXPECT_DOUBLE_EQ(recipes(requests.back())[0].t, 0.6);
}

TEST_F(LatentPanelTest, WithoutAModelItSaysWhatItNeeds) {
  show();
  panel->setModel(nullptr);
  EXPECT_FALSE(panel->isEnabled());
  EXPECT_TRUE(panel->gridView().grid().empty());
}

}  // namespace
}  // namespace ganvas::test
