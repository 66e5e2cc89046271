#include "engine/lessons/lessons.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/games/games.hpp"
#include "tests/core/temp_folder.hpp"

namespace ganvas {
namespace {

using Json = nlohmann::ordered_json;

class Lessons : public ::testing::Test {
 protected:
  void SetUp() override { setenv("XDG_CONFIG_HOME", folder_.path().c_str(), 1); }

  static Json good() {
    return Json::parse(R"({
      "ganvas_lesson": 1, "title": {"en": "Circles", "zh_CN": "圆"}, "summary": "Plain text is English.", "minutes": 3,
      "scenes": {"plain": {"game": "bilinear", "values": {"step_size": 0.2}}, "cured": {"game": "bilinear", "values": {"method": "extragradient"}, "beside": "plain"}},
      "steps": [{"title": "Look", "text": {"en": ["One.", "Two."], "zh_CN": "一。"}, "look": "The track.", "scene": "plain",
                 "actions": [{"label": "Cure", "values": {"method": "extragradient"}}, {"label": "Go", "command": "play"}], "attempts": ["Half the step."],
                 "question": {"text": "Where to?", "answers": ["Home", "Away"], "right": 2, "because": "The radius grows."}}],
      "runs": {"long": {"scene": "plain", "steps": 100}},
      "claims": [{"says": "It leaves.", "run": "long", "read": "distance", "is": ">", "than": {"run": "long", "read": "distance", "at": "start", "times": 2}, "short": true}]})");
  }
  std::filesystem::path write(const std::string& text, const std::string& name = "07-circles.json") {
    const auto file = folder_ / name;
    std::ofstream(file) << text;
    return file;
  }
  std::string refusal(const Json& json) {
    const auto lesson = readLesson(write(json.dump()));
    if (lesson) return {};
    EXPECT_NE(lesson.error().message.text().find("07-circles.json"), std::string::npos);
    return lesson.error().message;
  }
  void expectRefused(const Json& json, const std::string& part) {
    const auto told = refusal(json);
    EXPECT_NE(told.find(part), std::string::npos) << "\"" << told << "\" lacks \"" << part << "\"";
  }

