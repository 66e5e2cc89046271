// The rows of the benchmark that need a window. GUI thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/api/engine.hpp"

namespace ganvas {

/// "window-share", "window-tick", "first-paint", "curve-pan".
std::vector<std::string> windowBenchNames();

/// Measures the rows and prints them; returns the exit code.
int runWindowBench(const std::shared_ptr<Engine>& engine, const std::vector<std::string>& names, bool json);

}  // namespace ganvas
