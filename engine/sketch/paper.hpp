// The engine's paper. One thread at a time.
#pragma once

#include <memory>

#include "engine/api/sketch.hpp"

namespace ganvas {

std::unique_ptr<Paper> rasterPaper(int width, int height);

}  // namespace ganvas
