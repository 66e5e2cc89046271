#include "engine/tensor/frames.hpp"

#include <cmath>

#include <opencv2/core.hpp>

#include "engine/sketch/raster.hpp"

namespace ganvas {

TileGrid toTileGrid(const torch::Tensor& images, int columns, std::int64_t step) {
  TileGrid grid;
  if (!images.defined() || images.size(0) == 0) return grid;
  const auto bytes = asBytes(images.detach().to(torch::kCPU, torch::kFloat32)).contiguous();
  const int n = static_cast<int>(bytes.size(0)), channels = static_cast<int>(bytes.size(1));
  const int h = static_cast<int>(bytes.size(2)), w = static_cast<int>(bytes.size(3));
  grid.step = step;
  grid.count = n;
  grid.columns = columns > 0 ? columns : static_cast<int>(std::ceil(std::sqrt(n)));
  grid.rows = (n + grid.columns - 1) / grid.columns;
  grid.tileWidth = w;
  grid.tileHeight = h;
  auto pixels = std::make_shared<std::vector<std::uint8_t>>(static_cast<std::size_t>(grid.columns) * w * grid.rows * h * 4, 0);
  const auto* source = bytes.data_ptr<std::uint8_t>();
  const std::size_t stride = static_cast<std::size_t>(grid.columns) * w * 4, plane = static_cast<std::size_t>(h) * w;
  for (int i = 0; i < n; ++i) {
    const auto* tile = source + i * channels * plane;
    for (int y = 0; y < h; ++y) {
      auto* out = pixels->data() + (static_cast<std::size_t>(i / grid.columns) * h + y) * stride + static_cast<std::size_t>(i % grid.columns) * w * 4;
      for (int x = 0; x < w; ++x, out += 4) {
        const std::size_t at = static_cast<std::size_t>(y) * w + x;
        out[2] = tile[at];
        out[1] = channels == 3 ? tile[plane + at] : tile[at];
        out[0] = channels == 3 ? tile[2 * plane + at] : tile[at];
        out[3] = 255;
      }
    }
  }
  grid.frame = {grid.columns * w, grid.rows * h, std::move(pixels)};
  return grid;
}

torch::Tensor pictureOf(const Frame& frame, const PictureOptions& options, const PictureShape& shape) {
  const Picture picture{frame.width, frame.height, 4, *frame.bgra};
  auto planes = torch::empty({1, shape.channels, shape.height, shape.width}, torch::kUInt8);
  fitPicture(picture, shape, options, {planes.data_ptr<std::uint8_t>(), static_cast<std::size_t>(planes.numel())});
  return normalised(planes);
}

torch::Tensor drawingOf(const Frame& paper, int side) {
  const cv::Mat bgra(paper.height, paper.width, CV_8UC4, const_cast<std::uint8_t*>(paper.bgra->data()));
  cv::Mat ink;
  cv::extractChannel(bgra, ink, 0);
  const auto small = sketchAtSide(ink, side);
  return normalised(torch::from_blob(small.data, {1, 1, side, side}, torch::kUInt8));
}

namespace {

/// Planes from `begin` on, `planes` of each sample. from_blob wants a writable pointer; nothing writes through it.
torch::Tensor planesOf(const std::shared_ptr<const PictureSet>& owner, const PictureSplit& split, std::int64_t begin, std::int64_t planes) {
  const std::int64_t all = owner->channels() + owner->drawings(), h = owner->height(), w = owner->width();
  return torch::from_blob(const_cast<std::uint8_t*>(split.pixels.data()), {split.count, all, h, w}, [owner](void*) {}, torch::kUInt8).narrow(1, begin, planes);
}

}  // namespace

torch::Tensor picturesOf(const std::shared_ptr<const PictureSet>& owner, const PictureSplit& split) { return planesOf(owner, split, 0, owner->channels()); }

torch::Tensor drawingsOf(const std::shared_ptr<const PictureSet>& owner, const PictureSplit& split) {
  return owner->drawings() > 0 ? planesOf(owner, split, owner->channels(), owner->drawings()) : torch::Tensor();
}

torch::Tensor pointsOf(const std::shared_ptr<const PointSet>& owner, std::span<const float> points) {
  return torch::from_blob(const_cast<float*>(points.data()), {static_cast<std::int64_t>(points.size() / 2), 2}, [owner](void*) {}, torch::kFloat32);
}

torch::Tensor modesOf(const PointTarget& target, const torch::Tensor& points) {
  if (!target.modes) return {};
  const auto places = points.detach().to(torch::kCPU, torch::kFloat32).contiguous();
  const auto labels = torch::empty({places.size(0)}, torch::kInt64);
  const auto* at = places.data_ptr<float>();
  for (std::int64_t i = 0; i < places.size(0); ++i) labels.data_ptr<std::int64_t>()[i] = static_cast<std::int64_t>(target.nearest(at[2 * i], at[2 * i + 1]).first);
  return labels;
}

torch::Tensor labelsOf(const PictureSplit& split) {
  if (split.labels.empty()) return {};
  return torch::from_blob(const_cast<std::int32_t*>(split.labels.data()), {split.count}, torch::kInt32).to(torch::kInt64);
}

torch::Tensor asBytes(const torch::Tensor& pictures) { return pictures.detach().add(1).mul_(127.5).round_().clamp_(0, 255).to(torch::kUInt8); }

torch::Tensor normalised(const torch::Tensor& pictures) { return pictures.to(torch::kFloat32).mul_(1.0 / 127.5).sub_(1.0); }

}  // namespace ganvas
