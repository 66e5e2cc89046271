// The drawings that belong to a picture, as training is shown them: lines found in it, or those that come with it. Pure; any thread.
#pragma once

#include <cstdint>
#include <span>

#include "engine/picture/picture.hpp"

namespace ganvas {

/// `shape.drawings` planes [height,width] one after another, square; ink 0 on 255. Lines that are found differ by `index` and plane; what
/// comes with the picture is the same in each.
void drawingsOf(const DecodedPicture& sample, const PictureShape& shape, const PictureOptions& options, std::uint64_t index, std::span<std::uint8_t> planes);

}  // namespace ganvas
