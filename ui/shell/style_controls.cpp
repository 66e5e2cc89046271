#include "ui/shell/style_controls.hpp"

#include <chrono>
#include <cmath>

#include <QAbstractSpinBox>
#include <QVariant>
#include <QWidget>

#include "ui/shell/style_paint.hpp"
#include "ui/shell/tokens.hpp"

namespace ganvas::ui::controls {

using namespace tokens;

namespace {
constexpr int kFigures = 48;   // px beside a progress bar for its percentage
}  // namespace

QColor inkOf(Variant variant) {
  switch (variant) {
    case Variant::generator: return colour(Ink::generator);
    case Variant::discriminator: return colour(Ink::discriminator);
    case Variant::danger: return colour(Ink::error);
    case Variant::primary: return colour(Ink::onAccent);
    case Variant::plain:
    case Variant::quiet: break;
  }
  return colour(Ink::text);
}

void paintButton(const QStyleOption* option, QPainter* painter, Variant variant) {
  const QRectF rect = option->rect;
  const bool on = option->state & QStyle::State_On;
  if (variant == Variant::primary) {
    QColor fill = enabled(option) ? colour(Ink::accent) : colour(Ink::raised);
    if (pressed(option)) fill = mixed(fill, colour(Ink::surface), 0.28);
    else if (hovered(option)) fill = mixed(fill, colour(Ink::surface), 0.16);
    paintRounded(painter, rect, fill, {}, kRadius);
  } else if (variant == Variant::quiet) {
    if (pressed(option) || on) paintRounded(painter, rect, mixed(colour(Ink::raised), colour(Ink::line), 0.5), {}, kRadius);
    else if (hovered(option)) paintRounded(painter, rect, colour(Ink::raised), {}, kRadius);
  } else {
    QColor border = colour(Ink::line);
    if (variant != Variant::plain && enabled(option)) border = mixed(border, inkOf(variant), 0.6);
    else if (hovered(option)) border = mixed(border, colour(Ink::text), 0.25);
    const QColor fill = pressed(option) || on ? colour(Ink::raised) : hovered(option) ? mixed(colour(Ink::surface), colour(Ink::raised), 0.6) : colour(Ink::surface);
    paintRounded(painter, rect, enabled(option) ? fill : colour(Ink::window), border, kRadius);
  }
}

void paintField(const QStyleOption* option, QPainter* painter) {
  QColor border = colour(Ink::line);
  if (hovered(option)) border = mixed(border, colour(Ink::text), 0.25);
  const bool focus = option->state & QStyle::State_HasFocus;
  paintRounded(painter, option->rect, enabled(option) ? colour(Ink::surface) : colour(Ink::window), border, kRadius);
  if (focus && enabled(option)) paintRounded(painter, option->rect, {}, colour(Ink::accent), kRadius, 1.5);
}

void paintSlider(const QStyle* style, const QStyleOptionSlider* option, QPainter* painter, const QWidget* widget) {
  const bool across = option->orientation == Qt::Horizontal;
  const QRectF groove = style->subControlRect(QStyle::CC_Slider, option, QStyle::SC_SliderGroove, widget);
  const QRectF handle = style->subControlRect(QStyle::CC_Slider, option, QStyle::SC_SliderHandle, widget);
  QRectF bar = across ? QRectF(groove.left(), groove.center().y() - 2, groove.width(), 4) : QRectF(groove.center().x() - 2, groove.top(), 4, groove.height());
  paintRounded(painter, bar, colour(Ink::line), {}, 2);
  QRectF filled = bar;
  if (across) {
    const qreal knob = handle.center().x();
    if (option->minimum == -option->maximum) filled = QRectF(QPointF(std::min(knob, bar.center().x()), bar.top()), QPointF(std::max(knob, bar.center().x()), bar.bottom()));   // an offset grows from its middle
    else if (option->upsideDown) filled.setLeft(knob);
    else filled.setRight(knob);
  } else {
    if (option->upsideDown) filled.setTop(handle.center().y());
    else filled.setBottom(handle.center().y());
  }
  const QColor ink = enabled(option) ? colour(Ink::accent) : colour(Ink::textDisabled);
  paintRounded(painter, filled, ink, {}, 2);
  const qreal radius = 7 + (hovered(option) || pressed(option) ? 1 : 0);
  const QRectF knob(handle.center().x() - radius, handle.center().y() - radius, 2 * radius, 2 * radius);
  paintRounded(painter, knob, colour(Ink::surface), ink, radius, 2);
  if (ringed(option)) paintFocusRing(painter, knob.adjusted(-3, -3, 3, 3), radius + 3);
}

void paintScrollBar(const QStyle* style, const QStyleOptionSlider* option, QPainter* painter, const QWidget* widget) {
  if (option->maximum <= option->minimum) return;
  QRectF handle = style->subControlRect(QStyle::CC_ScrollBar, option, QStyle::SC_ScrollBarSlider, widget);
  handle.adjust(2, 2, -2, -2);
  const bool active = (option->activeSubControls & QStyle::SC_ScrollBarSlider) && (hovered(option) || pressed(option));
  paintRounded(painter, handle, active ? colour(Ink::textMuted) : mixed(colour(Ink::line), colour(Ink::textMuted), 0.25), {},
               std::min(handle.width(), handle.height()) / 2);
}

void paintSpinBox(const QStyle* style, const QStyleOptionSpinBox* option, QPainter* painter, const QWidget* widget) {
  if (option->frame) paintField(option, painter);
  if (option->buttonSymbols == QAbstractSpinBox::NoButtons) return;
  for (const auto part : {QStyle::SC_SpinBoxUp, QStyle::SC_SpinBoxDown}) {
    const QRectF rect = style->subControlRect(QStyle::CC_SpinBox, option, part, widget);
    const bool up = part == QStyle::SC_SpinBoxUp;
    const bool can = enabled(option) && (option->stepEnabled & (up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled));
    const bool active = can && option->activeSubControls == part && (hovered(option) || pressed(option));
    paintChevron(painter, rect, up ? Direction::up : Direction::down,
                 !can ? colour(Ink::textDisabled) : active ? colour(Ink::text) : colour(Ink::textMuted), 6);
  }
}

void paintCheck(const QStyleOption* option, QPainter* painter, bool round) {
  const QRectF rect = option->rect;
  const qreal radius = round ? rect.width() / 2 : kRadiusSmall;
  const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
  QColor border = hovered(option) ? colour(Ink::textMuted) : mixed(colour(Ink::line), colour(Ink::textMuted), 0.5);
  if (!enabled(option)) border = colour(Ink::line);
  const QColor fill = !on ? colour(Ink::surface) : enabled(option) ? colour(Ink::accent) : colour(Ink::textDisabled);
  paintRounded(painter, rect, fill, on ? fill : border, radius);
  if (!on) return;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->translate(rect.topLeft());
  painter->scale(rect.width() / 16, rect.height() / 16);
  painter->setPen(QPen(colour(Ink::onAccent), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  if (round) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour(Ink::onAccent));
    painter->drawEllipse(QPointF(8, 8), 3, 3);
  } else if (option->state & QStyle::State_NoChange) {
    painter->drawLine(QPointF(4.5, 8), QPointF(11.5, 8));
  } else {
    painter->drawPolyline(QPolygonF{{4.2, 8.4}, {6.9, 11}, {11.8, 5.4}});
  }
  painter->restore();
}

void paintProgress(const QStyleOptionProgressBar* option, QPainter* painter, bool contents) {
  QRectF bar = option->rect;
  if (option->textVisible) bar.setWidth(bar.width() - kFigures);
  const qreal thick = std::min<qreal>(6, bar.height());
  bar = QRectF(bar.left(), bar.center().y() - thick / 2, bar.width(), thick);
  if (!contents) return paintRounded(painter, bar, colour(Ink::line), {}, thick / 2);
  if (option->maximum <= option->minimum) {  // working, end not known: a band goes to and fro (Style asks for the next picture)
    constexpr qint64 kThere = 1200;          // ms from one end to the other
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
    const qreal way = std::abs(static_cast<qreal>(now % (2 * kThere)) / kThere - 1), band = bar.width() / 3;
    return paintRounded(painter, QRectF(bar.left() + way * (bar.width() - band), bar.top(), band, thick), colour(Ink::accent), {}, thick / 2);
  }
  const double share = (option->progress - option->minimum) / static_cast<double>(option->maximum - option->minimum);
  if (share <= 0) return;
  bar.setWidth(std::max<qreal>(thick, bar.width() * std::min(1.0, share)));
  paintRounded(painter, bar, enabled(option) ? colour(Ink::accent) : colour(Ink::textDisabled), {}, thick / 2);
}

void paintTab(const QStyleOptionTab* option, QPainter* painter) {
  const bool chosen = option->state & QStyle::State_Selected;
  const QRectF rect = option->rect;
  if (hovered(option) && !chosen) paintRounded(painter, rect.adjusted(2, 4, -2, -4), colour(Ink::raised), {}, kRadiusSmall);
  if (chosen) painter->fillRect(QRectF(rect.left() + 8, rect.bottom() - 1, rect.width() - 16, 2), colour(Ink::accent));
}

}  // namespace ganvas::ui::controls
