#include "ui/bridge/bridge.hpp"

#include <QPointer>
#include <algorithm>

#include "ui/bridge/session_state.hpp"

namespace ganvas::ui {
namespace {

constexpr int kTickMilliseconds = 25;
constexpr int kLongestAnswer = 1000;    // ms; whoever waits longer can wait for a beat
constexpr int kAskedMilliseconds = 4;   // while networks have been asked: a picture that follows a pen must not wait for the beat
/// A run that goes on is told of so often: curves, numbers and grid are then laid out and painted together, and painting takes from
/// the training.
constexpr int kBeatMilliseconds = 200;

bool same(const SessionStatus& a, const SessionStatus& b) {
  return a.state == b.state && a.activity == b.activity && a.activityFraction == b.activityFraction && a.step == b.step &&
         a.totalSteps == b.totalSteps && a.epoch == b.epoch && a.seconds == b.seconds && a.imagesPerSecond == b.imagesPerSecond &&
         a.secondsLeft == b.secondsLeft && a.phase == b.phase && a.played == b.played && a.device == b.device && a.memoryBytes == b.memoryBytes &&
         a.stoppedBy == b.stoppedBy;
}

}  // namespace

struct Bridge::Watch {
  QPointer<QObject> owner;
  std::function<bool()> poll;
  std::function<void()> cancel;
  std::function<bool()> finished;
  bool orphan = false;
};

Bridge::Bridge(std::shared_ptr<Engine> engine, QObject* parent) : QObject(parent), engine_(std::move(engine)) {
  timer_.setInterval(kTickMilliseconds);
  timer_.setTimerType(Qt::PreciseTimer);
  connect(&timer_, &QTimer::timeout, this, &Bridge::tick);
  timer_.start();
}

Bridge::~Bridge() = default;

bool Bridge::running() const { return session_ && !ended(status_.state); }

bool Bridge::start(RunRequest request) {
  if (!preferredDevice_.isEmpty() && preferredDevice_ != QLatin1String("auto")) request.values.try_emplace("device", preferredDevice_.toStdString());
  return adopt(engine_->startRun(std::move(request)));
}

bool Bridge::resume(const QString& folder, const Values& edits, bool paused) {
  return adopt(engine_->resumeRun(folder.toStdString(), edits, paused));
}

bool Bridge::adopt(Result<std::shared_ptr<Session>> started) {
  if (!started) {
    emit failed(toldWhenShown(started.error().message));
    return false;
  }
  retire(std::move(session_));
  ++opening_;
  session_ = *started;
  hold(session_);
  status_ = session_->status();
  folder_ = from(session_->folder());
  emit sessionStarted();
  emit statusChanged(status_);
  setModel(session_->model());
  return true;
}

/// A session that has not ended yet is asked to stop and held until it has.
void Bridge::retire(std::shared_ptr<Session> session) {
  if (!session) return;
  if (!ended(session->status().state)) session->send(command::Stop{});
  watch(this, [session = std::move(session)] { return ended(session->status().state); });
}

void Bridge::send(Command command) {
  if (session_) session_->send(std::move(command));
}

void Bridge::openRun(const QString& folder) {
  const auto turn = ++opening_;
  follow<RunRecord>(engine_->openRun(folder.toStdString()), this, [this, turn, folder](Result<RunRecord> record) {
    if (turn != opening_) return;  // something else was opened meanwhile
    if (!record) {
      emit failed(toldWhenShown(record.error().message));
      return;
    }
    retire(std::move(session_));
    session_.reset();
    status_ = {};
    folder_ = folder;
    setModel(nullptr);
    emit recordOpened(*record);
    openModel(folder);
  });
}

void Bridge::openModel(const QString& folder) {
  const auto turn = ++modelTurn_;
  follow<std::shared_ptr<Model>>(engine_->openModel(folder.toStdString()), this, [this, turn](Result<std::shared_ptr<Model>> model) {
    if (model) hold(*model);
    if (turn != modelTurn_) return;
    if (!model) {
      emit failed(toldWhenShown(model.error().message));
      return;
    }
    setModel(*model);
  });
}

void Bridge::setModel(std::shared_ptr<Model> model) {
  if (model == model_) return;
  ++modelTurn_;
  model_ = std::move(model);
  hold(model_);
  modelIsSessions_ = session_ && model_ && model_ == session_->model();
  emit modelChanged();
}

void Bridge::hold(std::shared_ptr<void> thing) {
  if (thing && std::find(held_.begin(), held_.end(), thing) == held_.end()) held_.push_back(std::move(thing));
}

/// Whoever is the last to let go of networks or of a run waits for its thread to come to rest. That is never the window: what nobody but the
/// bridge holds any more goes on a thread of its own.
void Bridge::letGo() {
  const auto unused = std::partition(held_.begin(), held_.end(), [](const auto& thing) { return thing.use_count() > 1; });
  for (auto it = unused; it != held_.end(); ++it) {
    const auto last = std::make_shared<std::shared_ptr<void>>(std::move(*it));
    const auto job = Job<bool>::start([last](JobContext&) -> Result<bool> {
      last->reset();
      return true;
    });
    watch(this, [job] { return job->finished(); });
  }
  held_.erase(unused, held_.end());
}

void Bridge::useSessionModel() {
  if (session_) setModel(session_->model());
}

void Bridge::request(InferenceRequest request) {
  if (!model_) return;
  model_->request(std::move(request));
  timer_.setInterval(kAskedMilliseconds);
  asked_.start();
}

void Bridge::watch(QObject* owner, std::function<bool()> poll, std::function<void()> cancel, std::function<bool()> finished) {
  arrivals_.push_back({owner, std::move(poll), std::move(cancel), std::move(finished)});
}

void Bridge::tickWatches() {
  // A callback may start further watches: they arrive in a list of their own.
  std::move(arrivals_.begin(), arrivals_.end(), std::back_inserter(watches_));
  arrivals_.clear();
  auto current = std::move(watches_);
  watches_.clear();
  std::erase_if(current, [](Watch& watch) {
    if (!watch.orphan && !watch.owner) {
      watch.orphan = true;
      if (watch.cancel) watch.cancel();
    }
    if (watch.orphan) return !watch.finished || watch.finished();
    return watch.poll();
  });
  std::move(watches_.begin(), watches_.end(), std::back_inserter(current));
  watches_ = std::move(current);
}

void Bridge::tick() {
  tickWatches();
  if (const auto session = session_) drain(*session);
  if (const auto model = model_) {
    if (auto result = model->take()) {
      timer_.setInterval(kTickMilliseconds);
      emit inferenceArrived(*result);
    }
  }
  if (asked_.isValid() && asked_.hasExpired(kLongestAnswer)) timer_.setInterval(kTickMilliseconds), asked_.invalidate();
  letGo();
}

void Bridge::drain(Session& session) {
  // The status is read first: whatever was reported before it ended is then surely among what is taken below.
  auto status = session.status();
  const bool goesOn = status.state == SessionState::running && status_.state == SessionState::running;
  if (goesOn && beat_.isValid() && !beat_.hasExpired(kBeatMilliseconds)) return;
  beat_.start();
  if (const auto scalars = session.takeScalars(); !scalars.empty()) emit scalarsArrived(scalars);
  if (const auto samples = session.takeSamples()) emit samplesArrived(*samples);
  if (const auto edits = session.takeEdits(); !edits.empty()) emit editsArrived(edits);
  if (const auto notices = session.takeNotices(); !notices.empty()) emit noticesArrived(notices);
  if (session_.get() != &session) return;  // a slot began another run
  if (!model_ || modelIsSessions_) setModel(session.model());
  if (!same(status, status_)) {
    status_ = std::move(status);
    emit statusChanged(status_);
  }
}

}  // namespace ganvas::ui
