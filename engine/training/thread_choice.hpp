// How many threads train these networks fastest on this machine: measured once, cached, never guessed from the core count. Training thread.
#pragma once

#include <filesystem>
#include <memory>

#include "engine/api/job.hpp"
#include "engine/training/trainer.hpp"

namespace ganvas {

/// Times a few rounds of a throw-away trainer at 1, 2, 4 … cores. The answer is kept below `cache` by machine and networks.
int measureThreads(const Family& family, const Settings& settings, const std::shared_ptr<const PictureSet>& data, const std::filesystem::path& cache,
                   const JobContext& job);

}  // namespace ganvas
