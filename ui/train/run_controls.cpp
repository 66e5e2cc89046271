#include "ui/train/run_controls.hpp"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStringList>
#include <QToolButton>
#include <cmath>

#include "ui/bridge/session_state.hpp"
#include "ui/bridge/words.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/theme.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/elided_label.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

constexpr int kProgressScale = 10000;
constexpr int kCompactBelow = 960;    // px: narrower, the buttons lose their words
constexpr int kPrimaryWidth = 148;

QString count(std::int64_t number) { return QLocale().toString(static_cast<qlonglong>(number)); }

Command commandOf(RunControls::Act act) {
  using Act = RunControls::Act;
  switch (act) {
    case Act::pause: return command::Pause{};
    case Act::resume: return command::Resume{};
    case Act::stepRound: return command::StepRound{};
    case Act::stepPhase: return command::StepPhase{};
    case Act::stop: return command::Stop{};
    case Act::reset: return command::Reset{};
    case Act::checkpoint: return command::Checkpoint{};
    case Act::evaluate: return command::Evaluate{};
    case Act::start:
    case Act::goOn: break;
  }
  throw std::logic_error("this action is not a command");
}

}  // namespace

QString durationText(double seconds) {
  const auto whole = static_cast<std::int64_t>(std::llround(std::max(0.0, seconds)));
  if (whole < 60) return RunControls::tr("%1 s").arg(whole);
  if (whole < 3600) return RunControls::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
  return RunControls::tr("%1 h %2 min").arg(whole / 3600).arg(whole / 60 % 60, 2, 10, QLatin1Char('0'));
}

QString memoryText(std::int64_t bytes) {
  constexpr double kMega = 1e6, kGiga = 1e9;
  if (bytes < kGiga) return RunControls::tr("%1 MB").arg(std::llround(bytes / kMega));
  return RunControls::tr("%1 GB").arg(bytes / kGiga, 0, 'f', 1);
}

QString readoutText(const SessionStatus& status) {
  QStringList parts;
  parts << (status.totalSteps > 0 ? RunControls::tr("%1 of %2 rounds").arg(count(status.step), count(status.totalSteps))
                                  : RunControls::tr("%1 rounds").arg(count(status.step)));
  if (status.epoch > 0) parts << RunControls::tr("epoch %1").arg(status.epoch, 0, 'f', status.epoch < 10 ? 2 : 1);
  if (status.imagesPerSecond > 0) {
    const bool slow = status.imagesPerSecond < 10;
    parts << RunControls::tr("%1 pictures/s").arg(slow ? QString::number(status.imagesPerSecond, 'f', 1) : count(std::llround(status.imagesPerSecond)));
  }
  if (!status.device.empty()) parts << from(status.device);
  if (status.memoryBytes > 0) parts << memoryText(status.memoryBytes);
  return parts.join(QStringLiteral("  ·  "));
}

QString activityText(const Sentence& activity, double fraction) {
  const auto words = told(activity);
  return words.isEmpty() || fraction < 0 ? words : words + RunControls::tr(" %1 %").arg(std::lround(fraction * 100));
}

QString activityText(const SessionStatus& status) {
  const auto activity = activityText(status.activity, status.activityFraction);
  const auto with = [&](const QString& state) { return activity.isEmpty() ? state : state + QStringLiteral("  ·  ") + activity; };
  switch (status.state) {
    case SessionState::preparing: return activity.isEmpty() ? RunControls::tr("Preparing") : activity;
    case SessionState::running: return with(RunControls::tr("Training"));
    case SessionState::paused:
      return with(status.phase.empty() ? RunControls::tr("Paused") : RunControls::tr("Paused before: %1").arg(told(status.phase)));
    case SessionState::stopping: return with(RunControls::tr("Finishing the round and saving"));
    case SessionState::finished:
      return status.stoppedBy == "signal" ? RunControls::tr("Stopped and saved") : RunControls::tr("Finished and saved");
    case SessionState::failed: return RunControls::tr("Ended by an error");
  }
  return {};
}