  test::TempFolder folder_;
};

TEST_F(Lessons, AreReadAsTheyAreWritten) {
  const auto lesson = readLesson(write(good().dump())).value();
  const auto& info = lesson.info;
  EXPECT_EQ(info.name, "circles");
  EXPECT_EQ(inLanguage(info.title, "zh_CN"), "圆");
  EXPECT_EQ(inLanguage(info.summary, "zh_CN"), "Plain text is English.");
  EXPECT_EQ(inLanguage(info.steps[0].text, "en"), "One.\n\nTwo.");
  EXPECT_EQ(std::get<double>(info.scenes.at("plain").values.at("step_size")), 0.2);
  EXPECT_EQ(info.scenes.at("cured").beside, "plain");
  EXPECT_EQ(info.steps[0].actions[1].command, "play");
  EXPECT_EQ(info.steps[0].question->right, 1);
  EXPECT_TRUE(info.hasClaims);
  EXPECT_EQ(lesson.claims[0].right->at, "start");
  EXPECT_EQ(lesson.claims[0].times, 2);
  EXPECT_EQ(lesson.runs.at("long").steps, 100);
}

TEST_F(Lessons, AWrongKeyIsToldWithItsPlaceAndTheNearestRightOne) {
  auto json = good();
  json["steps"][0]["acttions"] = Json::array();
  expectRefused(json, "steps[1]");
  expectRefused(json, "did you mean \"actions\"?");
  json = good(), json["titel"] = "x";
  expectRefused(json, "did you mean \"title\"?");
  json = good(), json["steps"][0]["question"]["becuase"] = "x";
  expectRefused(json, "steps[1].question");
  json = good(), json["scenes"]["plain"]["values"]["stepsize"] = 1;
  expectRefused(json, "step_size");
  json = good(), json["steps"][0]["scene"] = "plane";
  expectRefused(json, "did you mean \"plain\"?");
}

TEST_F(Lessons, WhatCannotBeIsRefused) {
  const std::vector<std::pair<std::function<void(Json&)>, std::string>> wrongs{
      {[](Json& j) { j.erase("title"); }, "\"title\" is missing"},
      {[](Json& j) { j.erase("steps"); }, "steps"},
      {[](Json& j) { j["steps"] = 3; }, "a list"},
      {[](Json& j) { j["steps"][0] = "x"; }, "an object"},
      {[](Json& j) { j["ganvas_lesson"] = 9; }, "format 1"},
      {[](Json& j) { j.erase("ganvas_lesson"); }, "no lesson"},
      {[](Json& j) { j["title"] = Json{{"zh_CN", "圆"}}; }, "English"},
      {[](Json& j) { j["title"] = 3; }, "a text"},
      {[](Json& j) { j["title"] = Json{{"en", "x"}, {"german", "x"}}; }, "\"german\""},
      {[](Json& j) { j["minutes"] = -1; }, "minutes"},
      {[](Json& j) { j["minutes"] = "long"; }, "whole number"},
      {[](Json& j) { j["scenes"]["plain"]["game"] = "chess"; }, "\"chess\""},
      {[](Json& j) { j["scenes"]["plain"]["values"]["step_size"] = 1e300; }, "step_size"},
      {[](Json& j) { j["scenes"]["plain"]["family"] = "x"; }, "either"},
      {[](Json& j) { j["scenes"]["plain"] = Json{{"family", "x"}}; }, "data"},
      {[](Json& j) { j["steps"][0]["question"]["right"] = 3; }, "right"},
      {[](Json& j) { j["steps"][0]["question"]["answers"] = Json{"one"}; }, "two"},
      {[](Json& j) { j["steps"][0]["actions"][0]["command"] = "fly"; }, "\"play\""},
      {[](Json& j) { j["steps"][0]["actions"][0].erase("values"); }, "does something"},
      {[](Json& j) { j["claims"][0]["is"] = "!="; }, "one of"},
      {[](Json& j) { j["claims"][0]["run"] = "lang"; }, "did you mean \"long\"?"},
      {[](Json& j) { j["claims"][0]["value"] = 1; }, "either"},
      {[](Json& j) { j["runs"]["long"]["steps"] = 0; }, "steps"},
  };
  for (const auto& [spoil, part] : wrongs) {
    auto json = good();
    spoil(json);
    expectRefused(json, part);
  }
  for (const auto* text : {"", "[1]", "{", "{\"a\":1,\"a\":2}", "null"}) EXPECT_FALSE(readLesson(write(text)).ok()) << text;
  EXPECT_FALSE(readLesson(folder_ / "none.json").ok());
}

TEST_F(Lessons, ABadFileOfThePersonsDoesNotLoseTheGoodOnes) {
  std::filesystem::create_directories(folder_ / "ganvas/lessons");
  write(good().dump(), "ganvas/lessons/mine.json");
  write("{\"ganvas_lesson\": 1}", "ganvas/lessons/broken.json");
  write("not one", "ganvas/lessons/notes.txt");
  const auto list = listLessons();
  ASSERT_FALSE(list.lessons.empty());
  EXPECT_EQ(list.lessons.back().name, "mine");
  ASSERT_EQ(list.problems.size(), 1u);
  EXPECT_NE(list.problems[0].text().find("broken.json"), std::string::npos);
  EXPECT_EQ(findLesson("mine").value().info.steps.size(), 1u);
  EXPECT_NE(findLesson("mime").error().message.text().find("did you mean \"mine\"?"), std::string::npos);
}

/// What comes with Ganvas is whole: both languages everywhere, and a question in every lesson.
TEST_F(Lessons, ShippedOnesAreWholeInBothLanguages) {
  const auto list = listLessons();
  EXPECT_TRUE(list.problems.empty()) << list.problems.front();
  EXPECT_FALSE(list.lessons.empty());
  const auto whole = [](const LocalText& text, const std::string& where) {
    if (text.empty()) return;
    for (const auto* language : {"en", "zh_CN"}) EXPECT_TRUE(text.contains(language) && !text.at(language).empty()) << where << ": " << inLanguage(text, "en");
  };
  std::set<std::string> names;
  for (const auto& lesson : list.lessons) {
    EXPECT_TRUE(names.insert(lesson.name).second) << lesson.name;
    EXPECT_GT(lesson.minutes, 0) << lesson.name;
    whole(lesson.title, lesson.name), whole(lesson.summary, lesson.name);
    int questions = 0;
    for (const auto& step : lesson.steps) {
      for (const auto* text : {&step.title, &step.text, &step.look}) whole(*text, lesson.name);
      for (const auto& action : step.actions) whole(action.label, lesson.name);
      for (const auto& attempt : step.attempts) whole(attempt, lesson.name);
      if (!step.question) continue;
      ++questions;
      whole(step.question->text, lesson.name), whole(step.question->because, lesson.name);
      for (const auto& answer : step.question->answers) whole(answer, lesson.name);
    }
    EXPECT_GT(questions, 0) << lesson.name;
  }
}

}  // namespace
}  // namespace ganvas
