// Runs rows of the benchmark and prints them, as both programs do. Main thread.
#pragma once

#include <string>
#include <vector>

#include "engine/bench/bench.hpp"

namespace ganvas {

/// The rows called `names` (all where it is empty), a line each on stdout or, with `json`, one object at the end. An unknown name is a
/// sentence; `elsewhere` is added to it.
Result<void> reportBench(const std::vector<BenchRow>& rows, const std::vector<std::string>& names, bool json, const std::string& elsewhere);

}  // namespace ganvas
