#include "ui/field/latent_pad.hpp"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "ui/shell/tokens.hpp"

namespace ganvas::ui {
namespace {

constexpr double kReach = 3;        // standard deviations from the middle to an edge
constexpr double kNudge = 0.1;      // of an arrow key
constexpr std::size_t kMostDots = 400;

}  // namespace

LatentPad::LatentPad(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::CrossCursor);
  setAccessibleName(tr("Latent space"));
  setToolTip(tr("Drag the point, or move it with the arrow keys; its image is the ring on the plane. Rings here: one, two and three standard deviations."));
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  setSizePolicy(policy);
}

void LatentPad::setSize(int size) {
  size_ = std::max(1, size);
  if (size_ == 1) point_.setY(0);
  latents_.clear();
  update();
}

void LatentPad::setLatents(const std::vector<double>& latents) {
  latents_ = latents;
  update();
}

void LatentPad::setPoint(QPointF point) {
  point_ = {std::clamp(point.x(), -kReach, kReach), size_ == 1 ? 0 : std::clamp(point.y(), -kReach, kReach)};
  update();
  emit moved();
}

std::vector<double> LatentPad::latent() const {
  std::vector<double> all(static_cast<std::size_t>(size_), 0);
  all[0] = point_.x();
  if (size_ > 1) all[1] = point_.y();
  return all;
}

QRectF LatentPad::square() const {
  const double side = std::min(width(), height()) - 1;
  return {(width() - side) / 2, (height() - side) / 2, side, side};
}

QPointF LatentPad::toWidget(double x, double y) const {
  const auto on = square();
  return {on.center().x() + x / kReach * on.width() / 2, on.center().y() - y / kReach * on.height() / 2};
}

void LatentPad::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto on = square();
  painter.setPen(tokens::colour(hasFocus() ? Ink::accent : Ink::line));
  painter.setBrush(tokens::colour(Ink::surface));
  painter.drawRect(on);
  painter.setClipRect(on);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(tokens::colour(Ink::line));
  for (int sigma = 1; sigma <= 3; ++sigma) painter.drawEllipse(toWidget(0, 0), sigma * on.width() / 2 / kReach, sigma * on.width() / 2 / kReach);
  painter.drawLine(toWidget(-kReach, 0), toWidget(kReach, 0));
  if (size_ > 1) painter.drawLine(toWidget(0, -kReach), toWidget(0, kReach));
  const auto size = static_cast<std::size_t>(size_);
  QPolygonF dots;
  for (std::size_t i = 0; i < std::min(kMostDots, latents_.size() / size); ++i) dots << toWidget(latents_[i * size], size_ > 1 ? latents_[i * size + 1] : 0);
  painter.setPen(QPen(tokens::colour(Ink::generator), 2, Qt::SolidLine, Qt::RoundCap));
  painter.drawPoints(dots);
  const auto at = toWidget(point_.x(), point_.y());
  painter.setPen(QPen(tokens::colour(Ink::surface), 5));
  painter.drawEllipse(at, 6, 6);
  painter.setPen(QPen(tokens::colour(Ink::text), 2));
  painter.drawEllipse(at, 6, 6);
}

void LatentPad::moveTo(QPointF place) {
  const auto on = square();
  setPoint({(place.x() - on.center().x()) / (on.width() / 2) * kReach, (on.center().y() - place.y()) / (on.height() / 2) * kReach});
}

void LatentPad::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) moveTo(event->position());
}

void LatentPad::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) moveTo(event->position());
}

void LatentPad::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left: return setPoint(point_ - QPointF(kNudge, 0));
    case Qt::Key_Right: return setPoint(point_ + QPointF(kNudge, 0));
    case Qt::Key_Up: return setPoint(point_ + QPointF(0, kNudge));
    case Qt::Key_Down: return setPoint(point_ - QPointF(0, kNudge));
    default: QWidget::keyPressEvent(event);
  }
}

}  // namespace ganvas::ui
