#include "engine/data/noise_pictures.hpp"

#include <random>

namespace ganvas {

std::shared_ptr<const PictureSet> noisePictures(std::int64_t count, const PictureShape& shape, int classes) {
  struct Noise {
    std::vector<std::uint8_t> pixels;
    std::vector<std::int32_t> labels;
  };
  const auto noise = std::make_shared<Noise>();
  std::mt19937 random(1);
  noise->pixels.resize(static_cast<std::size_t>(count) * shape.bytes());
  for (auto& pixel : noise->pixels) pixel = static_cast<std::uint8_t>(random() >> 24);
  for (std::int64_t i = 0; classes > 0 && i < count; ++i) noise->labels.push_back(static_cast<std::int32_t>(i % classes));
  DatasetInfo info;
  info.name = info.title = "noise";
  info.present = true;
  info.count = count;
  info.height = shape.height, info.width = shape.width, info.channels = shape.channels;
  for (int k = 0; k < classes; ++k) info.classNames.push_back(std::to_string(k));
  const PictureSplit split{count, noise->pixels, noise->labels};
  return std::make_shared<PictureSet>(info, split, split, "noise", std::vector<Sentence>{}, noise, shape.drawings);
}

}  // namespace ganvas
