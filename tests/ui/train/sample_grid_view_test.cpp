#include <gtest/gtest.h>

#include <QTest>
#include <QToolButton>

#include "tests/ui/bridge/fake_engine.hpp"
#include "ui/bridge/bridge.hpp"
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
