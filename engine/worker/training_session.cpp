#include "engine/worker/training_session.hpp"

#include <spdlog/spdlog.h>

#include <cmath>

#include "engine/data/data_set.hpp"
#include "engine/gans/common_parameters.hpp"
#include "engine/metrics/metric.hpp"
#include "engine/training/judging.hpp"
#include "engine/tensor/device.hpp"
#include "engine/picture/png.hpp"
#include "engine/tensor/checkpoint.hpp"
#include "engine/training/run_facts.hpp"
#include "engine/training/pace.hpp"

namespace ganvas {
namespace {

using namespace std::chrono_literals;

constexpr auto kShowEvery = 500ms;       // a watched grid is drawn anew at most so often between saved ones
constexpr int kShowShare = 100;          // and so seldom that it costs no more than this part of the time
constexpr auto kSnapshotEvery = 33ms;    // the weights for inference are copied at most so often, and as seldom by their cost
constexpr auto kSpeedEvery = 1s;
constexpr std::uintmax_t kLargestPoints = 1u << 30;   // bytes
constexpr std::int64_t kMostHistory = 128 << 20;      // bytes
constexpr auto kCheckpointAtLeastEvery = 30s;   // kill -9 costs seconds, whatever checkpoint_every says

bool powerOfTwo(std::int64_t n) { return (n & (n - 1)) == 0; }

}  // namespace

TrainingSession::TrainingSession(RunPlan plan, std::shared_ptr<Storage> storage)
    : plan_(std::move(plan)), storage_(std::move(storage)), paused_(plan_.startPaused), history_(kMostHistory), values_(plan_.settings.values()), thread_([this] { run(); }) {}

TrainingSession::~TrainingSession() {
  send(command::Stop{});
  if (thread_.joinable()) thread_.join();
}

Values TrainingSession::values() const {
  std::lock_guard lock(mutex_);
  return values_;
}

std::vector<SeriesInfo> TrainingSession::series() const { return runSeries(*plan_.family, Settings(values()), plan_.labelled); }

SessionStatus TrainingSession::status() const {
  std::lock_guard lock(mutex_);
  return status_;
}

std::optional<TileGrid> TrainingSession::takeSamples() {
  watchedUntil_ = (Clock::now() + 2s).time_since_epoch().count();
  return samples_.tryTake();
}

std::shared_ptr<Model> TrainingSession::model() {
  std::lock_guard lock(mutex_);
  return model_;
}

void TrainingSession::send(Command command) {
  if (std::holds_alternative<command::Stop>(command)) stop_.request_stop();
  commands_.post(std::move(command));
}

Result<SessionStatus> TrainingSession::wait() {
  std::unique_lock lock(mutex_);
  ended_.wait(lock, [this] { return status_.state == SessionState::finished || status_.state == SessionState::failed; });
  if (error_) return *error_;
  return status_;
}

void TrainingSession::setState(SessionState state) {
  std::lock_guard lock(mutex_);
  status_.state = state;
  if (state == SessionState::finished || state == SessionState::failed) ended_.notify_all();
}

void TrainingSession::notify(NoticeLevel level, Sentence message, std::string key) {
  if (level == NoticeLevel::error) spdlog::error(message.text());
  notices_.post({level, trainer_ ? trainer_->step() : 0, std::move(message), std::move(key)});
}

void TrainingSession::fail(const Error& error) {
  if (!error.detail.empty()) spdlog::error(error.detail);
  notify(NoticeLevel::error, error.message);
  {
    std::lock_guard lock(mutex_);
    error_ = error;
    status_.activity = {};
  }
  setState(SessionState::failed);
}

bool TrainingSession::kept(const Result<void>& written) {
  if (written) return true;
  notify(NoticeLevel::error, sentence("%1 Training is paused; nothing that was trained is lost. Mend it, then resume.", written.error().message));
  std::lock_guard lock(mutex_);
  error_ = written.error();
  paused_ = true;
  return false;
}

JobContext TrainingSession::activityContext() {
  return {stop_.get_token(), [this](Progress progress) {
            std::lock_guard lock(mutex_);
            status_.activity = progress.activity;
            status_.activityFraction = progress.fraction;
          }};
}

void TrainingSession::run() {
  standBack();
  try {
    prepare();
    loop();
  } catch (const std::exception& e) {
    const auto error = errorFromTorch(e);
    if (error.kind == ErrorKind::cancelled) finish();
    else fail(error);
  }
}

void TrainingSession::prepare() {
  {
    std::lock_guard lock(mutex_);
    status_.device = describe(plan_.device);
  }
  const auto context = activityContext();
  context.report(-1, sentence("Reading %1", plan_.data));
  const auto kept = pointsPath(plan_.folder);
  data_ = loadData({plan_.resume && std::filesystem::exists(kept) ? kept.string() : plan_.data, pictureOptions(plan_.settings)}, context).value();
  for (const auto& warning : data_->warnings()) notify(NoticeLevel::warning, warning);
  if (plan_.resume && !plan_.config.dataHash.empty() && plan_.config.dataHash != data_->hash())
    throw ErrorException({ErrorKind::input, sentence("The data \"%1\" have changed since this run began, so it cannot go on as the same run. Bring the old data back, or start a new run.", plan_.data), {}});
  int threads = static_cast<int>(plan_.settings.integer("threads"));
  if (plan_.config.measured.contains("threads")) threads = std::max(1, std::atoi(plan_.config.measured.at("threads").c_str()));
  if (threads == 0) threads = measurePace(*plan_.family, plan_.settings, data_, plan_.device, cacheFolder(), context).threads;
  useThreads(threads);
  plan_.config.measured["threads"] = std::to_string(threads);
  // Kept with the run, which it belongs to.
  if (wantsPerception(plan_.settings)) perceive_ = perceiving(featureNetworkFor(dynamic_cast<const PictureSet&>(*data_), plan_.device, plan_.folder, *storage_, context).value());
  context.report(-1, sentence("Building the networks"));
  readInitialWeights();
  begin(data_);
  context.report(-1, {});
}

void TrainingSession::begin(const std::shared_ptr<const DataSet>& data) {
  // What these two refuse leaves nothing in the folder.
  trainer_ = std::make_unique<Trainer>(*plan_.family, plan_.settings, data, plan_.device, perceive_);
  if (!plan_.resume || checkpointSteps(plan_.folder).empty()) takeInitialWeights();
  if (!plan_.resume) {
    plan_.config = describeRun(plan_, *data);
    for (const auto* part : {"samples", "checkpoints"}) storage_->createFolders(plan_.folder / part).value();
    if (data->info().kind == DataKind::points && !data->info().path.empty())   // a run keeps what it was made from
      storage_->writeAtomically(pointsPath(plan_.folder), readFile(data->info().path, kLargestPoints).value()).value();
    if (!initial_.empty()) writeCheckpoint(*storage_, initialPath(plan_.folder), {plan_.family->info.name, 0, 0, initial_}).value();
    writeConfig(*storage_, plan_.folder, plan_.config).value();
  }
  if (plan_.resume) continueFromCheckpoint();
  auto log = createEventLog(*storage_, plan_.folder);
  if (!log) throw ErrorException(log.error());
  events_ = std::move(*log);
  if (plan_.resume) events_->markResumed(trainer_->step() + 1).value();
  for (const auto& [key, value] : plan_.edits) handleParameter({key, value});
  publishSnapshot();
  startModel();
  if (!plan_.resume || trainer_->step() == 0) saveSamples(trainer_->preview());
  else samples_.put(trainer_->preview());
}

void TrainingSession::continueFromCheckpoint() {
  std::int64_t step = 0;
  if (!checkpointSteps(plan_.folder).empty()) {
    Sentence note;
    auto checkpoint = newestCheckpoint(plan_.folder, plan_.family->info.name, note).value();
    if (!note.empty()) notify(NoticeLevel::warning, note);
    trainer_->load(checkpoint.tensors, checkpoint.step).value();
    step = checkpoint.step;
    seconds_ = checkpoint.seconds;
    savedStep_ = step;
  } else {
    notify(NoticeLevel::info, sentence("The run was ended before its first checkpoint, so it begins anew with the same initial weights."));
  }
  // What was recorded after the checkpoint did not happen any more.
  truncateEdits(*storage_, plan_.folder, step).value();
  for (const auto later : sampleSteps(plan_.folder))
    if (later > step) storage_->remove(samplePath(plan_.folder, later)).value();
  const auto edits = readEdits(plan_.folder).value();
  for (const auto& edit : edits)
    if (auto value = plan_.family->schema.parse(edit.key, toString(edit.to))) trainer_->setParameter(edit.key, *value);
  std::lock_guard lock(mutex_);
  values_ = trainer_->settings().values();
}

void TrainingSession::startModel() {
  auto info = modelInfo(plan_, trainer_->settings());
  auto model = std::make_shared<ModelServer>(*plan_.family, trainer_->settings(), trainer_->shape(), plan_.device, std::move(info), weights_, 1);
  std::lock_guard lock(mutex_);
  model_ = std::move(model);
}

void TrainingSession::publishSnapshot() {
  const auto begun = Clock::now();
  weights_->put(std::make_shared<const Snapshot>(trainer_->snapshot()));
  const auto done = Clock::now();
  nextSnapshot_ = done + std::max<Clock::duration>(kSnapshotEvery, kShowShare * (done - begun));
}

void TrainingSession::loop() {
  speedSince_ = Clock::now();
  speedFrom_ = trainer_->step();
  lastCheckpoint_ = speedSince_;
  publish();
  for (;;) {
    for (const auto& command : commands_.takeAll()) handle(command);
    if (trainer_->betweenRounds() && (stopAsked_ || (!paused_ && budgetSpent()))) {
      if (saveCheckpoint() || stopAsked_) return finish();
      continue;  // paused: what was trained waits for room on the disk
    }
    if (paused_ && !stepRound_ && !stepPhase_ && !stopAsked_) {
      if (trainer_->betweenRounds()) publishSnapshot(), keepMoment();
      publish();
      if (auto command = commands_.take({})) handle(*command);
      speedSince_ = Clock::now();
      speedFrom_ = trainer_->step();
      continue;
    }
    const auto begun = Clock::now();
    const auto report = trainer_->runPhase();
    if (!report) return fail(report.error());
    played_ = stepPhase_ || stepRound_ ? std::optional(trainer_->played()) : std::nullopt;
    stepPhase_ = false;
    if (report->roundFinished) {
      stepRound_ = false;
      if (goal_ && trainer_->step() >= *goal_) goal_.reset(), paused_ = true;
      afterRound(begun);
    }
    seconds_ += std::chrono::duration<double>(Clock::now() - begun).count();
    if (paused_) publish();
  }
}

void TrainingSession::afterRound(Clock::time_point begun) {
  const auto step = trainer_->step();
  auto scalars = trainer_->takeScalars();
  if (!scalars) throw ErrorException(scalars.error());
  const auto now = Clock::now();
  if (now - speedSince_ >= kSpeedEvery) {
    const double rate = static_cast<double>((step - speedFrom_) * trainer_->picturesPerRound()) / std::chrono::duration<double>(now - speedSince_).count();
    speedSince_ = now;
    speedFrom_ = step;
    scalars->push_back({step, "speed/images", rate});
    std::lock_guard lock(mutex_);
    status_.imagesPerSecond = rate;
  }
  writeScalars(std::move(*scalars));
  const auto& settings = trainer_->settings();
  if (settings.text("schedule") != "constant" && step == settings.integer("schedule_steps"))
    notify(NoticeLevel::info, sentence("The learning rates have come to zero after %1 rounds, as the schedule has it: the networks learn no more.", step));
  const auto every = settings.integer("samples_every");
  if (step % every == 0 || (step < every && powerOfTwo(step))) {
    saveSamples(trainer_->preview());
  } else if ((now >= nextShown_ || paused_) && now.time_since_epoch().count() < watchedUntil_) {
    const auto asked = Clock::now();
    samples_.put(trainer_->preview());
    const auto shown = Clock::now();
    nextShown_ = shown + std::max<Clock::duration>(kShowEvery, kShowShare * (shown - asked));
  }
  if (step % settings.integer("checkpoint_every") == 0 || now - lastCheckpoint_ >= kCheckpointAtLeastEvery) saveCheckpoint();
  if (weights_->wanted() && now >= nextSnapshot_) publishSnapshot();
  if (now >= nextMoment_ && now.time_since_epoch().count() < watchedUntil_) keepMoment();   // where nobody looks nobody goes back
  if (settings.integer("metrics_every") > 0 && step % settings.integer("metrics_every") == 0) evaluate({listed(settings.text("metrics")), 0});
  publish();
}

void TrainingSession::writeScalars(std::vector<Scalar> scalars) {
  forgetLater();
  if (scalars.empty()) return;
  for (std::size_t from = 0; from < scalars.size();) {  // one record for each step
    auto to = from;
    while (to < scalars.size() && scalars[to].step == scalars[from].step) ++to;
    kept(events_->add(scalars[from].step, {scalars.begin() + static_cast<std::ptrdiff_t>(from), scalars.begin() + static_cast<std::ptrdiff_t>(to)}));
    from = to;
  }
  for (auto& scalar : scalars) scalars_.post(std::move(scalar));
}

void TrainingSession::saveSamples(const TileGrid& grid) {
  nextShown_ = std::max(nextShown_, Clock::now() + kShowEvery);
  shownStep_ = grid.step;
  const auto png = encodePng(grid.frame);
  kept(storage_->writeAtomically(samplePath(plan_.folder, grid.step), std::as_bytes(std::span(png))));
  samples_.put(grid);
}

bool TrainingSession::writeState() {
  const auto step = trainer_->step();
  const Checkpoint checkpoint{plan_.family->info.name, step, seconds_, trainer_->state()};
  if (!kept(writeCheckpoint(*storage_, checkpointPath(plan_.folder, step), checkpoint))) return false;
  savedStep_ = step;
  lastCheckpoint_ = Clock::now();
  return true;
}

bool TrainingSession::saveCheckpoint() {
  if (!forgetLater()) return false;
  if (trainer_->step() == savedStep_) return true;
  if (!writeState()) return false;
  kept(events_->sync());
  return kept(pruneCheckpoints(*storage_, plan_.folder, static_cast<int>(trainer_->settings().integer("keep_checkpoints"))));
}

void TrainingSession::evaluate(const command::Evaluate& what) {
  auto context = activityContext();
  const auto chosen = chooseMetrics(what.metrics, data_->info(), plan_.family->info);
  if (!chosen) return notify(NoticeLevel::warning, chosen.error().message);
  const auto once = [this](NoticeLevel level, const Sentence& message) {   // measuring goes on every so many rounds
    if (measuringTold_.insert(message.text()).second) notify(level, message);
  };
  std::vector<Scalar> scalars;
  MetricContext metric{.data = data_, .device = plan_.device, .samples = what.samples, .job = context, .cache = cacheFolder(), .storage = storage_,
                       .note = [&](const Sentence& note) { once(NoticeLevel::info, note); }};
  letJudge(metric, trainer_->averaged());
  for (const auto* spec : *chosen) {
    context.report(-1, sentence("Measuring: %1", spec->series.title));
    const auto value = spec->compute(metric);
    if (!value) {
      if (value.error().kind != ErrorKind::cancelled) once(NoticeLevel::warning, value.error().message);
      continue;
    }
    scalars.push_back({trainer_->step(), spec->series.tag, value->value});
    scalars.push_back({trainer_->step(), spec->series.tag + "_floor", value->floor});
  }
  context.report(-1, {});
  writeScalars(std::move(scalars));
  speedSince_ = Clock::now();
  speedFrom_ = trainer_->step();
}

void TrainingSession::handleParameter(const command::SetParameter& change) {
  const auto* parameter = schema().find(change.key);
  if (!parameter || !parameter->live) return notify(NoticeLevel::warning, sentence("%1 cannot be changed while a run runs.", change.key), change.key);
  const auto value = parameter->check(change.value);
  if (!value) return notify(NoticeLevel::warning, value.error().message, change.key);
  if (auto fits = checkEdits(*plan_.family, trainer_->nextSettings().values(), {{change.key, *value}}, plan_.config); !fits) return notify(NoticeLevel::warning, fits.error().message, change.key);
  // Within a round it is told of the round's end: from there on it counts.
  const Edit edit{trainer_->step() + (trainer_->betweenRounds() ? 0 : 1), change.key, trainer_->nextSettings().values().at(change.key), *value};
  if (edit.from == edit.to) return;
  forgetLater();
  trainer_->setParameter(change.key, *value);
  kept(appendEdit(*storage_, plan_.folder, edit));
  edits_.post(edit);
  std::lock_guard lock(mutex_);
  values_ = trainer_->nextSettings().values();
}

void TrainingSession::handle(const Command& command) {
  std::visit(
      [this](const auto& c) {
        using T = std::decay_t<decltype(c)>;
        if constexpr (std::is_same_v<T, command::Pause>) paused_ = true, goal_.reset();
        else if constexpr (std::is_same_v<T, command::Resume>) {
          paused_ = false;
          goal_.reset();
          std::lock_guard lock(mutex_);
          error_.reset();
        }
        else if constexpr (std::is_same_v<T, command::StepRound>) paused_ = true, stepRound_ = true, goal_.reset();
        else if constexpr (std::is_same_v<T, command::StepPhase>) paused_ = true, stepPhase_ = true, goal_.reset();
        else if constexpr (std::is_same_v<T, command::StepBack>) goTo(trainer_->step() + (trainer_->betweenRounds() ? 0 : 1) - std::max<std::int64_t>(c.rounds, 0));
        else if constexpr (std::is_same_v<T, command::GoTo>) goTo(c.step);
        else if constexpr (std::is_same_v<T, command::Stop>) stopAsked_ = true;
        else if constexpr (std::is_same_v<T, command::Reset>) reset();
        else if constexpr (std::is_same_v<T, command::Checkpoint>) {
          while (!trainer_->betweenRounds()) trainer_->runPhase().value();
          if (saveCheckpoint()) notify(NoticeLevel::info, sentence("Checkpoint saved at round %1.", trainer_->step()));
        }
        else if constexpr (std::is_same_v<T, command::SetParameter>) handleParameter(c);
        else if constexpr (std::is_same_v<T, command::Evaluate>) evaluate(c);
        else if constexpr (std::is_same_v<T, command::NewLatents>) {
          trainer_->newPreviewLatents(c.seed);
          samples_.put(trainer_->preview());
        }
      },
      command);
}

void TrainingSession::reset() {
  // The old log is kept aside, as a run of its own.
  auto aside = plan_.folder;
  for (int n = 1; std::filesystem::exists(aside); ++n) aside = plan_.folder.string() + " before reset " + std::to_string(n);
  saveCheckpoint();
  events_.reset();
  if (!kept(storage_->rename(plan_.folder, aside))) {
    auto log = createEventLog(*storage_, plan_.folder);
    if (log) events_ = std::move(*log);
    return;
  }
  plan_.resume = false;
  plan_.edits.clear();
  plan_.settings = Settings(plan_.family->schema.resolve(plan_.config.values).value());   // of a run from before a parameter was there, too
  seconds_ = 0;
  savedStep_ = shownStep_ = -1;
  paused_ = true;
  stepRound_ = stepPhase_ = false;
  goal_.reset();
  played_.reset();
  forgetAfter_.reset();
  history_.clear();
  scalars_.takeAll();
  {
    std::lock_guard lock(mutex_);
    values_ = plan_.settings.values();
    model_.reset();
  }
  begin(data_);
  notify(NoticeLevel::info, sentence("Back to the same initial weights. What was trained before is kept in \"%1\".", aside.filename().string()));
}

bool TrainingSession::budgetSpent() {
  const auto& settings = trainer_->settings();
  const char* by = nullptr;
  if (settings.integer("steps") > 0 && trainer_->step() >= settings.integer("steps")) by = "steps";
  else if (settings.real("epochs") > 0 && trainer_->epochs() >= settings.real("epochs")) by = "epochs";
  else if (settings.real("minutes") > 0 && seconds_ >= settings.real("minutes") * 60) by = "minutes";
  if (!by) return false;
  budgetEnded_ = true;
  std::lock_guard lock(mutex_);
  status_.stoppedBy = by;
  return true;
}

void TrainingSession::finish() {
  if (trainer_ && events_) {
    setState(SessionState::stopping);
    if (auto rest = trainer_->takeScalars(true)) writeScalars(std::move(*rest));
    if (trainer_->step() > 0 && trainer_->step() != shownStep_) saveSamples(trainer_->preview());
    saveCheckpoint();
    publishSnapshot();
    publish();
    std::lock_guard lock(mutex_);
    if (seconds_ > 0) status_.imagesPerSecond = static_cast<double>(trainer_->step() * trainer_->picturesPerRound()) / seconds_;  // of the whole run
  }
  bool failed = false;
  {
    std::lock_guard lock(mutex_);
    if (!budgetEnded_) status_.stoppedBy = "signal";
    status_.activity = {};
    failed = error_.has_value();
  }
  setState(failed ? SessionState::failed : SessionState::finished);
}

void TrainingSession::publish() {
  const auto& settings = trainer_->settings();
  const auto step = trainer_->step();
  const double perRound = step > 0 && seconds_ > 0 ? seconds_ / static_cast<double>(step) : 0;
  double left = -1;
  std::int64_t total = settings.integer("steps");
  const auto consider = [&](double seconds) { left = left < 0 ? seconds : std::min(left, seconds); };
  if (total > 0) consider(static_cast<double>(total - step) * perRound);
  if (settings.real("epochs") > 0) {
    const auto rounds = static_cast<std::int64_t>(std::ceil(settings.real("epochs") * static_cast<double>(data_->trainCount()) / static_cast<double>(trainer_->picturesPerRound())));
    total = total > 0 ? std::min(total, rounds) : rounds;
    consider(static_cast<double>(rounds - step) * perRound);
  }
  if (settings.real("minutes") > 0) {
    consider(settings.real("minutes") * 60 - seconds_);
    if (perRound > 0) {
      const auto rounds = static_cast<std::int64_t>(settings.real("minutes") * 60 / perRound);
      total = total > 0 ? std::min(total, rounds) : rounds;
    }
  }
  const auto now = Clock::now();
  const bool readMemory = now - memoryRead_ > 1s;
  if (readMemory) memoryRead_ = now;
  const auto memory = readMemory ? residentBytes() : 0;
  std::lock_guard lock(mutex_);
  status_.state = stopAsked_ ? SessionState::stopping : paused_ ? SessionState::paused : SessionState::running;
  status_.step = step;
  status_.totalSteps = total;
  status_.epoch = trainer_->epochs();
  status_.seconds = seconds_;
  status_.secondsLeft = perRound > 0 ? std::max(-1.0, left) : -1;
  status_.phase = trainer_->nextPhase();
  status_.played = played_;
  if (readMemory) status_.memoryBytes = memory;
}

}  // namespace ganvas
