#include "ui/panels/draw_pad.hpp"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTabletEvent>
#include <algorithm>
#include <cmath>

#include "ui/shell/style_paint.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/bridge/images.hpp"

namespace ganvas::ui {
namespace {

constexpr int kSide = 280;            // pixels drawn on
constexpr double kPen = 0.075;        // of the side: the thickness of MNIST's strokes
constexpr double kDigit = 20.0 / 28;  // of the side, that a digit fills (LeCun et al. 1998: 20 of 28 px, centred by its mass)

}  // namespace

DrawPad::DrawPad(QWidget* parent) : QWidget(parent), image_(kSide, kSide, QImage::Format_RGB32) {
  image_.fill(Qt::black);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::CrossCursor);
  setAttribute(Qt::WA_AcceptTouchEvents, false);   // a finger then draws as the mouse does
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("Draw here"));
  setToolTip(tr("Draw with the mouse, a pen or a finger. Delete clears."));
}

void DrawPad::takeOver(const DrawPad& other) {
  image_ = other.image_;
  shown_ = other.shown_;
  blank_ = other.blank_;
  ++subject_;
  update();
}

void DrawPad::clear() { showPicture({}); }

void DrawPad::showPicture(const QImage& picture) {
  image_.fill(Qt::black);
  shown_ = picture;
  blank_ = picture.isNull();
  ++subject_;
  change();
}

void DrawPad::change() {
  update();
  emit changed();
}

QRectF DrawPad::square() const {
  const double side = std::min(width(), height());
  return {(width() - side) / 2, (height() - side) / 2, side, side};
}

QPointF DrawPad::placeOf(QPointF position) const {
  const auto on = square();
  return {(position.x() - on.left()) / on.width(), (position.y() - on.top()) / on.height()};
}

/// The picture in the square: enlarged by a whole number of device pixels, or shrunk.
QRectF DrawPad::placeOfShown() const {
  const auto on = square();
  const double room = on.width() * devicePixelRatioF(), longer = std::max(shown_.width(), shown_.height());
  const double scale = (room >= longer ? std::floor(room / longer) : room / longer) / devicePixelRatioF();
  QRectF place(QPointF(), QSizeF(shown_.size()) * scale);
  place.moveCenter(on.center());
  return place;
}

void DrawPad::line(QPointF from, QPointF to) {
  if (blank_ || !shown_.isNull()) ++subject_;
  shown_ = {};
  QPainter painter(&image_);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(Qt::white, kPen * kSide, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  if (from == to) painter.drawPoint(from * kSide);
  else painter.drawLine(from * kSide, to * kSide);
  painter.end();
  last_ = to;
  blank_ = false;
  change();
}

Frame DrawPad::picture() const {
  if (!shown_.isNull()) return toFrame(shown_);
  if (blank_) return {};
  QRect ink;
  double mass = 0, x = 0, y = 0;
  for (int row = 0; row < kSide; ++row) {
    for (int column = 0; column < kSide; ++column) {
      const int value = qRed(image_.pixel(column, row));
      if (value == 0) continue;
      ink |= QRect(column, row, 1, 1);
      mass += value, x += value * (column + 0.5), y += value * (row + 0.5);
    }
  }
  if (mass == 0) return {};   // all of it lies beside the square
  const double scale = kDigit * kSide / std::max(ink.width(), ink.height());
  QImage made(kSide, kSide, QImage::Format_RGB32);
  made.fill(Qt::black);
  QPainter painter(&made);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.translate(kSide / 2.0, kSide / 2.0);
  painter.scale(scale, scale);
  painter.translate(-x / mass, -y / mass);
  painter.drawImage(0, 0, image_);
  painter.end();
  return toFrame(made);
}

void DrawPad::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const auto on = square();
  painter.setRenderHint(QPainter::SmoothPixmapTransform, shown_.isNull() || placeOfShown().width() < shown_.width());
  painter.drawImage(on, image_);
  if (!shown_.isNull()) painter.drawImage(placeOfShown(), shown_);
  painter.setPen(QPen(tokens::colour(hasFocus() ? Ink::accent : Ink::line), 1));
  painter.drawRect(on.adjusted(0.5, 0.5, -0.5, -0.5));
  if (!blank_) return;
  painter.setPen(QColor(Qt::gray));
  painter.setFont(tokens::font(tokens::Type::body));
  painter.drawText(on, Qt::AlignCenter, tr("Draw here"));
}

/// The margin beside the square is not drawn on.
void DrawPad::begin(QPointF position, bool inked) {
  drawing_ = square().contains(position);
  last_ = placeOf(position);
  if (drawing_ && inked) line(last_, last_);
}

void DrawPad::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) begin(event->position(), true);
}

void DrawPad::mouseMoveEvent(QMouseEvent* event) {
  if (drawing_ && (event->buttons() & Qt::LeftButton)) line(last_, placeOf(event->position()));
}

void DrawPad::tabletEvent(QTabletEvent* event) {
  event->accept();
  const bool inked = event->pressure() > 0;
  if (event->type() == QEvent::TabletPress) begin(event->position(), inked);
  else if (event->type() == QEvent::TabletMove && drawing_ && inked) line(last_, placeOf(event->position()));
}

void DrawPad::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) clear();
  else QWidget::keyPressEvent(event);
}

}  // namespace ganvas::ui
