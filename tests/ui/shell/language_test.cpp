#include "ui/shell/language.hpp"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>

#include "tests/ui/shell/window_fixture.hpp"
#include "ui/panels/latent_panel.hpp"
#include "ui/runs/runs_page.hpp"
#include "ui/shell/artwork.hpp"
#include "ui/shell/home_page.hpp"
#include "ui/panels/model_header.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/message_bar.hpp"
#include "ui/shell/play_page.hpp"
#include "ui/shell/settings_dialog.hpp"
#include "ui/train/curve_data.hpp"
#include "ui/train/curve_legend.hpp"
#include "ui/train/curve_plot.hpp"
#include "ui/train/loss_curves.hpp"
#include "ui/train/parameter_editors.hpp"
#include "ui/train/parameter_field.hpp"
#include "ui/train/parameter_form.hpp"
#include "ui/train/preset_bar.hpp"
#include "ui/train/sample_grid_view.hpp"
#include "ui/train/train_page.hpp"
#include "ui/train/train_setup.hpp"

namespace ganvas::test {
namespace {

using ui::Language;
using ui::MainWindow;

const QString kChinese = QStringLiteral("zh_CN"), kEnglish = QStringLiteral("en");

class LanguageTest : public WindowTest {
 protected:
  QString firstMenu() const { return window->menuBar()->actions().front()->text(); }
  ui::ParameterForm& form() { return window->trainPage().setup().form(); }
  const ui::LossCurves& curves() { return *static_cast<ui::LossCurves*>(window->trainPage().curvesWidget()); }
  const ui::SampleGridView& samples() { return *static_cast<ui::SampleGridView*>(window->trainPage().samplesWidget()); }
};

TEST_F(LanguageTest, AreNamedInThemselves) {
  QStringList names;
  for (const auto& one : Language::all()) names << one.name;
  EXPECT_EQ(names, QStringList({QStringLiteral("English"), QStringLiteral("简体中文")}));
}

TEST_F(LanguageTest, TheWholeWindowChangesAndBack) {
  EXPECT_EQ(firstMenu().toStdString(), "&File");
  Language::instance().apply(kChinese);
  EXPECT_EQ(firstMenu().toStdString(), "文件(&F)");
  EXPECT_EQ(window->locale().language(), QLocale::Chinese);
  Language::instance().apply(kEnglish);
  EXPECT_EQ(firstMenu().toStdString(), "&File");
  EXPECT_EQ(window->menuBar()->actions().size(), 5);
}

TEST_F(LanguageTest, AnUnknownOneIsEnglishAndTheChoiceIsRemembered) {
  Language::instance().apply(QStringLiteral("tlh"));
  EXPECT_EQ(Language::instance().current(), kEnglish);
  Language::instance().choose(kChinese);
  EXPECT_EQ(Language::instance().choice(), kChinese);
  EXPECT_EQ(Language::instance().current(), kChinese);
  Language::instance().choose({});
  EXPECT_TRUE(Language::instance().choice().isEmpty());
}

TEST_F(LanguageTest, ARunGoesOnWithAllItsPoints) {
  window->goTo(MainWindow::train);
  ASSERT_TRUE(bridge.start({"dcgan", "fashion-mnist", "", {}, {}, {}, false}));
  const auto session = engine->session();
  session->advance(25);
  ASSERT_TRUE(eventually([&] { return bridge.status().step == 25 && curves().curve(QStringLiteral("loss_d")) && !samples().shown().empty(); }));
  tick();
  const auto before = curves().curve(QStringLiteral("loss_d"))->values();
  ASSERT_GE(before.size(), 25U);

  Language::instance().apply(kChinese);
  EXPECT_EQ(engine->session(), session);
  EXPECT_TRUE(bridge.running());
  EXPECT_TRUE(session->sent().empty());   // nothing was asked of the run: not to stop, not to pause
  EXPECT_EQ(window->page(), MainWindow::train);
  EXPECT_FALSE(samples().shown().empty());
  EXPECT_EQ(curves().curve(QStringLiteral("loss_d"))->values(), before);
  EXPECT_TRUE(form().running());

  session->advance(10);
  ASSERT_TRUE(eventually([&] { return curves().curve(QStringLiteral("loss_d"))->lastStep() == 35; }));
  EXPECT_EQ(curves().curve(QStringLiteral("loss_d"))->values().size(), before.size() + 10);
}

TEST_F(LanguageTest, WhatWasTypedStays) {
  window->goTo(MainWindow::train);
  auto& page = window->trainPage();
  ASSERT_TRUE(page.chooseFamily(QStringLiteral("dcgan")));
  page.chooseData(QStringLiteral("mnist"));
  form().setValues({{"batch", std::int64_t{48}}}, ui::asTheyAre(QStringLiteral("test")));
  auto* line = form().field(QStringLiteral("lr_d"))->editor().focusTarget()->findChild<QLineEdit*>();
  ASSERT_TRUE(line);
  line->setText(QStringLiteral("quick"));   // no number: must stay to be mended
  emit line->textEdited(line->text());
  form().field(QStringLiteral("lr_d"))->editor().commit();
  ASSERT_FALSE(form().field(QStringLiteral("lr_d"))->editor().textError().isEmpty());
  form().setAdvanced(true);
  form().setSearch(QStringLiteral("rate"));

  Language::instance().apply(kChinese);
  const auto& setup = window->trainPage().setup();
  EXPECT_EQ(setup.family(), QStringLiteral("dcgan"));
  EXPECT_EQ(setup.data(), QStringLiteral("mnist"));
  EXPECT_EQ(std::get<std::int64_t>(form().values().at("batch")), 48);
  EXPECT_TRUE(window->trainPage().setup().presets().modified());
  const auto& editor = form().field(QStringLiteral("lr_d"))->editor();
  EXPECT_FALSE(editor.textError().isEmpty());
  EXPECT_EQ(editor.focusTarget()->findChild<QLineEdit*>()->text().toStdString(), "quick");
  EXPECT_TRUE(form().advanced());
}

/// Whether a text is in the letters of Chinese, in part at least.
bool chinese(const QString& text) {
  return std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.script() == QChar::Script_Han; });
}

