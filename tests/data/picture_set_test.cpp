// Cache, sharing, stopping, failing disks.
#include <thread>

#include "engine/core/run_folder.hpp"
#include "engine/data/decode_cache.hpp"
#include "tests/data/data_fixture.hpp"

namespace ganvas::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class PictureSetTest : public DataTest {
 protected:
  void SetUp() override {
    DataTest::SetUp();
    writeBytes(pictures_ = set("train-images-idx3-ubyte"), idx({100, 4, 4}, countingPixels(100, 4)));
    writeBytes(set("train-labels-idx1-ubyte"), idx({100}, countingLabels(100, 10)));
  }
  std::vector<fs::path> cached() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(cacheFiles())) files.push_back(entry.path());
    return files;
  }
  fs::path pictures_;
};

/// Lets `allowed` writes through, then behaves as a full disk does.
class FullDisk final : public Storage {
 public:
  explicit FullDisk(int allowed) : allowed_(allowed) {}
  Result<void> writePieces(const fs::path& path, Pieces pieces) override { return full() ? refusal() : disk_->writePieces(path, pieces); }
  Result<std::unique_ptr<AppendFile>> openAppend(const fs::path& path) override {
    if (full()) return refusal().error();
    auto file = disk_->openAppend(path);
    if (!file) return file.error();
    return std::unique_ptr<AppendFile>(std::make_unique<File>(*this, std::move(*file)));
  }
  Result<void> createFolders(const fs::path& path) override { return full() ? refusal() : disk_->createFolders(path); }
  Result<void> remove(const fs::path& path) override { return disk_->remove(path); }
  Result<void> rename(const fs::path& from, const fs::path& to) override { return full() ? refusal() : disk_->rename(from, to); }
  Result<void> truncate(const fs::path& path, std::uintmax_t size) override { return disk_->truncate(path, size); }
  int used() const { return used_; }

 private:
  struct File final : AppendFile {
    File(FullDisk& owner, std::unique_ptr<AppendFile> file) : owner_(owner), file_(std::move(file)) {}
    Result<void> append(Bytes bytes) override { return owner_.full() ? refusal() : file_->append(bytes); }
    Result<void> sync() override { return owner_.full() ? refusal() : file_->sync(); }
    FullDisk& owner_;
    std::unique_ptr<AppendFile> file_;
  };
  bool full() { return used_++ >= allowed_; }
  static Result<void> refusal() { return Error{ErrorKind::storage, sentence("The disk is full. Free some space."), {}}; }
  std::shared_ptr<Storage> disk_ = diskStorage();
  int allowed_ = 0, used_ = 0;
};

TEST_F(PictureSetTest, TheSameRequestGivesTheSameObjectWhileHeld) {
  auto first = load(request(set()));
  ASSERT_TRUE(first.ok()) << first.error().message;
  EXPECT_EQ(load(request(set()))->get(), first->get());
  EXPECT_NE(load(request(set(), 8))->get(), first->get());
  EXPECT_EQ(cached().size(), 2u);
}

TEST_F(PictureSetTest, TwoThreadsShareOneDecoding) {
  std::vector<std::shared_ptr<const PictureSet>> sets(4);
  {
    std::vector<std::jthread> threads;
    for (auto& to : sets) threads.emplace_back([&] { to = *load(request(set())); });
  }
  for (const auto& got : sets) EXPECT_EQ(got.get(), sets[0].get());
}

TEST_F(PictureSetTest, ComesFromTheCacheUntilTheSourceChanges) {
  const auto hash = (*load(request(set())))->hash();
  // Same size and time, other pixels: only the cache can still know the old ones.
  const auto time = fs::last_write_time(pictures_);
  auto bytes = readBytes(pictures_);
  bytes.back() ^= 0xff;
  writeBytes(pictures_, bytes);
  fs::last_write_time(pictures_, time);
  EXPECT_EQ((*load(request(set())))->hash(), hash);
  fs::last_write_time(pictures_, time + std::chrono::seconds(1));
  EXPECT_NE((*load(request(set())))->hash(), hash);
}

