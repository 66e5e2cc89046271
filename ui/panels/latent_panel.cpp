#include "ui/panels/latent_panel.hpp"

#include <QButtonGroup>
#include <QComboBox>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "ui/bridge/bridge.hpp"
#include "ui/panels/direction_sliders.hpp"
#include "ui/panels/model_asker.hpp"
#include "ui/panels/model_header.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

constexpr int kStripTiles = 9;
constexpr double kWaySeconds = 2.5;       // of the animation from A to B

}  // namespace

LatentPanel::~LatentPanel() = default;

void LatentPanel::setModel(std::shared_ptr<Model> model) {
  if (model == model_ && model_) return;
  model_ = std::move(model);
  asker_->setModel(model_);
  a_ = {header_->seed(), 0};
  b_ = {header_->seed(), 1};
  for (auto* view : views_) view->setGrid({});
  views_[kGrid]->setEmptyText(model_ ? tr("Drawing …") : tr("Pictures appear here once there is a generator: start a run, or open one."));
  refreshBadges();
  setT(0);
  setAnimating(false);
  setEnabled(model_ != nullptr);
  asker_->wantAll();
}

void LatentPanel::takeOver(Panel& other) {
  const auto& before = static_cast<LatentPanel&>(other);
  header_->takeOver(*before.header_);
  countBox_->setCurrentIndex(before.countBox_->currentIndex());
  a_ = before.a_, b_ = before.b_;
  refreshBadges();
  const auto offsets = before.directions_->offsets();
  directions_->setShares(before.asker_->info().directionShares);
  for (std::size_t i = 0; i < offsets.size(); ++i) directions_->setOffset(static_cast<int>(i), offsets[i]);
  setT(before.t_);
  asker_->wantAll();
}

// ---- what the person does ---------------------------------------------------------------------------------------------------

void LatentPanel::setSeed(std::uint32_t seed) { header_->setSeed(seed); }

void LatentPanel::pick(End end, int tile) {
  if (tile < 0) return;
  (end == End::a ? a_ : b_) = LatentPoint{header_->seed(), static_cast<std::uint32_t>(tile)};
  refreshBadges();
  setT(end == End::a ? 0 : 1);
  asker_->want(kStrip);
  asker_->want(kBig);
}

void LatentPanel::setT(double t) {
  t_ = std::clamp(t, 0.0, 1.0);
  const QSignalBlocker quiet(tSlider_);
  tSlider_->setValue(static_cast<int>(std::lround(t_ * tSlider_->maximum())));
  tLabel_->setText(QString::number(t_, 'f', 2));
  const int nearest = static_cast<int>(std::lround(t_ * (kStripTiles - 1)));
  const QSignalBlocker quietStrip(views_[kStrip]);
  views_[kStrip]->setSelectedTile(nearest);
  asker_->want(kBig);
}

void LatentPanel::setAnimating(bool on) {
  on ? animate_.start() : animate_.stop();
  playButton_->setIcon(tokens::icon(on ? QStringLiteral("pause") : QStringLiteral("play")));
}

void LatentPanel::setWeights(Weights weights) { header_->setWeights(weights); }

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

// ---- what is asked of the networks ------------------------------------------------------------------------------------------

InferenceRequest LatentPanel::requestFor(int kind) const {
  InferenceRequest request;
  request.weights = kind == kLiveGrid ? Weights::live : header_->weights();
  const auto offsets = directions_->offsets();
  std::vector<LatentRecipe> recipes;
  if (kind == kLiveGrid && !header_->comparing()) return request;
  if (kind == kGrid || kind == kLiveGrid) {
    const auto count = countBox_->currentData().toUInt();
    for (std::uint32_t i = 0; i < count; ++i) recipes.push_back({{header_->seed(), i}, {header_->seed(), i}, 0, {}});
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

void LatentPanel::take(int kind, const InferenceResult& result) {
  header_->report(result);
  if (result.error || result.images.empty()) return;
  const auto named = result.images.find("samples");
  views_[static_cast<std::size_t>(kind)]->setGrid(named != result.images.end() ? named->second : result.images.begin()->second);
}

void LatentPanel::refreshInfo() {
  const auto& shares = asker_->info().directionShares;
  directions_->setShares(shares);
  directionsHint_->setVisible(shares.empty());
  resetButton_->setVisible(!shares.empty());
}

void LatentPanel::refreshBadges() {
  std::map<int, QString> badges;
  if (b_.seed == header_->seed()) badges[static_cast<int>(b_.index)] = tr("B");
  if (a_.seed == header_->seed()) badges[static_cast<int>(a_.index)] = a_ == b_ ? tr("AB") : tr("A");
  views_[kGrid]->setBadges(std::move(badges));
}

void LatentPanel::hideEvent(QHideEvent*) { setAnimating(false); }

}  // namespace ganvas::ui
