#include "engine/bench/bench.hpp"
#include "engine/api/engine.hpp"
namespace ganvas { struct MetricSpec { int x; }; 
const std::vector<MetricSpec>& metricRegistry() { static std::vector<MetricSpec> v; return v; } const MetricSpec* findMetric(const std::string&) { return nullptr; }
const std::vector<BenchRow>& benchRows() { static std::vector<BenchRow> v; return v; } }
