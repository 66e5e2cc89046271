// The rows of `ganvas-cli bench`: each a ratio measured in one process, both sides interleaved, the median of the pairs.
// A row runs on the thread of its caller. No torch in this header.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/api/job.hpp"
#include "engine/api/result.hpp"

namespace ganvas {

using BenchDetail = std::map<std::string, std::variant<double, std::string, std::vector<double>>>;

/// `value` is empty where the machine lacks what the row needs; detail["reason"] then says what.
struct BenchResult {
  std::optional<double> value;
  BenchDetail detail;
  bool alsoMet = true;          ///< a second condition beside the goal, which detail tells of
};

struct BenchRow {
  std::string name;
  std::string unit;             ///< "x" for a ratio, "MB", …
  double goal = 0;
  bool higherIsBetter = true;
  std::string sentence;         ///< what it measures
  std::function<Result<BenchResult>(JobContext&)> run;

  bool met(const BenchResult& result) const { return result.alsoMet && (higherIsBetter ? *result.value >= goal : *result.value <= goal); }
};

/// The rows that need no window.
const std::vector<BenchRow>& benchRows();

/// A result without a value.
BenchResult lacking(const std::string& reason);
double median(std::vector<double> values);

}  // namespace ganvas
