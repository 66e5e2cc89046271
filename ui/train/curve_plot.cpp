#include "ui/train/curve_plot.hpp"

#include <QMouseEvent>
#include <QRubberBand>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <map>

#include "ui/bridge/words.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/curve_data.hpp"
#include "ui/train/curve_legend.hpp"
#include "ui/train/curve_marks.hpp"

namespace ganvas::ui {
namespace {

constexpr int kReach = tokens::kSpace1 + 2;   // px within which a mark is under the pointer
constexpr int kClick = 4;                     // px that a click may wander
const char* const kCursorLayer = "cursor";

/// Numbers of the left margin are this wide at most, so that the plots of a stack line up.
int leftMargin() { return QFontMetrics(tokens::numbers(tokens::Type::caption)).horizontalAdvance(QStringLiteral("−0.0000")) + tokens::kSpace3; }

}  // namespace

CurvePlot::CurvePlot(const QString& group, QWidget* parent) : QWidget(parent), group_(group) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(tokens::kSpace3, tokens::kSpace2, tokens::kSpace2, tokens::kSpace1);
  layout->setSpacing(tokens::kSpace1);
  legend_ = new CurveLegend(title(), this);
  layout->addWidget(legend_);
  buildPlot();
  layout->addWidget(plot_, 1);
  setAccessibleName(tr("Curves: %1").arg(title()));
}

CurvePlot::~CurvePlot() = default;

std::vector<std::shared_ptr<Curve>> CurvePlot::curves() const {
  std::vector<std::shared_ptr<Curve>> all;
  for (const auto& line : lines_) all.push_back(line.curve);
  return all;
}

QString CurvePlot::title() const { return told(group_.toStdString()); }

void CurvePlot::buildPlot() {
  plot_ = new QCustomPlot(this);
  plot_->setMinimumHeight(tokens::kSpace12 * 2);
  plot_->setMouseTracking(true);
  plot_->setFocusPolicy(Qt::NoFocus);   // keys go to LossCurves
  plot_->setPlottingHint(QCP::phFastPolylines, true);
  plot_->setPlottingHint(QCP::phCacheLabels, true);
  plot_->setNoAntialiasingOnDrag(true);
  plot_->axisRect()->setMinimumMargins({leftMargin(), tokens::kSpace1, tokens::kSpace3, tokens::kSpace4});
  plot_->xAxis->setTicker(QSharedPointer<CurveTicker>::create(CurveTicker::Labels::steps));
  plot_->yAxis->setTicker(QSharedPointer<CurveTicker>::create(CurveTicker::Labels::values));
  plot_->yAxis->ticker()->setTickCount(4);
  plot_->addLayer(kCursorLayer);
  plot_->layer(kCursorLayer)->setMode(QCPLayer::lmBuffered);
  marks_ = new CurveMarks(plot_);
  marks_->setLayer(QStringLiteral("overlay"));
  cursor_ = new CurveCursor(plot_);
  cursor_->setLayer(kCursorLayer);
  plot_->installEventFilter(this);
  restyle();
}

void CurvePlot::addCurve(std::shared_ptr<Curve> curve) {
  Line line{std::move(curve), {}, plot_->addGraph(), plot_->addGraph(), nullptr};
  for (auto* graph : {line.raw, line.main}) graph->setAdaptiveSampling(true);
  lines_.push_back(std::move(line));

  std::vector<SeriesInfo> infos;
  for (const auto& each : lines_) infos.push_back(each.curve->info());
  const auto styles = curveStyles(infos);
  auto& added = lines_.back();
  added.chip = legend_->addChip(added.curve->info(), styles.back());
  connect(added.chip, &CurveChip::toggled, this, [this] { refresh(); });
  connect(added.chip, &CurveChip::explained, this, &CurvePlot::explained);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    lines_[i].style = styles[i];
    styleLine(lines_[i]);
  }
  added.curve->setPositiveOnly(logY_);
}

void CurvePlot::takeOverHidden(const CurvePlot& other) {
  for (std::size_t i = 0; i < std::min(lines_.size(), other.lines_.size()); ++i) lines_[i].chip->setChecked(other.lines_[i].chip->isChecked());
}

void CurvePlot::setCurveStyle(std::size_t curve, CurveStyle style) {
  lines_.at(curve).style = std::move(style);
  styleLine(lines_[curve]);
}

