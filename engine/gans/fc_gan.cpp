#include "engine/gans/fc_gan.hpp"

#include "engine/gans/common_parameters.hpp"
#include "engine/gans/latent_gan.hpp"

namespace ganvas {
namespace {

const std::vector<int> kSizes{28, 32, 64};

/// Layers that widen towards the picture: width, 2·width, 4·width, …
std::vector<LayerSpec> generatorLayers(const Settings& settings, const DataShape& shape) {
  std::vector<LayerSpec> all;
  std::int64_t in = settings.integer("latent"), out = settings.integer("width");
  const bool norm = settings.text("norm_g") == "batch";
  for (std::int64_t i = 1; i <= settings.integer("depth"); ++i) {
    const auto suffix = std::to_string(i);
    all.push_back(layers::linear("linear" + suffix, in, out, !norm));
    if (norm) all.push_back(layers::batchNorm("norm" + suffix, out));
    all.push_back(layers::relu("relu" + suffix));
    in = out;
    out *= 2;
  }
  all.push_back(layers::linear("picture", in, shape.channels * shape.height * shape.width));
  all.push_back(layers::tanh("tanh"));
  all.push_back(layers::reshape("reshape", {shape.channels, shape.height, shape.width}));
  return all;
}

/// Layers that narrow away from it, maxout with dropout as in the paper, or leaky ReLU.
std::vector<LayerSpec> discriminatorLayers(const Settings& settings, const DataShape& shape) {
  std::vector<LayerSpec> all{layers::flatten("flatten")};
  std::int64_t in = shape.channels * shape.height * shape.width;
  const bool maxout = settings.text("activation_d") == "maxout";
  const double dropout = settings.real("dropout_d");
  for (auto i = settings.integer("depth") - 1; i >= 0; --i) {
    const auto out = settings.integer("width") << i;
    const auto suffix = std::to_string(settings.integer("depth") - i);
    if (maxout) {
      all.push_back(layers::maxout("maxout" + suffix, in, out, 2));
    } else {
      all.push_back(layers::linear("linear" + suffix, in, out));
      all.push_back(layers::leakyRelu("leaky" + suffix, 0.2));
    }
    if (dropout > 0) all.push_back(layers::dropout("dropout" + suffix, dropout));
    in = out;
  }
  all.push_back(layers::linear("judge", in, 1));
  return all;
}

std::vector<Parameter> networkParameters() {
  const std::string group = "Networks";
  Parameter latent{.key = "latent", .title = "Latent size", .type = ParameterType::integer, .defaultValue = std::int64_t{64}, .minimum = 1, .maximum = 1024};
  latent.group = group, latent.help = "How many numbers the generator starts from. Fewer: less variety. Usual: 32 to 128.";
  Parameter width{.key = "width", .title = "Width", .type = ParameterType::integer, .defaultValue = std::int64_t{256}, .minimum = 8, .maximum = 4096};
  width.group = group, width.unit = "units", width.help = "Units of the narrowest layer; each layer nearer to the picture has twice as many.";
  Parameter depth{.key = "depth", .title = "Depth", .type = ParameterType::integer, .defaultValue = std::int64_t{2}, .minimum = 1, .maximum = 6};
  depth.group = group, depth.unit = "layers", depth.help = "Hidden layers of each network. Usual: 2 to 4.";
  Parameter norm{.key = "norm_g", .title = "Generator norm", .type = ParameterType::choice, .defaultValue = std::string("batch"), .choices = {{"batch", "Batch norm"}, {"none", "None"}}};
  norm.group = group, norm.advanced = true, norm.help = "Batch norm keeps the generator's activations at one scale; without it (as in the paper) learning is slower.", norm.paper = "Ioffe & Szegedy 2015";
  Parameter activation{.key = "activation_d", .title = "Discriminator activation", .type = ParameterType::choice, .defaultValue = std::string("leaky_relu"), .choices = {{"leaky_relu", "Leaky ReLU"}, {"maxout", "Maxout"}}};
  activation.group = group, activation.advanced = true, activation.help = "Maxout (the larger of two linear maps) as in the first paper, or leaky ReLU, which is faster.", activation.paper = "Goodfellow et al. 2013, arXiv:1302.4389";
  Parameter dropout{.key = "dropout_d", .title = "Discriminator dropout", .type = ParameterType::real, .defaultValue = 0.3, .minimum = 0, .maximum = 0.9};
  dropout.group = group, dropout.help = "Share of the discriminator's units that are left out at random in each update, so that it does not win too early. Usual: 0 to 0.5.", dropout.paper = "Goodfellow et al. 2014, section 5";
  return {latent, width, depth, norm, activation, dropout};
}

}  // namespace

Family fcGanFamily() {
  Family family;
  family.info = {"fc-gan", "Fully connected GAN", "The first GAN: two plain networks play against each other. Trains in minutes, ideal to watch the game.",
                 "Goodfellow et al. 2014, arXiv:1406.2661", {"latent"}, {Field::image}, {}};
  OptimiserDefaults optimiser;
  optimiser.ema = 0.999;
  family.schema = Schema(joined({networkParameters(), lossParameters("nonsaturating"), optimiserParameters(optimiser), pictureParameters(kSizes), runParameters(500)}));
  family.modules = latentGanModules();
  family.series = adversarialSeries;
  family.settle = [](Values values, const DatasetInfo& data) { return settlePictures(std::move(values), data, kSizes); };
  family.make = [](const Settings& settings, const DataShape& shape) -> std::unique_ptr<Gan> {
    return std::make_unique<LatentGan>(generatorLayers(settings, shape), discriminatorLayers(settings, shape), settings.integer("latent"), Precision::float32);
  };
  return family;
}

}  // namespace ganvas
