// How the form is used: typing, undo, search, runs.
#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include "tests/ui/bridge/fake_engine.hpp"
#include "ui/train/parameter_editors.hpp"
#include "ui/train/parameter_field.hpp"
#include "ui/train/parameter_form.hpp"
#include "ui/train/parameter_section.hpp"

namespace ganvas::test {
namespace {

using namespace ui;

class ParameterFormTest : public ::testing::Test {
 protected:
  ParameterFormTest() {
    form.setSchema(fakeSchema("dcgan"));
    form.resize(400, 3000);
    form.show();
    form.activateWindow();
  }
  template <class T>
  T* editorPart(const char* key) {
    return form.field(QString::fromLatin1(key))->findChild<T*>();
  }
  void type(const char* key, const char* text) {
    auto* line = editorPart<QLineEdit>(key);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, QString::fromLatin1(text));
    QTest::keyClick(line, Qt::Key_Return);
  }
  double real(const char* key) { return std::get<double>(form.values().at(key)); }
  std::int64_t whole(const char* key) { return std::get<std::int64_t>(form.values().at(key)); }

  ParameterForm form;
};

TEST_F(ParameterFormTest, ScientificNotationIsTakenAndEveryDigitIsKept) {
  type("lr_g", "2.3456789e-5");
  EXPECT_EQ(real("lr_g"), 2.3456789e-5);
  auto* line = editorPart<QLineEdit>("lr_g");
  form.field("lr_d")->editor().focusTarget()->setFocus();
  EXPECT_EQ(line->text(), QStringLiteral("2.346e-5"));
  EXPECT_EQ(real("lr_g"), 2.3456789e-5);   // leaving the field has not rounded it
  type("batch", "1e2");
  EXPECT_EQ(whole("batch"), 100);
}

TEST_F(ParameterFormTest, WhatIsNoNumberStaysAndIsExplained) {
  type("batch", "many");
  EXPECT_EQ(whole("batch"), 64);
  EXPECT_EQ(editorPart<QLineEdit>("batch")->text(), QStringLiteral("many"));
  ASSERT_EQ(form.problems().size(), 1u);
  EXPECT_EQ(form.problems().front().key, "batch");
  EXPECT_TRUE(form.field("batch")->message().contains(QStringLiteral("many")));
  EXPECT_FALSE(form.commit());
  type("batch", "32");
  EXPECT_TRUE(form.problems().empty());
  EXPECT_TRUE(form.field("batch")->message().isEmpty());
  EXPECT_TRUE(form.commit());
}

TEST_F(ParameterFormTest, ChangesAreMarkedAndResetOneByOneOrAll) {
  type("batch", "128");
  type("lr_g", "0.001");
  EXPECT_TRUE(form.field("batch")->changed());
  EXPECT_FALSE(form.field("batch")->resetButton()->isHidden());
  EXPECT_EQ(form.changedValues(), (Values{{"batch", std::int64_t{128}}, {"lr_g", 0.001}}));
  form.field("batch")->resetButton()->click();
  EXPECT_EQ(form.changedValues(), (Values{{"lr_g", 0.001}}));
  EXPECT_TRUE(form.field("batch")->resetButton()->isHidden());
  form.resetAll();
  EXPECT_TRUE(form.changedValues().empty());
  form.undoStack()->undo();
  EXPECT_EQ(form.changedValues(), (Values{{"lr_g", 0.001}}));
}

TEST_F(ParameterFormTest, UndoAndRedoWalkThroughEdits) {
  type("batch", "128");
  editorPart<QComboBox>("loss")->setCurrentIndex(3);
  form.field("augment_flip")->findChild<QCheckBox*>()->click();
  EXPECT_EQ(form.undoStack()->count(), 3);
  EXPECT_EQ(std::get<std::string>(form.values().at("loss")), "hinge");
  form.undoStack()->undo();
  EXPECT_FALSE(std::get<bool>(form.values().at("augment_flip")));
  EXPECT_FALSE(form.field("augment_flip")->findChild<QCheckBox*>()->isChecked());
  form.undoStack()->undo();
  EXPECT_EQ(editorPart<QComboBox>("loss")->currentText(), QStringLiteral("Non-saturating"));
  form.undoStack()->undo();
  EXPECT_EQ(form.values(), form.schema().defaults());
  form.undoStack()->redo();
  EXPECT_EQ(whole("batch"), 128);
  EXPECT_EQ(editorPart<QLineEdit>("batch")->text(), QStringLiteral("128"));
}

TEST_F(ParameterFormTest, OneDragIsOneStepOfUndo) {
  auto* slider = editorPart<QSlider>("label_smoothing");
  ASSERT_NE(slider, nullptr);
  for (const int target : {20, 60}) {
    slider->setSliderDown(true);
    for (int i = 1; i <= 10; ++i) slider->setValue(target + i);
    slider->setSliderDown(false);
  }
  EXPECT_EQ(form.undoStack()->count(), 2);
  const double second = real("label_smoothing");
  form.undoStack()->undo();
  EXPECT_LT(real("label_smoothing"), second);
  form.undoStack()->undo();
  EXPECT_EQ(real("label_smoothing"), 0);
  EXPECT_EQ(slider->value(), 0);
}

TEST_F(ParameterFormTest, DraggingThereAndBackLeavesNothingToUndo) {
  auto* slider = editorPart<QSlider>("instance_noise");
  slider->setSliderDown(true);
  slider->setValue(30);
  slider->setValue(0);
  slider->setSliderDown(false);
  EXPECT_EQ(form.undoStack()->count(), 0);
}

TEST_F(ParameterFormTest, ArrowKeysStepAsSuitsTheScale) {
  auto* box = editorPart<QAbstractSpinBox>("lr_g");   // logarithmic: its leading digit
  QTest::keyClick(box, Qt::Key_Up);
  EXPECT_DOUBLE_EQ(real("lr_g"), 3e-4);
  for (int i = 0; i < 3; ++i) QTest::keyClick(box, Qt::Key_Down);
  EXPECT_DOUBLE_EQ(real("lr_g"), 9e-5);
  auto* steps = editorPart<QAbstractSpinBox>("d_steps");
  QTest::keyClick(steps, Qt::Key_Down);
  EXPECT_EQ(whole("d_steps"), 1);   // its minimum
  QTest::keyClick(steps, Qt::Key_Up);
  EXPECT_EQ(whole("d_steps"), 2);
}

TEST_F(ParameterFormTest, SearchFindsByKeyTitleAndHelpAdvancedOnesToo) {
  EXPECT_FALSE(form.fieldShown("beta1"));
  form.setSearch("beta1");
  EXPECT_TRUE(form.fieldShown("beta1"));
  EXPECT_FALSE(form.fieldShown("batch"));
  form.setSearch("generator learning");
  EXPECT_TRUE(form.fieldShown("lr_g"));
  form.setSearch("oscillate");   // only in the help of lr_g
  EXPECT_TRUE(form.fieldShown("lr_g"));
  EXPECT_FALSE(form.fieldShown("lr_d"));
  form.setSearch("zebra");
  for (const auto& parameter : form.schema().parameters()) EXPECT_FALSE(form.fieldShown(QString::fromStdString(parameter.key)));
  form.setSearch({});
  EXPECT_TRUE(form.fieldShown("batch"));
  EXPECT_FALSE(form.fieldShown("beta1"));
}

TEST_F(ParameterFormTest, AdvancedShowsAllBasicOnlyTheOthers) {
  for (const bool advanced : {false, true, false}) {
    form.setAdvanced(advanced);
    for (const auto& parameter : form.schema().parameters()) {
      EXPECT_EQ(form.fieldShown(QString::fromStdString(parameter.key)), advanced || !parameter.advanced) << parameter.key;
    }
  }
}

TEST_F(ParameterFormTest, OnlyChangedHidesTheRest) {
  form.setValues({{"beta1", 0.0}}, asTheyAre("Test"));
  form.setOnlyChanged(true);
  EXPECT_TRUE(form.fieldShown("beta1"));
  EXPECT_FALSE(form.fieldShown("batch"));
}

TEST_F(ParameterFormTest, FoldedGroupsOpenForSearchAndReveal) {
  auto* section = form.sections().front();
  section->header()->click();
  const auto key = section->fields().front()->key();
  EXPECT_FALSE(form.fieldShown(key));
  form.setSearch(key);
  EXPECT_TRUE(form.fieldShown(key));
  form.setSearch({});
  EXPECT_FALSE(form.fieldShown(key));
  form.reveal(key);
  EXPECT_TRUE(form.fieldShown(key));
}

TEST_F(ParameterFormTest, WhatHasNoEffectIsGreyAndSaysWhy) {
  auto* field = form.field("label_smoothing");
  EXPECT_TRUE(field->editor().isEnabled());
  form.setValues({{"loss", std::string("hinge")}}, asTheyAre("Test"));
  EXPECT_FALSE(field->editor().isEnabled());
  EXPECT_EQ(field->message(), QStringLiteral("Only log losses have labels to smooth."));
  EXPECT_TRUE(field->toolTip().contains(QStringLiteral("Only log losses")));
  form.undoStack()->undo();
  EXPECT_TRUE(field->editor().isEnabled());
  EXPECT_TRUE(field->message().isEmpty());
}

TEST_F(ParameterFormTest, EngineErrorsStandAtTheirFieldsUntilEdited) {
  form.setErrors({{"size", Sentence("dcgan cannot draw 41 px.")}, {"data", Sentence("The folder is empty.")}});
  EXPECT_EQ(form.field("size")->message(), QStringLiteral("dcgan cannot draw 41 px."));
  EXPECT_TRUE(form.topMessage().contains(QStringLiteral("The folder is empty.")));
  EXPECT_EQ(form.problems().size(), 2u);
  form.setValues({{"size", std::string("64")}}, asTheyAre("Test"));
  EXPECT_TRUE(form.field("size")->message().isEmpty());
}

TEST_F(ParameterFormTest, AnErrorAtAnAdvancedFieldShowsTheField) {
  EXPECT_FALSE(form.fieldShown("threads"));
  form.setErrors({{"threads", Sentence("This machine has 2 processors.")}});
  EXPECT_TRUE(form.fieldShown("threads"));
}

TEST_F(ParameterFormTest, DuringARunOnlyLiveParametersCanBeEdited) {
  form.setRunning(true);
  for (const auto& parameter : form.schema().parameters()) {
    const auto* field = form.field(QString::fromStdString(parameter.key));
    EXPECT_EQ(field->editor().isEnabled(), parameter.live) << parameter.key;
    EXPECT_EQ(field->lockedReason().isEmpty(), parameter.live) << parameter.key;
    EXPECT_TRUE(parameter.live || field->toolTip().contains(field->lockedReason().toHtmlEscaped())) << parameter.key;
  }
  EXPECT_FALSE(form.topMessage().isEmpty());
  form.setRunning(false);
  EXPECT_TRUE(form.field("batch")->editor().isEnabled());
}

TEST_F(ParameterFormTest, LiveEditsAreSentOnceWhenTheyHaveSettled) {
  form.setRunning(true);
  QSignalSpy sent(&form, &ParameterForm::liveEdited);
  type("lr_g", "0.0005");
  ASSERT_EQ(sent.count(), 1);
  EXPECT_EQ(sent.takeFirst().at(0).toString(), QStringLiteral("lr_g"));
  auto* slider = editorPart<QSlider>("label_smoothing");
  slider->setSliderDown(true);
  for (int i = 1; i <= 40; ++i) slider->setValue(i);
  EXPECT_EQ(sent.count(), 0);
  slider->setSliderDown(false);
  ASSERT_EQ(sent.count(), 1);
  EXPECT_EQ(std::get<double>(sent.first().at(1).value<Value>()), real("label_smoothing"));
}

TEST_F(ParameterFormTest, UndoingALiveEditIsALiveEdit) {
  type("batch", "128");
  form.setRunning(true);
  EXPECT_FALSE(form.undoStack()->canUndo());   // the batch is fixed now
  type("lr_d", "0.0001");
  QSignalSpy sent(&form, &ParameterForm::liveEdited);
  form.undoStack()->undo();
  ASSERT_EQ(sent.count(), 1);
  EXPECT_EQ(std::get<double>(sent.first().at(1).value<Value>()), 2e-4);
}

TEST_F(ParameterFormTest, BeforeARunNothingIsSent) {
  QSignalSpy sent(&form, &ParameterForm::liveEdited);
  type("lr_g", "0.0005");
  EXPECT_EQ(sent.count(), 0);
}

TEST_F(ParameterFormTest, ReadOnlyValuesCannotBeEdited) {
  form.setReadOnly("Stored.");
  for (const auto& parameter : form.schema().parameters()) EXPECT_FALSE(form.field(QString::fromStdString(parameter.key))->editor().isEnabled());
  EXPECT_EQ(form.topMessage(), QStringLiteral("Stored."));
}

TEST_F(ParameterFormTest, TheWheelScrollsAndChangesNothing) {
  form.setAdvanced(true);
  for (const auto& parameter : form.schema().parameters()) {
    auto* field = form.field(QString::fromStdString(parameter.key));
    QList<QWidget*> targets{field->editor().focusTarget()};
    if (auto* slider = field->findChild<QSlider*>()) targets << slider;
    for (auto* target : targets) {
      target->setFocus();
      const QPointF middle = target->rect().center();
      QWheelEvent wheel(middle, target->mapToGlobal(middle), {}, {0, -240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
      QApplication::sendEvent(target, &wheel);
    }
  }
  EXPECT_EQ(form.values(), form.schema().defaults());
}

TEST_F(ParameterFormTest, TabReachesEveryFieldInOrder) {
  form.setAdvanced(true);
  QApplication::setActiveWindow(&form);
  form.focusSearch();
  std::vector<std::string> reached;
  for (int presses = 0; presses < 200; ++presses) {
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    auto* focus = QApplication::focusWidget();
    ASSERT_NE(focus, nullptr);
    for (const auto& parameter : form.schema().parameters()) {
      if (form.field(QString::fromStdString(parameter.key))->isAncestorOf(focus) && (reached.empty() || reached.back() != parameter.key)) {
        reached.push_back(parameter.key);
      }
    }
    if (reached.size() >= form.schema().parameters().size()) break;
  }
  std::vector<std::string> expected;   // as on the screen: group by group
  for (const auto* section : form.sections()) {
    for (const auto* field : section->fields()) {
      if (field->editor().isEnabled()) expected.push_back(field->parameter().key);
    }
  }
  EXPECT_EQ(reached, expected);
}

TEST_F(ParameterFormTest, HelpOfTheFocusedFieldCanBeReadWithoutAMouse) {
  QApplication::setActiveWindow(&form);
  form.reveal("batch");
  bool found = false;
  for (const auto* label : form.findChildren<QLabel*>()) found |= label->isVisible() && label->text().contains(QStringLiteral("steadier gradients"));
  EXPECT_TRUE(found);
}

TEST_F(ParameterFormTest, PresetValuesAreOneStepAndBadOnesAreLeftOut) {
  form.setValues({{"batch", std::int64_t{100}}, {"lr_g", 1e-3}, {"unknown", true}, {"beta1", 7.0}}, asTheyAre("Load preset"));
  EXPECT_EQ(form.undoStack()->count(), 1);
  EXPECT_EQ(form.changedValues(), (Values{{"batch", std::int64_t{100}}, {"lr_g", 1e-3}}));
  EXPECT_EQ(form.undoStack()->undoText(), QStringLiteral("Load preset"));
}

}  // namespace
}  // namespace ganvas::test
