#include "engine/training/plan.hpp"

#include <algorithm>

#include "engine/core/config_json.hpp"
#include "engine/data/picture_set.hpp"
#include "engine/gans/common_parameters.hpp"
#include "engine/metrics/metric.hpp"
#include "engine/tensor/device.hpp"

namespace ganvas {
namespace fs = std::filesystem;

namespace {

Error inFile(const Error& error, const Sentence& file) {
  return {error.kind, sentence("%1: %2", file, error.message), error.detail};
}

Result<void> checkFields(const Family& family, const DatasetInfo& data) {
  for (const auto field : family.info.fields) {
    if (std::find(data.fields.begin(), data.fields.end(), field) != data.fields.end()) continue;
    if (field == Field::points) return Error{ErrorKind::usage, sentence("Family %1 works on points, and \"%2\" holds none. Choose ring8 or another set of points, or a CSV.", family.info.name, data.name), {}};
    if (field == Field::image) return Error{ErrorKind::usage, sentence("Family %1 works on pictures, and \"%2\" holds none.", family.info.name, data.name), {}};
    return Error{ErrorKind::usage, sentence("Family %1 needs a %2 with each sample, which \"%3\" does not have.", family.info.name, toString(field), data.name), {}};
  }
  return {};
}

/// What start_from names is there and of the same family; a folder is kept as an absolute path.
Result<void> settleStart(RunPlan& plan) {
  const auto from = plan.settings.text("start_from");
  if (from.empty()) return {};
  const auto other = planStored(from);
  if (!other) return inFile(other.error(), sentence("start_from \"%1\"", from));
  if (other->family != plan.family)
    return Error{ErrorKind::usage, sentence("start_from \"%1\": its networks are of family %2, not %3.", from, other->family->info.name, plan.family->info.name), {}};
  if (modelFolder(from) == fs::path(from)) plan.settings.set("start_from", other->folder.string());
  return {};
}

}  // namespace

Result<Values> requestedValues(const Family& family, const RunRequest& request) {
  Values given;
  if (request.preset) {
    auto preset = findPreset(*request.preset);
    if (!preset) return preset.error();
    if (preset->info.family != family.info.name)
      return Error{ErrorKind::usage, sentence("preset \"%1\" is for family %2, not %3.", *request.preset, preset->info.family, family.info.name), {}};
    if (auto resolved = family.schema.resolve(preset->values); !resolved) return inFile(resolved.error(), sentence("preset \"%1\"", *request.preset));
    for (auto& [key, value] : preset->values) given[key] = value;
  }
  if (request.config) {
    auto config = readConfigValues(*request.config);
    if (!config) return config.error();
    if (auto resolved = family.schema.resolve(*config); !resolved) return inFile(resolved.error(), sentence("config \"%1\"", *request.config));
    for (auto& [key, value] : *config) given[key] = value;
  }
  for (const auto& [key, value] : request.values) given[key] = value;
  return family.schema.resolve(given);
}

Result<RunPlan> planRun(const RunRequest& request) {
  RunPlan plan;
  auto family = familyNamed(request.family);
  if (!family) return family.error();
  plan.family = *family;
  auto values = requestedValues(*plan.family, request);
  if (!values) return values.error();
  const auto options = pictureOptions(Settings(*values));
  auto data = describeDataset(request.data, options);
  if (!data && !options.classes.empty() && describeDataset(request.data))   // the data are here: it is the choice
    return Error{data.error().kind, sentence("classes \"%1\": %2", std::get<std::string>(values->at("classes")), data.error().message), data.error().detail};
  if (!data) return data.error();
  if (!data->present) return notHere(*data);
  if (auto fits = checkFields(*plan.family, *data); !fits) return fits.error();
  // What the form greys out has no effect, whatever it was set to before.
  const auto given = *values;
  for (const auto& parameter : plan.family->schema.parameters())
    if (plan.family->schema.disabledReason(parameter.key, given)) (*values)[parameter.key] = parameter.defaultValue;
  auto settled = plan.family->settle(std::move(*values), *data);
  if (!settled) return settled.error();
  plan.settings = Settings(std::move(*settled));
  if (auto known = chooseMetrics(listed(plan.settings.text("metrics")), *data, plan.family->info); !known) return known.error();
  auto device = chooseDevice(plan.settings.text("device"));
  if (!device) return device.error();
  plan.device = *device;
  plan.settings.set("device", describe(plan.device));
  std::error_code ignored;
  if (auto from = settleStart(plan); !from) return from.error();
  const auto catalogue = listDatasets();
  const bool named = std::any_of(catalogue.begin(), catalogue.end(), [&](const auto& entry) { return entry.name == data->name; });
  plan.data = named ? data->name : fs::absolute(data->path).string();
  plan.folder = request.folder.empty() ? newRunFolder(request.family, data->title) : fs::absolute(request.folder);
  if (fs::exists(plan.folder, ignored) && !fs::is_directory(plan.folder, ignored))
    return Error{ErrorKind::usage, sentence("\"%1\" is a file. Give a folder for the run.", plan.folder.string()), {}};
  if (fs::exists(plan.folder, ignored) && !fs::is_empty(plan.folder, ignored))
    return Error{ErrorKind::usage, sentence("The folder \"%1\" is not empty. Use --resume to go on with a run in it, or choose another folder.", plan.folder.string()), {}};
  plan.labelled = data->classNames.size() > 1 && std::find(data->fields.begin(), data->fields.end(), Field::label) != data->fields.end();
  plan.startPaused = request.startPaused;
  return plan;
}

Result<void> checkLive(const Schema& schema, const Values& edits) {
  for (const auto& [key, value] : edits) {
    const auto* parameter = schema.find(key);
    if (parameter && !parameter->live)
      return Error{ErrorKind::usage, sentence("%1 cannot be changed once a run has begun. Start a new run with it.", key), {}};
  }
  return {};
}

Result<void> checkEdits(const Family& family, Values values, const Values& edits, const RunConfig& config) {
  for (const auto& [key, value] : edits) values[key] = value;
  for (const auto& [key, value] : edits)
    if (const auto reason = family.schema.disabledReason(key, values)) return Error{ErrorKind::usage, sentence("%1 has no effect here. %2", key, *reason), {}};
  DatasetInfo data;
  data.name = data.title = config.data, data.classNames = config.classNames;
  data.width = config.tileWidth, data.height = config.tileHeight, data.channels = config.channels;
  if (auto settled = family.settle(std::move(values), data); !settled) return settled.error();
  return {};
}

Result<RunPlan> planStored(const fs::path& nameOrFolder) {
  const auto folder = modelFolder(nameOrFolder.string());
  RunPlan plan;
  auto config = readConfig(folder);
  if (!config) return config.error();
  auto family = familyNamed(config->family);
  if (!family) return inFile(family.error(), sentence("\"%1\"", (folder / "config.json").string()));
  plan.family = *family;
  auto values = plan.family->schema.resolve(config->values);
  if (!values) return inFile(values.error(), sentence("\"%1\"", (folder / "config.json").string()));
  plan.settings = Settings(std::move(*values));
  plan.config = std::move(*config);
  plan.data = plan.config.data;
  plan.labelled = plan.config.classNames.size() > 1;
  plan.folder = fs::absolute(folder);
  // To look at a run its own device is not needed.
  auto device = chooseDevice(plan.settings.text("device"));
  if (!device) device = chooseDevice("auto");
  if (!device) return device.error();
  plan.device = *device;
  return plan;
}

Result<RunPlan> planResume(const fs::path& folder, const Values& edits, bool startPaused) {
  auto plan = planStored(folder);
  if (!plan) return plan.error();
  const auto& schema = plan->family->schema;
  if (auto live = checkLive(schema, edits); !live) return live.error();
  for (const auto& [key, value] : edits) {
    auto checked = schema.parse(key, toString(value));  // may come as text from a command line
    if (!checked) return checked.error();
    plan->edits[key] = *checked;
  }
  if (auto fits = checkEdits(*plan->family, plan->settings.values(), plan->edits, plan->config); !fits) return fits.error();
  // To train on, it is: where it is missing, that is said instead of another one being taken.
  if (auto device = chooseDevice(plan->settings.text("device")); !device) return device.error();
  plan->resume = true;
  plan->startPaused = startPaused;
  return plan;
}

}  // namespace ganvas
