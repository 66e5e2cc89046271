#include "engine/data/picture_source.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

#include "engine/data/class_filter.hpp"

namespace ganvas {

namespace {
/// Decoding leaves the other cores to training that may be going on.
constexpr unsigned kMostThreads = 4;
constexpr int kLargestSize = 4096;

/// As far as they can be wrong by themselves.
Result<void> checkOptions(const PictureOptions& options) {
  if (options.size < 0 || options.size > kLargestSize)
    return Error{ErrorKind::usage, sentence("size is %1; choose 0 (as the pictures are) or 1 to %2 px.", options.size, kLargestSize), {}};
  if (options.channels != 0 && options.channels != 1 && options.channels != 3)
    return Error{
        ErrorKind::usage, sentence("channels is %1; choose 1 (grey), 3 (colour) or 0 (as the pictures are).", options.channels), {}};
  return {};
}

}  // namespace

Result<std::unique_ptr<PictureSource>> openPlace(const DatasetPlace& place, const std::vector<std::string>& classes) {
  static const std::map<DatasetFormat, Result<std::unique_ptr<PictureSource>> (*)(const DatasetPlace&)> kOpen = {
      {DatasetFormat::idx, openIdxSource},
      {DatasetFormat::folder, openFolderSource},
      {DatasetFormat::sheet, openSheetSource},
      {DatasetFormat::emoji, openEmojiSource}};
  auto source = kOpen.at(place.format)(place);
  return source ? onlyClasses(std::move(*source), classes) : std::move(source);
}

Error notHere(const DatasetInfo& info) { return {ErrorKind::missing, sentence("%1 is not on this computer. To get it: %2", info.title, info.howToGet), {}}; }

Result<std::unique_ptr<PictureSource>> openSource(const DataRequest& request) {
  if (auto valid = checkOptions(request.options); !valid) return valid.error();
  auto place = findDataset(request.source);
  if (!place) return place.error();
  if (!place->info.present)
    return notHere(place->info);
  if (place->format == DatasetFormat::points)
    return Error{ErrorKind::usage, sentence("\"%1\" holds points, not pictures.", place->info.title), {}};
  return openAs(*place, request.options);
}

Result<std::unique_ptr<PictureSource>> openAs(const DatasetPlace& place, const PictureOptions& options) {
  return options.pairs == Pairs::drawn ? openPlace(place, options.classes) : openPairs(place, options);
}

void inParallel(std::int64_t count, const std::stop_token& stop, const std::function<void(std::int64_t)>& work) {
  std::atomic<std::int64_t> next{0};
  std::mutex mutex;
  std::exception_ptr failure;
  const auto run = [&] {
    try {
      for (std::int64_t i; (i = next.fetch_add(1)) < count && !stop.stop_requested();) work(i);
    } catch (...) {
      next = count;
      std::lock_guard lock(mutex);
      failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> helpers;
    const auto threads = std::min<std::int64_t>(count, std::clamp(std::thread::hardware_concurrency(), 1u, kMostThreads));
    for (std::int64_t i = 1; i < threads; ++i) helpers.emplace_back(run);
    run();
  }
  if (failure) std::rethrow_exception(failure);
}

Result<void> forEachSample(PictureSource& source, const JobContext& job, const Sentence& activity, std::int64_t slots,
                           const std::function<void(std::int64_t, std::int64_t, DecodedPicture)>& work,
                           const std::function<Result<void>(std::int64_t, std::int64_t)>& take) {
  source.rewind();
  const auto total = source.count();
  for (std::int64_t first = 0; first < total;) {
    job.report(double(first) / double(total), activity);
    if (job.stopped()) return stoppedError();
    const auto ready = source.advance(first, std::min({source.chunk(), slots, total - first}));
    if (!ready) return ready.error();
    const auto count = *ready;
    inParallel(count, job.stopToken(), [&](std::int64_t slot) { work(slot, first + slot, source.sample(first + slot)); });
    if (job.stopped()) return stoppedError();
    for (std::int64_t slot = 0; slot < count; ++slot)
      if (auto taken = take(slot, first + slot); !taken) return taken.error();
    first += count;
  }
  job.report(1, activity);
  return {};
}

std::string fileIdentity(const std::filesystem::path& path) {
  std::error_code ec;
  const auto size = std::filesystem::file_size(path, ec);
  const auto time = std::filesystem::last_write_time(path, ec).time_since_epoch().count();
  return path.string() + '\n' + std::to_string(size) + '\n' + std::to_string(time) + '\n';
}

PictureShape uniformShape(const DatasetInfo& info, const PictureOptions& options) {
  const int channels = options.channels ? options.channels : info.channels;
  if (options.size) return {channels, options.size, options.size};
  return {channels, info.height, info.width};
}

Error stoppedError() { return {ErrorKind::cancelled, sentence("Reading the data was stopped."), {}}; }

}  // namespace ganvas
