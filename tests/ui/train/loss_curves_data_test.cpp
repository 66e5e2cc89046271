// One curve's points: smoothing against a sequence worked out by hand, extremes against a plain search.
#include <gtest/gtest.h>

#include <QSet>
#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "ui/train/curve_data.hpp"

namespace ganvas::test {
namespace {

using ui::Curve;
using ui::Window;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST(CurveData, SmoothingStartsUnbiased) {
  // w = 1/2 and 4, 8, 0, 16: m = 2, 5, 2.5, 9.25; divided by 1 - w^t = 1/2, 3/4, 7/8, 15/16.
  Curve curve({});
  curve.setSmoothing(0.5);
  curve.append(1, 4);
  curve.append(2, 8);
  curve.append(3, 0);
  curve.append(4, 16);
  ASSERT_EQ(curve.smoothed().size(), 4U);
  EXPECT_DOUBLE_EQ(curve.smoothed()[0], 4);
  EXPECT_DOUBLE_EQ(curve.smoothed()[1], 20.0 / 3);
  EXPECT_DOUBLE_EQ(curve.smoothed()[2], 20.0 / 7);
  EXPECT_DOUBLE_EQ(curve.smoothed()[3], 9.25 * 16 / 15);
}

TEST(CurveData, SmoothingPassesOverWhatIsNotFinite) {
  Curve curve({});
  curve.setSmoothing(0.5);
  curve.setData({1, 2, 3, 4}, {4, kNaN, kInfinity, 8});
  EXPECT_DOUBLE_EQ(curve.smoothed()[0], 4);
  EXPECT_TRUE(std::isnan(curve.smoothed()[1]));
  EXPECT_TRUE(std::isnan(curve.smoothed()[2]));
  EXPECT_DOUBLE_EQ(curve.smoothed()[3], 20.0 / 3);
}

TEST(CurveData, SmoothingDoesNotDependOnHowPointsCame) {
  Curve oneByOne({}), atOnce({});
  oneByOne.setSmoothing(0.9);
  std::vector<double> steps, values;
  for (int i = 0; i < 1000; ++i) {
    steps.push_back(i);
    values.push_back(std::sin(i * 0.1));
    oneByOne.append(i, values.back());
  }
  atOnce.setData(steps, values);
  atOnce.setSmoothing(0.9);
  EXPECT_EQ(oneByOne.smoothed(), atOnce.smoothed());
}

TEST(CurveData, WithoutSmoothingTheLineIsTheValues) {
  Curve curve({});
  curve.setData({1, 2, 3}, {3, 1, 2});
  curve.setSmoothing(0);
  EXPECT_EQ(curve.smoothed(), curve.values());
}

TEST(CurveData, RangesAgreeWithAPlainSearch) {
  std::mt19937 random(7);
  std::normal_distribution<double> normal;
  Curve curve({});
  std::vector<double> values;
  for (int i = 0; i < 5000; ++i) {
    values.push_back(i % 97 == 0 ? kNaN : normal(random));
    curve.append(i, values.back());
  }
  for (int trial = 0; trial < 500; ++trial) {
    int a = static_cast<int>(random() % 5000), b = static_cast<int>(random() % 5000);
    if (a > b) std::swap(a, b);
    double low = kInfinity, high = -kInfinity;
    for (int i = a; i <= b; ++i) {
      if (!std::isfinite(values[static_cast<std::size_t>(i)])) continue;
      low = std::min(low, values[static_cast<std::size_t>(i)]);
      high = std::max(high, values[static_cast<std::size_t>(i)]);
    }
    const auto range = curve.range(a, b, false);
    ASSERT_EQ(range.has_value(), low <= high);
    if (range) {
      EXPECT_EQ(range->first, low);
      EXPECT_EQ(range->second, high);
    }
  }
}

TEST(CurveData, FewPointsAreDrawnAsTheyAre) {
  Curve curve({});
  curve.setData({1, 2, 3, 4}, {5, kNaN, 7, kInfinity});
  QVector<double> x, y;
  curve.sample({0, 5, 100, false}, false, x, y);
  ASSERT_EQ(x, (QVector<double>{1, 2, 3, 4}));
  EXPECT_EQ(y[0], 5);
  EXPECT_TRUE(std::isnan(y[1]));
  EXPECT_EQ(y[2], 7);
  EXPECT_TRUE(std::isnan(y[3]));   // an infinite value is a gap as well
}

TEST(CurveData, ManyPointsAreThinnedToTheirExtremesInOrder) {
  Curve curve({});
  std::vector<double> steps(100'000), values(100'000);
  std::mt19937 random(3);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    steps[i] = static_cast<double>(i);
    values[i] = static_cast<double>(random() % 1000);
  }
  values[44'444] = 5000;
  values[70'000] = -5000;
  values[20'000] = kNaN;
  curve.setData(steps, values);
  QVector<double> x, y;
  curve.sample({0, 100'000, 500, false}, false, x, y);
  EXPECT_LE(x.size(), 3 * 502);
  EXPECT_TRUE(std::is_sorted(x.begin(), x.end()));
  EXPECT_EQ(*std::max_element(y.begin(), y.end(), [](double a, double b) { return (std::isnan(a) ? -kInfinity : a) < (std::isnan(b) ? -kInfinity : b); }), 5000);
  EXPECT_TRUE(y.contains(-5000));
  EXPECT_TRUE(std::any_of(y.begin(), y.end(), [](double value) { return std::isnan(value); }));
  for (qsizetype i = 0; i < x.size(); ++i) {   // nothing is made up
    EXPECT_TRUE(std::isnan(y[i]) || y[i] == values[static_cast<std::size_t>(x[i])]);
  }
}

TEST(CurveData, PanningDoesNotChangeWhichPointsAreChosen) {
  Curve curve({});
  std::vector<double> steps(50'000), values(50'000);
  std::mt19937 random(5);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    steps[i] = static_cast<double>(i);
    values[i] = static_cast<double>(random() % 1000);
  }
  curve.setData(steps, values);
  QVector<double> x1, y1, x2, y2;
  curve.sample({10'000, 30'000, 400, false}, false, x1, y1);
  curve.sample({10'123, 30'123, 400, false}, false, x2, y2);
  const QSet<double> first(x1.begin(), x1.end());
  int inside = 0, shared = 0;
  for (const double x : x2) {
    if (x < 11'000 || x > 29'000) continue;
    ++inside;
    shared += first.contains(x);
  }
  EXPECT_GT(inside, 600);
  EXPECT_EQ(shared, inside);
}

TEST(CurveData, LogarithmicStepsBeginAboveZero) {
  Curve curve({});
  std::vector<double> steps(10'000), values(10'000, 1.0);
  for (std::size_t i = 0; i < steps.size(); ++i) steps[i] = static_cast<double>(i);
  curve.setData(steps, values);
  QVector<double> x, y;
  curve.sample({1, 10'000, 200, true}, false, x, y);
  ASSERT_FALSE(x.isEmpty());
  EXPECT_EQ(x.front(), 1);
  // Each of the first steps has columns of its own on a logarithmic axis.
  EXPECT_EQ(x.mid(0, 5), (QVector<double>{1, 2, 3, 4, 5}));
}

TEST(CurveData, PositiveOnlyMakesGapsButKeepsTheData) {
  Curve curve({});
  curve.setData({1, 2, 3}, {1, -1, 2});
  curve.setPositiveOnly(true);
  QVector<double> x, y;
  curve.sample({0, 4, 100, false}, false, x, y);
  EXPECT_TRUE(std::isnan(y[1]));
  EXPECT_EQ(curve.values()[1], -1);
  EXPECT_EQ(curve.range(0, 4, false), std::pair(1.0, 2.0));
}

}  // namespace
}  // namespace ganvas::test
