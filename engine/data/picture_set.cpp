#include "engine/data/picture_set.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>

#include "engine/data/decode_cache.hpp"
#include "engine/data/drawings.hpp"
#include "engine/data/picture_source.hpp"
#include "engine/data/point_set.hpp"
#include "engine/data/set_registry.hpp"
#include "engine/data/words.hpp"

namespace ganvas {
namespace fs = std::filesystem;
namespace {

/// Raised when the same source and options begin to give other pixels.
constexpr std::int64_t kDecodingVersion = 1;
constexpr std::int64_t kDrawingVersion = 1;
constexpr std::int64_t kSlotBytes = 64 << 20;
constexpr int kNamesListed = 3;
constexpr std::int64_t kFewPictures = 50;
constexpr std::size_t kLookedAt = 1000;

using SetPointer = std::shared_ptr<const PictureSet>;

/// One per key: whoever comes second waits for the first and takes its set.
struct RegistryEntry {
  std::timed_mutex busy;
  std::mutex mutex;
  std::weak_ptr<const PictureSet> set;

  SetPointer held() {
    std::lock_guard lock(mutex);
    return set.lock();
  }
  void hold(const SetPointer& pointer) {
    std::lock_guard lock(mutex);
    set = pointer;
  }
};

std::shared_ptr<RegistryEntry> registryEntry(const std::string& key) {
  static std::mutex mutex;
  static std::map<std::string, std::shared_ptr<RegistryEntry>> entries;
  std::lock_guard lock(mutex);
  std::erase_if(entries, [](const auto& item) { return item.second.use_count() == 1 && !item.second->held(); });
  auto& entry = entries[key];
  if (!entry) entry = std::make_shared<RegistryEntry>();
  return entry;
}

/// What could not be used, for one sentence of each kind.
struct LeftOut {
  std::vector<Sentence> unreadable, overLarge;
  Sentence firstReason;

