#include "ui/field/field_player.hpp"

#include <algorithm>
#include <cmath>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/run_pair.hpp"
#include "ui/bridge/session_state.hpp"

namespace ganvas::ui {
namespace {

constexpr int kPhaseMs = 1500;          // slow motion: time to read a formula
constexpr int kShortestTick = 40;       // ms; faster than that, several rounds a tick
const char* const kHold = "hold";       // the parameter that says which player does not learn

bool movable(const Bridge& run) {
  const auto state = run.status().state;
  return run.session() && (state == SessionState::running || state == SessionState::paused);
}

}  // namespace

FieldPlayer::FieldPlayer(RunPair& pair, QObject* parent) : QObject(parent), pair_(pair) {
  timer_.setTimerType(Qt::PreciseTimer);
  connect(&timer_, &QTimer::timeout, this, &FieldPlayer::tick);
  follow(pair_.first());
  const auto followSecond = [this] {
    std::erase_if(held_, [this](const Held& held) { return held.run != &pair_.first(); });
    if (auto* second = pair_.second()) follow(*second);
    emit changed();
  };
  connect(&pair_, &RunPair::secondChanged, this, followSecond);
  if (pair_.second()) followSecond();
}

void FieldPlayer::follow(Bridge& run) {
  connect(&run, &Bridge::sessionStarted, this, [this, &run] {
    std::erase_if(held_, [&](const Held& held) { return held.run == &run; });
    if (!awaited_) timer_.stop();
  });
  connect(&run, &Bridge::statusChanged, this, [this, &run](const SessionStatus& status) {
    // A player that was held for one round learns again.
    for (const auto& held : std::exchange(held_, {})) {
      if (held.run != &run || status.step <= held.step) held_.push_back(held);
      else run.send(command::SetParameter{kHold, held.before});
    }
    if (ended(status.state)) timer_.stop();
    playIfReady();
    emit changed();
  });
}

bool FieldPlayer::ready() const {
  const auto all = pair_.runs();
  return std::any_of(all.begin(), all.end(), [](const Bridge* run) { return movable(*run); });
}

bool FieldPlayer::playing() const {
  if (timer_.isActive() || awaited_) return true;
  const auto all = pair_.runs();
  return std::any_of(all.begin(), all.end(), [](const Bridge* run) { return run->session() && run->status().state == SessionState::running; });
}

bool FieldPlayer::canHold() const {
  const auto session = pair_.session();
  return session && session->schema().find(kHold);
}

std::int64_t FieldPlayer::step() const { return pair_.session() ? pair_.first().status().step : 0; }

void FieldPlayer::playWhenReady() {
  awaited_ = true;
  playIfReady();
  emit changed();
}

void FieldPlayer::playIfReady() {
  const auto all = pair_.runs();
  if (!awaited_ || all.empty() || !std::all_of(all.begin(), all.end(), [](const Bridge* each) { return movable(*each); })) return;
  awaited_ = false;
  play();
}

void FieldPlayer::play() {
  pace();
  if (!slow_ && speed_ <= 0) pair_.send(command::Resume{});
  else tick();
  emit changed();
}

void FieldPlayer::pace() {
  if (!slow_ && speed_ <= 0) return timer_.stop();
  timer_.start(slow_ ? kPhaseMs : std::max(kShortestTick, static_cast<int>(std::lround(1000 / speed_))));
}

/// The next step, once all runs have done the last one.
void FieldPlayer::tick() {
  for (auto* run : pair_.runs()) {
    if (!run->session() || run->session()->status().state != SessionState::paused) {
      if (run->session() && run->session()->status().state == SessionState::running) run->send(command::Pause{});
      continue;
    }
    const auto rounds = slow_ ? 1 : static_cast<std::int64_t>(std::lround(speed_ * timer_.interval() / 1000));
    if (slow_) run->send(command::StepPhase{});
    else if (rounds <= 1) run->send(command::StepRound{});
    else run->send(command::GoTo{run->session()->status().step + rounds});
  }
}

void FieldPlayer::pause() {
  timer_.stop();
  awaited_ = false;
  pair_.send(command::Pause{});
  emit changed();
}

void FieldPlayer::stepRound() {
  timer_.stop();
  pair_.send(command::StepRound{});
}

void FieldPlayer::stepPhase() {
  timer_.stop();
  pair_.send(command::StepPhase{});
}

void FieldPlayer::stepOnly(Role role) {
  timer_.stop();
  for (auto* run : pair_.runs()) {
    if (!movable(*run) || !run->session()->schema().find(kHold)) continue;
    const std::string other = toString(role == Role::discriminator ? Role::generator : Role::discriminator);
    const auto values = run->session()->values();
    const auto waiting = std::find_if(held_.begin(), held_.end(), [&](const Held& held) { return held.run == run; });
    const auto before = waiting != held_.end() ? waiting->before : values.at(kHold);
    std::erase_if(held_, [&](const Held& held) { return held.run == run; });
    run->send(command::SetParameter{kHold, other});
    run->send(command::StepRound{});
    if (toString(before) != other) held_.push_back({run, run->session()->status().step, before});
  }
}

void FieldPlayer::back() {
  timer_.stop();
  pair_.send(command::StepBack{1});
}

void FieldPlayer::goTo(std::int64_t step) {
  timer_.stop();
  pair_.send(command::GoTo{step});
}

void FieldPlayer::reset() {
  timer_.stop();
  held_.clear();
  pair_.send(command::Reset{});
}

void FieldPlayer::setSpeed(double roundsPerSecond) {
  if (roundsPerSecond == speed_) return;
  const bool going = playing() && !awaited_;
  if (going) pause();
  speed_ = roundsPerSecond;
  if (going) play();
  emit changed();
}

void FieldPlayer::setSlow(bool on) {
  if (on == slow_) return;
  const bool going = playing() && !awaited_;
  if (going) pause();
  slow_ = on;
  if (going || on) play();
  emit changed();
}

}  // namespace ganvas::ui
