#include "engine/core/run_folder.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "engine/api/quote.hpp"
#include "engine/core/json_io.hpp"
#include "engine/core/safetensors.hpp"

namespace ganvas {
namespace fs = std::filesystem;
namespace {

constexpr int kConfigFormat = 1;
constexpr std::uintmax_t kLargestEdits = 256u << 20;

fs::path configPath(const fs::path& folder) { return folder / "config.json"; }
fs::path editsPath(const fs::path& folder) { return folder / "edits.jsonl"; }

std::string numbered(std::int64_t step) {
  char text[32];
  std::snprintf(text, sizeof text, "%09lld", static_cast<long long>(step));
  return text;
}

/// "000000100.png" → 100, and nothing for any other name.
std::optional<std::int64_t> stepOf(const std::string& name, const std::string& extension) {
  if (name.size() < 9 + extension.size() || !name.ends_with(extension)) return std::nullopt;
  std::int64_t step = -1;
  const char* end = name.data() + name.size() - extension.size();
  const auto [stop, failed] = std::from_chars(name.data(), end, step);
  return failed == std::errc{} && stop == end && step >= 0 ? std::optional(step) : std::nullopt;
}

std::vector<std::int64_t> stepsIn(const fs::path& folder, const std::string& extension) {
  std::vector<std::int64_t> steps;
  std::error_code code;
  for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
    if (const auto step = stepOf(it->path().filename().string(), extension)) steps.push_back(*step);
  }
  std::sort(steps.begin(), steps.end());
  return steps;
}

std::int64_t modifiedAt(const fs::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? static_cast<std::int64_t>(status.st_mtime) : 0;
}

Error wrongField(const Sentence& what, const std::string& key, const Sentence& wanted) {
  return Error{ErrorKind::input,
               sentence("%1 is damaged: %2 belongs at %3. Take it from a backup, or start a new run.", what, wanted, inQuotes(key)),
               {}};
}

Result<std::map<std::string, std::string>> textsField(const Json& json, const std::string& key, const Sentence& what) {
  std::map<std::string, std::string> texts;
  if (!json.contains(key)) return texts;
  if (!json[key].is_object()) return wrongField(what, key, sentence("an object of texts"));
  for (const auto& [name, item] : json[key].items()) {
    if (!item.is_string()) return wrongField(what, key + "." + name, sentence("a text"));
    texts[name] = item.get<std::string>();
  }
  return texts;
}

Result<int> sizeField(const Json& json, const std::string& key, const Sentence& what) {
  constexpr std::int64_t kLargest = 65536;
  const auto found = json.find(key);
  if (found == json.end()) return 0;
  if (!found->is_number_integer() || found->get<std::int64_t>() < 0 || found->get<std::int64_t>() > kLargest) {
    return wrongField(what, key, sentence("a whole number from 0 to %1", kLargest));
  }
  return static_cast<int>(found->get<std::int64_t>());
}

Result<RunConfig> configFromJson(const Json& json, const Sentence& what) {
  if (!json.is_object() || !json.contains("ganvas_run")) {
    return Error{ErrorKind::input,
                 sentence("%1 is not the configuration of a Ganvas run (it has no \"ganvas_run\"). Choose a run folder.", what),
                 {}};
  }
  if (json["ganvas_run"] != kConfigFormat) {
    return Error{
        ErrorKind::input, sentence("%1 was written by another version of Ganvas that this one cannot read. Use a newer Ganvas.", what), {}};
  }
  RunConfig config;
  const auto take = [](auto result, auto& into) { into = std::move(result).value(); };  // throws the sentence, caught by readConfig
  take(textField(json, "family", what), config.family);
  take(textField(json, "data", what), config.data);
  take(textField(json, "data_hash", what), config.dataHash);
  if (config.family.empty()) return wrongField(what, "family", sentence("the name of a family"));
  if (!json.contains("values")) return wrongField(what, "values", sentence("an object of parameters"));
  take(valuesFromJson(json["values"], what), config.values);
  take(textsField(json, "measured", what), config.measured);
  take(textsField(json, "facts", what), config.facts);
  take(sizeField(json, "tile_width", what), config.tileWidth);
  take(sizeField(json, "tile_height", what), config.tileHeight);
  take(sizeField(json, "channels", what), config.channels);
  if (json.contains("class_names")) {
    if (!json["class_names"].is_array()) return wrongField(what, "class_names", sentence("a list of texts"));
    for (const auto& name : json["class_names"]) {
      if (!name.is_string()) return wrongField(what, "class_names", sentence("a list of texts"));
      config.classNames.push_back(name.get<std::string>());
    }
  }
  return config;
}

Json editToJson(const Edit& edit) {
  return {{"step", edit.step}, {"key", edit.key}, {"from", valueToJson(edit.from)}, {"to", valueToJson(edit.to)}};
}

Result<Edit> editFromJson(const Json& json, const Sentence& what) {
  const auto step = json.is_object() ? json.find("step") : json.end();
  if (!json.is_object() || step == json.end() || !step->is_number_integer() || !json.contains("from") || !json.contains("to")) {
    return Error{ErrorKind::input, sentence("%1 is not a recorded edit.", what), {}};
  }
  Edit edit;
  edit.step = step->get<std::int64_t>();
  auto key = textField(json, "key", what);
  auto from = valueFromJson(json["from"], what, "from");
  auto to = valueFromJson(json["to"], what, "to");
  for (const auto* error : {key ? nullptr : &key.error(), from ? nullptr : &from.error(), to ? nullptr : &to.error()}) {
    if (error) return *error;
  }
  edit.key = std::move(*key);
  edit.from = std::move(*from);
  edit.to = std::move(*to);
  return edit;
}

/// The whole lines of edits.jsonl; what a killed process left after the last newline is not among them.
Result<std::string> wholeLines(const fs::path& folder) {
  std::error_code code;
  if (!fs::exists(editsPath(folder), code)) return std::string{};
  auto text = readFile(editsPath(folder), kLargestEdits);
  if (!text) return text.error();
  const auto last = text->rfind('\n');
  text->resize(last == std::string::npos ? 0 : last + 1);
  return text;
}

/// Cuts a torn last line off, so that the next one does not continue it.
Result<void> cutTornLine(Storage& storage, const fs::path& folder) {
  std::error_code code;
  const auto size = fs::file_size(editsPath(folder), code);
  if (code || size == 0) return {};
  const auto whole = wholeLines(folder);
  if (!whole) return whole.error();
  return whole->size() == size ? Result<void>{} : storage.truncate(editsPath(folder), whole->size());
}

}  // namespace

