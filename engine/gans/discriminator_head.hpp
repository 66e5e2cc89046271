// What the discriminators of all families have in common at their end: minibatch features, the label, the verdict. Pure.
// Engine-internal.
#pragma once

#include <vector>

#include "engine/gans/settings.hpp"
#include "engine/nets/network.hpp"

namespace ganvas {

/// The layer whose output the verdict is read from [N,F]: also for what else a family reads from D's features.
inline constexpr const char* kFeatures = "features";

/// The norm that a value of norm_g or norm_d asks for, or none. A plain layer has no places that instance norm could look over, and gets
/// layer norm for it.
enum class LayerForm { plain, places };
void addNorm(std::vector<LayerSpec>& layers, const std::string& norm, const std::string& name, std::int64_t features, LayerForm form);
/// Whether a layer before a norm needs no shift of its own.
bool shifts(const std::string& norm);
/// Gives every linear map the form that norm_d asks for.
std::vector<LayerSpec> inForm(std::vector<LayerSpec> layers, const std::string& norm);

/// Ends a discriminator whose layer kFeatures gives [N,width]: the parameter minibatch (where the family has it), then `outputs` logits. With classes > 0 one logit
/// that the label is projected into.
void addHead(std::vector<LayerSpec>& layers, const Settings& settings, std::int64_t width, std::int64_t outputs, std::int64_t projectedClasses);

/// The parameter pack as a number; 1 in families without it.
std::int64_t packOf(const Settings& settings);

}  // namespace ganvas
