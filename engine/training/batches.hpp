// Batches of a data set in the run's own random order; every batch is full, so one may span two epochs. Training thread.
#pragma once

#include <memory>

#include "engine/data/data_set.hpp"
#include "engine/gans/family.hpp"

namespace ganvas {

class BatchSource {
 public:
  BatchSource(std::shared_ptr<const DataSet> data, torch::Generator order, torch::Device device);

  Batch next(std::int64_t size);
  /// The samples at these rows (int64) of the training split, each with the drawing whose turn it is; moves nothing on.
  Batch at(const torch::Tensor& rows) const;
  const torch::Tensor& labels() const { return labels_; } ///< [count] int64, or undefined
  double epochs() const;                                  ///< times that the data have been seen

  /// "order" (generator state before the present epoch's shuffle), "epoch", "position".
  NamedTensors state() const;
  void load(const NamedTensors& state);

 private:
  void shuffle();

  std::shared_ptr<const DataSet> data_;
  torch::Tensor samples_, labels_;   // bytes of pictures [count,C,H,W], or points [count,2]
  torch::Tensor drawings_;           // bytes [count,drawings,H,W], or undefined
  torch::Generator generator_;
  torch::Device device_;
  torch::Tensor beforeShuffle_, order_;
  std::int64_t epoch_ = 0, position_ = 0;
};

/// Held-out pictures with their drawings and labels, on the device, going round in a fixed order that leaps: first every picture with its
/// first drawing, then with its second, … Of a set without held-out pictures: those for training.
Examples heldOut(std::shared_ptr<const DataSet> data, torch::Device device);

}  // namespace ganvas
