// A run's networks for others to use.
#include "engine/core/run_folder.hpp"
#include "engine/api/quote.hpp"
#include "engine/tensor/checkpoint.hpp"
#include "engine/worker/stored_model.hpp"

namespace ganvas {
namespace fs = std::filesystem;

Result<std::string> exportStored(const ExportRequest& request, JobContext& job) {
  job.report(-1, sentence("Exporting the networks"));
  const fs::path out = fs::absolute(request.out);
  std::error_code ignored;
  if (request.out.empty() || (fs::exists(out, ignored) && (!fs::is_directory(out, ignored) || !fs::is_empty(out, ignored))))
    return Error{ErrorKind::usage, sentence("%1 is not an empty folder. Give a new one for the exported model.", inQuotes(request.out)), {}};
  auto stored = loadStored(request.run);
  if (!stored) return stored.error();
  // Half precision is plenty for looking, and half the size; what is not weights stays as it is.
  Checkpoint checkpoint{stored->plan.family->info.name, stored->snapshot->step, 0, {}};
  for (const auto& [name, tensor] : stored->snapshot->averaged) checkpoint.tensors.emplace(name, tensor.scalar_type() == torch::kFloat32 ? tensor.to(torch::kFloat16) : tensor);
  auto config = stored->plan.config;
  config.values.erase("start_from");   // done with, and perhaps a folder of this machine
  config.facts["title"] = request.title.empty() ? out.filename().string() : request.title;
  const auto storage = diskStorage();
  const auto file = checkpointPath(out, checkpoint.step);
  if (auto made = storage->createFolders(file.parent_path()); !made) return made.error();
  if (auto written = writeCheckpoint(*storage, file, checkpoint); !written) return written.error();
  if (auto written = writeConfig(*storage, out, config); !written) return written.error();
  return file.string();
}

}  // namespace ganvas
