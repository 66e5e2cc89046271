// A GAN of one generator (latent → picture or point) and one discriminator (that → logits), told the class where its networks take labels.
// Families differ in the layers that they give it, and in what they add to it. One thread. Engine-internal (sees torch).
#pragma once

#include "engine/gans/adversarial_round.hpp"
#include "engine/gans/family.hpp"

namespace ganvas {

/// "generator" and "discriminator", as every LatentGan has them.
const std::vector<ModuleInfo>& latentGanModules();
/// latent.
std::vector<Parameter> latentParameters(std::int64_t size);
/// settlePictures and settleDiscriminator.
Result<Values> settleLatentGan(Values values, const DatasetInfo& data, const std::vector<int>& sizes);
/// For families that tell classes apart: a sentence where the data have fewer than two.
Result<void> requireClasses(const DatasetInfo& data);

struct LatentGanPlan {
  std::vector<LayerSpec> generator;       ///< [N,latent] -> [N,C,H,W] in [-1,1], or points [N,2]
  std::vector<LayerSpec> discriminator;   ///< [N/pack,pack·C,…] -> [N/pack,1] logits, through a layer kFeatures
  std::int64_t latent = 0;
  std::int64_t pack = 1;
  Precision precision = Precision::float32;
  std::int64_t classes = 0;               ///< where the networks take labels
};

class LatentGan : public Gan {
 public:
  explicit LatentGan(LatentGanPlan plan);

  const std::vector<ModuleSlot>& modules() const override { return modules_; }
  std::vector<Phase> round(const Settings& settings, std::int64_t step) override;
  NamedTensors infer(const NamedTensors& inputs) override;
  NamedTensors inputsFrom(const torch::Tensor& latents, std::int64_t first) override;
  std::int64_t latentSize() const override { return latent_; }
  torch::Tensor firstActivations(const torch::Tensor& latents) override;

 protected:
  Network& generator() { return *generator_; }
  Network& discriminator() { return *discriminator_; }
  std::int64_t pack() const { return pack_; }

 private:
  /// Rows of what the networks are told; undefined where they take none.
  torch::Tensor told(const NamedTensors& with) const;

  std::int64_t latent_, pack_, classes_;
  std::shared_ptr<Network> generator_, discriminator_;
  std::vector<ModuleSlot> modules_;
  Players players_;
};

}  // namespace ganvas
