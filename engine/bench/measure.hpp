// How two ways of doing the same work are compared on a machine that does other things too. Runs on the caller's thread.
// Engine-internal.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <torch/torch.h>

#include "engine/bench/bench.hpp"

namespace ganvas {

/// One side of a comparison: a name for `detail` and one round of its work.
struct Contender {
  std::string name;
  std::function<Result<void>()> round;
};

struct Contest {
  Contender plain;
  Contender own;
  double gflopPerRound = 0;   ///< of the plain round; both sides are credited with it; 0: not counted
  int pairs = 11;
  torch::Device device = torch::kCPU;   ///< where both work; a card is waited for at the end of each turn
};

/// Each side gets the number of threads that suits it best (of 1, 2, 4 … cores; one where a card works), then both take turns. The value is
/// the median of the pairs' ratios plain/own, so larger than one means that `own` is faster. detail names threads, times, BLAS and GFLOP/s,
/// and the share of the best matrix product measured in between (float32 on the processor, bfloat16 on a card).
Result<BenchResult> compare(const Contest& contest, JobContext& job);

/// What a number depends on: processor, cores, LibTorch, BLAS.
BenchDetail machineFacts();

}  // namespace ganvas
