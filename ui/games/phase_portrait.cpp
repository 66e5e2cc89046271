#include "ui/games/phase_portrait.hpp"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "ui/shell/style_paint.hpp"
#include "ui/shell/theme.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
constexpr int kTail = 48;            // steps that are still bright behind the pair
constexpr double kApart = 5;         // px between two steps from which on each gets a mark
constexpr double kNow = 6, kGrip = 9, kReach = 16;   // px: the pair, the start, and how near a click must be to it
constexpr double kFarAway = 40;      // planes from the middle; what lies beyond is not drawn

void paintArrow(QPainter& painter, const QPointF& from, const QPointF& by, double head) {
  const double length = std::hypot(by.x(), by.y());
  if (length < 1) return;
  const QPointF to = from + by, along = by / length, across(-along.y(), along.x());
  painter.drawLine(from, to);
  const double size = std::min(head, length / 2);
  painter.drawPolyline(QPolygonF{to - size * along + size * 0.6 * across, to, to - size * along - size * 0.6 * across});
}

}  // namespace

PhasePortrait::PhasePortrait(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("Phase portrait"));
  setToolTip(tr("Arrows: where a step leads from each place. Drag the ring to begin elsewhere, turn the wheel to see more or less."));
  connect(&Theme::instance(), &Theme::changed, this, &PhasePortrait::forget);
}

void PhasePortrait::setEquilibrium(double x, double y) {
  equilibriumX_ = x, equilibriumY_ = y;
  forget();
}

void PhasePortrait::setView(double low, double high) {
  low_ = low, high_ = high;
  forget();
}

void PhasePortrait::setField(GameField field) {
  field_ = std::move(field);
  longest_ = 0;
  for (std::size_t i = 0; i < field_.dx.size(); ++i) longest_ = std::max(longest_, std::hypot(field_.dx[i], field_.dy[i]));
  forget();
}

void PhasePortrait::setWays(std::vector<GameWay> ways) {
  ways_ = std::move(ways);
  trails_.assign(ways_.size(), {});
  update();
}

void PhasePortrait::setStep(double step) {
  step_ = std::max(0.0, step);
  update();
}

void PhasePortrait::forget() {
  backdrop_ = {};
  trails_.assign(ways_.size(), {});
  update();
}

void PhasePortrait::resizeEvent(QResizeEvent*) { forget(); }

QRectF PhasePortrait::plane() const {
  const QRectF room = QRectF(rect()).adjusted(kSpace12 - kSpace2, kSpace6, -kSpace1, -kSpace8);
  const double side = std::max(1.0, std::min(room.width(), room.height()));
  return {std::round(room.center().x() - side / 2), std::round(room.center().y() - side / 2), std::floor(side), std::floor(side)};
}

QPointF PhasePortrait::toWidget(double x, double y) const {
  const auto area = plane();
  return {area.left() + (x - low_) / (high_ - low_) * area.width(), area.bottom() - (y - low_) / (high_ - low_) * area.height()};
}

QPointF PhasePortrait::toGame(const QPointF& point) const {
  const auto area = plane();
  return {low_ + (point.x() - area.left()) / area.width() * (high_ - low_), low_ + (area.bottom() - point.y()) / area.height() * (high_ - low_)};
}

std::size_t PhasePortrait::lastOf(const GameTrack& track) const {
  return std::min(static_cast<std::size_t>(step_), track.x.empty() ? 0 : track.x.size() - 1);
}

QPointF PhasePortrait::placeOf(const GameTrack& track, double step) const {
  const auto last = track.x.size() - 1;
  const auto before = std::min(static_cast<std::size_t>(step), last), after = std::min(before + 1, last);
  const double share = std::clamp(step - static_cast<double>(before), 0.0, 1.0);
  return toWidget(track.x[before] + share * (track.x[after] - track.x[before]), track.y[before] + share * (track.y[after] - track.y[before]));
}

bool PhasePortrait::leftView() const {
  return std::any_of(ways_.begin(), ways_.end(), [this](const GameWay& way) { return !way.track.x.empty() && !plane().adjusted(-1, -1, 1, 1).contains(placeOf(way.track, step_)); });
}

QPixmap PhasePortrait::blank() const {
  QPixmap pixmap(size() * devicePixelRatioF());
  pixmap.setDevicePixelRatio(devicePixelRatioF());
  pixmap.fill(Qt::transparent);
  return pixmap;
}

