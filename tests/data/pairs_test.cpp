// Pictures with drawings of them: found in them, or brought along in halves or folders.
#include <gtest/gtest.h>

#include "engine/data/drawings.hpp"
#include "engine/sketch/edges.hpp"
#include "engine/sketch/raster.hpp"
#include "tests/data/data_fixture.hpp"

namespace ganvas::testing {
namespace {

class PairsTest : public DataTest {
 protected:
  Result<std::shared_ptr<const PictureSet>> load(const PictureOptions& options) { return loadPictures({set().string(), options}, JobContext::quiet()); }
  static PictureOptions options(Pairs pairs, int drawings = 1) {
    PictureOptions options;
    options.size = 32, options.channels = 3, options.drawings = drawings, options.pairs = pairs;
    return options;
  }
  static cv::Mat coloured(int shade) {
    cv::Mat picture(64, 64, CV_8UC3, cv::Scalar(40, 200, shade));
    cv::circle(picture, {32, 32}, 20, {200, 30, 30}, cv::FILLED);
    return picture;
  }
  /// Thick black line down the middle of white paper.
  static cv::Mat drawn() {
    cv::Mat drawing(64, 64, CV_8UC3, cv::Scalar::all(255));
    cv::line(drawing, {32, 4}, {32, 60}, {0, 0, 0}, 6);
    return drawing;
  }
  static std::uint8_t planeAt(const PictureSet& data, std::int64_t sample, int plane, int y, int x) {
    const auto& split = sample < data.train().count ? data.train() : data.test();
    const auto index = sample < data.train().count ? sample : sample - data.train().count;
    const std::int64_t planes = data.channels() + data.drawings(), side = data.width();
    return split.pixels[static_cast<std::size_t>(((index * planes + plane) * side + y) * side + x)];
  }
};

TEST_F(PairsTest, LinesAreFoundInPicturesByTheExtractorItself) {
  for (int i = 0; i < 12; ++i) cv::imwrite(set("p" + std::to_string(i) + ".png").string(), coloured(10 * i));
  const auto data = load(options(Pairs::drawn, 3)).value();
  ASSERT_EQ(data->drawings(), 3);
  ASSERT_EQ(data->train().count + data->test().count, 12);
  EXPECT_EQ(data->train().pixels.size(), static_cast<std::size_t>(data->train().count) * (3 + 3) * 32 * 32);
  EXPECT_GT(planeAt(*data, 0, 1, 16, 16), 20) << "the picture itself comes first: green of the circle";
  for (int plane = 3; plane < 6; ++plane) {
    int ink = 0;
    for (int y = 0; y < 32; ++y)
      for (int x = 0; x < 32; ++x) ink += planeAt(*data, 0, plane, y, x) < 128;
    EXPECT_GT(ink, 20) << plane;
    EXPECT_EQ(planeAt(*data, 0, plane, 0, 0), 255) << "white paper";
  }
}

TEST_F(PairsTest, AnotherRequestWithoutDrawingsIsAnotherSet) {
  for (int i = 0; i < 12; ++i) cv::imwrite(set("p" + std::to_string(i) + ".png").string(), coloured(10 * i));
  const auto with = load(options(Pairs::drawn, 2)).value(), without = load(options(Pairs::drawn, 0)).value();
  EXPECT_EQ(without->drawings(), 0);
  EXPECT_NE(with->hash(), without->hash());
}

TEST_F(PairsTest, HalvesOfAPictureAreAPair) {
  for (int i = 0; i < 12; ++i) {
    cv::Mat both;
    cv::hconcat(drawn(), coloured(10 * i), both);
    cv::imwrite(set("p" + std::to_string(i) + ".png").string(), both);
  }
  const auto left = load(options(Pairs::left)).value();
  EXPECT_LT(planeAt(*left, 0, 3, 16, 16), 60) << "the line is in the drawing";
  EXPECT_GT(planeAt(*left, 0, 3, 16, 4), 250);
  EXPECT_GT(planeAt(*left, 0, 1, 2, 2), 150) << "and the right half is the picture: green";
  const auto right = load(options(Pairs::right)).value();
  EXPECT_LT(planeAt(*right, 0, 0, 16, 16), 60) << "the other way round the line is the picture";
}

TEST_F(PairsTest, NarrowPicturesAreNoHalves) {
  for (int i = 0; i < 12; ++i) cv::imwrite(set("p" + std::to_string(i) + ".png").string(), coloured(10 * i));
  const auto data = load(options(Pairs::left));
  ASSERT_FALSE(data);
  EXPECT_NE(data.error().message.text().find("side by side"), std::string::npos);
}

TEST_F(PairsTest, TwoFoldersAreJoinedByNameAndTheRestIsNamed) {
  fs::create_directories(set("Sketches"));
  fs::create_directories(set("pictures"));
  for (int i = 0; i < 12; ++i) {
    cv::imwrite(set("Sketches/Cat " + std::to_string(i) + ".png").string(), drawn());
    cv::imwrite(set("pictures/cat " + std::to_string(i) + ".bmp").string(), coloured(10 * i));
  }
  cv::imwrite(set("Sketches/lonely.png").string(), drawn());
  cv::imwrite(set("Sketches/cat 3.bmp").string(), drawn());   // a second one of the same picture
  cv::imwrite(set("pictures/single.png").string(), coloured(3));
  const auto data = load(options(Pairs::folders)).value();
  EXPECT_EQ(data->train().count + data->test().count, 12);
  EXPECT_LT(planeAt(*data, 0, 3, 16, 16), 60);
  EXPECT_GT(planeAt(*data, 0, 1, 2, 2), 150);
  ASSERT_FALSE(data->warnings().empty());
  const auto told = data->warnings().front().text();
  EXPECT_NE(told.find("lonely.png"), std::string::npos) << told;
  EXPECT_NE(told.find("single.png"), std::string::npos) << told;
  EXPECT_NE(told.find("at 3."), std::string::npos) << told;
}

TEST_F(PairsTest, WhatIsNoPairOfFoldersIsASentence) {
  fs::create_directories(set("cats"));
  cv::imwrite(set("cats/a.png").string(), coloured(1));
  const auto missing = load(options(Pairs::folders));
  ASSERT_FALSE(missing);
  EXPECT_NE(missing.error().message.text().find("sketches"), std::string::npos);
  fs::create_directories(set("A"));
  fs::create_directories(set("B"));
  cv::imwrite(set("A/one.png").string(), drawn());
  cv::imwrite(set("B/two.png").string(), coloured(1));
  const auto unmatched = load(options(Pairs::folders));
  ASSERT_FALSE(unmatched);
  EXPECT_NE(unmatched.error().message.text().find("same name"), std::string::npos);
}

TEST_F(PairsTest, FoldersOfPairsAreNoClasses) {
  fs::create_directories(set("A"));
  fs::create_directories(set("B"));
  for (int i = 0; i < 12; ++i) {
    cv::imwrite(set("A/" + std::to_string(i) + ".png").string(), drawn());
    cv::imwrite(set("B/" + std::to_string(i) + ".png").string(), coloured(10 * i));
  }
  EXPECT_EQ(describeDataset(set().string())->classNames.size(), 2U) << "as a plain folder";
  const auto pairs = describeDataset(set().string(), options(Pairs::folders));
  EXPECT_TRUE(pairs->classNames.empty());
  EXPECT_EQ(pairs->count, 12);
  EXPECT_EQ(pairs->kind, DataKind::pairs);
}

TEST_F(PairsTest, WhatIsHeldOutIsNamed) {
  for (const auto* side : {"train", "test"}) {
    fs::create_directories(set(side));
    for (int i = 0; i < 3; ++i) cv::imwrite(set(std::string(side) + "/" + std::to_string(i) + ".png").string(), coloured(10 * i));
  }
  EXPECT_THAT(heldOutNames(set().string()).value(), ::testing::ElementsAre("test/0.png", "test/1.png", "test/2.png"));
  fs::remove_all(set("test"));
  EXPECT_FALSE(heldOutNames(set().string())) << "then it goes by content";
}

TEST_F(PairsTest, ADrawingOfDarkPaperIsTurnedRound) {
  cv::Mat dark(64, 64, CV_8UC1, cv::Scalar(0));
  cv::line(dark, {32, 4}, {32, 60}, 255, 6);
  const auto ink = drawingIn({64, 64, 1, std::vector<std::uint8_t>(dark.data, dark.data + dark.total())}, 32);
  EXPECT_LT(ink.at<std::uint8_t>(16, 16), 60);
  EXPECT_GT(ink.at<std::uint8_t>(16, 3), 250);
}

}  // namespace
}  // namespace ganvas::testing