RunControls::RunControls(QWidget* parent) : QWidget(parent) {
  makeActions();
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(tokens::kSpace4, tokens::kSpace2, tokens::kSpace4, tokens::kSpace2);
  row->setSpacing(tokens::kSpace1);
  primary_ = new QPushButton(this);
  setVariant(primary_, Variant::primary);
  primary_->setFixedSize(kPrimaryWidth, tokens::kControlHeight + tokens::kSpace2);
  primary_->setFont(tokens::font(tokens::Type::strong));
  connect(primary_, &QPushButton::clicked, this, [this] {
    for (const auto act : {Act::pause, Act::resume, Act::start}) {
      if (action(act)->isEnabled()) return action(act)->trigger();
    }
  });
  row->addWidget(primary_);
  row->addSpacing(tokens::kSpace2);
  goOn_ = button(Act::goOn);
  row->addWidget(goOn_);
  for (const auto act : {Act::stepRound, Act::stepPhase, Act::stop, Act::reset, Act::checkpoint, Act::evaluate}) row->addWidget(button(act));
  row->addSpacing(tokens::kSpace4);

  auto* block = new QVBoxLayout;
  block->setSpacing(tokens::kSpace1);
  auto* top = new QHBoxLayout;
  activity_ = new ElidedLabel(Ink::text, tokens::Type::strong, this);
  timeLeft_ = new InkLabel(Ink::textMuted, tokens::Type::caption, this, true);
  top->addWidget(activity_, 1);
  top->addWidget(timeLeft_);
  progress_ = new QProgressBar(this);
  progress_->setTextVisible(false);
  progress_->setFixedHeight(tokens::kSpace2);
  progress_->setRange(0, kProgressScale);
  progress_->setAccessibleName(tr("Progress of the run"));
  readout_ = new ElidedLabel(Ink::textMuted, tokens::Type::caption, this, true);
  block->addLayout(top);
  block->addWidget(progress_);
  block->addWidget(readout_);
  row->addLayout(block, 1);
  connect(&Theme::instance(), &Theme::changed, this, [this] { refresh(); });
  refresh();
}

QAction* RunControls::add(Act act, const QString& text, const QString& icon, const QKeySequence& keys, const QString& help) {
  auto* action = new QAction(tokens::icon(icon), text, this);
  action->setShortcut(keys);
  const auto shortcut = keys.toString(QKeySequence::NativeText);
  action->setToolTip(shortcut.isEmpty() ? help : QStringLiteral("%1 (%2)").arg(help, shortcut));
  action->setStatusTip(help);
  connect(action, &QAction::triggered, this, [this, act] { send(act); });
  actions_[act] = action;
  return action;
}

