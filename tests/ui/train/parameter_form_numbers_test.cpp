// Numbers of the form: how they are written, walked and put on sliders.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

#include "tests/ui/bridge/fake_engine.hpp"
#include "ui/train/parameter_scale.hpp"
#include "ui/train/parameter_text.hpp"

namespace ganvas::test {
namespace {

using namespace ui;

Parameter number(ParameterType type, std::optional<double> low, std::optional<double> high, bool logarithmic) {
  Parameter parameter;
  parameter.key = "x";
  parameter.title = "X";
  parameter.type = type;
  parameter.minimum = low;
  parameter.maximum = high;
  parameter.logarithmic = logarithmic;
  return parameter;
}

TEST(ParameterText, NumbersHaveFourDigitsAndNoNeedlessExponent) {
  const std::pair<double, const char*> known[] = {{0, "0"},          {0.0002, "0.0002"}, {2e-5, "2e-5"},   {1e-7, "1e-7"},    {0.12345678, "0.1235"},
                                                  {10000, "10000"},  {123456, "123456"}, {1e6, "1e6"},     {0.999, "0.999"},
                                                  {-0.5, "-0.5"},    {2.5e-6, "2.5e-6"}, {1.5e12, "1.5e12"}};
  for (const auto& [value, text] : known) {
    EXPECT_EQ(parametertext::number(value).toStdString(), text) << value;
  }
}

TEST(ParameterText, NumbersNearOneAreNotRoundedToOne) { EXPECT_EQ(parametertext::number(0.99999).toStdString(), "0.99999"); }

TEST(ParameterText, RangesAreSentences) {
  EXPECT_EQ(parametertext::range(number(ParameterType::real, 1e-7, 0.1, true)).toStdString(), "1e-7 to 0.1");
  EXPECT_EQ(parametertext::range(number(ParameterType::integer, 1, {}, false)).toStdString(), "at least 1");
  EXPECT_EQ(parametertext::range(number(ParameterType::integer, {}, 20, false)).toStdString(), "at most 20");
  EXPECT_EQ(parametertext::range(number(ParameterType::real, {}, {}, false)).toStdString(), "");
}

TEST(ParameterScale, BothEndsAreReachedExactly) {
  const auto schema = fakeSchema("dcgan");
  for (const auto& parameter : schema.parameters()) {
    const auto scale = SliderScale::of(parameter);
    if (!scale) continue;
    EXPECT_EQ(scale->valueAt(0), *parameter.minimum) << parameter.key;
    EXPECT_EQ(scale->valueAt(scale->positions()), *parameter.maximum) << parameter.key;
  }
}

TEST(ParameterScale, PositionsAreMonotonousAndComeBack) {
  const auto schema = fakeSchema("dcgan");
  for (const auto& parameter : schema.parameters()) {
    const auto scale = SliderScale::of(parameter);
    if (!scale) continue;
    SCOPED_TRACE(parameter.key);
    for (int i = 1; i <= scale->positions(); ++i) {
      ASSERT_GE(scale->valueAt(i), scale->valueAt(i - 1));
      ASSERT_NEAR(scale->positionOf(scale->valueAt(i)), i, std::max(2, scale->positions() / 40));
    }
  }
}

TEST(ParameterScale, AnOpenRangeOrAHugeOneHasNoSlider) {
  EXPECT_FALSE(SliderScale::of(number(ParameterType::integer, 1, {}, false)));
  EXPECT_FALSE(SliderScale::of(number(ParameterType::integer, 0, 0x1p63, false)));
  EXPECT_TRUE(SliderScale::of(number(ParameterType::integer, 1, 1e7, true)));
  EXPECT_TRUE(SliderScale::of(number(ParameterType::real, 0, 1, false)));
}

TEST(ParameterScale, ALogarithmicSliderIsHalfWayAtTheGeometricMean) {
  const auto scale = SliderScale::of(number(ParameterType::real, 1e-6, 1, true));
  EXPECT_NEAR(std::log10(scale->valueAt(scale->positions() / 2)), -3, 0.02);
}

TEST(ParameterScale, ALogarithmicSliderFromZeroHasZeroAtItsEnd) {
  const auto scale = SliderScale::of(number(ParameterType::real, 0, 0.1, true));
  EXPECT_EQ(scale->valueAt(0), 0);
  EXPECT_EQ(scale->positionOf(0), 0);
  EXPECT_NEAR(scale->valueAt(1), 1e-7, 1e-9);
}

TEST(ParameterScale, ALogarithmicSliderOfWholeNumbersMeetsPowersOfTwo) {
  const auto scale = SliderScale::of(number(ParameterType::integer, 1, 4096, true));
  std::set<double> met;
  for (int i = 0; i <= scale->positions(); ++i) met.insert(scale->valueAt(i));
  for (double power = 1; power <= 4096; power *= 2) EXPECT_TRUE(met.count(power)) << power;
}

TEST(ParameterScale, StepsSuitTheNumber) {
  const auto rate = number(ParameterType::real, 1e-7, 1, true);
  EXPECT_DOUBLE_EQ(stepped(rate, 2e-4, 1), 3e-4);
  EXPECT_DOUBLE_EQ(stepped(rate, 9e-4, 1), 1e-3);
  EXPECT_DOUBLE_EQ(stepped(rate, 1e-3, -1), 9e-4);
  EXPECT_DOUBLE_EQ(stepped(rate, 2.5e-4, -1), 2e-4);
  EXPECT_DOUBLE_EQ(stepped(rate, 1.0, 1), 1);
  const auto share = number(ParameterType::real, 0, 1, false);
  EXPECT_DOUBLE_EQ(stepped(share, 0.3, 1), 0.31);
  EXPECT_DOUBLE_EQ(stepped(share, 0.0, -1), 0);
  const auto batch = number(ParameterType::integer, 1, 4096, true);
  EXPECT_EQ(stepped(batch, std::int64_t{64}, 1), 128);
  EXPECT_EQ(stepped(batch, std::int64_t{64}, -1), 32);
  EXPECT_EQ(stepped(batch, std::int64_t{100}, 1), 200);
}

TEST(ParameterScale, WholeNumbersBeyondDoublesAreExact) {
  const auto seed = number(ParameterType::integer, 0, 0x1p63, false);
  const std::int64_t big = (std::int64_t{1} << 60) + 1;
  EXPECT_EQ(stepped(seed, big, 1), big + 1);
  EXPECT_EQ(stepped(seed, std::numeric_limits<std::int64_t>::max(), 1), std::numeric_limits<std::int64_t>::max());
}

}  // namespace
}  // namespace ganvas::test
