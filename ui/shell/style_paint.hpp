// Strokes and shapes that the style and hand-painted widgets share. GUI thread.
#pragma once

#include <QPainter>
#include <QWidget>

#include "ui/shell/tokens.hpp"

namespace ganvas::ui {

/// A filled and outlined rounded rectangle whose border lies on whole pixels.
void paintRounded(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& border, qreal radius, qreal width = 1);

enum class Direction { up, down, left, right };
/// A small arrow head in the middle of `rect`.
void paintChevron(QPainter* painter, const QRectF& rect, Direction direction, const QColor& colour, qreal size = 8);

/// The ring that shows where the keyboard is.
void paintFocusRing(QPainter* painter, const QRectF& rect, qreal radius);
/// Whether a widget that paints by hand shows the ring: only while the keyboard is being used to get about.
bool showsFocus(const QWidget& widget);

/// `over` at `share` on top of `under`.
QColor mixed(const QColor& under, const QColor& over, qreal share);

}  // namespace ganvas::ui
