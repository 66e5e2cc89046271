#include "engine/gans/dcgan.hpp"

#include "engine/gans/common_parameters.hpp"
#include "engine/gans/convolutional.hpp"
#include "engine/gans/latent_gan.hpp"

namespace ganvas {

Family dcganFamily() {
  Family family;
  family.info = {"dcgan", "DCGAN", "Convolutions up and down: the design that made GANs draw recognisable pictures.",
                 "Radford, Metz, Chintala 2016, arXiv:1511.06434", {"latent", "neighbours"}, {Field::image}, {}};
  OptimiserDefaults optimiser;
  optimiser.precision = true;
  family.schema = Schema(joined({latentParameters(100), convolutionalParameters(), conditioningParameters({}), lossParameters("nonsaturating"),
                                 optimiserParameters(optimiser), pictureParameters(convolutionalSizes()), runParameters(100)}));
  family.modules = latentGanModules();
  family.series = adversarialSeries;
  family.settle = [](Values values, const DatasetInfo& data) { return settleLatentGan(std::move(values), data, convolutionalSizes()); };
  family.make = [](const Settings& settings, const DataShape& shape) -> std::unique_ptr<Gan> {
    return std::make_unique<LatentGan>(LatentGanPlan{convolutionalGenerator(settings, shape, settings.integer("latent"), 0),
                                                     convolutionalDiscriminator(settings, shape, 0, false), settings.integer("latent"), packOf(settings),
                                                     precisionOf(settings)});
  };
  return family;
}

}  // namespace ganvas
