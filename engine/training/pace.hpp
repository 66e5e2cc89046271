// How fast rounds go on this machine and with how many threads they go fastest: measured once, kept, never guessed from the core count.
#pragma once

#include <filesystem>
#include <memory>

#include "engine/api/engine.hpp"
#include "engine/training/trainer.hpp"

namespace ganvas {

struct Pace {
  int threads = 1;               ///< fastest on the processor; 1 where a GPU does the work
  double secondsPerRound = 0;    ///< with those
};

/// Times a few rounds of a throw-away trainer at 1, 2, 4 … cores. The answer is kept below `cache` by machine, networks and what a round
/// does. The calling thread computes and is left at the last count tried; no other training should go on beside it.
Pace measurePace(const Family& family, const Settings& settings, const std::shared_ptr<const DataSet>& data, torch::Device device,
                 const std::filesystem::path& cache, const JobContext& job);

/// Of a run that is not begun, on noise in the shape of its data. What stands in its way (an unknown key, data that are not here) is an
/// error. Any thread.
Result<Pace> paceOf(const RunRequest& request, const std::filesystem::path& cache, const JobContext& job);

}  // namespace ganvas
