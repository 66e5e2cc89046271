// Sheets of equal tiles, and the handwritten digits that come as one.
#include "tests/data/data_fixture.hpp"

namespace ganvas::testing {
namespace {

using ::testing::Each;

class SheetTest : public DataTest {
 protected:
  /// A sheet of tiles of 3×2 px, five in a row, two rows for each of two classes, at set("sheet.png").
  std::string entry(const std::string& sheet = R"({"tileWidth": 3, "tileHeight": 2, "rowsPerClass": 2})") const {
    return R"({"name": "cards", "title": "Cards", "summary": "Twenty.", "license": "CC0", "howToGet": "sudo apt install cards",
               "kind": "labelled", "format": "sheet", "classes": ["red", "black"], "sheet": )" +
           sheet + R"(, "paths": [")" + set("sheet.png").string() + R"("]})";
  }
  fs::path resources() const { return folder_ / "resources"; }

  /// Tile t, counted row by row, is all 10 t but for its last pixel, which is 10 t + 1.
  static cv::Mat cards(int type = CV_8UC1) {
    cv::Mat sheet(8, 15, CV_8UC1);
    for (int y = 0; y < 8; ++y)
      for (int x = 0; x < 15; ++x) sheet.at<std::uint8_t>(y, x) = std::uint8_t(10 * (y / 2 * 5 + x / 3) + (y % 2 == 1 && x % 3 == 2));
    if (type == CV_8UC3) cv::cvtColor(sheet, sheet, cv::COLOR_GRAY2BGR);
    return sheet;
  }
};

TEST_F(SheetTest, TilesRowByRowWithTheirClasses) {
  const OwnCatalogue catalogue(resources(), entry());
  for (const int type : {CV_8UC1, CV_8UC3}) {
    writePicture(set("sheet.png"), cards(type));
    const auto info = describeDataset("cards");
    ASSERT_TRUE(info.ok()) << info.error().message;
    EXPECT_EQ(info->count, 20);
    EXPECT_EQ(info->width, 3);
    EXPECT_EQ(info->height, 2);
    EXPECT_EQ(info->channels, type == CV_8UC1 ? 1 : 3);
    const auto loaded = load({"cards", {}});
    ASSERT_TRUE(loaded.ok()) << loaded.error().message;
    const auto& data = **loaded;
    EXPECT_EQ(data.train().count + data.test().count, 20);
    for (const auto* split : {&data.train(), &data.test()})
      for (std::int64_t i = 0; i < split->count; ++i) {
        const auto tile = pixels(data, *split, i);
        EXPECT_EQ(split->labels[std::size_t(i)], tile[0] >= 100);
        ASSERT_EQ(tile.size(), std::size_t(6 * data.channels()));
        for (std::size_t p = 0; p < tile.size(); ++p) EXPECT_EQ(tile[p], tile[0] + (p % 6 == 5));
      }
  }
}

TEST_F(SheetTest, WithoutClassesThereAreNoLabels) {
  writePicture(set("sheet.png"), cards());
  const OwnCatalogue catalogue(resources(), entry(R"({"tileWidth": 5, "tileHeight": 4})"));
  const auto loaded = load({"cards", {}});
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ((*loaded)->info().kind, DataKind::images);
  EXPECT_TRUE((*loaded)->info().classNames.empty());
  EXPECT_EQ((*loaded)->train().count + (*loaded)->test().count, 6);
}

TEST_F(SheetTest, PreviewAndClassFilterSeeTiles) {
  writePicture(set("sheet.png"), cards());
  const OwnCatalogue catalogue(resources(), entry());
  DataRequest black{"cards", {}};
  black.options.classes = {"Black"};
  const auto preview = previewData(black, JobContext::quiet());
  ASSERT_TRUE(preview.ok()) << preview.error().message;
  EXPECT_EQ(preview->count + preview->testCount, 10);
  EXPECT_EQ(preview->grid.count, 10);
  EXPECT_THAT(preview->tileLabels, Each(0));
  EXPECT_EQ((*preview->grid.frame.bgra)[0], 100);
}

TEST_F(SheetTest, WhatDoesNotFitIsSaid) {
  const OwnCatalogue catalogue(resources(), entry());
  expectRefusal(load({"cards", {}}), ErrorKind::missing, {"Cards is not on this computer", "sudo apt install cards"});
  const auto refused = [&](const std::string& why) {
    for (const auto& result : {load({"cards", {}}).ok(), previewData({"cards", {}}, JobContext::quiet()).ok()}) EXPECT_FALSE(result);
    expectRefusal(load({"cards", {}}), ErrorKind::input, {set("sheet.png").string(), why, "To get it: sudo apt install --reinstall cards"});
  };
  writePicture(set("sheet.png"), cards()(cv::Rect(0, 0, 14, 8)));
  refused("14×8 px, which is no whole number of tiles of 3×2 px");
  writePicture(set("sheet.png"), cards()(cv::Rect(0, 0, 15, 6)));
  refused("has 3 rows of tiles instead of 2 for each of 2 classes");
  writeBytes(set("sheet.png"), {'x', 'y'});
  refused("sheet.png");
  writeBytes(set("sheet.png"), {});
  refused("sheet.png");
  writePicture(set("sheet.png"), cards());
  auto bytes = readBytes(set("sheet.png"));
  bytes.resize(bytes.size() - 20);
  writeBytes(set("sheet.png"), bytes);
  refused("cut off");
  // A header that promises 60000×60000 px is not believed.
  writePicture(set("sheet.png"), cards());
  bytes = readBytes(set("sheet.png"));
  for (const int at : {18, 22}) bytes[std::size_t(at)] = 0xea, bytes[std::size_t(at + 1)] = 0x60;
  writeBytes(set("sheet.png"), bytes);
  refused("sheet.png");
}

TEST_F(SheetTest, TheEntryItselfMayBeWrong) {
  writePicture(set("sheet.png"), cards());
  for (const char* sheet : {"{}", R"({"tileWidth": 0, "tileHeight": 2})", R"({"tileWidth": 3, "tileHeight": 2, "rowsPerClass": -1})"}) {
    const OwnCatalogue catalogue(resources(), entry(sheet));
    const auto loaded = load({"cards", {}});
    ASSERT_FALSE(loaded.ok());
    EXPECT_THAT(loaded.error().message, ::testing::HasSubstr("catalogue.json"));
  }
}

TEST_F(SheetTest, RealDigits) {
  const std::string path = "/usr/share/doc/opencv-doc/examples/data/digits.png";
  if (!fs::exists(path)) GTEST_SKIP() << "opencv-doc is not installed";
  const auto loaded = load({"digits", {}});
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  const auto& data = **loaded;
  EXPECT_EQ(data.train().count + data.test().count, 5000);
  EXPECT_NEAR(double(data.test().count), 500, 70);  // 10 % ± 3 standard deviations
  EXPECT_EQ(data.width(), 20);
  EXPECT_EQ(data.height(), 20);
  EXPECT_EQ(data.channels(), 1);
  std::vector<double> ink(10), middle(10);
  std::vector<int> count(10);
  for (const auto* split : {&data.train(), &data.test()})
    for (std::int64_t i = 0; i < split->count; ++i) {
      const auto label = std::size_t(split->labels[std::size_t(i)]);
      const auto tile = pixels(data, *split, i);
      ++count[label];
      for (const int value : tile) ink[label] += value / (255.0 * 400 * 500);
      for (const int y : {9, 10})
        for (const int x : {9, 10}) middle[label] += tile[std::size_t(20 * y + x)] / (255.0 * 4 * 500);
    }
  EXPECT_THAT(count, Each(500));
  // A nought is a ring and a one is a stroke: the first has nothing in its middle, the second much there and the least ink of all.
  EXPECT_LT(middle[0], 0.1);
  EXPECT_GT(middle[1], 0.7);
  EXPECT_EQ(std::ranges::min_element(ink) - ink.begin(), 1);
  // The first tile that is held for training is one of the file's own, where it should be.
  const cv::Mat sheet = cv::imread(path, cv::IMREAD_GRAYSCALE);
  const auto first = pixels(data, data.train());
  bool found = false;
  for (int x = 0; x < 2000 && !found; x += 20) {
    const cv::Mat tile = sheet(cv::Rect(x, 0, 20, 20)).clone();
    found = std::equal(first.begin(), first.end(), tile.begin<std::uint8_t>());
  }
  EXPECT_TRUE(found) << "the first training sample is in the sheet's first row";
}

}  // namespace
}  // namespace ganvas::testing
