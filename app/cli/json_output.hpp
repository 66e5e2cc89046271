// The engine's answers as JSON, in the form that tools depend on.
#pragma once

#include "app/common/json.hpp"
#include "engine/api/engine.hpp"

namespace ganvas::cli {

nlohmann::ordered_json toJson(const Value& value);
nlohmann::ordered_json toJson(const FamilyInfo& family);
nlohmann::ordered_json toJson(const DatasetInfo& dataset);
nlohmann::ordered_json toJson(const Parameter& parameter);
nlohmann::ordered_json toJson(const MetricValue& metric);

}  // namespace ganvas::cli
