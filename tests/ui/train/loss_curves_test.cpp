// The curves' widget over the fake engine: every point kept, marks, guides, axes, cursor, export.
#include <gtest/gtest.h>

#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <limits>

#include "tests/ui/bridge/fake_engine.hpp"
#include "ui/bridge/bridge.hpp"
#include "ui/train/curve_data.hpp"
#include "ui/train/curve_legend.hpp"
#include "ui/train/curve_plot.hpp"
#include "ui/train/loss_curves.hpp"

namespace ganvas::test {
namespace {

using ui::LossCurves;

class LossCurvesTest : public ::testing::Test {
 protected:
  LossCurvesTest() : engine(std::make_shared<FakeEngine>()), bridge(engine), view(bridge) {
    view.resize(900, 700);
    view.show();
  }
  bool waitForPoints(const char* tag, std::size_t count) {
    return QTest::qWaitFor([this, tag, count] { return view.curve(tag) && view.curve(tag)->steps().size() == count; });
  }
  /// The layout has given the only plot its room.
  bool waitForLayout() {
    return QTest::qWaitFor([this] { return view.plots()[0]->width() > 800 && view.plots()[0]->legend()->width() > 750; });
  }
  static SeriesInfo series(const char* tag, const char* group, Role role = Role::none) { return {tag, tag, group, "", role, "What it means.", {}}; }

