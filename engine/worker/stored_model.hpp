// What is done with a stored run without training it: its networks, judged or asked for pictures. Any thread. Engine-internal (sees torch).
#pragma once

#include <filesystem>

#include "engine/api/engine.hpp"
#include "engine/training/plan.hpp"
#include "engine/training/trainer.hpp"

namespace ganvas {

/// A stored run with the weights of its newest checkpoint; `gan` holds the averaged ones.
struct StoredModel {
  RunPlan plan;
  DataShape shape;
  std::unique_ptr<Gan> gan;
  std::shared_ptr<const Snapshot> snapshot;
};

/// By a run's folder or a shipped model's name.
Result<StoredModel> loadStored(const std::filesystem::path& nameOrFolder);
/// Puts the class of that name or number into inputs that have one of each latent; nothing where none is asked for.
Result<void> chooseClass(NamedTensors& inputs, const std::optional<std::string>& wanted, const StoredModel& stored);
Result<Evaluation> evaluateStored(const std::filesystem::path& folder, const std::vector<std::string>& metrics, int samples, JobContext& job);
Result<Neighbours> neighboursStored(const NeighboursRequest& request, JobContext& job);
Result<std::vector<int>> readClassesStored(const std::filesystem::path& folder, const TileGrid& grid, JobContext& job);
/// Throws what went wrong.
void writePng(Storage& storage, const std::filesystem::path& file, const Frame& frame);
/// The checkpoint written.
Result<std::string> exportStored(const ExportRequest& request, JobContext& job);
/// The files written.
Result<std::vector<std::string>> generateStored(const GenerateRequest& request, JobContext& job);

}  // namespace ganvas