void CurvePlot::styleLine(Line& line) const {
  line.main->setPen(line.style.pen());
  line.raw->setPen(line.style.faintPen());
  line.chip->setCurveStyle(line.style);
}

void CurvePlot::restyle() {
  plot_->setBackground(QBrush(tokens::colour(Ink::surface)));
  const QPen faint(tokens::colour(Ink::line), 1);
  for (auto* axis : {plot_->xAxis, plot_->yAxis}) {
    axis->setTickLabelFont(tokens::numbers(tokens::Type::caption));
    axis->setTickLabelColor(tokens::colour(Ink::textMuted));
    axis->setBasePen(axis == plot_->xAxis ? faint : QPen(Qt::NoPen));
    axis->setTickPen(axis == plot_->xAxis ? faint : QPen(Qt::NoPen));
    axis->setSubTickPen(QPen(Qt::NoPen));
    axis->setTickLengthIn(0);
    axis->setTickLengthOut(axis == plot_->xAxis ? tokens::kSpace1 : 0);
    axis->setTickLabelPadding(tokens::kSpace1);
    axis->grid()->setPen(faint);
    axis->grid()->setZeroLinePen(faint);
  }
  plot_->xAxis->grid()->setVisible(false);
  for (auto& line : lines_) styleLine(line);
  legend_->update();
  update();
}

void CurvePlot::setEdits(const std::vector<Edit>& edits) {
  edits_ = edits;
  std::vector<double> steps;
  for (const auto& edit : edits_) steps.push_back(static_cast<double>(edit.step));
  marks_->setSteps(std::move(steps));
}

void CurvePlot::setRange(double lower, double upper) { plot_->xAxis->setRange(lower, upper); }

