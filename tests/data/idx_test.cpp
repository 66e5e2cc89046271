#include <numeric>
#include <set>

#include "tests/data/data_fixture.hpp"

namespace ganvas::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class IdxTest : public DataTest {
 protected:
  void writeTrain(int count = 5, int side = 3) {
    writeBytes(set("train-images-idx3-ubyte"),
               idx({std::uint32_t(count), std::uint32_t(side), std::uint32_t(side)}, countingPixels(count, side)));
    writeBytes(set("train-labels-idx1-ubyte"), idx({std::uint32_t(count)}, countingLabels(count, 3)));
  }
  void writeTestGz(int count = 2, int side = 3) {
    writeGz(set("t10k-images-idx3-ubyte.gz"),
            idx({std::uint32_t(count), std::uint32_t(side), std::uint32_t(side)}, countingPixels(count, side)));
    writeGz(set("t10k-labels-idx1-ubyte.gz"), idx({std::uint32_t(count)}, countingLabels(count, 2)));
  }
};

TEST_F(IdxTest, ReadsPlainAndPackedFilesByteForByte) {
  writeTrain();
  writeTestGz();
  const auto loaded = load(request(set()));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  const auto& data = **loaded;
  EXPECT_EQ(data.train().count, 5);
  EXPECT_EQ(data.test().count, 2);
  EXPECT_EQ(data.width(), 3);
  EXPECT_EQ(data.height(), 3);
  EXPECT_EQ(data.channels(), 1);
  EXPECT_THAT(pixels(data, data.train(), 2), ElementsAre(14, 15, 16, 17, 18, 19, 20, 21, 22));
  EXPECT_THAT(pixels(data, data.test(), 1), ElementsAre(7, 8, 9, 10, 11, 12, 13, 14, 15));
  EXPECT_THAT(std::vector<int>(data.train().labels.begin(), data.train().labels.end()), ElementsAre(0, 1, 2, 0, 1));
  EXPECT_THAT(std::vector<int>(data.test().labels.begin(), data.test().labels.end()), ElementsAre(0, 1));
  EXPECT_THAT(data.info().classNames, ElementsAre("0", "1", "2"));
  EXPECT_EQ(data.hash().size(), 32u);
}

TEST_F(IdxTest, DescribesWithoutDecoding) {
  writeTrain(60, 4);
  const auto info = describeDataset(set().string());
  ASSERT_TRUE(info.ok()) << info.error().message;
  EXPECT_EQ(info->kind, DataKind::labelled);
  EXPECT_EQ(info->count, 60);
  EXPECT_EQ(info->width, 4);
  EXPECT_EQ(info->channels, 1);
  EXPECT_EQ(info->classNames.size(), 3u);
  EXPECT_TRUE(info->present);
}

TEST_F(IdxTest, OneFileMayBeNamedAndBringsItsPartner) {
  writeTrain();
  writeTestGz();
  auto loaded = load(request(set("train-images-idx3-ubyte")));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ((*loaded)->test().count, 2);
  loaded = load(request(set("t10k-images-idx3-ubyte.gz")));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ((*loaded)->train().count + (*loaded)->test().count, 2);
}

TEST_F(IdxTest, AnyNameWillDoWhereTheFileIsNamed) {
  writeGz(set("digits.bin"), idx({3, 2, 2}, countingPixels(3, 2)));
  const auto loaded = load(request(set("digits.bin")));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ((*loaded)->info().kind, DataKind::images);
  EXPECT_TRUE((*loaded)->train().labels.empty());
}

TEST_F(IdxTest, ColourFilesHaveAFourthDimension) {
  writeBytes(set("train-images-idx3-ubyte"), idx({1, 1, 2, 3}, {10, 20, 30, 40, 50, 60}));
  const auto loaded = load(request(set()));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ((*loaded)->channels(), 3);
  EXPECT_THAT(pixels(**loaded, (*loaded)->train()), ElementsAre(10, 40, 20, 50, 30, 60));
}