TEST_F(PictureSetTest, ADamagedCacheIsRebuiltSilently) {
  const auto hash = (*load(request(set(), 8)))->hash();
  ASSERT_EQ(cached().size(), 1u);
  const auto path = cached()[0];
  const auto good = readBytes(path);
  std::vector<ByteVector> damaged = {{}, {1, 2, 3}, ByteVector(good.begin(), good.begin() + 1000), ByteVector(good.size(), 0)};
  for (std::size_t at = 0; at < good.size(); at += good.size() / 40) {
    damaged.push_back(good);
    damaged.back()[at] ^= 0x10;
  }
  for (std::size_t back = 1; back <= 32; ++back) {  // the tail
    damaged.push_back(good);
    damaged.back()[good.size() - back] ^= 0x80;
  }
  for (const auto& bytes : damaged) {
    writeBytes(path, bytes);
    const auto again = load(request(set(), 8));
    ASSERT_TRUE(again.ok()) << again.error().message;
    EXPECT_EQ((*again)->hash(), hash);
    EXPECT_EQ((*again)->train().count + (*again)->test().count, 100);
    ASSERT_EQ(readBytes(path), good);
  }
}

TEST_F(PictureSetTest, WarningsSurviveTheCache) {
  writeNoise(set("../noise"), 5, 8);
  writeBytes(set("../noise/bad.png"), {'x'});
  const auto first = (*load(request(set("../noise"))))->warnings();
  EXPECT_THAT(first, Contains(HasSubstr("bad.png")));
  EXPECT_EQ((*load(request(set("../noise"))))->warnings(), first);
}

TEST_F(PictureSetTest, AFullDiskMeansMemoryAndAWarning) {
  const auto good = *load(request(set()));
  std::vector<std::uint8_t> train(good->train().pixels.begin(), good->train().pixels.end());
  const auto hash = good->hash();
  for (int allowed = 0;; ++allowed) {
    const auto folder = folder_ / ("copy" + std::to_string(allowed));
    fs::copy(set(), folder);
    auto disk = std::make_shared<FullDisk>(allowed);
    ::setenv("XDG_CACHE_HOME", (folder_ / ("cache" + std::to_string(allowed))).c_str(), 1);
    const auto loaded = loadPictures(request(folder), JobContext::quiet(), disk);
    ASSERT_TRUE(loaded.ok()) << allowed << ": " << loaded.error().message;
    EXPECT_EQ((*loaded)->hash(), hash);
    EXPECT_TRUE(std::ranges::equal((*loaded)->train().pixels, train));
    if (disk->used() <= allowed) {
      EXPECT_GT(allowed, 5) << "every kind of write was tried";
      break;
    }
    EXPECT_THAT((*loaded)->warnings(), Contains(::testing::AllOf(HasSubstr("held in memory"), HasSubstr("disk is full"))));
    const auto left = folder_ / ("cache" + std::to_string(allowed)) / "ganvas" / "data";
    EXPECT_TRUE(!fs::exists(left) || fs::is_empty(left)) << "nothing half-written is left";
  }
}

TEST_F(PictureSetTest, StoppingLeavesNothingBehind) {
  writeNoise(set("../noise"), 200, 8);
  for (int after : {0, 1, 3}) {
    std::stop_source stop;
    int reports = 0;
    if (after == 0) stop.request_stop();
    const JobContext job(stop.get_token(), [&](Progress progress) {
      EXPECT_LE(progress.fraction, 1);
      EXPECT_FALSE(progress.activity.empty());
      if (++reports == after) stop.request_stop();
    });
    for (const auto& result : {loadPictures(request(set("../noise"), 16), job).ok(), auditData(request(set("../noise")), job).ok(),
                               previewData(request(set("../noise")), job).ok()})
      EXPECT_FALSE(result);
    const auto result = loadPictures(request(set("../noise"), 16), job);
    EXPECT_EQ(int(result.error().kind), int(ErrorKind::cancelled));
    EXPECT_TRUE(!fs::exists(cacheFiles()) || fs::is_empty(cacheFiles()));
  }
}

