// Networks from picture to picture and judges of patches (Isola et al. 2017, arXiv:1611.07004, appendix 6.1). Pure. Engine-internal.
#pragma once

#include <string>
#include <vector>

#include "engine/gans/family.hpp"

namespace ganvas {

/// Sides that the networks from picture to picture are made for.
const std::vector<int>& translationSizes();

/// [N,inputs,H,W] -> [N,outputs,H,W] in [-1,1]: halved down to `bottleneck` px and back. Parameters skips (each level sees the one of its size
/// on the way down, and the last the input itself), bottleneck, enlarge, base_channels, norm_g, dropout. With classes > 0 the label joins the
/// input. All is convolution: networks of twice the side and twice the bottleneck have weights of the same shapes.
std::vector<LayerSpec> translationGenerator(const Settings& settings, std::int64_t side, std::int64_t inputs, std::int64_t outputs, std::int64_t classes);

/// [N,inputs,H,W] -> logits [N,1,h,w], one for each patch of `patch` px ("16", "34", "70", "full"). Parameters base_channels_d, norm_d.
std::vector<LayerSpec> patchDiscriminator(const Settings& settings, const std::string& patch, std::int64_t side, std::int64_t inputs, std::int64_t classes);

}  // namespace ganvas
