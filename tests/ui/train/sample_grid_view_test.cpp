#include <gtest/gtest.h>

#include <QTest>
#include <QToolButton>

#include "tests/ui/bridge/fake_engine.hpp"
#include "ui/bridge/bridge.hpp"
#include "ui/bridge/images.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/train/sample_grid_view.hpp"

namespace ganvas::test {
namespace {

class SampleGridTest : public ::testing::Test {
 protected:
  SampleGridTest() : engine(std::make_shared<FakeEngine>()), bridge(engine), view(bridge) { view.show(); }
  std::shared_ptr<FakeEngine> engine;
  ui::Bridge bridge;
  ui::SampleGridView view;
};

TEST_F(SampleGridTest, ShowsTheNewestGridOfTheRun) {
  EXPECT_TRUE(view.shown().empty());
  bridge.start({.family = "dcgan", .data = "fashion-mnist"});
  engine->session()->advance(200);
  QTest::qWait(80);
  EXPECT_FALSE(view.shown().empty());
  EXPECT_GT(view.shown().step, 0);
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

TEST_F(SampleGridTest, NewLatentsGoToTheSession) {
  bridge.start({.family = "dcgan", .data = "fashion-mnist"});
  engine->session()->advance(1);
  QTest::qWait(80);
  QToolButton* button = nullptr;
  for (auto* each : view.findChildren<QToolButton*>()) {
    if (each->text().contains("latents")) button = each;
  }
  ASSERT_NE(button, nullptr);
  ASSERT_TRUE(button->isEnabled());
  button->click();
  const auto sent = engine->session()->sent();
  ASSERT_FALSE(sent.empty());
  EXPECT_TRUE(std::holds_alternative<command::NewLatents>(sent.back()));
}

TEST_F(SampleGridTest, ANewRunStartsEmpty) {
  view.showHistory(fakeSamples(1, 16, 4, 1, 0.2, 40));
  bridge.start({.family = "dcgan", .data = "fashion-mnist"});
  EXPECT_TRUE(view.live());
}

}  // namespace
}  // namespace ganvas::test
