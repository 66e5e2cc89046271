#include "ui/shell/style_paint.hpp"

#include <QPainterPath>

namespace ganvas::ui {

void paintRounded(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& border, qreal radius, qreal width) {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
  painter->setPen(border.isValid() && width > 0 ? QPen(border, width) : QPen(Qt::NoPen));
  const qreal inset = border.isValid() ? width / 2 : 0;
  painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
  painter->restore();
}

void paintChevron(QPainter* painter, const QRectF& rect, Direction direction, const QColor& colour, qreal size) {
  static constexpr int kAngles[] = {180, 0, 90, -90};
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->translate(rect.center());
  painter->rotate(kAngles[static_cast<int>(direction)]);
  painter->setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter->drawPolyline(QPolygonF{{-size / 2, -size / 4}, {0, size / 4}, {size / 2, -size / 4}});
  painter->restore();
}

void paintFocusRing(QPainter* painter, const QRectF& rect, qreal radius) {
  paintRounded(painter, rect, {}, tokens::colour(Ink::discriminator), radius, 2);
}

bool showsFocus(const QWidget& widget) { return widget.hasFocus() && widget.window()->testAttribute(Qt::WA_KeyboardFocusChange); }

QColor mixed(const QColor& under, const QColor& over, qreal share) {
  const auto mix = [share](qreal a, qreal b) { return a + (b - a) * share; };
  return QColor::fromRgbF(mix(under.redF(), over.redF()), mix(under.greenF(), over.greenF()), mix(under.blueF(), over.blueF()));
}

}  // namespace ganvas::ui
