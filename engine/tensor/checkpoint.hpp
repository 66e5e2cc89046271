// Checkpoints: all tensors of a trainer as safetensors, with the facts that say what they belong to. Training thread or any other.
#pragma once

#include <filesystem>
#include <string>

#include "engine/core/storage.hpp"
#include "engine/tensor/named_tensors.hpp"

namespace ganvas {

struct Checkpoint {
  std::string family;
  std::int64_t step = 0;
  double seconds = 0;        ///< trained so far
  NamedTensors tensors;      ///< "<module>.<parameter>", "ema.<module>.…", "optim.<module>.…", "rng.…", "data.…"
};

Result<void> writeCheckpoint(Storage& storage, const std::filesystem::path& file, const Checkpoint& checkpoint);
Result<Checkpoint> readCheckpoint(const std::filesystem::path& file);

/// The newest checkpoint of a run that can be read and belongs to `family`; a damaged newer one is passed over and told in `note`.
/// An error where the folder has none that can be read.
Result<Checkpoint> newestCheckpoint(const std::filesystem::path& folder, const std::string& family, Sentence& note);

/// Weights for use from a checkpoint's tensors: the EMA ("ema.<module>.…") where there is one and `averaged`, else the live ones.
NamedTensors weightsFrom(const NamedTensors& tensors, bool averaged);

}  // namespace ganvas
