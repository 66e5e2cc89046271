#include "ui/learn/run_scene.hpp"

#include <QPushButton>
#include <QStringList>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/session_state.hpp"
#include "ui/learn/run_column.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/shell/tool_button.hpp"
#include "ui/train/elided_label.hpp"
#include "ui/train/parameter_text.hpp"
#include "ui/train/run_controls.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;

/// The second run ends, and with it who talks to it.
void dismiss(Bridge* bridge) {
  if (!bridge) return;
  if (!bridge->running()) return bridge->deleteLater();
  bridge->send(command::Stop{});
  QObject::connect(bridge, &Bridge::statusChanged, bridge, [bridge](const SessionStatus& status) {
    if (ended(status.state)) bridge->deleteLater();
  });
}

}  // namespace

RunScene::RunScene(Bridge& bridge, const FamilyInfo& family, QWidget* parent) : QWidget(parent), bridge_(bridge), family_(family) {
  setAccessibleName(tr("The lesson's run"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(makeControls());
  columns_ = new QHBoxLayout;
  columns_->setSpacing(0);
  first_ = new RunColumn(bridge_, family_, this);
  columns_->addWidget(first_, 1);
  column->addLayout(columns_, 1);
  side_->setVisible(first_->hasSide());
  connect(&bridge_, &Bridge::sessionStarted, this, &RunScene::refresh);
  connect(&bridge_, &Bridge::statusChanged, this, &RunScene::refresh);
  connect(&bridge_, &Bridge::recordOpened, this, &RunScene::refresh);
  refresh();
}

RunScene::~RunScene() {
  delete second_;   // before the bridge that it listens to
  dismiss(other_);
}

QWidget* RunScene::makeControls() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(kSpace3, kSpace2, kSpace3, kSpace2);
  row->setSpacing(kSpace1);
  play_ = new QPushButton(bar);
  play_->setMinimumWidth(104);
  connect(play_, &QPushButton::clicked, this, [this] {
    if (bridge_.status().state == SessionState::paused) send(command::Resume{});
    else send(command::Pause{});
  });
  row->addWidget(play_);
  row->addSpacing(kSpace1);
  const auto add = [&](const QString& icon, const QString& tip, const Command& command) {
    auto* button = toolButton(icon, tip, bar);
    connect(button, &QToolButton::clicked, this, [this, command] { send(command); });
    row->addWidget(button);
    return button;
  };
  step_ = add(QStringLiteral("step"), tr("Train one round, then pause"), command::StepRound{});
  phase_ = add(QStringLiteral("chevron-right"), tr("Train one phase of the round, then pause"), command::StepPhase{});
  reset_ = add(QStringLiteral("reset"), tr("Back to the same initial weights"), command::Reset{});
  state_ = new ElidedLabel(Ink::textMuted, Type::body, bar, true);
  row->addSpacing(kSpace2);
  row->addWidget(state_, 1);
  side_ = toolButton(QStringLiteral("sliders"), tr("Layers and numbers beside the plane"), bar);
  side_->setCheckable(true);
  side_->setChecked(true);
  connect(side_, &QToolButton::toggled, this, &RunScene::showSides);
  row->addWidget(side_);
  return bar;
}

bool RunScene::open(RunRequest request, const std::optional<RunRequest>& beside) {
  request.startPaused = true;
  if (!bridge_.start(request)) return false;
  session_ = bridge_.session();
  if (beside) openBeside(request, *beside);
  else dropBeside();
  refresh();
  return true;
}

void RunScene::openBeside(const RunRequest& first, const RunRequest& second) {
  if (!other_) {
    other_ = new Bridge(bridge_.sharedEngine(), &bridge_);
    connect(other_, &Bridge::failed, &bridge_, &Bridge::failed);
  }
  auto request = second;
  request.startPaused = true;
  if (!other_->start(request)) return dropBeside();
  if (!second_) addBeside();
  different_.clear();
  first_->setTitle(differences(first, second));
  second_->setTitle(differences(second, first));
}

void RunScene::addBeside() {
  second_ = new RunColumn(*other_, family_, this);
  columns_->addWidget(second_, 1);
  side_->setChecked(false);   // two planes need the room
  showSides();
}

void RunScene::dropBeside() {
  delete std::exchange(second_, nullptr);
  dismiss(other_);
  other_.clear();
  different_.clear();
  first_->setTitle({});
  side_->setChecked(true);
}

/// The values in which one is not as the other, as a form would show them.
QString RunScene::differences(const RunRequest& of, const RunRequest& from) {
  QStringList parts;
  const auto schema = bridge_.engine().schema(of.family);
  if (!schema) return {};
  const auto resolved = [&](const RunRequest& request) {
    auto values = schema->defaults();
    if (request.preset)
      if (const auto preset = bridge_.engine().loadPreset(*request.preset))
        for (const auto& [key, value] : *preset) values[key] = value;
    for (const auto& [key, value] : request.values) values[key] = value;
    return values;
  };
  const auto one = resolved(of), other = resolved(from);
  for (const auto& parameter : schema->parameters()) {
    const auto mine = one.find(parameter.key), theirs = other.find(parameter.key);
    if (mine == one.end() || theirs == other.end() || mine->second == theirs->second) continue;
    parts << told(parameter.title) + QStringLiteral(": ") + parametertext::shown(parameter, mine->second);
    different_[parameter.key] = mine->second;
  }
  return parts.join(QStringLiteral(", "));
}

void RunScene::showSides() {
  for (auto* column : {first_, second_})
    if (column) column->setSideShown(side_->isChecked());
}

void RunScene::send(const Command& command) {
  if (bridge_.session() && bridge_.session() == session_.lock()) bridge_.send(command);
  if (other_) other_->send(command);
}

void RunScene::set(const Values& values) {
  for (const auto& [key, value] : values) {
    bridge_.send(command::SetParameter{key, value});
    if (other_ && !different_.contains(key)) other_->send(command::SetParameter{key, value});
  }
}

void RunScene::close() {
  if (bridge_.running() && bridge_.session() == session_.lock()) bridge_.send(command::Stop{});
  session_.reset();
  dropBeside();
}

void RunScene::takeOver(RunScene& before) {
  session_ = before.session_;
  different_ = before.different_;
  first_->takeOver(*before.first_);
  if (before.other_ && before.second_) {
    other_ = before.other_;
    addBeside();
    second_->takeOver(*before.second_);
    before.other_.clear();
  }
  side_->setChecked(before.side_->isChecked());
  showSides();
  refresh();
}

void RunScene::refresh() {
  const auto& status = bridge_.status();
  const bool there = bridge_.session() && !ended(status.state), paused = there && status.state == SessionState::paused;
  play_->setText(there && !paused ? tr("Pause") : tr("Play"));
  play_->setIcon(tokens::icon(there && !paused ? QStringLiteral("pause") : QStringLiteral("play")));
  play_->setEnabled(there && status.state != SessionState::stopping);
  step_->setEnabled(paused);
  phase_->setEnabled(paused);
  reset_->setEnabled(there);
  state_->setText(bridge_.session() ? activityText(status) + QStringLiteral("  ·  ") + readoutText(status) : QString());
}

}  // namespace ganvas::ui
