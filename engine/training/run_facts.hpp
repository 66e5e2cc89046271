// What a run says of itself to the outside, live and when it is reopened: config, curves, model. Any thread.
#pragma once

#include "engine/api/model.hpp"
#include "engine/data/picture_set.hpp"
#include "engine/training/plan.hpp"

namespace ganvas {

/// config.json for a new run whose data have been read.
RunConfig describeRun(const RunPlan& plan, const PictureSet& data);
/// Curves of the family, the trainer and the metrics.
std::vector<SeriesInfo> runSeries(const Family& family, const Settings& settings, bool labelled);
/// All but what only the networks know: step, latent size, directions.
ModelInfo modelInfo(const RunPlan& plan, const Settings& settings);
DataShape shapeOf(const RunConfig& config);

}  // namespace ganvas
