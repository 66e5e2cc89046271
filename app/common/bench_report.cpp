#include "app/common/bench_report.hpp"

#include <algorithm>
#include <cstdio>

#include "app/common/json.hpp"
#include "app/common/progress_line.hpp"

namespace ganvas {
namespace {

using Json = nlohmann::ordered_json;

Json toJson(double value) { return number(value); }
Json toJson(const std::string& text) { return text; }
Json toJson(const std::vector<double>& values) {
  Json all = Json::array();
  for (const double value : values) all.push_back(number(value));
  return all;
}

Json toJson(const BenchRow& row, const BenchResult& result) {
  Json detail = Json::object();
  for (const auto& [key, value] : result.detail) detail[key] = std::visit([](const auto& v) { return toJson(v); }, value);
  return {{"name", row.name}, {"value", result.value ? number(*result.value) : Json(nullptr)}, {"unit", row.unit}, {"goal", row.goal},
          {"better", row.higherIsBetter ? "higher" : "lower"}, {"met", result.value ? Json(row.met(result)) : Json(nullptr)}, {"detail", detail}};
}

void printLine(const BenchRow& row, const BenchResult& result) {
  if (!result.value) return void(std::printf("%-22s not measured: %s\n", row.name.c_str(), std::get<std::string>(result.detail.at("reason")).c_str()));
  std::printf("%-22s %8.3g %-8s goal %s %g: %s\n", row.name.c_str(), *result.value, row.unit.c_str(), row.higherIsBetter ? "≥" : "≤", row.goal,
              row.met(result) ? "met" : "missed");
}

}  // namespace

Result<void> reportBench(const std::vector<BenchRow>& rows, const std::vector<std::string>& names, bool json, const std::string& elsewhere) {
  std::string known;
  for (const auto& row : rows) known += (known.empty() ? "" : ", ") + row.name;
  for (const auto& name : names)
    if (std::none_of(rows.begin(), rows.end(), [&](const auto& row) { return row.name == name; }))
      return Error{ErrorKind::usage, Sentence("bench row \"" + name + "\" is not known here. There are: " + known + elsewhere + "."), {}};
  Json results = Json::array();
  for (const auto& row : rows) {
    if (!names.empty() && std::find(names.begin(), names.end(), row.name) == names.end()) continue;
    ProgressLine line;
    JobContext job({}, [&](Progress progress) { line.show(row.name + ": " + progress.activity.text(), progress.fraction); });
    const auto result = row.run(job);
    line.clear();
    if (!result) return result.error();
    results.push_back(toJson(row, *result));
    if (!json) printLine(row, *result);
  }
  if (json) print(Json{{"results", results}});
  return {};
}

}  // namespace ganvas
