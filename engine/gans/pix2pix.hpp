// Sketch → picture: a generator that is given a drawing and noise, and a discriminator that judges patches of drawing and picture together
// (Isola et al. 2017, arXiv:1611.07004). Engine-internal (sees torch).
#pragma once

#include "engine/gans/family.hpp"

namespace ganvas {

Family pix2pixFamily();

}  // namespace ganvas
