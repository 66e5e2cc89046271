#include "ui/learn/step_dots.hpp"

#include <QMouseEvent>
#include <QPainter>

#include "ui/shell/style_paint.hpp"
#include "ui/shell/theme.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
constexpr int kLong = kSpace6;

}  // namespace

StepDots::StepDots(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setCursor(Qt::PointingHandCursor);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StepDots::set(int step, int count) {
  step_ = step, count_ = count;
  const auto text = tr("Page %1 of %2").arg(step + 1).arg(count);
  setAccessibleName(text);
  setToolTip(text);
  updateGeometry();
  update();
}

QSize StepDots::sizeHint() const { return {count_ * (kSpace2 + kSpace1) + kLong - kSpace2, kSpace6}; }

QRectF StepDots::dot(int step) const {
  const double left = step * (kSpace2 + kSpace1) + (step > step_ ? kLong - kSpace2 : 0);
  return {left, (height() - kSpace2) / 2.0, static_cast<double>(step == step_ ? kLong : kSpace2), static_cast<double>(kSpace2)};
}

void StepDots::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  for (int i = 0; i < count_; ++i)
    paintRounded(&painter, dot(i), i == step_ ? colour(Ink::accent) : i < step_ ? colour(Ink::textMuted) : mixed(colour(Ink::window), colour(Ink::textMuted), 0.35), {}, kSpace1);
}

void StepDots::mousePressEvent(QMouseEvent* event) {
  for (int i = 0; i < count_; ++i)
    if (dot(i).adjusted(-2, -kSpace2, 2, kSpace2).contains(event->position())) return emit chosen(i);
}

}  // namespace ganvas::ui
