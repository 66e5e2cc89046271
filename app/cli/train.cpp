#include <cstdio>
#include <iostream>
#include <memory>
#include <optional>

#include "app/cli/commands.hpp"
#include "app/cli/json_output.hpp"
#include "app/common/progress_line.hpp"

namespace ganvas::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
  RunRequest request;
  std::vector<std::string> set;
  std::optional<std::int64_t> steps, seed, threads;
  std::optional<double> epochs, minutes;
  std::optional<std::string> device;
  bool resume = false;
};

/// What was given by hand, as text: the schema parses it, for a new run here, for a stored one where its family is known.
Result<std::map<std::string, std::string>> givenByHand(const Arguments& arguments) {
  std::map<std::string, std::string> given;
  for (const auto& item : arguments.set) {
    const auto at = item.find('=');
    if (at == std::string::npos || at == 0) return Error{ErrorKind::usage, Sentence("--set " + item + " is not of the form key=value."), {}};
    given[item.substr(0, at)] = item.substr(at + 1);
  }
  if (arguments.steps || arguments.epochs || arguments.minutes) {  // a budget on the command line replaces one from a preset
    given["steps"] = std::to_string(arguments.steps.value_or(0));
    given["epochs"] = toString(Value{arguments.epochs.value_or(0)});
    given["minutes"] = toString(Value{arguments.minutes.value_or(0)});
  }
  if (arguments.seed) given["seed"] = std::to_string(*arguments.seed);
  if (arguments.threads) given["threads"] = std::to_string(*arguments.threads);
  if (arguments.device) given["device"] = *arguments.device;
  return given;
}

Result<std::shared_ptr<Session>> begin(Engine& engine, const Arguments& arguments) {
  auto given = givenByHand(arguments);
  if (!given) return given.error();
  if (arguments.resume) {
    if (!arguments.request.family.empty() || !arguments.request.data.empty() || arguments.seed || arguments.threads || arguments.device ||
        arguments.request.preset || arguments.request.config)
      return Error{ErrorKind::usage, Sentence("--resume takes family, data, seed and all else from the run; only --steps, --epochs, --minutes and --set of live parameters go with it."), {}};
    Values edits;
    for (const auto& [key, text] : *given) edits[key] = text;
    return engine.resumeRun(arguments.request.folder, edits, false);
  }
  if (arguments.request.family.empty() || arguments.request.data.empty())
    return Error{ErrorKind::usage, Sentence("train needs --family and --data (or --resume with --run). See ganvas-cli families and ganvas-cli datasets."), {}};
  auto request = arguments.request;
  const auto schema = engine.schema(request.family);
  if (!schema) return schema.error();
  for (const auto& [key, text] : *given) {
    auto value = schema->parse(key, text);
    if (!value) return value.error();
    request.values[key] = *value;
  }
  return engine.startRun(std::move(request));
}

/// With the first two curves that the run has: the players' losses, or what it learns by where there is one player.
std::string describe(const SessionStatus& status, const std::vector<SeriesInfo>& series, const std::map<std::string, double>& last) {
  char text[256];
  const std::string total = status.totalSteps > 0 ? "/" + std::to_string(status.totalSteps) : "";
  std::snprintf(text, sizeof text, "round %lld%s  epoch %.2f", static_cast<long long>(status.step), total.c_str(), status.epoch);
  std::string line = text;
  int shown = 0;
  for (const auto& curve : series) {
    const auto value = last.find(curve.tag);
    if (value == last.end() || shown == 2) continue;
    std::snprintf(text, sizeof text, "  %s %.3f", curve.tag.c_str(), value->second);
    line += text;
    ++shown;
  }
  std::snprintf(text, sizeof text, "  %.0f pictures/s", status.imagesPerSecond);
  line += text;
  if (status.secondsLeft >= 0) {
    std::snprintf(text, sizeof text, "  %d:%02d left", static_cast<int>(status.secondsLeft) / 60, static_cast<int>(status.secondsLeft) % 60);
    line += text;
  }
  return line;
}

