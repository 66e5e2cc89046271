#include "engine/training/batches.hpp"

#include <numeric>

#include "engine/data/picture_set.hpp"
#include "engine/data/point_set.hpp"
#include "engine/tensor/device.hpp"
#include "engine/tensor/frames.hpp"

namespace ganvas {
namespace {

/// Of each row's drawings the one whose number, going round, is asked for: [n,1,H,W].
torch::Tensor drawingsAt(const torch::Tensor& drawings, const torch::Tensor& rows, const torch::Tensor& numbers) {
  return drawings.index({rows, numbers.remainder(drawings.size(1))}).unsqueeze(1);
}

}  // namespace

BatchSource::BatchSource(std::shared_ptr<const DataSet> data, torch::Generator order, torch::Device device)
    : data_(std::move(data)), generator_(std::move(order)), device_(device) {
  if (const auto pictures = std::dynamic_pointer_cast<const PictureSet>(data_)) samples_ = picturesOf(pictures, pictures->train()), labels_ = labelsOf(pictures->train()), drawings_ = drawingsOf(pictures, pictures->train());
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
  if (drawings_.defined()) batch.drawings = normalised(onto(device_, drawingsAt(drawings_, rows, rows + epoch_)));
  return batch;
}

Examples heldOut(std::shared_ptr<const DataSet> data, torch::Device device) {
  const auto set = std::dynamic_pointer_cast<const PictureSet>(data);
  if (!set) return {};
  const auto& split = set->test().count > 0 ? set->test() : set->train();
  auto stride = static_cast<std::int64_t>(0.618 * static_cast<double>(split.count)) + 1;   // neighbours in a set are often alike
  while (std::gcd(stride, split.count) != 1) ++stride;
  return [pictures = picturesOf(set, split), drawings = drawingsOf(set, split), labels = labelsOf(split), stride, device](std::int64_t first, std::int64_t count) {
    const auto numbers = torch::arange(first, first + count, torch::kInt64), rows = (numbers * stride).remainder(pictures.size(0));
    Batch batch;
    batch.samples = normalised(onto(device, pictures.index_select(0, rows)));
    if (labels.defined()) batch.labels = onto(device, labels.index_select(0, rows));
    if (drawings.defined()) batch.drawings = normalised(onto(device, drawingsAt(drawings, rows, numbers.div(pictures.size(0), "floor"))));
    return batch;
  };
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
