// What a GAN family is: networks, one adversarial round, parameters. A family describes itself here and nothing else knows it by name.
// A Gan belongs to one thread. Engine-internal (sees torch).
#pragma once

#include <torch/torch.h>

#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/api/family.hpp"
#include "engine/api/schema.hpp"
#include "engine/gans/settings.hpp"
#include "engine/nets/network.hpp"
#include "engine/tensor/adam.hpp"
#include "engine/tensor/named_tensors.hpp"

namespace ganvas {

struct PointTarget;

/// What a family's networks must fit.
struct DataShape {
  int channels = 1;
  int height = 28;
  int width = 28;
  int classes = 0;   ///< 0 without labels
  std::shared_ptr<const PointTarget> target = {};   ///< of points: where they come from; width and height are then of pictures of them
};

/// One of a family's networks: its name and role. Unless frozen it gets an optimizer whose learning rate is the parameter `rateKey`.
struct ModuleInfo {
  std::string name;                    ///< "generator"; names checkpoint entries and curves
  Role role = Role::none;
  std::string rateKey;                 ///< "lr_g", "lr_d"; empty: frozen
  bool averaged = false;               ///< an EMA of its weights is kept (parameter `ema`)
};

struct ModuleSlot : ModuleInfo {
  std::shared_ptr<Network> network;
};

struct Batch {
  torch::Tensor samples;               ///< [N,C,H,W] float32 in [-1,1]: pictures; or [N,2]: points
  torch::Tensor labels;                ///< [N] int64, or undefined
  torch::Tensor drawings;              ///< [N,1,H,W] float32, paper 1 and ink -1; undefined where the data have none
};

/// What a phase draws from: data in the run's own order, noise from the run's own generator. Training thread.
class RoundContext {
 public:
  virtual ~RoundContext() = default;
  virtual const Settings& settings() const = 0;
  virtual std::int64_t step() const = 0;                          ///< rounds finished
  virtual std::int64_t batchSize() const = 0;
  virtual Batch nextBatch() = 0;                                  ///< fresh data
  virtual const Batch& batch() const = 0;                         ///< what nextBatch() gave last
  virtual Batch labelledBatch(std::int64_t size) = 0;             ///< of the few pictures whose labels may be used (labels_per_class)
  virtual torch::Tensor normal(std::vector<std::int64_t> shape) = 0;   ///< standard normal noise on the run's device
  virtual torch::Tensor uniform(std::vector<std::int64_t> shape) = 0;  ///< in [0,1), on the run's device
  virtual std::unique_ptr<AdamLookahead> lookahead(const std::string& module) = 0;   ///< updates of a module that gradients go through
  /// What the layers of the data's own feature network make of pictures [N,C,H,W], with a way back; for the parameter `perceptual`.
  virtual std::vector<torch::Tensor> perceived(const torch::Tensor&) { throw std::logic_error("no feature network was made for this run"); }
};

struct PhaseResult {
  torch::Tensor loss;                                             ///< scalar, minimised over the phase's modules
  std::vector<std::pair<std::string, torch::Tensor>> terms;       ///< curve tag → scalar
  std::string formula = {};                                       ///< of the loss, in the field's notation; empty where it is not told
  std::vector<torch::Tensor> addends = {};                        ///< what the formula adds up, in its order
};

/// One update of some modules. The trainer zeroes gradients, runs it, goes back, clips, checks and steps the optimizers.
struct Phase {
  Sentence name;                                                  ///< "discriminator 1 of 2", "generator"
  std::vector<std::string> trains;                                ///< module names; all others get no gradient
  std::function<PhaseResult(RoundContext&)> run;
  std::vector<std::string> prepares = {};                         ///< modules not trained now, whose pass a later phase of the round goes back through
  std::function<void()> after = {};                               ///< once the optimizers have stepped; may be empty
};

/// Held-out samples number first, first+1, …, going round: what a generator that is given something is asked about.
using Examples = std::function<Batch(std::int64_t first, std::int64_t count)>;

class Gan {
 public:
  virtual ~Gan() = default;
  virtual const std::vector<ModuleSlot>& modules() const = 0;
  /// The phases of the round that begins now; asked anew every round, so live parameters and stages take effect here.
  virtual std::vector<Phase> round(const Settings& settings, std::int64_t step) = 0;

  /// Named inputs → named outputs, no gradient, networks in evaluation mode. Outputs of four dimensions are images [N,C,H,W]
  /// in [-1,1]; outputs of none are scalars.
  virtual NamedTensors infer(const NamedTensors& inputs) = 0;
  /// Inputs for pictures number first, first+1, … of the preview grid, of judging and of `generate`, made from latents
  /// [count, latentSize()]. What is not in the latents (classes, categories) goes round by the picture's number.
  virtual NamedTensors inputsFrom(const torch::Tensor& latents, std::int64_t first) = 0;
  virtual std::int64_t latentSize() const = 0;
  /// What the generator's first layer makes of latents [n,latentSize()]: [n,…], from which their principal directions are read.
  /// Undefined where there is nothing to read.
  virtual torch::Tensor firstActivations(const torch::Tensor& latents) = 0;
  /// What of its inputs can be set by name besides the class.
  virtual std::vector<CodeInfo> codes() const { return {}; }

  /// Lets inputsFrom() ask about held-out samples, where the generator is given something of them.
  void useExamples(Examples examples) { examples_ = std::move(examples); }
  /// Generated pictures [n,C,H,W] and what they were made from as a grid of samples shows them: [n·tilesEach,C,H,W] (FamilyInfo). A generator
  /// whose pictures have more than one tile cannot be asked without examples or inputs of one's own.
  virtual torch::Tensor tiles(const torch::Tensor& samples, const NamedTensors&) { return samples; }

  ModuleSlot* module(const std::string& name);

 protected:
  Examples examples_;   // may be empty
};

struct Family {
  FamilyInfo info;
  Schema schema;
  std::vector<ModuleInfo> modules;
  std::function<std::vector<SeriesInfo>(const Settings&)> series; ///< of the terms that its phases report
  /// Values that only the data can settle ("auto" sizes), and what does not fit together, as a sentence.
  std::function<Result<Values>(Values, const DatasetInfo&)> settle;
  std::function<std::unique_ptr<Gan>(const Settings&, const DataShape&)> make;
};

const std::vector<Family>& familyRegistry();
/// nullptr where there is none of this name.
const Family* findFamily(const std::string& name);
/// The same, or a sentence that lists the families.
Result<const Family*> familyNamed(const std::string& name);

}  // namespace ganvas
