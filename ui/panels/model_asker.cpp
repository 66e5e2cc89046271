#include "ui/panels/model_asker.hpp"

#include <QEvent>
#include <QWidget>

#include "ui/bridge/bridge.hpp"
#include "ui/panels/panel_registry.hpp"

namespace ganvas::ui {
namespace {

constexpr int kPollMs = 500;
constexpr int kLostMs = 10'000;   // an answer that takes longer is taken for lost

}  // namespace

ModelAsker::ModelAsker(Bridge& bridge, QWidget* panel, int kinds, std::function<InferenceRequest(int)> make)
    : QObject(panel), bridge_(bridge), panel_(panel), make_(std::move(make)), wanted_(static_cast<std::size_t>(kinds), false), lastKind_(kinds - 1) {
  poll_.setInterval(kPollMs);
  connect(&poll_, &QTimer::timeout, this, &ModelAsker::poll);
  connect(&bridge_, &Bridge::inferenceArrived, this, &ModelAsker::take);
  connect(&bridge_, &Bridge::modelChanged, this, &ModelAsker::follow);
  panel_->installEventFilter(this);
}

bool ModelAsker::eventFilter(QObject* watched, QEvent* event) {
  if (watched == panel_ && event->type() == QEvent::Show) {
    poll_.start();
    poll();
  } else if (watched == panel_ && event->type() == QEvent::Hide) {
    poll_.stop();
  }
  return QObject::eventFilter(watched, event);
}

void ModelAsker::setModel(std::shared_ptr<Model> model) {
  model_ = std::move(model);
  outstanding_.reset();
  std::fill(wanted_.begin(), wanted_.end(), false);
  askedStep_ = -1;
  refreshInfo();
}

bool ModelAsker::training() const { return bridge_.running(); }

bool ModelAsker::current() const { return model_ && model_ == bridge_.model(); }

/// What was asked of these networks before the bridge left them is not answered any more.
void ModelAsker::follow() {
  if (outstanding_ && !current()) {
    wanted_[static_cast<std::size_t>(outstanding_->kind)] = true;
    outstanding_.reset();
  }
  pump();
}

void ModelAsker::want(int kind) {
  wanted_[static_cast<std::size_t>(kind)] = true;
  pump();
}

void ModelAsker::wantAll() {
  std::fill(wanted_.begin(), wanted_.end(), true);
  pump();
}

void ModelAsker::pump() {
  if (!current() || outstanding_ || !panel_->isVisible()) return;
  const int kinds = static_cast<int>(wanted_.size());
  for (int i = 1; i <= kinds; ++i) {   // in turn, so that an animation does not starve the rest
    const int kind = (lastKind_ + i) % kinds;
    if (!wanted_[static_cast<std::size_t>(kind)]) continue;
    wanted_[static_cast<std::size_t>(kind)] = false;
    lastKind_ = kind;
    auto request = make_(kind);
    if (request.inputs.empty()) continue;
    request.revision = nextRevision();
    outstanding_ = Outstanding{kind, request.revision, {}};
    outstanding_->since.start();
    bridge_.request(std::move(request));
    return;
  }
}

void ModelAsker::take(const InferenceResult& result) {
  if (!outstanding_ || result.revision < outstanding_->revision) return;   // stale: of another model, panel or time
  const auto waited = *outstanding_;
  outstanding_.reset();
  if (result.revision > waited.revision) wanted_[static_cast<std::size_t>(waited.kind)] = true;   // another panel's request took its place
  else emit answered(waited.kind, result);
  pump();
}

void ModelAsker::poll() {
  if (!model_ || !panel_->isVisible()) return;
  refreshInfo();
  if (outstanding_ && outstanding_->since.hasExpired(kLostMs)) {
    wanted_[static_cast<std::size_t>(outstanding_->kind)] = true;
    outstanding_.reset();
  }
  if (following_ && info_.step != askedStep_) {
    askedStep_ = info_.step;
    wantAll();
  }
  pump();
}

void ModelAsker::refreshInfo() {
  info_ = model_ ? model_->info() : ModelInfo{};
  if (askedStep_ < 0 || !model_) askedStep_ = info_.step;
  emit infoChanged();
}

}  // namespace ganvas::ui
