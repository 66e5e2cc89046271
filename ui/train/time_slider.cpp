#include "ui/train/time_slider.hpp"

#include <QHBoxLayout>
#include <QToolButton>
#include <algorithm>
#include <climits>

#include "ui/bridge/bridge.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/shell/tool_button.hpp"
#include "ui/train/curve_style.hpp"
#include "ui/train/ink_label.hpp"
#include "ui/train/loss_curves.hpp"
#include "ui/train/sample_grid_view.hpp"
#include "ui/train/time_track.hpp"

namespace ganvas::ui {
namespace {

constexpr int kCacheKb = 96 * 1024;
constexpr int kPlayMs = 80;
constexpr int kPlayFrames = 150;     // a long history plays in about 12 s

}  // namespace

TimeSlider::TimeSlider(Bridge& bridge, QWidget* parent) : QWidget(parent), bridge_(bridge), cache_(kCacheKb) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(tokens::kSpace2, tokens::kSpace1, tokens::kSpace2, tokens::kSpace1);
  row->setSpacing(tokens::kSpace2);
  playButton_ = toolButton(QStringLiteral("play"), tr("Play through the run"), this);
  row->addWidget(playButton_);
  track_ = new TimeTrack(this);
  row->addWidget(track_, 1);
  label_ = InkLabel::numbers(Ink::textMuted, tokens::Type::body, this);
  label_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  row->addWidget(label_);
  liveButton_ = new QToolButton(this);
  liveButton_->setToolTip(tr("Back to what is happening now"));
  row->addWidget(liveButton_);

  play_.setInterval(kPlayMs);
  connect(&play_, &QTimer::timeout, this, &TimeSlider::advance);
  connect(playButton_, &QToolButton::clicked, this, [this] { setPlaying(!playing()); });
  connect(liveButton_, &QToolButton::clicked, this, &TimeSlider::goLive);
  connect(track_, &TimeTrack::chosen, this, [this](int step) {
    setPlaying(false);
    setStep(step);
  });
  connect(track_, &TimeTrack::jumped, this, &TimeSlider::jump);
  connectBridge();
  refresh();
}

TimeSlider::~TimeSlider() = default;

void TimeSlider::connectBridge() {
  connect(&bridge_, &Bridge::sessionStarted, this, &TimeSlider::clear);
  connect(&bridge_, &Bridge::recordOpened, this, &TimeSlider::openRecord);
  connect(&bridge_, &Bridge::samplesArrived, this, &TimeSlider::addSamples);
  connect(&bridge_, &Bridge::editsArrived, this, [this](const std::vector<Edit>& edits) {
    for (const auto& edit : edits) editSteps_.push_back(edit.step);
    std::sort(editSteps_.begin(), editSteps_.end());
    refresh();
  });
  connect(&bridge_, &Bridge::statusChanged, this, [this](const SessionStatus& status) {
    if (recorded_ || status.state == SessionState::preparing) return;
    if (status.step < last_) dropAfter(status.step);   // the run was set back
    setLast(status.step);
  });
}

void TimeSlider::bind(SampleGridView& grid, LossCurves& curves) {
  connect(this, &TimeSlider::gridArrived, &grid, &SampleGridView::showHistory);
  connect(this, &TimeSlider::wentLive, &grid, &SampleGridView::showLive);
  connect(this, &TimeSlider::stepChanged, &curves, &LossCurves::setCursorStep);
  connect(this, &TimeSlider::wentLive, &curves, &LossCurves::clearCursor);
  connect(&curves, &LossCurves::cursorStepChanged, this, [this](std::int64_t step) {
    setPlaying(false);
    setStep(step);
  });
  connect(&curves, &LossCurves::historyRead, this, &TimeSlider::addHistory);
  connect(&curves, &LossCurves::cursorCleared, this, &TimeSlider::goLive);
}

void TimeSlider::clear() {
  ++run_;
  setPlaying(false);
  step_ = last_ = 0;
  live_ = true;
  recorded_ = false;
  sampleSteps_.clear();
  editSteps_.clear();
  cache_.clear();
  refresh();
}

void TimeSlider::takeOver(const TimeSlider& other) {
  clear();
  step_ = other.step_, last_ = other.last_;
  live_ = other.live_, recorded_ = other.recorded_;
  sampleSteps_ = other.sampleSteps_;
  editSteps_ = other.editSteps_;
  refresh();
  setPlaying(other.playing());
}

void TimeSlider::openRecord(const RunRecord& record) {
  clear();
  recorded_ = true;
  live_ = false;
  sampleSteps_ = record.sampleSteps;
  for (const auto& edit : record.edits) editSteps_.push_back(edit.step);
  std::sort(editSteps_.begin(), editSteps_.end());
  last_ = record.summary.step;
  if (!record.scalars.empty()) last_ = std::max(last_, record.scalars.back().step);
  if (!sampleSteps_.empty()) last_ = std::max(last_, sampleSteps_.back());
  step_ = last_;
  refresh();
  wishForGrid();
}

void TimeSlider::addHistory(const RunRecord& record) {
  const auto merge = [](std::vector<std::int64_t>& into, std::int64_t step) {
    const auto place = std::lower_bound(into.begin(), into.end(), step);
    if (place == into.end() || *place != step) into.insert(place, step);
  };
  for (const auto step : record.sampleSteps) merge(sampleSteps_, step);
  for (const auto& edit : record.edits) merge(editSteps_, edit.step);
  refresh();
}

void TimeSlider::setLast(std::int64_t last) {
  if (last == last_ && !live_) return;
  last_ = last;
  if (live_) step_ = last;
  refresh();
}

