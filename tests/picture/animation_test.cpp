// Films read back by other code than wrote them: FFmpeg through OpenCV, and libwebp's own container reader.
#include "engine/picture/animation.hpp"

#include <gtest/gtest.h>
#include <webp/mux.h>

#include <filesystem>
#include <opencv2/videoio.hpp>

#include "engine/core/storage.hpp"

namespace ganvas {
namespace {

namespace fs = std::filesystem;

/// A red bar that grows to the right.
Animation film(int count, int side = 48) {
  Animation animation{{}, 100};
  for (int i = 0; i < count; ++i) {
    auto pixels = std::make_shared<std::vector<std::uint8_t>>(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 4, 255);
    for (int y = 0; y < side; ++y)
      for (int x = 0; x < side * (i + 1) / count; ++x) (*pixels)[static_cast<std::size_t>(4 * (y * side + x))] = (*pixels)[static_cast<std::size_t>(4 * (y * side + x) + 1)] = 0;
    animation.frames.push_back({side, side, std::move(pixels)});
  }
  return animation;
}

class AnimationTest : public ::testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }
  Result<void> write(const Animation& animation, const std::string& name) { return writeAnimation(*diskStorage(), animation, folder_ / name, JobContext::quiet()); }
  fs::path folder_ = fs::temp_directory_path() / ("ganvas-film-" + std::to_string(::getpid()));
};

TEST_F(AnimationTest, GifAndMp4HaveEveryPictureInItsColours) {
  for (const std::string name : {"bar.gif", "bar.mp4"}) {
    ASSERT_TRUE(write(film(6), name)) << name;
    cv::VideoCapture video((folder_ / name).string(), cv::CAP_FFMPEG);
    ASSERT_TRUE(video.isOpened()) << name;
    cv::Mat picture;
    int count = 0;
    while (video.read(picture)) {
      ++count;
      ASSERT_EQ(picture.size(), cv::Size(48, 48)) << name;
      const auto left = picture.at<cv::Vec3b>(24, 2), right = picture.at<cv::Vec3b>(24, 45);
      EXPECT_GT(left[2], 200) << name;
      EXPECT_LT(left[0], 60) << name;
      if (count < 5) {
        EXPECT_GT(right[0], 200) << name << ": still white";
      }
    }
    EXPECT_EQ(count, 6) << name;
  }
}

TEST_F(AnimationTest, WebpHasEveryPicture) {
  auto moving = film(5);
  ASSERT_TRUE(write(moving, "bar.webp"));
  const auto bytes = readFile(folder_ / "bar.webp").value();
  const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
  const std::unique_ptr<WebPMux, void (*)(WebPMux*)> mux(WebPMuxCreate(&data, 0), WebPMuxDelete);
  ASSERT_TRUE(mux);
  int frames = 0, width = 0, height = 0;
  ASSERT_EQ(WebPMuxNumChunks(mux.get(), WEBP_CHUNK_ANMF, &frames), WEBP_MUX_OK);
  ASSERT_EQ(WebPMuxGetCanvasSize(mux.get(), &width, &height), WEBP_MUX_OK);
  EXPECT_EQ(frames, 5);
  EXPECT_EQ(width, 48);
}

TEST_F(AnimationTest, WhatCannotBeWrittenIsASentence) {
  EXPECT_NE(write({}, "bar.gif").error().message.text().find("draw something"), std::string::npos);
  EXPECT_NE(write(film(2), "bar.avi").error().message.text().find(".mp4"), std::string::npos);
  EXPECT_FALSE(writeAnimation(*diskStorage(), film(2), folder_ / "nowhere" / "bar.mp4", JobContext::quiet()));
  EXPECT_FALSE(writeAnimation(*diskStorage(), film(2), folder_ / "nowhere" / "bar.webp", JobContext::quiet()));
}

TEST_F(AnimationTest, StoppingLeavesNothing) {
  std::stop_source stop;
  stop.request_stop();
  const JobContext context(stop.get_token(), [](Progress) {});
  for (const auto* name : {"bar.gif", "bar.webp", "bar.mp4"}) EXPECT_EQ(writeAnimation(*diskStorage(), film(3), folder_ / name, context).error().kind, ErrorKind::cancelled);
  EXPECT_TRUE(fs::is_empty(folder_));
}

}  // namespace
}  // namespace ganvas
