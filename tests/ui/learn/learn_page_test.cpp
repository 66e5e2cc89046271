// Lessons as a learner goes through them, in the whole window.
#include "ui/learn/learn_page.hpp"

#include <QPushButton>
#include <QShortcut>

#include "tests/ui/learn/sample_lessons.hpp"
#include "tests/ui/shell/window_fixture.hpp"
#include "ui/games/game_setup.hpp"
#include "ui/games/game_transport.hpp"
#include "ui/games/game_view.hpp"
#include "ui/games/phase_portrait.hpp"
#include "ui/learn/lesson_gallery.hpp"
#include "ui/learn/lesson_progress.hpp"
#include "ui/learn/lesson_question.hpp"
#include "ui/learn/lesson_reader.hpp"
#include "ui/learn/lesson_stage.hpp"
#include "ui/learn/lesson_text.hpp"
#include "ui/learn/run_scene.hpp"
#include "ui/shell/card.hpp"

namespace ganvas::test {
namespace {

using ui::Language;
using ui::MainWindow;
namespace progress = ui::lessonprogress;

const QString kCircles = QStringLiteral("circles"), kPictures = QStringLiteral("pictures");

class LearnTest : public WindowTest {
 protected:
  LearnTest() : WindowTest(std::make_shared<LessonEngine>()) {}
  void SetUp() override {
    WindowTest::SetUp();
    window->goTo(MainWindow::learn);
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
  }
  ui::LearnPage& page() { return window->learnPage(); }
  ui::LessonReader& reader() { return *page().reader(); }
  ui::LessonStage& stage() { return reader().stage(); }
  LessonEngine& lessons() { return static_cast<LessonEngine&>(*engine); }
  void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : window.get(), key); }
  void openPictures() {
    ASSERT_TRUE(page().openLesson(kPictures));
    reader().goTo(1);
  }
  QString words() {
    QString all;
    for (const auto* text : reader().findChildren<ui::LessonText*>())
      if (text->isVisible()) all += text->markdown();
    return all;
  }
};

TEST_F(LearnTest, ShowsLessonsInTheirOrderAndWhyOthersCannotBeRead) {
  ASSERT_TRUE(page().gallery());
  const auto& cards = page().gallery()->cards();
  ASSERT_EQ(cards.size(), 2u);
  EXPECT_TRUE(cards[0]->text().contains(QStringLiteral("Why it need not converge")));
  EXPECT_TRUE(cards[0]->accessibleDescription().contains(QStringLiteral("15")));
  ASSERT_EQ(page().gallery()->problems().size(), 1);
  EXPECT_TRUE(page().gallery()->problems().front().contains(QStringLiteral("\"mine.json\" cannot be read")));
  lessons().told = {};
  page().showAll();
  EXPECT_TRUE(page().gallery()->cards().empty());
  EXPECT_TRUE(page().gallery()->problems().isEmpty());
  EXPECT_FALSE(page().openLesson(kCircles));
}

TEST_F(LearnTest, ACardIsPressedWithEnter) {
  auto* card = page().gallery()->cards()[0];
  ASSERT_TRUE(eventually([&] { return card->isVisible(); }));
  card->setFocus();
  press(Qt::Key_Return);
  ASSERT_TRUE(page().reader());
  EXPECT_EQ(page().currentWidget(), page().reader());
  EXPECT_EQ(reader().lesson().name, "circles");
}

TEST_F(LearnTest, OpensTheSceneOfThePagePaused) {
  ASSERT_TRUE(page().openLesson(kCircles));
  ASSERT_TRUE(stage().game());
  EXPECT_EQ(stage().scene(), "both");
  EXPECT_EQ(stage().game()->transport().last(), 300);
  EXPECT_FALSE(stage().game()->transport().playing());
  reader().next();
  EXPECT_EQ(stage().scene(), "both") << "a page that opens nothing goes on with it";
}

