// The conditional GAN (Mirza & Osindero 2014, arXiv:1411.1784): the class goes into both networks. Engine-internal.
#pragma once

#include "engine/gans/family.hpp"

namespace ganvas {

Family cganFamily();

}  // namespace ganvas