void RunControls::makeActions() {
  add(Act::start, tr("Start training"), QStringLiteral("play"), QKeySequence(Qt::CTRL | Qt::Key_Return), tr("Starts a new run with these values"));
  add(Act::pause, tr("Pause"), QStringLiteral("pause"), QKeySequence(Qt::Key_Space), tr("Pauses after the current phase"));
  add(Act::resume, tr("Resume"), QStringLiteral("play"), {}, tr("Goes on training"));
  add(Act::stepRound, tr("One step"), QStringLiteral("step"), QKeySequence(Qt::Key_F8),
      tr("Trains one round (every discriminator update and the generator's), then pauses"));
  add(Act::stepPhase, tr("One phase"), QStringLiteral("chevron-right"), QKeySequence(Qt::Key_F7),
      tr("Trains one phase of the round, for example the discriminator's update, then pauses"));
  add(Act::stop, tr("Stop"), QStringLiteral("stop"), QKeySequence(Qt::SHIFT | Qt::Key_F5), tr("Finishes the round, saves a checkpoint and ends the run"));
  add(Act::reset, tr("Reset"), QStringLiteral("reset"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
      tr("Back to the same initial weights and seeds, paused; the log so far is kept aside"));
  add(Act::checkpoint, tr("Save checkpoint"), QStringLiteral("save"), QKeySequence(Qt::CTRL | Qt::Key_S), tr("Saves the networks as they are now"));
  add(Act::evaluate, tr("Evaluate"), QStringLiteral("metric"), QKeySequence(Qt::CTRL | Qt::Key_E),
      tr("Measures the quality of the samples now; training waits meanwhile"));
  add(Act::goOn, tr("Resume training"), QStringLiteral("play"), {}, tr("Goes on with this run from its newest checkpoint"));
}

QToolButton* RunControls::button(Act act) {
  auto* button = new QToolButton(this);
  button->setDefaultAction(action(act));
  button->setIconSize({tokens::kIcon, tokens::kIcon});
  button->setFocusPolicy(Qt::TabFocus);
  button->setAccessibleName(action(act)->text());
  setVariant(button, Variant::quiet);
  buttons_.push_back(button);
  return button;
}

QList<QAction*> RunControls::actionList() const {
  QList<QAction*> list;
  for (const auto& [act, action] : actions_) list << action;
  return list;
}

void RunControls::send(Act act) {
  switch (act) {
    case Act::start: emit startRequested(); return;
    case Act::goOn: emit goOnRequested(); return;
    case Act::reset: emit resetRequested(); return;
    case Act::stepRound:
    case Act::stepPhase:
      if (!status_ || ended(status_->state)) {
        emit steppedStartRequested(commandOf(act));
        return;
      }
      break;
    default: break;
  }
  emit commandRequested(commandOf(act));
}

void RunControls::setStatus(const std::optional<SessionStatus>& status) {
  const bool same = status && status_ && status->state == status_->state;
  status_ = status;
  if (!same) refreshActions();
  refreshReadout();
}

void RunControls::setReady(bool ready, const QString& why) {
  if (ready == ready_ && why == notReady_) return;
  ready_ = ready;
  notReady_ = why;
  refresh();
}

void RunControls::setCanGoOn(bool can) {
  if (can == canGoOn_) return;
  canGoOn_ = can;
  refresh();
}

void RunControls::refreshActions() {
  const bool none = !status_ || ended(status_->state);
  const auto is = [&](SessionState state) { return status_ && status_->state == state; };
  const bool running = is(SessionState::running), paused = is(SessionState::paused);
  const std::pair<Act, bool> enabled[] = {
      {Act::start, none && ready_},
      {Act::pause, running},
      {Act::resume, paused},
      {Act::stepRound, paused || (none && ready_)},
      {Act::stepPhase, paused || (none && ready_)},
      {Act::stop, running || paused || is(SessionState::preparing)},
      {Act::reset, running || paused},
      {Act::checkpoint, running || paused},
      {Act::evaluate, running || paused},
      {Act::goOn, none && canGoOn_},
  };
  for (const auto& [act, on] : enabled) {
    if (action(act)->isEnabled() != on) action(act)->setEnabled(on);
  }
  // Space is whichever of the two is possible.
  action(Act::resume)->setShortcut(paused ? QKeySequence(Qt::Key_Space) : QKeySequence());
  action(Act::pause)->setShortcut(paused ? QKeySequence() : QKeySequence(Qt::Key_Space));
  goOn_->setVisible(none && canGoOn_);
  refreshPrimary();
}

void RunControls::refresh() {
  refreshActions();
  refreshReadout();
}

void RunControls::refreshPrimary() {
  const auto shown = !status_ || ended(status_->state)          ? Act::start
                     : status_->state == SessionState::paused   ? Act::resume
                                                                : Act::pause;
  const auto* what = action(shown);
  const auto text = shown == Act::start && canGoOn_ ? tr("New run") : what->text();
  if (primary_->text() != text) {
    primary_->setText(text);
    primary_->setAccessibleName(text);
  }
  primary_->setIcon(tokens::icon(shown == Act::pause ? QStringLiteral("pause") : QStringLiteral("play"), what->isEnabled() ? Ink::onAccent : Ink::textDisabled));
  primary_->setEnabled(what->isEnabled());
  primary_->setToolTip(shown == Act::start && !ready_ ? notReady_ : what->toolTip());
}

void RunControls::refreshReadout() {
  if (!status_) {
    activity_->setText(canGoOn_ ? tr("Stored run") : ready_ ? tr("Ready") : notReady_);
    activity_->setInk(Ink::textMuted);
    timeLeft_->clear();
    readout_->clear();
    progress_->setValue(0);
    return;
  }
  activity_->setInk(status_->state == SessionState::failed ? Ink::error : Ink::text);
  activity_->setText(activityText(*status_));
  readout_->setText(readoutText(*status_));
  QString time;
  if (ended(status_->state) || status_->secondsLeft < 0) time = status_->seconds > 0 ? tr("trained %1").arg(durationText(status_->seconds)) : QString();
  else time = tr("%1 left").arg(durationText(status_->secondsLeft));
  timeLeft_->setText(time);
  const bool preparing = status_->state == SessionState::preparing;
  const double share = preparing ? std::max(0.0, status_->activityFraction)
                       : status_->totalSteps > 0 ? double(status_->step) / double(status_->totalSteps)
                                                 : 0;
  progress_->setValue(static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * kProgressScale)));
}

void RunControls::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  refreshCompact();
}

void RunControls::refreshCompact() {
  const bool compact = width() < kCompactBelow;
  for (auto* button : buttons_) {
    const auto* act = button->defaultAction();
    const bool wordless = act == action(Act::checkpoint) || act == action(Act::evaluate) || (compact && act != action(Act::goOn));
    button->setToolButtonStyle(wordless ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
  }
}

}  // namespace ganvas::ui