void TimeSlider::addSamples(const TileGrid& grid) {
  if (recorded_ || grid.empty()) return;
  if (sampleSteps_.empty() || sampleSteps_.back() < grid.step) sampleSteps_.push_back(grid.step);
  cache_.insert(grid.step, new TileGrid(grid), std::max(1, grid.frame.width * grid.frame.height / 256));
  setLast(std::max(last_, grid.step));
}

void TimeSlider::dropAfter(std::int64_t step) {
  const auto later = [&](std::int64_t other) { return other > step; };
  std::erase_if(sampleSteps_, later);
  std::erase_if(editSteps_, later);
  for (const auto key : cache_.keys()) {
    if (key > step) cache_.remove(key);
  }
  ++run_;   // answers under way are of the run as it was
  last_ = step;
  if (step_ > step) goLive();
}

std::int64_t TimeSlider::savedAt(std::int64_t step) const {
  const auto after = std::upper_bound(sampleSteps_.begin(), sampleSteps_.end(), step);
  return after == sampleSteps_.begin() ? step : *(after - 1);
}

void TimeSlider::setStep(std::int64_t step) {
  step = std::clamp<std::int64_t>(step, 0, last_);
  if (!live_ && step == step_) return;
  live_ = false;
  step_ = step;
  refresh();
  emit stepChanged(step_);
  wishForGrid();
}

void TimeSlider::goLive() {
  setPlaying(false);
  if (recorded_) {
    setStep(last_);
    return;
  }
  ++wish_;   // nothing that is under way shall be shown any more
  shown_ = wish_;
  live_ = true;
  step_ = last_;
  refresh();
  emit wentLive();
}

void TimeSlider::jump(int direction) {
  setPlaying(false);
  if (sampleSteps_.empty()) {
    setStep(step_ + direction * std::max<std::int64_t>(1, last_ / 100));
  } else if (direction < 0) {
    const auto at = std::lower_bound(sampleSteps_.begin(), sampleSteps_.end(), step_);
    setStep(at == sampleSteps_.begin() ? 0 : *(at - 1));
  } else {
    const auto after = std::upper_bound(sampleSteps_.begin(), sampleSteps_.end(), step_);
    if (after != sampleSteps_.end()) setStep(*after);
    else if (!live_) goLive();
  }
}

// ---- pictures ---------------------------------------------------------------------------------------------------------------

void TimeSlider::wishForGrid() {
  ++wish_;
  if (const auto* kept = cache_.object(savedAt(step_))) {
    shown_ = wish_;
    emit gridArrived(*kept);
    return;
  }
  ask();
}

void TimeSlider::ask() {
  if (asking_ || bridge_.folder().isEmpty()) return;
  asking_ = true;
  askedWish_ = wish_;
  const auto saved = savedAt(step_);
  bridge_.follow<TileGrid>(bridge_.engine().samplesAt(bridge_.folder().toStdString(), step_), this,
                           [this, run = run_, wish = wish_, saved](Result<TileGrid> grid) { answer(run, wish, saved, grid); });
}

void TimeSlider::answer(std::uint64_t run, std::uint64_t wish, std::int64_t saved, const Result<TileGrid>& grid) {
  asking_ = false;
  if (run == run_ && grid.ok()) {
    cache_.insert(saved, new TileGrid(*grid), std::max(1, grid->frame.width * grid->frame.height / 256));
    // While the handle is dragged, answers to earlier places are still shown as they come, but never after a later one.
    if (wish >= shown_ && !live_) {
      shown_ = wish;
      emit gridArrived(*grid);
    }
  }
  if (!live_ && wish_ > askedWish_ && shown_ < wish_) wishForGrid();
}

void TimeSlider::setPlaying(bool playing) {
  if (playing == play_.isActive()) return;
  if (playing) {
    if (last_ <= 0) return;
    if (live_ || step_ >= last_) setStep(sampleSteps_.empty() ? 0 : sampleSteps_.front());
    play_.start();
  } else {
    play_.stop();
  }
  refresh();
}

void TimeSlider::advance() {
  if (asking_) return;   // the picture of this step is still on its way
  std::int64_t next = last_;
  if (sampleSteps_.empty()) {
    next = step_ + std::max<std::int64_t>(1, last_ / kPlayFrames);
  } else {
    const auto stride = std::max<std::ptrdiff_t>(1, std::ssize(sampleSteps_) / kPlayFrames);
    const auto after = std::upper_bound(sampleSteps_.begin(), sampleSteps_.end(), step_);
    if (sampleSteps_.end() - after >= stride) next = *(after + (stride - 1));
  }
  if (next >= last_) {
    goLive();
    return;
  }
  setStep(next);
}

void TimeSlider::refresh() {
  track_->setRange(0, static_cast<int>(std::min<std::int64_t>(last_, INT_MAX)));
  track_->setValue(static_cast<int>(std::min<std::int64_t>(step_, INT_MAX)));
  track_->setMarks(sampleSteps_, editSteps_);
  track_->setLive(live_);
  track_->setEnabled(last_ > 0);
  playButton_->setEnabled(last_ > 0);
  playButton_->setIcon(tokens::icon(playing() ? QStringLiteral("pause") : QStringLiteral("play")));
  label_->setText(last_ <= 0 ? QString() : tr("%1 / %2").arg(stepNumber(step_), stepNumber(last_)));
  liveButton_->setText(recorded_ ? tr("End") : tr("Live"));
  liveButton_->setEnabled(last_ > 0 && (recorded_ ? step_ < last_ : !live_));
}

}  // namespace ganvas::ui
