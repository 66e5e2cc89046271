// The 2-D playground: a GAN small enough that all of the game can be seen. Engine-internal.
#pragma once

#include "engine/gans/family.hpp"

namespace ganvas {

Family toy2dFamily();

}  // namespace ganvas
