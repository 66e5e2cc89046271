// Where a run begins, and how it goes back: to the nearest moment that is still known, and from there the same rounds again, which are the same to the bit.
#include <algorithm>

#include "engine/core/run_folder.hpp"
#include "engine/tensor/checkpoint.hpp"
#include "engine/training/run_facts.hpp"
#include "engine/worker/stored_model.hpp"
#include "engine/worker/training_session.hpp"

namespace ganvas {
namespace {

constexpr int kHistoryShare = 100;   // moments are kept so seldom that it costs no more than this part of the time

}  // namespace

/// Kept with the run from its beginning, since the other networks may learn on or go away.
void TrainingSession::readInitialWeights() {
  const auto& from = plan_.settings.text("start_from");
  if (from.empty()) return;
  const auto kept = initialPath(plan_.folder);
  initial_ = std::filesystem::exists(kept) ? readCheckpoint(kept).value().tensors : loadStored(from).value().snapshot->averaged;
}

/// Instead of those of the seed, where the run starts from other networks.
void TrainingSession::takeInitialWeights() {
  if (initial_.empty()) return;
  if (auto fits = trainer_->setInitialWeights(initial_); !fits)
    throw ErrorException({fits.error().kind, sentence("start_from \"%1\": %2", plan_.settings.text("start_from"), fits.error().message), {}});
}

void TrainingSession::keepMoment() {
  if (history_.has(trainer_->step())) return;
  const auto begun = Clock::now();
  history_.keep(trainer_->step(), seconds_, trainer_->state());
  const auto done = Clock::now();
  nextMoment_ = done + kHistoryShare * (done - begun);
}

void TrainingSession::goTo(std::int64_t step) {
  step = std::max<std::int64_t>(step, 0);
  stepRound_ = stepPhase_ = false;
  if (step > trainer_->step()) {
    goal_ = step;
    paused_ = false;
    return;
  }
  goal_.reset();
  paused_ = true;
  if (step < trainer_->step() || !trainer_->betweenRounds()) goBack(step);
}

void TrainingSession::goBack(std::int64_t step) {
  const auto edits = readEdits(plan_.folder);
  if (!edits) return notify(NoticeLevel::error, edits.error().message);
  if (auto last = trainer_->takeScalars(true)) {   // what a device has not told yet
    std::erase_if(*last, [step](const Scalar& scalar) { return scalar.step > step; });
    writeScalars(std::move(*last));
  }
  recall(step, *edits);
  step = trainer_->step();
  forgetUntaken(step);
  history_.forgetAfter(step);
  if (savedStep_ > step) savedStep_ = -1;
  if (shownStep_ > step) shownStep_ = -1;
  forgetAfter_ = step;
  forgetLater();
  played_.reset();
  samples_.put(trainer_->preview());
  publishSnapshot();
  speedSince_ = Clock::now();
  speedFrom_ = step;
  std::lock_guard lock(mutex_);
  values_ = trainer_->settings().values();
}

/// Trains again from the last moment that is known, with what was changed in between; where it is stopped on the way it stays there.
void TrainingSession::recall(std::int64_t step, const std::vector<Edit>& edits) {
  const auto context = activityContext();
  startFrom(step);
  const auto from = trainer_->step();
  for (const auto& [key, value] : plan_.settings.values()) trainer_->setParameter(key, value);
  const auto apply = [&](const auto& counts) {
    for (const auto& edit : edits)
      if (counts(edit.step))
        if (auto value = plan_.family->schema.parse(edit.key, toString(edit.to))) trainer_->setParameter(edit.key, *value);
  };
  apply([from](std::int64_t when) { return when <= from; });
  auto told = Clock::now();
  while (trainer_->step() < step && !context.stopped()) {
    const auto begun = Clock::now();
    trainer_->runRound().value();
    (void)trainer_->takeScalars().value();   // told before
    const auto now = Clock::now();
    seconds_ += std::chrono::duration<double>(now - begun).count();
    apply([reached = trainer_->step()](std::int64_t when) { return when == reached; });
    if (now >= nextMoment_) keepMoment();
    if (now - told < std::chrono::milliseconds(200)) continue;
    told = now;
    context.report(static_cast<double>(trainer_->step() - from) / static_cast<double>(step - from), sentence("Going back to round %1", step));
  }
  (void)trainer_->takeScalars(true).value();
  context.report(-1, {});
}

/// Brings the trainer to the last moment before this round that is in memory or on the disk; else to the beginning.
void TrainingSession::startFrom(std::int64_t step) {
  const auto moment = history_.before(step);
  const auto remembered = moment == history_.end() ? std::int64_t{0} : moment->first;
  auto saved = checkpointSteps(plan_.folder);
  std::erase_if(saved, [&](std::int64_t when) { return when > step || when <= remembered; });
  for (auto newest = saved.rbegin(); newest != saved.rend(); ++newest) {
    const auto checkpoint = readCheckpoint(checkpointPath(plan_.folder, *newest));
    if (!checkpoint || checkpoint->family != plan_.family->info.name || !trainer_->load(checkpoint->tensors, checkpoint->step)) continue;
    seconds_ = checkpoint->seconds;
    return;
  }
  if (moment != history_.end()) {
    trainer_->load(moment->second.state, moment->first).value();
    seconds_ = moment->second.seconds;
    return;
  }
  trainer_ = std::make_unique<Trainer>(*plan_.family, plan_.settings, data_, plan_.device, perceive_);
  takeInitialWeights();
  seconds_ = 0;
}

/// What nobody has taken yet and did not happen any more.
void TrainingSession::forgetUntaken(std::int64_t step) {
  for (auto& scalar : scalars_.takeAll())
    if (scalar.step <= step) scalars_.post(std::move(scalar));
  for (auto& edit : edits_.takeAll())
    if (edit.step <= step) edits_.post(std::move(edit));
}

/// Takes off the disk what a run that went back has left there; false where it failed, and then the next thing that is written tries again.
/// The checkpoint comes first: a process that is killed in between goes on from one end or from the other.
bool TrainingSession::forgetLater() {
  if (!forgetAfter_ || !trainer_->betweenRounds()) return true;
  const auto step = *forgetAfter_, now = trainer_->step();
  auto later = checkpointSteps(plan_.folder);
  std::erase_if(later, [step](std::int64_t when) { return when <= step; });
  if (!later.empty() && savedStep_ != now && !writeState()) return false;
  for (const auto when : later)
    if (when != now && !kept(storage_->remove(checkpointPath(plan_.folder, when)))) return false;
  if (!kept(truncateEdits(*storage_, plan_.folder, step))) return false;
  for (const auto when : sampleSteps(plan_.folder))
    if (when > step && !kept(storage_->remove(samplePath(plan_.folder, when)))) return false;
  if (!kept(events_->markResumed(step + 1))) return false;
  forgetAfter_.reset();
  return true;
}

}  // namespace ganvas
