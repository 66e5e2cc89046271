#include "ui/shell/draw_points_dialog.hpp"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>
#include <cmath>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/words.hpp"
#include "ui/shell/point_pad.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/shell/tool_button.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
constexpr double kFinest = 0.02, kBroadest = 0.6;   // brush
constexpr int kBrushSteps = 40;

}  // namespace

DrawPointsDialog::DrawPointsDialog(Bridge& bridge, QWidget* parent) : QDialog(parent), bridge_(bridge), pad_(new PointPad(this)), count_(InkLabel::numbers(Ink::textMuted, Type::body, this)), trouble_(new InkLabel(Ink::error, Type::body, this)) {
  setWindowTitle(tr("Draw points"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kSpace6, kSpace6, kSpace6, kSpace4);
  column->setSpacing(kSpace3);
  column->addLayout(makeTools());
  column->addWidget(pad_, 1);
  auto* hint = new InkLabel(Ink::textMuted, Type::caption, this);
  hint->setText(tr("Strokes spray points; the right button, or the other end of a pen, wipes them away. The density of what you draw becomes the target."));
  hint->setWordWrap(true);
  column->addWidget(hint);
  trouble_->setWordWrap(true);
  trouble_->hide();
  column->addWidget(trouble_);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  auto* use = buttons->addButton(tr("Use these points"), QDialogButtonBox::AcceptRole);
  setVariant(use, Variant::primary);
  use->setEnabled(false);
  column->addWidget(buttons);
  connect(pad_, &PointPad::changed, this, [this, use] {
    count_->setText(tr("%1 points").arg(QLocale().toString(static_cast<qulonglong>(pad_->count()))));
    use->setEnabled(pad_->count() > 0);
    trouble_->hide();
  });
  connect(buttons, &QDialogButtonBox::accepted, this, &DrawPointsDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  pad_->setFocus();
}

QLayout* DrawPointsDialog::makeTools() {
  auto* row = new QHBoxLayout;
  row->setSpacing(kSpace2);
  auto* name = new InkLabel(Ink::textMuted, Type::body, this);
  name->setText(tr("Brush"));
  auto* brush = new QSlider(Qt::Horizontal, this);
  brush->setRange(0, kBrushSteps);
  brush->setAccessibleName(tr("Brush"));
  brush->setFixedWidth(120);
  brush->setValue(static_cast<int>(std::lround(kBrushSteps * std::log(pad_->brush() / kFinest) / std::log(kBroadest / kFinest))));
  connect(brush, &QSlider::valueChanged, pad_, [this](int at) { pad_->setBrush(kFinest * std::pow(kBroadest / kFinest, static_cast<double>(at) / kBrushSteps)); });
  auto* undo = toolButton(QStringLiteral("undo"), tr("Undo the last stroke"), this);
  connect(undo, &QToolButton::clicked, pad_, &PointPad::undo);
  auto* clear = toolButton(QStringLiteral("trash"), tr("Take all points away"), this);
  connect(clear, &QToolButton::clicked, pad_, &PointPad::clear);
  connect(pad_, &PointPad::changed, this, [this, undo, clear] {
    undo->setEnabled(pad_->canUndo());
    clear->setEnabled(pad_->count() > 0);
  });
  undo->setEnabled(false);
  clear->setEnabled(false);
  for (QWidget* widget : {static_cast<QWidget*>(name), static_cast<QWidget*>(brush), static_cast<QWidget*>(undo), static_cast<QWidget*>(clear)}) row->addWidget(widget);
  row->addStretch(1);
  row->addWidget(count_);
  return row;
}

void DrawPointsDialog::accept() {
  const auto path = bridge_.engine().keepPoints(pad_->points());
  if (!path) {
    trouble_->setText(told(path.error().message));
    trouble_->show();
    return;
  }
  emit kept(from(*path));
  QDialog::accept();
}

}  // namespace ganvas::ui
