// Slider, grid and curves' cursor move together; late answers do not turn the clock back.
#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>

#include "tests/ui/bridge/fake_engine.hpp"
#include "ui/bridge/bridge.hpp"
#include "ui/train/loss_curves.hpp"
#include "ui/train/sample_grid_view.hpp"
#include "ui/train/time_slider.hpp"
#include "ui/train/time_track.hpp"

namespace ganvas::test {
namespace {

class TimeSliderTest : public ::testing::Test {
 protected:
  explicit TimeSliderTest(FakeOptions options = {}) : engine(std::make_shared<FakeEngine>(options)), bridge(engine), slider(bridge), grid(bridge), curves(bridge) {
    slider.bind(grid, curves);
    for (QWidget* widget : {static_cast<QWidget*>(&slider), static_cast<QWidget*>(&grid), static_cast<QWidget*>(&curves)}) {
      widget->resize(600, 300);
      widget->show();
    }
  }
  void train(int rounds) {
    bridge.start({.family = "dcgan", .data = "fashion-mnist"});
    engine->session()->advance(rounds);
    ASSERT_TRUE(QTest::qWaitFor([&] { return slider.lastStep() == rounds && grid.shown().step == rounds; }));
  }
  RunRecord record() {
    RunRecord made;
    made.summary.step = 1000;
    made.sampleSteps = {100, 200, 400, 1000};
    made.series = fakeSeries();
    made.scalars = {{1, "loss_g", 1}, {1000, "loss_g", 0.5}};
    made.edits = {{300, "lr_g", 0.1, 0.2}};
    return made;
  }
  /// As Bridge does it: the folder is known before the record is told of.
  void open() {
    bridge.openRun(QString::fromStdString(engine->runs()->wait().value()[0].folder));
    ASSERT_TRUE(QTest::qWaitFor([this] { return slider.lastStep() > 0 && !grid.shown().empty(); }, 20'000));
  }

  std::shared_ptr<FakeEngine> engine;
  ui::Bridge bridge;
  ui::TimeSlider slider;
  ui::SampleGridView grid;
  ui::LossCurves curves;
};

TEST_F(TimeSliderTest, FollowsTheRunWhileLive) {
  train(500);
  EXPECT_TRUE(slider.live());
  EXPECT_EQ(slider.step(), 500);
  engine->session()->advance(100);
  EXPECT_TRUE(QTest::qWaitFor([this] { return slider.step() == 600; }));
}

TEST_F(TimeSliderTest, MovesGridAndCursorTogether) {
  train(500);
  slider.setStep(220);
  EXPECT_FALSE(slider.live());
  EXPECT_EQ(curves.cursorStep(), 220);
  EXPECT_TRUE(QTest::qWaitFor([&] { return grid.shown().step == 200; }));   // the fake saves every 50 rounds
  EXPECT_FALSE(grid.live());
  slider.goLive();
  EXPECT_EQ(curves.cursorStep(), std::nullopt);
  EXPECT_TRUE(grid.live());
}

TEST_F(TimeSliderTest, AClickOnACurveMovesTheSlider) {
  train(500);
  emit curves.cursorStepChanged(310);
  EXPECT_TRUE(QTest::qWaitFor([&] { return grid.shown().step == 300; }));
  EXPECT_EQ(slider.step(), 310);
}

TEST_F(TimeSliderTest, TheNewestWishWins) {
  train(1000);
  QSignalSpy arrived(&slider, &ui::TimeSlider::gridArrived);
  for (const int step : {900, 120, 640, 70, 455}) slider.setStep(step);
  EXPECT_TRUE(QTest::qWaitFor([&] { return grid.shown().step == 450; }));
  EXPECT_LE(arrived.count(), 2);   // the one under way and the newest, not those between
}

TEST_F(TimeSliderTest, NothingIsShownAfterGoingLive) {
  train(1000);
  slider.setStep(100);
  slider.goLive();
  QTest::qWait(150);
  EXPECT_TRUE(grid.live());
  EXPECT_EQ(grid.shown().step, 1000);
}

TEST_F(TimeSliderTest, AnAnswerForAnotherRunIsDropped) {
  train(1000);
  slider.setStep(100);
  bridge.start({.family = "dcgan", .data = "fashion-mnist"});
  QTest::qWait(150);
  EXPECT_TRUE(slider.live());
  EXPECT_TRUE(grid.live());
}

TEST_F(TimeSliderTest, KeysGoFromOneSavedPictureToTheNext) {
  emit bridge.recordOpened(record());
  auto* track = slider.findChild<ui::TimeTrack*>();
  ASSERT_NE(track, nullptr);
  EXPECT_EQ(slider.step(), 1000);
  QTest::keyClick(track, Qt::Key_Left);
  EXPECT_EQ(slider.step(), 400);
  QTest::keyClick(track, Qt::Key_Left);
  EXPECT_EQ(slider.step(), 200);
  QTest::keyClick(track, Qt::Key_Right);
  EXPECT_EQ(slider.step(), 400);
  QTest::keyClick(track, Qt::Key_Home);
  EXPECT_EQ(slider.step(), 0);
  QTest::keyClick(track, Qt::Key_End);
  EXPECT_EQ(slider.step(), 1000);
  EXPECT_EQ(slider.editSteps(), (std::vector<std::int64_t>{300}));
}

TEST_F(TimeSliderTest, AStoredRunShowsItsLastPicture) {
  open();
  EXPECT_FALSE(slider.live());
  EXPECT_GT(slider.lastStep(), 0);
  EXPECT_EQ(slider.step(), slider.lastStep());
  EXPECT_FALSE(grid.shown().empty());
}

TEST_F(TimeSliderTest, PlaysToTheEndAndStops) {
  emit bridge.recordOpened(record());   // with four grids: over within a second
  std::vector<std::int64_t> passed;
  QObject::connect(&slider, &ui::TimeSlider::stepChanged, &slider, [&](std::int64_t step) { passed.push_back(step); });
  slider.setPlaying(true);
  EXPECT_TRUE(slider.playing());
  EXPECT_TRUE(QTest::qWaitFor([&] { return !slider.playing(); }, 20'000));
  EXPECT_EQ(passed, (std::vector<std::int64_t>{100, 200, 400, 1000}));
  EXPECT_EQ(slider.step(), slider.lastStep());
}

TEST_F(TimeSliderTest, ARunSetBackForgetsItsFuture) {
  train(500);
  engine->session()->send(command::Reset{});
  EXPECT_TRUE(QTest::qWaitFor([&] { return slider.lastStep() == 0; }));
  for (const auto step : slider.sampleSteps()) EXPECT_LE(step, 0);
}

}  // namespace
}  // namespace ganvas::test
