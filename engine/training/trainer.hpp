// Runs the rounds of one GAN: asks the family for phases, gives them data and noise, and does what all families have in common
// (gradients, clipping, NaN check, optimizer, EMA, curves, previews). Knows no family. Belongs to the training thread.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/api/session.hpp"
#include "engine/gans/family.hpp"
#include "engine/metrics/feature_network.hpp"
#include "engine/tensor/adam.hpp"
#include "engine/training/batches.hpp"
#include "engine/training/ranks.hpp"

namespace ganvas {

/// Weights as they were after a round, for another thread to use. Never changes.
struct Snapshot {
  std::int64_t step = 0;
  NamedTensors live;       ///< "<module>.<parameter>"
  NamedTensors averaged;   ///< the same names; the EMA where a module has one, else its live weights
};

/// Builds the networks of a run with the initial weights that its seed gives.
std::unique_ptr<Gan> makeGan(const Family& family, const Settings& settings, const DataShape& shape, torch::Device device);
/// Parameters and buffers of all modules by "<module>.<name>", sharing memory with them.
NamedTensors weightsOf(const Gan& gan);
/// Copies values into the modules; a missing name or wrong shape is a sentence, and nothing is changed.
Result<void> loadWeights(Gan& gan, const NamedTensors& weights);

class Trainer : private RoundContext {
 public:
  /// `perceive` answers perceived(), for families that ask (parameter `perceptual`).
  using Perceive = std::function<std::vector<torch::Tensor>(const torch::Tensor&)>;
  Trainer(const Family& family, Settings settings, std::shared_ptr<const DataSet> data, torch::Device device, Perceive perceive = {});
  ~Trainer() override;

  struct PhaseReport {
    std::string phase;
    bool roundFinished = false;
  };
  /// The phase that was run last, in words and numbers; reads them from the device.
  PlayedPhase played() const;
  /// Other initial weights than those of the seed, of networks of the same shape. Before the first round.
  Result<void> setInitialWeights(const NamedTensors& weights);
  /// The next phase of the round. An error of kind numeric leaves the weights as they were before the phase.
  Result<PhaseReport> runPhase();
  /// Phases until the round is finished.
  Result<void> runRound();

  std::int64_t step() const override { return step_; }
  bool betweenRounds() const { return phases_.empty(); }
  Sentence nextPhase() const { return phases_.empty() ? Sentence{} : phases_[phase_].name; }
  double epochs() const { return batches_.epochs(); }
  std::int64_t picturesPerRound() const;
  Batch labelledBatch(std::int64_t size) override;
  const Settings& settings() const override { return settings_; }
  const DataShape& shape() const { return shape_; }
  torch::Device device() const { return device_; }

  /// From the next round on: a round is played by the rules with which it began. The schema has checked the value.
  void setParameter(const std::string& key, const Value& value);
  /// With what has been changed since the round began.
  const Settings& nextSettings() const { return nextSettings_; }

  /// Points of curves since the last call. On a device they are read every few rounds; `all` waits for the rest.
  Result<std::vector<Scalar>> takeScalars(bool all = false);
  /// The fixed latents through the averaged weights.
  TileGrid preview();
  void newPreviewLatents(std::uint64_t seed);
  /// The networks with averaged weights: what previews come from and what is judged. Between rounds.
  Gan& averaged() { return *averagedGan_; }
  Snapshot snapshot() const;

  /// All that is needed to go on bit for bit; only between rounds.
  NamedTensors state() const;
  Result<void> load(const NamedTensors& state, std::int64_t step);

 private:
  struct Trained {
    ModuleSlot slot;
    std::unique_ptr<FlatAdam> optimizer;   // null where frozen
    torch::Tensor averaged;                // flat EMA of the parameters, in the optimizer's layout
  };
  // RoundContext, as the phases see it
  std::int64_t batchSize() const override { return settings_.integer("batch"); }
  Batch nextBatch() override;
  const Batch& batch() const override { return batch_; }
  torch::Tensor normal(std::vector<std::int64_t> shape) override;
  torch::Tensor uniform(std::vector<std::int64_t> shape) override;
  std::unique_ptr<AdamLookahead> lookahead(const std::string& module) override;
  std::vector<torch::Tensor> perceived(const torch::Tensor& pictures) override { return perceive_ ? perceive_(pictures) : RoundContext::perceived(pictures); }

  void buildAverages();
  void updateAverages();
  void remember(const Phase& phase, const PhaseResult& result, std::size_t firstTerm);
  void finishRound();
  void record(const std::string& tag, const torch::Tensor& value);
  void setRates(Trained& module);
  /// Clips and records it; an error where it is not finite.
  Result<void> checkGradient(Trained& module);
  Error notFinite(const Sentence& what) const;

  int tilesEach_;                            // of a grid of samples
  Settings settings_, nextSettings_;         // of the present round and of the next
  DataShape shape_;
  torch::Device device_;
  Perceive perceive_;
  std::unique_ptr<Ranks> ranks_;
  std::unique_ptr<Gan> gan_, averagedGan_;   // the second one's parameters are views of the EMA
  std::vector<Trained> modules_;
  BatchSource batches_;
  Batch batch_;
  torch::Tensor labelled_;                   // rows whose labels may be used, where the family has labels_per_class
  torch::Generator noise_;
  torch::Tensor previewLatents_;
  std::vector<Phase> phases_;
  std::size_t phase_ = 0;
  std::int64_t step_ = 0;

  struct Pending {
    std::int64_t step;
    std::string tag;
    torch::Tensor value;
  };
  std::vector<Pending> pending_;

  struct Played {
    Sentence name;
    Role player = Role::none;
    std::string formula;
    std::vector<torch::Tensor> addends;
    std::vector<std::pair<std::string, torch::Tensor>> terms;
  };
  Played played_;                            // the last phase
};

/// Whether a run needs the data's feature network while it trains (parameter `perceptual`).
bool wantsPerception(const Settings& settings);
Trainer::Perceive perceiving(std::shared_ptr<const FeatureNetwork> network);

/// Curves of the trainer itself: gradient norms by module, pictures per second.
std::vector<SeriesInfo> trainerSeries(const std::vector<ModuleInfo>& modules);

/// Factor on the learning rates at a step: parameters schedule, schedule_steps.
double rateFactor(const Settings& settings, std::int64_t step);
/// Decay of the EMA at a step: warms up as (1 + t) / (10 + t).
double emaDecay(double decay, std::int64_t step);

}  // namespace ganvas
