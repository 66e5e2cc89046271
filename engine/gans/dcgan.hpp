// Deep convolutional GAN: Radford, Metz, Chintala 2016, "Unsupervised representation learning with deep convolutional generative
// adversarial networks", arXiv:1511.06434.
#pragma once

#include "engine/gans/family.hpp"

namespace ganvas {

Family dcganFamily();

}  // namespace ganvas
