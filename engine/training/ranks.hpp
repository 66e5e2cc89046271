// Agreement between the processes that train one run together. Now there is one; the trainer asks all the same, so that gradients,
// stop and NaN decisions pass through one place when there are more. Training thread.
#pragma once

#include <torch/torch.h>

namespace ganvas {

class Ranks {
 public:
  virtual ~Ranks() = default;
  virtual int rank() const { return 0; }
  virtual int count() const { return 1; }
  /// Replaces the gradients by their mean over all ranks.
  virtual void averageGradients(torch::Tensor& flat) {}
  /// True where any rank says so.
  virtual bool any(bool here) { return here; }
};

}  // namespace ganvas
