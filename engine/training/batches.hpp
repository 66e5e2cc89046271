// Batches of a picture set in the run's own random order; every batch is full, so one may span two epochs. Training thread.
#pragma once

#include <memory>

#include "engine/data/picture_set.hpp"
#include "engine/gans/family.hpp"

namespace ganvas {

class BatchSource {
 public:
  BatchSource(std::shared_ptr<const PictureSet> data, torch::Generator order, torch::Device device);

  Batch next(std::int64_t size);
  /// The pictures at these rows (int64) of the training split; moves nothing on.
  Batch at(const torch::Tensor& rows) const;
  const torch::Tensor& labels() const { return labels_; } ///< [count] int64, or undefined
  double epochs() const;                                  ///< times that the data have been seen

  /// "order" (generator state before the present epoch's shuffle), "epoch", "position".
  NamedTensors state() const;
  void load(const NamedTensors& state);

 private:
  void shuffle();

  std::shared_ptr<const PictureSet> data_;
  torch::Tensor pictures_, labels_;
  torch::Generator generator_;
  torch::Device device_;
  torch::Tensor beforeShuffle_, order_;
  std::int64_t epoch_ = 0, position_ = 0;
};

}  // namespace ganvas
