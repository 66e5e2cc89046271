#include "ui/field/field_layers.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QVBoxLayout>

#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {

FieldLayers::FieldLayers(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(tokens::kSpace1);
  const auto heading = [&](const QString& text) {
    auto* label = new InkLabel(Ink::text, tokens::Type::strong, this);
    label->setText(text);
    column->addWidget(label);
  };
  heading(tr("Colours"));
  shade_ = new QComboBox(this);
  shade_->setAccessibleName(tr("Colours"));
  const auto shade = [this](FieldShade shade, const QString& text) { shade_->addItem(text, static_cast<int>(shade)); };
  shade(FieldShade::answer, tr("What D answers"));
  shade(FieldShade::best, tr("The best D there is (D*)"));
  shade(FieldShade::difference, tr("How far D is from D*"));
  shade(FieldShade::data, tr("Density of the data"));
  shade(FieldShade::generated, tr("Density of the generator"));
  shade(FieldShade::none, tr("None"));
  connect(shade_, &QComboBox::currentIndexChanged, this, &FieldLayers::changed);
  column->addWidget(shade_);
  column->addSpacing(tokens::kSpace1);
  heading(tr("Layers"));
  const auto layer = [&](FieldView::Layer layer, const QString& text, const QString& tip, bool on) {
    auto* box = new QCheckBox(text, this);
    box->setToolTip(tip);
    box->setChecked(on);
    connect(box, &QCheckBox::toggled, this, &FieldLayers::changed);
    layers_[layer] = box;
    column->addWidget(box);
  };
  layer(FieldView::real, tr("Real points"), tr("Points of the data, green."), true);
  layer(FieldView::generated, tr("Generated points"), tr("Points of the generator, vermilion."), true);
  layer(FieldView::lines, tr("Lines of equal D"), tr("Where D answers 0.1, 0.3, 0.5 (strong), 0.7 and 0.9."), true);
  layer(FieldView::grid, tr("Bent latent grid"), tr("What the generator makes of a grid in latent space. Each mesh holds as many points as any other, so small ones are dense. For one or two latent numbers."), false);
  layer(FieldView::pull, tr("Pull on points"), tr("Where the generator's loss pulls its points, longer for a stronger pull. No arrows: the gradient has vanished."), false);
  layer(FieldView::probe, tr("Follow a latent point"), tr("Move a point in latent space and see where the generator takes it: a ring on the plane."), false);
}

bool FieldLayers::shows(FieldView::Layer layer) const { return layers_.at(layer)->isChecked(); }

void FieldLayers::serve(FieldView& view) {
  apply(view);
  connect(this, &FieldLayers::changed, &view, [this, &view] { apply(view); });
}

void FieldLayers::apply(FieldView& view) const {
  for (const auto& [layer, box] : layers_) view.setLayer(layer, box->isChecked());
  view.setShade(static_cast<FieldShade>(shade_->currentData().toInt()));
}

void FieldLayers::showAll() {
  for (const auto& [layer, box] : layers_) box->setChecked(true);
}

void FieldLayers::takeOver(const FieldLayers& other) {
  shade_->setCurrentIndex(other.shade_->currentIndex());
  for (const auto& [layer, box] : layers_) box->setChecked(other.layers_.at(layer)->isChecked());
}

}  // namespace ganvas::ui
