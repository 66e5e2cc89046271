#include <gtest/gtest.h>

#include <QTest>
#include <QToolButton>
#include <atomic>
#include <chrono>
#include <thread>

#include "tests/ui/bridge/fake_engine.hpp"
#include "ui/bridge/bridge.hpp"
#include "ui/bridge/images.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/train/sample_grid_view.hpp"

namespace ganvas::test {
namespace {

/// An engine that reads classes when a test lets it, as the fake does: 2, 1, 0, 2, 1, 0, …
class ReadingEngine : public FakeEngine {
 public:
  enum class May { wait, succeed, fail };
  std::shared_ptr<Job<std::vector<int>>> readClasses(const std::string& folder, TileGrid grid) override {
    readings.push_back(Job<std::vector<int>>::start([may = may, all = FakeEngine::readClasses(folder, grid)](JobContext& context) -> Result<std::vector<int>> {
      context.report(0.25, Sentence("Learning the classes"));
      while (*may == May::wait && !context.stopped()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
      if (context.stopped()) return Error{ErrorKind::cancelled, Sentence("Stopped."), {}};
      if (*may == May::fail) return Error{ErrorKind::input, Sentence("The pictures have no classes."), {}};
      return all->wait();
    }));
    return readings.back();
  }
  bool cancelled(std::size_t reading) const {
    const auto result = readings.at(reading)->poll();
    return result && !*result && result->error().kind == ErrorKind::cancelled;
  }
  std::shared_ptr<std::atomic<May>> may = std::make_shared<std::atomic<May>>(May::succeed);
  std::vector<std::shared_ptr<Job<std::vector<int>>>> readings;
};

class SampleGridTest : public ::testing::Test {
 protected:
  using May = ReadingEngine::May;
  SampleGridTest() : engine(std::make_shared<ReadingEngine>()), bridge(engine), view(bridge) {
    QObject::connect(&view, &ui::SampleGridView::failed, &view, [this](const ui::Words& sentence) { failures << sentence(); });
    view.show();
  }
  QToolButton* sortButton() {
    for (auto* each : view.findChildren<QToolButton*>())
      if (each->isCheckable()) return each;
    return nullptr;
  }
  QStringList rows() { return view.view().headings(Qt::Vertical); }