Result<void> writeConfig(Storage& storage, const fs::path& folder, const RunConfig& config) {
  const Json json = {{"ganvas_run", kConfigFormat},
                     {"family", config.family},
                     {"data", config.data},
                     {"data_hash", config.dataHash},
                     {"values", valuesToJson(config.values)},
                     {"measured", config.measured},
                     {"facts", config.facts},
                     {"class_names", config.classNames},
                     {"tile_width", config.tileWidth},
                     {"tile_height", config.tileHeight},
                     {"channels", config.channels}};
  const auto text = dumpJson(json, sentence("The run's configuration %1", inQuotes(configPath(folder).string())));
  if (!text) return text.error();
  return storage.writeAtomically(configPath(folder), std::string_view(*text));
}

Result<RunConfig> readConfig(const fs::path& folder) {
  std::error_code code;
  if (!fs::exists(configPath(folder), code)) {
    return Error{
        ErrorKind::missing,
        sentence("There is no run in %1: it has no config.json. Choose a folder that Ganvas has trained into.", inQuotes(folder.string())),
        {}};
  }
  const auto json = readJson(configPath(folder));
  if (!json) return json.error();
  try {
    return configFromJson(*json, sentence("The file %1", inQuotes(configPath(folder).string())));
  } catch (const ErrorException& e) {
    return e.error();
  }
}

Result<void> appendEdit(Storage& storage, const fs::path& folder, const Edit& edit) {
  const auto line = dumpJson(editToJson(edit), sentence("The edit of %1", inQuotes(edit.key)), -1);
  if (!line) return line.error();
  if (auto cut = cutTornLine(storage, folder); !cut) return cut;
  auto file = storage.openAppend(editsPath(folder));
  if (!file) return file.error();
  if (auto appended = (*file)->append(std::as_bytes(std::span(*line))); !appended) return appended;
  return (*file)->sync();
}

