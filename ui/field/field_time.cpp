#include "ui/field/field_time.hpp"

#include <QHBoxLayout>
#include <algorithm>
#include <climits>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/run_pair.hpp"
#include "ui/field/field_player.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/curve_style.hpp"
#include "ui/train/ink_label.hpp"
#include "ui/train/time_track.hpp"

namespace ganvas::ui {
namespace {

constexpr int kSettleMs = 120;

}  // namespace

FieldTime::FieldTime(RunPair& pair, FieldPlayer& player, QWidget* parent)
    : QWidget(parent), pair_(pair), player_(player), track_(new TimeTrack(this)), label_(InkLabel::numbers(Ink::textMuted, tokens::Type::body, this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, tokens::kSpace1, 0, tokens::kSpace1);
  row->setSpacing(tokens::kSpace2);
  track_->setAccessibleName(tr("Rounds of the run"));
  track_->setToolTip(tr("Takes the run itself to a round it has been at, bit for bit; training goes on from there."));
  row->addWidget(track_, 1);
  row->addWidget(label_);
  settle_.setSingleShot(true);
  settle_.setInterval(kSettleMs);
  connect(track_, &TimeTrack::chosen, this, [this](int step) {
    wanted_ = step;
    settle_.start();
    refresh();
  });
  connect(track_, &TimeTrack::jumped, this, [this](int direction) {
    wanted_ = std::clamp<std::int64_t>(player_.step() + direction * std::max<std::int64_t>(1, furthest_ / 100), 0, furthest_);
    settle_.start();
    refresh();
  });
  connect(&settle_, &QTimer::timeout, this, [this] { player_.goTo(wanted_); });
  connect(&pair_.first(), &Bridge::sessionStarted, this, [this] {
    furthest_ = 0, wanted_ = -1;
    refresh();
  });
  connect(&pair_.first(), &Bridge::statusChanged, this, [this](const SessionStatus& status) {
    if (!pair_.session()) return;
    furthest_ = std::max(furthest_, status.step);
    if (!settle_.isActive() && (wanted_ == status.step || status.state == SessionState::running)) wanted_ = -1;
    refresh();
  });
  if (pair_.session()) furthest_ = pair_.first().status().step;
  refresh();
}

void FieldTime::takeOver(const FieldTime& other) {
  furthest_ = other.furthest_;
  refresh();
}

void FieldTime::refresh() {
  const auto step = wanted_ >= 0 ? wanted_ : player_.step();
  track_->setRange(0, static_cast<int>(std::min<std::int64_t>(furthest_, INT_MAX)));
  track_->setValue(static_cast<int>(std::min<std::int64_t>(step, INT_MAX)));
  track_->setLive(step >= furthest_);
  track_->setEnabled(furthest_ > 0 && player_.ready());
  label_->setText(furthest_ <= 0 ? QString() : tr("%1 / %2").arg(stepNumber(step), stepNumber(furthest_)));
}

}  // namespace ganvas::ui