void CurvePlot::setLogX(bool on) {
  logX_ = on;
  plot_->xAxis->setScaleType(on ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
  static_cast<CurveTicker*>(plot_->xAxis->ticker().data())->setLogarithmic(on);
}

void CurvePlot::setLogY(bool on) {
  logY_ = on;
  fixedValues_.reset();
  plot_->yAxis->setScaleType(on ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
  static_cast<CurveTicker*>(plot_->yAxis->ticker().data())->setLogarithmic(on);
  for (auto& line : lines_) line.curve->setPositiveOnly(on);
}

void CurvePlot::setSmoothing(double weight) {
  smoothed_ = weight > 0;
  for (auto& line : lines_) line.curve->setSmoothing(weight);
}

void CurvePlot::setValueRange(std::optional<std::pair<double, double>> range) { fixedValues_ = range; }

std::pair<double, double> CurvePlot::valueRange() const { return {plot_->yAxis->range().lower, plot_->yAxis->range().upper}; }

/// Fits the smoothed lines, and as much of the raw ones as does not press those flat.
void CurvePlot::fitValues() {
  if (fixedValues_) {
    plot_->yAxis->setRange(fixedValues_->first, fixedValues_->second);
    return;
  }
  const auto x = plot_->xAxis->range();
  double low = INFINITY, high = -INFINITY, rawLow = INFINITY, rawHigh = -INFINITY;
  for (const auto& line : lines_) {
    if (!line.chip->isChecked()) continue;
    if (const auto range = line.curve->range(x.lower, x.upper, smoothed_)) {
      low = std::min(low, range->first);
      high = std::max(high, range->second);
    }
    if (const auto range = line.curve->range(x.lower, x.upper, false)) {
      rawLow = std::min(rawLow, range->first);
      rawHigh = std::max(rawHigh, range->second);
    }
  }
  if (low > high) return;
  if (logY_) {
    const double spread = std::max(std::log(high / low), 0.2);
    rawLow = std::max(rawLow, low * std::exp(-spread));
    rawHigh = std::min(rawHigh, high * std::exp(spread));
    plot_->yAxis->setRange(rawLow * std::exp(-0.06 * spread), rawHigh * std::exp(0.06 * spread));
    return;
  }
  const double spread = std::max({high - low, 1e-6 * std::max(std::abs(low), std::abs(high)), 1e-12});
  low = std::max(rawLow, low - 0.75 * spread);
  high = std::min(rawHigh, high + 0.75 * spread);
  for (const auto& guide : marks_->guides()) {   // a guide that is near belongs into the picture
    if (guide.value >= low - 0.5 * spread && guide.value <= high + 0.5 * spread) {
      low = std::min(low, guide.value);
      high = std::max(high, guide.value);
    }
  }
  const double pad = 0.06 * std::max(high - low, 1e-12);
  plot_->yAxis->setRange(low - pad, high + pad);
}

void CurvePlot::refresh(bool now) {
  std::vector<CurveMarks::Guide> guides;
  for (const auto& line : lines_) {
    if (!line.chip->isChecked()) continue;
    for (const auto& [name, value] : line.curve->info().guides) {
      const CurveMarks::Guide guide{told(name), value};
      if (std::find(guides.begin(), guides.end(), guide) == guides.end()) guides.push_back(guide);
    }
  }
  marks_->setGuides(std::move(guides));
  const bool empty = std::all_of(lines_.begin(), lines_.end(), [](const Line& line) { return line.curve->empty(); });
  marks_->setEmptyText(empty ? tr("Nothing measured yet") : QString());
  for (auto* axis : {plot_->xAxis, plot_->yAxis}) axis->setTickLabels(!empty);
  plot_->yAxis->grid()->setVisible(!empty);
  fitValues();

  const auto x = plot_->xAxis->range();
  const Window window{x.lower, x.upper, std::max(plot_->axisRect()->width(), 1), logX_};
  QVector<double> steps, values;
  for (auto& line : lines_) {
    const bool shown = line.chip->isChecked();
    line.main->setVisible(shown);
    line.raw->setVisible(shown && smoothed_);
    if (!shown) continue;
    line.curve->sample(window, smoothed_, steps, values);
    line.main->setData(steps, values, true);
    // A curve of a single point (a metric measured once) has no line to be seen by.
    line.main->setScatterStyle(line.curve->steps().size() <= 24 ? QCPScatterStyle(QCPScatterStyle::ssDisc, tokens::kSpace1) : QCPScatterStyle());
    if (!smoothed_) continue;
    line.curve->sample(window, false, steps, values);
    line.raw->setData(steps, values, true);
  }
  plot_->replot(now ? QCustomPlot::rpImmediateRefresh : QCustomPlot::rpQueuedReplot);
}

void CurvePlot::setCursor(std::optional<std::int64_t> step) {
  if (!step && !cursor_->shown()) return;
  std::vector<CurveCursor::Dot> dots;
  if (step) {
    for (const auto& line : lines_) {
      const auto index = line.curve->indexAt(static_cast<double>(*step));
      if (index && line.chip->isChecked()) dots.push_back({(smoothed_ ? line.curve->smoothed() : line.curve->values())[*index], line.style.colour()});
    }
  }
  cursor_->set(step ? std::optional(static_cast<double>(*step)) : std::nullopt, std::move(dots));
  plot_->layer(kCursorLayer)->replot();
}

void CurvePlot::setReadout(double step) {
  for (auto& line : lines_) {
    const auto index = line.curve->indexAt(step);
    line.chip->setValue(index ? shortNumber(line.curve->values()[*index]) : QStringLiteral("–"));
  }
}

double CurvePlot::stepAt(double x) const { return plot_->xAxis->pixelToCoord(x); }

QString CurvePlot::tooltipAt(double x) const {
  QStringList lines;
  for (const auto& edit : edits_) {
    if (std::abs(plot_->xAxis->coordToPixel(static_cast<double>(edit.step)) - x) <= kReach) lines << editText(edit);
  }
  constexpr int kMost = 12;   // a slider that was dragged leaves many edits close together
  if (lines.size() > kMost) {
    const auto more = lines.size() - kMost;
    lines = lines.mid(0, kMost);
    lines << tr("… and %n more", nullptr, static_cast<int>(more));
  }
  return lines.join(QLatin1Char('\n'));
}

std::vector<std::pair<QString, double>> CurvePlot::visibleGuides() const {
  std::vector<std::pair<QString, double>> result;
  for (const auto& guide : marks_->guides()) {
    if (plot_->yAxis->range().contains(guide.value)) result.emplace_back(guide.name, guide.value);
  }
  return result;
}

void CurvePlot::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(tokens::colour(Ink::line), 1));
  painter.setBrush(tokens::colour(Ink::surface));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens::kRadius, tokens::kRadius);
}

