#include "engine/data/decode_cache.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/core/run_folder.hpp"
#include "engine/data/words.hpp"

namespace ganvas {
namespace fs = std::filesystem;
namespace {

using nlohmann::json;

constexpr int kVersion = 1;
constexpr std::size_t kAlign = 64;
constexpr std::size_t kBuffer = 1 << 20;
constexpr std::string_view kMagic = "GANVDATA";

/// The last bytes of a file.
struct Tail {
  std::uint64_t jsonBytes = 0;
  Digest jsonDigest;
  std::array<char, 8> magic{};
};
static_assert(sizeof(Tail) == 32);

fs::path dataCache() { return cacheFolder() / "data"; }
fs::path cachePath(const std::string& key) { return dataCache() / (key + ".bin"); }

template <class T>
Bytes bytesOf(const T& range) {
  return std::as_bytes(std::span(range));
}

Digest digestOf(Bytes bytes) {
  ContentHash hash;
  hash.add(bytes);
  return hash.digest();
}

/// One hash of all that training can see.
std::string setHash(const PictureShape& shape, std::span<const Digest> parts) {
  ContentHash hash;
  for (std::int64_t number : {shape.channels, shape.height, shape.width}) hash.add(number);
  if (shape.drawings > 0) hash.add(std::int64_t(shape.drawings));
  for (const auto& part : parts) hash.add(bytesOf(std::array{part.high, part.low}));
  return hash.digest().hex();
}

/// A whole file, mapped read-only; stays valid when the file is removed.
class Mapping {
 public:
  explicit Mapping(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    struct stat facts {};
    if (::fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size > 0) {
      size_ = std::size_t(facts.st_size);
      memory_ = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file, 0);
    }
    ::close(file);
  }
  ~Mapping() {
    if (memory_ != MAP_FAILED) ::munmap(memory_, size_);
  }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  Bytes bytes() const { return memory_ == MAP_FAILED ? Bytes{} : Bytes{static_cast<const std::byte*>(memory_), size_}; }

