// A run on its own thread: reads commands between phases, trains, writes the run folder, posts what happened.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <set>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "engine/api/session.hpp"
#include "engine/core/event_log.hpp"
#include "engine/core/mailbox.hpp"
#include "engine/core/storage.hpp"
#include "engine/training/history.hpp"
#include "engine/training/plan.hpp"
#include "engine/training/trainer.hpp"
#include "engine/worker/model_server.hpp"

namespace ganvas {

class TrainingSession final : public Session {
 public:
  TrainingSession(RunPlan plan, std::shared_ptr<Storage> storage);
  ~TrainingSession() override;

  std::string folder() const override { return plan_.folder.string(); }
  std::string family() const override { return plan_.family->info.name; }
  std::string data() const override { return plan_.data; }
  const Schema& schema() const override { return plan_.family->schema; }
  Values values() const override;
  std::vector<SeriesInfo> series() const override;

  void send(Command command) override;
  SessionStatus status() const override;
  std::vector<Scalar> takeScalars() override { return scalars_.takeAll(); }
  std::optional<TileGrid> takeSamples() override;
  std::vector<Edit> takeEdits() override { return edits_.takeAll(); }
  std::vector<Notice> takeNotices() override { return notices_.takeAll(); }
  std::shared_ptr<Model> model() override;
  Result<SessionStatus> wait() override;

 private:
  using Clock = std::chrono::steady_clock;

  // the training thread
  void run();
  void prepare();
  void begin(const std::shared_ptr<const DataSet>& data);
  void readInitialWeights();
  void takeInitialWeights();
  void continueFromCheckpoint();
  void startModel();
  void loop();
  void handle(const Command& command);
  void handleParameter(const command::SetParameter& change);
  // going back (going_back.cpp)
  void goTo(std::int64_t step);
  void goBack(std::int64_t step);
  void recall(std::int64_t step, const std::vector<Edit>& edits);
  void startFrom(std::int64_t step);
  void forgetUntaken(std::int64_t step);
  bool forgetLater();
  void keepMoment();
  void afterRound(Clock::time_point begun);
  void writeScalars(std::vector<Scalar> scalars);
  void saveSamples(const TileGrid& grid);
  bool saveCheckpoint();
  bool writeState();
  void evaluate(const command::Evaluate& what);
  void reset();
  bool budgetSpent();
  void finish();
  void publish();
  void publishSnapshot();
  /// A disk that fails pauses the run: what is in memory is not lost, and the person can make room and go on.
  bool kept(const Result<void>& written);
  void notify(NoticeLevel level, Sentence message, std::string key = {});
  void fail(const Error& error);
  void setState(SessionState state);
  JobContext activityContext();

  RunPlan plan_;
  std::shared_ptr<Storage> storage_;
  std::shared_ptr<const DataSet> data_;
  std::set<std::string> measuringTold_;    // what metrics have said already
  Trainer::Perceive perceive_;               // empty where the run does not ask
  NamedTensors initial_;                     // instead of the seed's; empty where the run starts from no other networks
  std::unique_ptr<Trainer> trainer_;
  std::unique_ptr<EventWriter> events_;
  bool paused_ = false, stopAsked_ = false, stepRound_ = false, stepPhase_ = false, budgetEnded_ = false;
  std::optional<PlayedPhase> played_;        // the last phase, where it was asked for by itself
  std::optional<std::int64_t> goal_;         // a round to train to, and pause
  std::optional<std::int64_t> forgetAfter_;  // the run went back to it; what lies on the disk of later rounds has still to go
  History history_;
  Clock::time_point nextMoment_{};
  double seconds_ = 0;
  std::int64_t savedStep_ = -1, shownStep_ = -1;   // of the last checkpoint and the last saved grid
  Clock::time_point nextShown_{}, nextSnapshot_{}, lastCheckpoint_{}, speedSince_{}, memoryRead_{};
  std::int64_t speedFrom_ = 0;

  // shared
  mutable std::mutex mutex_;
  std::condition_variable ended_;
  SessionStatus status_;
  Values values_;
  std::optional<Error> error_;
  std::shared_ptr<Model> model_;
  std::atomic<std::int64_t> watchedUntil_{0};   ///< steady clock ns: somebody looks at the samples
  std::shared_ptr<SnapshotBox> weights_ = std::make_shared<SnapshotBox>();
  Mailbox<Command> commands_;
  Mailbox<Scalar> scalars_;
  Mailbox<Edit> edits_;
  Mailbox<Notice> notices_;
  Slot<TileGrid> samples_;
  std::stop_source stop_;                       ///< long work besides training (reading data, metrics) gives up
  std::jthread thread_;
};

}  // namespace ganvas