TEST_F(PictureSetTest, ProgressGoesForward) {
  writeNoise(set("../noise"), 200, 8);
  double last = 0;
  const JobContext job({}, [&](Progress progress) {
    EXPECT_GE(progress.fraction, last);
    last = progress.fraction;
  });
  ASSERT_TRUE(loadPictures(request(set("../noise"), 16, 3), job).ok());
  EXPECT_EQ(last, 1);
}

TEST_F(PictureSetTest, TheCacheStaysBelowItsLimit) {
  fs::create_directories(cacheFiles());
  const auto now = fs::file_time_type::clock::now();
  for (int i = 0; i < 5; ++i) {
    const auto path = cacheFiles() / (std::to_string(i) + ".bin");
    writeBytes(path, ByteVector(1000));
    fs::last_write_time(path, now - std::chrono::hours(i));  // 4 is the oldest
  }
  writeBytes(cacheFiles() / "left.part", ByteVector(10));
  fs::last_write_time(cacheFiles() / "left.part", now - std::chrono::hours(48));
  trimCache(*diskStorage(), 3000, "4");
  EXPECT_FALSE(fs::exists(cacheFiles() / "left.part"));
  EXPECT_TRUE(fs::exists(cacheFiles() / "4.bin")) << "the set in hand stays";
  EXPECT_FALSE(fs::exists(cacheFiles() / "3.bin"));
  EXPECT_FALSE(fs::exists(cacheFiles() / "2.bin"));
  EXPECT_TRUE(fs::exists(cacheFiles() / "0.bin") && fs::exists(cacheFiles() / "1.bin"));
}

// Preview and audit.

TEST_F(PictureSetTest, PreviewIsEvenlySpread) {
  const auto preview = previewData(request(set()), JobContext::quiet());
  ASSERT_TRUE(preview.ok()) << preview.error().message;
  EXPECT_EQ(preview->grid.count, 64);
  EXPECT_EQ(preview->grid.columns, 8);
  EXPECT_EQ(preview->grid.rows, 8);
  EXPECT_EQ(preview->grid.frame.width, 32);
  ASSERT_EQ(preview->tileLabels.size(), 64u);
  // Tile t shows picture floor(100 t / 64); its top-left pixel is 7 times that number.
  for (int tile = 0; tile < 64; ++tile) {
    const int picture = 100 * tile / 64;
    EXPECT_EQ(preview->tileLabels[std::size_t(tile)], picture % 10);
    const auto at = std::size_t((tile / 8 * 4) * 32 + tile % 8 * 4) * 4;
    EXPECT_EQ((*preview->grid.frame.bgra)[at], std::uint8_t(7 * picture));
    EXPECT_EQ((*preview->grid.frame.bgra)[at + 3], 255);
  }
  ASSERT_EQ(preview->classes.size(), 10u);
  for (const auto& one : preview->classes) EXPECT_EQ(one.count, 10);
  EXPECT_EQ(preview->count + preview->testCount, 100);
}

TEST_F(PictureSetTest, PreviewKnowsExactCountsOnceDecoded) {
  const auto loaded = *load(request(set()));
  const auto preview = previewData(request(set()), JobContext::quiet());
  ASSERT_TRUE(preview.ok());
  EXPECT_EQ(preview->count, loaded->train().count);
  EXPECT_EQ(preview->testCount, loaded->test().count);
  std::int64_t sum = 0;
  for (const auto& one : preview->classes) sum += one.count;
  EXPECT_EQ(sum, loaded->train().count);
}

TEST_F(PictureSetTest, PreviewOfThreePicturesAndOfMixedSizes) {
  writePicture(set("../few/a.png"), flat(8, 8, {10, 20, 30}));
  writePicture(set("../few/b.png"), flat(600, 300, {10, 20, 30}));
  writePicture(set("../few/c.png"), flat(600, 300, {11, 20, 30}));
  const auto preview = previewData(request(set("../few")), JobContext::quiet());
  ASSERT_TRUE(preview.ok()) << preview.error().message;
  EXPECT_EQ(preview->grid.count, 3);
  EXPECT_EQ(preview->grid.tileWidth, 256);
  EXPECT_EQ(preview->grid.tileHeight, 128);
  EXPECT_EQ((*preview->grid.frame.bgra)[0], 10);
  EXPECT_EQ((*preview->grid.frame.bgra)[2], 30);
  EXPECT_EQ(preview->grid.frame.bgra->back(), 0) << "past the last tile it is transparent";
  EXPECT_THAT(preview->tileLabels, ElementsAre(-1, -1, -1));
  EXPECT_THAT(preview->tileNames, ElementsAre("a.png", "b.png", "c.png"));
}