TEST_F(IdxTest, ShrinkingAveragesAreas) {
  writeBytes(set("train-images-idx3-ubyte"), idx({1, 4, 4}, {0, 4, 100, 100, 8, 12, 100, 100, 200, 200, 1, 3, 200, 200, 5, 7}));
  const auto loaded = load(request(set(), 2));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_THAT(pixels(**loaded, (*loaded)->train()), ElementsAre(6, 100, 200, 4));
}

TEST_F(IdxTest, GreyBecomesThreeEqualPlanes) {
  writeTrain(1, 2);
  const auto loaded = load(request(set(), 0, 3));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_THAT(pixels(**loaded, (*loaded)->train()), ElementsAre(0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3));
}

TEST_F(IdxTest, HeldOutIsAboutATenthAndTheSameAtEverySize) {
  ByteVector data;
  for (int n = 0; n < 2000; ++n)  // every picture twice
    for (int i = 0; i < 16; ++i) data.push_back(std::uint8_t((n / 2) >> (i % 2 ? 8 : 0)) ^ std::uint8_t(i * 16));
  writeBytes(set("all-images-idx3-ubyte"), idx({2000, 4, 4}, data));
  const auto natural = load(request(set())), enlarged = load(request(set(), 8));
  ASSERT_TRUE(natural.ok() && enlarged.ok());
  const auto held = (*natural)->test().count;
  // Binomial of 1000 pairs: 100 ± 9.5, so 60..140 is beyond four standard deviations.
  EXPECT_GT(held, 120);
  EXPECT_LT(held, 280);
  EXPECT_EQ((*natural)->train().count, 2000 - held);
  EXPECT_EQ((*enlarged)->test().count, held);
  std::set<std::vector<int>> test;
  for (std::int64_t i = 0; i < held; ++i) test.insert(pixels(**natural, (*natural)->test(), i));
  EXPECT_EQ(std::int64_t(test.size()), held / 2) << "both copies are held out";
  for (std::int64_t i = 0; i < (*natural)->train().count; ++i) ASSERT_FALSE(test.contains(pixels(**natural, (*natural)->train(), i)));
}

TEST_F(IdxTest, OnePictureIsForTraining) {
  for (int value = 0; value < 40; ++value) {  // some of them hash to the held-out side
    const auto path = set("one" + std::to_string(value) + "-images-idx3-ubyte");
    writeBytes(path, idx({1, 1, 1}, {std::uint8_t(value)}));
    const auto loaded = load(request(path));
    ASSERT_TRUE(loaded.ok()) << loaded.error().message;
    EXPECT_EQ((*loaded)->train().count, 1);
    EXPECT_EQ((*loaded)->test().count, 0);
    EXPECT_THAT(pixels(**loaded, (*loaded)->train()), ElementsAre(value));
    EXPECT_THAT((*loaded)->warnings(), ElementsAre(HasSubstr("only 1 usable picture")));
  }
}

TEST_F(IdxTest, LabelsForOnePartOnlyAreNotUsed) {
  writeTrain();
  writeTestGz();
  fs::remove(set("t10k-labels-idx1-ubyte.gz"));
  const auto loaded = load(request(set()));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ((*loaded)->info().kind, DataKind::images);
  EXPECT_THAT((*loaded)->warnings().front(), HasSubstr("t10k-images-idx3-ubyte.gz"));
}

TEST_F(IdxTest, WrongMagicIsNamed) {
  writeTrain();
  auto bytes = readBytes(set("train-images-idx3-ubyte"));
  bytes[2] = 0x0d;  // floats
  writeBytes(set("train-images-idx3-ubyte"), bytes);
  expectRefusal(load(request(set())), ErrorKind::input, {"train-images-idx3-ubyte", "00 00 0d 03", "00 00 08 03"});
  expectRefusal(describeDataset(set().string()), ErrorKind::input, {"train-images-idx3-ubyte"});
}

