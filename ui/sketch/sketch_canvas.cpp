#include "ui/sketch/sketch_canvas.hpp"

#include <QDragEnterEvent>
#include <QFocusEvent>
#include <QHideEvent>
#include <QKeyEvent>
#include <QLineF>
#include <QMimeData>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QTabletEvent>
#include <QTouchEvent>
#include <QUrl>
#include <algorithm>
#include <cmath>

#include "ui/shell/tokens.hpp"
#include "ui/sketch/sketch_board.hpp"

namespace ganvas::ui {
namespace {

constexpr double kFarthest = 0.25, kNearest = 16;   // zoom
constexpr double kMargin = 12;                      // px around the paper at zoom 1
constexpr double kTemplateOpacity = 0.3;
constexpr double kNotch = 1.2;                      // zoom of a notch of the wheel
constexpr int kOpinionAlpha = 200;                  // of 255, where the discriminator is sure

}  // namespace

QImage opinionImage(const QImage& opinion) {
  QImage shown(opinion.size(), QImage::Format_ARGB32_Premultiplied);
  const auto real = tokens::colour(Ink::real), painted = tokens::colour(Ink::generator);
  for (int y = 0; y < opinion.height(); ++y)
    for (int x = 0; x < opinion.width(); ++x) {
      const double sureness = qGray(opinion.pixel(x, y)) / 127.5 - 1;   // -1 painted, 0 undecided, 1 real
      const auto& ink = sureness < 0 ? painted : real;
      // The root, since a discriminator that has learned beside its generator is seldom sure.
      shown.setPixel(x, y, qPremultiply(qRgba(ink.red(), ink.green(), ink.blue(), static_cast<int>(kOpinionAlpha * std::sqrt(std::abs(sureness))))));
    }
  return shown;
}

SketchCanvas::SketchCanvas(SketchBoard& board, QWidget* parent) : QWidget(parent), board_(board) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAcceptDrops(true);
  setAttribute(Qt::WA_AcceptTouchEvents);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("Paper to draw on"));
  connect(&board_, &SketchBoard::inkChanged, this, &SketchCanvas::showInk);
  connect(&board_, &SketchBoard::toolChanged, this, [this] {
    refreshCursor();
    update();
  });
  refreshCursor();
}

void SketchCanvas::refreshCursor() {
  if (panning_) setCursor(Qt::ClosedHandCursor);
  else if (spaceHeld_) setCursor(Qt::OpenHandCursor);
  else setCursor(Qt::CrossCursor);
}

void SketchCanvas::setPainted(const QImage& picture) { painted_ = picture, update(); }
void SketchCanvas::setBlend(double blend) { blend_ = std::clamp(blend, 0.0, 1.0), update(); }
void SketchCanvas::setTemplate(const QImage& picture) { template_ = picture, update(); }
void SketchCanvas::setOpinion(const QImage& opinion) { opinion_ = opinion, update(); }

double SketchCanvas::scale() const {
  const double fitting = std::min((width() - 2 * kMargin) / board_.paper().width(), (height() - 2 * kMargin) / board_.paper().height());
  return std::max(0.05, fitting) * zoom_;
}

QRectF SketchCanvas::paperRect() const {
  QRectF rect(0, 0, board_.paper().width() * scale(), board_.paper().height() * scale());
  rect.moveCenter(QPointF(width() / 2.0, height() / 2.0) + pan_);
  return rect;
}

QPointF SketchCanvas::toPaper(QPointF position) const { return (position - paperRect().topLeft()) / scale(); }
QPointF SketchCanvas::toWidget(QPointF place) const { return paperRect().topLeft() + place * scale(); }

/// The middle of the widget stays on the paper.
void SketchCanvas::clampPan() {
  const double halfWidth = board_.paper().width() * scale() / 2, halfHeight = board_.paper().height() * scale() / 2;
  pan_ = {std::clamp(pan_.x(), -halfWidth, halfWidth), std::clamp(pan_.y(), -halfHeight, halfHeight)};
}