TEST_F(PictureSetTest, AuditFindsEveryKindOfTrouble) {
  const auto folder = set("../mixed");
  writeNoise(folder, 5, 40);
  writePicture(folder / "q-grey.png", cv::Mat(40, 40, CV_8UC1, cv::Scalar(9)));
  writePicture(folder / "r-small.png", flat(40, 20, {1, 2, 3}));
  fs::copy_file(folder / "p0.png", folder / "s-copy.png");
  writePicture(folder / "t-copy.bmp", cv::imread((folder / "p1.png").string()));
  writeBytes(folder / "u-bad.jpg", {'x'});
  const auto audit = auditData(request(folder, 32), JobContext::quiet());
  ASSERT_TRUE(audit.ok()) << audit.error().message;
  EXPECT_EQ(audit->checked, 10);
  std::vector<std::pair<std::string, AuditIssue>> found;
  for (const auto& finding : audit->findings) {
    found.emplace_back(finding.item, finding.issue);
    EXPECT_THAT(finding.message, HasSubstr(finding.item.text()));
    EXPECT_THAT(finding.message, ::testing::EndsWith("."));
  }
  EXPECT_THAT(found, ElementsAre(std::pair("q-grey.png", AuditIssue::wrongChannels), std::pair("r-small.png", AuditIssue::tooSmall),
                                 std::pair("s-copy.png", AuditIssue::duplicate), std::pair("t-copy.bmp", AuditIssue::duplicate),
                                 std::pair("u-bad.jpg", AuditIssue::unreadable)));
  EXPECT_THAT(audit->findings[2].message, HasSubstr("p0.png"));
}

TEST_F(PictureSetTest, AuditSaysOnceThatAllAreSmall) {
  const auto audit = auditData(request(set(), 32), JobContext::quiet());
  ASSERT_TRUE(audit.ok());
  ASSERT_EQ(audit->findings.size(), 1u);
  EXPECT_EQ(audit->findings[0].issue, AuditIssue::tooSmall);
  EXPECT_THAT(audit->findings[0].message, ::testing::AllOf(HasSubstr("All 100"), HasSubstr("4×4"), HasSubstr("32 px")));
}

// The catalogue.

class CatalogueTest : public DataTest {};

TEST_F(CatalogueTest, ListsEverythingWithLicenceAndWhatToDo) {
  const auto all = listDatasets();
  std::vector<std::string> names;
  for (const auto& info : all) {
    names.push_back(info.name);
    EXPECT_FALSE(info.title.empty() || info.summary.empty() || info.license.empty()) << info.name;
    const bool built = info.kind == DataKind::points;   // Ganvas knows these by itself
    EXPECT_EQ(info.howToGet.empty(), built) << info.name;
    EXPECT_EQ(info.present, built || !info.path.empty()) << info.name;
  }
  EXPECT_THAT(names, ::testing::IsSupersetOf({"fashion-mnist", "mnist"}));
}

TEST_F(CatalogueTest, MissingDataSayHowToGetThem) {
  const auto info = describeDataset("mnist");
  ASSERT_TRUE(info.ok()) << info.error().message;
  EXPECT_FALSE(info->present);
  expectRefusal(load({"mnist", {}}), ErrorKind::missing, {"MNIST", (folder_ / "share/ganvas/datasets/mnist").string()});
  // Put there, it is found.
  const auto place = folder_ / "share/ganvas/datasets/mnist";
  writeGz(place / "train-images-idx3-ubyte.gz", idx({60, 4, 4}, countingPixels(60, 4)));
  EXPECT_TRUE(describeDataset("mnist")->present);
  EXPECT_TRUE(load({"mnist", {}}).ok());
}

