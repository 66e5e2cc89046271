#include "engine/gans/fc_gan.hpp"

#include "engine/gans/common_parameters.hpp"
#include "engine/gans/fully_connected.hpp"
#include "engine/gans/latent_gan.hpp"

namespace ganvas {
namespace {

const std::vector<int> kSizes{28, 32, 64};

}  // namespace

Family fcGanFamily() {
  Family family;
  family.info = {"fc-gan", "Fully connected GAN", "The first GAN: two plain networks play against each other. Trains in minutes, ideal to watch the game.",
                 "Goodfellow et al. 2014, arXiv:1406.2661", {"latent", "neighbours"}, {Field::image}, {}};
  OptimiserDefaults optimiser;
  optimiser.ema = 0.999;
  family.schema = Schema(joined({latentParameters(64), fullyConnectedParameters(), conditioningParameters({"batch", "none"}), lossParameters("nonsaturating"),
                                 optimiserParameters(optimiser), pictureParameters(kSizes), runParameters(500)}));
  family.modules = latentGanModules();
  family.series = adversarialSeries;
  family.settle = [](Values values, const DatasetInfo& data) { return settleLatentGan(std::move(values), data, kSizes); };
  family.make = [](const Settings& settings, const DataShape& shape) -> std::unique_ptr<Gan> {
    return std::make_unique<LatentGan>(LatentGanPlan{fullyConnectedGenerator(settings, shape, settings.integer("latent"), 0),
                                                     fullyConnectedDiscriminator(settings, shape, 0, false), settings.integer("latent"), packOf(settings)});
  };
  return family;
}

}  // namespace ganvas