TEST_F(LanguageTest, WhatWasDoneCanBeUndoneAndRedone) {
  window->goTo(MainWindow::train);
  ASSERT_TRUE(window->trainPage().chooseFamily(QStringLiteral("dcgan")));
  const auto standard = form().values();
  form().field(QStringLiteral("augment_flip"))->findChild<QCheckBox*>()->click();
  const auto edited = form().values();
  ASSERT_TRUE(window->trainPage().choosePreset(QStringLiteral("dcgan-quick")));
  const auto preset = form().values();
  ASSERT_TRUE(standard != edited && edited != preset);
  form().undoStack()->undo();

  Language::instance().apply(kChinese);
  EXPECT_EQ(form().values(), edited);
  EXPECT_EQ(form().undoStack()->redoText().toStdString(), "载入预设 Quick look");
  EXPECT_TRUE(chinese(form().undoStack()->undoText())) << form().undoStack()->undoText().toStdString();
  for (auto* action : window->trainPage().editActions().first(2)) EXPECT_TRUE(action->isEnabled()) << action->text().toStdString();
  form().undoStack()->redo();
  EXPECT_EQ(form().values(), preset);
  EXPECT_FALSE(form().undoStack()->canRedo());
  form().undoStack()->undo();
  form().undoStack()->undo();
  EXPECT_EQ(form().values(), standard);
  EXPECT_FALSE(form().field(QStringLiteral("augment_flip"))->findChild<QCheckBox*>()->isChecked());
}

