#include "engine/training/history.hpp"

#include <gtest/gtest.h>

namespace ganvas {
namespace {

constexpr std::int64_t kBytes = 400;   // of one moment

NamedTensors stateOf(std::int64_t step) { return {{"weights", torch::full({50}, static_cast<float>(step))}, {"moments", torch::zeros({50})}}; }

TEST(History, KeepsCopiesOfWhatWas) {
  History history(10 * kBytes);
  auto state = stateOf(3);
  history.keep(3, 1.5, state);
  state["weights"].fill_(9);
  const auto kept = history.before(7);
  ASSERT_NE(kept, history.end());
  EXPECT_EQ(kept->first, 3);
  EXPECT_EQ(kept->second.seconds, 1.5);
  EXPECT_TRUE(kept->second.state.at("weights").eq(3).all().item<bool>());
  EXPECT_EQ(history.before(2), history.end());
}

TEST(History, StaysWithinItsBytesAndIsDenseWhereItIsNew) {
  History history(20 * kBytes);
  for (std::int64_t step = 0; step <= 5000; ++step) {
    history.keep(step, 0, stateOf(step));
    ASSERT_LE(history.moments().size(), 20u);
  }
  for (std::int64_t step = 4997; step <= 5000; ++step) EXPECT_TRUE(history.has(step)) << step;
  // Whatever is asked for, the way from what is known is not much longer than the time that has passed since.
  for (std::int64_t step = 0; step <= 5000; step += 13) {
    const auto from = history.before(step) == history.end() ? 0 : history.before(step)->first;
    EXPECT_LE(step - from, 5000 - step + 1) << step;
  }
}

TEST(History, ForgetsWhatDidNotHappenAnyMore) {
  History history(100 * kBytes);
  for (std::int64_t step = 0; step < 10; ++step) history.keep(step, 0, stateOf(step));
  history.forgetAfter(4);
  EXPECT_EQ(history.moments().size(), 5u);
  EXPECT_EQ(history.before(9)->first, 4);
  history.clear();
  EXPECT_EQ(history.before(9), history.end());
}

TEST(History, WhatIsTooLargeIsLeftOut) {
  History history(kBytes - 1);
  history.keep(1, 0, stateOf(1));
  EXPECT_TRUE(history.moments().empty());
}

}  // namespace
}  // namespace ganvas
