#include "ui/panels/field_panel.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QTimer>
#include <algorithm>
#include <cmath>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/words.hpp"
#include "ui/panels/model_asker.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

constexpr int kFrameMs = 33;          // while training goes on: 30 pictures a second
constexpr double kPoints = 800, kLines = 21;
constexpr int kSideWidth = 232;       // px
constexpr int kPatience = 10;         // pictures of the same round before it is taken for paused

}  // namespace

FieldPanel::FieldPanel(Bridge& bridge, QWidget* parent) : Panel(parent) {
  setAccessibleName(tr("Field"));
  asker_ = new ModelAsker(bridge, this, 1, [this](int) { return request(); });
  connect(asker_, &ModelAsker::answered, this, [this](int, const InferenceResult& result) { take(result); });
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(tokens::kSpace4, tokens::kSpace3, tokens::kSpace4, tokens::kSpace3);
  row->setSpacing(tokens::kSpace4);
  side_ = makeSide();
  row->addWidget(side_);
  auto* column = new QVBoxLayout;
  column->setSpacing(tokens::kSpace2);
  view_ = new FieldView(this);
  column->addWidget(view_, 1);
  readOut_ = InkLabel::numbers(Ink::textMuted, tokens::Type::body, this);
  readOut_->setAlignment(Qt::AlignCenter);
  readOut_->setWordWrap(true);
  readOut_->setFixedHeight(tokens::kSpace12);   // two lines, so that the field keeps its size
  readOut_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);   // never wider than the field
  column->addWidget(readOut_);
  row->addLayout(column, 1);
  connect(view_, &FieldView::viewChanged, asker_, &ModelAsker::wantAll);
  connect(view_, &FieldView::hovered, this, [this] {
    const auto place = view_->readOut();
    readOut_->setText(!place.isEmpty() || !asker_->hasModel() ? place : tr("The wheel zooms, dragging moves, a double click shows all again."));
  });
  for (const auto& [layer, box] : layers_) {
    const auto which = layer;
    view_->setLayer(which, box->isChecked());
    connect(box, &QCheckBox::toggled, view_, [this, which](bool on) {
      view_->setLayer(which, on);
      asker_->wantAll();
    });
  }
  connect(shade_, &QComboBox::currentIndexChanged, view_, [this] { view_->setShade(static_cast<FieldShade>(shade_->currentData().toInt())); });
  setModel(bridge.model());
}

QWidget* FieldPanel::makeSide() {
  auto* side = new QWidget(this);
  side->setFixedWidth(kSideWidth);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(tokens::kSpace2);
  const auto heading = [&](const QString& text) {
    auto* label = new InkLabel(Ink::text, tokens::Type::strong, side);
    label->setText(text);
    column->addWidget(label);
  };
  heading(tr("Colours"));
  shade_ = new QComboBox(side);
  shade_->setAccessibleName(tr("Colours"));
  const auto shade = [this](FieldShade shade, const QString& text) { shade_->addItem(text, static_cast<int>(shade)); };
  shade(FieldShade::answer, tr("What D answers"));
  shade(FieldShade::best, tr("The best D there is (D*)"));
  shade(FieldShade::difference, tr("How far D is from D*"));
  shade(FieldShade::data, tr("Density of the data"));
  shade(FieldShade::generated, tr("Density of the generator"));
  shade(FieldShade::none, tr("None"));
  column->addWidget(shade_);
  heading(tr("Layers"));
  const auto layer = [&](FieldView::Layer layer, const QString& text, const QString& tip, bool on) {
    auto* box = new QCheckBox(text, side);
    box->setToolTip(tip);
    box->setChecked(on);
    layers_[layer] = box;
    column->addWidget(box);
  };
  layer(FieldView::real, tr("Real points"), tr("Points of the data, green."), true);
  layer(FieldView::generated, tr("Generated points"), tr("Points of the generator, vermilion."), true);
  layer(FieldView::lines, tr("Lines of equal D"), tr("Where D answers 0.1, 0.3, 0.5 (strong), 0.7 and 0.9."), true);
  layer(FieldView::grid, tr("Bent latent grid"), tr("What the generator makes of a grid in latent space. Each mesh holds as many points as any other, so small ones are dense. For one or two latent numbers."), false);
  layer(FieldView::pull, tr("Pull on points"), tr("Where the generator's loss pulls its points, longer for a stronger pull. No arrows: the gradient has vanished."), false);
  column->addSpacing(tokens::kSpace2);
  heading(tr("The game"));
  addNumber(column, "value", tr("V(D,G), -1.386 at the end"), tr("E log D(x) + E log(1 - D(G(z))); -log 4 where the two cannot be told apart."));
  addNumber(column, "gap", tr("Distance of D from D*"), tr("Mean |D - D*| where points lie, real or generated."));
  addNumber(column, "js", tr("JS divergence"), tr("Between the exact density and 10 000 generated points in cells: 0 for the same, 0.693 for nothing in common. A perfect sampler scores about 0.02."));
  addNumber(column, "kl", tr("KL divergence"), tr("KL(p_data ‖ p_g) over the same cells: what is missed weighs most."));
  addNumber(column, "modes", tr("Modes captured"), tr("Modes with a generated point within three standard deviations."));
  addNumber(column, "high_quality", tr("High quality"), tr("Share of generated points within three standard deviations of a mode; a perfect sampler has 98.9 %."));
  addNumber(column, "reverse_kl", tr("Reverse KL over modes"), tr("0 where every mode gets the same share of the generated points."));
  trouble_ = new InkLabel(Ink::error, tokens::Type::body, side);
  trouble_->setWordWrap(true);
  column->addWidget(trouble_);
  column->addStretch(1);
  return side;
}

