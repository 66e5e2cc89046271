#include "ui/train/loss_curves.hpp"

#include <QAction>
#include <QGridLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/words.hpp"
#include "ui/shell/theme.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/curve_data.hpp"
#include "ui/train/curve_plot.hpp"
#include "ui/train/curve_style.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

constexpr int kPlotWidth = 420;          // least width of a plot where they stand side by side, px at 1×
constexpr int kPlotHeight = 200;         // least height of a plot in the stack, px at 1×
constexpr double kFewestSteps = 4;       // closest zoom

}  // namespace

LossCurves::LossCurves(Bridge& bridge, QWidget* parent) : QWidget(parent), bridge_(bridge) {
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Live curves"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(tokens::kSpace3, tokens::kSpace1, tokens::kSpace3, tokens::kSpace1);
  layout->setSpacing(tokens::kSpace2);
  layout->addWidget(buildToolbar());

  empty_ = new InkLabel(Ink::textMuted, tokens::Type::body, this);
  empty_->setText(tr("Losses and other curves appear here when a run starts."));
  empty_->setAlignment(Qt::AlignCenter);
  empty_->setWordWrap(true);
  scroll_ = new QScrollArea(this);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setWidgetResizable(true);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  auto* inside = new QWidget(scroll_);
  stack_ = new QGridLayout(inside);
  stack_->setContentsMargins(0, 0, 0, 0);
  stack_->setSpacing(tokens::kSpace2);
  scroll_->setWidget(inside);
  layout->addWidget(empty_, 1);
  layout->addWidget(scroll_, 1);
  info_ = new InkLabel(Ink::textMuted, tokens::Type::caption, this);
  info_->setWordWrap(true);
  info_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  layout->addWidget(info_);

  tick_.setSingleShot(true);
  connect(&tick_, &QTimer::timeout, this, &LossCurves::replotNow);
  connect(&Theme::instance(), &Theme::changed, this, &LossCurves::restyle);
  connect(&bridge_, &Bridge::sessionStarted, this, &LossCurves::startSession);
  connect(&bridge_, &Bridge::recordOpened, this, [this](const RunRecord& record) {
    clear();
    setSeries(record.series);
    addRecord(record);
  });
  connect(&bridge_, &Bridge::scalarsArrived, this, &LossCurves::addScalars);
  connect(&bridge_, &Bridge::editsArrived, this, &LossCurves::addEdits);
  connect(&bridge_, &Bridge::statusChanged, this, [this](const SessionStatus& status) {
    if (status.step < statusStep_) dropAfter(status.step);   // the run was set back
    statusStep_ = status.step;
  });
  restyle();
  setSmoothing(smoothing_);
  clear();
  if (bridge_.session()) startSession();
}

LossCurves::~LossCurves() = default;

void LossCurves::startSession() {
  clear();
  if (!bridge_.session()) return;
  setSeries(bridge_.session()->series());
  // A resumed run has a past, which its session does not tell; a new one has none, and then this finds nothing.
  bridge_.follow<RunRecord>(bridge_.engine().openRun(bridge_.folder().toStdString()), this, [this, run = run_](Result<RunRecord> record) {
    if (run != run_ || !record.ok()) return;
    addRecord(*record);
    emit historyRead(*record);
  });
}

void LossCurves::addRecord(const RunRecord& record) {
  std::map<std::string, std::pair<std::vector<double>, std::vector<double>>> points;
  for (const auto& scalar : record.scalars) {
    auto& [steps, values] = points[scalar.tag];
    steps.push_back(static_cast<double>(scalar.step));
    values.push_back(scalar.value);
  }
  for (const auto& [name, data] : points) {
    const QString tag = from(name);
    if (!curves_.contains(tag)) addCurve(unknownSeries(tag));
    curves_[tag]->prepend(data.first, data.second);
  }
  std::vector<Edit> earlier;
  for (const auto& edit : record.edits) {
    const auto same = [&](const Edit& other) { return other.step == edit.step && other.key == edit.key && other.to == edit.to; };
    if (std::none_of(edits_.begin(), edits_.end(), same)) earlier.push_back(edit);
  }
  addEdits(earlier);
}

void LossCurves::clear() {
  ++run_;
  qDeleteAll(plots_);
  plots_.clear();
  curves_.clear();
  edits_.clear();
  cursor_.reset();
  hover_.reset();
  statusStep_ = 0;
  window_ = 0;
  const QSignalBlocker quiet(tabs_);
  while (tabs_->count() > 0) tabs_->removeTab(0);
  tabs_->addTab(tr("All"));
  scroll_->hide();
  empty_->show();
  explain({});
  setFollowing(true);
  refreshReadout();
}

