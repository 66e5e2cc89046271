#include "engine/data/drawings.hpp"

#include <algorithm>

#include <opencv2/core.hpp>

#include "engine/sketch/edges.hpp"
#include "engine/sketch/raster.hpp"

namespace ganvas {
namespace {

constexpr int kLargest = 512;   // px a side in which lines are looked for: more shows a hand nothing new

}  // namespace

void drawingsOf(const DecodedPicture& sample, const PictureShape& shape, const PictureOptions& options, std::uint64_t index, std::span<std::uint8_t> planes) {
  // Fitted as the picture is, but large: lines that are found in few pixels are coarse.
  const auto& from = sample.drawing ? *sample.drawing : sample.picture;
  const int side = std::clamp(std::min(from.width, from.height), shape.width, std::max(kLargest, shape.width));
  const auto square = fittedPicture(from, side, side, options);
  for (int i = 0; i < shape.drawings; ++i) {
    cv::Mat out(shape.height, shape.width, CV_8UC1, planes.data() + static_cast<std::size_t>(i) * shape.planeBytes());
    if (sample.drawing) drawingIn(square, shape.width).copyTo(out);
    else drawSketch(sketchOf(square, options.drawingStyle, index * 64 + static_cast<std::uint64_t>(i)), shape.width).copyTo(out);
  }
}

}  // namespace ganvas