  std::shared_ptr<FakeEngine> engine;
  ui::Bridge bridge;
  LossCurves view;
};

TEST_F(LossCurvesTest, KeepsEveryPointOfALiveRun) {
  bridge.start({.family = "dcgan", .data = "fashion-mnist"});
  engine->session()->advance(500);
  ASSERT_TRUE(waitForPoints("loss_g", 500));
  engine->session()->advance(250);
  ASSERT_TRUE(waitForPoints("loss_g", 750));
  const auto* curve = view.curve("loss_g");
  ASSERT_NE(curve, nullptr);
  // The fake's own values, asked for a second time, are what must have arrived.
  std::vector<double> steps, values;
  for (std::int64_t step = 1; step <= 750; ++step) {
    for (const auto& scalar : fakeScalars(step)) {
      if (scalar.tag != "loss_g") continue;
      steps.push_back(static_cast<double>(step));
      values.push_back(scalar.value);
    }
  }
  EXPECT_EQ(curve->steps(), steps);
  EXPECT_EQ(curve->values(), values);
}

TEST_F(LossCurvesTest, OnePlotForEachGroupInTheOrderInWhichTheRunAnnouncesThem) {
  view.setSeries({series("gradient/generator", "Gradients"), series("loss_g", "Losses"), series("own", "Mine"), series("loss_d", "Losses"), series("d_real", "Outputs")});
  std::vector<QString> groups;
  for (const auto* plot : view.plots()) groups.push_back(plot->group());
  EXPECT_EQ(groups, (std::vector<QString>{"Gradients", "Losses", "Mine", "Outputs"}));
  EXPECT_EQ(view.plots()[1]->legend()->chips().size(), 2U);
}

TEST_F(LossCurvesTest, AnUnknownTagIsShownAllTheSame) {
  view.addScalars({{3, "metric/own", 2.5}});
  ASSERT_NE(view.curve("metric/own"), nullptr);
  ASSERT_EQ(view.plots().size(), 1U);
  EXPECT_EQ(view.plots()[0]->group(), "Metrics");
}

TEST_F(LossCurvesTest, ChipsNameTheValueAtTheCursorAndExplainTheCurve) {
  view.setSeries({series("loss_g", "Losses", Role::generator)});
  view.addScalars({{10, "loss_g", 0.5}, {20, "loss_g", 0.25}, {30, "loss_g", 0.125}});
  auto* chip = view.plots()[0]->legend()->chips()[0];
  view.setCursorStep(25);   // between two points: the newest at or before
  EXPECT_EQ(chip->value(), "0.250");
  view.clearCursor();
  EXPECT_EQ(chip->value(), "0.125");
  view.setCursorStep(5);
  EXPECT_EQ(chip->value(), "–");
  EXPECT_TRUE(chip->toolTip().contains("What it means."));
  EXPECT_TRUE(chip->accessibleDescription().contains("What it means."));
}

TEST_F(LossCurvesTest, AClickTellsTheStep) {
  view.setSeries({series("loss_g", "Losses")});
  std::vector<double> steps(101), values(101, 1.0);
  for (int i = 0; i <= 100; ++i) steps[static_cast<std::size_t>(i)] = i * 10;
  view.setData("loss_g", steps, values);
  ASSERT_TRUE(waitForLayout());
  view.replotNow();
  QSignalSpy moved(&view, &LossCurves::cursorStepChanged);
  auto* canvas = view.plots()[0]->findChild<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
  for (auto* child : view.plots()[0]->findChildren<QWidget*>()) {
    if (child->inherits("QCustomPlot")) canvas = child;
  }
  QTest::mouseClick(canvas, Qt::LeftButton, {}, {canvas->width() / 2, canvas->height() / 2});
  ASSERT_EQ(moved.count(), 1);
  const auto step = moved[0][0].toLongLong();
  EXPECT_GT(step, 400);   // near the middle of 0 … 1000, whatever the margins are
  EXPECT_LT(step, 600);
  EXPECT_EQ(view.cursorStep(), step);
}

TEST_F(LossCurvesTest, MarksEditsWithWhatChanged) {
  view.setSeries({series("loss_g", "Losses")});
  view.setData("loss_g", {0, 1000}, {1, 2});
  view.addEdits({{500, "lr_g", 0.0002, 0.0001}});
  ASSERT_TRUE(waitForLayout());
  view.replotNow();
  auto* plot = view.plots()[0];
  bool found = false;
  for (int x = 0; x < plot->width(); ++x) {
    const QString tip = plot->tooltipAt(x);
    if (tip.isEmpty()) continue;
    found = true;
    EXPECT_TRUE(tip.contains("lr_g")) << tip.toStdString();
    EXPECT_TRUE(tip.contains("0.0002") && tip.contains("0.0001")) << tip.toStdString();
    EXPECT_TRUE(tip.contains("500")) << tip.toStdString();
    EXPECT_NEAR(x, plot->width() / 2.0, plot->width() * 0.08);
  }
  EXPECT_TRUE(found);
}

TEST_F(LossCurvesTest, GuideLinesThatAreNearComeIntoView) {
  auto info = series("loss_d", "Losses");
  info.guides = {{"log 4", 1.386}, {"far away", 100}};
  view.setSeries({info});
  view.setData("loss_d", {0, 1, 2, 3}, {1.0, 1.3, 1.1, 1.2});
  view.setSmoothing(0);
  view.replotNow();
  const auto guides = view.plots()[0]->visibleGuides();
  ASSERT_EQ(guides.size(), 1U);
  EXPECT_EQ(guides[0].first, "log 4");
  EXPECT_DOUBLE_EQ(guides[0].second, 1.386);
}

TEST_F(LossCurvesTest, LogarithmicValuesLeaveOutWhatIsNotPositive) {
  view.setSeries({series("loss_g", "Losses")});
  view.setSmoothing(0);
  view.setData("loss_g", {1, 2, 3, 4, 5}, {100, -3, 0, 0.01, 10});
  view.setLogY(true);
  view.replotNow();
  const auto [low, high] = view.plots()[0]->valueRange();
  EXPECT_GT(low, 0);
  EXPECT_LE(low, 0.01);
  EXPECT_GE(high, 100);
  view.setLogY(false);
  view.replotNow();
  EXPECT_LE(view.plots()[0]->valueRange().first, -3);
}

TEST_F(LossCurvesTest, LogarithmicStepsShowARunThatBeginsAtZero) {
  view.setSeries({series("loss_g", "Losses")});
  view.setData("loss_g", {0, 1, 10, 100, 1000}, {5, 4, 3, 2, 1});
  view.setLogX(true);
  view.replotNow();
  view.panBy(0.25);
  view.replotNow();
  EXPECT_FALSE(view.following());
}

TEST_F(LossCurvesTest, FollowsUntilThePersonPansAndAgainOnFit) {
  view.setSeries({series("loss_g", "Losses")});
  view.setData("loss_g", {0, 500, 1000}, {1, 2, 3});
  EXPECT_TRUE(view.following());
  QSignalSpy following(&view, &LossCurves::followingChanged);
  view.panBy(-0.2);
  EXPECT_FALSE(view.following());
  QTest::keyClick(&view, Qt::Key_0);
  EXPECT_TRUE(view.following());
  EXPECT_EQ(following.count(), 2);
}

TEST_F(LossCurvesTest, ARunThatIsSetBackLosesItsLaterPoints) {
  view.setSeries({series("loss_g", "Losses")});
  view.addScalars({{1, "loss_g", 1}, {2, "loss_g", 2}, {3, "loss_g", 3}});
  view.addScalars({{2, "loss_g", 7}});
  EXPECT_EQ(view.curve("loss_g")->steps(), (std::vector<double>{1, 2}));
  EXPECT_EQ(view.curve("loss_g")->values(), (std::vector<double>{1, 7}));
}

TEST_F(LossCurvesTest, AReopenedRunShowsWhatItsRecordHolds) {
  RunRecord record;
  record.series = {series("loss_g", "Losses")};
  record.scalars = {{1, "loss_g", 0.5}, {2, "loss_g", 0.4}};
  record.edits = {{2, "lr_g", 0.1, 0.2}};
  emit bridge.recordOpened(record);
  EXPECT_EQ(view.curve("loss_g")->values(), (std::vector<double>{0.5, 0.4}));
}

TEST_F(LossCurvesTest, AResumedRunKeepsItsPast) {
  const auto stored = engine->runs()->wait().value()[0];
  ASSERT_TRUE(bridge.resume(QString::fromStdString(stored.folder), {}, false));
  engine->session()->advance(10);
  ASSERT_TRUE(waitForPoints("loss_g", static_cast<std::size_t>(stored.step + 10)));
  const auto* curve = view.curve("loss_g");
  EXPECT_EQ(curve->steps().front(), 1);
  EXPECT_EQ(curve->lastStep(), static_cast<double>(stored.step + 10));
}

TEST_F(LossCurvesTest, CsvHoldsEveryPointExactly) {
  view.setSeries({series("a", "Losses"), series("b,c", "Losses")});
  view.addScalars({{1, "a", 0.1}, {2, "b,c", 1.0 / 3}, {3, "a", -2}, {3, "b,c", 5e-9}});
  const auto lines = view.csv().split('\n');
  ASSERT_EQ(lines.size(), 5);
  EXPECT_EQ(lines[0], "step,a,\"b,c\"");
  EXPECT_EQ(lines[1], "1,0.1,");
  EXPECT_EQ(lines[2].section(',', 0, 1), "2,");
  EXPECT_EQ(lines[2].section(',', 2).toDouble(), 1.0 / 3);   // to the last bit
  EXPECT_EQ(lines[3], "3,-2,5e-09");
}

TEST_F(LossCurvesTest, SavesPictureAndPdf) {
  view.setSeries({series("loss_g", "Losses", Role::generator)});
  view.setData("loss_g", {0, 1, 2}, {1, 3, 2});
  view.replotNow();
  const QImage image = view.picture(2);
  EXPECT_GT(image.width(), 1000);
  QTemporaryDir folder;
  const QString file = folder.filePath("curves.pdf");
  ASSERT_TRUE(view.savePdf(file));
  QFile pdf(file);
  ASSERT_TRUE(pdf.open(QIODevice::ReadOnly));
  EXPECT_TRUE(pdf.read(5) == "%PDF-");
}

TEST_F(LossCurvesTest, AMillionPointsPanAndKeepTheirExtremes) {
  view.setSeries({series("loss_g", "Losses")});
  view.setSmoothing(0);
  constexpr std::size_t kPoints = 1'000'000;
  std::vector<double> steps(kPoints), values(kPoints, 1.0);
  for (std::size_t i = 0; i < kPoints; ++i) steps[i] = static_cast<double>(i);
  values[654'321] = 9;   // one spike must be seen from afar
  view.setData("loss_g", steps, values);
  view.replotNow();
  EXPECT_GE(view.plots()[0]->valueRange().second, 9);
  for (int i = 0; i < 50; ++i) {
    view.panBy(0.01);
    view.replotNow();
  }
  EXPECT_EQ(view.curve("loss_g")->steps().size(), kPoints);
}

}  // namespace
}  // namespace ganvas::test
