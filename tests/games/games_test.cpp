// Games against what is known of them in closed form. With z = x + iy the bilinear game's slopes are i·z.
#include "engine/games/games.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/games/methods.hpp"
#include "engine/games/rules.hpp"

namespace ganvas {
namespace {

GameTrack play(const std::string& game, const std::string& method, double size, std::int64_t steps, Values more = {}) {
  more["method"] = method, more["step_size"] = size, more["steps"] = steps;
  return playGame({game, std::move(more)}).value();
}

/// The distance after each step of the one before, where it is the same everywhere.
void expectRatio(const GameTrack& track, double ratio) {
  ASSERT_GT(track.distance.size(), 10u);
  for (std::size_t i = 1; i < track.distance.size(); ++i) EXPECT_NEAR(track.distance[i] / track.distance[i - 1], ratio, 1e-6) << i;
}

double largest(const std::vector<double>& numbers) { return *std::max_element(numbers.begin(), numbers.end()); }

TEST(Bilinear, BothAtOnceLeaveByTheSameFactorEachStep) {
  for (const double size : {0.01, 0.1, 0.5}) expectRatio(play("bilinear", "simultaneous", size, 200), std::sqrt(1 + size * size));
}

TEST(Bilinear, InTurnsKeepsAnEllipse) {
  const auto track = play("bilinear", "alternating", 0.1, 100000);
  ASSERT_EQ(track.x.size(), 100001u);
  const auto kept = [&](std::size_t i) { return track.x[i] * track.x[i] + track.y[i] * track.y[i] - 0.1 * track.x[i] * track.y[i]; };
  for (std::size_t i = 0; i < track.x.size(); i += 1000) EXPECT_NEAR(kept(i), kept(0), 1e-9);
  EXPECT_LT(largest(track.distance), 1.1);
}

TEST(Bilinear, ExtragradientContracts) {
  for (const double size : {0.05, 0.3, 0.9}) expectRatio(play("bilinear", "extragradient", size, 100), std::sqrt(1 - size * size + std::pow(size, 4)));
}

TEST(Bilinear, OptimisticComesHomeAtTheRateOfItsLargestRoot) {
  const double size = 0.3, rate = std::sqrt((1 + std::sqrt(1 - 4 * size * size)) / 2);   // λ² = (1 + 2iη)λ − iη
  const auto track = play("bilinear", "optimistic", size, 300);
  EXPECT_LT(track.distance.back(), 1e-5);
  for (std::size_t i = 100; i < 200; ++i) EXPECT_NEAR(track.distance[i] / track.distance[i - 1], rate, 1e-6);
}

TEST(Bilinear, ConsensusContractsByItsWeight) {
  const double size = 0.1, weight = 0.5;
  expectRatio(play("bilinear", "consensus", size, 100, {{"consensus_weight", weight}}), std::hypot(1 - size * weight, size));
}

TEST(Bilinear, R1ShrinksAreasByItsDeterminant) {
  const double size = 0.1, weight = 0.5;
  const auto a = play("bilinear", "r1", size, 100, {{"r1_weight", weight}}), b = play("bilinear", "r1", size, 100, {{"r1_weight", weight}, {"start_x", -0.3}});
  const auto area = [&](std::size_t i) { return a.x[i] * b.y[i] - a.y[i] * b.x[i]; };
  for (std::size_t i = 1; i < a.x.size(); ++i) EXPECT_NEAR(area(i) / area(i - 1), 1 - size * weight + size * size, 1e-6);
}

TEST(Bilinear, MeanOfAllPlacesGoesToTheEquilibriumAsOneOverSteps) {
  for (const std::int64_t steps : {1000, 10000, 100000}) {
    const auto track = play("bilinear", "averaging", 0.1, steps);
    EXPECT_LT(track.distance.back() * static_cast<double>(steps), 25) << steps;   // a turn's worth of steps, 2/η, and an ellipse
  }
}

TEST(Bilinear, MomentumBrakesBelowZeroOnly) {
  EXPECT_LT(play("bilinear", "momentum", 0.1, 10000, {{"momentum", -0.5}}).distance.back(), 1e-3);
  EXPECT_GE(play("bilinear", "momentum", 0.1, 2000, {{"momentum", 0.5}}).divergedAt, 0);
  const auto none = play("bilinear", "momentum", 0.1, 100, {{"momentum", 0.0}}), turns = play("bilinear", "alternating", 0.1, 100);
  EXPECT_EQ(none.x, turns.x);
}

TEST(Quadratic, SpiralsInWithSmallStepsAndOutWithLarge) {
  for (const double size : {0.1, 0.5, 0.6}) expectRatio(play("quadratic", "simultaneous", size, 100), std::hypot(1 - 0.3 * size, size));
  EXPECT_LT(play("quadratic", "simultaneous", 0.1, 1000).distance.back(), 1e-6);
  EXPECT_GT(play("quadratic", "simultaneous", 0.6, 1000).distance.back(), 1);
}

TEST(DiracGan, ConvergesWithR1AndNotWithout) {
  EXPECT_LT(play("dirac-gan", "r1", 0.1, 2000).distance.back(), 1e-6);
  const auto plain = play("dirac-gan", "simultaneous", 0.1, 2000);
  for (std::size_t i = 1; i < plain.distance.size(); ++i) EXPECT_GT(plain.distance[i], plain.distance[i - 1]);
  EXPECT_GT(play("dirac-gan", "alternating", 0.1, 100000).distance.back(), 0.5);
}

/// Near the equilibrium f′(0) = ½ takes the place of the bilinear game's 1.
TEST(DiracGan, LeavesByHalfTheSlopeNearTheEquilibrium) {
  const auto track = play("dirac-gan", "simultaneous", 0.2, 20, {{"start_x", 1e-4}, {"start_y", 1e-4}});
  expectRatio(track, std::sqrt(1 + 0.1 * 0.1));
}

TEST(DiracWgan, StaysWithinItsSlopeAndDoesNotComeToRest) {
  for (const auto* method : {"simultaneous", "alternating"}) {
    const auto track = play("dirac-wgan", method, 0.1, 100000);
    EXPECT_EQ(track.divergedAt, -1);
    EXPECT_GT(track.distance.back(), 0.5);
    for (const double y : track.y) ASSERT_LE(std::abs(y), 1);
  }
  EXPECT_LT(play("dirac-wgan", "r1", 0.1, 2000).distance.back(), 1e-6);
}

TEST(Coin, StaysAChanceAndIsFairInTheMean) {
  const auto track = play("coin", "simultaneous", 0.1, 5000);
  for (std::size_t i = 0; i < track.x.size(); ++i) ASSERT_TRUE(track.x[i] >= 0 && track.x[i] <= 1 && track.y[i] >= 0 && track.y[i] <= 1);
  EXPECT_GT(track.distance.back(), 0.4);
  EXPECT_LT(play("coin", "averaging", 0.1, 5000).distance.back(), 0.01);
  EXPECT_LT(play("coin", "extragradient", 0.1, 5000).distance.back(), 1e-6);
}

TEST(Rules, SlopesAreThoseOfTheValue) {
  constexpr double h = 1e-4;
  for (const auto& rules : gameRules())
    for (const Place p : {Place{0.3, 0.7}, Place{0.9, 0.2}, Place{-1.4, 0.8}}) {
      const auto s = rules.slopes(p);
      const auto v = [&](double x, double y) { return rules.value({p.x + x, p.y + y}); };
      EXPECT_NEAR(s.x, (v(h, 0) - v(-h, 0)) / (2 * h), 1e-6) << rules.info.name;
      EXPECT_NEAR(s.y, (v(0, h) - v(0, -h)) / (2 * h), 1e-6) << rules.info.name;
      EXPECT_NEAR(s.xx, (v(h, 0) - 2 * v(0, 0) + v(-h, 0)) / (h * h), 1e-5) << rules.info.name;
      EXPECT_NEAR(s.yy, (v(0, h) - 2 * v(0, 0) + v(0, -h)) / (h * h), 1e-5) << rules.info.name;
      EXPECT_NEAR(s.xy, (v(h, h) - v(h, -h) - v(-h, h) + v(-h, -h)) / (4 * h * h), 1e-5) << rules.info.name;
      const auto home = rules.slopes({rules.info.equilibriumX, rules.info.equilibriumY});
      EXPECT_EQ(std::abs(home.x) + std::abs(home.y), 0);
    }
}

TEST(Noise, IsNormalAndTheSameForTheSameSeed) {
  Noise noise(7), again(7), other(8);
  double sum = 0, squares = 0, beyondTwo = 0;
  constexpr int kCount = 100000;
  for (int i = 0; i < kCount; ++i) {
    const double n = noise.next();
    ASSERT_EQ(n, again.next());
    sum += n, squares += n * n, beyondTwo += std::abs(n) > 2;
  }
  EXPECT_NE(noise.next(), other.next());
  EXPECT_NEAR(sum / kCount, 0, 0.015);
  EXPECT_NEAR(squares / kCount, 1, 0.02);
  EXPECT_NEAR(beyondTwo / kCount, 0.0455, 0.003);
}

/// Every game, every method, absurd sizes: what leaves all bounds is told, and no number is infinite or none.
TEST(Games, NeverTellInfinities) {
  const auto methods = gameSchema().find("method")->choices;
  for (const auto& game : listGames())
    for (const auto& method : methods)
      for (const double size : {0.1, 10.0}) {
        const auto track = play(game.name, method.key, size, 3000, {{"consensus_weight", 100.0}, {"r1_weight", 100.0}, {"momentum", 0.99}, {"noise", 10.0}, {"start_x", 1.0}, {"start_y", 0.0}});
        for (std::size_t i = 0; i < track.x.size(); ++i)
          ASSERT_TRUE(std::isfinite(track.x[i]) && std::isfinite(track.y[i]) && std::isfinite(track.distance[i]) && std::isfinite(track.value[i])) << game.name << ' ' << method.key;
        EXPECT_EQ(static_cast<std::int64_t>(track.x.size()), track.divergedAt < 0 ? 3001 : track.divergedAt);
        EXPECT_EQ(track.y.size(), track.x.size());
        EXPECT_EQ(track.distance.size(), track.x.size());
      }
  EXPECT_GT(play("bilinear", "simultaneous", 10, 3000).divergedAt, 0);
}

/// A step of the method from the middle of the field goes where the field says.
TEST(Games, FieldIsAStepOfItsMethod) {
  const auto methods = gameSchema().find("method")->choices;
  for (const auto& method : methods) {
    if (method.key == "averaging") continue;   // its field is that of the pair, not of the mean
    const Values values{{"method", method.key}, {"step_size", 0.2}, {"start_x", 0.5}, {"start_y", 0.25}, {"steps", std::int64_t{1}}};
    for (const auto& game : listGames()) {
      const auto field = gameField({game.name, values}, 5, 0, 1).value();
      const auto track = playGame({game.name, values}).value();
      EXPECT_NEAR(field.dx[1 * 5 + 2], (track.x[1] - track.x[0]) / 0.2, 1e-12) << method.key;
      EXPECT_NEAR(field.dy[1 * 5 + 2], (track.y[1] - track.y[0]) / 0.2, 1e-12) << method.key;
    }
  }
  const auto field = gameField({"coin", {}}, 3, -1, 1).value();
  EXPECT_EQ(field.dx[0], 0);   // no chance is −1
}

std::string refusal(const std::string& game, const Values& values) {
  const auto track = playGame({game, values});
  if (track) return {};
  EXPECT_EQ(track.error().kind, ErrorKind::usage);
  return track.error().message;
}

TEST(Games, AbsurdValuesGetASentence) {
  EXPECT_NE(refusal("chess", {}).find("\"chess\""), std::string::npos);
  EXPECT_NE(refusal("chess", {}).find("bilinear, dirac-gan"), std::string::npos);
  for (const double bad : {std::nan(""), HUGE_VAL, 1e300, -1.0, 0.0}) EXPECT_NE(refusal("bilinear", {{"step_size", bad}}).find("step_size"), std::string::npos);
  EXPECT_NE(refusal("bilinear", {{"steps", std::int64_t{1000000000}}}).find("steps"), std::string::npos);
  EXPECT_NE(refusal("bilinear", {{"step_sise", 0.1}}).find("step_size"), std::string::npos);
  EXPECT_NE(refusal("bilinear", {{"method", std::string("luck")}}).find("method"), std::string::npos);
  EXPECT_NE(refusal("coin", {{"start_x", 1.5}}).find("from 0 to 1"), std::string::npos);
  EXPECT_NE(refusal("dirac-wgan", {{"start_y", 1.5}}).find("from -1 to 1"), std::string::npos);
  EXPECT_FALSE(gameField({"bilinear", {}}, 1, 0, 1).ok());
  EXPECT_FALSE(gameField({"bilinear", {}}, 1000000, 0, 1).ok());
  EXPECT_FALSE(gameField({"bilinear", {}}, 10, 1, 1).ok());
  EXPECT_FALSE(gameField({"bilinear", {}}, 10, std::nan(""), 1).ok());
  EXPECT_FALSE(gameField({"bilinear", {}}, 10, 0, HUGE_VAL).ok());
}

}  // namespace
}  // namespace ganvas
