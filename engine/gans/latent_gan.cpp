#include "engine/gans/latent_gan.hpp"

#include "engine/gans/common_parameters.hpp"
#include "engine/gans/parameter_builders.hpp"
#include "engine/gans/rows.hpp"

namespace ganvas {

const std::vector<ModuleInfo>& latentGanModules() {
  static const std::vector<ModuleInfo> modules{{"generator", Role::generator, "lr_g", true}, {"discriminator", Role::discriminator, "lr_d", false}};
  return modules;
}

std::vector<Parameter> latentParameters(std::int64_t size) {
  return {build::integer("latent", "Latent size", "Networks", size, 1, 1024, "", "How many numbers the generator starts from. Fewer: less variety. Usual: 32 to 128.")};
}

Result<Values> settleLatentGan(Values values, const DatasetInfo& data, const std::vector<int>& sizes) {
  auto settled = settleDiscriminator(std::move(values));
  if (!settled) return settled;
  return settlePictures(std::move(*settled), data, sizes);
}

Result<void> requireClasses(const DatasetInfo& data) {
  if (data.classNames.size() >= 2) return {};
  return Error{ErrorKind::usage, sentence("data \"%1\" has only one class, and there is nothing to tell apart. Take data with two classes or more (sub-folders are classes).", data.title), {}};
}

LatentGan::LatentGan(LatentGanPlan plan)
    : latent_(plan.latent), pack_(plan.pack), classes_(plan.classes),
      generator_(std::make_shared<Network>(std::move(plan.generator), plan.precision)),
      discriminator_(std::make_shared<Network>(std::move(plan.discriminator), plan.precision)),
      modules_{{latentGanModules()[0], generator_}, {latentGanModules()[1], discriminator_}} {
  const bool labelled = generator_->takesLabels() || discriminator_->takesLabels();
  // Generated pictures get the classes of the batch: D sees every class as often in both.
  const auto labels = [labelled](RoundContext& context) { return labelled ? NamedTensors{{"labels", context.batch().labels}} : NamedTensors{}; };
  players_.generate = [this, labels](RoundContext& context) {
    auto with = labels(context);
    auto pictures = generator_->forward(context.normal({context.batchSize(), latent_}), told(with));
    return Shown{std::move(pictures), std::move(with)};
  };
  players_.real = [labels](RoundContext& context) { return Shown{context.batch().samples, labels(context)}; };
  players_.judge = [this](RoundContext&, const Shown& shown) { return Verdict{discriminator_->forward(packed(shown.pictures, pack_), told(shown.with)), {}}; };
  players_.couplesBatch = discriminator_->couplesBatch();
  players_.discriminator = discriminator_.get();
}

torch::Tensor LatentGan::told(const NamedTensors& with) const {
  const auto labels = with.find("labels");
  return labels == with.end() ? torch::Tensor() : labels->second;
}

std::vector<Phase> LatentGan::round(const Settings& settings, std::int64_t) { return adversarialRound(players_, settings); }

NamedTensors LatentGan::inputsFrom(const torch::Tensor& latents, std::int64_t first) {
  NamedTensors inputs{{"latent", latents}};
  if (classes_ > 0) inputs["class"] = goRound(first, latents.size(0), classes_, latents);
  return inputs;
}

torch::Tensor LatentGan::firstActivations(const torch::Tensor& latents) { return throughFirstLinear(*generator_, latents); }

NamedTensors LatentGan::infer(const NamedTensors& inputs) {
  Evaluating evaluating(*generator_);
  const auto classes = inputs.find("class");
  return {{"samples", generator_->forward(inputs.at("latent"), classes == inputs.end() ? torch::Tensor() : classes->second)}};
}

}  // namespace ganvas
