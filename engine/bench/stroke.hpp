// How long a stroke takes to become a picture. Runs on the caller's thread, and trains on one beside it. Engine-internal.
#pragma once

#include "engine/bench/bench.hpp"

namespace ganvas {

/// From a new point of a stroke to the picture of it, milliseconds, 95 of 100 faster: alone, and beside a run that trains the same networks;
/// at most twice as long there.
Result<BenchResult> strokeToPicture(int side, JobContext& job);

}  // namespace ganvas
