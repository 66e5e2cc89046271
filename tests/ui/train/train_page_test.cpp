// The train page over the fake engine: set up, start, steer, reopen.
#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/bridge/fake_engine.hpp"
#include "ui/bridge/bridge.hpp"
#include "ui/train/parameter_editors.hpp"
#include "ui/train/parameter_field.hpp"
#include "ui/train/parameter_form.hpp"
#include "ui/train/preset_bar.hpp"
#include "ui/train/run_controls.hpp"
#include "ui/train/train_page.hpp"
#include "ui/train/train_setup.hpp"

namespace ganvas::test {
namespace {

using namespace ui;
using Act = RunControls::Act;

class TrainPageTest : public ::testing::Test {
 protected:
  TrainPageTest() : engine(std::make_shared<FakeEngine>()), bridge(engine), page(bridge), failed(&bridge, &Bridge::failed) {
    page.resize(1200, 800);
    page.show();
    page.chooseFamily("dcgan");
    page.chooseData("fashion-mnist");
  }
  ParameterForm& form() { return page.setup().form(); }
  QAction& act(Act which) { return *page.controls().action(which); }
  bool start() {
    if (!page.startRun()) return false;
    engine->session()->advance(1);
    return QTest::qWaitFor([this] { return bridge.status().step == 1 && bridge.status().state == SessionState::running; });
  }
  template <class T>
  int sent() {
    int count = 0;
    for (const auto& command : engine->session()->sent()) count += std::holds_alternative<T>(command);
    return count;
  }

