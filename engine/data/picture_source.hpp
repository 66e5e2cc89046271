// A kind of source (IDX files, a folder of pictures, a sheet of tiles, a font of emoji) as the loader, the preview and the audit see it.
// One object belongs to one thread, except where a method says more.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/api/data.hpp"
#include "engine/api/job.hpp"
#include "engine/api/result.hpp"
#include "engine/data/catalogue.hpp"
#include "engine/picture/picture.hpp"

namespace ganvas {

enum class SplitSide { train, test, byContent };

/// What a sample is called in one language.
struct SampleWords {
  std::string language;  ///< "en", "zh"
  std::string name;      ///< "grinning face"; empty where only keywords are known
  std::vector<std::string> keywords;
};

struct SampleFacts {
  Sentence name;       ///< its own ("grinning face"), path inside the data set, or "picture 17"
  bool named = false;  ///< the name is more than a number
  int label = -1;
  SplitSide side = SplitSide::byContent;
  std::string group;               ///< samples of one group show nearly the same and are never divided by a split; empty: none
  std::vector<SampleWords> words;  ///< by language; empty where the data have none
};

class PictureSource {
 public:
  virtual ~PictureSource() = default;
  /// Cheap: nothing was decoded for it. `count` is what the files promise for training.
  virtual const DatasetInfo& info() const = 0;
  /// Names all that decoded pixels can depend on: paths, sizes, times of change.
  virtual const std::string& identity() const = 0;
  /// Samples, readable or not: those for training first, then the data's own test samples.
  virtual std::int64_t count() const = 0;
  /// Of those, the data's own test samples.
  virtual std::int64_t testCount() const = 0;
  virtual SampleFacts facts(std::int64_t index) const = 0;
  /// Sentences about the whole: folders that cannot be entered, labels that were not taken.
  virtual const std::vector<Sentence>& warnings() const = 0;

  /// What every one of `samples` (none: all) becomes under these options, or which option has to be chosen. May read every header.
  virtual Result<PictureShape> shape(const PictureOptions& options, const JobContext& job, std::span<const std::int64_t> samples = {}) = 0;

  /// Makes samples from `first` on ready, at most `most` of them and at least one; returns how many. `first` never goes backwards:
  /// rewind() starts a new pass.
  virtual Result<std::int64_t> advance(std::int64_t first, std::int64_t most) = 0;
  virtual void rewind() = 0;
  /// Decodes one of the samples made ready, in full size. Thread-safe.
  virtual DecodedPicture sample(std::int64_t index) const = 0;
  /// How many samples to make ready at once.
  virtual std::int64_t chunk() const = 0;
};

Result<std::unique_ptr<PictureSource>> openIdxSource(const DatasetPlace& place);
Result<std::unique_ptr<PictureSource>> openFolderSource(const DatasetPlace& place);
Result<std::unique_ptr<PictureSource>> openSheetSource(const DatasetPlace& place);
Result<std::unique_ptr<PictureSource>> openEmojiSource(const DatasetPlace& place);
/// What lies at a place, by its form, with only some of its classes (see onlyClasses).
Result<std::unique_ptr<PictureSource>> openPlace(const DatasetPlace& place, const std::vector<std::string>& classes);
/// Pictures that come with drawings of them (options.pairs, not Pairs::drawn); what has no partner is named in warnings().
Result<std::unique_ptr<PictureSource>> openPairs(const DatasetPlace& place, const PictureOptions& options);
/// What lies at a place as options.classes and options.pairs want it.
Result<std::unique_ptr<PictureSource>> openAs(const DatasetPlace& place, const PictureOptions& options);
/// The options are checked too.
Result<std::unique_ptr<PictureSource>> openSource(const DataRequest& request);

/// Calls `work` on a few threads for each number below `count`; returns when all are done or `stop` is asked for.
void inParallel(std::int64_t count, const std::stop_token& stop, const std::function<void(std::int64_t)>& work);

/// Every sample once: `work(slot, index, sample)` on a few threads, then `take(slot, index)` in order on the caller's.
/// Slots are smaller than `slots`. Stops at the first error, or with kind cancelled.
Result<void> forEachSample(PictureSource& source, const JobContext& job, const Sentence& activity, std::int64_t slots,
                           const std::function<void(std::int64_t slot, std::int64_t index, DecodedPicture sample)>& work,
                           const std::function<Result<void>(std::int64_t slot, std::int64_t index)>& take);

/// Path, size and time of change of a file: what stands for its content in PictureSource::identity.
std::string fileIdentity(const std::filesystem::path& path);

/// What samples become that are all as large as `info` says.
PictureShape uniformShape(const DatasetInfo& info, const PictureOptions& options);

Error stoppedError();

}  // namespace ganvas
