// The rows of the benchmark that need a window. GUI thread.
#pragma once

#include <memory>
#include <vector>

#include "engine/api/engine.hpp"
#include "engine/bench/bench.hpp"

namespace ganvas {

/// "window-share", "toy2d-live", "window-tick", "first-paint", "curve-pan", "canvas-ink"; they train with `engine`.
std::vector<BenchRow> windowBenchRows(const std::shared_ptr<Engine>& engine);

}  // namespace ganvas