TEST_F(IdxTest, LabelsInPlaceOfPicturesAreNamed) {
  writeBytes(set("train-images-idx3-ubyte"), idx({4}, {0, 1, 2, 3}));
  expectRefusal(load(request(set())), ErrorKind::input, {"train-images-idx3-ubyte", "00 00 08 01"});
  writeTrain();
  writeBytes(set("train-labels-idx1-ubyte"), idx({5, 1, 1}, {0, 1, 2, 3, 4}));
  expectRefusal(load(request(set())), ErrorKind::input, {"train-labels-idx1-ubyte", "labels"});
}

TEST_F(IdxTest, CountsThatDifferAreNamed) {
  writeTrain();
  writeBytes(set("train-labels-idx1-ubyte"), idx({4}, countingLabels(4, 3)));
  expectRefusal(load(request(set())), ErrorKind::input, {"train-images-idx3-ubyte", "5 pictures", "train-labels-idx1-ubyte", "4 labels"});
}

TEST_F(IdxTest, PartsOfDifferentSizesAreNamed) {
  writeTrain();
  writeTestGz(2, 4);
  expectRefusal(load(request(set())), ErrorKind::input, {"train-images-idx3-ubyte", "t10k-images-idx3-ubyte.gz", "sizes"});
}

TEST_F(IdxTest, CutOffFilesAreNamed) {
  writeTrain();
  auto whole = readBytes(set("train-images-idx3-ubyte"));
  for (std::size_t keep : {std::size_t(0), std::size_t(2), std::size_t(9), whole.size() - 1}) {
    writeBytes(set("train-images-idx3-ubyte"), {whole.begin(), whole.begin() + std::ptrdiff_t(keep)});
    expectRefusal(load(request(set())), ErrorKind::input, {"train-images-idx3-ubyte"});
  }
  whole.push_back(0);
  writeBytes(set("train-images-idx3-ubyte"), whole);
  expectRefusal(load(request(set())), ErrorKind::input, {"train-images-idx3-ubyte", "1 bytes longer"});
}

TEST_F(IdxTest, DamagedGzipIsNamed) {
  writeGz(set("train-images-idx3-ubyte.gz"), idx({50, 8, 8}, countingPixels(50, 8)));
  const auto whole = readBytes(set("train-images-idx3-ubyte.gz"));
  for (std::size_t cut : {1, 4, 9, 60}) {  // gzip's own length and check sum, then the data
    writeBytes(set("train-images-idx3-ubyte.gz"), {whole.begin(), whole.end() - std::ptrdiff_t(cut)});
    expectRefusal(load(request(set())), ErrorKind::input, {"train-images-idx3-ubyte.gz", "cut off or damaged"});
  }
  auto flipped = whole;
  flipped[flipped.size() - 6] ^= 1;  // in the check sum
  writeBytes(set("train-images-idx3-ubyte.gz"), flipped);
  expectRefusal(load(request(set())), ErrorKind::input, {"train-images-idx3-ubyte.gz", "cut off or damaged"});
}

TEST_F(IdxTest, AHeaderThatPromisesTheWorldIsRefusedBeforeAnythingIsAllocated) {
  writeGz(set("train-images-idx3-ubyte.gz"), idx({0xffffffff, 1000, 1000}, {1, 2, 3}));
  expectRefusal(load(request(set())), ErrorKind::input, {"train-images-idx3-ubyte.gz"});
  fs::remove(set("train-images-idx3-ubyte.gz"));
  writeBytes(set("train-images-idx3-ubyte"), idx({0xffffffff, 0xffffffff, 0xffffffff}, {1, 2, 3}));
  expectRefusal(load(request(set())), ErrorKind::input, {"train-images-idx3-ubyte", "4294967295×4294967295"});
  writeBytes(set("train-images-idx3-ubyte"), idx({0, 28, 28}, {}));
  expectRefusal(load(request(set())), ErrorKind::input, {"train-images-idx3-ubyte", "0 pictures"});
}

