// What a run is trained on, whatever its samples are. No torch. A DataSet never changes after it is made; any thread may read it.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/api/data.hpp"
#include "engine/api/job.hpp"
#include "engine/api/result.hpp"

namespace ganvas {

class DataSet {
 public:
  virtual ~DataSet() = default;
  /// Resolved: present, count, width, height, channels, classNames.
  const DatasetInfo& info() const { return info_; }
  const std::string& hash() const { return hash_; }                    ///< XXH3-128 hex of what the samples are
  const std::vector<Sentence>& warnings() const { return warnings_; }  ///< "3 of 120 pictures could not be read: …"
  int width() const { return info_.width; }
  int height() const { return info_.height; }
  int channels() const { return info_.channels; }
  virtual std::int64_t trainCount() const = 0;
  virtual bool labelled() const { return false; }                      ///< its training samples have labels

 protected:
  DataSet(DatasetInfo info, std::string hash, std::vector<Sentence> warnings)
      : info_(std::move(info)), hash_(std::move(hash)), warnings_(std::move(warnings)) {}
  DataSet(const DataSet&) = default;

 private:
  DatasetInfo info_;
  std::string hash_;
  std::vector<Sentence> warnings_;
};

/// What lies at a catalogue name or path: pictures, read, fitted and decoded, or points.
Result<std::shared_ptr<const DataSet>> loadData(const DataRequest& request, const JobContext& job);

}  // namespace ganvas
