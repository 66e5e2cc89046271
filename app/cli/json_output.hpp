// The engine's answers as JSON, in the form that tools depend on.
#pragma once

#include <nlohmann/json.hpp>

#include "engine/api/engine.hpp"

namespace ganvas::cli {

nlohmann::ordered_json toJson(const Value& value);
nlohmann::ordered_json toJson(const FamilyInfo& family);
nlohmann::ordered_json toJson(const DatasetInfo& dataset);
nlohmann::ordered_json toJson(const Parameter& parameter);
nlohmann::ordered_json toJson(const MetricValue& metric);
/// The one object on stdout. Bytes of file names that are not UTF-8 become the replacement character.
void print(const nlohmann::ordered_json& object);
/// Not-a-number and infinity, which JSON lacks, become null.
nlohmann::ordered_json number(double value);

}  // namespace ganvas::cli