/// Shows what happens until the run ends; gives the first error that stopped it.
std::optional<Error> watch(Session& session, std::map<std::string, double>& last) {
  ProgressLine line;
  std::optional<Error> error;
  bool stopped = false;
  (void)interrupted();
  const auto series = session.series();
  for (;;) {
    const auto status = session.status();
    const bool ended = status.state == SessionState::finished || status.state == SessionState::failed;
    for (const auto& scalar : session.takeScalars()) last[scalar.tag] = scalar.value;
    for (const auto& notice : session.takeNotices()) {
      line.clear();
      if (notice.level != NoticeLevel::error) std::cerr << notice.message << std::endl;
      else if (!error) error = Error{ErrorKind::internal, notice.message, {}};
    }
    if (ended) break;
    if ((interrupted() || (error && status.state == SessionState::paused)) && !stopped) {
      stopped = true;
      session.send(command::Stop{});
    }
    if (status.state == SessionState::preparing || !status.activity.empty()) line.show(status.activity, status.activityFraction);
    else line.show(describe(status, series, last), status.totalSteps > 0 ? static_cast<double>(status.step) / static_cast<double>(status.totalSteps) : -1);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  line.clear();
  const auto result = session.wait();
  if (!result) return result.error();
  return std::nullopt;
}

int train(Engine& engine, const Arguments& arguments, const Options& options) {
  auto session = begin(engine, arguments);
  if (!session) return report(session.error(), options);
  auto& run = **session;
  std::map<std::string, double> last;
  if (const auto error = watch(run, last)) return report(*error, options);
  const auto status = run.status();
  Json metrics = Json::object();
  for (const auto& [tag, value] : last)
    if (tag.rfind("speed/", 0) != 0) metrics[tag] = number(value);
  const auto model = run.model();  // null where it was stopped before there were networks
  const double rate = status.seconds > 0 ? status.imagesPerSecond : 0;
  if (options.json) {
    print(Json{{"run", run.folder()}, {"family", model ? model->info().family.name : arguments.request.family}, {"data", model ? model->info().data : arguments.request.data},
                      {"step", status.step}, {"seconds", number(status.seconds)}, {"images_per_second", number(rate)}, {"device", status.device},
                      {"stopped_by", status.stoppedBy}, {"metrics", metrics}});
  } else {
    std::printf("%lld rounds in %.1f s (stopped by %s). The run is in %s\n", static_cast<long long>(status.step), status.seconds, status.stoppedBy.c_str(), run.folder().c_str());
  }
  return 0;
}

}  // namespace

Run addTrain(CLI::App& command, const Options& options) {
  const auto a = std::make_shared<Arguments>();
  command.add_option("--family", a->request.family, "GAN family");
  command.add_option("--data", a->request.data, "Catalogue name, IDX file or folder, or a folder of pictures");
  command.add_option("--run", a->request.folder, "Folder for the run")->required();
  command.add_option("--steps", a->steps, "Rounds in all");
  command.add_option("--epochs", a->epochs, "Passes over the data in all");
  command.add_option("--minutes", a->minutes, "Minutes of training in all");
  command.add_option("--set", a->set, "A parameter: key=value (may be repeated)")->take_all();
  command.add_option("--config", a->request.config, "Parameters from a JSON file");
  command.add_option("--preset", a->request.preset, "Parameters from a preset: name or file");
  command.add_option("--seed", a->seed, "Seed of the run");
  command.add_option("--device", a->device, "auto, cpu, cuda or cuda:N");
  command.add_option("--threads", a->threads, "Processor threads; 0 measures");
  command.add_flag("--resume", a->resume, "Go on with the run in the folder");
  return [a, &options](Engine& engine) { return train(engine, *a, options); };
}

}  // namespace ganvas::cli