void LossCurves::takeOver(const LossCurves& other) {
  clear();
  for (const auto* plot : other.plots_) {
    for (const auto& curve : plot->curves()) {
      addCurve(curve->info());
      setData(from(curve->info().tag), curve->steps(), curve->values());
    }
  }
  for (std::size_t i = 0; i < plots_.size(); ++i) plots_[i]->takeOverHidden(*other.plots_[i]);
  addEdits(other.edits_);
  setSmoothing(other.smoothing_);
  setLogX(other.logX_);
  setLogY(other.logY_);
  tabs_->setCurrentIndex(other.tabs_->currentIndex());
  statusStep_ = other.statusStep_;
  window_ = other.window_;
  setFollowing(other.following_);
  if (!following_) setRange(other.lower_, other.upper_);
  cursor_ = other.cursor_;
  explain({});
  refreshReadout();
}

void LossCurves::setSeries(const std::vector<SeriesInfo>& series) {
  for (const auto& info : series) addCurve(info);
  explain({});
  refresh();
}

CurvePlot* LossCurves::plotFor(const QString& group) {
  const auto found = std::find_if(plots_.begin(), plots_.end(), [&](CurvePlot* plot) { return plot->group() == group; });
  if (found != plots_.end()) return *found;
  auto* plot = new CurvePlot(group, scroll_->widget());
  plot->setFocusProxy(this);
  plot->setMinimumHeight(kPlotHeight);
  plot->setLogX(logX_);
  plot->setLogY(logY_);
  plot->setEdits(edits_);
  plots_.push_back(plot);   // in the order in which the run announces its curves
  tabs_->addTab(plot->title());
  connectPlot(plot);
  empty_->hide();
  scroll_->show();
  showGroup(tabs_->currentIndex());
  return plot;
}

void LossCurves::connectPlot(CurvePlot* plot) {
  connect(plot, &CurvePlot::panned, this, &LossCurves::panBy);
  connect(plot, &CurvePlot::zoomed, this, &LossCurves::zoomAt);
  connect(plot, &CurvePlot::boxed, this, [this](double lower, double upper) {
    setFollowing(false);
    setRange(lower, upper);
  });
  connect(plot, &CurvePlot::fitRequested, this, &LossCurves::fit);
  connect(plot, &CurvePlot::hovered, this, [this](double step) {
    hover_ = std::llround(std::clamp(step, firstStep(), lastStep()));
    refreshReadout();
  });
  connect(plot, &CurvePlot::left, this, [this] {
    hover_.reset();
    refreshReadout();
  });
  connect(plot, &CurvePlot::clicked, this, [this](double step) {
    const auto at = std::llround(std::clamp(step, firstStep(), lastStep()));
    setCursorStep(at);
    emit cursorStepChanged(at);
  });
  connect(plot, &CurvePlot::explained, this, &LossCurves::explain);
}

void LossCurves::explain(const QString& sentence) {
  info_->setText(!sentence.isEmpty() ? sentence : curves_.empty() ? QString() : tr("Point at a name to read what its curve means. Click a step to look back at it. Wheel: zoom. Drag: move. Shift and drag: zoom into a box. Double click or 0: everything."));
}

void LossCurves::addCurve(const SeriesInfo& info) {
  const QString tag = from(info.tag);
  if (curves_.contains(tag)) return;
  auto curve = std::make_shared<Curve>(info);
  const QString group = info.group.empty() ? QStringLiteral("Metrics") : from(info.group);
  curves_[tag] = curve;
  auto* plot = plotFor(group);
  plot->addCurve(curve);
  plot->setSmoothing(smoothing_);
}

/// A tag that the run did not announce is shown all the same: nothing that was logged is hidden.
SeriesInfo LossCurves::unknownSeries(const QString& tag) const {
  SeriesInfo info;
  info.tag = tag.toStdString();
  info.title = info.tag;
  info.group = tag.startsWith(QLatin1String("gradient/")) ? "Gradients" : tag.startsWith(QLatin1String("loss")) ? "Losses" : "Metrics";
  return info;
}

void LossCurves::addScalars(const std::vector<Scalar>& scalars) {
  for (const auto& scalar : scalars) {
    const QString tag = from(scalar.tag);
    auto found = curves_.find(tag);
    if (found == curves_.end()) {
      addCurve(unknownSeries(tag));
      found = curves_.find(tag);
    }
    found->second->append(static_cast<double>(scalar.step), scalar.value);
  }
  refresh();
}