bool CurvePlot::eventFilter(QObject* watched, QEvent* event) {
  if (watched != plot_) return QWidget::eventFilter(watched, event);
  switch (event->type()) {
    case QEvent::MouseButtonPress: return press(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove: return move(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease: return release(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonDblClick: emit fitRequested(); return true;
    case QEvent::Leave: emit left(); return false;
    case QEvent::Resize: QMetaObject::invokeMethod(this, [this] { refresh(); }, Qt::QueuedConnection); return false;
    case QEvent::Wheel: {
      const auto& wheel = *static_cast<QWheelEvent*>(event);
      if (std::abs(wheel.angleDelta().x()) > std::abs(wheel.angleDelta().y())) {
        emit panned(-wheel.angleDelta().x() / 1200.0);
      } else if (wheel.angleDelta().y() != 0) {
        emit zoomed(std::pow(0.8, wheel.angleDelta().y() / 120.0), stepAt(wheel.position().x()));
      }
      return true;
    }
    default: return false;
  }
}

bool CurvePlot::press(const QMouseEvent& event) {
  if (event.button() != Qt::LeftButton) return false;
  setFocus(Qt::MouseFocusReason);
  pressed_ = event.pos();
  dragX_ = event.position().x();
  drag_ = event.modifiers() & Qt::ShiftModifier ? Drag::box : Drag::maybe;
  if (drag_ == Drag::box) {
    if (!band_) band_ = new QRubberBand(QRubberBand::Rectangle, plot_);
    band_->setGeometry(QRect(pressed_, QSize()));
    band_->show();
  }
  return true;
}

bool CurvePlot::move(const QMouseEvent& event) {
  const double x = event.position().x();
  if (drag_ == Drag::maybe && (event.pos() - pressed_).manhattanLength() > kClick) {
    drag_ = Drag::pan;
    plot_->setCursor(Qt::ClosedHandCursor);
  }
  if (drag_ == Drag::box) {
    band_->setGeometry(QRect(pressed_, event.pos()).normalized() & plot_->axisRect()->rect());
  } else if (drag_ == Drag::pan) {
    emit panned((dragX_ - x) / std::max(plot_->axisRect()->width(), 1));
    dragX_ = x;
  } else {
    emit hovered(stepAt(x));
    const QString tip = tooltipAt(x);
    if (!tip.isEmpty()) QToolTip::showText(event.globalPosition().toPoint(), tip, plot_);
    else if (QToolTip::isVisible()) QToolTip::hideText();
  }
  return true;
}

bool CurvePlot::release(const QMouseEvent& event) {
  if (event.button() != Qt::LeftButton) return false;
  const auto drag = std::exchange(drag_, Drag::none);
  plot_->unsetCursor();
  if (drag == Drag::maybe) emit clicked(stepAt(event.position().x()));
  if (drag == Drag::box) {
    band_->hide();
    takeBox(QRect(pressed_, event.pos()).normalized() & plot_->axisRect()->rect());
  }
  return true;
}

void CurvePlot::takeBox(const QRect& box) {
  if (box.width() < 2 * kClick) return;
  if (box.height() >= 2 * kClick) setValueRange(std::pair(plot_->yAxis->pixelToCoord(box.bottom()), plot_->yAxis->pixelToCoord(box.top())));
  emit boxed(stepAt(box.left()), stepAt(box.right()));
}

void CurvePlot::render(QCPPainter& painter, const QSize& size) const {
  const QFontMetrics metrics(tokens::font(tokens::Type::caption));
  const int header = tokens::kSpace6;
  double x = tokens::kSpace3;
  painter.setFont(tokens::font(tokens::Type::strong));
  painter.setPen(tokens::colour(Ink::text));
  const auto write = [&](const QString& text) {
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(text);
    painter.drawText(QRectF(x, 0, width + 1, header), Qt::AlignVCenter, text);
    x += width + tokens::kSpace4;
  };
  write(title());
  painter.setFont(tokens::font(tokens::Type::caption));
  for (const auto& line : lines_) {
    if (!line.chip->isChecked()) continue;
    paintLineSample(painter, QRectF(x, 0, tokens::kSpace6, header), line.style);
    x += tokens::kSpace6 + tokens::kSpace1;
    painter.setPen(tokens::colour(Ink::text));
    write(line.chip->text());
  }
  painter.save();
  painter.translate(0, header);
  plot_->toPainter(&painter, size.width(), size.height() - header);
  painter.restore();
}

}  // namespace ganvas::ui
