#include "engine/lessons/lessons.hpp"

#include <algorithm>

#include "engine/api/quote.hpp"
#include "engine/core/json_reader.hpp"
#include "engine/core/run_folder.hpp"
#include "engine/games/games.hpp"

namespace ganvas {
namespace fs = std::filesystem;
namespace {

constexpr int kFormat = 1;
constexpr std::int64_t kMostSteps = 1000000000;

template <class T>
std::vector<std::string> keysOf(const std::map<std::string, T>& map) {
  std::vector<std::string> keys;
  for (const auto& [key, item] : map) keys.push_back(key);
  return keys;
}

/// A name that has to be one of the map's.
template <class T>
void requireKnown(const JsonReader& json, const std::map<std::string, T>& known, const std::string& name, const Sentence& what) {
  if (known.contains(name)) return;
  const auto near = nearestWord(name, keysOf(known));
  json.fail(near ? sentence("there is no %1 %2; did you mean %3?", what, inQuotes(name), inQuotes(*near)) : sentence("there is no %1 %2", what, inQuotes(name)));
}

/// The values of a game are looked at now; those of a family by whoever opens it.
void checkGame(const JsonReader& json, const std::string& game, const Values& values) {
  const auto games = listGames();
  if (std::none_of(games.begin(), games.end(), [&](const auto& info) { return info.name == game; })) json.fail(sentence("there is no game %1", inQuotes(game)));
  if (const auto resolved = gameSchema().resolve(values); !resolved) json.fail(resolved.error().message);
}

LessonScene readScene(JsonReader json) {
  LessonScene scene;
  scene.family = json.text("family"), scene.data = json.text("data"), scene.game = json.text("game"), scene.beside = json.text("beside");
  if (const auto preset = json.text("preset"); !preset.empty()) scene.preset = preset;
  scene.values = json.values("values");
  json.done();
  if (scene.family.empty() == scene.game.empty()) json.fail(sentence("a scene has either a \"family\" with its \"data\", or a \"game\""));
  if (!scene.family.empty() && scene.data.empty()) json.fail(sentence("%1 is missing", inQuotes("data")));
  if (!scene.game.empty()) checkGame(json, scene.game, scene.values);
  return scene;
}

LessonAction readAction(JsonReader json, const LessonInfo& lesson) {
  LessonAction action;
  action.label = json.words("label", true);
  action.scene = json.text("scene");
  action.values = json.values("values");
  action.command = json.oneOf("command", {"play", "pause", "step", "step-phase", "reset"}, {});
  json.done();
  if (!action.scene.empty()) requireKnown(json, lesson.scenes, action.scene, sentence("scene"));
  if (action.scene.empty() && action.values.empty() && action.command.empty()) json.fail(sentence("a button does something: \"scene\", \"values\" or \"command\" is missing"));
  return action;
}

LessonQuestion readQuestion(JsonReader json) {
  LessonQuestion question;
  question.text = json.words("text", true);
  question.answers = json.wordsList("answers");
  if (question.answers.size() < 2) json.fail(sentence("a question has at least two \"answers\""));
  if (!json.has("right")) json.fail(sentence("%1 is missing", inQuotes("right")));
  // Counted from 1 in the file, as people do.
  question.right = static_cast<int>(json.whole("right", 1, 1, static_cast<std::int64_t>(question.answers.size()))) - 1;
  question.because = json.words("because", true);
  json.done();
  return question;
}

LessonStep readStep(JsonReader json, const LessonInfo& lesson) {
  LessonStep step;
  step.title = json.words("title", true);
  step.text = json.words("text", true);
  step.look = json.words("look");
  step.scene = json.text("scene");
  if (!step.scene.empty()) requireKnown(json, lesson.scenes, step.scene, sentence("scene"));
  json.eachItem("actions", [&](JsonReader item) { step.actions.push_back(readAction(std::move(item), lesson)); });
  step.attempts = json.wordsList("attempts");
  if (json.has("question")) step.question = readQuestion(json.object("question"));
  json.done();
  return step;
}

ClaimRun readRun(JsonReader json, const LessonInfo& lesson) {
  ClaimRun run;
  run.scene = json.text("scene", true);
  requireKnown(json, lesson.scenes, run.scene, sentence("scene"));
  run.values = json.values("values");
  run.steps = json.whole("steps", 0, 1, kMostSteps);
  json.eachItem("then", [&](JsonReader part) {
    run.then.push_back({part.values("values"), part.whole("steps", 0, 1, kMostSteps)});
    part.done();
  });
  json.done();
  return run;
}

ClaimReading readReading(JsonReader& json, const Lesson& lesson) {
  ClaimReading reading;
  reading.run = json.text("run", true);
  requireKnown(json, lesson.runs, reading.run, sentence("run"));
  reading.read = json.text("read", true);
  reading.at = json.oneOf("at", {"start", "end", "min", "max", "mean", "late"}, "end");
  reading.from = json.whole("from", 0, 0, kMostSteps);
  return reading;
}

Claim readClaim(JsonReader json, const Lesson& lesson) {
  Claim claim;
  claim.says = json.text("says", true);
  claim.left = readReading(json, lesson);
  claim.is = json.oneOf("is", {"<", "<=", ">", ">=", "="}, {});
  if (claim.is.empty()) json.fail(sentence("%1 is missing", inQuotes("is")));
  if (json.has("value") == json.has("than")) json.fail(sentence("a claim has either a \"value\" or another reading, \"than\""));
  claim.value = json.number("value", 0, -1e12, 1e12);
  if (json.has("than")) {
    auto than = json.object("than");
    claim.right = readReading(than, lesson);
    claim.times = than.number("times", 1, -1e6, 1e6);
    claim.plus = than.number("plus", 0, -1e6, 1e6);
    than.done();
  }
  claim.within = json.number("within", 0, 0, 1e12);
  claim.isShort = json.flag("short");
  json.done();
  return claim;
}

/// "03-mode-collapse.json" is the lesson mode-collapse.
std::string nameOf(const fs::path& file) {
  auto name = file.stem().string();
  const auto digits = name.find_first_not_of("0123456789");
  return digits != std::string::npos && digits > 0 && name[digits] == '-' ? name.substr(digits + 1) : name;
}

Lesson lessonFrom(JsonReader json, const fs::path& file) {
  if (!json.has("ganvas_lesson")) json.fail(sentence("it has no \"ganvas_lesson\": 1 and so is no lesson"));
  if (json.whole("ganvas_lesson", 0, 0, kMostSteps) != kFormat) json.fail(sentence("this Ganvas reads lessons of format %1. Use a newer Ganvas", kFormat));
  Lesson lesson;
  auto& info = lesson.info;
  info.name = nameOf(file), info.path = file.string();
  info.title = json.words("title", true);
  info.summary = json.words("summary");
  info.minutes = static_cast<int>(json.whole("minutes", 0, 0, 600));
  json.eachEntry("scenes", [&](const std::string& name, JsonReader item) { info.scenes[name] = readScene(std::move(item)); });
  for (const auto& [name, scene] : info.scenes)
    if (!scene.beside.empty()) requireKnown(json, info.scenes, scene.beside, sentence("scene"));
  json.eachItem("steps", [&](JsonReader item) { info.steps.push_back(readStep(std::move(item), info)); });
  if (info.steps.empty()) json.fail(sentence("a lesson has at least one of \"steps\""));
  json.eachEntry("runs", [&](const std::string& name, JsonReader item) { lesson.runs[name] = readRun(std::move(item), info); });
  json.eachItem("claims", [&](JsonReader item) { lesson.claims.push_back(readClaim(std::move(item), lesson)); });
  info.hasClaims = !lesson.claims.empty();
  json.done();
  return lesson;
}

fs::path shippedLessons() { return resourcesFolder() / "lessons"; }
fs::path personalLessons() { return configFolder() / "lessons"; }

std::vector<fs::path> filesIn(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code code;
  for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code))
    if (it->path().extension() == ".json") files.push_back(it->path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Result<Lesson> readLesson(const fs::path& file) {
  const auto json = readJson(file);
  if (!json) return json.error();
  try {
    return lessonFrom(JsonReader(*json, sentence("The lesson %1", inQuotes(file.string()))), file);
  } catch (const ErrorException& e) {
    return e.error();
  }
}

Result<Lesson> findLesson(const std::string& nameOrFile) {
  if (nameOrFile.find('/') != std::string::npos || nameOrFile.ends_with(".json")) return readLesson(nameOrFile);
  std::vector<std::string> known;
  for (const auto& folder : {shippedLessons(), personalLessons()})
    for (const auto& file : filesIn(folder)) {
      if (nameOf(file) == nameOrFile || file.stem() == nameOrFile) return readLesson(file);
      known.push_back(nameOf(file));
    }
  const auto near = nearestWord(nameOrFile, known);
  return Error{ErrorKind::usage,
               near ? sentence("There is no lesson %1; did you mean %2?", inQuotes(nameOrFile), inQuotes(*near)) : sentence("There is no lesson %1. A file is given as a path.", inQuotes(nameOrFile)),
               {}};
}

LessonList listLessons() {
  LessonList list;
  for (const auto& folder : {shippedLessons(), personalLessons()})
    for (const auto& file : filesIn(folder)) {
      auto lesson = readLesson(file);
      if (lesson) list.lessons.push_back(std::move(lesson->info));
      else list.problems.push_back(lesson.error().message);
    }
  return list;
}

}  // namespace ganvas
