// Adam (Kingma & Ba 2015, arXiv:1412.6980, algorithm 1) over one flat buffer: a step is one pass over memory.
// Belongs to the thread that trains. Engine-internal (sees torch).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <torch/torch.h>

#include "engine/api/result.hpp"

namespace ganvas {

struct AdamOptions {
  double lr = 2e-4;
  double beta1 = 0.5;
  double beta2 = 0.999;
  double eps = 1e-8;
};

/// Takes parameters over: their data become views into a flat float32 buffer on the device where they are, so move a module to its
/// device first. Gradients are what autograd leaves in .grad; asked for, they are gathered in a second buffer, and .grad are views of it.
/// Weights of convolutions (4-D) are laid out channels-last, as the kernels want them: read them through the tensor,
/// not as raw memory. A parameter that got no gradient since zeroGrad() counts as one with gradient zero.
class FlatAdam {
  friend class AdamLookahead;

 public:
  FlatAdam(std::vector<std::pair<std::string, torch::Tensor>> namedParameters, AdamOptions options);

  /// Forgets the gradients, so that backward puts new ones in their place instead of adding to zeros.
  void zeroGrad();
  void step();

  const AdamOptions& options() const { return options_; }
  void setLearningRate(double lr) { options_.lr = lr; }
  void setBetas(double beta1, double beta2) { options_.beta1 = beta1, options_.beta2 = beta2; }

  /// L2 norm of all gradients together; a scalar tensor on the device, so asking does not wait for it.
  /// On the CPU the same to the last bit with any number of threads. Not finite if and only if a gradient is not (or it overflows).
  torch::Tensor gradNorm();
  /// Scales all gradients so that their common norm is at most `max`; returns the norm before (a scalar tensor on the device).
  torch::Tensor clipGradNorm(double max);

  /// All gradients, 1-D; between parameters lie a few zeros of padding.
  torch::Tensor flatGradients();
  /// All parameters in the same layout: for an EMA in one pass.
  torch::Tensor flatParameters() const { return parameters_; }

  /// "exp_avg.<param>" and "exp_avg_sq.<param>" (views, in the parameter's shape) and "step" (int64 scalar).
  std::map<std::string, torch::Tensor> state() const;
  /// Takes back what state() gave; a missing name, an unknown one or a wrong shape is a sentence that names it, and nothing is changed.
  Result<void> loadState(const std::map<std::string, torch::Tensor>& state);

 private:
  struct Slice {
    std::string name;
    torch::Tensor parameter;
    std::int64_t offset;
  };
  /// A slice of one of the flat buffers in its parameter's shape.
  torch::Tensor viewOf(const torch::Tensor& flat, const Slice& slice) const;
  /// Brings what backward left into the flat buffer.
  void gatherGradients();
  void stepOnCpu(double stepSize, double inverseRootCorrection);
  void stepWithTensors(double stepSize, double inverseRootCorrection);

  AdamOptions options_;
  std::int64_t step_ = 0;
  std::vector<Slice> slices_;
  torch::Tensor parameters_, gradients_, average_, squares_;  // 1-D float32, equally long
};

/// Steps of an optimizer that are looked ahead to and not taken: gradients go back through them to whatever the losses came from.
/// The optimizer stays as it is and must outlive this.
class AdamLookahead {
 public:
  explicit AdamLookahead(const FlatAdam& optimizer);
  /// As they are after the steps so far, in the order in which the optimizer was given them.
  std::vector<torch::Tensor> parameters() const;
  /// `loss` was computed with parameters().
  void step(const torch::Tensor& loss);

 private:
  const FlatAdam& optimizer_;
  torch::Tensor flat_, average_, squares_;
  std::int64_t step_;
};

}  // namespace ganvas