TEST_F(IdxTest, SeveralSetsInOneFolderAskForAChoice) {
  for (const char* name : {"emnist-letters", "emnist-digits"})
    writeBytes(set(name + std::string("-train-images-idx3-ubyte")), idx({2, 2, 2}, countingPixels(2, 2)));
  expectRefusal(load(request(set())), ErrorKind::usage,
                {"emnist-letters-train-images-idx3-ubyte", "emnist-digits-train-images-idx3-ubyte"});
  EXPECT_TRUE(load(request(set("emnist-letters-train-images-idx3-ubyte"))).ok());
}

TEST_F(IdxTest, OptionsOutOfRangeAreUsage) {
  writeTrain();
  expectRefusal(load(request(set(), -1)), ErrorKind::usage, {"size", "-1"});
  expectRefusal(load(request(set(), 100000)), ErrorKind::usage, {"size", "100000"});
  expectRefusal(load(request(set(), 0, 2)), ErrorKind::usage, {"channels", "2"});
}

/// Mean and spread are those that are published with the data sets (0..1).
void expectMoments(const PictureSet& set, double mean, double deviation) {
  std::array<std::int64_t, 256> histogram{};
  for (auto value : set.train().pixels) ++histogram[value];
  double sum = 0, squares = 0;
  for (int v = 0; v < 256; ++v) {
    sum += double(histogram[std::size_t(v)]) * v / 255;
    squares += double(histogram[std::size_t(v)]) * v * v / (255.0 * 255.0);
  }
  const auto n = double(set.train().pixels.size());
  EXPECT_NEAR(sum / n, mean, 1e-4);
  EXPECT_NEAR(std::sqrt(squares / n - sum / n * sum / n), deviation, 1e-4);
}

TEST_F(IdxTest, RealFashionMnist) {
  if (!fs::exists("/usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz")) GTEST_SKIP() << "dataset-fashion-mnist is not installed";
  const auto loaded = load({"fashion-mnist", {}});
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  const auto& data = **loaded;
  EXPECT_EQ(data.train().count, 60000);
  EXPECT_EQ(data.test().count, 10000);
  EXPECT_EQ(data.info().license, "MIT");
  ASSERT_EQ(data.info().classNames.size(), 10u);
  EXPECT_EQ(data.info().classNames[9], "Ankle boot");
  EXPECT_EQ(data.train().labels[0], 9);  // the first picture is the well-known ankle boot
  for (int label = 0; label < 10; ++label) {
    EXPECT_EQ(std::ranges::count(data.train().labels, label), 6000);
    EXPECT_EQ(std::ranges::count(data.test().labels, label), 1000);
  }
  expectMoments(data, 0.2860, 0.3530);
  EXPECT_THAT(data.warnings(), IsEmpty());
}

TEST_F(IdxTest, RealMnistFromGanvasData) {
  if (!fs::exists(GANVAS_SHARED_DATA "/mnist/train-images-idx3-ubyte.gz")) GTEST_SKIP() << "no MNIST in " GANVAS_SHARED_DATA;
  expectRefusal(load({"mnist", {}}), ErrorKind::missing,
                {"MNIST digits", "train-images-idx3-ubyte.gz", (folder_ / "share/ganvas/datasets/mnist").string()});
  ::setenv("GANVAS_DATA", GANVAS_SHARED_DATA, 1);
  const auto loaded = load({"mnist", {}});
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ((*loaded)->train().count, 60000);
  EXPECT_EQ((*loaded)->test().count, 10000);
  EXPECT_EQ(std::ranges::count((*loaded)->train().labels, 1), 6742);  // LeCun's counts
  EXPECT_EQ(std::ranges::count((*loaded)->train().labels, 5), 5421);
  expectMoments(**loaded, 0.1307, 0.3081);
}

}  // namespace
}  // namespace ganvas::testing
