// The view of a game against closed forms: the radius of the bilinear game grows by sqrt(1+η²) a step where both step at once.
#include "ui/games/game_view.hpp"

#include <cmath>

#include "tests/ui/shell/ui_fixture.hpp"
#include "ui/games/game_curves.hpp"
#include "ui/games/game_readout.hpp"
#include "ui/games/game_setup.hpp"
#include "ui/games/game_transport.hpp"
#include "ui/games/phase_portrait.hpp"
#include "ui/train/curve_data.hpp"
#include "ui/train/parameter_field.hpp"
#include "ui/train/parameter_form.hpp"

namespace ganvas::test {
namespace {

using ui::GameView;

class GameViewTest : public UiTest {
 protected:
  void SetUp() override {
    UiTest::SetUp();
    view = std::make_unique<GameView>(bridge, GameView::Shape::page);
    view->resize(1200, 760);
    view->show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(view.get()));
  }
  double distanceAt(std::size_t step, std::size_t way = 0) const { return view->ways()[way].track.distance.at(step); }
  double start(const char* key) const { return std::get<double>(view->setup().values().at(key)); }
  void drag(const QPointF& from, const QPointF& to) {
    auto* portrait = &view->portrait();
    QTest::mousePress(portrait, Qt::LeftButton, {}, from.toPoint());
    QTest::mouseMove(portrait, ((from + to) / 2).toPoint());
    QTest::mouseMove(portrait, to.toPoint());
    QTest::mouseRelease(portrait, Qt::LeftButton, {}, to.toPoint());
  }
  std::unique_ptr<GameView> view;
};

TEST_F(GameViewTest, OpensPausedAtItsBeginning) {
  ASSERT_TRUE(view->open("bilinear", {{"step_size", 0.2}, {"steps", std::int64_t{50}}}));
  EXPECT_FALSE(view->transport().playing());
  EXPECT_EQ(view->transport().step(), 0);
  EXPECT_EQ(view->transport().last(), 50);
  EXPECT_FALSE(view->open("chess"));
  EXPECT_EQ(view->transport().last(), 50) << "what was there stays";
}

TEST_F(GameViewTest, ReadsOutWhereThePairIs) {
  ASSERT_TRUE(view->open("bilinear", {{"step_size", 0.1}, {"start_x", 0.6}, {"start_y", 0.8}}));
  view->transport().goTo(60);
  const double radius = std::pow(1 + 0.01, 30);
  EXPECT_NEAR(distanceAt(60), radius, 1e-6);
  const auto texts = view->readout().texts(0);
  EXPECT_EQ(texts[3], ui::shortNumber(radius));
  // (x + iy) is turned by atan(η) and stretched by sqrt(1+η²) a step.
  const double angle = std::atan2(0.8, 0.6) + 60 * std::atan(0.1), x = radius * std::cos(angle), y = radius * std::sin(angle);
  EXPECT_EQ(texts[0], ui::shortNumber(x));
  EXPECT_EQ(texts[1], ui::shortNumber(y));
  EXPECT_EQ(texts[2], ui::shortNumber(x * y));
}

TEST_F(GameViewTest, CurvesGrowWithTheStepAndShrinkAgain) {
  ASSERT_TRUE(view->open("bilinear", {}));
  view->transport().goTo(20);
  const auto points = [&] { return view->curves().curves().at(0)->steps().size(); };
  EXPECT_EQ(points(), 21u);
  view->transport().goTo(5);
  EXPECT_EQ(points(), 6u);
  view->curves().show(ui::GameCurves::Shown::players);
  ASSERT_EQ(view->curves().curves().size(), 2u);
  EXPECT_EQ(view->curves().curves()[0]->info().role, Role::generator);
  EXPECT_EQ(view->curves().curves()[1]->info().role, Role::discriminator);
  EXPECT_EQ(view->curves().curves()[0]->values(), std::vector<double>(view->ways()[0].track.x.begin(), view->ways()[0].track.x.begin() + 6));
}

TEST_F(GameViewTest, TwoMethodsFromTheSameStart) {
  ASSERT_TRUE(view->open("bilinear", {{"steps", std::int64_t{400}}}, Values{{"method", std::string("extragradient")}}));
  ASSERT_EQ(view->ways().size(), 2u);
  EXPECT_EQ(view->ways()[0].track.x[0], view->ways()[1].track.x[0]);
  EXPECT_GT(distanceAt(400, 0), 5);
  EXPECT_LT(distanceAt(400, 1), 0.2);
  EXPECT_NE(view->ways()[0].name, view->ways()[1].name);
  EXPECT_NE(view->ways()[0].style.dash, view->ways()[1].style.dash) << "never told apart by colour alone";
  view->setup().setBeside(std::nullopt);
  EXPECT_EQ(view->ways().size(), 1u);
  view->setup().setBeside(Values{{"method", std::string("simultaneous")}});
  EXPECT_EQ(view->ways().size(), 1u) << "the same twice tells nothing";
  view->setup().setBeside(Values{{"step_size", 0.5}});
  ASSERT_EQ(view->ways().size(), 2u);
  EXPECT_TRUE(view->ways()[1].name.contains(QStringLiteral("0.5"))) << view->ways()[1].name.toStdString();
}

TEST_F(GameViewTest, TheStartIsTakenWithTheMouseAndReplaysAtOnce) {
  ASSERT_TRUE(view->open("bilinear", {}));
  auto& portrait = view->portrait();
  for (const auto& [x, y] : {std::pair{0.8, 0.6}, std::pair{-1.5, 0.25}}) {
    const auto there = portrait.toGame(portrait.toWidget(x, y));
    EXPECT_NEAR(there.x(), x, 1e-9);
    EXPECT_NEAR(there.y(), y, 1e-9);
  }
  drag(portrait.toWidget(0.8, 0.6), portrait.toWidget(-1, 0.5));
  EXPECT_NEAR(start("start_x"), -1, 0.02);
  EXPECT_NEAR(start("start_y"), 0.5, 0.02);
  EXPECT_EQ(view->ways()[0].track.x[0], start("start_x"));
  EXPECT_EQ(view->transport().step(), static_cast<double>(view->transport().last())) << "the whole way is shown";
}

TEST_F(GameViewTest, AStartThatTheGameDoesNotHaveMovesNothing) {
  ASSERT_TRUE(view->open("coin", {{"start_x", 0.5}, {"start_y", 0.25}}));
  auto& portrait = view->portrait();
  for (int i = 0; i < 3; ++i) emit portrait.zoomed(2);
  drag(portrait.toWidget(0.5, 0.25), portrait.toWidget(3, 0.25));
  EXPECT_EQ(view->ways()[0].track.x[0], start("start_x"));
  EXPECT_LE(start("start_x"), 1);
  EXPECT_TRUE(view->sentence().isEmpty() || !view->sentence().contains(QStringLiteral("start_x"))) << view->sentence().toStdString();
}

TEST_F(GameViewTest, WhatTheEngineRefusesIsToldAndWhatWasThereStays) {
  ASSERT_TRUE(view->open("coin", {}));
  const auto before = view->ways()[0].track.x;
  view->setValues({{"start_x", 3.0}});
  EXPECT_TRUE(view->sentence().contains(QStringLiteral("start_x"))) << view->sentence().toStdString();
  EXPECT_FALSE(view->setup().form().field(QStringLiteral("start_x"))->error().isEmpty());
  EXPECT_EQ(view->ways()[0].track.x, before);
  view->setValues({{"start_x", 0.9}});
  EXPECT_TRUE(view->setup().form().field(QStringLiteral("start_x"))->error().isEmpty());
  EXPECT_EQ(view->ways()[0].track.x[0], 0.9);
}

TEST_F(GameViewTest, SaysWhenThePlayersFlewApart) {
  ASSERT_TRUE(view->open("bilinear", {{"step_size", 2.0}, {"steps", std::int64_t{1000}}}));
  const auto at = view->ways()[0].track.divergedAt;
  ASSERT_GT(at, 0);
  EXPECT_FALSE(view->sentence().contains(QStringLiteral("flew apart"))) << "not before it happens";
  view->transport().goTo(static_cast<double>(view->transport().last()));
  EXPECT_TRUE(view->sentence().contains(QStringLiteral("flew apart"))) << view->sentence().toStdString();
  EXPECT_TRUE(view->sentence().contains(QString::number(at)));
  EXPECT_GE(view->portrait().high(), 1e5) << "the view went with them";
  EXPECT_TRUE(view->portrait().leftView()) << "but not for ever";
  view->grab();   // coordinates of a million draw without a warning
}

TEST_F(GameViewTest, TheViewWidensForThePairUntilOneIsChosen) {
  ASSERT_TRUE(view->open("bilinear", {{"steps", std::int64_t{300}}}));
  EXPECT_EQ(view->portrait().high(), 2);
  view->transport().goTo(300);   // 4.4 from the equilibrium
  EXPECT_FALSE(view->portrait().leftView());
  EXPECT_GT(view->portrait().high(), 2);
  view->transport().reset();
  EXPECT_EQ(view->portrait().high(), 2);
  emit view->portrait().zoomed(0.5);
  view->transport().goTo(300);
  EXPECT_EQ(view->portrait().high(), 1);
  EXPECT_TRUE(view->portrait().leftView());
  EXPECT_FALSE(view->sentence().isEmpty());
  view->fit();
  EXPECT_FALSE(view->portrait().leftView());
}

TEST_F(GameViewTest, PlaysToItsEndAndBeginsAnewAfterwards) {
  ASSERT_TRUE(view->open("quadratic", {{"steps", std::int64_t{40}}}));
  auto& film = view->transport();
  film.setSpeed(1000);
  film.play();
  EXPECT_TRUE(film.playing());
  ASSERT_TRUE(eventually([&] { return !film.playing(); }));
  EXPECT_EQ(film.step(), 40);
  film.setSpeed(1);
  film.play();
  EXPECT_LT(film.step(), 40);
  film.pause();
  EXPECT_EQ(film.step(), std::floor(film.step()));
}

TEST_F(GameViewTest, Keys) {
  ASSERT_TRUE(view->open("bilinear", {}));
  view->activateWindow();
  ASSERT_TRUE(QTest::qWaitForWindowActive(view.get()));
  auto* portrait = &view->portrait();
  portrait->setFocus();
  QTest::keyClick(portrait, Qt::Key_Right);
  QTest::keyClick(portrait, Qt::Key_Right);
  EXPECT_EQ(view->transport().step(), 2);
  QTest::keyClick(portrait, Qt::Key_Left);
  EXPECT_EQ(view->transport().step(), 1);
  QTest::keyClick(portrait, Qt::Key_End);
  EXPECT_EQ(view->transport().step(), 500);
  QTest::keyClick(portrait, Qt::Key_Home);
  QTest::keyClick(portrait, Qt::Key_Space);
  EXPECT_TRUE(view->transport().playing());
  QTest::keyClick(portrait, Qt::Key_Space);
  EXPECT_FALSE(view->transport().playing());
  const double high = view->portrait().high();
  QTest::keyClick(portrait, Qt::Key_Minus);
  EXPECT_GT(view->portrait().high(), high);
}

TEST_F(GameViewTest, AHundredThousandStepsStandAndStayBounded) {
  ASSERT_TRUE(view->open("bilinear", {{"method", std::string("alternating")}, {"steps", std::int64_t{100000}}}));
  ASSERT_EQ(view->transport().last(), 100000);
  view->transport().goTo(100000);
  EXPECT_FALSE(view->portrait().leftView());
  view->grab();
  view->transport().stepBy(-1);
  EXPECT_EQ(view->curves().curves().at(0)->steps().size(), 100000u);
}

TEST_F(GameViewTest, AnotherViewTakesOver) {
  ASSERT_TRUE(view->open("dirac-gan", {{"step_size", 0.3}}, Values{{"method", std::string("r1")}}));
  view->transport().goTo(33);
  view->curves().show(ui::GameCurves::Shown::players);
  emit view->portrait().zoomed(1.5);
  GameView other(bridge, GameView::Shape::page);
  other.takeOver(*view);
  EXPECT_EQ(other.setup().game()->name, "dirac-gan");
  EXPECT_EQ(other.ways().size(), 2u);
  EXPECT_EQ(other.transport().step(), 33);
  EXPECT_EQ(other.portrait().high(), view->portrait().high());
  EXPECT_EQ(other.curves().shown(), ui::GameCurves::Shown::players);
}

TEST_F(GameViewTest, AnotherGameKeepsAStartThatItHas) {
  ASSERT_TRUE(view->open("bilinear", {{"start_x", -1.5}, {"start_y", 0.4}}));
  auto* combo = view->setup().findChild<QComboBox*>();
  ASSERT_TRUE(combo);
  const auto& games = view->setup().games();
  const auto coin = std::find_if(games.begin(), games.end(), [](const auto& game) { return game.name == "coin"; }) - games.begin();
  combo->setCurrentIndex(static_cast<int>(coin));
  emit combo->activated(static_cast<int>(coin));
  EXPECT_EQ(view->setup().game()->name, "coin");
  EXPECT_EQ(start("start_x"), 0.8) << "-1.5 is no chance: back to where games begin";
  EXPECT_EQ(start("start_y"), 0.4);
  EXPECT_EQ(view->portrait().low(), 0);
  EXPECT_EQ(view->portrait().high(), 1);
}

}  // namespace
}  // namespace ganvas::test
