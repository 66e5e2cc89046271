// Progress on stderr: one line that is written over on a terminal, a line every few seconds elsewhere. Main thread.
#pragma once

#include <chrono>
#include <string>
#include <thread>

#include "engine/api/job.hpp"

namespace ganvas {

class ProgressLine {
 public:
  /// `fraction` below 0: the end is not known.
  void show(const std::string& text, double fraction);
  /// Removes the line.
  void clear();

 private:
  std::chrono::steady_clock::time_point last_{};
  bool shown_ = false;
};

/// Ctrl-C or SIGTERM has come. Installed by the first call.
bool interrupted();

/// Waits for a job, showing its progress; an interrupt cancels it.
template <class T>
Result<T> followJob(Job<T>& job) {
  ProgressLine line;
  (void)interrupted();
  for (;;) {
    if (auto result = job.poll()) {
      line.clear();
      return *result;
    }
    if (interrupted()) job.cancel();
    const auto progress = job.progress();
    if (!progress.activity.empty()) line.show(progress.activity, progress.fraction);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

}  // namespace ganvas
