#include "ui/learn/run_scene.hpp"

#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/session_state.hpp"
#include "ui/shell/tool_button.hpp"
#include "ui/train/elided_label.hpp"
#include "ui/train/loss_curves.hpp"
#include "ui/train/run_controls.hpp"
#include "ui/train/sample_grid_view.hpp"

namespace ganvas::ui {

using namespace tokens;

RunView* makeRunView(Bridge& bridge, const FamilyInfo&, QWidget* parent) { return new RunScene(bridge, parent); }

RunScene::RunScene(Bridge& bridge, QWidget* parent) : RunView(parent), bridge_(bridge) {
  setAccessibleName(tr("The lesson's run"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(makeControls());
  auto* split = new QSplitter(Qt::Vertical, this);
  samples_ = new SampleGridView(bridge_, split);
  curves_ = new LossCurves(bridge_, split);
  split->addWidget(samples_);
  split->addWidget(curves_);
  split->setStretchFactor(0, 3);
  split->setStretchFactor(1, 2);
  split->setChildrenCollapsible(false);
  column->addWidget(split, 1);
  connect(samples_, &SampleGridView::failed, &bridge_, &Bridge::failed);
  connect(curves_, &LossCurves::failed, &bridge_, &Bridge::failed);
  connect(&bridge_, &Bridge::sessionStarted, this, &RunScene::refresh);
  connect(&bridge_, &Bridge::statusChanged, this, &RunScene::refresh);
  connect(&bridge_, &Bridge::recordOpened, this, &RunScene::refresh);
  refresh();
}

QWidget* RunScene::makeControls() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(kSpace3, kSpace2, kSpace3, kSpace2);
  row->setSpacing(kSpace1);
  play_ = new QPushButton(bar);
  play_->setMinimumWidth(104);
  connect(play_, &QPushButton::clicked, this, [this] {
    if (bridge_.status().state == SessionState::paused) bridge_.send(command::Resume{});
    else bridge_.send(command::Pause{});
  });
  row->addWidget(play_);
  row->addSpacing(kSpace1);
  const auto add = [&](const QString& icon, const QString& tip, const Command& command) {
    auto* button = toolButton(icon, tip, bar);
    connect(button, &QToolButton::clicked, this, [this, command] { bridge_.send(command); });
    row->addWidget(button);
    return button;
  };
  step_ = add(QStringLiteral("step"), tr("Train one round, then pause"), command::StepRound{});
  phase_ = add(QStringLiteral("chevron-right"), tr("Train one phase of the round, then pause"), command::StepPhase{});
  reset_ = add(QStringLiteral("reset"), tr("Back to the same initial weights"), command::Reset{});
  state_ = new ElidedLabel(Ink::textMuted, Type::body, bar, true);
  row->addSpacing(kSpace2);
  row->addWidget(state_, 1);
  return bar;
}

bool RunScene::open(RunRequest request, std::optional<RunRequest>) {
  request.startPaused = true;
  return bridge_.start(std::move(request));
}

void RunScene::takeOver(RunView& other) {
  auto* before = qobject_cast<RunScene*>(&other);
  if (!before) return;
  curves_->takeOver(*before->curves_);
  samples_->takeOver(*before->samples_);
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
