// What a run says of itself to the outside, live and when it is reopened: config, curves, model. Any thread.
#pragma once

#include "engine/api/model.hpp"
#include "engine/data/data_set.hpp"
#include "engine/training/plan.hpp"

namespace ganvas {

/// config.json for a new run whose data have been read.
RunConfig describeRun(const RunPlan& plan, const DataSet& data);
/// Curves of the family, the trainer and the metrics.
std::vector<SeriesInfo> runSeries(const Family& family, const Settings& settings, bool labelled);
/// All but what only the networks know: step, latent size, directions.
ModelInfo modelInfo(const RunPlan& plan, const Settings& settings);
/// Of a stored run. Points are found where the run keeps its own copy, else where its data lie.
Result<DataShape> shapeOf(const RunPlan& plan);
/// The file of a run that keeps points from outside.
std::filesystem::path pointsPath(const std::filesystem::path& run);
/// The weights that a run with `start_from` began with, as a checkpoint of round 0.
std::filesystem::path initialPath(const std::filesystem::path& run);

}  // namespace ganvas
