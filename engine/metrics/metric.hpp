// Metrics register as families do: one value each. Immutable after start; compute() runs on the thread of its caller.
// Engine-internal (sees torch).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <torch/torch.h>

#include "engine/api/engine.hpp"
#include "engine/api/job.hpp"
#include "engine/core/storage.hpp"
#include "engine/data/picture_set.hpp"
#include "engine/tensor/named_tensors.hpp"

namespace ganvas {

/// What the metrics of one evaluation tell one another, so that nothing is read or worked out twice.
struct Evidence {
  torch::Tensor readings;                     ///< of generated pictures (readings.hpp)
  std::map<std::string, MetricValue> found;   ///< by name: values that came out while another metric was computed
};

/// What a metric may look at and where it may keep what it learnt about the data.
struct MetricContext {
  std::shared_ptr<const DataSet> data;
  torch::Device device = torch::kCPU;
  /// Pictures number offset … offset+count-1 of the judged generator: [count,C,H,W] float32 in [-1,1], any device, no gradient.
  /// Metrics ask for a few hundred at a time, in order.
  std::function<torch::Tensor(std::int64_t count, std::int64_t offset)> generate = {};
  /// What those pictures were made from: "class" [count], "categories" [count,n], …
  std::function<NamedTensors(std::int64_t count, std::int64_t offset)> inputs = {};
  /// The judged networks' own answers (Gan::infer).
  std::function<NamedTensors(const NamedTensors&)> infer = {};
  std::int64_t samples = 0;                            ///< 0: the metric's own count
  JobContext& job;
  std::filesystem::path cache;                         ///< cacheFolder(): what is learnt about a data set is kept below it
  std::shared_ptr<Storage> storage = diskStorage();
  std::function<void(const Sentence&)> note = {};   ///< sentences for the log ("The feature network names 91 % of …"); may be empty
  std::shared_ptr<Evidence> evidence = std::make_shared<Evidence>();   ///< shared by the metrics of one evaluation

  /// The data of a metric that needs pictures.
  const PictureSet& pictures() const { return dynamic_cast<const PictureSet&>(*data); }
};

struct MetricSpec {
  std::string name;                     ///< "frechet"
  SeriesInfo series;                    ///< its curve; tag "metric/<name>"
  std::vector<Field> needs;             ///< what each sample of the data must have
  std::string interaction;              ///< what the family must offer: "class", "codes", "classify"; empty: anything
  std::int64_t defaultSamples = 0;
  std::function<Result<MetricValue>(MetricContext&)> compute;
};

const std::vector<MetricSpec>& metricRegistry();
/// nullptr where there is none of this name.
const MetricSpec* findMetric(const std::string& name);
/// The metrics of these names, or all that fit the data and the family where there are none; a sentence where one is unknown or does not fit.
Result<std::vector<const MetricSpec*>> chooseMetrics(const std::vector<std::string>& names, const DatasetInfo& data, const FamilyInfo& family);

}  // namespace ganvas
