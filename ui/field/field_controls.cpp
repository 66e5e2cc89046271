#include "ui/field/field_controls.hpp"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>
#include <array>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/run_pair.hpp"
#include "ui/field/field_player.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/theme.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/shell/tool_button.hpp"
#include "ui/train/elided_label.hpp"
#include "ui/train/run_controls.hpp"

namespace ganvas::ui {
namespace {

constexpr int kPrimaryWidth = 104, kSpeedWidth = 72, kSpeedText = 76;   // px
constexpr std::array kSpeeds{1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 0.0};   // rounds a second; 0: all that the machine can

QString speedText(double speed) { return speed > 0 ? FieldControls::tr("%1 a second").arg(QLocale().toString(speed)) : FieldControls::tr("full speed"); }

}  // namespace

FieldControls::FieldControls(RunPair& pair, FieldPlayer& player, QWidget* parent) : QWidget(parent), pair_(pair), player_(player), row_(new QHBoxLayout(this)) {
  row_->setContentsMargins(tokens::kSpace4, tokens::kSpace2, tokens::kSpace4, tokens::kSpace2);
  row_->setSpacing(tokens::kSpace1);
  primary_ = new QPushButton(this);
  primary_->setFixedSize(kPrimaryWidth, tokens::kControlHeight + tokens::kSpace2);
  primary_->setFont(tokens::font(tokens::Type::strong));
  row_->addWidget(primary_);
  row_->addSpacing(tokens::kSpace1);
  back_ = add(QStringLiteral("step-back"), tr("Back by one round, bit for bit; what came after it is forgotten"));
  round_ = add(QStringLiteral("step"), tr("Train one round, then pause"));
  phase_ = add(QStringLiteral("chevron-right"), tr("Train one phase of the round, then pause"));
  onlyD_ = addPlayer(QStringLiteral("D"), tr("A round in which the discriminator alone learns; the generator is held"));
  onlyG_ = addPlayer(QStringLiteral("G"), tr("A round in which the generator alone learns; the discriminator is held"));
  setVariant(onlyD_, Variant::discriminator);
  setVariant(onlyG_, Variant::generator);
  slow_ = add(QStringLiteral("eye"), tr("Slow motion: phase by phase, with the formula of each and its present numbers"));
  slow_->setCheckable(true);
  reset_ = add(QStringLiteral("reset"), tr("Back to the same initial weights"));
  stop_ = add(QStringLiteral("stop"), tr("End the run; it is saved"));
  addSpeed();
  state_ = new ElidedLabel(Ink::textMuted, tokens::Type::caption, this, true);
  state_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  row_->addWidget(state_, 1);
  row_->addSpacing(tokens::kSpace2);
  compare_ = add(QStringLiteral("swap"), tr("A second run beside this one: the same data with other parameters, started together"));
  compare_->setCheckable(true);
  side_ = add(QStringLiteral("sliders"), tr("Layers and numbers beside the plane"));
  side_->setCheckable(true);
  side_->setChecked(true);
  connectButtons();
  refresh();
}

QToolButton* FieldControls::add(const QString& icon, const QString& tip) {
  auto* made = toolButton(icon, tip, this);
  made->setFocusPolicy(Qt::TabFocus);
  row_->addWidget(made);
  return made;
}

QToolButton* FieldControls::addPlayer(const QString& letter, const QString& tip) {
  auto* made = add({}, tip);
  made->setText(letter);
  made->setToolButtonStyle(Qt::ToolButtonTextOnly);
  return made;
}

void FieldControls::addSpeed() {
  row_->addSpacing(tokens::kSpace2);
  speed_ = new QSlider(Qt::Horizontal, this);
  speed_->setRange(0, static_cast<int>(kSpeeds.size()) - 1);
  speed_->setValue(speed_->maximum());
  speed_->setPageStep(1);
  speed_->setFixedWidth(kSpeedWidth);
  speed_->setAccessibleName(tr("Speed"));
  speed_->setToolTip(tr("Rounds a second"));
  row_->addWidget(speed_);
  row_->addSpacing(tokens::kSpace1);
  speedText_ = InkLabel::numbers(Ink::textMuted, tokens::Type::caption, this);
  speedText_->setFixedWidth(kSpeedText);
  row_->addWidget(speedText_);
}

void FieldControls::connectButtons() {
  connect(primary_, &QPushButton::clicked, this, [this] {
    if (player_.playing()) player_.pause();
    else if (player_.ready()) player_.play();
    else emit startRequested();
  });
  connect(round_, &QToolButton::clicked, &player_, &FieldPlayer::stepRound);
  connect(phase_, &QToolButton::clicked, &player_, &FieldPlayer::stepPhase);
  connect(onlyD_, &QToolButton::clicked, this, [this] { player_.stepOnly(Role::discriminator); });
  connect(onlyG_, &QToolButton::clicked, this, [this] { player_.stepOnly(Role::generator); });
  connect(slow_, &QToolButton::toggled, &player_, &FieldPlayer::setSlow);
  connect(back_, &QToolButton::clicked, &player_, &FieldPlayer::back);
  connect(reset_, &QToolButton::clicked, &player_, &FieldPlayer::reset);
  connect(stop_, &QToolButton::clicked, this, &FieldControls::stopRequested);
  connect(speed_, &QSlider::valueChanged, this, [this](int place) { player_.setSpeed(kSpeeds[static_cast<std::size_t>(place)]); });
  connect(compare_, &QToolButton::toggled, this, &FieldControls::comparingChanged);
  connect(side_, &QToolButton::toggled, this, &FieldControls::sideToggled);
  connect(&player_, &FieldPlayer::changed, this, &FieldControls::refresh);
  for (const auto signal : {&Bridge::sessionStarted, &Bridge::modelChanged}) connect(&pair_.first(), signal, this, &FieldControls::refresh);
  connect(&pair_.first(), &Bridge::recordOpened, this, &FieldControls::refresh);
  connect(&Theme::instance(), &Theme::changed, this, &FieldControls::refresh);
}

void FieldControls::setStartOffered(bool offered) {
  startOffered_ = offered;
  refresh();
}

bool FieldControls::comparing() const { return compare_->isChecked(); }

void FieldControls::setComparing(bool on) { compare_->setChecked(on); }

bool FieldControls::sideShown() const { return side_->isChecked(); }

void FieldControls::setSideShown(bool shown) { side_->setChecked(shown); }

void FieldControls::setSideOffered(bool offered) { side_->setVisible(offered); }

void FieldControls::takeOver(const FieldControls& other) {
  speed_->setValue(other.speed_->value());
  side_->setChecked(other.side_->isChecked());
  compare_->setChecked(other.compare_->isChecked());
}

void FieldControls::refresh() {
  const bool playing = player_.playing(), ready = player_.ready();
  const auto text = playing ? tr("Pause") : ready || !startOffered_ ? tr("Play") : tr("Start");
  if (primary_->text() != text) {
    primary_->setText(text);
    primary_->setAccessibleName(text);
  }
  setVariant(primary_, startOffered_ && !playing ? Variant::primary : Variant::plain);
  primary_->setIcon(tokens::icon(playing ? QStringLiteral("pause") : QStringLiteral("play"), startOffered_ && !playing ? Ink::onAccent : Ink::text));
  primary_->setToolTip(playing ? tr("Pauses after the current phase") : ready || !startOffered_ ? tr("Goes on training") : tr("Starts a run on this target with these parameters"));
  primary_->setEnabled(playing || ready || startOffered_);
  for (auto* step : {round_, phase_, reset_, stop_}) step->setEnabled(ready);
  back_->setEnabled(ready && player_.step() > 0);
  for (auto* only : {onlyD_, onlyG_}) only->setEnabled(ready && player_.canHold());
  slow_->setEnabled(ready || player_.slow());
  if (slow_->isChecked() != player_.slow()) {
    const QSignalBlocker quiet(slow_);
    slow_->setChecked(player_.slow());
  }
  speed_->setEnabled(!player_.slow());
  speedText_->setText(speedText(kSpeeds[static_cast<std::size_t>(speed_->value())]));
  stop_->setVisible(startOffered_);
  compare_->setVisible(startOffered_);
  if (!pair_.session()) return state_->clear();
  const auto status = pair_.first().status();
  state_->setInk(status.state == SessionState::failed ? Ink::error : Ink::textMuted);
  state_->setText(activityText(status) + QStringLiteral("  ·  ") + tr("round %1").arg(QLocale().toString(static_cast<qlonglong>(status.step))));
}

}  // namespace ganvas::ui
