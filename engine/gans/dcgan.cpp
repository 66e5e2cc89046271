#include "engine/gans/dcgan.hpp"

#include "engine/gans/common_parameters.hpp"
#include "engine/gans/latent_gan.hpp"

namespace ganvas {
namespace {

const std::vector<int> kSizes{28, 32, 64, 128};

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

/// Figure 1: project and reshape, then fractionally strided convolutions with batch norm and ReLU, tanh at the end.
std::vector<LayerSpec> generatorLayers(const Settings& settings, const DataShape& shape) {
  const auto [start, doublings] = pyramidOf(shape.height);
  const bool norm = settings.text("norm_g") == "batch";
  auto channels = settings.integer("base_channels") << (doublings - 1);
  std::vector<LayerSpec> all{layers::linear("project", settings.integer("latent"), channels * start * start, !norm, Init::normal),
                             layers::reshape("reshape", {channels, start, start})};
  const auto activate = [&](const std::string& suffix) {
    if (norm) all.push_back(layers::batchNorm("norm" + suffix, channels));
    all.push_back(layers::relu("relu" + suffix));
  };
  activate("0");
  for (int i = 1; i < doublings; ++i) {
    all.push_back(layers::convTranspose("up" + std::to_string(i), channels, channels / 2, 4, 2, 1, !norm));
    channels /= 2;
    activate(std::to_string(i));
  }
  all.push_back(layers::convTranspose("up" + std::to_string(doublings), channels, shape.channels, 4, 2, 1, true));
  all.push_back(layers::tanh("tanh"));
  return all;
}

/// Strided convolutions with leaky ReLU of slope 0.2, batch norm on all but the first layer.
std::vector<LayerSpec> discriminatorLayers(const Settings& settings, const DataShape& shape) {
  const auto [start, doublings] = pyramidOf(shape.height);
  const bool norm = settings.text("norm_d") == "batch";
  std::vector<LayerSpec> all;
  std::int64_t in = shape.channels, out = settings.integer("base_channels");
  for (int i = 1; i <= doublings; ++i) {
    const bool normHere = norm && i > 1;
    const auto suffix = std::to_string(i);
    all.push_back(layers::conv("down" + suffix, in, out, 4, 2, 1, !normHere));
    if (normHere) all.push_back(layers::batchNorm("norm" + suffix, out));
    all.push_back(layers::leakyRelu("leaky" + suffix, 0.2));
    in = out;
    out *= 2;
  }
  all.push_back(layers::flatten("flatten"));
  all.push_back(layers::linear("judge", in * start * start, 1, true, Init::normal));
  return all;
}

std::vector<Parameter> networkParameters() {
  Parameter latent{.key = "latent", .title = "Latent size", .type = ParameterType::integer, .defaultValue = std::int64_t{100}, .minimum = 1, .maximum = 1024};
  latent.group = "Networks", latent.help = "How many numbers the generator starts from. Fewer: less variety. Usual: 64 to 128.", latent.paper = "Radford et al. 2016";
  Parameter base{.key = "base_channels", .title = "Base channels", .type = ParameterType::integer, .defaultValue = std::int64_t{64}, .minimum = 4, .maximum = 512};
  base.group = "Networks", base.help = "Channels of the layer next to the picture; each halving of the side doubles them. Twice as many cost about four times the time.";
  const std::vector<Choice> norms{{"batch", "Batch norm"}, {"none", "None"}};
  Parameter normG{.key = "norm_g", .title = "Generator norm", .type = ParameterType::choice, .defaultValue = std::string("batch"), .choices = norms};
  normG.group = "Networks", normG.advanced = true, normG.paper = "Ioffe & Szegedy 2015";
  normG.help = "Batch norm keeps activations at one scale and is what made deep generators train; without it learning is slower and less steady.";
  Parameter normD = normG;
  normD.key = "norm_d", normD.title = "Discriminator norm";
  normD.help = "Batch norm lets D compare the pictures of a batch. Without it, samples are judged one by one.";
  return {latent, base, normG, normD};
}

}  // namespace

Family dcganFamily() {
  Family family;
  family.info = {"dcgan", "DCGAN", "Convolutions up and down: the design that made GANs draw recognisable pictures.",
                 "Radford, Metz, Chintala 2016, arXiv:1511.06434", {"latent"}, {Field::image}, {}};
  OptimiserDefaults optimiser;
  optimiser.precision = true;
  family.schema = Schema(joined({networkParameters(), lossParameters("nonsaturating"), optimiserParameters(optimiser), pictureParameters(kSizes), runParameters(100)}));
  family.modules = latentGanModules();
  family.series = adversarialSeries;
  family.settle = [](Values values, const DatasetInfo& data) { return settlePictures(std::move(values), data, kSizes); };
  family.make = [](const Settings& settings, const DataShape& shape) -> std::unique_ptr<Gan> {
    const auto precision = settings.text("precision") == "bfloat16" ? Precision::bfloat16 : Precision::float32;
    return std::make_unique<LatentGan>(generatorLayers(settings, shape), discriminatorLayers(settings, shape), settings.integer("latent"), precision);
  };
  return family;
}

}  // namespace ganvas
