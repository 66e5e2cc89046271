#include "ui/games/game_transport.hpp"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "ui/shell/style.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/shell/tool_button.hpp"
#include "ui/train/curve_style.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
constexpr int kFrameMilliseconds = 16;
constexpr double kSlowest = 1, kFastest = 5000, kUsual = 30;   // steps a second
constexpr int kPaces = 100;                                    // of the slider

int paceOf(double speed) { return static_cast<int>(std::lround(kPaces * std::log(speed / kSlowest) / std::log(kFastest / kSlowest))); }
double speedOf(int pace) { return kSlowest * std::pow(kFastest / kSlowest, static_cast<double>(pace) / kPaces); }

}  // namespace

GameTransport::GameTransport(QWidget* parent) : QWidget(parent) {
  timer_.setInterval(kFrameMilliseconds);
  timer_.setTimerType(Qt::PreciseTimer);
  connect(&timer_, &QTimer::timeout, this, &GameTransport::tick);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kSpace1);
  time_ = new QSlider(Qt::Horizontal, this);
  time_->setAccessibleName(tr("Step"));
  time_->setToolTip(tr("Every step of the game"));
  connect(time_, &QSlider::valueChanged, this, [this](int value) {
    pause();
    goTo(value);
  });
  column->addWidget(time_);
  auto* row = new QHBoxLayout;
  row->setSpacing(kSpace1);
  column->addLayout(row);
  play_ = new QPushButton(this);
  setVariant(play_, Variant::primary);
  play_->setMinimumWidth(104);
  connect(play_, &QPushButton::clicked, this, &GameTransport::toggle);
  reset_ = toolButton(QStringLiteral("reset"), tr("Back to the start (Home)"), this);
  connect(reset_, &QToolButton::clicked, this, &GameTransport::reset);
  row->addWidget(play_);
  row->addSpacing(kSpace1);
  row->addWidget(reset_);
  row->addWidget(back_ = makeStep(-1));
  row->addWidget(forth_ = makeStep(1));
  label_ = InkLabel::numbers(Ink::textMuted, Type::body, this);
  row->addSpacing(kSpace2);
  row->addWidget(label_);
  row->addStretch();
  makeSpeed(row);
  setSpeed(kUsual);
  refresh();
}

QToolButton* GameTransport::makeStep(int by) {
  auto* button = by < 0 ? toolButton(QStringLiteral("step-back"), tr("One step back (←)"), this) : toolButton(QStringLiteral("step"), tr("One step (→)"), this);
  button->setAutoRepeat(true);
  connect(button, &QToolButton::clicked, this, [this, by] { stepBy(by); });
  return button;
}

void GameTransport::makeSpeed(QHBoxLayout* row) {
  auto* name = new InkLabel(Ink::textMuted, Type::body, this);
  name->setText(tr("Speed"));
  pace_ = new QSlider(Qt::Horizontal, this);
  pace_->setRange(0, kPaces);
  pace_->setFixedWidth(kSpace12 * 2);
  pace_->setAccessibleName(tr("Speed"));
  pace_->setToolTip(tr("How many steps are played a second"));
  paceLabel_ = InkLabel::numbers(Ink::textMuted, Type::caption, this);
  paceLabel_->setMinimumWidth(QFontMetrics(paceLabel_->font()).horizontalAdvance(tr("%1 a second").arg(QStringLiteral("5 000"))));
  name->setBuddy(pace_);
  connect(pace_, &QSlider::valueChanged, this, [this](int pace) { setSpeed(speedOf(pace)); });
  row->addWidget(name);
  row->addWidget(pace_);
  row->addWidget(paceLabel_);
}

void GameTransport::setLast(std::int64_t last) {
  const bool atEnd = last_ > 0 && step_ >= static_cast<double>(last_);
  last_ = std::max<std::int64_t>(0, last);
  {
    const QSignalBlocker quiet(time_);
    time_->setRange(0, static_cast<int>(last_));
    time_->setPageStep(std::max<int>(1, static_cast<int>(last_ / 20)));
  }
  goTo(atEnd ? static_cast<double>(last_) : step_);
}

void GameTransport::setSpeed(double speed) {
  speed_ = std::clamp(speed, kSlowest, kFastest);
  const QSignalBlocker quiet(pace_);
  pace_->setValue(paceOf(speed_));
  paceLabel_->setText(tr("%1 a second").arg(stepNumber(std::llround(speed_))));
}

void GameTransport::setPrimary(bool on) {
  setVariant(play_, on ? Variant::primary : Variant::plain);
  refresh();
}

void GameTransport::goTo(double step) {
  step_ = std::clamp(step, 0.0, static_cast<double>(last_));
  refresh();
  emit moved(step_);
}

void GameTransport::play() {
  if (playing() || last_ == 0) return;
  if (step_ >= static_cast<double>(last_)) goTo(0);
  clock_.start();
  timer_.start();
  refresh();
  emit playingChanged(true);
}

void GameTransport::pause() {
  if (!playing()) return;
  timer_.stop();
  goTo(std::floor(step_));
  emit playingChanged(false);
}

void GameTransport::toggle() {
  if (playing()) pause();
  else play();
}

void GameTransport::stepBy(int steps) {
  pause();
  goTo(std::floor(step_) + steps);
}

void GameTransport::reset() {
  pause();
  goTo(0);
}

void GameTransport::tick() {
  const double next = step_ + speed_ * static_cast<double>(clock_.restart()) / 1000;
  goTo(next);
  if (step_ >= static_cast<double>(last_)) pause();
}

void GameTransport::refresh() {
  {
    const QSignalBlocker quiet(time_);
    time_->setValue(static_cast<int>(step_));
  }
  play_->setText(playing() ? tr("Pause") : tr("Play"));
  play_->setIcon(tokens::icon(playing() ? QStringLiteral("pause") : QStringLiteral("play"), variantOf(play_) == Variant::primary ? Ink::onAccent : Ink::text));
  play_->setToolTip(playing() ? tr("Pause (Space)") : tr("Play (Space)"));
  play_->setEnabled(last_ > 0);
  time_->setEnabled(last_ > 0);
  reset_->setEnabled(step_ > 0);
  back_->setEnabled(step_ > 0);
  forth_->setEnabled(step_ < static_cast<double>(last_));
  label_->setText(tr("Step %1 of %2").arg(stepNumber(static_cast<std::int64_t>(step_)), stepNumber(last_)));
}

}  // namespace ganvas::ui
