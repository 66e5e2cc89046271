#include "engine/lessons/check.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "engine/api/quote.hpp"
#include "engine/lessons/claim_runs.hpp"

namespace ganvas {
namespace {

double readingOf(const Curves& curves, const ClaimReading& reading) {
  const auto curve = curves.find(reading.read);
  std::vector<double> numbers;
  if (curve != curves.end())
    for (const auto& [step, value] : curve->second)
      if (step >= reading.from) numbers.push_back(value);
  if (numbers.empty()) {
    std::string known;
    for (const auto& [tag, points] : curves) known += (known.empty() ? "" : ", ") + tag;
    throw ErrorException({ErrorKind::input, sentence("The run %1 has no number %2 there. It has: %3.", inQuotes(reading.run), inQuotes(reading.read), known), {}});
  }
  const auto mean = [](auto from, auto to) { return std::accumulate(from, to, 0.0) / static_cast<double>(to - from); };
  if (reading.at == "start") return numbers.front();
  if (reading.at == "min") return *std::min_element(numbers.begin(), numbers.end());
  if (reading.at == "max") return *std::max_element(numbers.begin(), numbers.end());
  if (reading.at == "mean") return mean(numbers.begin(), numbers.end());
  if (reading.at == "late") return mean(numbers.end() - static_cast<std::ptrdiff_t>(std::max<std::size_t>(1, numbers.size() / 10)), numbers.end());
  return numbers.back();
}

bool compare(double left, const Claim& claim, double right) {
  if (claim.is == "<") return left < right;
  if (claim.is == "<=") return left <= right;
  if (claim.is == ">") return left > right;
  if (claim.is == ">=") return left >= right;
  return std::abs(left - right) <= claim.within;
}

std::vector<const Claim*> wanted(const Lesson& lesson, bool isShort) {
  std::vector<const Claim*> claims;
  for (const auto& claim : lesson.claims)
    if (!isShort || claim.isShort) claims.push_back(&claim);
  return claims;
}

std::set<std::string> runsOf(const std::vector<const Claim*>& claims) {
  std::set<std::string> names;
  for (const auto* claim : claims) {
    names.insert(claim->left.run);
    if (claim->right) names.insert(claim->right->run);
  }
  return names;
}

bool dataAreHere(const Engine& engine, const std::string& data) {
  for (const auto& dataset : engine.datasets())
    if (dataset.name == data) return dataset.present;
  return true;
}

void lookAtValues(const Schema& schema, const Values& values, bool live, const Sentence& where, LessonCheck& found) {
  for (const auto& error : schema.problems(values)) found.problems.push_back(sentence("%1: %2", where, error.message));
  for (const auto& [key, value] : values)
    if (const auto* parameter = schema.find(key); live && parameter && !parameter->live)
      found.problems.push_back(sentence("%1: %2 cannot be changed while a run runs. Let the button open a scene.", where, inQuotes(key)));
}

}  // namespace

bool ClaimOutcome::holds() const {
  if (trials.empty() || !trials.front().holds) return false;
  const auto held = std::count_if(trials.begin() + 1, trials.end(), [](const auto& trial) { return trial.holds; });
  return 5 * held >= 4 * static_cast<std::ptrdiff_t>(trials.size() - 1);
}

bool LessonCheck::holds() const {
  return problems.empty() && std::all_of(outcomes.begin(), outcomes.end(), [](const auto& outcome) { return outcome.holds(); });
}

void lookAtScenes(const Engine& engine, const LessonInfo& lesson, LessonCheck& found) {
  for (const auto& [name, scene] : lesson.scenes) {
    if (scene.family.empty()) continue;
    const auto where = sentence("Scene %1", inQuotes(name));
    if (!dataAreHere(engine, scene.data)) {
      found.notes.push_back(sentence("%1 was not looked at: the data %2 are not here.", where, inQuotes(scene.data)));
      continue;
    }
    RunRequest request;
    request.family = scene.family, request.data = scene.data, request.preset = scene.preset, request.values = scene.values;
    for (const auto& error : engine.problems(request)) found.problems.push_back(sentence("%1: %2", where, error.message));
  }
  const LessonScene* open = nullptr;
  int number = 0;
  for (const auto& step : lesson.steps) {
    ++number;
    if (!step.scene.empty()) open = &lesson.scenes.at(step.scene);
    for (const auto& action : step.actions) {
      const auto where = sentence("Step %1, button %2", number, inQuotes(inLanguage(action.label, "en")));
      const auto* scene = action.scene.empty() ? open : &lesson.scenes.at(action.scene);
      if (!scene) {
        found.problems.push_back(sentence("%1: nothing is open there.", where));
        continue;
      }
      const auto schema = scene->family.empty() ? Result<Schema>(engine.gameSchema()) : engine.schema(scene->family);
      if (schema) lookAtValues(*schema, action.values, action.scene.empty(), where, found);
    }
  }
}

Result<LessonCheck> checkLesson(Engine& engine, const Lesson& lesson, const CheckOptions& options) {
  LessonCheck check;
  lookAtScenes(engine, lesson.info, check);
  auto claims = wanted(lesson, options.isShort);
  std::erase_if(claims, [&](const Claim* claim) {
    const auto& scene = lesson.info.scenes.at(lesson.runs.at(claim->left.run).scene);
    if (scene.family.empty() || dataAreHere(engine, scene.data)) return false;
    check.notes.push_back(sentence("Not looked at, as the data %1 are not here: %2", inQuotes(scene.data), claim->says));
    return true;
  });
  for (const auto* claim : claims) check.outcomes.push_back({claim->says, {}});
  const auto names = runsOf(claims);
  double done = 0;
  const double all = static_cast<double>(names.size()) * (1 + options.others);
  for (int other = 0; other <= options.others; ++other) {
    std::map<std::string, ClaimResult> results;
    for (const auto& name : names) {
      const auto what = lesson.info.name + ", " + name + (other > 0 ? ", seed +" + std::to_string(other) : "");
      auto result = runClaim(engine, lesson.info.scenes.at(lesson.runs.at(name).scene), lesson.runs.at(name), other,
                             [&](double fraction) { return !options.progress || options.progress(what, (done + fraction) / all); });
      if (!result) return result.error();
      results[name] = std::move(*result);
      ++done;
    }
    for (std::size_t i = 0; i < claims.size(); ++i) try {
        const auto& claim = *claims[i];
        ClaimTrial trial;
        trial.seed = results.at(claim.left.run).seed;
        trial.left = readingOf(results.at(claim.left.run).curves, claim.left);
        trial.right = claim.right ? claim.times * readingOf(results.at(claim.right->run).curves, *claim.right) + claim.plus : claim.value;
        trial.holds = compare(trial.left, claim, trial.right);
        check.outcomes[i].trials.push_back(trial);
      } catch (const ErrorException& e) {
        check.problems.push_back(e.error().message);
      }
  }
  return check;
}

}  // namespace ganvas
