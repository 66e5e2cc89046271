// The semi-supervised GAN (Salimans et al. 2016, arXiv:1606.03498, 5): the discriminator tells K classes apart and "generated" as one more,
// and learns the classes from a few labels and everything else from pictures without. Engine-internal.
#pragma once

#include "engine/gans/family.hpp"

namespace ganvas {

Family sganFamily();

}  // namespace ganvas
