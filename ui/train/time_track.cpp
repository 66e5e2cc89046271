#include "ui/train/time_track.hpp"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/shell/tokens.hpp"

namespace ganvas::ui {
namespace {

constexpr int kHandle = tokens::kSpace2;       // radius, px
constexpr int kGroove = tokens::kSpace1;       // thickness
constexpr double kTickApart = 4;               // ticks closer than this are left out

}  // namespace

TimeTrack::TimeTrack(QWidget* parent) : QAbstractSlider(parent) {
  setOrientation(Qt::Horizontal);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleName(tr("Step of the run"));
  setToolTip(tr("Look back at any step of the run: samples and curves move together.\nArrow keys go from one saved picture to the next, Home and End to the ends."));
}

void TimeTrack::setMarks(const std::vector<std::int64_t>& samples, const std::vector<std::int64_t>& edits) {
  samples_ = samples;
  edits_ = edits;
  update();
}

void TimeTrack::setLive(bool live) {
  if (live == live_) return;
  live_ = live;
  update();
}

QSize TimeTrack::sizeHint() const { return {tokens::kSpace12 * 4, tokens::kControlHeight}; }
QSize TimeTrack::minimumSizeHint() const { return {tokens::kSpace12, tokens::kControlHeight}; }

double TimeTrack::xOf(double step) const {
  const double span = std::max(maximum() - minimum(), 1);
  return kHandle + 1 + (step - minimum()) / span * (width() - 2 * (kHandle + 1));
}

int TimeTrack::stepAt(double x) const {
  const double share = (x - kHandle - 1) / std::max(width() - 2 * (kHandle + 1), 1);
  return static_cast<int>(std::lround(minimum() + std::clamp(share, 0.0, 1.0) * (maximum() - minimum())));
}

void TimeTrack::choose(int step) {
  setValue(step);
  emit chosen(value());
}

void TimeTrack::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double middle = height() / 2.0;
  const bool empty = maximum() <= minimum();
  const double at = xOf(value());

  painter.setPen(Qt::NoPen);
  painter.setBrush(tokens::colour(Ink::line));
  painter.drawRoundedRect(QRectF(xOf(minimum()), middle - kGroove / 2.0, xOf(maximum()) - xOf(minimum()), kGroove), kGroove / 2.0, kGroove / 2.0);
  if (empty) return;
  painter.setBrush(tokens::colour(Ink::textMuted));
  painter.drawRoundedRect(QRectF(xOf(minimum()), middle - kGroove / 2.0, at - xOf(minimum()), kGroove), kGroove / 2.0, kGroove / 2.0);

  double last = -1e9;
  for (const auto step : samples_) {
    const double x = std::round(xOf(static_cast<double>(step)));
    if (x - last < kTickApart) continue;
    last = x;
    painter.fillRect(QRectF(x, middle + kGroove + 1, 1, tokens::kSpace1), tokens::colour(Ink::textMuted));
  }
  painter.setBrush(tokens::colour(Ink::warning));
  last = -1e9;
  for (const auto step : edits_) {
    const QPointF tip(xOf(static_cast<double>(step)), middle - kGroove);
    if (tip.x() - last < 2) continue;
    last = tip.x();
    painter.drawPolygon(QPolygonF({tip, tip + QPointF(-tokens::kSpace1, -1.5 * tokens::kSpace1), tip + QPointF(tokens::kSpace1, -1.5 * tokens::kSpace1)}));
  }
  painter.setPen(QPen(tokens::colour(isEnabled() ? Ink::accent : Ink::textDisabled), 2));
  painter.setBrush(tokens::colour(live_ ? Ink::surface : Ink::accent));
  painter.drawEllipse(QPointF(at, middle), kHandle - 1, kHandle - 1);
  if (hasFocus()) {
    QColor halo = tokens::colour(Ink::accent);
    halo.setAlphaF(0.3F);
    painter.setPen(QPen(halo, 3));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(at, middle), kHandle + 1, kHandle + 1);
  }
}

void TimeTrack::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || maximum() <= minimum()) return;
  setSliderDown(true);
  choose(stepAt(event->position().x()));
}

void TimeTrack::mouseMoveEvent(QMouseEvent* event) {
  if (isSliderDown()) choose(stepAt(event->position().x()));
}

void TimeTrack::mouseReleaseEvent(QMouseEvent*) { setSliderDown(false); }

void TimeTrack::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left: case Qt::Key_Down: emit jumped(-1); break;
    case Qt::Key_Right: case Qt::Key_Up: emit jumped(1); break;
    case Qt::Key_PageDown: choose(value() - (maximum() - minimum()) / 10); break;
    case Qt::Key_PageUp: choose(value() + (maximum() - minimum()) / 10); break;
    case Qt::Key_Home: choose(minimum()); break;
    case Qt::Key_End: choose(maximum()); break;
    default: QWidget::keyPressEvent(event);
  }
}

void TimeTrack::wheelEvent(QWheelEvent* event) {
  if (event->angleDelta().y() != 0) emit jumped(event->angleDelta().y() > 0 ? 1 : -1);
  event->accept();
}

}  // namespace ganvas::ui
