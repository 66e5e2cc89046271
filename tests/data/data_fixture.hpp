// Temp folders, hand-made IDX files and pictures for the tests of engine/data.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <string>
#include <vector>

#include "engine/data/picture_set.hpp"

namespace ganvas::testing {

namespace fs = std::filesystem;
using ByteVector = std::vector<std::uint8_t>;

class DataTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "ganvas-data-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    fs::create_directories(folder_ / "set");
    ::setenv("XDG_CACHE_HOME", (folder_ / "cache").c_str(), 1);
    ::setenv("XDG_DATA_HOME", (folder_ / "share").c_str(), 1);
    ::unsetenv("GANVAS_DATA");
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path set(const std::string& name = {}) const { return name.empty() ? folder_ / "set" : folder_ / "set" / name; }
  fs::path cacheFiles() const { return folder_ / "cache" / "ganvas" / "data"; }

  fs::path folder_;
};

/// While it lives, the catalogue holds only these entries (JSON, with commas between them).
class OwnCatalogue {
 public:
  OwnCatalogue(const fs::path& folder, const std::string& entries) : path_(folder / "datasets" / "catalogue.json") {
    fs::create_directories(path_.parent_path());
    write("{\"datasets\": [" + entries + "]}");
    if (const char* before = std::getenv("GANVAS_RESOURCES")) before_ = before;
    ::setenv("GANVAS_RESOURCES", folder.c_str(), 1);
  }
  ~OwnCatalogue() { before_.empty() ? ::unsetenv("GANVAS_RESOURCES") : ::setenv("GANVAS_RESOURCES", before_.c_str(), 1); }
  OwnCatalogue(const OwnCatalogue&) = delete;
  OwnCatalogue& operator=(const OwnCatalogue&) = delete;
  void write(const std::string& text) const { std::ofstream(path_) << text; }

 private:
  fs::path path_;
  std::string before_;
};

inline void writeBytes(const fs::path& path, const ByteVector& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
}

inline ByteVector readBytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void writeGz(const fs::path& path, const ByteVector& bytes) {
  fs::create_directories(path.parent_path());
  gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, bytes.data(), unsigned(bytes.size()));
  gzclose(file);
}

inline void appendBig(ByteVector& to, std::uint32_t value) {
  for (int shift : {24, 16, 8, 0}) to.push_back(std::uint8_t(value >> shift));
}

/// An IDX file of bytes with these dimensions.
inline ByteVector idx(std::initializer_list<std::uint32_t> dimensions, const ByteVector& data) {
  ByteVector file = {0, 0, 8, std::uint8_t(dimensions.size())};
  for (auto d : dimensions) appendBig(file, d);
  file.insert(file.end(), data.begin(), data.end());
  return file;
}

/// `count` pictures of `side`² px; pixel i of picture n is 7n + i (mod 256), so that the first 256 pictures differ.
inline ByteVector countingPixels(int count, int side) {
  ByteVector data;
  for (int n = 0; n < count; ++n)
    for (int i = 0; i < side * side; ++i) data.push_back(std::uint8_t(7 * n + i));
  return data;
}

inline ByteVector countingLabels(int count, int classes) {
  ByteVector data;
  for (int n = 0; n < count; ++n) data.push_back(std::uint8_t(n % classes));
  return data;
}

inline void writePicture(const fs::path& path, const cv::Mat& picture, const std::vector<int>& parameters = {}) {
  fs::create_directories(path.parent_path());
  ASSERT_TRUE(cv::imwrite(path.string(), picture, parameters)) << path;
}

inline cv::Mat flat(int width, int height, cv::Scalar bgr) { return {height, width, CV_8UC3, bgr}; }

/// Pictures of noise, all different, so that there is something to train on.
inline void writeNoise(const fs::path& folder, int count, int side, int seed = 1) {
  cv::RNG random{std::uint64_t(seed)};
  for (int i = 0; i < count; ++i) {
    cv::Mat picture(side, side, CV_8UC3);
    random.fill(picture, cv::RNG::UNIFORM, 0, 256);
    writePicture(folder / ("p" + std::to_string(i) + ".png"), picture);
  }
}

inline DataRequest request(const fs::path& path, int size = 0, int channels = 0, Fit fit = Fit::crop, std::uint32_t background = 0xffffff) {
  return {path.string(), {size, channels, fit, background, {}}};
}

inline Result<std::shared_ptr<const PictureSet>> load(const DataRequest& what) { return loadPictures(what, JobContext::quiet()); }

/// Sample `index` of a split as [channels*height*width] numbers.
inline std::vector<int> pixels(const PictureSet& set, const PictureSplit& split, std::int64_t index = 0) {
  const auto bytes = std::size_t(set.channels()) * std::size_t(set.width()) * std::size_t(set.height());
  const auto one = split.pixels.subspan(std::size_t(index) * bytes, bytes);
  return {one.begin(), one.end()};
}

/// A refusal of that kind whose sentence has all the parts, ends as one and asks for something to be done.
template <class T>
void expectRefusal(const Result<T>& result, ErrorKind kind, const std::vector<std::string>& parts) {
  ASSERT_FALSE(result.ok());
  const auto& message = result.error().message;
  EXPECT_EQ(int(result.error().kind), int(kind)) << message;
  for (const auto& part : parts) EXPECT_THAT(message, ::testing::HasSubstr(part));
  // A line that brings missing data is there to be copied: no full stop behind it.
  if (message.text().find("To get it: ") == std::string::npos) {
    EXPECT_THAT(message, ::testing::EndsWith("."));
  }
  EXPECT_THAT(message, ::testing::ContainsRegex(
                           "Download|download|Give|Check|Choose|choose|Put|get both|Get it|To get it|remove|save it|copy|make it"));
}

}  // namespace ganvas::testing
