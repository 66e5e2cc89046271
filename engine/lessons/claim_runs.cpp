#include "engine/lessons/claim_runs.hpp"

#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "engine/lessons/field_reading.hpp"

namespace ganvas {
namespace fs = std::filesystem;
namespace {

Error stopped() { return {ErrorKind::cancelled, sentence("Stopped."), {}}; }

/// A run's folder that is gone afterwards.
class RunFolder {
 public:
  RunFolder() {
    auto pattern = (fs::temp_directory_path() / "ganvas-lesson-XXXXXX").string();
    if (const auto* made = ::mkdtemp(pattern.data())) path_ = made;
  }
  ~RunFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  RunFolder(const RunFolder&) = delete;
  RunFolder& operator=(const RunFolder&) = delete;
  fs::path run() const { return path_ / "run"; }

 private:
  fs::path path_;
};

/// The seed that stands in the values, or the schema's.
std::uint64_t seedOf(const Schema& schema, const Values& values) {
  const auto given = values.find("seed");
  const auto* parameter = schema.find("seed");
  const auto value = given != values.end() ? given->second : parameter ? parameter->defaultValue : Value{std::int64_t{1}};
  const auto* number = std::get_if<std::int64_t>(&value);
  return number ? static_cast<std::uint64_t>(*number) : 1;
}

Values joined(Values values, const Values& over) {
  for (const auto& [key, value] : over) values[key] = value;
  return values;
}

/// Fills the curves until the session has ended. A run that stopped by itself (NaN) has diverged.
Result<bool> follow(Session& session, Curves& curves, const std::function<bool(double)>& go) {
  bool diverged = false, asked = false, cancelled = false;
  for (;;) {
    const auto status = session.status();
    const bool ended = status.state == SessionState::finished || status.state == SessionState::failed;
    for (auto& scalar : session.takeScalars()) curves[scalar.tag].emplace_back(scalar.step, scalar.value);
    for (const auto& notice : session.takeNotices()) diverged = diverged || notice.level == NoticeLevel::error;
    if (ended) break;
    cancelled = cancelled || !go(status.totalSteps > 0 ? static_cast<double>(status.step) / static_cast<double>(status.totalSteps) : 0);
    if (!asked && (cancelled || (diverged && status.state == SessionState::paused))) session.send(command::Stop{}), asked = true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  if (cancelled) return stopped();
  const auto result = session.wait();
  if (!result && result.error().kind != ErrorKind::numeric) return result.error();
  return diverged || !result;
}

Result<ClaimResult> runFamily(Engine& engine, const LessonScene& scene, const ClaimRun& run, int other, const std::function<bool(double)>& go) {
  const auto schema = engine.schema(scene.family);
  if (!schema) return schema.error();
  const RunFolder folder;
  ClaimResult result;
  RunRequest request;
  request.family = scene.family, request.data = scene.data, request.preset = scene.preset, request.folder = folder.run().string();
  request.values = joined(scene.values, run.values);
  result.seed = seedOf(*schema, request.values) + static_cast<std::uint64_t>(other);
  request.values["seed"] = static_cast<std::int64_t>(result.seed);
  request.values["steps"] = run.steps;
  const auto parts = 1 + static_cast<double>(run.then.size());
  auto session = engine.startRun(request);
  if (!session) return session.error();
  auto diverged = follow(**session, result.curves, [&](double fraction) { return go(fraction / parts); });
  double done = 1;
  for (const auto& part : run.then) {
    if (!diverged || *diverged) break;
    auto edits = part.values;
    edits["steps"] = part.steps;
    session = engine.resumeRun(request.folder, edits, false);
    if (!session) return session.error();
    diverged = follow(**session, result.curves, [&](double fraction) { return go((done + fraction) / parts); });
    ++done;
  }
  if (!diverged) return diverged.error();
  result.curves["diverged"] = {{run.steps, *diverged ? 1 : 0}};
  if (*diverged) return result;
  session = std::shared_ptr<Session>();   // lets go of the folder
  const auto field = readField(engine, scene.family, request.folder);
  if (!field) return field.error();
  for (const auto& [name, value] : *field) result.curves["field/" + name] = {{run.then.empty() ? run.steps : run.then.back().steps, value}};
  return result;
}

Result<ClaimResult> runGame(const Engine& engine, const LessonScene& scene, const ClaimRun& run, int other) {
  ClaimResult result;
  GameRequest request{scene.game, joined(scene.values, run.values)};
  result.seed = seedOf(engine.gameSchema(), request.values) + static_cast<std::uint64_t>(other);
  request.values["seed"] = static_cast<std::int64_t>(result.seed);
  request.values["steps"] = run.steps;
  const auto track = engine.playGame(request);
  if (!track) return track.error();
  const std::pair<const char*, const std::vector<double>*> curves[] = {{"x", &track->x}, {"y", &track->y}, {"distance", &track->distance}, {"value", &track->value}};
  for (const auto& [tag, numbers] : curves)
    for (std::size_t i = 0; i < numbers->size(); ++i) result.curves[tag].emplace_back(static_cast<std::int64_t>(i), (*numbers)[i]);
  result.curves["diverged"] = {{run.steps, track->divergedAt >= 0 ? 1 : 0}};
  return result;
}

}  // namespace

Result<ClaimResult> runClaim(Engine& engine, const LessonScene& scene, const ClaimRun& run, int other, const std::function<bool(double)>& go) {
  if (!go(0)) return stopped();
  return scene.family.empty() ? runGame(engine, scene, run, other) : runFamily(engine, scene, run, other, go);
}

}  // namespace ganvas
