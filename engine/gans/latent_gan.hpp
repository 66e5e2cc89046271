// A GAN of one generator (latent → picture) and one discriminator (picture → logits). Families differ in the layers that they give it.
// One thread. Engine-internal (sees torch).
#pragma once

#include "engine/gans/adversarial_round.hpp"
#include "engine/gans/family.hpp"

namespace ganvas {

/// "generator" and "discriminator", as every LatentGan has them.
const std::vector<ModuleInfo>& latentGanModules();

class LatentGan : public Gan {
 public:
  /// `generator` takes [N, latentSize] and gives [N,C,H,W] in [-1,1]; `discriminator` takes that and gives [N,1] logits.
  LatentGan(std::vector<LayerSpec> generator, std::vector<LayerSpec> discriminator, std::int64_t latentSize, Precision precision);

  const std::vector<ModuleSlot>& modules() const override { return modules_; }
  std::vector<Phase> round(const Settings& settings, std::int64_t step) override;
  NamedTensors infer(const NamedTensors& inputs) override;
  NamedTensors inputsFrom(const torch::Tensor& latents) override { return {{"latent", latents}}; }
  std::int64_t latentSize() const override { return latentSize_; }
  Network* latentNetwork() override { return generator_.get(); }

 private:
  std::int64_t latentSize_;
  std::shared_ptr<Network> generator_, discriminator_;
  std::vector<ModuleSlot> modules_;
  Players players_;
};

}  // namespace ganvas
