// A picture as a person might have drawn it: lines found in it become strokes, in several manners. One code for the pictures that a
// model is trained on and for those that are dropped on the canvas. Pure; any thread.
#pragma once

#include <cstdint>

#include "engine/api/sketch.hpp"
#include "engine/picture/picture.hpp"

namespace ganvas {

/// The same picture, style and seed give the same strokes on every machine of one version of OpenCV. Paper of 256 on its longer side.
/// A picture without lines gives none.
Sketch sketchOf(const Picture& picture, SketchStyle style, std::uint64_t seed);

/// Whether a picture is one of lines on paper of one colour, so that it is to be followed, not drawn by its edges.
bool looksDrawn(const Picture& picture);
/// The lines of such a picture: along their middles, as wide as they are.
Sketch linesOf(const Picture& picture);

}  // namespace ganvas
