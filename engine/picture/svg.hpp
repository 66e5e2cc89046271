// Vector drawings as pixels (librsvg). Pure; any thread.
#pragma once

#include <span>

#include "engine/api/result.hpp"
#include "engine/picture/picture.hpp"

namespace ganvas {

/// An SVG file, its longer side `side` px, transparent where nothing is drawn. `what` names it in the sentence of an error. Nothing is read
/// besides: references to other files are not followed.
Result<Picture> renderSvg(std::span<const std::uint8_t> file, int side, const Sentence& what);

}  // namespace ganvas
