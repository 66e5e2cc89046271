// JSON for parameter values: presets and config files from outside, checked before they are believed.
// Free functions without state: any thread.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/api/family.hpp"
#include "engine/api/schema.hpp"
#include "engine/core/storage.hpp"

namespace ganvas {

struct Preset {
  PresetInfo info;
  Values values;
};

/// {"ganvas_preset": 1, "title", "summary", "family", "data", "values": {key: value}}
Result<Preset> readPreset(const std::filesystem::path& file);
Result<void> writePreset(Storage& storage, const std::filesystem::path& file, const Preset& preset);

/// A path where the text has a "/" in it or ends in ".json", else a name: looked for among the person's presets
/// (configFolder()/presets), then among those that came with Ganvas (resourcesFolder()/presets).
Result<Preset> findPreset(const std::string& nameOrFile);
/// All presets of a family (of all where it is empty), the shipped ones first, each kind by name. A person's preset hides a shipped one
/// of the same name. Files that cannot be read are left out and logged.
std::vector<PresetInfo> listPresets(const std::string& family);
/// Where the person's preset of this name is kept; usage error for a name that cannot be a file name.
Result<std::filesystem::path> presetPath(const std::string& name);

/// A --config file: a run's config.json, a preset, or a plain object {key: value}.
Result<Values> readConfigValues(const std::filesystem::path& file);

}  // namespace ganvas
