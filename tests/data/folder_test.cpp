#include <sys/stat.h>

#include <cmath>

#include "tests/data/data_fixture.hpp"

namespace ganvas::testing {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class FolderTest : public DataTest {
 protected:
  /// The only picture of a set.
  std::vector<int> onePicture(const DataRequest& what) {
    const auto loaded = load(what);
    if (!loaded) {
      ADD_FAILURE() << loaded.error().message;
      return {};
    }
    EXPECT_EQ((*loaded)->train().count, 1);
    return pixels(**loaded, (*loaded)->train());
  }
};

TEST_F(FolderTest, PlanesAreRedGreenBlueForEveryLosslessFormat) {
  cv::Mat picture(1, 2, CV_8UC3);
  picture.at<cv::Vec3b>(0, 0) = {30, 20, 10};  // B G R
  picture.at<cv::Vec3b>(0, 1) = {60, 50, 40};
  for (const char* name : {"a.png", "b.bmp", "c.WEBP"}) {
    const auto folder = set(std::string("in-") + name);
    writePicture(folder / name, picture, name[0] == 'c' ? std::vector<int>{cv::IMWRITE_WEBP_QUALITY, 101} : std::vector<int>{});
    EXPECT_THAT(onePicture(request(folder)), ElementsAre(10, 40, 20, 50, 30, 60)) << name;
  }
}

TEST_F(FolderTest, JpegIsReadNearly) {
  writePicture(set("a.jpg"), flat(16, 16, {200, 100, 50}));
  const auto loaded = load(request(set(), 8));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  const auto values = pixels(**loaded, (*loaded)->train());
  for (int i = 0; i < 64; ++i) {
    EXPECT_NEAR(values[std::size_t(i)], 50, 3);
    EXPECT_NEAR(values[std::size_t(64 + i)], 100, 3);
    EXPECT_NEAR(values[std::size_t(128 + i)], 200, 3);
  }
}

TEST_F(FolderTest, AlphaLiesOverTheBackgroundBeforeAnythingIsResampled) {
  cv::Mat picture(2, 2, CV_8UC4, cv::Scalar(255, 0, 0, 255));  // blue …
  picture.at<cv::Vec4b>(0, 0) = {0, 255, 0, 0};                // … and a transparent pixel whose hidden green must not show
  picture.at<cv::Vec4b>(1, 1) = {0, 0, 255, 128};              // half-transparent red
  writePicture(set("a.png"), picture);
  // Over 0x102030: transparent → 16 32 48; red·128/255 → (255·128 + 16·127)/255 = 135.97, 32·127/255 = 15.9, 48·127/255 = 23.9.
  EXPECT_THAT(onePicture(request(set(), 0, 3, Fit::crop, 0x102030)), ElementsAre(16, 0, 0, 136, 32, 0, 0, 16, 48, 255, 255, 24));
  // Averages of those four.
  EXPECT_THAT(onePicture(request(set(), 1, 3, Fit::crop, 0x102030)), ElementsAre(38, 12, 146));
}

TEST_F(FolderTest, SixteenBitsBecomeEight) {
  cv::Mat picture(1, 4, CV_16UC1);
  picture.at<std::uint16_t>(0, 0) = 0;
  picture.at<std::uint16_t>(0, 1) = 65535;
  picture.at<std::uint16_t>(0, 2) = 128 * 257;
  picture.at<std::uint16_t>(0, 3) = 128 * 257 + 200;  // nearer to 129
  writePicture(set("a.png"), picture);
  EXPECT_THAT(onePicture(request(set())), ElementsAre(0, 255, 128, 129));
}

TEST_F(FolderTest, ColourBecomesGreyByLuma) {
  cv::Mat picture(1, 3, CV_8UC3);
  picture.at<cv::Vec3b>(0, 0) = {0, 0, 255};
  picture.at<cv::Vec3b>(0, 1) = {0, 255, 0};
  picture.at<cv::Vec3b>(0, 2) = {255, 0, 0};
  writePicture(set("a.png"), picture);
  EXPECT_THAT(onePicture(request(set(), 0, 1)), ElementsAre(76, 150, 29));  // 0.299, 0.587, 0.114 of 255
}

TEST_F(FolderTest, CropTakesTheMiddleSquare) {
  cv::Mat picture(2, 6, CV_8UC1);
  for (int x = 0; x < 6; ++x) picture.col(x) = x * 10;
  writePicture(set("a.png"), picture);
  EXPECT_THAT(onePicture(request(set(), 2)), ElementsAre(20, 30, 20, 30));
}

TEST_F(FolderTest, PadKeepsTheWholePictureAndFillsWithTheBackground) {
  writePicture(set("a.png"), flat(4, 2, {30, 20, 10}));
  EXPECT_THAT(onePicture(request(set(), 4, 3, Fit::pad, 0x010203)), ElementsAre(1, 1, 1, 1, 10, 10, 10, 10, 10, 10, 10, 10, 1, 1, 1, 1,  //
                                                                                2, 2, 2, 2, 20, 20, 20, 20, 20, 20, 20, 20, 2, 2, 2, 2,  //
                                                                                3, 3, 3, 3, 30, 30, 30, 30, 30, 30, 30, 30, 3, 3, 3, 3));
  const auto grey = onePicture(request(set(), 4, 1, Fit::pad, 0xff0000));
  EXPECT_EQ(grey.front(), 76);
}

TEST_F(FolderTest, StretchFillsTheSquare) {
  cv::Mat picture(2, 4, CV_8UC1);
  for (int x = 0; x < 4; ++x) picture.col(x) = x < 2 ? 40 : 80;
  writePicture(set("a.png"), picture);
  EXPECT_THAT(onePicture(request(set(), 2, 1, Fit::stretch)), ElementsAre(40, 80, 40, 80));
}

TEST_F(FolderTest, EnlargingIsSmoothAndKeepsFlatColours) {
  writePicture(set("a.png"), flat(3, 3, {30, 20, 10}));
  const auto values = onePicture(request(set(), 64));
  EXPECT_THAT(std::vector<int>(values.begin(), values.begin() + 64 * 64), Each(10));
}

TEST_F(FolderTest, SubFoldersAreLabelsInNaturalOrder) {
  for (const char* name : {"class 10", "class 2", "class 1"}) writeNoise(set(name), 4, 8, name[6] * 100 + name[7]);
  const auto loaded = load(request(set()));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_THAT((*loaded)->info().classNames, ElementsAre("class 1", "class 2", "class 10"));
  EXPECT_EQ((*loaded)->info().kind, DataKind::labelled);
  std::vector<int> counts(3);
  for (const auto* split : {&(*loaded)->train(), &(*loaded)->test()})
    for (auto label : split->labels) ++counts[std::size_t(label)];
  EXPECT_THAT(counts, ElementsAre(4, 4, 4));
}

TEST_F(FolderTest, FoldersThatAllShareAreNoLabels) {
  writeNoise(set("pictures/all"), 3, 8);
  const auto info = describeDataset(set().string());
  ASSERT_TRUE(info.ok()) << info.error().message;
  EXPECT_EQ(info->kind, DataKind::images);
  EXPECT_TRUE(info->classNames.empty());
}

TEST_F(FolderTest, TrainAndTestFoldersAreSplits) {
  writeNoise(set("train/cat"), 3, 8, 1);
  writeNoise(set("train/dog"), 2, 8, 2);
  writeNoise(set("test/dog"), 4, 8, 3);
  const auto loaded = load(request(set()));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ((*loaded)->train().count, 5);
  EXPECT_EQ((*loaded)->test().count, 4);
  EXPECT_THAT(std::vector<int>((*loaded)->train().labels.begin(), (*loaded)->train().labels.end()), ElementsAre(0, 0, 0, 1, 1));
  EXPECT_THAT(std::vector<int>((*loaded)->test().labels.begin(), (*loaded)->test().labels.end()), Each(1));
}

TEST_F(FolderTest, PicturesBesideSubFoldersMeanNoLabels) {
  writeNoise(set("cat"), 2, 8);
  writeNoise(set(), 2, 8, 5);
  const auto loaded = load(request(set()));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ((*loaded)->info().kind, DataKind::images);
  EXPECT_THAT((*loaded)->warnings(), Contains(HasSubstr("beside the sub-folders")));
}

TEST_F(FolderTest, HiddenFilesLoopsAndPipesDoNoHarm) {
  writeNoise(set("a"), 2, 8, 1);
  writeNoise(set("b"), 2, 8, 2);
  writeNoise(set(".hidden"), 2, 8, 3);
  fs::copy_file(set("a/p0.png"), set("a/.p9.png"));
  fs::create_directory_symlink(set(), set("a/up"));
  fs::create_directory_symlink(set("b"), set("b again"));
  ASSERT_EQ(::mkfifo(set("a/pipe.png").c_str(), 0600), 0);
  writeBytes(set("a/notes.txt"), {'x'});
  const auto info = describeDataset(set().string());
  ASSERT_TRUE(info.ok()) << info.error().message;
  EXPECT_EQ(info->count, 4);
  EXPECT_TRUE(load(request(set())).ok());
}

TEST_F(FolderTest, OrderAndHashDoNotDependOnThreads) {
  writeNoise(set(), 150, 8);
  const auto first = load(request(set(), 16));
  ASSERT_TRUE(first.ok());
  const auto hash = (*first)->hash();
  fs::remove_all(folder_ / "cache");
  const auto held = *first;
  for (int i = 0; i < 3; ++i) {
    ::setenv("XDG_CACHE_HOME", (folder_ / ("cache" + std::to_string(i))).c_str(), 1);
    const auto copy = set("../copy" + std::to_string(i));
    fs::copy(set(), copy, fs::copy_options::recursive);
    const auto again = load(request(copy, 16));
    ASSERT_TRUE(again.ok());
    EXPECT_EQ((*again)->hash(), hash);
  }
}

/// A JPEG with EXIF orientation `value`, big-endian as cameras write it.
ByteVector withOrientation(const ByteVector& jpeg, int value) {
  const ByteVector app1 = {0xFF, 0xE1, 0, 34, 'E', 'x',  'i',  'f', 0, 0, 'M', 'M', 0, 42, 0,
                           0,    0,    8, 0,  1,   0x01, 0x12, 0,   3, 0, 0,   0,   1, 0,  std::uint8_t(value),
                           0,    0,    0, 0,  0,   0};
  ByteVector result(jpeg.begin(), jpeg.begin() + 2);
  result.insert(result.end(), app1.begin(), app1.end());
  result.insert(result.end(), jpeg.begin() + 2, jpeg.end());
  return result;
}

TEST_F(FolderTest, ExifOrientationIsApplied) {
  // Stored 32×16: left half white with a grey top-left corner, the rest black. Where the corner and the white half end up, per EXIF 2.3.
  cv::Mat picture(16, 32, CV_8UC1, cv::Scalar(0));
  picture(cv::Rect(0, 0, 16, 16)) = 255;
  picture(cv::Rect(0, 0, 8, 8)) = 128;
  writePicture(set("base/a.jpg"), picture, {cv::IMWRITE_JPEG_QUALITY, 100});
  const auto base = readBytes(set("base/a.jpg"));
  // Corner of the stored top-left after turning: row 0 top / 1 bottom, column 0 left / 1 right (TIFF 6.0: "row 0 is …, column 0 is …").
  const int corner[9][2] = {{}, {0, 0}, {0, 1}, {1, 1}, {1, 0}, {0, 0}, {0, 1}, {1, 1}, {1, 0}};
  for (int value = 1; value <= 8; ++value) {
    const auto folder = set("turned" + std::to_string(value));
    writeBytes(folder / "a.jpg", withOrientation(base, value));
    const auto loaded = load(request(folder));
    ASSERT_TRUE(loaded.ok()) << loaded.error().message;
    const int width = value >= 5 ? 16 : 32, height = value >= 5 ? 32 : 16;
    ASSERT_EQ((*loaded)->width(), width) << value;
    ASSERT_EQ((*loaded)->height(), height) << value;
    const auto values = pixels(**loaded, (*loaded)->train());
    const auto at = [&](int row, int column) { return values[std::size_t((row ? height - 4 : 3) * width + (column ? width - 4 : 3))]; };
    const auto [row, column] = corner[value];
    EXPECT_NEAR(at(row, column), 128, 4) << value;
    // 5..8 exchange rows and columns: the other end of the stored left edge lies across the short side.
    const bool turned = value >= 5;
    EXPECT_NEAR(turned ? at(row, 1 - column) : at(1 - row, column), 255, 4) << value;
    EXPECT_NEAR(turned ? at(1 - row, column) : at(row, 1 - column), 0, 4) << value;
  }
}

// What bad input gets.

TEST_F(FolderTest, AFolderWithoutPictures) {
  expectRefusal(load(request(set())), ErrorKind::input, {set().string(), "no pictures", "png"});
  writeBytes(set("readme.txt"), {'x'});
  expectRefusal(previewData(request(set()), JobContext::quiet()), ErrorKind::input, {set().string(), "no pictures"});
  expectRefusal(auditData(request(set()), JobContext::quiet()), ErrorKind::input, {set().string(), "no pictures"});
}

TEST_F(FolderTest, NothingAtThePath) {
  expectRefusal(load(request(set("nowhere"))), ErrorKind::missing, {set("nowhere").string(), "fashion-mnist"});
  expectRefusal(load({"no-such-set", {}}), ErrorKind::missing, {"no-such-set", "fashion-mnist"});
  expectRefusal(load({"", {}}), ErrorKind::usage, {"No data"});
  writeBytes(set("notes.txt"), {'x', 'y'});
  expectRefusal(load(request(set("notes.txt"))), ErrorKind::input, {"notes.txt", "neither"});
}

TEST_F(FolderTest, DifferentSizesAskForAChoice) {
  writePicture(set("a.png"), flat(8, 8, {1, 2, 3}));
  writePicture(set("b.png"), flat(9, 8, {1, 2, 3}));
  expectRefusal(load(request(set())), ErrorKind::usage, {set().string(), "8×8", "9×8", "b.png", "size"});
  EXPECT_TRUE(load(request(set(), 8)).ok());
}

TEST_F(FolderTest, UnreadablePicturesAreLeftOutAndThreeAreNamed) {
  writeNoise(set(), 10, 8);
  for (int i = 0; i < 5; ++i) writeBytes(set("bad" + std::to_string(i) + ".png"), {'n', 'o', 'p', 'e'});
  const auto loaded = load(request(set(), 8));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ((*loaded)->train().count + (*loaded)->test().count, 10);
  EXPECT_THAT((*loaded)->warnings(),
              Contains("5 of 15 pictures could not be read and were left out: \"bad0.png\", \"bad1.png\", \"bad2.png\" and others."));
}

TEST_F(FolderTest, NothingReadableSaysWhy) {
  writeBytes(set("a.png"), {'n', 'o', 'p', 'e'});
  writeBytes(set("b.jpg"), {});
  for (int size : {0, 16}) expectRefusal(load(request(set(), size)), ErrorKind::input, {set().string(), "None of the 2", "a.png"});
  expectRefusal(previewData(request(set()), JobContext::quiet()), ErrorKind::input, {set().string(), "a.png"});
}

TEST_F(FolderTest, CutOffPicturesAreUnreadable) {
  cv::Mat noise(64, 64, CV_8UC3);
  cv::RNG(3).fill(noise, cv::RNG::UNIFORM, 0, 256);
  for (const char* name : {"a.png", "b.jpg", "c.webp", "d.bmp"}) {
    const auto folder = set(std::string("in-") + name);
    writePicture(folder / name, noise);
    auto bytes = readBytes(folder / name);
    bytes.resize(bytes.size() * 2 / 3);
    writeBytes(folder / name, bytes);
    expectRefusal(load(request(folder, 16)), ErrorKind::input, {name, "cut off"});
  }
}

TEST_F(FolderTest, AWrongNameDoesNotMatterButAnotherFormatDoes) {
  writePicture(set("real.png"), flat(8, 8, {1, 2, 3}));
  fs::rename(set("real.png"), set("named.jpg"));
  EXPECT_TRUE(load(request(set())).ok());
  writeBytes(set("text.png"), ByteVector(100, 'x'));
  const auto loaded = load(request(set()));
  ASSERT_TRUE(loaded.ok());
  EXPECT_THAT((*loaded)->warnings(), Contains(HasSubstr("text.png")));
}

TEST_F(FolderTest, ADanglingLinkIsUnreadable) {
  writeNoise(set(), 3, 8);
  fs::create_symlink(set("gone.png"), set("link.png"));
  const auto loaded = load(request(set(), 8));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_THAT((*loaded)->warnings(), Contains(HasSubstr("link.png")));
}

/// Well-formed up to the last chunk, but the pixels are not there: whoever decodes it fails in another way than by its size.
ByteVector hugePng(std::uint32_t width, std::uint32_t height) {
  ByteVector png = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  const auto chunk = [&](const char* type, const ByteVector& data) {
    appendBig(png, std::uint32_t(data.size()));
    ByteVector body(type, type + 4);
    body.insert(body.end(), data.begin(), data.end());
    png.insert(png.end(), body.begin(), body.end());
    appendBig(png, std::uint32_t(crc32(0, body.data(), unsigned(body.size()))));
  };
  ByteVector header;
  appendBig(header, width);
  appendBig(header, height);
  for (int value : {8, 2, 0, 0, 0}) header.push_back(std::uint8_t(value));
  chunk("IHDR", header);
  chunk("IDAT", {});
  chunk("IEND", {});
  return png;
}

TEST_F(FolderTest, A200MegapixelPictureIsNotDecoded) {
  writeNoise(set(), 4, 8);
  writeBytes(set("huge.png"), hugePng(20000, 10000));
  const auto loaded = load(request(set(), 8));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_THAT((*loaded)->warnings(), Contains(::testing::AllOf(HasSubstr("huge.png"), HasSubstr("over-large"), HasSubstr("1 of 5"))));
  const auto audit = auditData(request(set(), 8), JobContext::quiet());
  ASSERT_TRUE(audit.ok());
  ASSERT_EQ(audit->findings.size(), 1u);
  EXPECT_EQ(audit->findings[0].issue, AuditIssue::overLarge);
  EXPECT_THAT(audit->findings[0].message, ::testing::AllOf(HasSubstr("huge.png"), HasSubstr("20000×10000"), HasSubstr("make it smaller")));

  writeBytes(set("../alone/huge.png"), hugePng(0x7fffffff, 0x7fffffff));
  expectRefusal(load(request(set("../alone"), 8)), ErrorKind::input, {"huge.png", "2147483647×2147483647"});
}

TEST_F(FolderTest, NamesFromOutsideStayInsideTheSentence) {
  writeNoise(set(), 3, 8);
  writeBytes(set("two\nlines\xff.png"), {'x'});
  const auto loaded = load(request(set(), 8));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  for (const auto& warning : (*loaded)->warnings()) EXPECT_THAT(warning, Not(HasSubstr("\n")));
}

}  // namespace
}  // namespace ganvas::testing
