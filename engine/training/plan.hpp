// From a request to all that a run needs to know before its first round. Any thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "engine/api/engine.hpp"
#include "engine/core/run_folder.hpp"
#include "engine/core/storage.hpp"
#include "engine/gans/family.hpp"

namespace ganvas {

struct RunPlan {
  const Family* family = nullptr;
  Settings settings{Values{}};       ///< complete, "auto" settled
  std::string data;                  ///< catalogue name or absolute path
  bool labelled = false;             ///< whether its samples are of several classes
  std::filesystem::path folder;
  torch::Device device = torch::kCPU;
  bool resume = false;
  RunConfig config;                  ///< of a resumed run; else filled when the data are read
  Values edits;                      ///< live keys set on resuming
  bool startPaused = false;
};

/// A new run: default < preset < config < values; data looked at, not read; device and folder checked. Creates nothing.
Result<RunPlan> planRun(const RunRequest& request);
/// A stored run, or a shipped model by its name, to look at or to use, from its config.json; on the processor or what there is where its own device is not here.
Result<RunPlan> planStored(const std::filesystem::path& nameOrFolder);
/// The same to go on with, on its own device, with edits of live parameters.
Result<RunPlan> planResume(const std::filesystem::path& folder, const Values& edits, bool startPaused);
/// All values that a request gives, before they are settled by the data.
Result<Values> requestedValues(const Family& family, const RunRequest& request);

/// That edited values have an effect and do not contradict the others of a run; else a sentence.
Result<void> checkEdits(const Family& family, Values values, const Values& edits, const RunConfig& config);
/// Edits of live parameters only; else a sentence that names the key.
Result<void> checkLive(const Schema& schema, const Values& edits);

}  // namespace ganvas
