#include "ui/sketch/painted_view.hpp"

#include <QContextMenuEvent>
#include <QPainter>
#include <algorithm>

#include "ui/shell/style_paint.hpp"
#include "ui/shell/tokens.hpp"

namespace ganvas::ui {

PaintedView::PaintedView(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("Painted picture"));
}

void PaintedView::setPicture(const QImage& picture) { picture_ = picture, update(); }
void PaintedView::setOpinion(const QImage& opinion) { opinion_ = opinion, update(); }
void PaintedView::setEmptyText(const QString& text) { emptyText_ = text, update(); }

void PaintedView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const double side = std::min(width(), height()) - 2 * tokens::kSpace3;
  QRectF on(0, 0, side, side);
  on.moveCenter(QRectF(rect()).center());
  if (picture_.isNull()) {
    paintRounded(&painter, on.toRect(), tokens::colour(Ink::surface), tokens::colour(Ink::line), tokens::kRadius);
    painter.setPen(tokens::colour(Ink::textMuted));
    painter.setFont(tokens::font(tokens::Type::body));
    painter.drawText(on.adjusted(tokens::kSpace6, 0, -tokens::kSpace6, 0), Qt::AlignCenter | Qt::TextWordWrap, emptyText_);
    return;
  }
  // Painted pictures are small and seen large beside smooth lines: here, and only here, smooth enlarging looks right.
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(on, picture_);
  if (!opinion_.isNull()) painter.drawImage(on, opinion_);
  painter.setPen(QPen(tokens::colour(Ink::line), 1));
  painter.drawRect(on.adjusted(-0.5, -0.5, 0.5, 0.5));
}

void PaintedView::contextMenuEvent(QContextMenuEvent* event) {
  if (!picture_.isNull()) emit menuAsked(event->globalPos());
}

}  // namespace ganvas::ui
