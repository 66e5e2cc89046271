// Small picture sets made by rule, so that a test knows what a generator should learn. Immutable.
#pragma once

#include <functional>
#include <memory>

#include "engine/data/picture_set.hpp"

namespace ganvas::test {

class SyntheticPictures : public PictureSet {
 public:
  using Pixel = std::function<std::uint8_t(std::int64_t picture, int channel, int y, int x)>;

  SyntheticPictures(std::int64_t count, int channels, int side, const Pixel& pixel, int classes = 0) : side_(side), channels_(channels) {
    for (std::int64_t i = 0; i < count; ++i)
      for (int c = 0; c < channels; ++c)
        for (int y = 0; y < side; ++y)
          for (int x = 0; x < side; ++x) pixels_.push_back(pixel(i, c, y, x));
    for (std::int64_t i = 0; classes > 0 && i < count; ++i) labels_.push_back(static_cast<std::int32_t>(i % classes));
    train_ = {count, pixels_, labels_};
    test_ = train_;
    info_.name = info_.title = "synthetic";
    info_.present = true;
    info_.count = count;
    info_.width = info_.height = side;
    info_.channels = channels;
    for (int k = 0; k < classes; ++k) info_.classNames.push_back("class " + std::to_string(k));
  }

  /// Left half bright, right half dark, with a little variety.
  static std::shared_ptr<const PictureSet> halves(std::int64_t count = 64, int side = 28) {
    return std::make_shared<SyntheticPictures>(count, 1, side, [side](std::int64_t i, int, int y, int x) {
      return static_cast<std::uint8_t>((x < side / 2 ? 220 : 20) + (i * 7 + y) % 16);
    });
  }

  const DatasetInfo& info() const override { return info_; }
  int width() const override { return side_; }
  int height() const override { return side_; }
  int channels() const override { return channels_; }
  const PictureSplit& train() const override { return train_; }
  const PictureSplit& test() const override { return test_; }
  const std::string& hash() const override { return hash_; }
  const std::vector<std::string>& warnings() const override { return warnings_; }

 private:
  int side_, channels_;
  std::vector<std::uint8_t> pixels_;
  std::vector<std::int32_t> labels_;
  PictureSplit train_, test_;
  DatasetInfo info_;
  std::string hash_ = "synthetic";
  std::vector<std::string> warnings_;
};

}  // namespace ganvas::test