 private:
  void* memory_ = MAP_FAILED;
  std::size_t size_ = 0;
};

/// `count` items of `itemBytes` that begin at `at`; throws where they are not inside.
Bytes region(Bytes whole, std::uint64_t at, std::uint64_t count, std::uint64_t itemBytes) {
  if (at % kAlign != 0 || at > whole.size() || count > (whole.size() - at) / itemBytes) throw std::out_of_range("a region of a cached set");
  return whole.subspan(at, count * itemBytes);
}

PictureSplit readSplit(Bytes whole, const json& facts, const PictureShape& shape, bool labelled) {
  PictureSplit split;
  split.count = facts.at("count").get<std::int64_t>();
  if (split.count < 0) throw std::out_of_range("a count of a cached set");
  const auto count = std::uint64_t(split.count);
  const auto pixels = region(whole, facts.at("pixels").get<std::uint64_t>(), count, shape.bytes());
  split.pixels = {reinterpret_cast<const std::uint8_t*>(pixels.data()), pixels.size()};
  if (!labelled) return split;
  const auto labels = region(whole, facts.at("labels").get<std::uint64_t>(), count, sizeof(std::int32_t));
  split.labels = {reinterpret_cast<const std::int32_t*>(labels.data()), std::size_t(split.count)};
  return split;
}

std::string hashOf(const StoredSet& set) {
  return setHash(set.shape, std::array{digestOf(bytesOf(set.train.pixels)), digestOf(bytesOf(set.test.pixels)),
                                       digestOf(bytesOf(set.train.labels)), digestOf(bytesOf(set.test.labels))});
}

/// A sentence as it lies in a cached set: its words alone, or its pattern followed by its arguments.
json toJson(const Sentence& sentence) {
  if (sentence.arguments().empty()) return sentence.pattern();
  json all = {sentence.pattern()};
  for (const auto& argument : sentence.arguments()) all.push_back(toJson(argument));
  return all;
}

json toJson(const std::vector<Sentence>& sentences) {
  json all = json::array();
  for (const auto& sentence : sentences) all.push_back(toJson(sentence));
  return all;
}

Sentence sentenceFrom(const json& told) {
  if (told.is_string()) return Sentence(told.get<std::string>());
  std::vector<Sentence> arguments;
  for (std::size_t i = 1; i < told.size(); ++i) arguments.push_back(sentenceFrom(told.at(i)));
  return {told.at(0).get<std::string>(), std::move(arguments)};
}

std::vector<Sentence> toldFrom(const json& warnings) {
  std::vector<Sentence> all;
  for (const auto& warning : warnings) all.push_back(sentenceFrom(warning));
  return all;
}

/// Null where anything is not as it was written.
std::shared_ptr<const StoredSet> readBlock(Bytes whole, std::shared_ptr<const void> memory, Check check) {
  Tail tail;
  if (whole.size() < sizeof tail) return nullptr;
  std::memcpy(&tail, whole.data() + whole.size() - sizeof tail, sizeof tail);
  if (std::string_view(tail.magic.data(), tail.magic.size()) != kMagic || tail.jsonBytes > whole.size() - sizeof tail) return nullptr;
  const auto text = whole.subspan(whole.size() - sizeof tail - tail.jsonBytes, tail.jsonBytes);
  if (digestOf(text) != tail.jsonDigest) return nullptr;
  try {
    const auto* begin = reinterpret_cast<const char*>(text.data());
    const auto facts = json::parse(begin, begin + text.size());
    auto set = std::make_shared<StoredSet>();
    set->shape = {facts.at("channels").get<int>(), facts.at("height").get<int>(), facts.at("width").get<int>(),
                  facts.value("drawings", 0)};
    if (facts.at("version") != kVersion || set->shape.channels < 1 || set->shape.drawings < 0 || set->shape.height < 1 || set->shape.width < 1) return nullptr;
    const bool labelled = facts.at("labelled").get<bool>();
    set->train = readSplit(whole, facts.at("train"), set->shape, labelled);
    set->test = readSplit(whole, facts.at("test"), set->shape, labelled);
    set->hash = facts.at("hash").get<std::string>();
    set->warnings = toldFrom(facts.at("warnings"));
    set->memory = std::move(memory);
    return check == Check::shapes || hashOf(*set) == set->hash ? set : nullptr;
  } catch (const std::exception&) {
    return nullptr;
  }
}

/// Where the pixels of one split go while it grows.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual Result<void> append(Bytes bytes) = 0;
  virtual Result<void> moveInto(Sink& other) = 0;  ///< everything so far
};

class MemorySink final : public Sink {
 public:
  Result<void> append(Bytes bytes) override {
    bytes_->insert(bytes_->end(), bytes.begin(), bytes.end());
    return {};
  }
  Result<void> moveInto(Sink& other) override {
    auto moved = other.append(*bytes_);
    std::vector<std::byte>().swap(*bytes_);
    return moved;
  }
  std::shared_ptr<std::vector<std::byte>> bytes_ = std::make_shared<std::vector<std::byte>>();
};

class DiskSink final : public Sink {
 public:
  DiskSink(std::shared_ptr<Storage> storage, fs::path path, std::unique_ptr<AppendFile> file)
      : storage_(std::move(storage)), path_(std::move(path)), file_(std::move(file)) {}
  ~DiskSink() override {
    file_.reset();
    if (!renamed_) (void)storage_->remove(path_);
  }
  Result<void> append(Bytes bytes) override { return file_->append(bytes); }
  Result<void> moveInto(Sink& other) override {
    std::ifstream in(path_, std::ios::binary);
    std::vector<std::byte> buffer(kBuffer);
    while (in) {
      in.read(reinterpret_cast<char*>(buffer.data()), std::streamsize(buffer.size()));
      if (auto appended = other.append(Bytes(buffer).first(std::size_t(in.gcount()))); !appended) return appended.error();
    }
    if (in.eof()) return {};
    return Error{ErrorKind::storage, sentence("%1 could not be read again. Check the disk.", inQuotes(path_.string())), {}};
  }
  Result<void> publish(const fs::path& as) {
    file_.reset();  // no fsync: what a power cut leaves is told by its hash, and decoded again
    auto moved = storage_->rename(path_, as);
    renamed_ = moved.ok();
    return moved;
  }

