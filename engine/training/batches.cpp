#include "engine/training/batches.hpp"

#include "engine/data/picture_set.hpp"
#include "engine/data/point_set.hpp"
#include "engine/tensor/device.hpp"
#include "engine/tensor/frames.hpp"

namespace ganvas {

BatchSource::BatchSource(std::shared_ptr<const DataSet> data, torch::Generator order, torch::Device device)
    : data_(std::move(data)), generator_(std::move(order)), device_(device) {
  if (const auto pictures = std::dynamic_pointer_cast<const PictureSet>(data_)) samples_ = picturesOf(pictures, pictures->train()), labels_ = labelsOf(pictures->train());
  else if (const auto points = std::dynamic_pointer_cast<const PointSet>(data_)) samples_ = pointsOf(points, points->train()), labels_ = modesOf(*points->target(), samples_);
  else throw std::logic_error("data of a kind that nobody knows");
  shuffle();
}

void BatchSource::shuffle() {
  beforeShuffle_ = generator_.get_state();
  order_ = torch::randperm(data_->trainCount(), generator_, torch::kInt64);
  position_ = 0;
}

Batch BatchSource::next(std::int64_t size) {
  const auto count = data_->trainCount();
  std::vector<torch::Tensor> parts;
  for (std::int64_t missing = size; missing > 0;) {
    if (position_ == count) ++epoch_, shuffle();
    const auto taken = std::min(missing, count - position_);
    parts.push_back(order_.narrow(0, position_, taken));
    position_ += taken;
    missing -= taken;
  }
  return at(parts.size() == 1 ? parts.front() : torch::cat(parts));
}

Batch BatchSource::at(const torch::Tensor& rows) const {
  Batch batch;
  batch.samples = onto(device_, samples_.index_select(0, rows));
  if (samples_.scalar_type() == torch::kUInt8) batch.samples = normalised(batch.samples);   // bytes travel, floats are made where they are needed
  if (labels_.defined()) batch.labels = onto(device_, labels_.index_select(0, rows));
  return batch;
}

double BatchSource::epochs() const { return static_cast<double>(epoch_) + static_cast<double>(position_) / static_cast<double>(data_->trainCount()); }

NamedTensors BatchSource::state() const {
  return {{"order", beforeShuffle_.clone()}, {"epoch", torch::tensor(epoch_, torch::kInt64)}, {"position", torch::tensor(position_, torch::kInt64)}};
}

void BatchSource::load(const NamedTensors& state) {
  generator_.set_state(state.at("order"));
  shuffle();
  epoch_ = state.at("epoch").item<std::int64_t>();
  position_ = std::clamp<std::int64_t>(state.at("position").item<std::int64_t>(), 0, data_->trainCount());
}

}  // namespace ganvas
