// PictureOptions::classes: only some classes of data of any kind.
#include <set>

#include "tests/data/data_fixture.hpp"

namespace ganvas::testing {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

DataRequest only(const std::string& source, std::vector<std::string> classes, int size = 0) {
  DataRequest what{source, {}};
  what.options.size = size;
  what.options.classes = std::move(classes);
  return what;
}

class ClassFilterTest : public DataTest {
 protected:
  /// 100 pictures of 4×4 px for training and 20 for testing; the label of picture n is n mod 5.
  void writeIdx() {
    for (const auto& [prefix, count] : {std::pair("train-", 100), std::pair("t10k-", 20)}) {
      writeBytes(set(prefix + std::string("images-idx3-ubyte")), idx({std::uint32_t(count), 4, 4}, countingPixels(count, 4)));
      writeBytes(set(prefix + std::string("labels-idx1-ubyte")), idx({std::uint32_t(count)}, countingLabels(count, 5)));
    }
  }
  void writeFolders() {
    writeNoise(set("Ants"), 6, 8, 1);
    writeNoise(set("Bees"), 5, 16, 2);
    writeNoise(set("Crows"), 4, 8, 3);
  }
};

TEST_F(ClassFilterTest, KeepsTheOrderOfTheDataAndCountsLabelsFromZero) {
  writeIdx();
  const auto loaded = load(only(set().string(), {"3", "1"}));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  const auto& data = **loaded;
  EXPECT_THAT(data.info().classNames, ElementsAre("1", "3"));
  EXPECT_EQ(data.info().count, 40);
  ASSERT_EQ(data.train().count, 40);
  EXPECT_EQ(data.test().count, 8);
  // Pictures 1 3 6 8 11 … are left; the first pixel of picture n is 7n.
  for (int i = 0; i < 40; ++i) {
    EXPECT_EQ(data.train().labels[std::size_t(i)], i % 2);
    EXPECT_EQ(pixels(data, data.train(), i)[0], (7 * (i / 2 * 5 + (i % 2 ? 3 : 1))) % 256);
  }
  EXPECT_THAT(std::vector<int>(data.test().labels.begin(), data.test().labels.end()), ElementsAre(0, 1, 0, 1, 0, 1, 0, 1));
}

TEST_F(ClassFilterTest, IsPartOfTheSetsKey) {
  writeIdx();
  const auto all = load(request(set()));
  const auto one = load(only(set().string(), {"1"})), two = load(only(set().string(), {"2"})),
             both = load(only(set().string(), {"2", "1"}));
  EXPECT_EQ((*all)->train().count, 100);
  EXPECT_EQ((*one)->train().count, 20);
  EXPECT_NE((*one)->hash(), (*two)->hash());
  EXPECT_EQ(load(only(set().string(), {"1", "2", "1"}))->get(), both->get());
  EXPECT_EQ(load(only(set().string(), {"0", "1", "2", "3", "4"}))->get(), all->get()) << "all classes are no filter";
}

TEST_F(ClassFilterTest, FoldersByNameOrNumber) {
  writeFolders();
  for (const auto& names : {std::vector<std::string>{"ants", "CROWS"}, {"0", "2"}, {" crows ", "Ants"}}) {
    const auto loaded = load(only(set().string(), names));  // bees alone are of another size: they are not asked
    ASSERT_TRUE(loaded.ok()) << loaded.error().message;
    EXPECT_THAT((*loaded)->info().classNames, ElementsAre("Ants", "Crows"));
    EXPECT_EQ((*loaded)->width(), 8);
    EXPECT_EQ((*loaded)->train().count + (*loaded)->test().count, 10);
  }
  // A sample's side does not depend on which others are taken.
  const auto all = *load(request(set(), 8)), bees = *load(only(set().string(), {"bees"}, 8));
  EXPECT_EQ(bees->test().count, std::ranges::count(all->test().labels, 1));
  EXPECT_THAT(std::vector<int>(bees->train().labels.begin(), bees->train().labels.end()), Each(0));
}

TEST_F(ClassFilterTest, ANameComesBeforeANumber) {
  for (const char* name : {"2", "10", "30"}) writeNoise(set(name), 3, 8, name[0]);
  EXPECT_THAT((*load(only(set().string(), {"2"})))->info().classNames, ElementsAre("2"));
  EXPECT_THAT((*load(only(set().string(), {"1"})))->info().classNames, ElementsAre("10"));
}

TEST_F(ClassFilterTest, PreviewAuditAndDescriptionFollow) {
  writeIdx();
  const auto what = only(set().string(), {"4", "2"});
  const auto preview = previewData(what, JobContext::quiet());
  ASSERT_TRUE(preview.ok()) << preview.error().message;
  EXPECT_EQ(preview->count, 40);
  EXPECT_EQ(preview->testCount, 8);
  ASSERT_EQ(preview->classes.size(), 2u);
  EXPECT_EQ(preview->classes[1].name, "4");
  EXPECT_EQ(preview->classes[1].count, 20);
  EXPECT_EQ(preview->grid.count, 40);
  EXPECT_THAT(std::set<int>(preview->tileLabels.begin(), preview->tileLabels.end()), ElementsAre(0, 1));
  EXPECT_EQ((*preview->grid.frame.bgra)[0], 14) << "picture 2 comes first";
  EXPECT_EQ(auditData(what, JobContext::quiet())->checked, 48);
  EXPECT_THAT(describeDataset(set().string(), {.classes = {"4", "2"}})->classNames, ElementsAre("2", "4"));
}

TEST_F(ClassFilterTest, ClassesFarApartAreFound) {
  ByteVector labels(300, 1);
  labels.front() = labels.back() = 0;
  writeBytes(set("train-images-idx3-ubyte"), idx({300, 300, 300}, countingPixels(300, 300)));  // 93 of them are one chunk
  writeBytes(set("train-labels-idx1-ubyte"), idx({300}, labels));
  const auto loaded = load(only(set().string(), {"0"}));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  ASSERT_EQ((*loaded)->train().count + (*loaded)->test().count, 2);
  EXPECT_EQ(auditData(only(set().string(), {"0"}), JobContext::quiet())->checked, 2);
  EXPECT_EQ(pixels(**loaded, (*loaded)->train(), 0)[0], 0);
  const bool second = (*loaded)->train().count > 1;
  EXPECT_EQ(pixels(**loaded, second ? (*loaded)->train() : (*loaded)->test(), second)[0], 7 * 299 % 256);
}

TEST_F(ClassFilterTest, WhatIsNotThereIsNamed) {
  writeFolders();
  const auto unknown = only(set().string(), {"ants", "wasps"});
  expectRefusal(load(unknown), ErrorKind::usage, {"no class \"wasps\"", "Ants, Bees, Crows"});
  expectRefusal(previewData(unknown, JobContext::quiet()), ErrorKind::usage, {"wasps"});
  expectRefusal(auditData(unknown, JobContext::quiet()), ErrorKind::usage, {"wasps"});
  expectRefusal(describeDataset(set().string(), {.classes = {"wasps"}}), ErrorKind::usage, {"wasps"});
  for (const char* text : {"3", "-1", "", " ", "1.0", "99999999999999999999"})
    expectRefusal(load(only(set().string(), {text})), ErrorKind::usage, {"Ants, Bees, Crows"});
  writeNoise(set("../plain"), 3, 8);
  expectRefusal(load(only(set("../plain").string(), {"0"})), ErrorKind::usage, {"no classes"});
}

TEST_F(ClassFilterTest, AClassWithoutPicturesIsNamed) {
  writeBytes(set("train-images-idx3-ubyte"), idx({10, 2, 2}, countingPixels(10, 2)));
  writeBytes(set("train-labels-idx1-ubyte"), idx({10}, ByteVector(10, 2)));
  expectRefusal(load(only(set().string(), {"0"})), ErrorKind::usage, {"no pictures to train with of 0"});
}

TEST_F(ClassFilterTest, RealShoes) {
  if (!fs::exists("/usr/share/datasets/fashion-mnist/train-images-idx3-ubyte.gz")) GTEST_SKIP() << "dataset-fashion-mnist is not installed";
  const auto loaded = load(only("fashion-mnist", {"sneaker", "Sandal", "9"}));
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ((*loaded)->train().count, 18000);  // 6000 of each class, as its authors say
  EXPECT_EQ((*loaded)->test().count, 3000);
  EXPECT_THAT((*loaded)->info().classNames, ElementsAre("Sandal", "Sneaker", "Ankle boot"));
  EXPECT_EQ((*loaded)->train().labels[0], 2) << "the first picture of all is an ankle boot";
}

}  // namespace
}  // namespace ganvas::testing
