#include "ui/games/game_curves.hpp"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <algorithm>

#include "ui/shell/theme.hpp"
#include "ui/train/curve_data.hpp"
#include "ui/train/curve_plot.hpp"
#include "ui/train/parameter_editors.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;

/// The first values of a way, as many as are shown; one step more costs one point.
void growTo(Curve& curve, const std::vector<double>& values, std::size_t count) {
  count = std::min(count, values.size());
  if (curve.steps().size() > count) curve.setData({}, {});
  for (auto i = curve.steps().size(); i < count; ++i) curve.append(static_cast<double>(i), values[i]);
}

}  // namespace

GameCurves::GameCurves(QWidget* parent) : QWidget(parent), column_(new QVBoxLayout(this)) {
  column_->setContentsMargins(0, 0, 0, 0);
  column_->setSpacing(kSpace2);
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  distance_ = new SegmentButton(tr("Distance"), SegmentButton::Place::first, this);
  players_ = new SegmentButton(tr("x and y"), SegmentButton::Place::last, this);
  distance_->setToolTip(tr("How far the pair is from the equilibrium"));
  players_->setToolTip(tr("Where each of the two players is"));
  auto* both = new QButtonGroup(this);
  both->addButton(distance_);
  both->addButton(players_);
  distance_->setChecked(true);
  connect(players_, &QAbstractButton::toggled, this, [this](bool on) { show(on ? Shown::players : Shown::distance); });
  row->addWidget(distance_);
  row->addWidget(players_);
  row->addStretch();
  column_->addLayout(row);
  connect(&Theme::instance(), &Theme::changed, this, [this] {
    if (!plot_) return;
    plot_->restyle();
    plot_->refresh();
  });
}

GameCurves::~GameCurves() = default;

void GameCurves::show(Shown shown) {
  (shown == Shown::players ? players_ : distance_)->setChecked(true);
  if (std::exchange(shown_, shown) != shown) rebuild();
}

void GameCurves::setWays(const std::vector<GameWay>& ways) {
  const bool same = plot_ && std::equal(ways.begin(), ways.end(), ways_.begin(), ways_.end(), [](const auto& a, const auto& b) { return a.name == b.name; });
  ways_ = ways;
  if (!same) return rebuild();
  for (auto& curve : curves_) curve->setData({}, {});
  grow();
}

void GameCurves::add(const QString& tag, const QString& title, Role role, const QString& sentence) {
  SeriesInfo info;
  info.tag = tag.toStdString(), info.title = title.toStdString(), info.role = role, info.sentence = sentence.toStdString();
  curves_.push_back(std::make_shared<Curve>(info));
  plot_->addCurve(curves_.back());
}

void GameCurves::rebuild() {
  delete std::exchange(plot_, nullptr);
  curves_.clear();
  const bool distance = shown_ == Shown::distance;
  plot_ = new CurvePlot(distance ? tr("Distance to the equilibrium") : tr("Both players"), this);
  column_->addWidget(plot_, 1);
  connect(plot_, &CurvePlot::clicked, this, &GameCurves::stepChosen);
  if (distance) {
    for (std::size_t i = 0; i < ways_.size(); ++i) add(QStringLiteral("distance%1").arg(i), ways_[i].name, Role::none, tr("How far the pair is from the equilibrium; the axis is logarithmic"));
    for (std::size_t i = 0; i < ways_.size(); ++i) plot_->setCurveStyle(i, ways_[i].style);
  } else if (!ways_.empty()) {
    add(QStringLiteral("x"), QStringLiteral("x"), Role::generator, tr("Player one, the generator"));
    add(QStringLiteral("y"), QStringLiteral("y"), Role::discriminator, tr("Player two, the discriminator"));
  }
  plot_->setSmoothing(0);
  plot_->setLogY(distance);
  grow();
}

const std::vector<double>& GameCurves::valuesOf(std::size_t curve) const {
  if (shown_ == Shown::distance) return ways_[curve].track.distance;
  return curve == 0 ? ways_.front().track.x : ways_.front().track.y;
}

void GameCurves::grow() {
  if (!plot_) return;
  std::size_t longest = 1;
  for (const auto& way : ways_) longest = std::max(longest, way.track.x.size());
  plot_->setRange(0, std::max<double>(1, static_cast<double>(longest) - 1));
  for (std::size_t i = 0; i < curves_.size(); ++i) growTo(*curves_[i], valuesOf(i), static_cast<std::size_t>(step_) + 1);
  plot_->setReadout(step_);
  plot_->refresh();
}

void GameCurves::setStep(double step) {
  const bool moved = static_cast<std::int64_t>(step) != static_cast<std::int64_t>(step_);
  step_ = std::max(0.0, step);
  if (moved) grow();
}

}  // namespace ganvas::ui
