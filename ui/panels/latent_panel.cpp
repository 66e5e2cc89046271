#include "ui/panels/latent_panel.hpp"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "ui/bridge/bridge.hpp"
#include "ui/panels/direction_sliders.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/curve_style.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

constexpr int kStripTiles = 9;
constexpr double kWaySeconds = 2.5;       // of the animation from A to B
constexpr int kLostMs = 10'000;           // an answer that takes longer is taken for lost

}  // namespace

LatentPanel::~LatentPanel() = default;

void LatentPanel::setModel(std::shared_ptr<Model> model) {
  if (model == model_ && model_) return;
  model_ = std::move(model);
  outstanding_.reset();
  wanted_.fill(false);
  a_ = {seed_, 0};
  b_ = {seed_, 1};
  for (auto* view : views_) view->setGrid({});
  views_[kGrid]->setEmptyText(model_ ? tr("Drawing …") : tr("Pictures appear here once there is a generator: start a run, or open one."));
  refreshInfo();
  refreshBadges();
  setT(0);
  setAnimating(false);
  setEnabled(model_ != nullptr);
  status_->setText({});
  wantAll();
}

// ---- what the person does ---------------------------------------------------------------------------------------------------

void LatentPanel::setSeed(std::uint32_t seed) {
  seed_ = seed;
  const QSignalBlocker quiet(seedBox_);
  seedBox_->setValue(static_cast<int>(seed & 0x7fffffff));
  refreshBadges();
  want(kGrid);
}

void LatentPanel::pick(End end, int tile) {
  if (tile < 0) return;
  (end == End::a ? a_ : b_) = {seed_, static_cast<std::uint32_t>(tile)};
  refreshBadges();
  setT(end == End::a ? 0 : 1);
  want(kStrip);
  want(kBig);
}

void LatentPanel::setT(double t) {
  t_ = std::clamp(t, 0.0, 1.0);
  const QSignalBlocker quiet(tSlider_);
  tSlider_->setValue(static_cast<int>(std::lround(t_ * tSlider_->maximum())));
  tLabel_->setText(QString::number(t_, 'f', 2));
  const int nearest = static_cast<int>(std::lround(t_ * (kStripTiles - 1)));
  const QSignalBlocker quietStrip(views_[kStrip]);
  views_[kStrip]->setSelectedTile(nearest);
  want(kBig);
}

void LatentPanel::setAnimating(bool on) {
  on ? animate_.start() : animate_.stop();
  playButton_->setIcon(tokens::icon(on ? QStringLiteral("pause") : QStringLiteral("play")));
}

void LatentPanel::setWeights(Weights weights) {
  weights_ = weights;
  const QSignalBlocker quiet(weightsGroup_);
  weightsGroup_->button(weights == Weights::ema ? 0 : 1)->setChecked(true);
  wantAll();
}

void LatentPanel::advance() {
  double t = t_ + direction_ * animate_.interval() / 1000.0 / kWaySeconds;
  if (t >= 1 || t <= 0) {
    direction_ = t >= 1 ? -1 : 1;
    t = std::clamp(t, 0.0, 1.0);
  }
  setT(t);
}

void LatentPanel::keyPressEvent(QKeyEvent* event) {
  const int tile = views_[kGrid]->selectedTile();
  switch (event->key()) {
    case Qt::Key_A: pick(End::a, tile); break;
    case Qt::Key_B: pick(End::b, tile); break;
    default: Panel::keyPressEvent(event);
  }
}

// ---- requests: one kind at a time, the newest state of each ------------------------------------------------------------------

void LatentPanel::want(Kind kind) {
  wanted_[kind] = true;
  pump();
}

void LatentPanel::wantAll() {
  wanted_.fill(true);
  pump();
}

void LatentPanel::pump() {
  if (!model_ || outstanding_ || !isVisible()) return;
  for (int i = 1; i <= kKinds; ++i) {   // in turn, so that an animation does not starve the grid
    const auto kind = static_cast<Kind>((lastKind_ + i) % kKinds);
    if (!wanted_[kind]) continue;
    wanted_[kind] = false;
    lastKind_ = kind;
    auto request = requestFor(kind);
    request.revision = nextRevision();
    outstanding_ = Outstanding{kind, request.revision, {}};
    outstanding_->since.start();
    bridge_.request(std::move(request));
    return;
  }
}

InferenceRequest LatentPanel::requestFor(Kind kind) const {
  InferenceRequest request;
  request.weights = weights_;
  const auto offsets = directions_->offsets();
  std::vector<LatentRecipe> recipes;
  if (kind == kGrid) {
    const auto count = countBox_->currentData().toUInt();
    for (std::uint32_t i = 0; i < count; ++i) recipes.push_back({{seed_, i}, {seed_, i}, 0, {}});
  } else if (kind == kStrip) {
    for (int i = 0; i < kStripTiles; ++i) recipes.push_back({a_, b_, static_cast<double>(i) / (kStripTiles - 1), offsets});
    request.columns = kStripTiles;
  } else {
    recipes.push_back({a_, b_, t_, offsets});
    request.columns = 1;
  }
  request.inputs["latent"] = std::move(recipes);
  return request;
}

void LatentPanel::take(const InferenceResult& result) {
  if (!outstanding_ || result.revision < outstanding_->revision) return;   // stale: of another model, panel or time
  const auto waited = *outstanding_;
  outstanding_.reset();
  if (result.revision > waited.revision) {
    wanted_[waited.kind] = true;   // another panel's request took its place
  } else if (result.error) {
    status_->setInk(Ink::error);
    status_->setText(QString::fromStdString(result.error->message));
  } else if (!result.images.empty()) {
    const auto named = result.images.find("samples");
    views_[waited.kind]->setGrid(named != result.images.end() ? named->second : result.images.begin()->second);
    status_->setInk(Ink::textMuted);
    status_->setText(tr("%1 ms · step %2").arg(QString::number(result.milliseconds, 'f', 1), stepNumber(result.step)));
  }
  pump();
}

void LatentPanel::poll() {
  if (!model_ || !isVisible()) return;
  refreshInfo();
  if (outstanding_ && outstanding_->since.hasExpired(kLostMs)) {
    wanted_[outstanding_->kind] = true;
    outstanding_.reset();
  }
  if (follow_->isChecked() && info_.step != askedStep_) {
    askedStep_ = info_.step;
    wantAll();
  }
  pump();
}

void LatentPanel::refreshInfo() {
  info_ = model_ ? model_->info() : ModelInfo{};
  if (askedStep_ < 0 || !model_) askedStep_ = info_.step;
  directions_->setShares(info_.directionShares);
  directionsHint_->setVisible(info_.directionShares.empty());
  resetButton_->setVisible(!info_.directionShares.empty());
  for (auto* button : weightsGroup_->buttons()) button->setEnabled(info_.hasEma);
  follow_->setEnabled(bridge_.running());
}

void LatentPanel::refreshBadges() {
  std::map<int, QString> badges;
  if (b_.seed == seed_) badges[static_cast<int>(b_.index)] = tr("B");
  if (a_.seed == seed_) badges[static_cast<int>(a_.index)] = a_ == b_ ? tr("AB") : tr("A");
  views_[kGrid]->setBadges(std::move(badges));
}

void LatentPanel::showEvent(QShowEvent*) {
  poll_.start();
  poll();
}

void LatentPanel::hideEvent(QHideEvent*) {
  poll_.stop();
  setAnimating(false);
}

}  // namespace ganvas::ui
