// Small picture sets made by rule, so that a test knows what a generator should learn.
#pragma once

#include <cstdlib>
#include <functional>
#include <memory>

#include "engine/data/picture_set.hpp"
#include "tests/training/tiny_runs.hpp"

namespace ganvas::test {

using Pixel = std::function<std::uint8_t(std::int64_t picture, int channel, int y, int x)>;

/// The same pictures for training and held out; labels go round where there are classes. Planes from `channels` on are drawings.
inline std::shared_ptr<const PictureSet> syntheticPictures(std::int64_t count, int channels, int side, const Pixel& pixel, int classes = 0, int drawings = 0) {
  struct Bytes {
    std::vector<std::uint8_t> pixels;
    std::vector<std::int32_t> labels;
  };
  const auto bytes = std::make_shared<Bytes>();
  for (std::int64_t i = 0; i < count; ++i)
    for (int c = 0; c < channels + drawings; ++c)
      for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) bytes->pixels.push_back(pixel(i, c, y, x));
  for (std::int64_t i = 0; classes > 0 && i < count; ++i) bytes->labels.push_back(static_cast<std::int32_t>(i % classes));
  DatasetInfo info;
  info.name = info.title = "synthetic";
  info.present = true;
  info.count = count;
  info.width = info.height = side;
  info.channels = channels;
  for (int k = 0; k < classes; ++k) info.classNames.push_back("class " + std::to_string(k));
  const PictureSplit split{count, bytes->pixels, bytes->labels};
  return std::make_shared<PictureSet>(info, split, split, "synthetic", std::vector<Sentence>{}, bytes, drawings);
}

/// Left half bright, right half dark, with a little variety; two classes that look the same. Two drawings of each: the line between the
/// halves, thin and broad.
inline std::shared_ptr<const PictureSet> halves(std::int64_t count = 64, int side = 28) {
  return syntheticPictures(count, 1, side, [side](std::int64_t i, int c, int y, int x) {
    if (c > 0) return static_cast<std::uint8_t>(std::abs(x - side / 2) < c ? 0 : 255);
    return static_cast<std::uint8_t>((x < side / 2 ? 220 : 20) + (i * 7 + y) % 16);
  }, 2, 2);
}

/// What a family of the registry can be trained on: halves, or one Gaussian.
inline std::shared_ptr<const DataSet> dataFor(const std::string& family) {
  if (!ofPoints(family)) return halves(64, sideFor(family));
  return loadData({"gauss1", {}}, JobContext::quiet()).value();
}

}  // namespace ganvas::test
