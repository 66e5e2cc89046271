#include <QAction>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <set>

#include "tests/ui/shell/ui_fixture.hpp"
#include "ui/runs/runs_page.hpp"
#include "ui/shell/home_page.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/message_bar.hpp"
#include "ui/shell/nav_bar.hpp"
#include "ui/shell/theme.hpp"
#include "ui/train/train_page.hpp"

namespace ganvas::test {
namespace {

using ui::MainWindow;

class MainWindowTest : public UiTest {
 protected:
  void SetUp() override {
    UiTest::SetUp();
    window = std::make_unique<MainWindow>(bridge);
    window->show();
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
  }
  void startRun() {
    ASSERT_TRUE(bridge.start({"dcgan", "fashion-mnist", "", {}, {}, {}, false}));
    engine->session()->advance(10);
    ASSERT_TRUE(eventually([&] { return bridge.status().step == 10; }));
  }
  std::unique_ptr<MainWindow> window;
};

/// An engine whose presets and data a test says.
class QuickEngine : public FakeEngine {
 public:
  std::vector<PresetInfo> presets(const std::string& family) const override {
    auto all = told;
    std::erase_if(all, [&](const auto& preset) { return preset.family != family; });
    return all;
  }
  std::vector<DatasetInfo> datasets() const override {
    auto all = FakeEngine::datasets();
    for (auto& data : all) data.present = here.contains(data.name);
    return all;
  }
  std::vector<PresetInfo> told;
  std::set<std::string> here;
};

TEST(QuickStart, TakesTheFirstPresetWhoseDataAreHere) {
  QuickEngine engine;
  const auto chosen = [&] {
    const auto quick = ui::quickStart(engine);
    return quick ? quick->preset.name : std::string("none");
  };
  EXPECT_EQ(chosen(), "none");
  engine.told = {{"digits", "", "", "fc-gan", "mnist", "", true, false}, {"plain", "", "", "dcgan", "fashion-mnist", "", true, false}, {"first", "", "", "dcgan", "fashion-mnist", "", true, true}, {"mine", "", "", "dcgan", "fashion-mnist", "", false, true}};
  engine.here = {"fashion-mnist", "mnist"};
  EXPECT_EQ(chosen(), "first");
  engine.here = {"mnist"};
  EXPECT_EQ(chosen(), "digits") << "what is here goes before what would be better";
  engine.here = {};
  EXPECT_EQ(chosen(), "first") << "the one to get the data for";
}

TEST_F(MainWindowTest, ControlAndADigitGoToEachPlace) {
  const MainWindow::Page pages[] = {MainWindow::train, MainWindow::play, MainWindow::field, MainWindow::runs, MainWindow::learn, MainWindow::home};
  const Qt::Key keys[] = {Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6, Qt::Key_1};
  for (int i = 0; i < 6; ++i) {
    QTest::keyClick(window.get(), keys[i], Qt::ControlModifier);
    EXPECT_EQ(window->page(), pages[i]);
  }
}

TEST_F(MainWindowTest, EveryPlaceHasANameAndCanBeReachedWithTheKeyboard) {
  const auto buttons = window->findChildren<ui::NavButton*>();
  ASSERT_EQ(buttons.size(), 8);
  for (auto* button : buttons) EXPECT_FALSE(button->accessibleName().isEmpty());
  // The places are one tab stop; arrow keys go from one to the next.
  ASSERT_EQ(window->page(), MainWindow::home);
  buttons[0]->setFocus();
  for (int place = 0; place <= MainWindow::learn; ++place) {
    EXPECT_EQ(window->page(), place);
    EXPECT_EQ(window->focusWidget(), buttons[place]);
    EXPECT_TRUE(buttons[place]->focusPolicy() & Qt::TabFocus);
    QTest::keyClick(buttons[place], Qt::Key_Down);
  }
  for (auto* button : buttons) {   // what opens something is a stop of its own
    EXPECT_TRUE(button->isCheckable() || button->focusPolicy() & Qt::TabFocus) << qPrintable(button->text());
  }
  buttons[4]->setFocus();
  QTest::keyClick(buttons[4], Qt::Key_Space);
  EXPECT_EQ(window->page(), MainWindow::runs);
}

TEST_F(MainWindowTest, NoTwoActionsShareAKey) {
  std::map<QString, QString> seen;
  for (const auto* menu : window->menuBar()->actions()) {
    ASSERT_NE(menu->menu(), nullptr);
    for (const auto* action : menu->menu()->actions()) {
      for (const auto& keys : action->shortcuts()) {
        const auto [other, fresh] = seen.emplace(keys.toString(), action->text());
        EXPECT_TRUE(fresh) << keys.toString().toStdString() << ": " << action->text().toStdString() << " and " << other->second.toStdString();
      }
    }
  }
  EXPECT_GT(seen.size(), 12u);
}

TEST_F(MainWindowTest, TheBigButtonOnHomeStartsTheShippedPresetAtOnce) {
  EXPECT_TRUE(eventually([&] { return window->homePage().bigButton()->isVisible(); }));
  QTest::mouseClick(window->homePage().bigButton(), Qt::LeftButton);
  EXPECT_EQ(window->page(), MainWindow::train);
  ASSERT_NE(engine->session(), nullptr);
  const auto request = engine->lastRequest();
  EXPECT_EQ(request->family, "dcgan");
  EXPECT_EQ(request->data, "fashion-mnist");
}

TEST_F(MainWindowTest, ClosingWithoutARunAsksNothing) {
  window->setCloseQuestion([] {
    ADD_FAILURE() << "asked";
    return MainWindow::CloseAnswer::keepTraining;
  });
  EXPECT_TRUE(window->close());
}

TEST_F(MainWindowTest, ClosingDuringARunAsksAndMayKeepTraining) {
  startRun();
  int asked = 0;
  window->setCloseQuestion([&] {
    ++asked;
    return MainWindow::CloseAnswer::keepTraining;
  });
  EXPECT_FALSE(window->close());
  EXPECT_EQ(asked, 1);
  EXPECT_TRUE(window->isVisible());
  EXPECT_TRUE(engine->session()->sent().empty());
  EXPECT_TRUE(bridge.running());
}

TEST_F(MainWindowTest, StopAndCloseWaitsUntilTheRunIsSaved) {
  startRun();
  window->setCloseQuestion([] { return MainWindow::CloseAnswer::stopAndClose; });
  EXPECT_FALSE(window->close());
  tick();
  EXPECT_TRUE(window->isVisible()) << "closed before the run had ended";
  ASSERT_EQ(engine->session()->sent().size(), 1u);
  EXPECT_TRUE(std::holds_alternative<command::Stop>(engine->session()->sent()[0]));
  engine->session()->advance(1);
  EXPECT_TRUE(eventually([&] { return !window->isVisible(); }));
}

TEST_F(MainWindowTest, TheLastPlaceIsRemembered) {
  window->goTo(MainWindow::runs);
  window->close();
  window.reset();
  MainWindow again(bridge);
  EXPECT_EQ(again.page(), MainWindow::runs);
}

TEST_F(MainWindowTest, FailuresAndNoticesBecomeSentencesInTheBar) {
  emit bridge.failed(ui::asTheyAre(QStringLiteral("The folder is read-only.")));
  EXPECT_TRUE(window->messages().isVisible());
  EXPECT_EQ(window->messages().sentence(), QStringLiteral("The folder is read-only."));
  startRun();
  engine->session()->notify({NoticeLevel::warning, 10, Sentence("The discriminator is winning."), ""});
  EXPECT_TRUE(eventually([&] { return window->messages().sentence() == QStringLiteral("The discriminator is winning."); }));
  EXPECT_EQ(window->messages().waiting(), 2);
  window->messages().dismiss();
  EXPECT_EQ(window->messages().sentence(), QStringLiteral("The folder is read-only."));
  window->messages().dismiss();
  EXPECT_FALSE(window->messages().isVisible());
}

TEST_F(MainWindowTest, OpeningAnotherRunWhileOneTrainsAsksFirst) {
  startRun();
  const auto session = bridge.session();
  window->openRun(QString::fromStdString(engine->runsFolder()) + QStringLiteral("/fc-gan-mnist-1"));
  tick();
  EXPECT_EQ(bridge.session(), session);
  EXPECT_FALSE(window->messages().sentence().isEmpty());
  auto* action = window->messages().findChild<QPushButton*>();
  ASSERT_NE(action, nullptr);
  action->click();
  EXPECT_TRUE(eventually([&] { return bridge.folder().endsWith(QStringLiteral("fc-gan-mnist-1")); }));
  EXPECT_EQ(window->page(), MainWindow::train);
  engine->session() ? engine->session()->advance(1) : void();
}

TEST_F(MainWindowTest, EveryPageStandsInBothTonesWithoutAWarning) {
  startRun();
  for (const auto choice : {ui::Theme::Choice::dark, ui::Theme::Choice::light}) {
    ui::Theme::instance().apply(choice);
    for (const auto page : {MainWindow::home, MainWindow::train, MainWindow::play, MainWindow::field, MainWindow::runs, MainWindow::learn}) {
      window->goTo(page);
      tick();
      const auto image = window->grab().toImage();
      // The corner of the navigation shows the window colour of the tone.
      EXPECT_EQ(image.pixelColor(2, image.height() / 2), ui::tokens::colour(ui::Ink::window));
    }
  }
}

}  // namespace
}  // namespace ganvas::test