void PhasePortrait::paintEvent(QPaintEvent*) {
  if (backdrop_.isNull()) paintBackdrop();
  QPainter painter(this);
  painter.drawPixmap(0, 0, backdrop_);
  painter.setRenderHint(QPainter::Antialiasing);
  for (std::size_t i = 0; i < ways_.size(); ++i) {
    if (ways_[i].track.x.empty()) continue;
    extend(trails_[i], ways_[i], lastOf(ways_[i].track));
    painter.drawPixmap(0, 0, trails_[i].pixmap);
  }
  painter.save();
  painter.setClipRect(plane());
  for (std::size_t i = ways_.size(); i-- > 0;) {
    if (!ways_[i].track.x.empty()) paintTail(painter, ways_[i], i == 0);
  }
  paintEquilibrium(painter);
  painter.restore();
  paintStart(painter);
  for (std::size_t i = ways_.size(); i-- > 0;) {
    if (ways_[i].track.x.empty()) continue;
    if (i == 0) paintMoves(painter, ways_[i]);
    paintNow(painter, ways_[i], i == 0);
    paintOutside(painter, ways_[i]);
  }
  if (showsFocus(*this)) paintFocusRing(&painter, plane().adjusted(-2, -2, 2, 2), kRadiusSmall);
}

void PhasePortrait::paintBackdrop() {
  backdrop_ = blank();
  QPainter painter(&backdrop_);
  painter.setRenderHint(QPainter::Antialiasing);
  paintRounded(&painter, plane().adjusted(-1, -1, 1, 1), colour(Ink::surface), colour(Ink::line), kRadiusSmall);
  paintAxes(painter);
  painter.setClipRect(plane());
  paintField(painter);
}

/// Each player's axis in its colour, through the equilibrium; numbers at the ends and in the middle.
void PhasePortrait::paintAxes(QPainter& painter) const {
  const auto area = plane();
  const auto centre = toWidget(equilibriumX_, equilibriumY_);
  const auto soft = [](Ink ink) { return mixed(colour(Ink::surface), colour(ink), 0.55); };
  painter.setPen(QPen(soft(Ink::generator), 1));
  painter.drawLine(QPointF(area.left(), centre.y()), QPointF(area.right(), centre.y()));
  painter.setPen(QPen(soft(Ink::discriminator), 1));
  painter.drawLine(QPointF(centre.x(), area.top()), QPointF(centre.x(), area.bottom()));
  painter.setFont(numbers(Type::caption));
  painter.setPen(colour(Ink::textMuted));
  const double middle = (low_ + high_) / 2;
  for (const double tick : {low_, middle, high_}) {
    const auto text = QLocale().toString(std::abs(tick) < 1e-9 * (high_ - low_) ? 0.0 : tick, 'g', 3).replace(QLatin1Char('-'), QChar(0x2212));
    const auto at = toWidget(tick, tick);
    const int align = tick == low_ ? Qt::AlignLeft : tick == high_ ? Qt::AlignRight : Qt::AlignHCenter;
    painter.drawText(QRectF(at.x() - 40 + (tick == low_ ? 40 : tick == high_ ? -40 : 0), area.bottom() + 3, 80, 14), align | Qt::AlignTop, text);
    const double top = std::clamp(at.y() - 7, area.top() - 2, area.bottom() - 12);
    painter.drawText(QRectF(area.left() - 64, top, 60, 14), Qt::AlignRight | Qt::AlignVCenter, text);
  }
  painter.setFont(tokens::font(Type::caption));
  painter.setPen(colour(Ink::generator));
  painter.drawText(QRectF(area.left(), area.bottom() + 14, area.width(), 14), Qt::AlignRight | Qt::AlignVCenter, tr("x: player one, the generator  →"));
  painter.setPen(colour(Ink::discriminator));
  painter.drawText(QRectF(area.left(), area.top() - 18, area.width(), 14), Qt::AlignLeft | Qt::AlignVCenter, tr("↑  y: player two, the discriminator"));
}

double PhasePortrait::cell() const { return plane().width() / std::max(1, field_.columns - 1); }

/// In pixels: the longest of the field fills a cell; roots, so that short ones can be seen as well.
QPointF PhasePortrait::arrowOf(double dx, double dy) const {
  const double length = std::hypot(dx, dy);
  if (!(length > 0) || !(longest_ > 0)) return {};
  const double pixels = 0.8 * cell() * std::sqrt(std::min(1.0, length / longest_));
  return {dx / length * pixels, -dy / length * pixels};
}

