// Mailbox and slot between threads: nothing lost, order kept, newest wins. Meant for ThreadSanitizer, right without it.
#include "engine/core/mailbox.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <numeric>
#include <string>
#include <thread>

namespace ganvas {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Mailbox, keepsOrder) {
  Mailbox<int> box;
  EXPECT_THAT(box.takeAll(), IsEmpty());
  EXPECT_EQ(box.tryTake(), std::nullopt);
  for (int i = 1; i <= 4; ++i) box.post(i);
  EXPECT_EQ(box.tryTake(), 1);
  EXPECT_THAT(box.takeAll(), ElementsAre(2, 3, 4));
  EXPECT_THAT(box.takeAll(), IsEmpty());
}

TEST(Mailbox, losesNothingBetweenManyThreads) {
  constexpr int kSenders = 4, kItems = 5000;
  Mailbox<std::pair<int, int>> box;
  std::vector<std::jthread> senders;
  for (int s = 0; s < kSenders; ++s) {
    senders.emplace_back([&box, s] {
      for (int i = 0; i < kItems; ++i) box.post({s, i});
    });
  }
  std::vector<int> next(kSenders, 0);
  int received = 0;
  while (received < kSenders * kItems) {
    for (const auto& [sender, item] : box.takeAll()) {
      ASSERT_EQ(item, next[static_cast<std::size_t>(sender)]++) << "items of one sender keep their order";
      ++received;
    }
  }
  EXPECT_THAT(box.takeAll(), IsEmpty());
}

TEST(Mailbox, manyReceiversShareTheItems) {
  constexpr int kItems = 20000;
  Mailbox<int> box;
  std::atomic<std::int64_t> sum{0};
  std::atomic<int> received{0};
  {
    std::vector<std::jthread> receivers;
    for (int r = 0; r < 3; ++r) {
      receivers.emplace_back([&](std::stop_token stop) {
        while (const auto item = box.take(stop)) {
          sum += *item;
          ++received;
        }
      });
    }
    for (int i = 1; i <= kItems; ++i) box.post(i);
    while (received < kItems) std::this_thread::yield();
  }  // their stop tokens end the wait
  EXPECT_EQ(sum, std::int64_t{kItems} * (kItems + 1) / 2);
}

TEST(Mailbox, aStopEndsTheWait) {
  Mailbox<std::string> box;
  std::optional<std::string> taken = "something";
  {
    std::jthread receiver([&](std::stop_token stop) { taken = box.take(stop); });
  }
  EXPECT_EQ(taken, std::nullopt);
}

TEST(Mailbox, holdsWhatCannotBeCopied) {
  Mailbox<std::unique_ptr<int>> box;
  box.post(std::make_unique<int>(7));
  box.post(std::make_unique<int>(8));
  EXPECT_EQ(**box.tryTake(), 7);
  EXPECT_EQ(*box.takeAll().at(0), 8);
}

TEST(Slot, newestWins) {
  Slot<int> slot;
  EXPECT_EQ(slot.tryTake(), std::nullopt);
  EXPECT_EQ(slot.put(1), std::nullopt);
  EXPECT_EQ(slot.put(2), 1) << "what is thrown away comes back";
  EXPECT_EQ(slot.tryTake(), 2);
  EXPECT_EQ(slot.tryTake(), std::nullopt);
}

TEST(Slot, theReceiverSeesTheLastOneAndNeverAnOlderAfterANewer) {
  constexpr int kLast = 20000;
  Slot<int> slot;
  std::jthread sender([&] {
    for (int i = 1; i <= kLast; ++i) slot.put(i);
  });
  int seen = 0;
  std::stop_source never;
  while (seen < kLast) {
    const auto item = slot.take(never.get_token());
    ASSERT_TRUE(item.has_value());
    ASSERT_GT(*item, seen);
    seen = *item;
  }
}

TEST(Slot, aStopEndsTheWait) {
  Slot<int> slot;
  std::optional<int> taken = 1;
  {
    std::jthread receiver([&](std::stop_token stop) { taken = slot.take(stop); });
  }
  EXPECT_EQ(taken, std::nullopt);
}

}  // namespace
}  // namespace ganvas
