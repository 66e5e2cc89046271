// Claims are looked at as they are written: on games, whose numbers are known, and on an engine that only pretends to train.
#include "engine/lessons/check.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "tests/core/temp_folder.hpp"
#include "tests/ui/bridge/fake_engine.hpp"

namespace ganvas {
namespace {

class Claims : public ::testing::Test {
 protected:
  Lesson lesson(const std::string& scenes, const std::string& runs, const std::string& claims, const std::string& actions = "[]") {
    std::ofstream(folder_ / "l.json") << R"({"ganvas_lesson": 1, "title": "T", "scenes": {)" << scenes << R"(}, "steps": [{"title": "S", "text": "T", "scene": "a", "actions": )" << actions
                                      << R"(}], "runs": {)" << runs << R"(}, "claims": [)" << claims << "]}";
    return readLesson(folder_ / "l.json").value();
  }
  test::TempFolder folder_;
  test::FakeEngine engine_{{.roundsPerSecond = 20000}};
};

TEST_F(Claims, OnGamesSeeTheirNumbers) {
  const auto check = checkLesson(engine_, lesson(R"("a": {"game": "bilinear"})", R"("r": {"scene": "a", "steps": 100}, "wild": {"scene": "a", "values": {"step_size": 10.0}, "steps": 1000})", R"(
      {"says": "grows", "run": "r", "read": "distance", "is": ">", "than": {"run": "r", "read": "distance", "at": "start", "times": 1.5, "plus": 0.1}},
      {"says": "too much", "run": "r", "read": "distance", "is": ">", "value": 2, "short": true},
      {"says": "exactly", "run": "r", "read": "distance", "at": "max", "is": "=", "value": 1.6446318, "within": 1e-6},
      {"says": "flies apart", "run": "wild", "read": "diverged", "is": "=", "value": 1},
      {"says": "does not", "run": "r", "read": "diverged", "is": "=", "value": 0})"), {}).value();
  ASSERT_EQ(check.outcomes.size(), 5u);
  EXPECT_NEAR(check.outcomes[0].trials[0].left, std::pow(1.01, 50), 1e-6);
  EXPECT_NEAR(check.outcomes[0].trials[0].right, 1.6, 1e-12);
  EXPECT_TRUE(check.outcomes[0].holds());
  EXPECT_FALSE(check.outcomes[1].holds());
  EXPECT_TRUE(check.outcomes[2].holds());
  EXPECT_TRUE(check.outcomes[3].holds());
  EXPECT_TRUE(check.outcomes[4].holds());
  EXPECT_FALSE(check.holds());
}

TEST_F(Claims, TheShortFormLooksAtShortOnesOnly) {
  const auto check = checkLesson(engine_, lesson(R"("a": {"game": "bilinear"})", R"("r": {"scene": "a", "steps": 10})", R"(
      {"says": "one", "run": "r", "read": "distance", "is": ">", "value": 1},
      {"says": "two", "run": "r", "read": "distance", "is": ">", "value": 1, "short": true})"), {.isShort = true}).value();
  ASSERT_EQ(check.outcomes.size(), 1u);
  EXPECT_EQ(check.outcomes[0].says, "two");
}

TEST(ClaimOutcome, NeedsTheShippedSeedAndFourOfFiveOthers) {
  const auto holds = [](const std::vector<bool>& trials) {
    ClaimOutcome outcome;
    for (const bool held : trials) outcome.trials.push_back({.holds = held});
    return outcome.holds();
  };
  EXPECT_TRUE(holds({true}));
  EXPECT_TRUE(holds({true, true, true, false, true, true}));
  EXPECT_FALSE(holds({true, true, false, false, true, true}));
  EXPECT_FALSE(holds({false, true, true, true, true, true}));
  EXPECT_FALSE(holds({}));
}

TEST_F(Claims, OnRunsReadTheirCurvesSeedBySeed) {
  const auto family = engine_.families().front().name;
  const auto check = checkLesson(engine_, lesson("\"a\": {\"family\": \"" + family + "\", \"data\": \"fashion-mnist\"}", R"("r": {"scene": "a", "steps": 30})", R"(
      {"says": "has a loss", "run": "r", "read": "loss_d", "at": "mean", "is": ">", "value": 0},
      {"says": "goes on", "run": "r", "read": "diverged", "is": "=", "value": 0})"), {.others = 2}).value();
  ASSERT_EQ(check.outcomes.size(), 2u);
  EXPECT_TRUE(check.problems.empty()) << check.problems.front();
  ASSERT_EQ(check.outcomes[0].trials.size(), 3u);
  EXPECT_EQ(check.outcomes[0].trials[2].seed, check.outcomes[0].trials[0].seed + 2);
  EXPECT_TRUE(check.holds());
}

TEST_F(Claims, AReadingThatIsNotThereIsTold) {
  const auto check = checkLesson(engine_, lesson(R"("a": {"game": "bilinear"})", R"("r": {"scene": "a", "steps": 10})", R"({"says": "one", "run": "r", "read": "distence", "is": ">", "value": 1})"), {}).value();
  ASSERT_EQ(check.problems.size(), 1u);
  EXPECT_NE(check.problems[0].text().find("It has: distance, diverged"), std::string::npos) << check.problems[0];
  EXPECT_FALSE(check.holds());
}

TEST_F(Claims, ScenesAndButtonsThatCannotWorkAreTold) {
  LessonCheck found;
  lookAtScenes(engine_, lesson(R"("a": {"game": "bilinear"}, "b": {"family": ")" + engine_.families().front().name + R"(", "data": "fashion-mnist", "values": {"no-such": 1}})", "", "", R"([{"label": "Go", "values": {"step_sise": 1}}, {"label": "Fine", "values": {"noise": 0.1}}])").info, found);
  ASSERT_EQ(found.problems.size(), 2u);
  EXPECT_NE(found.problems[0].text().find("no-such"), std::string::npos);
  EXPECT_NE(found.problems[1].text().find("Step 1, button \"Go\""), std::string::npos);
}

TEST_F(Claims, CanBeStopped) {
  const auto check = checkLesson(engine_, lesson(R"("a": {"game": "bilinear"})", R"("r": {"scene": "a", "steps": 10})", R"({"says": "one", "run": "r", "read": "x", "is": ">", "value": 1})"),
                                 {.progress = [](const std::string&, double) { return false; }});
  ASSERT_FALSE(check.ok());
  EXPECT_EQ(check.error().kind, ErrorKind::cancelled);
}

}  // namespace
}  // namespace ganvas
