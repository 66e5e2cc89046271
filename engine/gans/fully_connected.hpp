// The fully connected networks that several families use: wide layers towards the picture, narrowing ones away from it
// (Goodfellow et al. 2014). Pure. Engine-internal.
#pragma once

#include <vector>

#include "engine/api/schema.hpp"
#include "engine/gans/discriminator_head.hpp"
#include "engine/gans/family.hpp"

namespace ganvas {

/// width, depth, activation_d, dropout_d.
std::vector<Parameter> fullyConnectedParameters();

/// [N,inputs] -> [N,C,H,W] in [-1,1]: width, 2·width, 4·width, …; with classes > 0 the label joins the input.
std::vector<LayerSpec> fullyConnectedGenerator(const Settings& settings, const DataShape& shape, std::int64_t inputs, std::int64_t classes);
/// [N,C,H,W] -> [N,1]: maxout with dropout as in the paper, or leaky ReLU; with classes > 0 the label joins the picture, or is projected.
std::vector<LayerSpec> fullyConnectedDiscriminator(const Settings& settings, const DataShape& shape, std::int64_t classes, bool project);

}  // namespace ganvas