void PhasePortrait::paintField(QPainter& painter) const {
  if (field_.columns < 2) return;
  for (int row = 0; row < field_.rows; ++row)
    for (int column = 0; column < field_.columns; ++column) {
      const auto i = static_cast<std::size_t>(row * field_.columns + column);
      const auto by = arrowOf(field_.dx[i], field_.dy[i]);
      const double x = field_.xLow + (field_.xHigh - field_.xLow) * column / (field_.columns - 1);
      const double y = field_.yLow + (field_.yHigh - field_.yLow) * row / (field_.rows - 1);
      const double share = std::hypot(by.x(), by.y()) / std::max(1.0, 0.8 * cell());
      painter.setPen(QPen(mixed(colour(Ink::surface), colour(Ink::textMuted), 0.3 + 0.45 * share), 1.1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
      paintArrow(painter, toWidget(x, y) - by / 2, by, 4);
    }
}

void PhasePortrait::extend(Trail& trail, const GameWay& way, std::size_t to) const {
  if (trail.pixmap.isNull() || to < trail.to) trail = {blank(), 0, 0};
  if (to <= trail.to) return;
  QPainter painter(&trail.pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setClipRect(plane());
  QColor ink = way.style.colour();
  ink.setAlphaF(0.42F);
  QPen pen(ink, 1.4, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
  const auto area = plane();
  const double far = kFarAway * area.width();
  auto from = toWidget(way.track.x[trail.to], way.track.y[trail.to]);
  for (auto i = trail.to + 1; i <= to; ++i) {
    const auto at = toWidget(way.track.x[i], way.track.y[i]);
    const double length = std::hypot(at.x() - from.x(), at.y() - from.y());
    if (length < 0.4 && i < to) continue;   // goes on from where something can be seen
    if (std::hypot(at.x() - area.center().x(), at.y() - area.center().y()) < far) {
      if (!way.style.dash.isEmpty()) {
        pen.setDashPattern(way.style.dash);
        pen.setDashOffset(trail.length / pen.widthF());
      }
      painter.setPen(pen);
      painter.drawLine(from, at);
    }
    trail.length += length;
    from = at;
  }
  trail.to = to;
}

void PhasePortrait::paintMarker(QPainter& painter, const QPointF& at, double radius, bool disc) const {
  if (disc) painter.drawEllipse(at, radius, radius);
  else painter.drawPolygon(QPolygonF{at + QPointF(0, -1.25 * radius), at + QPointF(1.25 * radius, 0), at + QPointF(0, 1.25 * radius), at + QPointF(-1.25 * radius, 0)});
}

/// The last steps, fading; a mark at each where they do not lie on top of each other.
void PhasePortrait::paintTail(QPainter& painter, const GameWay& way, bool first) const {
  const auto last = lastOf(way.track);
  const auto begin = last > kTail ? last - kTail : 0;
  QColor ink = way.style.colour();
  auto from = toWidget(way.track.x[begin], way.track.y[begin]);
  const auto piece = [&](const QPointF& at, double age, bool mark) {
    if (std::hypot(at.x() - from.x(), at.y() - from.y()) > kFarAway * plane().width()) return;
    ink.setAlphaF(static_cast<float>(std::clamp(1 - age / (kTail + 1), 0.0, 1.0)));
    painter.setPen(QPen(ink, 2.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(from, at);
    if (mark && std::hypot(at.x() - from.x(), at.y() - from.y()) >= kApart) {
      painter.setPen(Qt::NoPen);
      painter.setBrush(ink);
      paintMarker(painter, at, 2.6, first);
    }
    from = at;
  };
  for (auto i = begin + 1; i <= last; ++i) piece(toWidget(way.track.x[i], way.track.y[i]), static_cast<double>(last - i), true);
  piece(placeOf(way.track, step_), 0, false);
}

/// What each player does in its next step, along its own axis and in its colour.
void PhasePortrait::paintMoves(QPainter& painter, const GameWay& way) const {
  const auto at = lastOf(way.track);
  if (at + 1 >= way.track.x.size() || field_.columns < 2) return;
  const auto by = 1.9 * arrowOf((way.track.x[at + 1] - way.track.x[at]) / way.stepSize, (way.track.y[at + 1] - way.track.y[at]) / way.stepSize);
  const auto from = placeOf(way.track, step_);
  if (!plane().contains(from)) return;
  const auto draw = [&](Ink ink, const QPointF& along) {
    painter.setPen(QPen(colour(ink), 2.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    paintArrow(painter, from, along, 6);
  };
  draw(Ink::generator, {by.x(), 0});
  draw(Ink::discriminator, {0, by.y()});
}

void PhasePortrait::paintNow(QPainter& painter, const GameWay& way, bool first) const {
  const auto at = placeOf(way.track, step_);
  if (!plane().contains(at)) return;
  painter.setPen(QPen(colour(Ink::surface), 2));
  painter.setBrush(way.style.colour());
  paintMarker(painter, at, kNow, first);
}

void PhasePortrait::paintEquilibrium(QPainter& painter) const {
  const auto at = toWidget(equilibriumX_, equilibriumY_);
  painter.setBrush(Qt::NoBrush);
  for (const auto& [ink, width] : {std::pair{Ink::surface, 4.0}, std::pair{Ink::text, 1.8}}) {
    painter.setPen(QPen(colour(ink), width, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(at - QPointF(6, 6), at + QPointF(6, 6));
    painter.drawLine(at - QPointF(6, -6), at + QPointF(6, -6));
  }
}

void PhasePortrait::paintStart(QPainter& painter) const {
  if (ways_.empty() || ways_.front().track.x.empty()) return;
  const auto at = toWidget(ways_.front().track.x.front(), ways_.front().track.y.front());
  if (!plane().adjusted(-2, -2, 2, 2).contains(at)) return;
  const double radius = kGrip + (hovering_ || dragging_ ? 2 : 0);
  QColor halo = colour(Ink::accent);
  halo.setAlphaF(hovering_ || dragging_ ? 0.16F : 0.08F);
  painter.setPen(QPen(colour(Ink::accent), 1.6));
  painter.setBrush(halo);
  painter.drawEllipse(at, radius, radius);
}

/// A small triangle at the edge for a pair that is outside.
void PhasePortrait::paintOutside(QPainter& painter, const GameWay& way) const {
  const auto area = plane();
  const auto at = placeOf(way.track, step_);
  if (area.contains(at)) return;
  const auto inner = area.adjusted(8, 8, -8, -8);
  const QPointF edge(std::clamp(at.x(), inner.left(), inner.right()), std::clamp(at.y(), inner.top(), inner.bottom()));
  painter.save();
  painter.translate(edge);
  painter.rotate(std::atan2(at.y() - edge.y(), at.x() - edge.x()) * 180 / std::numbers::pi);
  painter.setPen(Qt::NoPen);
  painter.setBrush(way.style.colour());
  painter.drawPolygon(QPolygonF{{7, 0}, {-5, 6}, {-5, -6}});
  painter.restore();
}

bool PhasePortrait::onStart(const QPointF& point) const {
  if (ways_.empty() || ways_.front().track.x.empty()) return false;
  const auto away = toWidget(ways_.front().track.x.front(), ways_.front().track.y.front()) - point;
  return std::hypot(away.x(), away.y()) <= kReach;
}

void PhasePortrait::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !plane().contains(event->position())) return QWidget::mousePressEvent(event);
  dragging_ = true;
  grip_ = {};
  if (onStart(event->position())) grip_ = toWidget(ways_.front().track.x.front(), ways_.front().track.y.front()) - event->position();
  setCursor(Qt::ClosedHandCursor);
  mouseMoveEvent(event);
}

void PhasePortrait::mouseMoveEvent(QMouseEvent* event) {
  if (!dragging_) {
    const bool hovering = onStart(event->position());
    if (hovering != hovering_) update();
    hovering_ = hovering;
    setCursor(hovering ? Qt::OpenHandCursor : plane().contains(event->position()) ? Qt::CrossCursor : Qt::ArrowCursor);
    return;
  }
  const auto area = plane();
  const auto point = event->position() + grip_;
  const auto at = toGame({std::clamp(point.x(), area.left(), area.right()), std::clamp(point.y(), area.top(), area.bottom())});
  const double grain = (high_ - low_) / 1000;   // so that the numbers stay short
  emit startDragged(std::round(at.x() / grain) * grain, std::round(at.y() / grain) * grain);
}

void PhasePortrait::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !std::exchange(dragging_, false)) return QWidget::mouseReleaseEvent(event);
  setCursor(Qt::OpenHandCursor);
  update();
  emit startDropped();
}

void PhasePortrait::wheelEvent(QWheelEvent* event) {
  if (event->angleDelta().y() == 0) return QWidget::wheelEvent(event);
  emit zoomed(std::pow(0.85, event->angleDelta().y() / 120.0));
  event->accept();
}

}  // namespace ganvas::ui
