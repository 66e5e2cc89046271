// The network whose features judge pictures: a small classifier that Ganvas trains on the data set itself, once, and keeps.
// With labels it tells the classes, without them by how many quarter turns a picture is rotated (Gidaris et al. 2018, arXiv:1803.07728).
// Immutable once made: any engine thread may ask it for features. Engine-internal (sees torch).
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include <torch/torch.h>

#include "engine/api/job.hpp"
#include "engine/core/storage.hpp"
#include "engine/data/picture_set.hpp"
#include "engine/nets/network.hpp"

namespace ganvas {

/// Rows of a split as bytes [n,C,H,W]; `rows` int64. Shares nothing with the data.
torch::Tensor picturesAt(const PictureSet& data, const PictureSplit& split, const torch::Tensor& rows);

class FeatureNetwork {
 public:
  static constexpr std::int64_t kWidth = 64;

  /// Pictures as bytes [n,C,H,W] -> features [n,kWidth] float32 on the network's device; in evaluation mode, without gradient.
  torch::Tensor features(const torch::Tensor& bytes) const;
  /// The same -> [n,kWidth+answers]: features, then logits.
  torch::Tensor featuresAndLogits(const torch::Tensor& bytes) const;

  /// What its layers make of pictures [n,C,H,W] in [-1,1]; with gradients where the caller keeps them.
  std::vector<torch::Tensor> perceived(const torch::Tensor& pictures) const;

  bool tellsClasses() const { return classes_ > 0; }   ///< else rotations
  std::int64_t classes() const { return classes_; }    ///< 0 where it tells rotations
  double accuracy() const { return accuracy_; }        ///< on held-out pictures, 0..1
  /// "The feature network names the class of 90.1 % of the held-out pictures."
  Sentence describe() const;

 private:
  friend class FeatureTraining;
  friend std::shared_ptr<const FeatureNetwork> untrainedFeatureNetwork(const PictureSet& data, torch::Device device);
  FeatureNetwork(const PictureSet& data, torch::Device device);

  std::shared_ptr<Network> trunk_, head_;
  torch::Device device_;
  std::int64_t classes_ = 0, answers_ = 0;
  double accuracy_ = 0;
};

/// One for these data that has learnt nothing.
std::shared_ptr<const FeatureNetwork> untrainedFeatureNetwork(const PictureSet& data, torch::Device device);

/// From memory, else from `cache`/features/<data hash>-<shape>.safetensors, else trained (about a minute for 60 000 pictures of 28 px on two
/// cores). The same data give the same network; the process's random numbers are left alone. An error only where stopped or where the
/// data are too few.
Result<std::shared_ptr<const FeatureNetwork>> featureNetworkFor(const PictureSet& data, torch::Device device, const std::filesystem::path& cache,
                                                                Storage& storage, const JobContext& job);

}  // namespace ganvas
