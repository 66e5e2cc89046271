// Job: progress from its thread, cancelling, exceptions as sentences, and an end that waits. Meant for ThreadSanitizer, right without it.
#include "engine/api/job.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

namespace ganvas {
namespace {

using ::testing::HasSubstr;

TEST(Job, givesItsResult) {
  const auto job = Job<int>::start([](JobContext& context) -> Result<int> {
    for (int i = 0; i <= 100; ++i) context.report(i / 100.0, sentence("Counting to 100 with a text that is too long for the stack"));
    return 42;
  });
  while (!job->finished()) {
    const auto progress = job->progress();
    EXPECT_LE(progress.fraction, 1.0);
  }
  EXPECT_EQ(*job->wait(), 42);
  EXPECT_EQ(**job->poll(), 42);
  EXPECT_EQ(job->progress().fraction, 1.0);
}

TEST(Job, manyThreadsMayWaitAndAsk) {
  std::atomic<bool> go{false};
  const auto job = Job<std::string>::start([&](JobContext&) -> Result<std::string> {
    while (!go) std::this_thread::yield();
    return std::string("done");
  });
  EXPECT_FALSE(job->poll().has_value());
  std::atomic<int> right{0};
  {
    std::vector<std::jthread> waiting;
    for (int i = 0; i < 4; ++i) waiting.emplace_back([&] { right += job->wait().value() == "done"; });
    go = true;
  }
  EXPECT_EQ(right, 4);
}

Result<int> untilStopped(JobContext& context) {
  while (!context.stopped()) context.report(-1, sentence("Waiting"));
  return Error{ErrorKind::cancelled, sentence("Stopped."), {}};
}

TEST(Job, canBeCancelled) {
  const auto job = Job<int>::start(untilStopped);
  job->cancel();
  EXPECT_EQ(job->wait().error().kind, ErrorKind::cancelled);
}

TEST(Job, goingAwayStopsTheWork) {
  std::atomic<bool> ended{false};
  {
    const auto job = Job<int>::start([&](JobContext& context) {
      auto result = untilStopped(context);
      ended = true;
      return result;
    });
  }
  EXPECT_TRUE(ended);
}

TEST(Job, exceptionsBecomeSentences) {
  const auto own = Job<int>::start([](JobContext&) -> Result<int> { throw ErrorException({ErrorKind::input, sentence("The file is torn."), {}}); });
  EXPECT_EQ(own->wait().error().message, "The file is torn.");
  const auto memory = Job<int>::start([](JobContext&) -> Result<int> { throw std::bad_alloc(); });
  EXPECT_EQ(memory->wait().error().kind, ErrorKind::memory);
  const auto bug = Job<int>::start([](JobContext&) -> Result<int> { throw std::runtime_error("a secret of the inside"); });
  EXPECT_EQ(bug->wait().error().kind, ErrorKind::internal);
  EXPECT_THAT(bug->wait().error().message, ::testing::Not(HasSubstr("secret")));
  EXPECT_THAT(bug->wait().error().detail, HasSubstr("secret"));
}

}  // namespace
}  // namespace ganvas
