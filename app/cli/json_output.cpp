#include "app/cli/json_output.hpp"

namespace ganvas::cli {

using Json = nlohmann::ordered_json;

Json toJson(const Value& value) {
  return std::visit([](const auto& v) { return Json(v); }, value);
}

Json toJson(const FamilyInfo& family) {
  return {{"name", family.name}, {"title", family.title}, {"summary", family.summary}, {"paper", family.paper}, {"interactions", family.interactions}};
}

Json toJson(const DatasetInfo& dataset) {
  return {{"name", dataset.name}, {"title", dataset.title}, {"summary", dataset.summary.text()}, {"kind", toString(dataset.kind)}, {"license", dataset.license},
          {"present", dataset.present}, {"count", dataset.count}, {"how_to_get", dataset.howToGet.text()}, {"path", dataset.path}};
}

Json toJson(const Parameter& parameter) {
  const bool integral = parameter.type == ParameterType::integer;
  const auto bound = [&](const std::optional<double>& b) { return !b ? Json(nullptr) : integral ? Json(static_cast<std::int64_t>(*b)) : Json(*b); };
  Json choices = Json::array();
  for (const auto& choice : parameter.choices) choices.push_back(choice.key);
  Json enabledIf = Json::array();
  for (const auto& condition : parameter.enabledIf) enabledIf.push_back({{"key", condition.key}, {"values", condition.values}, {"reason", condition.reason}});
  return {{"key", parameter.key}, {"title", parameter.title}, {"type", toString(parameter.type)}, {"default", toJson(parameter.defaultValue)},
          {"min", bound(parameter.minimum)}, {"max", bound(parameter.maximum)}, {"choices", choices}, {"unit", parameter.unit}, {"group", parameter.group},
          {"live", parameter.live}, {"advanced", parameter.advanced}, {"enabled_if", enabledIf}, {"help", parameter.help}, {"paper", parameter.paper}};
}

Json toJson(const MetricValue& metric) {
  Json json{{"value", number(metric.value)}, {"floor", number(metric.floor)}, {"samples", metric.samples}};
  if (metric.accuracy > 0) json["accuracy"] = number(metric.accuracy);
  for (const auto& [name, value] : metric.baselines) json["baselines"][name] = number(value);
  if (!metric.shares.empty()) json["shares"] = metric.shares;
  return json;
}

}  // namespace ganvas::cli