 private:
  std::shared_ptr<Storage> storage_;
  fs::path path_;
  std::unique_ptr<AppendFile> file_;
  bool renamed_ = false;
};

struct GrowingSplit {
  std::unique_ptr<Sink> sink;
  std::vector<std::byte> buffer;
  std::int64_t count = 0;
  std::vector<std::int32_t> labels;
  ContentHash pixels;

  Result<void> flush() {
    auto written = sink->append(buffer);
    buffer.clear();
    return written;
  }
};

class BlockWriter : public SetWriter {
 public:
  BlockWriter(const PictureShape& shape, bool labelled, std::unique_ptr<Sink> train, std::unique_ptr<Sink> test)
      : shape_(shape), labelled_(labelled) {
    splits_[0].sink = std::move(train);
    splits_[1].sink = std::move(test);
  }

  Result<void> add(bool test, std::span<const std::uint8_t> planes, int label) override {
    auto& split = splits_[test];
    const auto bytes = std::as_bytes(planes);
    split.pixels.add(bytes);
    split.buffer.insert(split.buffer.end(), bytes.begin(), bytes.end());
    ++split.count;
    if (labelled_) split.labels.push_back(label);
    return split.buffer.size() < kBuffer ? Result<void>() : split.flush();
  }

  std::int64_t count() const override { return splits_[0].count + splits_[1].count; }

 protected:
  /// Everything into the sink of the training split, which is returned.
  Result<Sink*> assemble(const std::vector<Sentence>& warnings) {
    // A handful of pictures may all fall to the held-out side: training comes first.
    const bool swapped = splits_[0].count == 0;
    auto &train = splits_[swapped], &test = splits_[!swapped];
    for (auto* split : {&train, &test})
      if (auto flushed = split->flush(); !flushed) return flushed.error();
    Sink& out = *train.sink;
    std::uint64_t at = std::uint64_t(train.count) * shape_.bytes();
    const auto pad = [&]() -> Result<void> {
      static constexpr std::array<std::byte, kAlign> kZeros{};
      const auto missing = (kAlign - at % kAlign) % kAlign;
      at += missing;
      return out.append(Bytes(kZeros).first(missing));
    };
    json facts = {{"version", kVersion},
                  {"channels", shape_.channels},
                  {"height", shape_.height},
                  {"width", shape_.width},
                  {"drawings", shape_.drawings},
                  {"labelled", labelled_},
                  {"train", {{"count", train.count}, {"pixels", 0}}},
                  {"test", {{"count", test.count}}},
                  {"warnings", toJson(warnings)}};
    if (auto padded = pad(); !padded) return padded.error();
    facts["test"]["pixels"] = at;
    if (auto moved = test.sink->moveInto(out); !moved) return moved.error();
    at += std::uint64_t(test.count) * shape_.bytes();
    for (const char* name : {"train", "test"}) {
      if (auto padded = pad(); !padded) return padded.error();
      facts[name]["labels"] = at;
      const auto labels = bytesOf(name[1] == 'r' ? train.labels : test.labels);
      if (auto appended = out.append(labels); !appended) return appended.error();
      at += labels.size();
    }
    facts["hash"] = setHash(
        shape_, std::array{train.pixels.digest(), test.pixels.digest(), digestOf(bytesOf(train.labels)), digestOf(bytesOf(test.labels))});
    const auto text = facts.dump(-1, ' ', false, json::error_handler_t::replace);  // file names need not be UTF-8
    Tail tail{text.size(), digestOf(bytesOf(text)), {}};
    std::ranges::copy(kMagic, tail.magic.begin());
    for (auto bytes : {bytesOf(text), std::as_bytes(std::span(&tail, 1))})
      if (auto appended = out.append(bytes); !appended) return appended.error();
    return &out;
  }

 private:
  PictureShape shape_;
  bool labelled_;
  std::array<GrowingSplit, 2> splits_;
};

