#include "engine/core/config_json.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>

#include "engine/api/quote.hpp"
#include "engine/core/json_io.hpp"
#include "engine/core/run_folder.hpp"

namespace ganvas {
namespace fs = std::filesystem;
namespace {

constexpr int kPresetFormat = 1;
constexpr JsonLimits kLimits{1u << 20, 8};

Sentence fileWords(const fs::path& file) { return sentence("The file %1", inQuotes(file.string())); }

Result<Json> readObject(const fs::path& file) {
  auto json = readJson(file, kLimits);
  if (json && !json->is_object()) {
    return Error{
        ErrorKind::input, sentence("%1 holds %2 where an object {\"key\": value, …} belongs.", fileWords(file), kindOf(*json)), {}};
  }
  return json;
}

Result<Values> valuesField(const Json& object, const fs::path& file) {
  const auto found = object.find("values");
  if (found == object.end())
    return Error{ErrorKind::input,
                 sentence("%1 has no \"values\": an object of parameters {\"key\": value, …} belongs there.", fileWords(file)),
                 {}};
  return valuesFromJson(*found, fileWords(file));
}

Result<void> checkFormat(const Json& object, const fs::path& file) {
  const auto found = object.find("ganvas_preset");
  if (found == object.end()) {
    return Error{
        ErrorKind::input,
        sentence("%1 is not a Ganvas preset: it has no \"ganvas_preset\". Choose a preset, or give it with --config.", fileWords(file)),
        {}};
  }
  if (*found != kPresetFormat) {
    return Error{ErrorKind::input,
                 sentence("%1 has \"ganvas_preset\": %2; this Ganvas reads format %3. Use a newer Ganvas.", fileWords(file),
                          found->dump(-1, ' ', true, Json::error_handler_t::replace).substr(0, 40), kPresetFormat),
                 {}};
  }
  return {};
}

fs::path personalPresets() { return configFolder() / "presets"; }
fs::path shippedPresets() { return resourcesFolder() / "presets"; }

bool isShipped(const fs::path& file) {
  std::error_code code;
  return fs::equivalent(file.has_parent_path() ? file.parent_path() : ".", shippedPresets(), code) && !code;
}

void collect(const fs::path& folder, const std::string& family, std::map<std::string, PresetInfo>& byName) {
  std::error_code code;
  for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
    if (it->path().extension() != ".json") continue;
    const auto preset = readPreset(it->path());
    if (!preset) {
      spdlog::warn("A preset is left out: {}", preset.error().message.text());
    } else if (family.empty() || preset->info.family == family) {
      byName[preset->info.name] = preset->info;
    }
  }
}

}  // namespace

Result<Preset> readPreset(const fs::path& file) {
  const auto object = readObject(file);
  if (!object) return object.error();
  if (auto format = checkFormat(*object, file); !format) return format.error();
  Preset preset;
  preset.info.name = file.stem().string();
  preset.info.path = file.string();
  preset.info.shipped = isShipped(file);
  const std::pair<const char*, std::string*> texts[] = {
      {"title", &preset.info.title}, {"summary", &preset.info.summary}, {"family", &preset.info.family}, {"data", &preset.info.data}};
  for (const auto& [key, into] : texts) {
    auto text = textField(*object, key, fileWords(file));
    if (!text) return text.error();
    *into = std::move(*text);
  }
  if (preset.info.title.empty()) preset.info.title = preset.info.name;
  if (const auto first = object->find("first"); first != object->end() && first->is_boolean()) preset.info.first = first->get<bool>();
  auto values = valuesField(*object, file);
  if (!values) return values.error();
  preset.values = std::move(*values);
  return preset;
}

Result<void> writePreset(Storage& storage, const fs::path& file, const Preset& preset) {
  const Json json = {{"ganvas_preset", kPresetFormat}, {"title", preset.info.title}, {"summary", preset.info.summary},
                     {"family", preset.info.family},   {"data", preset.info.data},   {"values", valuesToJson(preset.values)}};
  const auto text = dumpJson(json, sentence("The preset %1", inQuotes(file.string())));
  if (!text) return text.error();
  if (file.has_parent_path()) {
    if (auto made = storage.createFolders(file.parent_path()); !made) return made;
  }
  return storage.writeAtomically(file, std::string_view(*text));
}

Result<fs::path> presetPath(const std::string& name) {
  const bool control = std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
  if (name.empty() || name.front() == '.' || name.size() > 120 || control || name.find('/') != std::string::npos) {
    return Error{ErrorKind::usage,
                 sentence("%1 cannot be the name of a preset. Use letters, digits, spaces and hyphens, at most 120.", inQuotes(name)),
                 {}};
  }
  return personalPresets() / (name + ".json");
}

Result<Preset> findPreset(const std::string& nameOrFile) {
  if (nameOrFile.find('/') != std::string::npos || nameOrFile.ends_with(".json")) return readPreset(nameOrFile);
  const auto personal = presetPath(nameOrFile);
  if (!personal) return personal.error();
  std::error_code code;
  for (const auto& file : {*personal, shippedPresets() / (nameOrFile + ".json")}) {
    if (fs::exists(file, code)) return readPreset(file);
  }
  std::string known;
  for (const auto& info : listPresets({})) known += (known.empty() ? "" : ", ") + info.name;
  return Error{ErrorKind::usage,
               known.empty() ? sentence("There is no preset %1. A file is given as a path.", inQuotes(nameOrFile))
                             : sentence("There is no preset %1. There are: %2. A file is given as a path.", inQuotes(nameOrFile), known),
               {}};
}

std::vector<PresetInfo> listPresets(const std::string& family) {
  std::map<std::string, PresetInfo> byName;
  collect(shippedPresets(), family, byName);
  collect(personalPresets(), family, byName);
  std::vector<PresetInfo> all;
  for (auto& [name, info] : byName) all.push_back(std::move(info));
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.shipped > b.shipped; });
  return all;
}

Result<Values> readConfigValues(const fs::path& file) {
  const auto object = readObject(file);
  if (!object) return object.error();
  if (object->contains("ganvas_preset")) {
    if (auto format = checkFormat(*object, file); !format) return format.error();
    return valuesField(*object, file);
  }
  if (object->contains("ganvas_run")) return valuesField(*object, file);
  return valuesFromJson(*object, fileWords(file));
}

}  // namespace ganvas