TEST_F(LearnTest, ButtonsActOnTheScene) {
  ASSERT_TRUE(page().openLesson(kCircles));
  const auto buttons = reader().actionButtons();
  ASSERT_EQ(buttons.size(), 3);
  buttons[1]->click();
  EXPECT_EQ(std::get<double>(stage().game()->setup().values().at("step_size")), 0.5);
  EXPECT_TRUE(stage().game()->transport().playing());
  buttons[2]->click();
  EXPECT_EQ(stage().scene(), "cure");
  ASSERT_EQ(stage().game()->ways().size(), 2u) << "with the scene that stands beside it";
  EXPECT_FALSE(stage().game()->transport().playing());
  reader().next();
  EXPECT_EQ(stage().scene(), "cure") << "whoever goes on keeps what a button has opened";
  reader().back();
  EXPECT_EQ(stage().scene(), "both");
}

TEST_F(LearnTest, GoesOnAndBackByKeys) {
  ASSERT_TRUE(page().openLesson(kCircles));
  press(Qt::Key_Right);
  EXPECT_EQ(reader().step(), 1);
  press(Qt::Key_Right);
  EXPECT_EQ(reader().step(), 1) << "an arrow does not end a lesson";
  press(Qt::Key_Left);
  EXPECT_EQ(reader().step(), 0);
  press(Qt::Key_Return);
  EXPECT_EQ(reader().step(), 1);
  stage().game()->portrait().setFocus();
  press(Qt::Key_Right);
  EXPECT_EQ(reader().step(), 1) << "beside the words an arrow steps the game";
  EXPECT_EQ(stage().game()->transport().step(), 1);
  press(Qt::Key_Escape);
  EXPECT_EQ(page().currentWidget(), page().gallery());
  EXPECT_FALSE(progress::done(kCircles));
  EXPECT_TRUE(page().gallery()->cards()[0]->accessibleDescription().contains(QStringLiteral("2 of 2"))) << page().gallery()->cards()[0]->accessibleDescription().toStdString();
  auto* card = page().gallery()->cards()[0];
  ASSERT_TRUE(eventually([&] { return card->hasFocus() && card->width() < page().width() / 2; })) << "laid out, and with the keyboard where one came from";
  EXPECT_GE(card->height(), card->heightForWidth(card->width()));
  ASSERT_TRUE(page().openLesson(kCircles));
  EXPECT_EQ(reader().step(), 1) << "where it was left";
}

TEST_F(LearnTest, TheKeyboardComesBackToTheCardThatWasClicked) {
  ASSERT_TRUE(eventually([&] { return page().gallery()->cards()[0]->isVisible(); }));
  QTest::mouseClick(page().gallery()->cards()[0], Qt::LeftButton);
  press(Qt::Key_Return);
  EXPECT_EQ(reader().step(), 1);
  press(Qt::Key_Escape);
  tick();
  EXPECT_EQ(QApplication::focusWidget(), page().gallery()->cards()[0]);
  press(Qt::Key_Down);
  EXPECT_EQ(QApplication::focusWidget(), page().gallery()->cards()[1]);
  press(Qt::Key_Down);
  EXPECT_EQ(QApplication::focusWidget()->objectName().toStdString(), engine->games().front().name) << "the games come after the lessons";
  press(Qt::Key_Up);
  press(Qt::Key_Return);
  EXPECT_EQ(reader().lesson().name, "pictures");
}

TEST_F(LearnTest, TabGoesFromTheWordsToTheButtonsBeneath) {
  ASSERT_TRUE(page().openLesson(kCircles));
  const auto buttons = reader().actionButtons();
  ASSERT_TRUE(eventually([&] { return buttons[0]->isVisible(); }));
  buttons[0]->setFocus();
  press(Qt::Key_Tab);
  EXPECT_EQ(QApplication::focusWidget(), buttons[1]);
  buttons[2]->setFocus();
  press(Qt::Key_Tab);
  ASSERT_TRUE(qobject_cast<QPushButton*>(QApplication::focusWidget()));
  EXPECT_EQ(static_cast<QPushButton*>(QApplication::focusWidget())->text(), QStringLiteral("Next")) << "the first page has nothing to go back to";
}

TEST_F(LearnTest, TheLastPageMarksItAsDone) {
  ASSERT_TRUE(page().openLesson(kCircles));
  reader().next();
  press(Qt::Key_Return);
  EXPECT_TRUE(progress::done(kCircles));
  EXPECT_EQ(page().currentWidget(), page().gallery());
  EXPECT_TRUE(page().gallery()->cards()[0]->accessibleDescription().contains(QStringLiteral("Done")));
}

