// Games of two numbers, and lessons with the claims that they make.
#include <cstdio>
#include <memory>

#include "app/cli/commands.hpp"
#include "app/cli/json_output.hpp"
#include "app/common/progress_line.hpp"
#include "engine/lessons/check.hpp"

namespace ganvas::cli {
namespace {

using Json = nlohmann::ordered_json;

Result<Values> parsed(const Schema& schema, const std::vector<std::string>& given) {
  Values values;
  for (const auto& item : given) {
    const auto at = item.find('=');
    if (at == std::string::npos || at == 0) return Error{ErrorKind::usage, Sentence("--set " + item + " is not of the form key=value."), {}};
    auto value = schema.parse(item.substr(0, at), item.substr(at + 1));
    if (!value) return value.error();
    values[item.substr(0, at)] = *value;
  }
  return values;
}

int listGames(const Engine& engine, const Options& options) {
  Json games = Json::array(), parameters = Json::array();
  for (const auto& game : engine.games()) {
    games.push_back({{"name", game.name}, {"title", game.title}, {"formula", game.formula}, {"summary", game.summary}, {"paper", game.paper}});
    if (!options.json) std::printf("%-11s %s\n            %s\n", game.name.c_str(), game.formula.c_str(), game.summary.c_str());
  }
  const auto schema = engine.gameSchema();
  for (const auto& parameter : schema.parameters()) {
    parameters.push_back(toJson(parameter));
    if (!options.json) std::printf("%-18s %-14s %s\n", parameter.key.c_str(), toString(parameter.defaultValue).c_str(), parameter.help.c_str());
  }
  if (options.json) print(Json{{"games", games}, {"parameters", parameters}});
  return 0;
}

int playOne(const Engine& engine, const std::string& game, const std::vector<std::string>& set, const Options& options) {
  const auto values = parsed(engine.gameSchema(), set);
  if (!values) return report(values.error(), options);
  const auto track = engine.playGame({game, *values});
  if (!track) return report(track.error(), options);
  if (options.json) {
    print(Json{{"game", game}, {"x", track->x}, {"y", track->y}, {"distance", track->distance}, {"value", track->value}, {"diverged_at", track->divergedAt}});
    return 0;
  }
  const auto steps = track->distance.size();
  std::printf("Distance to the equilibrium: %.6g at the start, %.6g after %zu steps", track->distance.front(), track->distance.back(), steps - 1);
  if (track->divergedAt >= 0) std::printf("; step %lld left all bounds, and the game was ended", static_cast<long long>(track->divergedAt));
  std::printf(".\n");
  return 0;
}

int listAll(const Engine& engine, const Options& options) {
  const auto list = engine.lessons();
  Json lessons = Json::array(), problems = Json::array();
  for (const auto& lesson : list.lessons) {
    lessons.push_back({{"name", lesson.name}, {"title", lesson.title}, {"summary", lesson.summary}, {"minutes", lesson.minutes}, {"path", lesson.path}, {"claims", lesson.hasClaims}});
    if (!options.json) std::printf("%-22s %s (%d minutes)\n", lesson.name.c_str(), inLanguage(lesson.title, "en").c_str(), lesson.minutes);
  }
  for (const auto& problem : list.problems) {
    problems.push_back(problem.text());
    std::fprintf(stderr, "%s\n", problem.text().c_str());
  }
  if (options.json) print(Json{{"lessons", lessons}, {"problems", problems}});
  return 0;
}

Json told(const LessonCheck& check, const std::string& name, bool quiet) {
  Json claims = Json::array(), problems = Json::array(), notes = Json::array();
  for (const auto& outcome : check.outcomes) {
    Json trials = Json::array();
    if (!quiet) std::printf("%s  %s\n   ", outcome.holds() ? "holds" : "FAILS", outcome.says.c_str());
    for (const auto& trial : outcome.trials) {
      trials.push_back({{"seed", trial.seed}, {"value", number(trial.left)}, {"against", number(trial.right)}, {"holds", trial.holds}});
      if (!quiet) std::printf("  seed %llu: %.4g against %.4g%s", static_cast<unsigned long long>(trial.seed), trial.left, trial.right, trial.holds ? "" : " (no)");
    }
    if (!quiet) std::printf("\n");
    claims.push_back({{"says", outcome.says}, {"holds", outcome.holds()}, {"trials", trials}});
  }
  for (const auto& note : check.notes) notes.push_back(note.text()), std::fprintf(stderr, "%s\n", note.text().c_str());
  for (const auto& problem : check.problems) problems.push_back(problem.text()), std::fprintf(stderr, "%s\n", problem.text().c_str());
  return {{"lesson", name}, {"holds", check.holds()}, {"claims", claims}, {"problems", problems}, {"notes", notes}};
}

int checkOne(Engine& engine, const std::string& name, CheckOptions check, const Options& options) {
  const auto lesson = findLesson(name);
  if (!lesson) return report(lesson.error(), options);
  ProgressLine line;
  (void)interrupted();
  check.progress = [&](const std::string& what, double fraction) {
    line.show(what, fraction);
    return !interrupted();
  };
  const auto result = checkLesson(engine, *lesson, check);
  line.clear();
  if (!result) return report(result.error(), options);
  const auto json = told(*result, lesson->info.name, options.json);
  if (options.json) print(json);
  return result->holds() ? 0 : 1;
}

}  // namespace

Run addGame(CLI::App& command, const Options& options) {
  const auto name = std::make_shared<std::string>();
  const auto set = std::make_shared<std::vector<std::string>>();
  const auto steps = std::make_shared<std::string>(), method = std::make_shared<std::string>();
  command.add_option("--name", *name, "The game; without it, games and parameters are listed");
  command.add_option("--method", *method, "How the players step");
  command.add_option("--steps", *steps, "How many steps");
  command.add_option("--set", *set, "A parameter: key=value (may be repeated)")->take_all();
  return [&options, name, set, steps, method](Engine& engine) {
    if (name->empty()) return listGames(engine, options);
    auto given = *set;
    if (!method->empty()) given.push_back("method=" + *method);
    if (!steps->empty()) given.push_back("steps=" + *steps);
    return playOne(engine, *name, given, options);
  };
}

Run addLesson(CLI::App& command, const Options& options) {
  const auto name = std::make_shared<std::string>();
  struct Arguments : CheckOptions {
    bool list = false;   // what it does anyway
  };
  const auto check = std::make_shared<Arguments>();
  command.add_flag("--list", check->list, "List the lessons; so does the command by itself");
  command.add_option("--check", *name, "Run what this lesson (name or file) says, and tell whether it happens");
  command.add_flag("--short", check->isShort, "Only claims that are quick to look at");
  command.add_option("--others", check->others, "Seeds to try beside the lesson's own; four of five have to agree")->check(CLI::Range(0, 100));
  return [&options, name, check](Engine& engine) { return name->empty() ? listAll(engine, options) : checkOne(engine, *name, *check, options); };
}

}  // namespace ganvas::cli