Result<std::vector<Edit>> readEdits(const fs::path& folder) {
  const auto text = wholeLines(folder);
  if (!text) return text.error();
  std::vector<Edit> edits;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text->size();) {
    const auto end = text->find('\n', at);
    const auto what = sentence("Line %1 of %2", ++number, inQuotes(editsPath(folder).string()));
    const auto json = parseJson(std::string_view(*text).substr(at, end - at), what);
    auto edit = json ? editFromJson(*json, what) : Result<Edit>(json.error());
    if (!edit)
      return Error{ErrorKind::input, sentence("%1 Remove that line, or move the file away.", edit.error().message), edit.error().detail};
    edits.push_back(std::move(*edit));
    at = end + 1;
  }
  return edits;
}

Result<void> truncateEdits(Storage& storage, const fs::path& folder, std::int64_t step) {
  const auto edits = readEdits(folder);
  if (!edits) return edits.error();
  std::string text;
  std::size_t kept = 0;
  for (const auto& edit : *edits) {
    if (edit.step > step) continue;
    const auto line = dumpJson(editToJson(edit), sentence("The edit of %1", inQuotes(edit.key)), -1);
    if (!line) return line.error();
    text += *line;
    ++kept;
  }
  if (kept == edits->size()) return {};
  return storage.writeAtomically(editsPath(folder), std::string_view(text));
}

fs::path samplePath(const fs::path& folder, std::int64_t step) { return folder / "samples" / (numbered(step) + ".png"); }
fs::path checkpointPath(const fs::path& folder, std::int64_t step) { return folder / "checkpoints" / (numbered(step) + ".safetensors"); }
std::vector<std::int64_t> sampleSteps(const fs::path& folder) { return stepsIn(folder / "samples", ".png"); }
std::vector<std::int64_t> checkpointSteps(const fs::path& folder) { return stepsIn(folder / "checkpoints", ".safetensors"); }

Result<void> pruneCheckpoints(Storage& storage, const fs::path& folder, int keep) {
  removeStaleTemporaries(storage, folder / "checkpoints");
  const auto steps = checkpointSteps(folder);
  const std::size_t kept = static_cast<std::size_t>(std::max(keep, 1));
  for (std::size_t i = 0; i + kept < steps.size(); ++i) {
    if (auto removed = storage.remove(checkpointPath(folder, steps[i])); !removed) return removed;
  }
  return {};
}

RunSummary readRunSummary(const fs::path& folder) {
  RunSummary summary;
  summary.folder = folder.string();
  summary.name = (folder.has_filename() ? folder : folder.parent_path()).filename().string();
  summary.modified = modifiedAt(configPath(folder));
  for (const auto& part : {folder, folder / "samples", folder / "checkpoints"})
    summary.modified = std::max(summary.modified, modifiedAt(part));

  const auto config = readConfig(folder);
  if (config) {
    summary.family = config->family;
    summary.data = config->data;
  } else {
    summary.problem = config.error().message;
  }
  if (const auto steps = sampleSteps(folder); !steps.empty()) summary.step = steps.back();
  if (const auto steps = checkpointSteps(folder); !steps.empty()) {
    summary.step = std::max(summary.step, steps.back());
    const auto metadata = readSafetensorsMetadata(checkpointPath(folder, steps.back()));
    if (!metadata && summary.problem.empty()) summary.problem = metadata.error().message;
    if (metadata && metadata->contains("seconds")) {
      const auto& text = metadata->at("seconds");
      double seconds = 0;
      if (std::from_chars(text.data(), text.data() + text.size(), seconds).ec == std::errc{} && seconds >= 0) summary.seconds = seconds;
    }
  }
  return summary;
}

std::vector<fs::path> listRunFolders(const fs::path& parent) {
  std::vector<std::pair<std::int64_t, fs::path>> found;
  std::error_code code, ignored;
  for (fs::directory_iterator it(parent, code), end; !code && it != end; it.increment(code)) {
    const auto& folder = it->path();
    if (!fs::exists(configPath(folder), ignored)) continue;
    found.emplace_back(std::max(modifiedAt(folder), modifiedAt(folder / "checkpoints")), folder);
  }
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second > b.second; });
  std::vector<fs::path> folders;
  for (auto& [when, folder] : found) folders.push_back(std::move(folder));
  return folders;
}

}  // namespace ganvas
