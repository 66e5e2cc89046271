// A folder of pictures: sub-folders are labels; train/ and test/ are splits. Hidden files are left alone, links are followed once.
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>

#include "engine/core/storage.hpp"
#include "engine/picture/picture_header.hpp"
#include "engine/data/picture_source.hpp"
#include "engine/data/words.hpp"

namespace ganvas {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t kChunk = 32;  ///< pictures decoded between two looks at the stop button
/// How much of a file is read for its header: the first is enough for most, the second for all but large thumbnails or colour profiles.
constexpr std::uintmax_t kHeaderBytes[] = {4 << 10, 64 << 10};
constexpr std::uintmax_t kLargestFile = 512u << 20;
Sentence tooLong() { return sentence("is a file of more than 512 MB; make it smaller"); }
Sentence notOpened() { return sentence("cannot be opened; check that the file is there and that you may read it"); }
constexpr int kDeepest = 32;
constexpr std::int64_t kProbes = 200;  ///< headers read to describe a folder

bool isPictureName(const fs::path& path) {
  static const std::set<std::string> kExtensions = {".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".webp", ".bmp", ".dib"};
  return kExtensions.contains(lower(path.extension().string()));
}

/// As people sort: "class 2" before "class 10".
bool naturallyBefore(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto number = [&](std::string_view text, std::size_t& at) {
    while (at < text.size() && text[at] == '0') ++at;
    const auto begin = at;
    while (at < text.size() && digit(text[at])) ++at;
    return text.substr(begin, at - begin);
  };
  while (i < a.size() && j < b.size()) {
    if (digit(a[i]) && digit(b[j])) {
      const auto x = number(a, i), y = number(b, j);
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
    } else {
      if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
      ++i, ++j;
    }
  }
  if ((i < a.size()) != (j < b.size())) return j < b.size();
  return a < b;
}

struct FolderItem {
  std::string name;  ///< relative to the root, with "/"
  std::uintmax_t size = 0;
  std::int64_t time = 0;
  int label = -1;
  SplitSide side = SplitSide::byContent;
};

/// Walks down once; a folder that can be reached in two ways (links, loops) is entered once.
class Walker {
 public:
  explicit Walker(fs::path root) : root_(std::move(root)) {}

  Result<void> walk() {
    if (auto entered = enter(root_, "", 0); !entered) return entered;
    return {};
  }
  std::vector<FolderItem> items;
  std::vector<Sentence> warnings;

 private:
  Result<void> enter(const fs::path& folder, const std::string& prefix, int depth) {
    struct stat facts {};
    if (::stat(folder.c_str(), &facts) != 0 || !visited_.insert({facts.st_dev, facts.st_ino}).second) return {};
    std::error_code ec;
    std::vector<std::string> names;
    for (fs::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
      std::error_code unknown;  // most folders tell what is a file: texts and sounds beside thousands of pictures then cost nothing more
      const auto name = it->path().filename().string();
      if (!name.starts_with('.') && (isPictureName(name) || !it->is_regular_file(unknown))) names.push_back(name);
    }
    if (ec) {
      const auto why = sentence("The folder %1 cannot be read. Check that you may enter it.", inQuotes(folder.string()));
      if (depth == 0) return Error{ErrorKind::storage, why, ec.message()};
      warnings.push_back(why);
      return {};
    }
    std::ranges::sort(names, naturallyBefore);
    for (const auto& name : names) {
      const auto entry = folder / name;
      if (::stat(entry.c_str(), &facts) != 0) {  // a link that leads nowhere: reading it will say so
        if (isPictureName(entry)) items.push_back({prefix + name, 0, 0});
      } else if (S_ISDIR(facts.st_mode)) {
        if (depth < kDeepest) (void)enter(entry, prefix + name + "/", depth + 1);
      } else if (S_ISREG(facts.st_mode) && isPictureName(entry)) {
        items.push_back({prefix + name, std::uintmax_t(facts.st_size), facts.st_mtim.tv_sec * 1'000'000'000LL + facts.st_mtim.tv_nsec});
      }
    }
    return {};
  }

  fs::path root_;
  std::set<std::pair<dev_t, ino_t>> visited_;
};

/// The first folder of a name below `from`; empty where the picture lies in no further folder.
std::string firstFolder(const std::string& name, std::size_t from) {
  const auto slash = name.find('/', from);
  return slash == std::string::npos ? "" : name.substr(from, slash - from);
}

/// What reading the header of one file gave.
struct Probe {
  PictureHeader header;
  bool usable = false;
};

class FolderSource final : public PictureSource {
 public:
  Result<void> open(const DatasetPlace& place) {
    info_ = place.info;
    root_ = place.path;
    Walker walker(root_);
    if (auto walked = walker.walk(); !walked) return walked;
    items_ = std::move(walker.items);
    warnings_ = std::move(walker.warnings);
    if (items_.empty())
      return Error{
          ErrorKind::input,
          sentence("The folder %1 holds no pictures. Ganvas reads png, jpg, webp and bmp files; choose the folder that they lie in.",
                   inQuotes(root_.string())),
          {}};
    const auto below = assignSplits(commonPrefix());
    assignLabels(below);
    std::ranges::stable_partition(items_, [](const FolderItem& item) { return item.side != SplitSide::test; });
    makeIdentity();
    describe();
    return {};
  }

  const DatasetInfo& info() const override { return info_; }
  const std::string& identity() const override { return identity_; }
  std::int64_t count() const override { return std::int64_t(items_.size()); }
  std::int64_t testCount() const override { return std::ranges::count(items_, SplitSide::test, &FolderItem::side); }
  const std::vector<Sentence>& warnings() const override { return warnings_; }
  std::int64_t chunk() const override { return kChunk; }
  Result<std::int64_t> advance(std::int64_t, std::int64_t most) override { return most; }
  void rewind() override {}

  SampleFacts facts(std::int64_t index) const override {
    const auto& item = items_[std::size_t(index)];
    return {.name = Sentence(item.name), .named = true, .label = item.label, .side = item.side};
  }

  DecodedPicture sample(std::int64_t index) const override {
    const auto& item = items_[std::size_t(index)];
    if (item.size > kLargestFile) return {{}, PictureProblem{AuditIssue::overLarge, tooLong()}};
    const auto bytes = readFile(root_ / item.name, kLargestFile);
    if (!bytes) return {{}, PictureProblem{AuditIssue::unreadable, notOpened()}};
    return decodePicture({reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size()});
  }

  Result<PictureShape> shape(const PictureOptions& options, const JobContext& job, std::span<const std::int64_t> samples) override {
    if (options.size && options.channels) return PictureShape{options.channels, options.size, options.size};
    std::vector<Probe> probes;
    const auto all = samples.empty() ? count() : std::int64_t(samples.size());
    const auto item = [&](std::int64_t i) -> const FolderItem& {
      return items_[std::size_t(samples.empty() ? i : samples[std::size_t(i)])];
    };
    for (std::int64_t first = 0; first < all; first += 1024) {
      job.report(double(first) / double(all), sentence("Looking at the pictures"));
      if (job.stopped()) return stoppedError();
      const auto some = std::min<std::int64_t>(1024, all - first);
      probes.resize(std::size_t(first + some));
      inParallel(some, job.stopToken(), [&](std::int64_t i) { probes[std::size_t(first + i)] = probe(item(first + i)); });
    }
    const int channels = options.channels ? options.channels : majorityChannels(probes);
    if (options.size) return PictureShape{channels, options.size, options.size};
    const Probe* first = nullptr;
    for (std::size_t i = 0; i < probes.size(); ++i) {
      if (!probes[i].usable) continue;
      if (!first) first = &probes[i];
      const auto &a = first->header, &b = probes[i].header;
      if (a.width == b.width && a.height == b.height) continue;
      return Error{ErrorKind::usage,
                   sentence("The pictures in %1 differ in size (%2×%3 px, but %4 is %5×%6 px). Choose a size, for example 64.",
                            inQuotes(root_.string()), a.width, a.height, inQuotes(item(std::int64_t(i)).name), b.width, b.height),
                   {}};
    }
    if (!first) return PictureShape{channels, 1, 1};  // nothing is usable: decoding will say why
    return PictureShape{channels, int(first->header.height), int(first->header.width)};
  }

 private:
  /// Folders that all pictures share: DIR/images/… says nothing about labels.
  std::size_t commonPrefix() const {
    std::size_t below = 0;
    for (;;) {
      const auto folder = firstFolder(items_.front().name, below);
      const auto same = [&](const FolderItem& item) { return firstFolder(item.name, below) == folder; };
      if (folder.empty() || !std::ranges::all_of(items_, same)) return below;
      below += folder.size() + 1;
    }
  }

  /// train/ beside test/ (or val/, validation/) and nothing else are the data's own splits. Returns where the labels begin: see
  /// assignLabels.
  std::vector<std::size_t> assignSplits(std::size_t below) {
    std::set<std::string> folders;
    for (const auto& item : items_) folders.insert(lower(firstFolder(item.name, below)));
    static const std::set<std::string> kTest = {"test", "val", "valid", "validation"};
    const bool split =
        folders.size() == 2 && folders.contains("train") && std::ranges::any_of(folders, [](const auto& f) { return kTest.contains(f); });
    std::vector<std::size_t> result(items_.size(), below);
    if (!split) return result;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const auto folder = firstFolder(items_[i].name, below);
      items_[i].side = lower(folder) == "train" ? SplitSide::train : SplitSide::test;
      result[i] += folder.size() + 1;
    }
    return result;
  }

  void assignLabels(const std::vector<std::size_t>& below) {
    std::map<std::string, int, decltype(&naturallyBefore)> labels(&naturallyBefore);
    std::size_t beside = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const auto folder = firstFolder(items_[i].name, below[i]);
      folder.empty() ? void(++beside) : void(labels[folder]);
    }
    if (labels.empty()) return;
    if (beside > 0) {
      warnings_.push_back(
          sentence("%1 pictures in %2 lie beside the sub-folders, so the sub-folders are not taken as labels. Move every picture into a "
                   "sub-folder to have labels.",
                   grouped(std::int64_t(beside)), inQuotes(root_.string())));
      return;
    }
    info_.classNames.clear();
    for (auto& [name, label] : labels) {
      label = int(info_.classNames.size());
      info_.classNames.push_back(name);
    }
    for (std::size_t i = 0; i < items_.size(); ++i) items_[i].label = labels[firstFolder(items_[i].name, below[i])];
  }

  void makeIdentity() {
    ContentHash hash;
    for (const auto& item : items_) {
      hash.add(item.name);
      for (std::int64_t number :
           {std::int64_t(item.name.size()), std::int64_t(item.size), item.time, std::int64_t(item.label), std::int64_t(item.side)})
        hash.add(number);
    }
    identity_ = "folder\n" + root_.string() + '\n' + hash.digest().hex();
  }

  void describe() {
    const bool labelled = items_.front().label >= 0;
    if (!labelled) info_.classNames.clear();
    info_.kind = labelled ? DataKind::labelled : DataKind::images;
    info_.fields = {Field::image};
    if (labelled) info_.fields.push_back(Field::label);
    info_.present = true;
    info_.count = count() - testCount();
    std::vector<Probe> probes;
    const auto some = std::min(count(), kProbes);
    for (std::int64_t i = 0; i < some; ++i) probes.push_back(probe(items_[std::size_t(i * count() / some)]));
    std::erase_if(probes, [](const Probe& p) { return !p.usable; });
    if (!probes.empty()) {
      info_.width = median(probes, &PictureHeader::width);
      info_.height = median(probes, &PictureHeader::height);
      info_.channels = majorityChannels(probes);
    }
    if (info_.summary.empty())
      info_.summary =
          sentence("%1 in a folder%2", count() == 1 ? sentence("%1 picture", grouped(count())) : sentence("%1 pictures", grouped(count())),
                   !labelled                      ? sentence(".")
                   : info_.classNames.size() == 1 ? sentence(", in %1 class.", info_.classNames.size())
                                                  : sentence(", in %1 classes.", info_.classNames.size()));
  }

  static int median(const std::vector<Probe>& probes, std::int64_t PictureHeader::*side) {
    std::vector<std::int64_t> values;
    for (const auto& probe : probes) values.push_back(probe.header.*side);
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return int(*middle);
  }

  static int majorityChannels(const std::vector<Probe>& probes) {
    std::int64_t grey = 0, colour = 0;
    for (const auto& probe : probes)
      if (probe.usable) ++(probe.header.channels == 1 ? grey : colour);
    return grey > colour ? 1 : 3;
  }

  /// The header alone is read, and the whole file only where the header lies behind something long.
  HeaderReading readHeader(const FolderItem& item) const {
    const auto path = root_ / item.name;
    std::ifstream file(path, std::ios::binary);
    std::vector<std::uint8_t> bytes;
    for (const auto most : kHeaderBytes) {
      const auto had = bytes.size();
      bytes.resize(std::size_t(std::min(item.size, most)));
      file.read(reinterpret_cast<char*>(bytes.data() + had), std::streamsize(bytes.size() - had));
      if (!file) return {std::nullopt, false, notOpened()};
      auto reading = readPictureHeader(bytes, item.size);
      if (!reading.needsMore) return reading;
    }
    const auto whole = readFile(path, kLargestFile);
    if (!whole) return {std::nullopt, false, tooLong()};
    return readPictureHeader({reinterpret_cast<const std::uint8_t*>(whole->data()), whole->size()}, whole->size());
  }

  Probe probe(const FolderItem& item) const {
    const auto reading = readHeader(item);
    if (!reading.header || tooLarge(reading.header->width, reading.header->height)) return {};
    return {*reading.header, true};
  }

  DatasetInfo info_;
  fs::path root_;
  std::vector<FolderItem> items_;
  std::vector<Sentence> warnings_;
  std::string identity_;
};

}  // namespace

Result<std::unique_ptr<PictureSource>> openFolderSource(const DatasetPlace& place) {
  auto source = std::make_unique<FolderSource>();
  if (auto opened = source->open(place); !opened) return opened.error();
  return std::unique_ptr<PictureSource>(std::move(source));
}

}  // namespace ganvas
