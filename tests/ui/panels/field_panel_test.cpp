// The panel of a GAN on points: what it asks of the engine, what it says of a place, zooming and going back.
#include <gtest/gtest.h>

#include <QCheckBox>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "tests/ui/panels/scripted_model.hpp"
#include "ui/field/latent_pad.hpp"
#include "ui/panels/field_panel.hpp"

namespace ganvas::test {
namespace {

class FieldPanelTest : public ::testing::Test {
 protected:
  FieldPanelTest() : model(std::make_shared<ScriptedModel>()), engine(std::make_shared<ScriptedEngine>(model)), bridge(engine), panel(bridge) {
    model->answer = plane;
    QObject::connect(&bridge, &ui::Bridge::modelChanged, &panel, [this] { panel.setModel(bridge.model()); });
    panel.resize(900, 640);
    panel.show();
    bridge.openModel(QStringLiteral("anywhere"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return panel.findChild<QLabel*>() && bridge.model() != nullptr && !model->asked.empty(); }));
    QTest::qWait(60);
  }
  /// A place of the plane while all of it is shown, where the mouse then is.
  void hover(double x, double y) {
    auto& view = panel.view();
    const double side = std::min(view.width(), view.height()) - 1;
    const QPointF at(view.width() / 2.0 + x / 4 * side, view.height() / 2.0 - y / 4 * side);
    QMouseEvent move(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &move);
  }
  bool shows(const QString& text) const {
    const auto labels = panel.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->text() == text; });
  }

  std::shared_ptr<ScriptedModel> model;
  std::shared_ptr<ScriptedEngine> engine;
  ui::Bridge bridge;
  ui::FieldPanel panel;
};

TEST_F(FieldPanelTest, FirstAsksForAllThatMatters) {
  EXPECT_EQ(numbers(model->asked.front(), "view").size(), 2u) << "the engine chooses the part of the plane";
  EXPECT_EQ(model->asked.front().weights, Weights::live);
  EXPECT_GE(numbers(model->asked.front(), "count")[0], 100);
}

TEST_F(FieldPanelTest, TellsThePlaceUnderTheMouse) {
  hover(-1, 0.5);
  EXPECT_TRUE(panel.view().readOut().contains(QStringLiteral("D 0.25"))) << panel.view().readOut().toStdString();
  EXPECT_TRUE(panel.view().readOut().contains(QStringLiteral("D* 0.5")));
  hover(1, 0.5);
  EXPECT_TRUE(panel.view().readOut().contains(QStringLiteral("D 0.75"))) << panel.view().readOut().toStdString();
  EXPECT_TRUE(panel.view().readOut().contains(QStringLiteral("p_g 2")));
}

TEST_F(FieldPanelTest, ShowsTheNumbersAndADashForThoseThatAreMissing) {
  EXPECT_TRUE(shows(QLocale().toString(-1.25, 'f', 3)));
  EXPECT_TRUE(shows(QLocale().toString(0.125, 'f', 3)));
  EXPECT_TRUE(shows(QStringLiteral("7")));
  EXPECT_TRUE(shows(QStringLiteral("–")));
}

TEST_F(FieldPanelTest, ZoomsAtTheMouseAndGoesBack) {
  auto& view = panel.view();
  const QPointF middle(view.width() / 2.0, view.height() / 2.0);
  QWheelEvent wheel(middle, view.mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(&view, &wheel);
  ASSERT_TRUE(QTest::qWaitFor([&] { return numbers(model->asked.back(), "view").size() == 6; }));
  const auto shorter = [&] {   // the longer side shows more than the target needs
    const auto& part = numbers(model->asked.back(), "view");
    return std::min(part[1] - part[0], part[3] - part[2]);
  };
  EXPECT_TRUE(QTest::qWaitFor([&] { return std::abs(shorter() - 4 / 1.25) < 0.05; })) << shorter();
  QTest::mouseDClick(&view, Qt::LeftButton, {}, middle.toPoint());
  EXPECT_TRUE(QTest::qWaitFor([&] { return std::abs(shorter() - 4) < 0.05; })) << shorter();
}

TEST_F(FieldPanelTest, AsksForTheLatentGridOnlyWhereItIsShown) {
  EXPECT_EQ(numbers(model->asked.back(), "lines")[0], 0);
  for (auto* box : panel.findChildren<QCheckBox*>())
    if (box->text() == QStringLiteral("Bent latent grid")) box->click();
  EXPECT_TRUE(QTest::qWaitFor([&] { return numbers(model->asked.back(), "lines")[0] > 1; }));
}

TEST_F(FieldPanelTest, FollowsALatentPoint) {
  EXPECT_FALSE(model->asked.back().inputs.contains("probe"));
  for (auto* box : panel.findChildren<QCheckBox*>())
    if (box->text() == QStringLiteral("Follow a latent point")) box->click();
  auto* pad = panel.findChild<ui::LatentPad*>();
  ASSERT_TRUE(pad->isVisible());
  pad->setSize(2);
  QTest::mouseClick(pad, Qt::LeftButton, {}, QPoint(pad->width() / 2 + pad->height() / 6, pad->height() / 2));   // a third of the way to the edge, which is three standard deviations away
  EXPECT_TRUE(QTest::qWaitFor([&] { return model->asked.back().inputs.contains("probe") && std::abs(numbers(model->asked.back(), "probe")[0] - 1) < 0.1; }));
  EXPECT_EQ(numbers(model->asked.back(), "probe").size(), 2u);
  EXPECT_NEAR(numbers(model->asked.back(), "probe")[1], 0, 0.1);
}

TEST_F(FieldPanelTest, PointsThatRunAwayAreTold) {
  model->answer = [](const InferenceRequest& request) {
    auto result = plane(request);
    result.lists["fake"] = {INFINITY, 0};
    return result;
  };
  panel.findChildren<QCheckBox*>().first()->click();
  EXPECT_TRUE(QTest::qWaitFor([&] { return shows(QStringLiteral("The generator's points have run away to infinity. Lower the learning rates, then reset.")); }));
}

}  // namespace
}  // namespace ganvas::test
