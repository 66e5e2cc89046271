// Answers inference requests on a thread of its own, on a copy of the weights, so that drawing stays live while training goes on.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "engine/api/model.hpp"
#include "engine/core/mailbox.hpp"
#include "engine/training/trainer.hpp"

namespace ganvas {

/// Where weights pass from a trainer to whoever uses them. Outlives both.
class SnapshotBox {
 public:
  void put(std::shared_ptr<const Snapshot> snapshot) {
    wanted_ = false;
    std::lock_guard lock(mutex_);
    snapshot_ = std::move(snapshot);
  }
  /// The newest there are; asks for newer ones.
  std::shared_ptr<const Snapshot> newest() {
    wanted_ = true;
    std::lock_guard lock(mutex_);
    return snapshot_;
  }
  bool wanted() const { return wanted_; }
  /// Rounds trained by the newest; asks for nothing.
  std::int64_t step() const {
    std::lock_guard lock(mutex_);
    return snapshot_ ? snapshot_->step : 0;
  }

 private:
  std::atomic<bool> wanted_{true};
  mutable std::mutex mutex_;
  std::shared_ptr<const Snapshot> snapshot_;
};

class ModelServer final : public Model {
 public:
  /// `info` is complete but for what the networks tell (step, latentSize, directionShares). `threads`: for one request.
  ModelServer(const Family& family, Settings settings, DataShape shape, torch::Device device, ModelInfo info, std::shared_ptr<SnapshotBox> weights, int threads);
  ~ModelServer() override;

  ModelInfo info() const override;
  void request(InferenceRequest request) override { requests_.put(std::move(request)); }
  std::optional<InferenceResult> take() override { return results_.tryTake(); }

 private:
  void run(std::stop_token stop);
  InferenceResult answer(const InferenceRequest& request);
  Result<NamedTensors> inputsOf(const InferenceRequest& request) const;
  /// Brings the networks to the newest weights of the kind wanted.
  void refresh(Weights weights);
  /// Directions in latent space along which the first layer's activations vary most, rows of [k, latent], and their shares.
  void findDirections();
  torch::Tensor latents(const std::vector<LatentRecipe>& recipes) const;

  const Family& family_;
  Settings settings_;
  DataShape shape_;
  torch::Device device_;
  std::shared_ptr<SnapshotBox> weights_;
  int threads_;

  mutable std::mutex mutex_;   // guards info_
  ModelInfo info_;
  Slot<InferenceRequest> requests_;
  Slot<InferenceResult> results_;

  // the server's thread only
  std::unique_ptr<Gan> gan_;
  std::shared_ptr<const Snapshot> loaded_;
  Weights loadedKind_ = Weights::ema;
  torch::Tensor directions_;
  std::jthread thread_;
};

}  // namespace ganvas