class CacheWriter final : public BlockWriter {
 public:
  CacheWriter(std::string key, const PictureShape& shape, bool labelled, std::unique_ptr<Sink> train, std::unique_ptr<Sink> test)
      : BlockWriter(shape, labelled, std::move(train), std::move(test)), key_(std::move(key)) {}
  Result<std::shared_ptr<const StoredSet>> finish(const std::vector<Sentence>& warnings) override {
    auto sink = assemble(warnings);
    if (!sink) return sink.error();
    const auto path = cachePath(key_);
    if (auto published = static_cast<DiskSink&>(**sink).publish(path); !published) return published.error();
    if (auto set = openCached(key_, Check::everything)) return set;
    return Error{ErrorKind::storage,
                 sentence("The decoded pictures in %1 came back other than they were written. Check the disk.", inQuotes(path.string())),
                 {}};
  }

 private:
  std::string key_;
};

class MemoryWriter final : public BlockWriter {
 public:
  using BlockWriter::BlockWriter;
  Result<std::shared_ptr<const StoredSet>> finish(const std::vector<Sentence>& warnings) override {
    auto sink = assemble(warnings);
    if (!sink) return sink.error();
    const auto bytes = static_cast<MemorySink&>(**sink).bytes_;
    return readBlock(*bytes, bytes, Check::shapes);
  }
};

Result<std::unique_ptr<Sink>> openSink(const std::shared_ptr<Storage>& storage, const fs::path& path) {
  auto file = storage->openAppend(path);
  if (!file) return file.error();
  return std::unique_ptr<Sink>(std::make_unique<DiskSink>(storage, path, std::move(*file)));
}

}  // namespace

std::shared_ptr<const StoredSet> openCached(const std::string& key, Check check) {
  const auto path = cachePath(key);
  auto mapping = std::make_shared<const Mapping>(path);
  const auto bytes = mapping->bytes();
  auto set = readBlock(bytes, std::move(mapping), check);
  std::error_code ec;
  if (set) fs::last_write_time(path, fs::file_time_type::clock::now(), ec);  // used now: trimCache removes the oldest
  return set;
}

Result<std::unique_ptr<SetWriter>> SetWriter::toCache(std::shared_ptr<Storage> storage, const std::string& key, const PictureShape& shape,
                                                      bool labelled) {
  static std::atomic<int> serial{0};
  if (auto made = storage->createFolders(dataCache()); !made) return made.error();
  const auto name = key + "." + std::to_string(::getpid()) + "." + std::to_string(serial++);
  auto train = openSink(storage, dataCache() / (name + ".part"));
  if (!train) return train.error();
  auto test = openSink(storage, dataCache() / (name + ".test.part"));
  if (!test) return test.error();
  return std::unique_ptr<SetWriter>(std::make_unique<CacheWriter>(key, shape, labelled, std::move(*train), std::move(*test)));
}

std::unique_ptr<SetWriter> SetWriter::toMemory(const PictureShape& shape, bool labelled) {
  return std::make_unique<MemoryWriter>(shape, labelled, std::make_unique<MemorySink>(), std::make_unique<MemorySink>());
}

void trimCache(Storage& storage, std::uintmax_t limit, const std::string& key) {
  struct Item {
    fs::path path;
    fs::file_time_type used;
    std::uintmax_t bytes;
  };
  std::vector<Item> items;
  std::error_code ec;
  std::uintmax_t total = 0;
  for (fs::directory_iterator it(dataCache(), ec), end; !ec && it != end; it.increment(ec)) {
    std::error_code failed;
    Item item{it->path(), it->last_write_time(failed), it->file_size(failed)};
    if (failed) continue;
    if (item.path.extension() == ".part") {  // of a process that was killed
      if (fs::file_time_type::clock::now() - item.used > std::chrono::hours(24)) (void)storage.remove(item.path);
    } else if (item.path.extension() == ".bin") {
      total += item.bytes;
      items.push_back(std::move(item));
    }
  }
  std::ranges::sort(items, {}, &Item::used);
  for (const auto& item : items) {
    if (total <= limit) break;
    if (item.path.stem() == key) continue;
    if (storage.remove(item.path)) total -= item.bytes;
  }
}

}  // namespace ganvas