void LossCurves::setData(const QString& tag, std::vector<double> steps, std::vector<double> values) {
  if (!curves_.contains(tag)) addCurve(unknownSeries(tag));
  curves_[tag]->setData(std::move(steps), std::move(values));
  refresh();
}

void LossCurves::addEdits(const std::vector<Edit>& edits) {
  edits_.insert(edits_.end(), edits.begin(), edits.end());
  std::stable_sort(edits_.begin(), edits_.end(), [](const Edit& a, const Edit& b) { return a.step < b.step; });
  for (auto* plot : plots_) plot->setEdits(edits_);
  refresh();
}

void LossCurves::dropAfter(std::int64_t step) {
  for (auto& [tag, curve] : curves_) curve->dropAfter(static_cast<double>(step));
  std::erase_if(edits_, [&](const Edit& edit) { return edit.step > step; });
  for (auto* plot : plots_) plot->setEdits(edits_);
  if (cursor_ && *cursor_ > step) clearCursor();
  refresh();
}

void LossCurves::showGroup(int tab) {
  for (std::size_t i = 0; i < plots_.size(); ++i) plots_[i]->setVisible(tab <= 0 || static_cast<int>(i) == tab - 1);
  arrange();
  refresh();
}

/// Side by side where there is room, in reading order.
void LossCurves::arrange() {
  std::vector<CurvePlot*> shown;
  std::copy_if(plots_.begin(), plots_.end(), std::back_inserter(shown), [](CurvePlot* plot) { return !plot->isHidden(); });
  const int most = std::max(1, width() / kPlotWidth);
  const int columns = std::clamp(static_cast<int>(shown.size()), 1, most);
  while (stack_->count() > 0) delete stack_->takeAt(0);
  for (int i = 0; i < static_cast<int>(shown.size()); ++i) stack_->addWidget(shown[static_cast<std::size_t>(i)], i / columns, i % columns);
  for (int i = 0; i < stack_->columnCount(); ++i) stack_->setColumnStretch(i, i < columns ? 1 : 0);
  const int rows = (static_cast<int>(shown.size()) + columns - 1) / columns;
  for (int i = 0; i < stack_->rowCount(); ++i) stack_->setRowStretch(i, i < rows ? 1 : 0);
}

double LossCurves::firstStep() const {
  double first = INFINITY;
  for (const auto& [tag, curve] : curves_) {
    if (!curve->empty()) first = std::min(first, curve->steps().front());
  }
  return std::isfinite(first) ? first : 0;
}

double LossCurves::lastStep() const {
  double last = 0;
  for (const auto& [tag, curve] : curves_) last = std::max(last, curve->lastStep());
  return std::max(last, firstStep());
}

void LossCurves::setRange(double lower, double upper) {
  if (logX_) lower = std::max(lower, 0.5);
  if (!(upper > lower)) upper = lower + 1;
  lower_ = lower;
  upper_ = upper;
  for (auto* plot : plots_) plot->setRange(lower, upper);
  refresh();
}

void LossCurves::followEnd() {
  const double last = std::max(lastStep(), firstStep() + 1);
  double lower = window_ > 0 ? last - window_ : firstStep();
  if (logX_) lower = std::max(lower, 1.0);
  lower_ = lower;
  upper_ = last;
  for (auto* plot : plots_) plot->setRange(lower_, upper_);
}

void LossCurves::panBy(double fraction) {
  setFollowing(false);
  if (logX_) {
    const double factor = std::pow(upper_ / lower_, fraction);
    setRange(lower_ * factor, upper_ * factor);
  } else {
    const double by = fraction * (upper_ - lower_);
    setRange(lower_ + by, upper_ + by);
  }
}

void LossCurves::zoomAt(double factor, double anchor) {
  if (logX_) {
    setFollowing(false);
    anchor = std::max(anchor, lower_);
    setRange(anchor * std::pow(lower_ / anchor, factor), anchor * std::pow(upper_ / anchor, factor));
    return;
  }
  const double whole = std::max(lastStep() - firstStep(), 1.0);
  const double width = std::clamp((upper_ - lower_) * factor, kFewestSteps, 4 * whole);
  if (following_) {   // the end stays where it is: zooming looks closer at the newest steps
    window_ = width >= whole ? 0 : width;
    followEnd();
    refresh();
    return;
  }
  const double share = (anchor - lower_) / (upper_ - lower_);
  setRange(anchor - share * width, anchor + (1 - share) * width);
}

