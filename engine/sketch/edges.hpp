// A picture as a person might have drawn it: lines found in it become strokes, in several manners. One code for the pictures that a
// model is trained on and for those that are dropped on the canvas. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/api/sketch.hpp"
#include "engine/data/picture.hpp"

namespace ganvas {

/// How lines are found and drawn.
enum class SketchStyle {
  canny,     ///< edges (Canny 1986), thresholds varied by the seed
  dog,       ///< dark lines by a difference of Gaussians (Winnemöller et al. 2012, XDoG)
  contour,   ///< the outline of the object against its background alone
  thick,     ///< edges with a broad pen
  thin,      ///< edges with a fine pen
  wobbly,    ///< edges by an unsteady hand, broken here and there
  mixed      ///< one of the others, drawn by the seed
};

/// By name, as parameters and the command line have them.
const std::vector<std::pair<std::string, SketchStyle>>& sketchStyles();

/// The same picture, style and seed give the same strokes on every machine of one version of OpenCV. Paper of 256 on its longer side.
/// A picture without lines gives none.
Sketch sketchOf(const Picture& picture, SketchStyle style, std::uint64_t seed);

}  // namespace ganvas
