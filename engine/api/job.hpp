// Long work that must not hold up a caller: started at once, asked after now and then, can be stopped.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <condition_variable>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>

#include "engine/api/result.hpp"

namespace ganvas {

struct Progress {
  double fraction = -1;   ///< 0..1, or negative where the end is not known
  Sentence activity;      ///< what is being done, for a person
};

/// What the work itself sees. Its methods may be called on the job's thread only.
class JobContext {
 public:
  using Report = std::function<void(Progress)>;
  JobContext(std::stop_token stop, Report report) : stop_(std::move(stop)), report_(std::move(report)) {}
  bool stopped() const { return stop_.stop_requested(); }
  std::stop_token stopToken() const { return stop_; }
  void report(double fraction, Sentence activity) const { report_({fraction, std::move(activity)}); }
  /// For work done inside other work whose progress nobody looks at.
  static JobContext quiet() { return {std::stop_token{}, [](Progress) {}}; }

 private:
  std::stop_token stop_;
  Report report_;
};

/// Runs `work` on a thread of its own. Any thread may call its methods; destroying it stops the work and waits for it.
template <class T>
class Job {
 public:
  using Work = std::function<Result<T>(JobContext&)>;

  explicit Job(Work work) : thread_([this, work = std::move(work)](std::stop_token stop) { run(std::move(stop), work); }) {}
  static std::shared_ptr<Job> start(Work work) { return std::make_shared<Job>(std::move(work)); }

  Progress progress() const { std::lock_guard lock(mutex_); return progress_; }
  void cancel() { thread_.request_stop(); }
  bool finished() const { std::lock_guard lock(mutex_); return result_.has_value(); }
  /// The outcome once there is one, else nothing. Never waits.
  std::optional<Result<T>> poll() const { std::lock_guard lock(mutex_); return result_; }
  /// Waits for the outcome. Not for the window's thread.
  Result<T> wait() const {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [this] { return result_.has_value(); });
    return *result_;
  }

 private:
  void run(std::stop_token stop, const Work& work) {
    JobContext context(std::move(stop), [this](Progress p) { std::lock_guard lock(mutex_); progress_ = std::move(p); });
    auto result = [&]() -> Result<T> {
      try {
        return work(context);
      } catch (const ErrorException& e) {
        return e.error();
      } catch (const std::bad_alloc&) {
        return Error{ErrorKind::memory, sentence("There is not enough memory for this. Close other programs or use smaller data."), {}};
      } catch (const std::exception& e) {
        return Error{ErrorKind::internal, sentence("Something went wrong inside Ganvas; the log has the details."), e.what()};
      }
    }();
    std::lock_guard lock(mutex_);
    result_ = std::move(result);
    done_.notify_all();
  }

  mutable std::mutex mutex_;
  mutable std::condition_variable done_;
  Progress progress_;
  std::optional<Result<T>> result_;
  std::jthread thread_;  // last: joins before the members above go
};

}  // namespace ganvas
