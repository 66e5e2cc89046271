#include <algorithm>

#include "engine/metrics/classes_present.hpp"
#include "engine/metrics/classified.hpp"
#include "engine/metrics/frechet.hpp"
#include "engine/metrics/manifold.hpp"
#include "engine/metrics/metric.hpp"
#include "engine/metrics/own_answers.hpp"
#include "engine/metrics/pairs.hpp"
#include "engine/metrics/points.hpp"

namespace ganvas {

const std::vector<MetricSpec>& metricRegistry() {
  static const auto metrics = [] {
    std::vector<MetricSpec> all{frechetMetric()};
    const auto add = [&](std::vector<MetricSpec> more) { all.insert(all.end(), more.begin(), more.end()); };
    add(manifoldMetrics());
    all.push_back(classesPresentMetric());
    add(classifiedMetrics());
    add(ownAnswerMetrics());
    add(pairMetrics());
    add(pointMetrics());
    return all;
  }();
  return metrics;
}

const MetricSpec* findMetric(const std::string& name) {
  for (const auto& metric : metricRegistry()) {
    if (metric.name == name) return &metric;
  }
  return nullptr;
}

Result<std::vector<const MetricSpec*>> chooseMetrics(const std::vector<std::string>& names, const DatasetInfo& data, const FamilyInfo& family) {
  const auto has = [](const auto& all, const auto& one) { return std::find(all.begin(), all.end(), one) != all.end(); };
  // Pictures of one class have nothing that could be told apart.
  const auto there = [&](Field field) { return has(data.fields, field) && (field != Field::label || data.classNames.size() != 1); };
  const auto lacks = [&](const MetricSpec& metric) {
    return std::find_if(metric.needs.begin(), metric.needs.end(), [&](Field field) { return !there(field); });
  };
  const auto offers = [&](const MetricSpec& metric) { return metric.interaction.empty() || has(family.interactions, metric.interaction); };
  std::vector<const MetricSpec*> chosen;
  if (names.empty()) {
    for (const auto& metric : metricRegistry())
      if (lacks(metric) == metric.needs.end() && offers(metric)) chosen.push_back(&metric);
    return chosen;
  }
  for (const auto& name : names) {
    const auto* metric = findMetric(name);
    if (!metric) {
      std::string known;
      for (const auto& each : metricRegistry()) known += (known.empty() ? "" : ", ") + each.name;
      return Error{ErrorKind::usage, sentence("metrics \"%1\": there is no such metric. There are: %2.", name, known), {}};
    }
    if (const auto missing = lacks(*metric); missing != metric->needs.end())
      return Error{ErrorKind::usage, sentence("metrics \"%1\": it needs a %2 with each sample, which \"%3\" does not have.", name, toString(*missing), data.name), {}};
    if (!offers(*metric))
      return Error{ErrorKind::usage, sentence("metrics \"%1\": it asks for what the networks of \"%2\" do not do (%3).", name, family.title, metric->interaction), {}};
    chosen.push_back(metric);
  }
  return chosen;
}

}  // namespace ganvas
