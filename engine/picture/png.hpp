// Frames as PNG files in memory. Pure functions; any thread. No torch.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/api/frame.hpp"
#include "engine/api/result.hpp"

namespace ganvas {

std::vector<std::uint8_t> encodePng(const Frame& frame);
/// `what` names the picture in the sentence of an error.
Result<Frame> decodePng(const std::string& bytes, const Sentence& what);
/// One tile of a grid.
Frame tileAt(const TileGrid& grid, int index);

}  // namespace ganvas
