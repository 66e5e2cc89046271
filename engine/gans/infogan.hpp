// InfoGAN (Chen et al. 2016, arXiv:1606.03657): some inputs of the generator are codes, and a head on the discriminator's trunk reads them
// back from the picture. What can be read back has a meaning; labels are never used. Engine-internal.
#pragma once

#include "engine/gans/family.hpp"

namespace ganvas {

Family infoganFamily();

}  // namespace ganvas
