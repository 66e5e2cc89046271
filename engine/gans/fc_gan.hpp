// The fully connected GAN of the first paper: Goodfellow et al. 2014, "Generative adversarial nets", arXiv:1406.2661.
#pragma once

#include "engine/gans/family.hpp"

namespace ganvas {

Family fcGanFamily();

}  // namespace ganvas
