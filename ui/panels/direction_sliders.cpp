#include "ui/panels/direction_sliders.hpp"

#include <QGridLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <algorithm>
#include <cmath>

#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

constexpr int kPerDeviation = 20;   // slider positions
constexpr int kReach = 3;           // standard deviations to each side: beyond, hardly any latent lies
constexpr std::size_t kMost = 16;   // the later ones move next to nothing

}  // namespace

DirectionSliders::DirectionSliders(QWidget* parent) : QWidget(parent) {
  grid_ = new QGridLayout(this);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(tokens::kSpace2);
  grid_->setVerticalSpacing(tokens::kSpace1);
  grid_->setColumnStretch(1, 1);
}

DirectionSliders::Row DirectionSliders::makeRow(int index) {
  Row row;
  row.name = InkLabel::numbers(Ink::textMuted, tokens::Type::body, this);
  row.slider = new QSlider(Qt::Horizontal, this);
  row.slider->setRange(-kReach * kPerDeviation, kReach * kPerDeviation);
  row.slider->setPageStep(kPerDeviation / 2);
  row.slider->setMinimumWidth(tokens::kSpace12);
  row.slider->setAccessibleName(tr("Direction %1").arg(index + 1));
  row.slider->setToolTip(tr("Moves the picture along direction %1 of what the generator varies most, in standard deviations (GANSpace, Härkönen et al. 2020).").arg(index + 1));
  row.value = InkLabel::numbers(Ink::text, tokens::Type::body, this);
  row.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  row.value->setMinimumWidth(QFontMetrics(tokens::numbers()).horizontalAdvance(QStringLiteral("−0.00 σ")));
  grid_->addWidget(row.name, index, 0);
  grid_->addWidget(row.slider, index, 1);
  grid_->addWidget(row.value, index, 2);
  connect(row.slider, &QSlider::valueChanged, this, [this, index] {
    showValue(index);
    emit changed();
  });
  return row;
}

void DirectionSliders::setShares(const std::vector<double>& shares) {
  const std::size_t wanted = std::min(shares.size(), kMost);
  for (; rows_.size() > wanted; rows_.pop_back()) {
    for (QWidget* part : {static_cast<QWidget*>(rows_.back().name), static_cast<QWidget*>(rows_.back().slider), static_cast<QWidget*>(rows_.back().value)}) delete part;
  }
  while (rows_.size() < wanted) {
    rows_.push_back(makeRow(static_cast<int>(rows_.size())));
    showValue(static_cast<int>(rows_.size()) - 1);
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_[i].name->setText(tr("%1 · %2 %").arg(i + 1).arg(QString::number(100 * shares[i], 'f', 1)));
    rows_[i].name->setToolTip(tr("Direction %1 holds %2 % of the variance of the first layer's activations.").arg(i + 1).arg(QString::number(100 * shares[i], 'f', 1)));
  }
}

std::vector<double> DirectionSliders::offsets() const {
  std::vector<double> result;
  for (const auto& row : rows_) result.push_back(static_cast<double>(row.slider->value()) / kPerDeviation);
  if (std::all_of(result.begin(), result.end(), [](double offset) { return offset == 0; })) result.clear();
  return result;
}

void DirectionSliders::setOffset(int direction, double deviations) {
  if (direction >= 0 && direction < count()) rows_[static_cast<std::size_t>(direction)].slider->setValue(static_cast<int>(std::lround(deviations * kPerDeviation)));
}

void DirectionSliders::reset() {
  for (int i = 0; i < count(); ++i) {
    const QSignalBlocker quiet(rows_[static_cast<std::size_t>(i)].slider);
    setOffset(i, 0);
    showValue(i);
  }
  emit changed();
}

void DirectionSliders::showValue(int index) {
  const auto& row = rows_[static_cast<std::size_t>(index)];
  const double value = static_cast<double>(row.slider->value()) / kPerDeviation;
  row.value->setText(tr("%1 σ").arg(QString::number(value, 'f', 2).replace(QLatin1Char('-'), QChar(0x2212))));
}

}  // namespace ganvas::ui