void SketchCanvas::zoomBy(double factor, QPointF anchor) {
  const auto place = toPaper(anchor);
  zoom_ = std::clamp(zoom_ * factor, kFarthest, kNearest);
  pan_ += anchor - toWidget(place);
  clampPan();
  update();
}

void SketchCanvas::zoomIn() { zoomBy(kNotch, rect().center()); }
void SketchCanvas::zoomOut() { zoomBy(1 / kNotch, rect().center()); }

void SketchCanvas::fit() {
  zoom_ = 1;
  pan_ = {};
  update();
}

void SketchCanvas::showInk(const QRect& area) {
  if (area.isEmpty()) return;
  update(QRectF(toWidget(area.topLeft()), QSizeF(area.size()) * scale()).toAlignedRect().adjusted(-2, -2, 2, 2));
}

void SketchCanvas::paintEvent(QPaintEvent* event) {
  QPainter painter(this);
  painter.setClipRect(event->rect());
  const auto on = paperRect();
  const auto& paper = board_.paper();
  painter.fillRect(on, Qt::white);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  const auto lay = [&](const QImage& picture, double opacity) {
    if (picture.isNull() || opacity <= 0) return;
    painter.setOpacity(opacity);
    painter.drawImage(on, picture);
    painter.setOpacity(1);
  };
  lay(template_, kTemplateOpacity);
  lay(painted_, std::min(1.0, 2 * blend_));
  if (blend_ > 0) lay(opinion_, 1);
  // Ink darkens what lies under it, as ink does; towards the end of the slider it fades.
  const double inkOpacity = std::min(1.0, 2 * (1 - blend_));
  if (inkOpacity > 0) {
    const QImage ink(paper.ink(), paper.width(), paper.height(), paper.width(), QImage::Format_Grayscale8);
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    painter.setOpacity(inkOpacity);
    painter.drawImage(on, ink);
    painter.setOpacity(1);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
  }
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(tokens::colour(hasFocus() ? Ink::accent : Ink::line), 1));
  painter.drawRect(on.adjusted(-0.5, -0.5, 0.5, 0.5));
  if (board_.symmetry() != Symmetry::none) {
    painter.setPen(QPen(tokens::colour(Ink::accent), 1, Qt::DashLine));
    if (board_.symmetry() != Symmetry::upDown) painter.drawLine(QPointF(on.center().x(), on.top()), QPointF(on.center().x(), on.bottom()));
    if (board_.symmetry() != Symmetry::leftRight) painter.drawLine(QPointF(on.left(), on.center().y()), QPointF(on.right(), on.center().y()));
  }
  if (board_.blank() && template_.isNull()) {
    painter.setPen(QColor(Qt::gray));
    painter.setFont(tokens::font(tokens::Type::title));
    painter.drawText(on, Qt::AlignCenter, tr("Draw here"));
  }
  if (pen_ && board_.tool() != SketchTool::fill) {   // as wide as what it leaves
    const double radius = std::max(1.5, board_.size() * scale() / 2);
    painter.setPen(QPen(QColor(128, 128, 128, 160), 1));
    painter.drawEllipse(*pen_, radius, radius);
  }
}

void SketchCanvas::pick(QPointF position) {
  const auto reach = static_cast<int>(board_.size() * scale() / 2) + 4;
  const auto around = [&](QPointF at) { return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach).toAlignedRect(); };
  if (pen_) update(around(*pen_));
  pen_ = position;
  update(around(position));
}

void SketchCanvas::mousePressEvent(QMouseEvent* event) {
  if (tablet_) return;   // the pen has told it already
  if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && spaceHeld_)) {
    panning_ = event->position();
    return refreshCursor();
  }
  if (event->button() != Qt::LeftButton && event->button() != Qt::RightButton) return;
  if (board_.drawing()) return board_.cancel();   // a second button gives the stroke up
  board_.begin(toPaper(event->position()), 1, event->button() == Qt::RightButton);
}

void SketchCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (panning_) {
    pan_ += event->position() - *panning_;
    panning_ = event->position();
    clampPan();
    return update();
  }
  pick(event->position());
  if (tablet_ || !board_.drawing()) return;
  if (event->buttons() == Qt::NoButton) return board_.end();   // let go where it was not seen, as over a dialog
  board_.move(toPaper(event->position()), 1);
}

void SketchCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (panning_) {
    panning_.reset();
    return refreshCursor();
  }
  if (!tablet_) board_.end();
}

void SketchCanvas::tabletEvent(QTabletEvent* event) {
  event->accept();
  const auto at = toPaper(event->position());
  pick(event->position());
  if (event->type() == QEvent::TabletPress) {
    tablet_ = true;
    board_.begin(at, std::max(0.05, event->pressure()), event->pointerType() == QPointingDevice::PointerType::Eraser);
    } else if (event->type() == QEvent::TabletMove) {
    if (board_.drawing()) board_.move(at, std::max(0.05, event->pressure()));
  } else if (event->type() == QEvent::TabletRelease) {
    board_.end();
    tablet_ = false;
  }
}

bool SketchCanvas::event(QEvent* event) {
  switch (event->type()) {
    case QEvent::TouchBegin: case QEvent::TouchUpdate: case QEvent::TouchEnd: case QEvent::TouchCancel:
      touch(*static_cast<QTouchEvent*>(event));
      return true;
    case QEvent::NativeGesture: {   // of a touch pad
      const auto* gesture = static_cast<QNativeGestureEvent*>(event);
      if (gesture->gestureType() == Qt::ZoomNativeGesture) zoomBy(1 + gesture->value(), gesture->position());
      return true;
    }
    default: return QWidget::event(event);
  }
}

void SketchCanvas::touch(QTouchEvent& event) {
  event.accept();
  const auto& fingers = event.points();
  if (event.type() == QEvent::TouchCancel) {
    board_.cancel();
    twoFingers_ = false;
    return;
  }
  if (fingers.size() > 1) {
    board_.cancel();   // the first finger had begun a stroke
    twoFingers_ = true;
    const auto &a = fingers[0], &b = fingers[1];
    const QPointF before = (a.lastPosition() + b.lastPosition()) / 2, now = (a.position() + b.position()) / 2;
    const double apartBefore = QLineF(a.lastPosition(), b.lastPosition()).length();
    pan_ += now - before;
    if (apartBefore > 0) zoomBy(QLineF(a.position(), b.position()).length() / apartBefore, now);
  } else if (!twoFingers_ && !fingers.isEmpty()) {
    const auto at = toPaper(fingers[0].position());
    if (event.type() == QEvent::TouchBegin) board_.begin(at, 1);
    else board_.move(at, 1);
  }
  if (event.type() != QEvent::TouchEnd) return;
  board_.end();
  twoFingers_ = false;
}

void SketchCanvas::wheelEvent(QWheelEvent* event) {
  if (event->angleDelta().y() == 0) return;
  zoomBy(std::pow(kNotch, event->angleDelta().y() / 120.0), event->position());
  event->accept();
}

/// What is let go while another widget has the keyboard, or none, is not told here.
void SketchCanvas::letGo() {
  board_.end();
  tablet_ = spaceHeld_ = twoFingers_ = false;
  panning_.reset();
  refreshCursor();
}

void SketchCanvas::focusOutEvent(QFocusEvent* event) {
  letGo();
  QWidget::focusOutEvent(event);
}

void SketchCanvas::hideEvent(QHideEvent* event) {
  letGo();
  QWidget::hideEvent(event);
}

void SketchCanvas::leaveEvent(QEvent*) {
  pen_.reset();
  update();
}

void SketchCanvas::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
    spaceHeld_ = true;
    return refreshCursor();
  }
  if (event->key() == Qt::Key_Escape && board_.drawing()) return board_.cancel();
  QWidget::keyPressEvent(event);
}

void SketchCanvas::keyReleaseEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
    spaceHeld_ = false;
    return refreshCursor();
  }
  QWidget::keyReleaseEvent(event);
}

void SketchCanvas::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void SketchCanvas::dropEvent(QDropEvent* event) {
  const auto urls = event->mimeData()->urls();
  if (!urls.isEmpty() && urls.front().isLocalFile()) emit pictureDropped(urls.front().toLocalFile());
}

}  // namespace ganvas::ui
