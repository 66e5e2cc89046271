// What lies on disk for one run, and where runs lie.
//   config.json  events.out.tfevents.*  samples/%09d.png  checkpoints/%09d.safetensors  edits.jsonl
// Free functions without state: any thread, but one writer per folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/api/engine.hpp"
#include "engine/core/storage.hpp"

namespace ganvas {

/// config.json: complete and resolved. Same config + same seed = same run.
struct RunConfig {
  std::string family;
  std::string data;                             ///< as given: catalogue name or absolute path
  std::string dataHash;                         ///< of the decoded samples, hex
  Values values;                                ///< every key of the schema
  std::map<std::string, std::string> measured;  ///< what was chosen by measuring ("threads": "2"), never measured again
  std::map<std::string, std::string> facts;     ///< "ganvas", "torch", "blas", "created"
  std::vector<std::string> classNames;
  int tileWidth = 0, tileHeight = 0, channels = 0;
};

Result<void> writeConfig(Storage& storage, const std::filesystem::path& folder, const RunConfig& config);
/// Values come back with the JSON's own types; Schema::resolve gives them the right ones.
Result<RunConfig> readConfig(const std::filesystem::path& folder);

/// On the disk when it returns. A torn last line of a killed process is cut off first.
Result<void> appendEdit(Storage& storage, const std::filesystem::path& folder, const Edit& edit);
/// Edits in order; a torn last line is dropped. Edits at a step later than a resumption point (see truncateEdits) are gone.
Result<std::vector<Edit>> readEdits(const std::filesystem::path& folder);
/// Drops edits of a step > `step` (a run resumed from there takes another way).
Result<void> truncateEdits(Storage& storage, const std::filesystem::path& folder, std::int64_t step);

std::filesystem::path samplePath(const std::filesystem::path& folder, std::int64_t step);
std::filesystem::path checkpointPath(const std::filesystem::path& folder, std::int64_t step);
/// Steps for which a sample grid or a checkpoint lies there, ascending.
std::vector<std::int64_t> sampleSteps(const std::filesystem::path& folder);
std::vector<std::int64_t> checkpointSteps(const std::filesystem::path& folder);
/// Removes all but the newest `keep` checkpoints (the newest always stays), and unfinished files of killed processes.
Result<void> pruneCheckpoints(Storage& storage, const std::filesystem::path& folder, int keep);

/// The cheap facts of a run folder, for a list; without its thumbnail. Never fails: `problem` says what is wrong with it.
/// Seconds are those in the newest checkpoint's metadata ("seconds").
RunSummary readRunSummary(const std::filesystem::path& folder);
/// The folders of `parent` that hold a config.json, newest first.
std::vector<std::filesystem::path> listRunFolders(const std::filesystem::path& parent);

/// $XDG_DATA_HOME/ganvas/runs, $XDG_CACHE_HOME/ganvas, $XDG_CONFIG_HOME/ganvas (or their defaults under $HOME; /tmp/ganvas-<uid> without a
/// home).
std::filesystem::path runsFolder();
/// Beside the runs, for what was drawn.
std::filesystem::path drawingsFolder();
/// A file in it that is not there yet, for points.
std::filesystem::path newDrawingPath();
std::filesystem::path cacheFolder();
std::filesystem::path configFolder();
/// "2026-11-23-1405 dcgan fashion-mnist", made unique in the runs folder. Not created.
std::filesystem::path newRunFolder(const std::string& family, const std::string& data);

/// Where presets, icons and catalogue lie: $GANVAS_RESOURCES, the prefix of the running program (../share/ganvas),
/// or the source tree that it was built from.
std::filesystem::path resourcesFolder();

/// Where the networks lie that a name or a folder means: a shipped model of that name, else the folder itself.
std::filesystem::path modelFolder(const std::string& nameOrFolder);
std::filesystem::path shippedModelsFolder();

}  // namespace ganvas
