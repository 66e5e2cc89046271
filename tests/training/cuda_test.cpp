// The same rounds on a CUDA card as on the processor: all random numbers are drawn on the processor, so the first rounds must agree to
// the card's rounding (TF32 convolutions keep ten bits of the mantissa). Skipped where there is no card.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "engine/tensor/device.hpp"
#include "engine/training/trainer.hpp"
#include "tests/training/synthetic_pictures.hpp"
#include "tests/training/tiny_runs.hpp"

namespace ganvas {
namespace {

class OnACard : public ::testing::TestWithParam<std::string> {
 protected:
  static void SetUpTestSuite() { prepareTorch(); }
  void SetUp() override {
    if (!torch::cuda::is_available()) GTEST_SKIP() << "there is no CUDA card here";
  }
  std::unique_ptr<Trainer> trainer(torch::Device device, Values more = {}) {
    return std::make_unique<Trainer>(*findFamily(GetParam()), test::tinySettings(GetParam(), std::move(more)), test::dataFor(GetParam()), device);
  }
  /// tag → value for each round.
  static std::map<std::string, std::vector<double>> curves(Trainer& trainer, int rounds) {
    std::map<std::string, std::vector<double>> all;
    for (int i = 0; i < rounds; ++i) {
      if (auto done = trainer.runRound(); !done) ADD_FAILURE() << done.error().message;
      const auto scalars = trainer.takeScalars(true);
      if (!scalars) {
        ADD_FAILURE() << scalars.error().message;
        return all;
      }
      for (const auto& scalar : *scalars) all[scalar.tag].push_back(scalar.value);
    }
    return all;
  }
};
INSTANTIATE_TEST_SUITE_P(Registry, OnACard, ::testing::ValuesIn(test::familyNames()), [](const auto& info) { return test::asTestName(info.param); });

TEST_P(OnACard, TheFirstRoundsAgreeWithTheProcessors) {
  const auto here = curves(*trainer(torch::kCPU), 3), there = curves(*trainer(torch::kCUDA), 3);
  ASSERT_EQ(here.size(), there.size());
  for (const auto& [tag, values] : here)
    for (std::size_t i = 0; i < values.size(); ++i) EXPECT_NEAR(there.at(tag).at(i), values[i], 0.02 * std::max(1.0, std::abs(values[i]))) << tag << " in round " << i + 1;
}

TEST_P(OnACard, TwoHundredRoundsStaySound) {
  for (const auto* precision : {"float32", "bfloat16"}) {
    Values more;
    if (findFamily(GetParam())->schema.find("precision")) more["precision"] = std::string(precision);
    auto there = trainer(torch::kCUDA, more);
    for (const auto& [tag, values] : curves(*there, 200))
      for (const double value : values) ASSERT_TRUE(std::isfinite(value)) << tag;
    EXPECT_GT(there->preview().count, 0);
  }
}

TEST_P(OnACard, LeavesAStateThatTheProcessorTakesUp) {
  auto there = trainer(torch::kCUDA), here = trainer(torch::kCPU);
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(there->runRound());
  NamedTensors state;
  for (const auto& [name, tensor] : there->state()) state.emplace(name, tensor.to(torch::kCPU));
  ASSERT_TRUE(here->load(state, there->step()));
  for (const auto& [name, tensor] : here->state()) EXPECT_TRUE(torch::equal(tensor, state.at(name))) << name;
}

}  // namespace
}  // namespace ganvas
