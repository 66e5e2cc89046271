#include "engine/gans/cgan.hpp"

#include "engine/gans/common_parameters.hpp"
#include "engine/gans/convolutional.hpp"
#include "engine/gans/fully_connected.hpp"
#include "engine/gans/latent_gan.hpp"
#include "engine/gans/parameter_builders.hpp"

namespace ganvas {

using namespace build;

namespace {

std::vector<Parameter> ownParameters() {
  return {
      choice("form", "Networks", "Networks", "convolutional", {{"convolutional", "Convolutional"}, {"fully_connected", "Fully connected"}}, "Convolutions as in DCGAN, or plain wide layers as in the first conditional GAN, which are faster and coarser."),
      from(choice("label_d", "Label in D", "Networks", "projection", {{"join", "Joined to the picture"}, {"projection", "Projection"}}, "How the discriminator is told the class: beside the picture, as in the first paper, or as a direction in its features that the picture is compared with, which usually gives clearer classes."), "Mirza & Osindero 2014; Miyato & Koyama 2018, arXiv:1802.05637"),
  };
}

LatentGanPlan plan(const Settings& settings, const DataShape& shape) {
  const auto latent = settings.integer("latent");
  const bool project = settings.text("label_d") == "projection";
  if (settings.text("form") == "convolutional")
    return {convolutionalGenerator(settings, shape, latent, shape.classes), convolutionalDiscriminator(settings, shape, shape.classes, project), latent, 1,
            precisionOf(settings), shape.classes};
  return {fullyConnectedGenerator(settings, shape, latent, shape.classes), fullyConnectedDiscriminator(settings, shape, shape.classes, project), latent, 1,
          Precision::float32, shape.classes};
}

}  // namespace

Family cganFamily() {
  Family family;
  family.info = {"cgan", "Conditional GAN", "Both networks are told the class, so that afterwards one says what is to be drawn: a boot, a seven.",
                 "Mirza & Osindero 2014, arXiv:1411.1784", {"class", "latent", "neighbours"}, {Field::image, Field::label}, {}};
  OptimiserDefaults optimiser;
  optimiser.precision = true;
  family.schema = Schema(joined({ownParameters(), latentParameters(100), enabled(convolutionalParameters(), "form", {"convolutional"}, "Plain layers have no channels."),
                                 enabled(fullyConnectedParameters(), "form", {"fully_connected"}, "Only for fully connected networks."), conditioningParameters({.packs = false}),
                                 lossParameters("hinge"), optimiserParameters(optimiser), pictureParameters(convolutionalSizes()), runParameters(100)}));
  family.modules = latentGanModules();
  family.series = adversarialSeries;
  family.settle = [](Values values, const DatasetInfo& data) -> Result<Values> {
    if (auto enough = requireClasses(data); !enough) return enough.error();
    return settleLatentGan(std::move(values), data, convolutionalSizes());
  };
  family.make = [](const Settings& settings, const DataShape& shape) -> std::unique_ptr<Gan> { return std::make_unique<LatentGan>(plan(settings, shape)); };
  return family;
}

}  // namespace ganvas
