// The convolutional networks that several families use: strided convolutions, norms, no pooling (Radford et al. 2016). Pure.
// Engine-internal.
#pragma once

#include <vector>

#include "engine/api/schema.hpp"
#include "engine/gans/discriminator_head.hpp"
#include "engine/gans/family.hpp"

namespace ganvas {

/// Sides that can be halved down to 4 or 7 px.
const std::vector<int>& convolutionalSizes();
/// base_channels, and dense where a family has plain layers between latent and pictures.
std::vector<Parameter> convolutionalParameters(std::int64_t dense = 0, std::int64_t baseChannels = 64);
/// The parameter precision.
Precision precisionOf(const Settings& settings);

/// [N,inputs] -> [N,C,H,W] in [-1,1]. Figure 1: project and reshape, then fractionally strided convolutions; with classes > 0 the label
/// joins the input. With the parameter dense a plain layer comes before, and after the discriminator's convolutions.
std::vector<LayerSpec> convolutionalGenerator(const Settings& settings, const DataShape& shape, std::int64_t inputs, std::int64_t classes);
/// [N,C,H,W] -> [N,outputs]: strided convolutions with leaky ReLU of slope 0.2, a norm on all but the first; with classes > 0 the label
/// joins the picture as planes, or is projected.
std::vector<LayerSpec> convolutionalDiscriminator(const Settings& settings, const DataShape& shape, std::int64_t classes, bool project, std::int64_t outputs = 1);
/// The width of its layer kFeatures.
std::int64_t convolutionalFeatures(const Settings& settings, const DataShape& shape);

}  // namespace ganvas
