#include "ui/field/field_side.hpp"

#include <QVBoxLayout>

#include "ui/field/field_layers.hpp"
#include "ui/field/field_numbers.hpp"
#include "ui/field/latent_pad.hpp"
#include "ui/shell/tokens.hpp"

namespace ganvas::ui {
namespace {

constexpr int kWidth = 248, kPadHeight = 132;   // px

}  // namespace

FieldSide::FieldSide(bool ofRun, QWidget* parent) : QScrollArea(parent) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFixedWidth(kWidth);
  setFocusPolicy(Qt::NoFocus);
  auto* inside = new QWidget(this);
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(0, 0, tokens::kSpace2, 0);
  column->setSpacing(tokens::kSpace3);
  layers_ = new FieldLayers(inside);
  pad_ = new LatentPad(inside);
  pad_->setFixedHeight(kPadHeight);
  numbers_ = new FieldNumbers(ofRun, inside);
  column->addWidget(layers_);
  column->addWidget(pad_);
  column->addWidget(numbers_);
  column->addStretch(1);
  setWidget(inside);
  pad_->setVisible(layers_->shows(FieldView::probe));
  connect(layers_, &FieldLayers::changed, this, [this] { pad_->setVisible(layers_->shows(FieldView::probe)); });
}

void FieldSide::takeOver(const FieldSide& other) {
  layers_->takeOver(*other.layers_);
  pad_->setPoint(other.pad_->point());
}

QSize FieldSide::sizeHint() const { return {kWidth, 480}; }

QSize FieldSide::minimumSizeHint() const { return {kWidth, 160}; }

}  // namespace ganvas::ui
