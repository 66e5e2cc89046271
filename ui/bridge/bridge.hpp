// The one QObject that talks to the engine. It polls on a tick of 16-33 ms and turns what arrived into signals: one signal a beat
// and kind, however many rounds were trained. Never waits for the engine. GUI thread.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "engine/api/engine.hpp"
#include "ui/bridge/words.hpp"

namespace ganvas::ui {

class Bridge : public QObject {
  Q_OBJECT
 public:
  explicit Bridge(std::shared_ptr<Engine> engine, QObject* parent = nullptr);
  ~Bridge() override;

  Engine& engine() const { return *engine_; }
  /// For a bridge to a second run.
  const std::shared_ptr<Engine>& sharedEngine() const { return engine_; }

  /// The run that is being trained or was trained last; null before the first.
  const std::shared_ptr<Session>& session() const { return session_; }
  SessionStatus status() const { return status_; }
  bool running() const;                           ///< a session exists that has neither finished nor failed

  /// Start or resume; on failure emits failed() and leaves what is there. Replaces a finished session.
  bool start(RunRequest request);
  bool resume(const QString& folder, const Values& edits, bool paused);
  /// The device of new runs that name none themselves; "auto" leaves it to the engine.
  void setPreferredDevice(const QString& device) { preferredDevice_ = device; }
  QString preferredDevice() const { return preferredDevice_; }
  void send(Command command);                     ///< nothing without a session

  /// A finished run reopened from disk. Emits recordOpened() when read. Stops showing the session.
  void openRun(const QString& folder);
  QString folder() const { return folder_; }      ///< of what is shown: session or reopened run; empty before the first

  /// The model of the session, or that of the opened run once it is loaded; null before.
  std::shared_ptr<Model> model() const { return model_; }
  /// Loads a stored run's networks for use; emits modelChanged().
  void openModel(const QString& folder);
  /// Goes back to networks that were loaded before.
  void useModel(std::shared_ptr<Model> model) { setModel(std::move(model)); }
  /// Goes back from a stored run's networks to those in training.
  void useSessionModel();
  void request(InferenceRequest request);

  /// Runs a job of the engine; `done` is called once on the GUI thread while `owner` lives, `progress` on ticks.
  /// The job is cancelled when `owner` dies.
  template <class T>
  void follow(std::shared_ptr<Job<T>> job, QObject* owner, std::function<void(Result<T>)> done,
              std::function<void(Progress)> progress = {}) {
    watch(
        owner,
        [job, done = std::move(done), progress = std::move(progress)] {
          auto result = job->poll();
          if (!result) {
            if (progress) progress(job->progress());
            return false;
          }
          done(std::move(*result));
          return true;
        },
        [job] { job->cancel(); }, [job] { return job->finished(); });
  }

 signals:
  void sessionStarted();                                    ///< a new session: clear curves, rebuild series
  void recordOpened(const ganvas::RunRecord& record);       ///< a stored run: show all of it
  void statusChanged(const ganvas::SessionStatus& status);  ///< at most once a beat, only when something changed; another state at once
  void scalarsArrived(const std::vector<ganvas::Scalar>& scalars);
  void samplesArrived(const ganvas::TileGrid& samples);
  void editsArrived(const std::vector<ganvas::Edit>& edits);
  void noticesArrived(const std::vector<ganvas::Notice>& notices);
  void modelChanged();                                      ///< model() is another one, or none
  void inferenceArrived(const ganvas::InferenceResult& result);
  void failed(const ganvas::ui::Words& sentence);           ///< for the message bar
  void done(const ganvas::ui::Words& sentence);             ///< the same, of what took a while and went well

 private:
  /// `poll` is called on each tick until it returns true or `owner` dies. Then `cancel` is called once, and what the watch holds is
  /// kept until `finished`: to let go of a job earlier would join its thread.
  void watch(QObject* owner, std::function<bool()> poll, std::function<void()> cancel = {}, std::function<bool()> finished = {});
  bool adopt(Result<std::shared_ptr<Session>> started);
  void retire(std::shared_ptr<Session> session);
  void setModel(std::shared_ptr<Model> model);
  void hold(std::shared_ptr<void> thing);
  void letGo();
  void tick();
  void tickWatches();
  void drain(Session& session);

  std::shared_ptr<Engine> engine_;
  std::shared_ptr<Session> session_;
  std::shared_ptr<Model> model_;
  SessionStatus status_;
  QString folder_, preferredDevice_;
  QTimer timer_;
  QElapsedTimer beat_;             // since the running session was last drained
  QElapsedTimer asked_;            // since networks were asked
  struct Watch;
  std::vector<Watch> watches_;
  std::vector<Watch> arrivals_;    // begun since the last tick
  std::vector<std::shared_ptr<void>> held_;   // sessions and networks that somebody may still use
  quint64 opening_ = 0;            // the newest openRun wins
  quint64 modelTurn_ = 0;          // the newest openModel wins
  bool modelIsSessions_ = false;
};

}  // namespace ganvas::ui