  std::shared_ptr<FakeEngine> engine;
  Bridge bridge;
  TrainPage page;
  QSignalSpy failed;
};

TEST_F(TrainPageTest, StartsWithFamilyDataAndEveryValueOfTheForm) {
  form().setValues({{"batch", std::int64_t{32}}}, asTheyAre("Test"));
  ASSERT_TRUE(start());
  const auto request = *engine->lastRequest();
  EXPECT_EQ(request.family, "dcgan");
  EXPECT_EQ(request.data, "fashion-mnist");
  auto expected = fakeSchema("dcgan").defaults();
  expected["batch"] = std::int64_t{32};
  EXPECT_EQ(request.values, expected);
  EXPECT_FALSE(request.startPaused);
}

TEST_F(TrainPageTest, AValueThatIsTypedButNotYetEnteredCounts) {
  auto* line = form().field("batch")->findChild<QLineEdit*>();
  line->clear();
  QTest::keyClicks(line, "48");
  ASSERT_TRUE(start());
  EXPECT_EQ(engine->lastRequest()->values.at("batch"), Value(std::int64_t{48}));
}

TEST_F(TrainPageTest, BadValuesMarkTheirFieldsAndDoNotStart) {
  auto* line = form().field("batch")->findChild<QLineEdit*>();
  line->clear();
  QTest::keyClicks(line, "1000000");
  EXPECT_FALSE(page.startRun());
  EXPECT_FALSE(engine->lastRequest());
  EXPECT_FALSE(form().field("batch")->message().isEmpty());
  EXPECT_EQ(failed.count(), 1);
}

TEST_F(TrainPageTest, WhatTheEngineFindsWrongIsSaidAndDoesNotStart) {
  std::string absent;
  for (const auto& data : engine->datasets()) {
    if (!data.present) absent = data.name;
  }
  ASSERT_FALSE(absent.empty());
  page.chooseData(QString::fromStdString(absent));
  EXPECT_FALSE(page.startRun());
  EXPECT_FALSE(engine->lastRequest());
  EXPECT_FALSE(form().topMessage().isEmpty());
  page.chooseData("fashion-mnist");
  EXPECT_TRUE(page.startRun());
}

TEST_F(TrainPageTest, WithoutDataNothingCanBeStartedAndTheReasonIsSaid) {
  Bridge other(engine);
  TrainPage fresh(other);
  fresh.chooseFamily("dcgan");
  EXPECT_FALSE(fresh.controls().action(Act::start)->isEnabled());
  EXPECT_FALSE(fresh.setup().missing().isEmpty());
}

TEST_F(TrainPageTest, FailureToStartIsSaidAndTheFormStaysEditable) {
  engine->failNextStart("There is no room on the disk.");
  EXPECT_FALSE(page.startRun());
  ASSERT_EQ(failed.count(), 1);
  EXPECT_TRUE(form().field("batch")->editor().isEnabled());
}

TEST_F(TrainPageTest, LiveEditsReachTheSessionOthersAreLocked) {
  ASSERT_TRUE(start());
  EXPECT_FALSE(form().field("batch")->editor().isEnabled());
  auto* line = form().field("lr_g")->findChild<QLineEdit*>();
  line->setFocus();
  line->selectAll();
  QTest::keyClicks(line, "0.0005");
  QTest::keyClick(line, Qt::Key_Return);
  ASSERT_EQ(sent<command::SetParameter>(), 1);
  EXPECT_EQ(engine->session()->values().at("lr_g"), Value(5e-4));
}

TEST_F(TrainPageTest, ControlsFollowTheRun) {
  EXPECT_TRUE(act(Act::start).isEnabled());
  ASSERT_TRUE(start());
  EXPECT_FALSE(act(Act::start).isEnabled());
  act(Act::pause).trigger();
  EXPECT_TRUE(QTest::qWaitFor([&] { return act(Act::resume).isEnabled(); }));
  act(Act::stepRound).trigger();
  EXPECT_TRUE(QTest::qWaitFor([&] { return bridge.status().step == 2; }));
  act(Act::stop).trigger();
  engine->session()->advance(1);
  EXPECT_TRUE(QTest::qWaitFor([&] { return act(Act::start).isEnabled(); }));
  EXPECT_TRUE(act(Act::goOn).isEnabled());
  EXPECT_TRUE(form().field("batch")->editor().isEnabled());
}

TEST_F(TrainPageTest, AStepBeforeTheStartBeginsARunThatIsPaused) {
  act(Act::stepRound).trigger();
  ASSERT_TRUE(engine->lastRequest());
  EXPECT_TRUE(engine->lastRequest()->startPaused);
  EXPECT_EQ(sent<command::StepRound>(), 1);
}

TEST_F(TrainPageTest, ASecondStartDuringARunIsRefused) {
  ASSERT_TRUE(start());
  EXPECT_FALSE(page.startRun());
  EXPECT_EQ(failed.count(), 1);
}

TEST_F(TrainPageTest, SpacePausesUnlessAFieldOrButtonHasIt) {
  QApplication::setActiveWindow(&page);
  ASSERT_TRUE(start());
  page.samplesWidget()->setFocusPolicy(Qt::StrongFocus);
  page.samplesWidget()->setFocus();
  QTest::keyClick(page.samplesWidget(), Qt::Key_Space);
  EXPECT_EQ(sent<command::Pause>(), 1);
  auto* flip = form().field("augment_flip")->findChild<QCheckBox*>();
  engine->session()->send(command::Resume{});
  ASSERT_TRUE(QTest::qWaitFor([&] { return act(Act::pause).isEnabled(); }));
  auto* line = form().field("lr_g")->findChild<QLineEdit*>();
  line->setFocus();
  QTest::keyClick(line, Qt::Key_Space);
  EXPECT_EQ(sent<command::Pause>(), 1);
  EXPECT_FALSE(flip->isChecked());
}

TEST_F(TrainPageTest, AStoredRunIsShownReadOnlyWithTwoWaysOn) {
  bridge.openRun("/home/ada/.local/share/ganvas/runs/fc-gan-mnist-1");
  ASSERT_TRUE(QTest::qWaitFor([&] { return page.setup().showsRecord(); }));
  EXPECT_EQ(page.setup().family(), QStringLiteral("fc-gan"));
  EXPECT_EQ(page.setup().data(), QStringLiteral("mnist"));
  EXPECT_FALSE(form().field("batch")->editor().isEnabled());
  QPushButton *resume = nullptr, *use = nullptr;
  for (auto* button : page.setup().findChildren<QPushButton*>()) {
    if (button->text() == QStringLiteral("Resume training")) resume = button;
    if (button->text() == QStringLiteral("Use as a starting point")) use = button;
  }
  ASSERT_TRUE(resume && use && resume->isVisible() && use->isVisible());
  use->click();
  EXPECT_FALSE(page.setup().showsRecord());
  EXPECT_TRUE(form().field("batch")->editor().isEnabled());
  EXPECT_EQ(page.setup().family(), QStringLiteral("fc-gan"));
}

TEST_F(TrainPageTest, AStoredRunCanBeResumed) {
  bridge.openRun("/home/ada/.local/share/ganvas/runs/fc-gan-mnist-1");
  ASSERT_TRUE(QTest::qWaitFor([&] { return act(Act::goOn).isEnabled(); }));
  act(Act::goOn).trigger();
  ASSERT_NE(bridge.session(), nullptr);
  EXPECT_EQ(bridge.folder(), QStringLiteral("/home/ada/.local/share/ganvas/runs/fc-gan-mnist-1"));
  EXPECT_FALSE(page.setup().showsRecord());
  EXPECT_TRUE(form().running());
}

// The form holds a dcgan over Fashion-MNIST.
TEST_F(TrainPageTest, ARunOfAnotherFamilyThatIsResumedIsShownAsWhatItIs) {
  ASSERT_TRUE(bridge.resume("/home/ada/.local/share/ganvas/runs/fc-gan-mnist-1", {}, false));
  auto& setup = page.setup();
  EXPECT_EQ(setup.family(), QStringLiteral("fc-gan"));
  EXPECT_EQ(setup.data(), QStringLiteral("mnist"));
  EXPECT_NE(form().field("hidden"), nullptr);
  EXPECT_EQ(form().values(), bridge.session()->values());
  EXPECT_TRUE(setup.presets().names().contains(QStringLiteral("fc-gan-default")));
  EXPECT_FALSE(setup.presets().names().contains(QStringLiteral("dcgan-quick")));
  engine->session()->send(command::Stop{});
  engine->session()->advance(1);
  ASSERT_TRUE(QTest::qWaitFor([&] { return act(Act::start).isEnabled(); }));
  ASSERT_TRUE(page.startRun()) << "a new run, as the form stands";
  EXPECT_EQ(engine->lastRequest()->family, "fc-gan");
  EXPECT_EQ(engine->lastRequest()->data, "mnist");
}

TEST_F(TrainPageTest, ChoosingAPresetFillsTheFormAndIsUndone) {
  ASSERT_TRUE(page.choosePreset("dcgan-quick"));
  EXPECT_EQ(form().values().at("base"), Value(std::int64_t{16}));
  form().undoStack()->undo();
  EXPECT_EQ(form().values(), fakeSchema("dcgan").defaults());
  EXPECT_TRUE(page.setup().presets().modified());
}

TEST_F(TrainPageTest, AnotherFamilyMeansAnotherForm) {
  ASSERT_NE(form().field("base"), nullptr);
  page.chooseFamily("fc-gan");
  EXPECT_EQ(form().field("base"), nullptr);
  EXPECT_NE(form().field("hidden"), nullptr);
  EXPECT_FALSE(page.chooseFamily("no-such"));
  EXPECT_EQ(page.setup().family(), QStringLiteral("fc-gan"));
}

TEST_F(TrainPageTest, PanelsOfTheFamilyAreOffered) {
  QDockWidget* panel = nullptr;
  for (auto* dock : page.findChildren<QDockWidget*>()) {
    if (dock->objectName() == QStringLiteral("panel-latent")) panel = dock;
  }
  ASSERT_NE(panel, nullptr);
  panel->toggleViewAction()->trigger();
  EXPECT_TRUE(panel->isVisible());
}

TEST_F(TrainPageTest, LayoutIsKept) {
  QTemporaryDir folder;
  QSettings settings(folder.filePath("layout.ini"), QSettings::IniFormat);
  QDockWidget* curves = nullptr;
  for (auto* dock : page.findChildren<QDockWidget*>()) {
    if (dock->objectName() == QStringLiteral("curves")) curves = dock;
  }
  ASSERT_NE(curves, nullptr);
  curves->close();
  page.saveLayout(settings);
  curves->show();
  page.restoreLayout(settings);
  EXPECT_FALSE(curves->isVisible());
}

TEST_F(TrainPageTest, NoTwoActionsShareAShortcut) {
  std::map<QString, int> used;
  for (const auto* action : page.actions()) {
    if (!action->isEnabled()) continue;
    for (const auto& keys : action->shortcuts()) ++used[keys.toString()];
  }
  for (const auto& [keys, count] : used) EXPECT_EQ(count, 1) << keys.toStdString();
}

}  // namespace
}  // namespace ganvas::test
