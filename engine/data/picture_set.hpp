// Decoded pictures: small ones as one block of bytes, decoded once, cached on disk, shared by all runs of the process.
// No torch. A PictureSet never changes after it is made; any thread may read it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/api/data.hpp"
#include "engine/api/job.hpp"
#include "engine/api/result.hpp"
#include "engine/core/storage.hpp"
#include "engine/data/data_set.hpp"

namespace ganvas {

/// One split: pictures [count, channels, height, width], 8 bit, RGB order, each followed by the planes of its drawings, and a label each
/// (or none at all).
struct PictureSplit {
  std::int64_t count = 0;
  std::span<const std::uint8_t> pixels;  ///< count*(channels+drawings)*height*width bytes (memory-mapped cache file)
  std::span<const std::int32_t> labels;  ///< count labels, or empty
};

class PictureSet final : public DataSet {
 public:
  /// `info` is resolved: present, count, width, height, channels, classNames. `bytes` owns what the splits look into.
  PictureSet(DatasetInfo info, PictureSplit train, PictureSplit test, std::string hash, std::vector<Sentence> warnings, std::shared_ptr<const void> bytes,
             int drawings = 0)
      : DataSet(std::move(info), std::move(hash), std::move(warnings)), train_(train), test_(test), drawings_(drawings), bytes_(std::move(bytes)) {}

  std::int64_t trainCount() const override { return train_.count; }
  bool labelled() const override { return !train_.labels.empty(); }
  int drawings() const { return drawings_; }   ///< that each picture has
  const PictureSplit& train() const { return train_; }
  /// Held out: the data's own test split, else about every tenth sample by a hash of its content in full size, so that copies of one
  /// picture fall on one side and the sides stay the same at every size. May be empty where there are only a handful.
  const PictureSplit& test() const { return test_; }

 private:
  PictureSplit train_, test_;
  int drawings_ = 0;
  std::shared_ptr<const void> bytes_;
};

/// Reads, fits and decodes (or finds it in the cache). The same request gives the same object while somebody holds it.
/// Where the cache cannot be written (full or read-only disk) the set is held in memory, and a warning says so.
Result<std::shared_ptr<const PictureSet>> loadPictures(const DataRequest& request, const JobContext& job,
                                                       std::shared_ptr<Storage> storage = diskStorage());

/// All catalogue entries of resources/datasets/catalogue.json, with whether each is here.
std::vector<DatasetInfo> listDatasets();

/// What is to be said where data that were asked for are not on this computer.
Error notHere(const DatasetInfo& info);

/// What lies at a catalogue name or path, without decoding it all: kind, count, natural size, channels, class names.
/// For a folder of pictures of several sizes width and height are the median. Of the options classes and pairs count.
Result<DatasetInfo> describeDataset(const std::string& source, const PictureOptions& options = {});

/// What is never trained on, by name, where the data themselves say it: emoji by their code points, files of a test folder. A sentence where
/// the sides go by what is in the pictures.
Result<std::vector<std::string>> heldOutNames(const std::string& source);

/// Decodes only the tiles. The counts are of what is listed (of what is usable, where the set was decoded before);
/// a held-out tenth is then given as a tenth.
Result<DataPreview> previewData(const DataRequest& request, const JobContext& job);
Result<AuditReport> auditData(const DataRequest& request, const JobContext& job);

}  // namespace ganvas
