#include "ui/field/field_board.hpp"

#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/bridge/bridge.hpp"
#include "ui/field/field_layers.hpp"
#include "ui/field/latent_pad.hpp"
#include "ui/panels/model_asker.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

constexpr int kFrameMs = 33;          // while training goes on: 30 pictures a second
constexpr int kAgainMs = 90;          // after a step: its weights may come a moment after the news of it
constexpr double kPoints = 800, kLines = 21;
constexpr int kMeasureEvery = 5;      // of the pictures while training goes on: numbers that change faster cannot be read
constexpr int kPatience = 10;         // pictures of the same round before it is taken for paused

}  // namespace

FieldBoard::FieldBoard(Bridge& bridge, FieldLayers& layers, LatentPad& pad, QWidget* parent) : QWidget(parent), layers_(layers), pad_(pad) {
  asker_ = new ModelAsker(bridge, this, 1, [this](int) { return request(); });
  connect(asker_, &ModelAsker::answered, this, [this](int, const InferenceResult& result) { take(result); });
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(tokens::kSpace1);
  trouble_ = new InkLabel(Ink::error, tokens::Type::body, this);
  trouble_->setWordWrap(true);
  trouble_->hide();
  column->addWidget(trouble_);
  view_ = new FieldView(this);
  column->addWidget(view_, 1);
  readOut_ = InkLabel::numbers(Ink::textMuted, tokens::Type::body, this);
  readOut_->setAlignment(Qt::AlignCenter);
  readOut_->setWordWrap(true);
  readOut_->setFixedHeight(tokens::kSpace8);           // so that the field keeps its size
  readOut_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);   // never wider than the field
  column->addWidget(readOut_);
  layers_.serve(*view_);
  connect(&layers_, &FieldLayers::changed, this, &FieldBoard::ask);
  connect(&pad_, &LatentPad::moved, this, [this] { if (layers_.shows(FieldView::probe)) ask(); });
  connect(view_, &FieldView::viewChanged, this, &FieldBoard::ask);
  connect(view_, &FieldView::hovered, this, [this] {
    const auto place = view_->readOut();
    readOut_->setText(!place.isEmpty() || !hasModel() ? place : tr("The wheel zooms, dragging moves, a double click shows all again."));
  });
  for (auto* timer : {&next_, &again_}) {
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, this, &FieldBoard::ask);
  }
  connect(&bridge, &Bridge::statusChanged, this, [this](const SessionStatus& status) {
    unchanged_ = 0;
    ask();
    if (status.state != SessionState::running) again_.start(kAgainMs);
  });
}

bool FieldBoard::hasModel() const { return asker_->hasModel(); }

void FieldBoard::setModel(std::shared_ptr<Model> model, const QString& emptyText) {
  if (model && model == asker_->model()) return;
  asker_->setModel(std::move(model));
  setEnabled(hasModel());
  view_->clear(emptyText);
  told_ = found_ = {};
  refreshTrouble();
  if (hasModel()) pad_.setSize(asker_->info().latentSize);
  ask();
}

void FieldBoard::setTrouble(const Words& sentence) {
  told_ = sentence;
  refreshTrouble();
}

void FieldBoard::refreshTrouble() {
  const auto text = told_ ? told_() : found_ ? found_() : QString();
  if (trouble_->text() != text) trouble_->setText(text);
  trouble_->setVisible(!text.isEmpty());
}

void FieldBoard::ask() {
  const auto wait = sinceAsked_.isValid() && asker_->training() ? kFrameMs - static_cast<int>(sinceAsked_.elapsed()) : 0;
  if (wait <= 0) asker_->wantAll();
  else if (!next_.isActive()) next_.start(wait);
}

InferenceRequest FieldBoard::request() {
  InferenceRequest request;
  request.weights = Weights::live;   // the players as they are, not their average
  asked_ = view_->cells();
  std::vector<double> view;
  if (const auto looked = view_->view()) view.assign(looked->begin(), looked->end());
  view.push_back(asked_.width());
  view.push_back(asked_.height());
  const bool same = view == measured_ && asker_->training() && unchanged_ == 0;
  const bool measures = !same || ++unmeasured_ >= kMeasureEvery;
  if (measures) measured_ = view, unmeasured_ = 0;
  request.inputs["measure"] = std::vector<double>{measures ? 1.0 : 0.0};
  request.inputs["view"] = std::move(view);
  request.inputs["count"] = std::vector<double>{kPoints};
  request.inputs["lines"] = std::vector<double>{layers_.shows(FieldView::grid) ? kLines : 0};
  if (layers_.shows(FieldView::probe)) request.inputs["probe"] = pad_.latent();
  sinceAsked_.start();
  return request;
}

void FieldBoard::take(const InferenceResult& result) {
  if (result.error) {
    found_ = toldWhenShown(result.error->message);
    refreshTrouble();
    return;
  }
  view_->show(result, asked_);
  const auto fake = result.lists.find("fake");
  const bool sound = fake == result.lists.end() || std::all_of(fake->second.begin(), fake->second.end(), [](double v) { return std::isfinite(v); });
  found_ = sound ? Words{} : Words([] { return tr("The generator's points have run away to infinity. Lower the learning rates, then reset."); });
  refreshTrouble();
  if (const auto latents = result.lists.find("latents"); latents != result.lists.end() && layers_.shows(FieldView::probe)) pad_.setLatents(latents->second);
  unchanged_ = result.step == step_ ? unchanged_ + 1 : 0;
  step_ = result.step;
  emit answered(result);
  // Newer weights come all the time.
  if (asker_->training() && unchanged_ < kPatience && !next_.isActive()) next_.start(std::max(0, kFrameMs - static_cast<int>(sinceAsked_.elapsed())));
}

}  // namespace ganvas::ui
