// The traffic of a training run without torch: a fake family trained by one thread, inference on its newest weights by a second one,
// commands from a window's thread that never waits. What the worker does with core's means, under ThreadSanitizer.
#include <gmock/gmock.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "engine/api/session.hpp"
#include "engine/core/event_log.hpp"
#include "engine/core/mailbox.hpp"
#include "engine/core/run_folder.hpp"
#include "engine/core/safetensors.hpp"
#include "tests/core/failing_storage.hpp"
#include "tests/core/temp_folder.hpp"

namespace ganvas {
namespace {

using test::TempFolder;
using ::testing::SizeIs;

/// One "weight" that grows by the learning rate each round: its value at the end tells which edits came at which step.
struct FakeWeights {
  std::int64_t step = 0;
  double weight = 0;
};

Frame frameOf(double weight) {
  auto pixels = std::make_shared<std::vector<std::uint8_t>>(4 * 4 * 4, static_cast<std::uint8_t>(weight));
  return {4, 4, std::move(pixels)};
}

/// Everything that crosses between the threads.
struct Traffic {
  Mailbox<Command> commands;
  Mailbox<Scalar> scalars;
  Mailbox<Edit> edits;
  Slot<TileGrid> samples;
  Slot<InferenceRequest> requests;
  Slot<InferenceResult> results;
  Slot<std::shared_ptr<const FakeWeights>> newest;
};

/// The training thread: commands between rounds, scalars up and into the log, pictures newest wins, checkpoints through Storage.
class FakeTrainer {
 public:
  FakeTrainer(Traffic& traffic, Storage& storage, std::filesystem::path folder)
      : traffic_(traffic), storage_(storage), folder_(std::move(folder)) {}

  void run(std::stop_token stop) {
    auto log = createEventLog(storage_, folder_);
    ASSERT_TRUE(log.ok());
    while (obey(stop)) {
      weights_.step += 1;
      weights_.weight += rate_;
      const Scalar point{weights_.step, "weight", weights_.weight};
      ASSERT_TRUE((*log)->add(weights_.step, {point}).ok());
      traffic_.scalars.post(point);
      traffic_.samples.put({weights_.step, 1, 1, 4, 4, 1, frameOf(weights_.weight)});
      traffic_.newest.put(std::make_shared<FakeWeights>(weights_));
    }
    checkpoint();
  }

 private:
  /// False once the run is to end. While paused it waits for the next command.
  bool obey(std::stop_token stop) {
    for (;;) {
      auto command = paused_ ? traffic_.commands.take(stop) : traffic_.commands.tryTake();
      if (stop.stop_requested()) return false;
      if (!command) return true;
      if (std::holds_alternative<command::Stop>(*command)) return false;
      if (std::holds_alternative<command::Pause>(*command)) paused_ = true;
      if (std::holds_alternative<command::Resume>(*command)) paused_ = false;
      if (std::holds_alternative<command::Checkpoint>(*command)) checkpoint();
      if (const auto* set = std::get_if<command::SetParameter>(&*command)) {
        const Edit edit{weights_.step, set->key, Value(rate_), set->value};
        rate_ = std::get<double>(set->value);
        EXPECT_TRUE(appendEdit(storage_, folder_, edit).ok());
        traffic_.edits.post(edit);
      }
      if (std::holds_alternative<command::StepRound>(*command)) return true;
    }
  }

  void checkpoint() {
    SafetensorsFile file;
    StoredTensor tensor{Dtype::f64, {1}, std::vector<std::byte>(sizeof(double))};
    std::copy_n(reinterpret_cast<const std::byte*>(&weights_.weight), sizeof(double), tensor.bytes.begin());
    file.tensors["generator.weight"] = std::move(tensor);
    file.metadata["step"] = std::to_string(weights_.step);
    EXPECT_TRUE(storage_.createFolders(folder_ / "checkpoints").ok());
    EXPECT_TRUE(writeSafetensors(storage_, checkpointPath(folder_, weights_.step), file).ok());
    EXPECT_TRUE(pruneCheckpoints(storage_, folder_, 2).ok());
  }