TEST_F(CatalogueTest, LabelsOutsideTheClassesAreNamed) {
  const auto place = folder_ / "share/ganvas/datasets/mnist";
  writeBytes(place / "train-images-idx3-ubyte", idx({3, 2, 2}, countingPixels(3, 2)));
  writeBytes(place / "train-labels-idx1-ubyte", idx({3}, {1, 2, 10}));
  expectRefusal(load({"mnist", {}}), ErrorKind::input, {"train-labels-idx1-ubyte", "picture 2", "label 10", "10 classes"});
}

TEST_F(CatalogueTest, ANewEntryNeedsNoCode) {
  writeNoise(folder_ / "share/ganvas/datasets/flowers", 4, 8);
  const OwnCatalogue catalogue(folder_ / "resources", R"({"name": "flowers", "title": "Flowers", "summary": "Four.", "license": "CC0",
      "howToGet": "Draw them.", "kind": "images", "format": "folder", "paths": ["$UNSET_HERE/flowers", "{datasets}/flowers"]})");
  const auto all = listDatasets();
  const auto loaded = load({"flowers", {}});
  catalogue.write("{ not json");
  const auto broken = load({"flowers", {}});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_TRUE(all[0].present);
  EXPECT_EQ(all[0].count, 4);
  ASSERT_TRUE(loaded.ok()) << loaded.error().message;
  EXPECT_EQ((*loaded)->info().title, "Flowers");
  ASSERT_FALSE(broken.ok());
  EXPECT_THAT(broken.error().message, HasSubstr("catalogue.json"));
}

TEST_F(CatalogueTest, TheListFollowsWhatIsThere) {
  const auto place = folder_ / "share/ganvas/datasets/mnist";
  const auto mnist = [] {
    const auto all = listDatasets();
    return *std::ranges::find(all, "mnist", &DatasetInfo::name);
  };
  EXPECT_FALSE(mnist().present);
  writeBytes(place / "train-images-idx3-ubyte", idx({3, 2, 2}, countingPixels(3, 2)));
  EXPECT_EQ(mnist().count, 3);
  writeBytes(place / "train-images-idx3-ubyte", idx({5, 2, 2}, countingPixels(5, 2)));
  EXPECT_EQ(mnist().count, 5);
  fs::remove_all(place);
  EXPECT_FALSE(mnist().present);
}

TEST_F(CatalogueTest, RealFoldersOfPackages) {
  for (const auto& [name, path, classes] :
       {std::tuple("tuxpaint-stamps", "/usr/share/tuxpaint/stamps", 16), std::tuple("openclipart", "/usr/share/openclipart/png", 22)}) {
    const auto info = describeDataset(name);
    ASSERT_TRUE(info.ok()) << info.error().message;
    if (!fs::exists(path)) {
      EXPECT_FALSE(info->present);
      std::cout << name << " is not installed" << std::endl;
      continue;
    }
    EXPECT_GT(info->count, 700);
    EXPECT_GE(int(info->classNames.size()), classes);
    EXPECT_THAT(info->classNames, ::testing::IsSupersetOf({"animals", "food", "people", "plants"}));
  }
}

TEST_F(CatalogueTest, PathsMayBeRelativeOrBeginAtHome) {
  writeNoise(folder_ / "home" / "pics", 4, 8);
  const std::string home = std::getenv("HOME") ? std::getenv("HOME") : "";
  ::setenv("HOME", (folder_ / "home").c_str(), 1);
  EXPECT_EQ(describeDataset("~/pics")->path, (fs::canonical(folder_) / "home" / "pics").string());
  ::setenv("HOME", home.c_str(), 1);
  const auto before = fs::current_path();
  fs::current_path(folder_ / "home");
  EXPECT_EQ(describeDataset("pics")->path, (fs::canonical(folder_) / "home" / "pics").string());
  EXPECT_EQ(describeDataset("./pics/")->title, "pics");
  fs::current_path(before);
}

}  // namespace
}  // namespace ganvas::testing
