#include "engine/gans/discriminator_head.hpp"

#include <cstdlib>

namespace ganvas {

void addNorm(std::vector<LayerSpec>& layers, const std::string& norm, const std::string& name, std::int64_t features, LayerForm form) {
  if (norm == "batch") layers.push_back(layers::norm(LayerKind::batchNorm, name, features));
  const bool overAll = norm == "layer" || (norm == "instance" && form == LayerForm::plain);
  if (overAll) layers.push_back(layers::norm(LayerKind::layerNorm, name, features));
  else if (norm == "instance") layers.push_back(layers::norm(LayerKind::instanceNorm, name, features));
}

bool shifts(const std::string& norm) { return norm == "batch" || norm == "layer" || norm == "instance"; }

std::vector<LayerSpec> inForm(std::vector<LayerSpec> layers, const std::string& norm) {
  if (norm != "spectral") return layers;
  for (auto& layer : layers) {
    const bool weighted = layer.kind == LayerKind::linear || layer.kind == LayerKind::conv || layer.kind == LayerKind::maxout || layer.kind == LayerKind::projection;
    if (weighted) layer.form = WeightForm::spectral;
  }
  return layers;
}

void addHead(std::vector<LayerSpec>& layers, const Settings& settings, std::int64_t width, std::int64_t outputs, std::int64_t projectedClasses) {
  constexpr std::int64_t kRows = 32, kNumbers = 8;   // of minibatch discrimination
  const std::string minibatch = settings.values().contains("minibatch") ? settings.text("minibatch") : "none";
  if (minibatch == "discrimination") layers.push_back(layers::minibatchDiscrimination("closeness", width, kRows, kNumbers)), width += kRows;
  if (minibatch == "deviation") layers.push_back(layers::minibatchDeviation("deviation", width)), width += 1;
  layers.push_back(projectedClasses > 0 ? layers::projection("judge", width, projectedClasses) : layers::linear("judge", width, outputs, true, Init::normal));
}

std::int64_t packOf(const Settings& settings) { return settings.values().count("pack") ? std::atoll(settings.text("pack").c_str()) : 1; }

}  // namespace ganvas
