#include "ui/train/curve_marks.hpp"

#include <algorithm>
#include <cmath>

#include "ui/shell/tokens.hpp"

namespace ganvas::ui {
namespace {

constexpr double kFlag = tokens::kSpace1 + 1;   // half the width of an edit's flag, px

QPen thinPen(Ink ink, Qt::PenStyle style = Qt::SolidLine) {
  return QPen(tokens::colour(ink), 1, style);
}

}  // namespace

CurveMarks::CurveMarks(QCustomPlot* plot) : QCPAbstractItem(plot) { setClipToAxisRect(true); }

void CurveMarks::draw(QCPPainter* painter) {
  const QRect area = clipRect();
  painter->setAntialiasing(false);
  if (!emptyText_.isEmpty()) {
    painter->setFont(tokens::font(tokens::Type::body));
    painter->setPen(tokens::colour(Ink::textMuted));
    painter->drawText(area, Qt::AlignCenter, emptyText_);
    return;
  }
  drawGuides(painter, area);
  drawEdits(painter, area);
}

void CurveMarks::drawGuides(QCPPainter* painter, const QRect& area) const {
  painter->setFont(tokens::font(tokens::Type::caption));
  const QFontMetricsF metrics(painter->font());
  std::vector<QRectF> taken;
  for (const auto& guide : guides_) {
    const double y = std::round(mParentPlot->yAxis->coordToPixel(guide.value));
    if (!(y > area.top() && y < area.bottom())) continue;
    painter->setPen(thinPen(Ink::textMuted, Qt::DashLine));
    painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    const double width = metrics.horizontalAdvance(guide.name);
    QRectF label(area.right() - width - tokens::kSpace2, y - metrics.height() - 1, width + tokens::kSpace1, metrics.height());
    if (label.top() < area.top()) label.moveTop(y + 1);
    const auto hit = std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(label); });
    if (hit) continue;
    taken.push_back(label);
    QColor behind = tokens::colour(Ink::surface);
    behind.setAlphaF(0.75F);
    painter->fillRect(label, behind);
    painter->drawText(label, Qt::AlignCenter, guide.name);
  }
}

void CurveMarks::drawEdits(QCPPainter* painter, const QRect& area) const {
  double drawnAt = -1e9;
  for (const double step : steps_) {
    const double x = std::round(mParentPlot->xAxis->coordToPixel(step));
    if (!(x >= area.left() && x <= area.right()) || x == drawnAt) continue;
    drawnAt = x;
    painter->setAntialiasing(false);
    painter->setPen(thinPen(Ink::warning, Qt::DotLine));
    painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    painter->setAntialiasing(true);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tokens::colour(Ink::warning));
    const QPointF top(x, area.top());
    painter->drawPolygon(QPolygonF({top - QPointF(kFlag, 0), top + QPointF(kFlag, 0), top + QPointF(0, 1.5 * kFlag)}));
  }
}

CurveCursor::CurveCursor(QCustomPlot* plot) : QCPAbstractItem(plot) { setClipToAxisRect(true); }

void CurveCursor::set(std::optional<double> step, std::vector<Dot> dots) {
  step_ = step;
  dots_ = std::move(dots);
}

void CurveCursor::draw(QCPPainter* painter) {
  if (!step_) return;
  const QRect area = clipRect();
  const double x = std::round(mParentPlot->xAxis->coordToPixel(*step_));
  if (!(x >= area.left() - 1 && x <= area.right() + 1)) return;
  painter->setAntialiasing(false);
  painter->setPen(thinPen(Ink::accent));
  painter->drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
  painter->setAntialiasing(true);
  for (const auto& dot : dots_) {
    const double y = mParentPlot->yAxis->coordToPixel(dot.value);
    if (!std::isfinite(y)) continue;
    painter->setPen(QPen(tokens::colour(Ink::surface), 1.5));
    painter->setBrush(dot.colour);
    painter->drawEllipse(QPointF(x, y), tokens::kSpace1, tokens::kSpace1);
  }
}

QVector<double> CurveTicker::createTickVector(double step, const QCPRange& range) {
  if (!logarithmic_ || range.lower <= 0 || range.upper / range.lower < 20) return QCPAxisTicker::createTickVector(step, range);
  const int low = static_cast<int>(std::floor(std::log10(range.lower))), high = static_cast<int>(std::ceil(std::log10(range.upper)));
  const int decades = high - low;
  const int stride = std::max(1, decades / 6);
  QVector<double> ticks;
  for (int exponent = low; exponent <= high; exponent += stride) {
    for (const double digit : {1.0, 2.0, 5.0}) {
      if (digit == 1.0 || decades <= 3) ticks.push_back(digit * std::pow(10.0, exponent));
    }
  }
  return ticks;
}

QString CurveTicker::getTickLabel(double tick, const QLocale& locale, QChar, int) {
  const double size = std::abs(tick);
  QString text;
  if (labels_ == Labels::steps && size >= 1e6) {
    text = locale.toString(tick / 1e6, 'g', 4) + QLatin1Char('M');
  } else if (labels_ == Labels::steps && size >= 1e4) {
    text = locale.toString(tick / 1e3, 'g', 4) + QLatin1Char('k');
  } else if (size != 0 && (size >= 1e5 || size < 1e-3)) {
    text = locale.toString(tick, 'e', 0);
    if (text.toDouble() != tick) text = locale.toString(tick, 'e', 1);
  } else {
    text = locale.toString(tick, 'g', 5);
  }
  return text.replace(QLatin1Char('-'), QChar(0x2212));
}

}  // namespace ganvas::ui