  void add(const Sentence& name, const PictureProblem& problem) {
    if (firstReason.empty()) firstReason = sentence("%1 %2", quoted(name), problem.message);
    (problem.issue == AuditIssue::overLarge ? overLarge : unreadable).push_back(name);
  }
  static Sentence listed(const std::vector<Sentence>& names) {
    Sentence text;
    for (std::size_t i = 0; i < names.size() && i < kNamesListed; ++i)
      text = i ? sentence("%1, %2", text, quoted(names[i])) : quoted(names[i]);
    return names.size() > kNamesListed ? sentence("%1 and others", text) : text;
  }
  std::vector<Sentence> sentences(std::int64_t total) const {
    std::vector<Sentence> result;
    const auto add = [&](const std::vector<Sentence>& names, const Sentence& what) {
      if (!names.empty())
        result.push_back(
            sentence("%1 of %2 pictures %3 left out: %4.", grouped(std::int64_t(names.size())), grouped(total), what, listed(names)));
    };
    add(unreadable, sentence("could not be read and were"));
    add(overLarge, sentence("are over-large (more than 100 megapixels or 16384 px a side) and were"));
    return result;
  }
};

/// Everything of one source through `writer`. `writeFailed` tells a full disk from pictures that cannot be read.
Result<std::shared_ptr<const StoredSet>> decodeAll(PictureSource& source, const PictureShape& shape, const PictureOptions& options,
                                                   SetWriter& writer, const JobContext& job, bool& writeFailed) {
  struct Slot {
    std::vector<std::uint8_t> planes;
    std::optional<PictureProblem> problem;
    Digest digest;
  };
  const auto slotCount = std::clamp<std::int64_t>(kSlotBytes / std::int64_t(shape.bytes()), 1, source.chunk());
  std::vector<Slot> slots{std::size_t(slotCount)};
  LeftOut leftOut;
  const auto fit = [&](std::int64_t slot, std::int64_t index, DecodedPicture sample) {
    auto& to = slots[std::size_t(slot)];
    to.problem = std::move(sample.problem);
    if (to.problem) return;
    to.planes.resize(shape.bytes());
    fitPicture(sample.picture, shape, options, to.planes);
    if (shape.drawings > 0) drawingsOf(sample, shape, options, std::uint64_t(index), std::span(to.planes).subspan(std::size_t(shape.channels) * shape.planeBytes()));
    to.digest = contentDigest(sample.picture);
  };
  const auto take = [&](std::int64_t slot, std::int64_t index) -> Result<void> {
    const auto& from = slots[std::size_t(slot)];
    const auto facts = source.facts(index);
    if (from.problem) return leftOut.add(facts.name, *from.problem), Result<void>();
    const bool test = facts.side == SplitSide::test || (facts.side == SplitSide::byContent && from.digest.low % 10 == 0);
    auto added = writer.add(test, from.planes, facts.label);
    writeFailed |= !added;
    return added;
  };
  if (auto all = forEachSample(source, job, sentence("Decoding pictures"), slotCount, fit, take); !all) return all.error();

  if (writer.count() == 0)
    return Error{ErrorKind::input,
                 sentence("None of the %1 pictures in %2 can be used: %3.", grouped(source.count()), inQuotes(source.info().path),
                          leftOut.firstReason),
                 {}};
  auto sentences = leftOut.sentences(source.count());
  if (writer.count() < kFewPictures)
    sentences.push_back(sentence(
        "%1 holds only %2. A generator will soon repeat them; some hundreds are needed for variety.", inQuotes(source.info().path),
        writer.count() == 1 ? sentence("%1 usable picture", writer.count()) : sentence("%1 usable pictures", grouped(writer.count()))));
  auto set = writer.finish(sentences);
  writeFailed |= !set;
  return set;
}

/// Half of what is free now: training needs the rest.
bool fitsIntoMemory(const PictureShape& shape, std::int64_t count) {
  const auto available = std::uint64_t(::sysconf(_SC_AVPHYS_PAGES)) * std::uint64_t(::sysconf(_SC_PAGESIZE));
  return shape.bytes() * std::uint64_t(count) < available / 2;
}

SetPointer makeSet(const PictureSource& source, std::shared_ptr<const StoredSet> stored, const Sentence& extraWarning = {}) {
  auto warnings = source.warnings();
  warnings.insert(warnings.end(), stored->warnings.begin(), stored->warnings.end());
  if (!extraWarning.empty()) warnings.push_back(extraWarning);
  auto info = source.info();
  info.count = stored->train.count;
  info.width = stored->shape.width;
  info.height = stored->shape.height;
  info.channels = stored->shape.channels;
  return std::make_shared<PictureSet>(std::move(info), stored->train, stored->test, stored->hash, std::move(warnings), stored, stored->shape.drawings);
}

Result<SetPointer> decode(PictureSource& source, const std::string& key, const PictureOptions& options, const JobContext& job,
                          const std::shared_ptr<Storage>& storage) {
  auto shape = source.shape(options, job);
  if (!shape) return shape.error();
  shape->drawings = options.drawings;
  const bool labelled = source.info().kind == DataKind::labelled;
  auto writer = SetWriter::toCache(storage, key, *shape, labelled);
  Error diskError = writer ? Error{} : writer.error();
  if (writer) {
    bool writeFailed = false;
    auto stored = decodeAll(source, *shape, options, **writer, job, writeFailed);
    if (stored) {
      trimCache(*storage, kCacheLimit, key);
      return makeSet(source, *stored);
    }
    if (!writeFailed) return stored.error();
    diskError = stored.error();
    writer->reset();  // its files go
  }
  if (!fitsIntoMemory(*shape, source.count())) return diskError;
  bool writeFailed = false;
  auto stored = decodeAll(source, *shape, options, *SetWriter::toMemory(*shape, labelled), job, writeFailed);
  if (!stored) return stored.error();
  return makeSet(
      source, *stored,
      sentence("The decoded pictures are held in memory and will be decoded again next time, because they could not be cached. %1",
               diskError.message));
}

/// What a glance at a place tells: time and size of a file, or times and sizes of what lies directly in a folder.
std::string lookOf(const fs::path& path) {
  std::error_code ec;
  ContentHash hash;
  const auto add = [&](const fs::path& one) {
    hash.add(one.string());
    hash.add(std::int64_t(fs::last_write_time(one, ec).time_since_epoch().count()));
    hash.add(fs::is_regular_file(one, ec) ? std::int64_t(fs::file_size(one, ec)) : 0);
  };
  std::set<fs::path> all{path};
  for (fs::directory_iterator it(path, ec), end; !ec && it != end && all.size() < kLookedAt; it.increment(ec)) all.insert(it->path());
  for (const auto& one : all) add(one);
  return hash.digest().hex();
}

}  // namespace

std::string setKey(const PictureSource& source, const PictureOptions& options) {
  ContentHash hash;
  hash.add(source.identity());
  for (std::int64_t number : {kDecodingVersion, std::int64_t(options.size), std::int64_t(options.channels), std::int64_t(options.fit),
                              std::int64_t(options.background)})
    hash.add(number);
  if (options.drawings > 0)
    for (std::int64_t number : {kDrawingVersion, std::int64_t(options.drawings), std::int64_t(options.drawingStyle)}) hash.add(number);
  return hash.digest().hex();
}

SetPointer findDecoded(const PictureSource& source, const std::string& key) {
  if (auto held = registryEntry(key)->held()) return held;
  auto stored = openCached(key, Check::shapes);
  return stored ? makeSet(source, std::move(stored)) : nullptr;
}

Result<SetPointer> loadPictures(const DataRequest& request, const JobContext& job, std::shared_ptr<Storage> storage) {
  auto source = openSource(request);
  if (!source) return source.error();
  const auto key = setKey(**source, request.options);
  const auto entry = registryEntry(key);
  std::unique_lock busy(entry->busy, std::defer_lock);
  while (!busy.try_lock_for(std::chrono::milliseconds(50)))
    if (job.stopped()) return stoppedError();
  if (job.stopped()) return stoppedError();
  if (auto held = entry->held()) return held;
  auto stored = openCached(key, Check::everything);
  auto set = stored ? Result<SetPointer>(makeSet(**source, std::move(stored))) : decode(**source, key, request.options, job, storage);
  if (set) entry->hold(*set);
  return set;
}

Result<std::shared_ptr<const DataSet>> loadData(const DataRequest& request, const JobContext& job) {
  const auto place = findDataset(request.source);
  if (!place) return place.error();
  if (place->format == DatasetFormat::points) {
    auto points = loadPoints(*place);
    return points ? Result<std::shared_ptr<const DataSet>>(std::move(*points)) : points.error();
  }
  auto pictures = loadPictures(request, job);
  return pictures ? Result<std::shared_ptr<const DataSet>>(std::move(*pictures)) : pictures.error();
}

std::vector<DatasetInfo> listDatasets() {
  // Thousands of files are walked through for it, and the window asks often: what was seen once holds while its place looks the same.
  static std::mutex mutex;
  static std::map<std::string, std::pair<std::string, DatasetInfo>> seen;
  std::vector<DatasetInfo> infos;
  auto places = readCatalogue();
  if (!places) return infos;
  std::lock_guard lock(mutex);
  for (const auto& place : *places) {
    if (place.format == DatasetFormat::points) {
      infos.push_back(place.info);
      continue;
    }
    auto& [look, info] = seen[place.info.name];
    auto now = place.info.title + '\n' + (place.info.present ? lookOf(place.path) : "");
    if (look != now) {
      auto described = place.info.present ? openPlace(place, {}) : Result<std::unique_ptr<PictureSource>>(Error{});
      info = described ? (*described)->info() : place.info;  // not here, or damaged: using it will say how
      look = std::move(now);
    }
    infos.push_back(info);
  }
  return infos;
}

Result<DatasetInfo> describeDataset(const std::string& source, const PictureOptions& options) {
  auto place = findDataset(source);
  if (!place) return place.error();
  if (!place->info.present) return place->info;
  if (place->format == DatasetFormat::points) {
    const auto drawn = openTarget(*place);
    return drawn ? Result<DatasetInfo>(place->info) : drawn.error();
  }
  auto opened = openAs(*place, options);
  if (!opened) return opened.error();
  return (*opened)->info();
}

Result<std::vector<std::string>> heldOutNames(const std::string& source) {
  auto opened = openSource({source, {}});
  if (!opened) return opened.error();
  std::vector<std::string> names;
  for (std::int64_t i = 0; i < (*opened)->count(); ++i) {
    const auto facts = (*opened)->facts(i);
    if (facts.side == SplitSide::byContent)
      return Error{ErrorKind::usage, sentence("Which pictures of %1 are held out goes by what is in them, so they have no list.", (*opened)->info().title), {}};
    if (facts.side == SplitSide::test) names.push_back(facts.group.empty() ? facts.name.text() : facts.group + "  " + facts.name.text());
  }
  return names;
}

}  // namespace ganvas
