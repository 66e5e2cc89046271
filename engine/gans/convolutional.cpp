#include "engine/gans/convolutional.hpp"

#include "engine/gans/parameter_builders.hpp"

namespace ganvas {

using namespace build;

namespace {

/// The smallest picture, 7 px for 28 and 4 px for the powers of two, and how often it doubles.
struct Pyramid {
  std::int64_t start;
  int doublings;
};
Pyramid pyramidOf(std::int64_t size) {
  Pyramid pyramid{size % 7 == 0 ? 7 : 4, 0};
  for (auto side = pyramid.start; side < size; side *= 2) ++pyramid.doublings;
  return pyramid;
}

std::int64_t denseOf(const Settings& settings) { return settings.values().count("dense") ? settings.integer("dense") : 0; }

}  // namespace

const std::vector<int>& convolutionalSizes() {
  static const std::vector<int> sizes{28, 32, 64, 128};
  return sizes;
}

std::vector<Parameter> convolutionalParameters(std::int64_t dense, std::int64_t baseChannels) {
  std::vector<Parameter> all{integer("base_channels", "Base channels", "Networks", baseChannels, 4, 512, "", "Channels of the layer next to the picture; each halving of the side doubles them. Twice as many cost about four times the time.")};
  if (dense > 0)
    all.push_back(advanced(integer("dense", "Plain layer", "Networks", dense, 0, 8192, "units", "Units of a fully connected layer between latent and convolutions, and between the discriminator's convolutions and what it says: what is read off a picture then rests on the whole of it. 0: none.")));
  return all;
}

Precision precisionOf(const Settings& settings) { return settings.text("precision") == "bfloat16" ? Precision::bfloat16 : Precision::float32; }

std::vector<LayerSpec> convolutionalGenerator(const Settings& settings, const DataShape& shape, std::int64_t inputs, std::int64_t classes) {
  const auto [start, doublings] = pyramidOf(shape.height);
  const auto& norm = settings.text("norm_g");
  auto channels = settings.integer("base_channels") << (doublings - 1);
  std::vector<LayerSpec> all;
  if (classes > 0) all.push_back(layers::joinLabel("label", inputs, classes));
  auto in = inputs + classes;
  if (const auto dense = denseOf(settings); dense > 0) {
    all.push_back(layers::linear("dense", in, dense, !shifts(norm), Init::normal));
    addNorm(all, norm, "norm_dense", dense, LayerForm::plain);
    all.push_back(layers::relu("relu_dense"));
    in = dense;
  }
  all.push_back(layers::linear("project", in, channels * start * start, !shifts(norm), Init::normal));
  all.push_back(layers::reshape("reshape", {channels, start, start}));
  const auto activate = [&](const std::string& suffix) {
    addNorm(all, norm, "norm" + suffix, channels, LayerForm::places);
    all.push_back(layers::relu("relu" + suffix));
  };
  activate("0");
  for (int i = 1; i < doublings; ++i) {
    all.push_back(layers::convTranspose("up" + std::to_string(i), channels, channels / 2, 4, 2, 1, !shifts(norm)));
    channels /= 2;
    activate(std::to_string(i));
  }
  all.push_back(layers::convTranspose("up" + std::to_string(doublings), channels, shape.channels, 4, 2, 1, true));
  all.push_back(layers::tanh("tanh"));
  return all;
}

std::vector<LayerSpec> convolutionalDiscriminator(const Settings& settings, const DataShape& shape, std::int64_t classes, bool project, std::int64_t outputs) {
  const auto [start, doublings] = pyramidOf(shape.height);
  const auto& norm = settings.text("norm_d");
  std::vector<LayerSpec> all;
  std::int64_t in = packOf(settings) * shape.channels, out = settings.integer("base_channels");
  if (classes > 0 && !project) all.push_back(layers::joinLabel("label", in, classes)), in += classes;
  for (int i = 1; i <= doublings; ++i) {
    const auto suffix = std::to_string(i);
    all.push_back(layers::conv("down" + suffix, in, out, 4, 2, 1, i == 1 || !shifts(norm)));
    if (i > 1) addNorm(all, norm, "norm" + suffix, out, LayerForm::places);
    all.push_back(layers::leakyRelu("leaky" + suffix, 0.2));
    in = out;
    out *= 2;
  }
  if (const auto dense = denseOf(settings); dense > 0) {
    all.push_back(layers::flatten("flatten"));
    all.push_back(layers::linear("dense", in * start * start, dense, !shifts(norm), Init::normal));
    addNorm(all, norm, "norm_dense", dense, LayerForm::plain);
    all.push_back(layers::leakyRelu(kFeatures, 0.2));
  } else {
    all.push_back(layers::flatten(kFeatures));
  }
  addHead(all, settings, convolutionalFeatures(settings, shape), outputs, project ? classes : 0);
  return inForm(std::move(all), norm);
}

std::int64_t convolutionalFeatures(const Settings& settings, const DataShape& shape) {
  if (const auto dense = denseOf(settings); dense > 0) return dense;
  const auto [start, doublings] = pyramidOf(shape.height);
  return (settings.integer("base_channels") << (doublings - 1)) * start * start;
}

}  // namespace ganvas
