// Targets whose density is known: held against integrals, and samplers against the densities.
#include <cmath>
#include <fstream>
#include <numeric>

#include "engine/data/point_measures.hpp"
#include "engine/data/point_set.hpp"
#include "tests/data/data_fixture.hpp"

namespace ganvas {
namespace {

using ::testing::HasSubstr;

class Target : public ::testing::TestWithParam<std::string> {
 protected:
  const PointTarget target_ = pointTarget(GetParam());
};
INSTANTIATE_TEST_SUITE_P(All, Target, ::testing::ValuesIn(pointTargetNames()), [](const auto& info) {
  auto name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST_P(Target, IsADensity) {
  const auto masses = target_.masses({-20, 20, -20, 20, 50, 70});
  EXPECT_NEAR(std::accumulate(masses.begin(), masses.end(), 0.0), 1, 1e-9);
  const auto seen = target_.masses(target_.view(64));
  EXPECT_GT(std::accumulate(seen.begin(), seen.end(), 0.0), 0.995) << "the view holds nearly all of it";
}

TEST_P(Target, MassOfACellIsTheIntegralOfTheDensity) {
  const auto& part = target_.parts[target_.parts.size() / 3];
  const PlaneGrid cell{part.x, part.x + target_.spread, part.y - target_.spread, part.y + 0.5 * target_.spread, 1, 1};
  constexpr int kSteps = 400;
  double sum = 0;
  for (int i = 0; i < kSteps; ++i)
    for (int j = 0; j < kSteps; ++j)
      sum += target_.density(cell.xLow + (cell.xHigh - cell.xLow) * (i + 0.5) / kSteps, cell.yLow + (cell.yHigh - cell.yLow) * (j + 0.5) / kSteps);
  sum *= cell.cellArea() / (kSteps * kSteps);
  EXPECT_NEAR(target_.masses(cell)[0], sum, 0.005 * sum);
}

TEST_P(Target, PointsFallAsTheDensityHasIt) {
  const auto grid = target_.view(12);
  const auto masses = target_.masses(grid);
  constexpr std::int64_t kCount = 100'000;
  const auto counts = histogram(target_.sample(kCount, 7), grid);
  double chi = 0;
  int cells = 0;
  for (std::size_t i = 0; i < masses.size(); ++i) {
    const double expected = masses[i] * kCount;
    if (expected < 10) continue;
    chi += (counts[i] - expected) * (counts[i] - expected) / expected;
    ++cells;
  }
  EXPECT_LT(chi, cells + 5 * std::sqrt(2.0 * cells)) << "of " << cells << " cells";
}

TEST_P(Target, NoPartIsThereTwice) {
  for (std::size_t i = 0; i < target_.parts.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_GT(std::hypot(target_.parts[i].x - target_.parts[j].x, target_.parts[i].y - target_.parts[j].y), 1e-6);
}

TEST_P(Target, TheSameSeedDrawsTheSamePoints) {
  EXPECT_EQ(target_.sample(100, 3), target_.sample(100, 3));
  EXPECT_NE(target_.sample(100, 3), target_.sample(100, 4));
}

TEST(Modes, APerfectSamplerScoresWhatThePapersSay) {
  for (const auto& [name, modes] : std::map<std::string, int>{{"ring8", 8}, {"ring8-wide", 8}, {"grid25", 25}, {"gauss2", 2}}) {
    const auto target = pointTarget(name);
    const auto points = target.sample(100'000, 1);
    const auto count = countModes(target, points);
    EXPECT_EQ(count.captured, modes) << name;
    EXPECT_NEAR(count.quality, 1 - std::exp(-4.5), 0.005) << name << ": a round Gaussian holds that much within three deviations";
    EXPECT_LT(count.reverseKl, 0.001) << name;
    EXPECT_LT(divergences(target, std::span(points).first(20'000), target.view(64)).js, 64 * 64 / (8.0 * 10'000)) << name << ": below the bound";
  }
}

TEST(Modes, HalfOfThemIsHalfOfThem) {
  const auto target = pointTarget("ring8-wide");
  std::vector<float> points;
  for (int i = 0; i < 400; ++i) points.push_back(static_cast<float>(target.parts[static_cast<std::size_t>(i % 4)].x)), points.push_back(static_cast<float>(target.parts[static_cast<std::size_t>(i % 4)].y));
  const auto count = countModes(target, points);
  EXPECT_EQ(count.captured, 4);
  EXPECT_DOUBLE_EQ(count.quality, 1);
  EXPECT_NEAR(count.reverseKl, std::log(2), 1e-12);
}

TEST(Divergence, IsLogTwoWhereNothingIsShared) {
  const auto target = pointTarget("gauss1");
  const std::vector<float> away{100, 100, -100, 50};
  EXPECT_NEAR(divergences(target, away, target.view(32)).js, std::log(2), 1e-4);
}

class Csv : public testing::DataTest {
 protected:
  std::filesystem::path write(const std::string& text) {
    const auto path = folder_ / "points.csv";
    std::ofstream(path) << text;
    return path;
  }
  std::string problem(const std::string& text) {
    const auto read = readPoints(write(text));
    EXPECT_FALSE(read) << text;
    return read ? std::string() : read.error().message.text();
  }
};

TEST_F(Csv, IsReadHoweverItIsSeparated) {
  for (const auto* text : {"x,y\n0,1\n2,3\n", "0;1\n2;3", "0 1\n\n+2\t3\n", "0, 1\r\n2, 3\r\n"}) {
    const auto read = readPoints(write(text));
    ASSERT_TRUE(read) << text << read.error().message;
    ASSERT_EQ(read->target.parts.size(), 2u) << text;
    EXPECT_DOUBLE_EQ(read->target.parts[1].x, 2);
    EXPECT_DOUBLE_EQ(read->target.parts[1].y, 3);
  }
  const auto set = loadData({write("0,1\n2,3\n4,4\n").string(), {}}, JobContext::quiet());
  ASSERT_TRUE(set) << set.error().message;
  EXPECT_EQ((*set)->info().kind, DataKind::points);
  EXPECT_EQ((*set)->trainCount(), 100'000);
}

TEST_F(Csv, WhatIsWrongIsToldWithItsLine) {
  EXPECT_THAT(problem(""), HasSubstr("no points"));
  EXPECT_THAT(problem("1,2\n"), HasSubstr("only one point"));
  EXPECT_THAT(problem("1,2\n1,2\n"), HasSubstr("only one point"));
  EXPECT_THAT(problem("1,2\n3,four\n"), HasSubstr("line 2"));
  EXPECT_THAT(problem("1,2\n3,4\n5\n"), HasSubstr("line 3"));
  EXPECT_THAT(problem("1,2\n3,4,5\n"), HasSubstr("3 numbers"));
  EXPECT_THAT(problem("1,2\nnan,1\n"), HasSubstr("line 2"));
  EXPECT_THAT(problem("1,2\n1e300,1\n"), HasSubstr("line 2"));
  EXPECT_THAT(problem("1,2\n" + std::string(5000, '1') + "\n"), HasSubstr("line 2"));
}

TEST_F(Csv, WhatIsDrawnIsReadAgain) {
  const auto text = pointsAsText(std::vector{0.5, -1.25, 2.0, 1e-3});
  ASSERT_TRUE(text);
  const auto read = readPoints(write(*text));
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->target.parts.size(), 2u);
  EXPECT_DOUBLE_EQ(read->target.parts[0].y, -1.25);
  EXPECT_DOUBLE_EQ(read->target.parts[1].y, 1e-3);
  for (const auto& few : {std::vector<double>{}, {1.0, 2.0}, {1.0, 2.0, 1.0, 2.0}, {1.0, 2.0, NAN, 0.0}}) EXPECT_FALSE(pointsAsText(few));
}

TEST_F(Csv, OfVeryManySomeAreTaken) {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += std::to_string(i % 100) + "," + std::to_string(i % 7) + "\n";
  const auto read = readPoints(write(text));
  ASSERT_TRUE(read);
  EXPECT_LE(read->target.parts.size(), 8000u);
  EXPECT_GE(read->target.parts.size(), 2000u);
  ASSERT_EQ(read->warnings.size(), 1u);
}

}  // namespace
}  // namespace ganvas
