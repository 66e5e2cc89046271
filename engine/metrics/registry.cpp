#include <algorithm>

#include "engine/metrics/classes_present.hpp"
#include "engine/metrics/frechet.hpp"
#include "engine/metrics/metric.hpp"

namespace ganvas {

const std::vector<MetricSpec>& metricRegistry() {
  static const std::vector<MetricSpec> metrics = {frechetMetric(), classesPresentMetric()};
  return metrics;
}

const MetricSpec* findMetric(const std::string& name) {
  for (const auto& metric : metricRegistry()) {
    if (metric.name == name) return &metric;
  }
  return nullptr;
}

Result<std::vector<const MetricSpec*>> chooseMetrics(const std::vector<std::string>& names, const DatasetInfo& data) {
  const auto lacks = [&](const MetricSpec& metric) {
    return std::find_if(metric.needs.begin(), metric.needs.end(),
                        [&](Field field) { return std::find(data.fields.begin(), data.fields.end(), field) == data.fields.end(); });
  };
  std::vector<const MetricSpec*> chosen;
  if (names.empty()) {
    for (const auto& metric : metricRegistry())
      if (lacks(metric) == metric.needs.end()) chosen.push_back(&metric);
    return chosen;
  }
  for (const auto& name : names) {
    const auto* metric = findMetric(name);
    if (!metric) {
      std::string known;
      for (const auto& each : metricRegistry()) known += (known.empty() ? "" : ", ") + each.name;
      return Error{ErrorKind::usage, "metric \"" + name + "\" is not known. There are: " + known + ".", {}};
    }
    if (const auto missing = lacks(*metric); missing != metric->needs.end())
      return Error{ErrorKind::usage, "metric \"" + name + "\" needs a " + toString(*missing) + " with each sample, which \"" + data.name + "\" does not have.", {}};
    chosen.push_back(metric);
  }
  return chosen;
}

}  // namespace ganvas
