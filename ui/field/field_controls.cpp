#include "ui/field/field_controls.hpp"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>
#include <array>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/session_state.hpp"
#include "ui/field/field_player.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/theme.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/elided_label.hpp"
#include "ui/train/run_controls.hpp"

namespace ganvas::ui {
namespace {

constexpr int kPrimaryWidth = 112, kSpeedWidth = 84, kSpeedText = 64;   // px
constexpr std::array kSpeeds{1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 0.0};   // rounds a second; 0: all that the machine can

QString speedText(double speed) { return speed > 0 ? FieldControls::tr("%1 a second").arg(QLocale().toString(speed)) : FieldControls::tr("full speed"); }

}  // namespace

FieldControls::FieldControls(Bridge& bridge, FieldPlayer& player, QWidget* parent) : QWidget(parent), bridge_(bridge), player_(player) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(tokens::kSpace4, tokens::kSpace2, tokens::kSpace4, tokens::kSpace2);
  row->setSpacing(tokens::kSpace1);
  primary_ = new QPushButton(this);
  setVariant(primary_, Variant::primary);
  primary_->setFixedSize(kPrimaryWidth, tokens::kControlHeight + tokens::kSpace2);
  primary_->setFont(tokens::font(tokens::Type::strong));
  row->addWidget(primary_);
  row->addSpacing(tokens::kSpace2);
  const auto add = [&](const QString& icon, const QString& text, const QString& tip) {
    auto* made = button(icon, text, tip);
    row->addWidget(made);
    return made;
  };
  back_ = add(QStringLiteral("undo"), tr("Back"), tr("Goes back by one round, bit for bit. What came after it is forgotten."));
  round_ = add(QStringLiteral("step"), tr("Round"), tr("Trains one round: every update of the discriminator and one of the generator."));
  onlyD_ = add({}, tr("D only"), tr("A round in which the discriminator alone learns; the generator is held."));
  onlyG_ = add({}, tr("G only"), tr("A round in which the generator alone learns; the discriminator is held."));
  setVariant(onlyD_, Variant::discriminator);
  setVariant(onlyG_, Variant::generator);
  slow_ = add(QStringLiteral("eye"), tr("Slow motion"), tr("Plays the game phase by phase, with the formula of each and its present numbers."));
  slow_->setCheckable(true);
  reset_ = add(QStringLiteral("reset"), tr("Reset"), tr("Back to the same first weights; what was trained is kept as a run of its own."));
  row->addSpacing(tokens::kSpace3);
  speed_ = new QSlider(Qt::Horizontal, this);
  speed_->setRange(0, static_cast<int>(kSpeeds.size()) - 1);
  speed_->setValue(speed_->maximum());
  speed_->setPageStep(1);
  speed_->setFixedWidth(kSpeedWidth);
  speed_->setAccessibleName(tr("Speed"));
  speed_->setToolTip(tr("Rounds a second"));
  row->addWidget(speed_);
  speedText_ = InkLabel::numbers(Ink::textMuted, tokens::Type::caption, this);
  speedText_->setMinimumWidth(kSpeedText);
  row->addWidget(speedText_);
  row->addSpacing(tokens::kSpace2);
  compare_ = add(QStringLiteral("swap"), tr("Compare"), tr("A second run beside this one: the same target with other parameters, started together."));
  compare_->setCheckable(true);
  row->addSpacing(tokens::kSpace3);
  state_ = new ElidedLabel(Ink::textMuted, tokens::Type::caption, this, true);
  state_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  row->addWidget(state_, 1);

  connect(primary_, &QPushButton::clicked, this, [this] {
    if (player_.playing()) player_.pause();
    else if (player_.ready()) player_.play();
    else emit startRequested();
  });
  connect(round_, &QToolButton::clicked, &player_, &FieldPlayer::stepRound);
  connect(onlyD_, &QToolButton::clicked, this, [this] { player_.stepOnly(Role::discriminator); });
  connect(onlyG_, &QToolButton::clicked, this, [this] { player_.stepOnly(Role::generator); });
  connect(slow_, &QToolButton::toggled, &player_, &FieldPlayer::setSlow);
  connect(back_, &QToolButton::clicked, &player_, &FieldPlayer::back);
  connect(reset_, &QToolButton::clicked, &player_, &FieldPlayer::reset);
  connect(speed_, &QSlider::valueChanged, this, [this](int place) { player_.setSpeed(kSpeeds[static_cast<std::size_t>(place)]); });
  connect(compare_, &QToolButton::toggled, this, &FieldControls::comparingChanged);
  connect(&player_, &FieldPlayer::changed, this, &FieldControls::refresh);
  connect(&bridge_, &Bridge::sessionStarted, this, &FieldControls::refresh);
  connect(&Theme::instance(), &Theme::changed, this, &FieldControls::refresh);
  refresh();
}

QToolButton* FieldControls::button(const QString& icon, const QString& text, const QString& tip) {
  auto* made = new QToolButton(this);
  if (!icon.isEmpty()) made->setIcon(tokens::icon(icon));
  made->setText(text);
  made->setToolTip(tip);
  made->setToolButtonStyle(icon.isEmpty() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
  made->setFocusPolicy(Qt::TabFocus);
  made->setAccessibleName(text);
  setVariant(made, Variant::quiet);
  return made;
}

bool FieldControls::comparing() const { return compare_->isChecked(); }

void FieldControls::setComparing(bool on) { compare_->setChecked(on); }

void FieldControls::takeOver(const FieldControls& other) {
  speed_->setValue(other.speed_->value());
  const QSignalBlocker quiet(slow_);
  slow_->setChecked(player_.slow());
}

void FieldControls::refresh() {
  const bool playing = player_.playing(), ready = player_.ready();
  const auto text = playing ? tr("Pause") : ready ? tr("Play") : tr("Start");
  if (primary_->text() != text) {
    primary_->setText(text);
    primary_->setAccessibleName(text);
  }
  primary_->setIcon(tokens::icon(playing ? QStringLiteral("pause") : QStringLiteral("play"), Ink::onAccent));
  primary_->setToolTip(playing ? tr("Pauses after the current phase") : ready ? tr("Goes on training") : tr("Starts a run on this target with these parameters"));
  for (auto* step : {round_, back_, reset_}) step->setEnabled(ready);
  back_->setEnabled(ready && player_.step() > 0);
  for (auto* only : {onlyD_, onlyG_}) only->setEnabled(ready && player_.canHold());
  slow_->setEnabled(ready || player_.slow());
  speed_->setEnabled(!player_.slow());
  speedText_->setText(speedText(kSpeeds[static_cast<std::size_t>(speed_->value())]));
  if (!bridge_.session()) return state_->clear();
  const auto& status = bridge_.status();
  state_->setInk(status.state == SessionState::failed ? Ink::error : Ink::textMuted);
  state_->setText(activityText(status) + QStringLiteral("  ·  ") + tr("round %1").arg(QLocale().toString(static_cast<qlonglong>(status.step))));
}

}  // namespace ganvas::ui