void FieldPanel::addNumber(QBoxLayout* column, const char* scalar, const QString& title, const QString& tip) {
  auto* row = new QHBoxLayout;
  auto* label = new InkLabel(Ink::textMuted, tokens::Type::body, this);
  label->setText(title);
  auto* number = InkLabel::numbers(Ink::text, tokens::Type::body, this);
  number->setAlignment(Qt::AlignRight);
  for (auto* part : {label, number}) part->setToolTip(tip);
  row->addWidget(label, 1);
  row->addWidget(number);
  column->addLayout(row);
  numbers_[scalar] = number;
}

void FieldPanel::setModel(std::shared_ptr<Model> model) {
  if (model && model == asker_->model()) return;
  asker_->setModel(std::move(model));
  setEnabled(asker_->hasModel());
  view_->clear(asker_->hasModel() ? tr("Drawing …") : tr("Both players appear here once there are some: start a run of the 2-D playground, or open one."));
  for (auto& [name, label] : numbers_) label->setText(QStringLiteral("–"));
  trouble_->clear();
  asker_->wantAll();
}

void FieldPanel::takeOver(Panel& other) {
  const auto& before = static_cast<FieldPanel&>(other);
  shade_->setCurrentIndex(before.shade_->currentIndex());
  for (const auto& [layer, box] : layers_) box->setChecked(before.layers_.at(layer)->isChecked());
}

InferenceRequest FieldPanel::request() {
  InferenceRequest request;
  request.weights = Weights::live;   // the players as they are, not their average
  asked_ = view_->cells();
  std::vector<double> view;
  if (const auto looked = view_->view()) view.assign(looked->begin(), looked->end());
  view.push_back(asked_.width());
  view.push_back(asked_.height());
  request.inputs["view"] = std::move(view);
  request.inputs["count"] = std::vector<double>{kPoints};
  request.inputs["lines"] = std::vector<double>{layers_.at(FieldView::grid)->isChecked() ? kLines : 0};
  sinceAsked_.start();
  return request;
}

void FieldPanel::take(const InferenceResult& result) {
  if (result.error) {
    trouble_->setText(told(result.error->message));
    return;
  }
  view_->show(result, asked_);
  const auto fake = result.lists.find("fake");
  const bool sound = fake == result.lists.end() || std::all_of(fake->second.begin(), fake->second.end(), [](double v) { return std::isfinite(v); });
  trouble_->setText(sound ? QString() : tr("The generator's points have run away to infinity. Lower the learning rates, then reset."));
  const QLocale locale;
  for (auto& [name, label] : numbers_) {
    const auto found = result.scalars.find(name);
    if (found == result.scalars.end()) label->setText(QStringLiteral("–"));
    else if (name == "high_quality") label->setText(tr("%1 %").arg(locale.toString(100 * found->second, 'f', 1)));
    else label->setText(name == "modes" ? locale.toString(static_cast<int>(found->second)) : locale.toString(found->second, 'f', 3));
  }
  unchanged_ = result.step == step_ ? unchanged_ + 1 : 0;
  step_ = result.step;
  if (asker_->training() && unchanged_ < kPatience)   // newer weights come all the time
    QTimer::singleShot(std::max(0, kFrameMs - static_cast<int>(sinceAsked_.elapsed())), this, [this] { if (asker_->training()) asker_->wantAll(); });
}

}  // namespace ganvas::ui
