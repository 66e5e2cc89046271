#include "engine/gans/latent_gan.hpp"

namespace ganvas {

const std::vector<ModuleInfo>& latentGanModules() {
  static const std::vector<ModuleInfo> modules{{"generator", Role::generator, "lr_g", true}, {"discriminator", Role::discriminator, "lr_d", false}};
  return modules;
}

LatentGan::LatentGan(std::vector<LayerSpec> generator, std::vector<LayerSpec> discriminator, std::int64_t latentSize, Precision precision)
    : latentSize_(latentSize),
      generator_(std::make_shared<Network>(std::move(generator), precision)),
      discriminator_(std::make_shared<Network>(std::move(discriminator), precision)),
      modules_{{latentGanModules()[0], generator_}, {latentGanModules()[1], discriminator_}} {
  players_.generate = [this](RoundContext& context) { return generator_->forward(context.normal({context.batchSize(), latentSize_})); };
  players_.judge = [this](RoundContext&, const torch::Tensor& pictures) { return discriminator_->forward(pictures); };
  players_.couplesBatch = discriminator_->couplesBatch();
}

std::vector<Phase> LatentGan::round(const Settings& settings, std::int64_t) { return adversarialRound(players_, settings); }

NamedTensors LatentGan::infer(const NamedTensors& inputs) {
  torch::NoGradGuard guard;
  generator_->eval();  // running statistics, not those of the batch that happens to be asked for
  auto samples = generator_->forward(inputs.at("latent"));
  generator_->train();
  return {{"samples", std::move(samples)}};
}

}  // namespace ganvas