TEST_F(LanguageTest, DuringARunTooAndNothingIsSentByIt) {
  ASSERT_TRUE(bridge.start({"dcgan", "fashion-mnist", "", {}, {}, {}, false}));
  const auto session = engine->session();
  session->advance(1);
  ASSERT_TRUE(eventually([&] { return form().running(); }));
  const auto lr = [&](const char* key) { return std::get<double>(session->values().at(key)); };
  const double lrG = lr("lr_g"), lrD = lr("lr_d");
  form().setValues({{"lr_d", 1e-4}}, ui::asTheyAre(QStringLiteral("first")));
  form().setValues({{"lr_g", 5e-4}}, ui::asTheyAre(QStringLiteral("second")));
  form().undoStack()->undo();
  ASSERT_EQ(lr("lr_g"), lrG);
  form().showValues({{"lr_g", 3e-4}});   // what the trainer did by itself
  const auto sent = session->sent().size();

  Language::instance().apply(kChinese);
  EXPECT_TRUE(form().running());
  EXPECT_EQ(session->sent().size(), sent);
  EXPECT_EQ(std::get<double>(form().values().at("lr_g")), 3e-4);
  form().undoStack()->redo();
  EXPECT_EQ(session->sent().size(), sent + 1);
  EXPECT_EQ(lr("lr_g"), 5e-4);
  form().undoStack()->undo();
  form().undoStack()->undo();
  EXPECT_EQ(lr("lr_d"), lrD);
  EXPECT_FALSE(form().undoStack()->canUndo());
}

TEST_F(LanguageTest, HiddenCurvesStayHidden) {
  ASSERT_TRUE(bridge.start({"dcgan", "fashion-mnist", "", {}, {}, {}, false}));
  const auto chips = [&] { return curves().plots()[0]->legend()->chips(); };
  ASSERT_EQ(chips().size(), 2U);
  chips()[1]->click();
  Language::instance().apply(kChinese);
  ASSERT_EQ(chips().size(), 2U);
  EXPECT_TRUE(chips()[0]->isChecked());
  EXPECT_FALSE(chips()[1]->isChecked());
}

TEST_F(LanguageTest, TheChosenRunAndThePictureOfTheRunThatTrainsStay) {
  ASSERT_TRUE(bridge.start({"dcgan", "fashion-mnist", "", {}, {}, {}, false}));
  engine->session()->advance(25);
  window->goTo(MainWindow::runs);
  const auto runs = [&] { return window->runsPage().list(); };
  ASSERT_TRUE(eventually([&] { return runs()->count() == 4 && !window->homePage().picture()->picture().isNull(); }));
  runs()->setCurrentRow(2);
  const auto picture = window->homePage().picture()->picture();
  Language::instance().apply(kChinese);
  EXPECT_EQ(runs()->currentRow(), 2);
  EXPECT_EQ(window->homePage().picture()->picture(), picture);
}

TEST_F(LanguageTest, TheTickOfFullScreenStays) {
  const auto fullScreen = [&]() -> QAction* {
    for (auto* action : window->actions())
      if (action->shortcuts().contains(QKeySequence(Qt::Key_F11))) return action;
    return nullptr;
  };
  ASSERT_TRUE(fullScreen());
  EXPECT_FALSE(fullScreen()->isChecked());
  fullScreen()->trigger();
  ASSERT_TRUE(window->isFullScreen());
  Language::instance().apply(kChinese);
  ASSERT_TRUE(fullScreen());
  EXPECT_TRUE(fullScreen()->isChecked());
  fullScreen()->trigger();
  EXPECT_FALSE(window->isFullScreen());
  EXPECT_FALSE(fullScreen()->isChecked());
}

TEST_F(LanguageTest, AStoredRunStaysOpen) {
  window->openRun(QStringLiteral("/home/ada/.local/share/ganvas/runs/dcgan-fashion-mnist-3"));
  ASSERT_TRUE(eventually([&] { return window->trainPage().setup().showsRecord() && curves().curve(QStringLiteral("loss_g")) && !samples().shown().empty(); }));
  const auto last = curves().curve(QStringLiteral("loss_g"))->lastStep();
  Language::instance().apply(kChinese);
  EXPECT_TRUE(window->trainPage().setup().showsRecord());
  EXPECT_EQ(curves().curve(QStringLiteral("loss_g"))->lastStep(), last);
  EXPECT_FALSE(samples().shown().empty());
  EXPECT_EQ(window->page(), MainWindow::train);
}

