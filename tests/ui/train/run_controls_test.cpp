// The table of what can be done in which state, and how a run's numbers are written.
#include <gtest/gtest.h>

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <set>

#include "ui/train/run_controls.hpp"

namespace ganvas::test {
namespace {

using namespace ui;
using Act = RunControls::Act;

constexpr Act kAll[] = {Act::start, Act::pause, Act::resume, Act::stepRound, Act::stepPhase, Act::stop, Act::reset, Act::checkpoint, Act::evaluate, Act::goOn};

struct Row {
  const char* name;
  std::optional<SessionState> state;
  bool ready, canGoOn;
  std::set<Act> enabled;
  const char* primary;
};

class RunControlsTable : public ::testing::TestWithParam<Row> {};

TEST_P(RunControlsTable, WhatCanBeDone) {
  const auto& row = GetParam();
  RunControls controls;
  controls.setReady(row.ready, QStringLiteral("Choose data first."));
  controls.setCanGoOn(row.canGoOn);
  std::optional<SessionStatus> status;
  if (row.state) status.emplace().state = *row.state;
  controls.setStatus(status);
  for (const auto act : kAll) EXPECT_EQ(controls.action(act)->isEnabled(), row.enabled.count(act) == 1) << controls.action(act)->text().toStdString();
  EXPECT_EQ(controls.primaryButton()->text().toStdString(), row.primary);
  const bool primary = row.enabled.count(Act::start) || row.enabled.count(Act::pause) || row.enabled.count(Act::resume);
  EXPECT_EQ(controls.primaryButton()->isEnabled(), primary);
}

INSTANTIATE_TEST_SUITE_P(
    States, RunControlsTable,
    ::testing::Values(
        Row{"NothingChosen", {}, false, false, {}, "Start training"},
        Row{"Ready", {}, true, false, {Act::start, Act::stepRound, Act::stepPhase}, "Start training"},
        Row{"StoredRun", {}, true, true, {Act::start, Act::stepRound, Act::stepPhase, Act::goOn}, "New run"},
        Row{"Preparing", SessionState::preparing, true, false, {Act::stop}, "Pause"},
        Row{"Running", SessionState::running, true, false, {Act::pause, Act::stop, Act::reset, Act::checkpoint, Act::evaluate}, "Pause"},
        Row{"Paused", SessionState::paused, true, false,
            {Act::resume, Act::stepRound, Act::stepPhase, Act::stop, Act::reset, Act::checkpoint, Act::evaluate}, "Resume"},
        Row{"Stopping", SessionState::stopping, true, false, {}, "Pause"},
        Row{"Finished", SessionState::finished, true, false, {Act::start, Act::stepRound, Act::stepPhase}, "Start training"},
        Row{"StoppedEarly", SessionState::finished, true, true, {Act::start, Act::stepRound, Act::stepPhase, Act::goOn}, "New run"},
        Row{"Failed", SessionState::failed, true, true, {Act::start, Act::stepRound, Act::stepPhase, Act::goOn}, "New run"}),
    [](const auto& info) { return std::string(info.param.name); });

template <class T>
void expectSends(RunControls& controls, Act act) {
  QSignalSpy sent(&controls, &RunControls::commandRequested);
  controls.action(act)->trigger();
  ASSERT_EQ(sent.count(), 1);
  EXPECT_TRUE(std::holds_alternative<T>(sent.first().first().value<Command>()));
}

TEST(RunControls, EachActionSendsItsCommand) {
  RunControls controls;
  SessionStatus status;
  status.state = SessionState::running;
  controls.setStatus(status);
  expectSends<command::Pause>(controls, Act::pause);
  expectSends<command::Stop>(controls, Act::stop);
  expectSends<command::Checkpoint>(controls, Act::checkpoint);
  expectSends<command::Evaluate>(controls, Act::evaluate);
  status.state = SessionState::paused;
  controls.setStatus(status);
  expectSends<command::Resume>(controls, Act::resume);
  expectSends<command::StepRound>(controls, Act::stepRound);
  expectSends<command::StepPhase>(controls, Act::stepPhase);
}

TEST(RunControls, ResetIsAskedForAndNotSent) {
  RunControls controls;
  SessionStatus status;
  status.state = SessionState::running;
  controls.setStatus(status);
  QSignalSpy sent(&controls, &RunControls::commandRequested), asked(&controls, &RunControls::resetRequested);
  controls.action(Act::reset)->trigger();
  EXPECT_EQ(sent.count(), 0);
  EXPECT_EQ(asked.count(), 1);
}

TEST(RunControls, AStepWithoutARunStartsOne) {
  RunControls controls;
  controls.setReady(true, {});
  QSignalSpy stepped(&controls, &RunControls::steppedStartRequested);
  controls.action(Act::stepRound)->trigger();
  ASSERT_EQ(stepped.count(), 1);
  EXPECT_TRUE(std::holds_alternative<command::StepRound>(stepped.first().first().value<Command>()));
}

TEST(RunControls, ThePrimaryButtonDoesWhatItSays) {
  RunControls controls;
  controls.setReady(true, {});
  QSignalSpy started(&controls, &RunControls::startRequested), sent(&controls, &RunControls::commandRequested);
  controls.primaryButton()->click();
  EXPECT_EQ(started.count(), 1);
  SessionStatus status;
  status.state = SessionState::running;
  controls.setStatus(status);
  controls.primaryButton()->click();
  ASSERT_EQ(sent.count(), 1);
  EXPECT_TRUE(std::holds_alternative<command::Pause>(sent.first().first().value<Command>()));
}

TEST(RunControls, SpaceIsPauseOrResumeAndNeverBoth) {
  RunControls controls;
  SessionStatus status;
  for (const auto state : {SessionState::running, SessionState::paused}) {
    status.state = state;
    controls.setStatus(status);
    int spaces = 0;
    for (auto* action : controls.actionList()) spaces += action->isEnabled() && action->shortcut() == QKeySequence(Qt::Key_Space);
    EXPECT_EQ(spaces, 1);
  }
}

TEST(RunControls, ProgressIsStepsOfTotalAndWhilePreparingTheActivity) {
  RunControls controls;
  auto* bar = controls.findChild<QProgressBar*>();
  SessionStatus status;
  status.state = SessionState::preparing;
  status.activityFraction = 0.25;
  controls.setStatus(status);
  EXPECT_DOUBLE_EQ(double(bar->value()) / bar->maximum(), 0.25);
  status = {};
  status.state = SessionState::running;
  status.step = 300;
  status.totalSteps = 400;
  controls.setStatus(status);
  EXPECT_DOUBLE_EQ(double(bar->value()) / bar->maximum(), 0.75);
}

TEST(RunControls, NumbersAreWrittenForPeople) {
  EXPECT_EQ(durationText(9.4).toStdString(), "9 s");
  EXPECT_EQ(durationText(130).toStdString(), "2 min 10 s");
  EXPECT_EQ(durationText(3900).toStdString(), "1 h 05 min");
  EXPECT_EQ(memoryText(812'400'000).toStdString(), "812 MB");
  EXPECT_EQ(memoryText(1'440'000'000).toStdString(), "1.4 GB");
  SessionStatus status;
  status.step = 300;
  status.totalSteps = 400;
  status.epoch = 3.2;
  status.imagesPerSecond = 412.4;
  status.device = "cpu";
  status.memoryBytes = 812'000'000;
  const auto text = readoutText(status);
  for (const char* part : {"300 of 400 rounds", "epoch 3.20", "412 pictures/s", "cpu", "812 MB"}) EXPECT_TRUE(text.contains(QLatin1String(part))) << part;
  status.totalSteps = 0;
  EXPECT_TRUE(readoutText(status).startsWith(QStringLiteral("300 rounds")));
}

TEST(RunControls, ActivitySaysWhatGoesOn) {
  SessionStatus status;
  status.activity = sentence("Reading %1", "Fashion-MNIST");
  status.activityFraction = 0.4;
  EXPECT_EQ(activityText(status).toStdString(), "Reading Fashion-MNIST 40 %");
  status = {};
  status.state = SessionState::paused;
  EXPECT_EQ(activityText(status).toStdString(), "Paused");
  status.phase = Sentence("update generator");
  EXPECT_EQ(activityText(status).toStdString(), "Paused before: update generator");
}

TEST(RunControls, EveryActionHasAWordAndAnExplanation) {
  RunControls controls;
  for (const auto* action : controls.actionList()) {
    EXPECT_FALSE(action->text().isEmpty());
    EXPECT_FALSE(action->toolTip().isEmpty());
  }
}

}  // namespace
}  // namespace ganvas::test