  QStringList failures;
  std::shared_ptr<ReadingEngine> engine;
  ui::Bridge bridge;
  ui::SampleGridView view;
};

TEST_F(SampleGridTest, ShowsTheNewestGridOfTheRun) {
  EXPECT_TRUE(view.shown().empty());
  bridge.start({.family = "dcgan", .data = "fashion-mnist"});
  engine->session()->advance(200);
  EXPECT_TRUE(QTest::qWaitFor([&] { return view.shown().step == 200; }));
  EXPECT_FALSE(view.shown().empty());
}

TEST_F(SampleGridTest, HistoryStaysUntilLiveIsAskedFor) {
  view.setLiveGrid(fakeSamples(1, 16, 4, 1, 1, 100));
  view.showHistory(fakeSamples(1, 16, 4, 1, 0.2, 40));
  view.setLiveGrid(fakeSamples(1, 16, 4, 1, 1, 150));
  EXPECT_EQ(view.shown().step, 40);
  EXPECT_FALSE(view.live());
  view.showLive();
  EXPECT_EQ(view.shown().step, 150);
}

// The fake reads the classes 2, 1, 0, 2, 1, 0, …
TEST_F(SampleGridTest, SortsIntoClassesAndBack) {
  const auto grid = fakeSamples(1, 6, 3, 1, 1, 100);
  view.setLiveGrid(grid);
  view.setSorted(true);
  const auto sorted = [&] { return ui::tileImage(view.shown(), 0) == ui::tileImage(grid, 2); };
  ASSERT_TRUE(QTest::qWaitFor(sorted));
  const int order[] = {2, 5, 1, 4, 0, 3};
  for (int i = 0; i < 6; ++i) EXPECT_EQ(ui::tileImage(view.shown(), i), ui::tileImage(grid, order[i])) << i;
  view.setSorted(false);
  EXPECT_EQ(ui::tileImage(view.shown(), 0), ui::tileImage(grid, 0));
}

TEST_F(SampleGridTest, TellsWhatTheSortingWaitsForAndShowsThePicturesMeanwhile) {
  *engine->may = May::wait;
  view.setLiveGrid(fakeSamples(1, 6, 3, 1, 1, 100));
  view.setSorted(true);
  EXPECT_TRUE(QTest::qWaitFor([&] { return view.activity() == QStringLiteral("Learning the classes 25 %"); })) << view.activity().toStdString();
  view.setLiveGrid(fakeSamples(2, 6, 3, 1, 1, 150));
  EXPECT_EQ(view.shown().step, 150) << "what is drawn meanwhile is seen as it comes";
  *engine->may = May::succeed;
  EXPECT_TRUE(QTest::qWaitFor([&] { return rows().size() == 3 && view.shown().step == 150; }));
  EXPECT_TRUE(QTest::qWaitFor([&] { return view.activity().isEmpty(); }));
}

TEST_F(SampleGridTest, SwitchedOffItReadsNoMore) {
  *engine->may = May::wait;
  view.setLiveGrid(fakeSamples(1, 6, 3, 1, 1, 100));
  sortButton()->click();
  ASSERT_EQ(engine->readings.size(), 1U);
  sortButton()->click();
  EXPECT_TRUE(QTest::qWaitFor([&] { return engine->cancelled(0); }));
  EXPECT_TRUE(view.activity().isEmpty());
  EXPECT_TRUE(failures.isEmpty());
}

TEST_F(SampleGridTest, AnEarlierRunsReadingEndsWithItAndSaysNothing) {
  *engine->may = May::wait;
  view.setLiveGrid(fakeSamples(1, 6, 3, 1, 1, 100));
  view.setSorted(true);
  bridge.start({.family = "dcgan", .data = "fashion-mnist"});
  EXPECT_TRUE(QTest::qWaitFor([&] { return engine->cancelled(0); }));
  *engine->may = May::succeed;
  engine->session()->advance(25);
  EXPECT_TRUE(QTest::qWaitFor([&] { return !rows().isEmpty(); })) << "the new run is sorted";
  EXPECT_TRUE(sortButton()->isChecked());
  EXPECT_TRUE(failures.isEmpty());
}

TEST_F(SampleGridTest, WhatCannotBeReadIsSaidAndShownAsItWas) {
  *engine->may = May::fail;
  const auto grid = fakeSamples(1, 6, 3, 1, 1, 100);
  view.setLiveGrid(grid);
  view.setSorted(true);
  EXPECT_TRUE(QTest::qWaitFor([&] { return !failures.isEmpty(); }));
  EXPECT_EQ(failures, QStringList{"The pictures have no classes."});
  EXPECT_FALSE(sortButton()->isChecked());
  EXPECT_EQ(ui::tileImage(view.shown(), 0), ui::tileImage(grid, 0));
}

TEST_F(SampleGridTest, NothingIsReadForNobody) {
  view.hide();
  view.setLiveGrid(fakeSamples(1, 6, 3, 1, 1, 100));
  view.setSorted(true);
  EXPECT_TRUE(engine->readings.empty());
  view.show();
  EXPECT_TRUE(QTest::qWaitFor([&] { return rows().size() == 3; }));
}

TEST_F(SampleGridTest, ClassesHaveTheNamesOfTheRunsOwnData) {
  bridge.start({.family = "dcgan", .data = "fashion-mnist"});
  engine->session()->advance(25);
  view.setSorted(true);
  const auto named = [&] { return rows().contains(QStringLiteral("Trouser · 21")); };   // 64 tiles: 22 of class 2, 21 of 1, 21 of 0
  ASSERT_TRUE(QTest::qWaitFor(named)) << rows().join(QLatin1Char('|')).toStdString();
  bridge.openModel(QString::fromStdString(engine->runsFolder()) + QStringLiteral("/fc-gan-mnist-1"));
  EXPECT_TRUE(QTest::qWaitFor([&] { return rows().contains(QStringLiteral("1 · 21")); })) << "another run's networks know other names";
  bridge.useSessionModel();
  EXPECT_TRUE(QTest::qWaitFor(named));
}

TEST_F(SampleGridTest, NewLatentsGoToTheSession) {
  bridge.start({.family = "dcgan", .data = "fashion-mnist"});
  engine->session()->advance(1);
  QToolButton* button = nullptr;
  for (auto* each : view.findChildren<QToolButton*>()) {
    if (each->text().contains("latents")) button = each;
  }
  ASSERT_NE(button, nullptr);
  ASSERT_TRUE(QTest::qWaitFor([&] { return button->isEnabled(); }));
  button->click();
  const auto sent = engine->session()->sent();
  ASSERT_FALSE(sent.empty());
  EXPECT_TRUE(std::holds_alternative<command::NewLatents>(sent.back()));
}

TEST_F(SampleGridTest, ANewRunStartsEmpty) {
  view.showHistory(fakeSamples(1, 16, 4, 1, 0.2, 40));
  EXPECT_FALSE(view.shown().empty());
  bridge.start({.family = "dcgan", .data = "fashion-mnist"});
  EXPECT_TRUE(view.live());
  EXPECT_TRUE(view.shown().empty());
  view.showLive();
  EXPECT_TRUE(view.shown().empty()) << "nor is there anything of the run before";
}

}  // namespace
}  // namespace ganvas::test
