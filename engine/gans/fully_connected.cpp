#include "engine/gans/fully_connected.hpp"

#include "engine/gans/parameter_builders.hpp"

namespace ganvas {

using namespace build;

std::vector<LayerSpec> fullyConnectedGenerator(const Settings& settings, const DataShape& shape, std::int64_t inputs, std::int64_t classes) {
  std::vector<LayerSpec> all;
  if (classes > 0) all.push_back(layers::joinLabel("label", inputs, classes));
  std::int64_t in = inputs + classes, out = settings.integer("width");
  const auto& norm = settings.text("norm_g");
  for (std::int64_t i = 1; i <= settings.integer("depth"); ++i) {
    const auto suffix = std::to_string(i);
    all.push_back(layers::linear("linear" + suffix, in, out, !shifts(norm)));
    addNorm(all, norm, "norm" + suffix, out, LayerForm::plain);
    all.push_back(layers::relu("relu" + suffix));
    in = out;
    out *= 2;
  }
  all.push_back(layers::linear("picture", in, shape.channels * shape.height * shape.width));
  all.push_back(layers::tanh("tanh"));
  all.push_back(layers::reshape("reshape", {shape.channels, shape.height, shape.width}));
  return all;
}

std::vector<LayerSpec> fullyConnectedDiscriminator(const Settings& settings, const DataShape& shape, std::int64_t classes, bool project) {
  std::vector<LayerSpec> all{layers::flatten("flatten")};
  std::int64_t in = packOf(settings) * shape.channels * shape.height * shape.width;
  if (classes > 0 && !project) all.push_back(layers::joinLabel("label", in, classes)), in += classes;
  const bool maxout = settings.text("activation_d") == "maxout";
  const auto& norm = settings.text("norm_d");
  const double dropout = settings.real("dropout_d");
  for (auto i = settings.integer("depth") - 1; i >= 0; --i) {
    const auto out = settings.integer("width") << i;
    const auto suffix = std::to_string(settings.integer("depth") - i);
    if (maxout) {
      all.push_back(layers::maxout("maxout" + suffix, in, out, 2));
      addNorm(all, norm, "norm" + suffix, out, LayerForm::plain);
    } else {
      all.push_back(layers::linear("linear" + suffix, in, out));
      addNorm(all, norm, "norm" + suffix, out, LayerForm::plain);
      all.push_back(layers::leakyRelu("leaky" + suffix, 0.2));
    }
    if (dropout > 0) all.push_back(layers::dropout("dropout" + suffix, dropout));
    in = out;
  }
  all.push_back(layers::flatten(kFeatures));
  addHead(all, settings, in, 1, project ? classes : 0);
  return inForm(std::move(all), norm);
}

std::vector<Parameter> fullyConnectedParameters() {
  const std::string group = "Networks";
  return {
      integer("width", "Width", group, 256, 8, 4096, "units", "Units of the narrowest layer; each layer nearer to the picture has twice as many."),
      integer("depth", "Depth", group, 2, 1, 6, "layers", "Hidden layers of each network. Usual: 2 to 4."),
      advanced(from(choice("activation_d", "Discriminator activation", group, "leaky_relu", {{"leaky_relu", "Leaky ReLU"}, {"maxout", "Maxout"}}, "Maxout (the larger of two linear maps) as in the first paper, or leaky ReLU, which is faster."), "Goodfellow et al. 2013, arXiv:1302.4389")),
      from(real("dropout_d", "Discriminator dropout", group, 0.3, 0, 0.9, "", "Share of the discriminator's units that are left out at random in each update, so that it does not win too early. Usual: 0 to 0.5."), "Goodfellow et al. 2014, section 5"),
  };
}

}  // namespace ganvas