TEST_F(LearnTest, AQuestionIsAnsweredOnceAndToldWhy) {
  ASSERT_TRUE(page().openLesson(kCircles));
  reader().next();
  ASSERT_TRUE(reader().question());
  EXPECT_TRUE(reader().question()->feedback().isEmpty());
  press(Qt::Key_9);
  EXPECT_EQ(reader().question()->answered(), -1) << "there are three";
  press(Qt::Key_1);
  EXPECT_EQ(reader().question()->answered(), 0);
  EXPECT_TRUE(reader().question()->feedback().startsWith(QStringLiteral("Not quite.")));
  EXPECT_TRUE(reader().question()->feedback().contains(QStringLiteral("√(1 + η²)")));
  reader().question()->answer(1);
  EXPECT_EQ(reader().question()->answered(), 0) << "the first answer stays";
  reader().back();
  reader().next();
  EXPECT_EQ(reader().question()->answered(), 0) << "also when one comes back";
  page().showAll();
  ASSERT_TRUE(page().openLesson(kCircles));
  reader().question()->answers()[1]->click();
  EXPECT_TRUE(reader().question()->feedback().startsWith(QStringLiteral("That is right.")));
}

TEST_F(LearnTest, FollowsTheLanguage) {
  ASSERT_TRUE(page().openLesson(kCircles));
  reader().next();
  reader().question()->answer(1);
  stage().game()->transport().goTo(12);
  Language::instance().apply(QStringLiteral("zh_CN"));
  ASSERT_TRUE(page().reader());
  EXPECT_EQ(page().currentWidget(), page().reader());
  EXPECT_EQ(reader().step(), 1);
  EXPECT_TRUE(eventually([&] { return words().contains(QStringLiteral("先试走一步")); })) << words().toStdString();
  EXPECT_EQ(reader().question()->answered(), 1);
  EXPECT_EQ(stage().game()->transport().step(), 12);
}

TEST_F(LearnTest, ASceneOfAFamilyBeginsARunThatIsPaused) {
  openPictures();
  ASSERT_TRUE(engine->lastRequest());
  EXPECT_EQ(engine->lastRequest()->family, "dcgan");
  EXPECT_EQ(engine->lastRequest()->data, "fashion-mnist");
  EXPECT_TRUE(engine->lastRequest()->startPaused);
  const auto session = engine->session();
  ASSERT_TRUE(session);
  const auto buttons = reader().actionButtons();
  buttons[0]->click();
  ASSERT_FALSE(session->sent().empty());
  EXPECT_TRUE(std::holds_alternative<command::Resume>(session->sent().back()));
  buttons[1]->click();
  EXPECT_EQ(std::get<double>(session->values().at("lr_g")), 1e-5) << "live: the same run goes on with it";
  EXPECT_EQ(engine->session(), session);
  buttons[2]->click();
  EXPECT_NE(engine->session(), session) << "not live: the scene begins anew with it";
  EXPECT_EQ(std::get<std::int64_t>(engine->lastRequest()->values.at("batch")), 16);
  EXPECT_TRUE(engine->lastRequest()->startPaused);
}

TEST_F(LearnTest, TwoScenesBesideEachOtherAreTwoRunsPlayedTogether) {
  auto& scenes = lessons().told.lessons[1].scenes;
  scenes["clothes"].beside = "slow";
  scenes["slow"] = scenes["clothes"];
  scenes["slow"].values["lr_g"] = 1e-6;
  page().showAll();
  openPictures();
  auto* scene = stage().run();
  ASSERT_TRUE(scene && scene->besideBridge());
  ASSERT_TRUE(scene->besideBridge()->session());
  const auto first = bridge.session(), second = scene->besideBridge()->session();
  EXPECT_NE(first, second);
  EXPECT_EQ(std::get<double>(second->values().at("lr_g")), 1e-6);
  reader().actionButtons()[0]->click();
  for (const auto& session : {first, second}) {
    const auto& sent = static_cast<FakeSession&>(*session).sent();
    ASSERT_FALSE(sent.empty());
    EXPECT_TRUE(std::holds_alternative<command::Resume>(sent.back()));
  }
  reader().actionButtons()[1]->click();   // lr_g, in which they differ on purpose
  EXPECT_EQ(std::get<double>(first->values().at("lr_g")), 1e-5);
  EXPECT_EQ(std::get<double>(second->values().at("lr_g")), 1e-6);
  QPointer<ui::Bridge> other = scene->besideBridge();
  Language::instance().apply(QStringLiteral("zh_CN"));
  ASSERT_TRUE(stage().run());
  EXPECT_EQ(stage().run()->besideBridge(), other) << "both go on";
  reader().leave();
  for (const auto& session : {first, second}) EXPECT_TRUE(std::holds_alternative<command::Stop>(static_cast<FakeSession&>(*session).sent().back()));
  static_cast<FakeSession&>(*second).advance(1);
  EXPECT_TRUE(eventually([&] { return other.isNull(); }));
}

