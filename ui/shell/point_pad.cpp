#include "ui/shell/point_pad.hpp"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTabletEvent>
#include <algorithm>
#include <cmath>

#include "ui/shell/tokens.hpp"

namespace ganvas::ui {
namespace {

constexpr double kPerLength = 120;           // points that a whole unit of the plane gets, at full pressure
constexpr std::size_t kDot = 4;              // that a click leaves
constexpr std::size_t kMostPoints = 20'000;  // more are no clearer
constexpr std::size_t kMostUndo = 200;

}  // namespace

PointPad::PointPad(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setCursor(Qt::CrossCursor);
  setAccessibleName(tr("Points of the data"));
}

std::vector<double> PointPad::points() const {
  std::vector<double> all;
  for (const auto& point : points_) all.push_back(point.x()), all.push_back(point.y());
  return all;
}

void PointPad::setBrush(double radius) {
  brush_ = radius;
  update();
}

void PointPad::clear() {
  if (points_.empty()) return;
  beginStroke();
  points_.clear();
  update();
  emit changed();
}

void PointPad::undo() {
  if (strokes_.empty()) return;
  points_ = std::move(strokes_.back());
  strokes_.pop_back();
  update();
  emit changed();
}

void PointPad::beginStroke() {
  strokes_.push_back(points_);
  if (strokes_.size() > kMostUndo) strokes_.erase(strokes_.begin());
}

void PointPad::stroke(QPointF from, QPointF to, double pressure, bool wipe) {
  const auto way = to - from;
  const double length = std::hypot(way.x(), way.y());
  if (wipe) {
    std::erase_if(points_, [&](const QPointF& point) {
      const auto off = point - from;
      const double along = length > 0 ? std::clamp(QPointF::dotProduct(off, way) / (length * length), 0.0, 1.0) : 0;
      const auto gap = off - along * way;
      return std::hypot(gap.x(), gap.y()) < brush_;
    });
  } else {
    const auto wanted = length > 0 ? std::poisson_distribution<std::size_t>(kPerLength * length * std::clamp(pressure, 0.1, 1.0))(random_) : kDot;
    std::uniform_real_distribution<double> along(0, 1);
    std::normal_distribution<double> off(0, brush_ / 2);
    for (std::size_t i = 0; i < wanted && points_.size() < kMostPoints; ++i) points_.push_back(from + along(random_) * way + QPointF(off(random_), off(random_)));
  }
  update();
  emit changed();
}

QRectF PointPad::square() const {
  const double side = std::min(width(), height()) - 1;
  return {(width() - side) / 2, (height() - side) / 2, side, side};
}

QPointF PointPad::placeOf(QPointF position) const {
  const auto on = square();
  return {(position.x() - on.center().x()) / (on.width() / 2) * kReach, (on.center().y() - position.y()) / (on.height() / 2) * kReach};
}

QPointF PointPad::toWidget(QPointF place) const {
  const auto on = square();
  return {on.center().x() + place.x() / kReach * on.width() / 2, on.center().y() - place.y() / kReach * on.height() / 2};
}

void PointPad::press(QPointF position, double pressure, bool wipe) {
  if (!square().contains(position)) return;
  wipes_ = wipe;
  beginStroke();
  last_ = placeOf(position);
  stroke(*last_, *last_, pressure, wipes_);
}

void PointPad::move(QPointF position, double pressure) {
  mouse_ = position;
  update();
  if (!last_) return;
  const auto on = square();
  const auto to = placeOf({std::clamp(position.x(), on.left(), on.right()), std::clamp(position.y(), on.top(), on.bottom())});
  stroke(*last_, to, pressure, wipes_);
  last_ = to;
}

void PointPad::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton || event->button() == Qt::RightButton) press(event->position(), 1, event->button() == Qt::RightButton);
}

void PointPad::mouseMoveEvent(QMouseEvent* event) { move(event->position(), 1); }

void PointPad::mouseReleaseEvent(QMouseEvent*) { last_.reset(); }

void PointPad::tabletEvent(QTabletEvent* event) {
  event->accept();
  const bool wipe = event->pointerType() == QPointingDevice::PointerType::Eraser;
  if (event->type() == QEvent::TabletPress) press(event->position(), event->pressure(), wipe);
  else if (event->type() == QEvent::TabletMove) move(event->position(), event->pressure());
  else if (event->type() == QEvent::TabletRelease) last_.reset();
}

void PointPad::leaveEvent(QEvent*) {
  mouse_.reset();
  update();
}

void PointPad::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Undo)) undo();
  else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) clear();
  else QWidget::keyPressEvent(event);
}

void PointPad::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto on = square();
  painter.setPen(tokens::colour(hasFocus() ? Ink::accent : Ink::line));
  painter.setBrush(tokens::colour(Ink::surface));
  painter.drawRect(on);
  painter.setClipRect(on);
  painter.setPen(tokens::colour(Ink::line));
  painter.drawLine(toWidget({-kReach, 0}), toWidget({kReach, 0}));
  painter.drawLine(toWidget({0, -kReach}), toWidget({0, kReach}));
  if (points_.empty()) {
    painter.setPen(tokens::colour(Ink::textMuted));
    painter.setFont(tokens::font(tokens::Type::body));
    painter.drawText(on, Qt::AlignCenter, tr("Draw what the generator is to learn"));
  }
  QPolygonF dots;
  for (const auto& point : points_) dots << toWidget(point);
  painter.setPen(QPen(tokens::colour(Ink::real), 3, Qt::SolidLine, Qt::RoundCap));
  painter.drawPoints(dots);
  if (!mouse_) return;
  const double radius = brush_ / kReach * on.width() / 2;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(tokens::colour(Ink::textMuted));
  painter.drawEllipse(*mouse_, radius, radius);
}

}  // namespace ganvas::ui