  Traffic& traffic_;
  Storage& storage_;
  std::filesystem::path folder_;
  FakeWeights weights_;
  double rate_ = 1;
  bool paused_ = false;
};

/// The inference thread: the newest request, on the newest weights that the trainer has put out.
void answer(std::stop_token stop, Traffic& traffic) {
  std::shared_ptr<const FakeWeights> weights = std::make_shared<FakeWeights>();
  while (auto request = traffic.requests.take(stop)) {
    if (auto newer = traffic.newest.tryTake()) weights = *newer;
    InferenceResult result;
    result.revision = request->revision;
    result.step = weights->step;
    result.images["samples"] = {weights->step, 1, 1, 4, 4, 1, frameOf(weights->weight)};
    traffic.results.put(std::move(result));
  }
}

TEST(FakeFamily, aWindowDrivesARunWithoutEverWaiting) {
  TempFolder folder;
  Traffic traffic;
  const auto storage = diskStorage();
  std::vector<Scalar> seen;
  std::vector<Edit> edits;
  std::uint64_t answered = 0;
  std::int64_t shown = 0;
  {
    std::jthread inference([&](std::stop_token stop) { answer(stop, traffic); });
    std::jthread training([&](std::stop_token stop) { FakeTrainer(traffic, *storage, folder.path()).run(stop); });
    const auto tick = [&](std::uint64_t revision) {
      traffic.requests.put({.revision = revision});
      for (const auto& scalar : traffic.scalars.takeAll()) seen.push_back(scalar);
      for (const auto& edit : traffic.edits.takeAll()) edits.push_back(edit);
      if (const auto grid = traffic.samples.tryTake()) {
        EXPECT_GT(grid->step, shown);
        shown = grid->step;
        EXPECT_EQ(grid->frame.bgra->size(), 64u);
      }
      if (const auto result = traffic.results.tryTake()) {
        EXPECT_GT(result->revision, answered) << "newest wins, and never goes back";
        answered = result->revision;
      }
    };
    std::uint64_t revision = 0;
    while (seen.size() < 200) tick(++revision);
    traffic.commands.post(command::SetParameter{"rate", Value(0.5)});
    while (edits.empty()) tick(++revision);
    traffic.commands.post(command::Pause{});
    traffic.commands.post(command::StepRound{});
    traffic.commands.post(command::StepRound{});
    traffic.commands.post(command::Checkpoint{});
    traffic.commands.post(command::Resume{});
    const auto already = seen.size();
    while (seen.size() < already + 200 || answered == 0) tick(++revision);
    traffic.commands.post(command::Stop{});
    training.join();
    tick(++revision);
  }
  // Lossless and in order, and each value is what the edits make it.
  ASSERT_THAT(edits, SizeIs(1));
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const auto step = static_cast<std::int64_t>(i) + 1;
    ASSERT_EQ(seen[i].step, step);
    const double before = static_cast<double>(std::min(step, edits[0].step));
    ASSERT_DOUBLE_EQ(seen[i].value, before + 0.5 * (static_cast<double>(step) - before));
  }
  // What lies on disk says the same.
  const auto logged = readEventLogs(folder.path());
  ASSERT_TRUE(logged.ok());
  EXPECT_THAT(*logged, SizeIs(seen.size()));
  EXPECT_EQ(readEdits(folder.path())->at(0).step, edits[0].step);
  const auto steps = checkpointSteps(folder.path());
  ASSERT_FALSE(steps.empty());
  EXPECT_EQ(steps.back(), static_cast<std::int64_t>(seen.size()));
  EXPECT_EQ(readSafetensors(checkpointPath(folder.path(), steps.back()))->metadata.at("step"), std::to_string(steps.back()));
}

TEST(FakeFamily, closingInTheMiddleLosesNothingThatWasLogged) {
  for (int round = 0; round < 5; ++round) {
    TempFolder folder;
    Traffic traffic;
    {
      std::jthread inference([&](std::stop_token stop) { answer(stop, traffic); });
      std::jthread training([&](std::stop_token stop) { FakeTrainer(traffic, *diskStorage(), folder.path()).run(stop); });
      if (round % 2) traffic.commands.post(command::Pause{});
      for (int i = 0; i < 20 * round; ++i) traffic.requests.put({.revision = static_cast<std::uint64_t>(i) + 1});
    }  // both threads are asked to stop and waited for
    EXPECT_EQ(readEventLogs(folder.path())->size(), traffic.scalars.takeAll().size());
    EXPECT_THAT(checkpointSteps(folder.path()), SizeIs(1));
  }
}

TEST(Storage, manyThreadsMayWriteDifferentFilesAtOnce) {
  TempFolder folder;
  const auto storage = diskStorage();
  {
    std::vector<std::jthread> writers;
    for (int w = 0; w < 4; ++w) {
      writers.emplace_back([&, w] {
        for (int i = 0; i < 20; ++i)
          EXPECT_TRUE(storage->writeAtomically(folder / ("file" + std::to_string(w)), std::string_view(std::to_string(i))).ok());
        EXPECT_TRUE(storage->writeAtomically(folder / "shared", std::string_view("whole")).ok());
      });
    }
  }
  for (int w = 0; w < 4; ++w) EXPECT_EQ(test::readBytes(folder / ("file" + std::to_string(w))), "19");
  EXPECT_EQ(test::readBytes(folder / "shared"), "whole");
}

}  // namespace
}  // namespace ganvas
