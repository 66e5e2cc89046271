// Runs of networks so small that a round takes milliseconds, on pictures that a test writes.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "engine/core/run_folder.hpp"
#include "engine/tensor/checkpoint.hpp"
#include "engine/worker/engine_factory.hpp"
#include "tests/core/temp_folder.hpp"
#include "tests/worker/idx_files.hpp"

namespace ganvas::test {

class TrainingRuns : public ::testing::Test {
 protected:
  void SetUp() override { writeIdx(folder_ / "data", 40); }

  RunRequest request(Values values = {}) {
    RunRequest request;
    request.family = "fc-gan";
    request.data = (folder_ / "data").string();
    request.folder = (folder_ / "run").string();
    request.values = {{"width", std::int64_t{16}}, {"latent", std::int64_t{6}}, {"batch", std::int64_t{8}}, {"threads", std::int64_t{1}}};
    for (auto& [key, value] : values) request.values[key] = value;
    return request;
  }
  std::shared_ptr<Session> start(Values values = {}, bool paused = false) {
    auto asked = request(std::move(values));
    asked.startPaused = paused;
    return engine_->startRun(asked).value();
  }
  /// Waits until it holds; these are events, not speeds: the limit only ends a test that hangs.
  static bool eventually(const std::function<bool()>& holds) {
    for (int i = 0; i < 6000; ++i) {
      if (holds()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }
  static bool reaches(Session& session, SessionState state) {
    return eventually([&] { return session.status().state == state; });
  }
  static NamedTensors weights(const std::filesystem::path& run, std::int64_t step) { return readCheckpoint(checkpointPath(run, step)).value().tensors; }

  TempFolder folder_;
  Environment cache_{"XDG_CACHE_HOME", (folder_ / "cache").string()};
  Environment data_{"XDG_DATA_HOME", (folder_ / "share").string()};
  std::shared_ptr<Engine> engine_ = makeEngine();
};

}  // namespace ganvas::test