TEST_F(LanguageTest, APanelKeepsWhatWasChosen) {
  ASSERT_TRUE(bridge.start({"dcgan", "fashion-mnist", "", {}, {}, {}, false}));
  engine->session()->advance(5);
  window->goTo(MainWindow::play);
  const auto panel = [&] { return window->playPage().findChild<ui::LatentPanel*>(); };
  ASSERT_TRUE(eventually([&] { return panel() && panel()->isEnabled(); }));
  panel()->setSeed(7);
  panel()->pick(ui::LatentPanel::End::a, 3);
  panel()->setT(0.25);
  panel()->setWeights(Weights::live);
  const auto model = bridge.model();
  Language::instance().apply(kChinese);
  tick();
  EXPECT_EQ(bridge.model(), model);   // not loaded again
  EXPECT_EQ(panel()->end(ui::LatentPanel::End::a), (LatentPoint{7, 3}));
  EXPECT_DOUBLE_EQ(panel()->t(), 0.25);
  EXPECT_EQ(panel()->header().weights(), Weights::live);
}

TEST_F(LanguageTest, MessagesAndPlaceStay) {
  window->goTo(MainWindow::runs);
  window->messages().post({NoticeLevel::warning, ui::asTheyAre(QStringLiteral("The disk is nearly full.")), {}, {}});
  Language::instance().apply(kChinese);
  EXPECT_EQ(window->page(), MainWindow::runs);
  EXPECT_EQ(window->messages().sentence().toStdString(), "The disk is nearly full.");
}

TEST_F(LanguageTest, MessagesThatWaitAreToldInTheNewLanguage) {
  ASSERT_TRUE(bridge.start({"dcgan", "fashion-mnist", "", {}, {}, {}, false}));
  engine->session()->advance(1);
  EXPECT_FALSE(window->trainPage().startRun());
  engine->session()->notify({NoticeLevel::info, 1, sentence("Back to the same initial weights. What was trained before is kept in \"%1\".", "aside"), ""});
  ASSERT_TRUE(eventually([&] { return window->messages().waiting() == 2; }));
  EXPECT_TRUE(window->messages().sentence().startsWith(QStringLiteral("Back to")));
  Language::instance().apply(kChinese);
  EXPECT_EQ(window->messages().sentence().toStdString(), "已回到相同的初始权重。此前的训练保留在“aside”中。");
  window->messages().dismiss();
  EXPECT_EQ(window->messages().sentence().toStdString(), "训练正在进行。请先停止，再开始新的训练。");
}

TEST_F(LanguageTest, IsChosenInTheSettingsWhichStayOpen) {
  QTest::keyClick(window.get(), Qt::Key_Comma, Qt::ControlModifier);
  auto* dialog = window->findChild<ui::SettingsDialog*>();
  ASSERT_TRUE(dialog);
  auto* combo = dialog->findChild<QComboBox*>(QStringLiteral("language"));
  ASSERT_TRUE(combo);
  combo->setCurrentIndex(combo->findData(kChinese));
  emit combo->activated(combo->currentIndex());
  ASSERT_TRUE(eventually([&] { return Language::instance().current() == kChinese; }));
  ASSERT_TRUE(eventually([&] {
    const auto open = window->findChildren<ui::SettingsDialog*>();
    return open.size() == 1 && open.front()->windowTitle() == QStringLiteral("设置");
  }));
  EXPECT_EQ(Language::instance().choice(), kChinese);
  const auto* again = window->findChild<ui::SettingsDialog*>();
  EXPECT_EQ(again->focusWidget(), again->findChild<QComboBox*>(QStringLiteral("language")));
}

}  // namespace
}  // namespace ganvas::test