void LossCurves::setFollowing(bool on) {
  {
    const QSignalBlocker quiet(follow_);
    follow_->setChecked(on);
  }
  if (on == following_) return;
  following_ = on;
  if (on) refresh();
  emit followingChanged(on);
}

void LossCurves::fit() {
  window_ = 0;
  for (auto* plot : plots_) plot->setValueRange(std::nullopt);
  setFollowing(true);
  refresh();
}

void LossCurves::setSmoothing(double weight) {
  smoothing_ = std::clamp(weight, 0.0, 0.999);
  for (auto* plot : plots_) plot->setSmoothing(smoothing_);
  showSmoothing();
  refresh();
}

void LossCurves::setLogX(bool on) {
  logX_ = on;
  logXAction_->setChecked(on);
  for (auto* plot : plots_) plot->setLogX(on);
  if (!following_) setRange(lower_, upper_);
  refresh();
}

void LossCurves::setLogY(bool on) {
  logY_ = on;
  logYAction_->setChecked(on);
  for (auto* plot : plots_) plot->setLogY(on);
  refresh();
}

void LossCurves::setCursorStep(std::int64_t step) {
  cursor_ = step;
  refreshReadout();
}

void LossCurves::clearCursor() {
  cursor_.reset();
  refreshReadout();
}

void LossCurves::refreshReadout() {
  const auto at = hover_ ? hover_ : cursor_;
  const double step = at ? static_cast<double>(*at) : lastStep();
  step_->setText(curves_.empty() ? QString() : tr("Step %1").arg(stepNumber(std::llround(step))));
  for (auto* plot : plots_) {
    plot->setReadout(step);
    if (plot->isVisible()) plot->setCursor(at);
  }
}

void LossCurves::refresh() {
  if (isVisible() && !tick_.isActive()) tick_.start(kSoonMs);
}

void LossCurves::replotNow() {
  tick_.stop();
  if (following_) followEnd();
  for (auto* plot : plots_) {
    if (plot->isVisible() && !plot->visibleRegion().isEmpty()) plot->refresh(true);
  }
  refreshReadout();
}

void LossCurves::showEvent(QShowEvent*) { refresh(); }
/// Beside a second run there is little room: the curves themselves come first.
void LossCurves::resizeEvent(QResizeEvent*) {
  constexpr int kRoomy = 480;
  for (QWidget* extra : {static_cast<QWidget*>(smoothingLabel_), static_cast<QWidget*>(smoothingSlider_), static_cast<QWidget*>(info_)}) extra->setVisible(width() >= kRoomy);
  arrange();
}

void LossCurves::keyPressEvent(QKeyEvent* event) {
  const auto moveCursor = [&](int by) {
    const auto at = std::clamp<std::int64_t>(cursor_.value_or(std::llround(lastStep())) + by, std::llround(firstStep()), std::llround(lastStep()));
    setCursorStep(at);
    emit cursorStepChanged(at);
  };
  const int stride = std::max(1, static_cast<int>((upper_ - lower_) / 100));
  const bool shift = event->modifiers() & Qt::ShiftModifier;
  switch (event->key()) {
    case Qt::Key_0: fit(); break;
    case Qt::Key_Left: shift ? panBy(-0.1) : moveCursor(-stride); break;
    case Qt::Key_Right: shift ? panBy(0.1) : moveCursor(stride); break;
    case Qt::Key_Plus: case Qt::Key_Equal: zoomAt(0.8, cursor_ ? static_cast<double>(*cursor_) : (lower_ + upper_) / 2); break;
    case Qt::Key_Minus: zoomAt(1.25, cursor_ ? static_cast<double>(*cursor_) : (lower_ + upper_) / 2); break;
    case Qt::Key_Escape:
      clearCursor();
      emit cursorCleared();
      break;
    default: QWidget::keyPressEvent(event);
  }
}

void LossCurves::restyle() {
  info_->setMinimumHeight(2 * QFontMetrics(tokens::font(tokens::Type::caption)).lineSpacing());
  for (auto* plot : plots_) plot->restyle();
  refresh();
}

std::vector<CurvePlot*> LossCurves::plots() const { return plots_; }

const Curve* LossCurves::curve(const QString& tag) const {
  const auto found = curves_.find(tag);
  return found == curves_.end() ? nullptr : found->second.get();
}

}  // namespace ganvas::ui
