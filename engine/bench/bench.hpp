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

using BenchDetail = std::map<std::string, std::variant<double, std::string>>;

/// `value` is empty where the machine lacks what the row needs; detail["reason"] then says what.
struct BenchResult {
  std::optional<double> value;
  BenchDetail detail;
};

struct BenchRow {
  std::string name;
  std::string unit;             ///< "x" for a ratio, "MB", …
  double goal = 0;
  bool higherIsBetter = true;
  std::string sentence;         ///< what it measures
  std::function<Result<BenchResult>(JobContext&)> run;

  bool met(double value) const { return higherIsBetter ? value >= goal : value <= goal; }
};

const std::vector<BenchRow>& benchRows();

}  // namespace ganvas