TEST_F(LearnTest, LeavingEndsTheRunOfTheLesson) {
  openPictures();
  const auto session = engine->session();
  press(Qt::Key_Escape);
  ASSERT_FALSE(session->sent().empty());
  EXPECT_TRUE(std::holds_alternative<command::Stop>(session->sent().back()));
  session->advance(1);
}

TEST_F(LearnTest, ARunOfThePersonsOwnIsNotEndedUnasked) {
  ASSERT_TRUE(bridge.start({"fc-gan", "mnist", "", {}, {}, {}, false}));
  const auto mine = engine->session();
  mine->advance(1);
  openPictures();
  EXPECT_EQ(engine->session(), mine);
  EXPECT_TRUE(stage().sentence().contains(QStringLiteral("A run is training"))) << stage().sentence().toStdString();
  reader().leave();
  EXPECT_TRUE(mine->sent().empty()) << "nor when the lesson is left";
  openPictures();
  auto* button = stage().currentWidget()->findChild<QPushButton*>();
  ASSERT_TRUE(button);
  button->click();
  EXPECT_NE(engine->session(), mine);
  EXPECT_TRUE(stage().sentence().isEmpty());
}

TEST_F(LearnTest, WhatCannotBeOpenedIsSaid) {
  lessons().told.lessons[1].scenes["clothes"].family = "no-such";
  page().showAll();
  openPictures();
  EXPECT_TRUE(stage().sentence().contains(QStringLiteral("no-such"))) << stage().sentence().toStdString();
  lessons().told.lessons[1].steps[1].scene = "nowhere";
  page().showAll();
  openPictures();
  EXPECT_TRUE(stage().sentence().contains(QStringLiteral("nowhere")));
  lessons().told.lessons[1].steps[1].scene = "game";
  lessons().told.lessons[1].scenes["game"].game = "chess";
  page().showAll();
  openPictures();
  EXPECT_TRUE(stage().sentence().contains(QStringLiteral("chess")));
}

TEST_F(LearnTest, ALessonWithoutPagesIsNoTrouble) {
  lessons().told.lessons[1].steps.clear();
  page().showAll();
  ASSERT_TRUE(page().openLesson(kPictures));
  reader().next();
  EXPECT_EQ(page().currentWidget(), page().gallery());
}

TEST_F(LearnTest, GamesHaveAPlaceOfTheirOwn) {
  ASSERT_TRUE(page().openGame(QStringLiteral("quadratic")));
  ASSERT_TRUE(page().game());
  EXPECT_EQ(page().game()->setup().game()->name, "quadratic");
  page().game()->transport().goTo(7);
  Language::instance().apply(QStringLiteral("zh_CN"));
  ASSERT_TRUE(page().game());
  EXPECT_EQ(page().game()->setup().game()->name, "quadratic");
  EXPECT_EQ(page().game()->transport().step(), 7);
  EXPECT_FALSE(page().openGame(QStringLiteral("chess")));
}

TEST_F(LearnTest, SpaceInAGamePlaysTheGameThoughARunTrains) {
  ASSERT_TRUE(bridge.start({"dcgan", "fashion-mnist", "", {}, {}, {}, false}));
  engine->session()->advance(1);
  ASSERT_TRUE(eventually([&] { return bridge.status().state == SessionState::running; }));
  ASSERT_TRUE(page().openGame(QStringLiteral("bilinear")));
  press(Qt::Key_Space);
  EXPECT_TRUE(page().game()->transport().playing());
  EXPECT_TRUE(engine->session()->sent().empty());
  page().game()->transport().pause();
}

}  // namespace
}  // namespace ganvas::test
