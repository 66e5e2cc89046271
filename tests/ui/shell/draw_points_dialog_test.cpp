// Points that are drawn: where a stroke leaves them, what wipes and undoes them, and what becomes of them.
#include <QDialogButtonBox>
#include <QPushButton>
#include <QSignalSpy>
#include <cmath>

#include "tests/ui/shell/ui_fixture.hpp"
#include "ui/shell/data_chooser.hpp"
#include "ui/shell/draw_points_dialog.hpp"
#include "ui/shell/point_pad.hpp"

namespace ganvas::test {
namespace {

using ui::DrawPointsDialog;
using ui::PointPad;

class DrawPointsTest : public UiTest {
 protected:
  /// A place of the plane on the pad.
  static QPoint at(const PointPad& pad, double x, double y) {
    const double side = std::min(pad.width(), pad.height()) - 1;
    return QPointF(pad.width() / 2.0 + x / PointPad::kReach * side / 2, pad.height() / 2.0 - y / PointPad::kReach * side / 2).toPoint();
  }
  static void drag(PointPad& pad, QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton) {
    QTest::mousePress(&pad, button, {}, from);
    for (int i = 1; i <= 10; ++i) {
      QMouseEvent move(QEvent::MouseMove, QPointF(from + (to - from) * i / 10), pad.mapToGlobal(QPointF(from + (to - from) * i / 10)), Qt::NoButton, button, {});
      QCoreApplication::sendEvent(&pad, &move);
    }
    QTest::mouseRelease(&pad, button, {}, to);
  }
};

TEST_F(DrawPointsTest, AStrokeSpraysPointsAroundItsWay) {
  PointPad pad;
  pad.resize(401, 401);
  pad.show();
  drag(pad, at(pad, -1, 0.5), at(pad, 1, 0.5));
  ASSERT_GT(pad.count(), 60u);
  const auto points = pad.points();
  double sum = 0, squared = 0;
  for (std::size_t i = 0; i < points.size(); i += 2) {
    EXPECT_LT(std::abs(points[i]), 1.5);
    sum += points[i + 1];
    squared += (points[i + 1] - 0.5) * (points[i + 1] - 0.5);
  }
  const double n = static_cast<double>(pad.count());
  EXPECT_NEAR(sum / n, 0.5, 0.05);
  EXPECT_NEAR(std::sqrt(squared / n), pad.brush() / 2, 0.03) << "half the brush is a standard deviation";
}

TEST_F(DrawPointsTest, TheRightButtonWipesAndUndoBringsBack) {
  PointPad pad;
  pad.resize(401, 401);
  pad.show();
  drag(pad, at(pad, -1, 0), at(pad, 1, 0));
  const auto drawn = pad.count();
  pad.setBrush(0.6);
  drag(pad, at(pad, -1.5, 0), at(pad, 1.5, 0), Qt::RightButton);
  EXPECT_EQ(pad.count(), 0u);
  pad.undo();
  EXPECT_EQ(pad.count(), drawn);
  pad.clear();
  EXPECT_EQ(pad.count(), 0u);
  QTest::keyClick(&pad, Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(pad.count(), drawn);
  pad.undo();
  EXPECT_EQ(pad.count(), 0u);
  EXPECT_FALSE(pad.canUndo());
}

TEST_F(DrawPointsTest, NothingIsDrawnBesideTheSquare) {
  PointPad pad;
  pad.resize(600, 300);
  pad.show();
  QTest::mouseClick(&pad, Qt::LeftButton, {}, {20, 150});
  EXPECT_EQ(pad.count(), 0u);
  EXPECT_FALSE(pad.canUndo());
}

TEST_F(DrawPointsTest, WhatIsDrawnBecomesDataOfOnesOwn) {
  ui::DataChooser chooser(bridge, DataKind::points);
  chooser.show();
  QSignalSpy chosen(&chooser, &ui::DataChooser::dataChosen);
  chooser.drawPoints();
  auto* dialog = chooser.findChild<DrawPointsDialog*>();
  ASSERT_TRUE(dialog);
  auto* use = dialog->findChild<QDialogButtonBox*>()->buttons().front();
  for (auto* button : dialog->findChild<QDialogButtonBox*>()->buttons())
    if (dialog->findChild<QDialogButtonBox*>()->buttonRole(button) == QDialogButtonBox::AcceptRole) use = button;
  EXPECT_FALSE(use->isEnabled()) << "nothing has been drawn";
  dialog->pad().stroke({0, 0}, {1, 1}, 1, false);
  EXPECT_TRUE(use->isEnabled());
  const auto points = dialog->pad().points();
  use->click();
  EXPECT_EQ(engine->drawn(), points);
  ASSERT_EQ(chosen.count(), 1);
  EXPECT_TRUE(chosen[0][0].toString().endsWith(QStringLiteral(".csv")));
  EXPECT_EQ(chooser.source(), chosen[0][0].toString());
}

TEST_F(DrawPointsTest, TooFewPointsAreTold) {
  DrawPointsDialog dialog(bridge);
  dialog.show();
  QSignalSpy kept(&dialog, &DrawPointsDialog::kept);
  dialog.accept();
  EXPECT_TRUE(dialog.isVisible());
  EXPECT_EQ(kept.count(), 0);
}

}  // namespace
}  // namespace ganvas::test
