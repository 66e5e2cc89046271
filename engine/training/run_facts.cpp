#include "engine/training/run_facts.hpp"

#include <algorithm>
#include <chrono>

#include "engine/data/point_set.hpp"
#include "engine/metrics/metric.hpp"
#include "engine/tensor/device.hpp"
#include "engine/training/trainer.hpp"

namespace ganvas {

RunConfig describeRun(const RunPlan& plan, const DataSet& data) {
  RunConfig config;
  config.family = plan.family->info.name;
  config.data = plan.data;
  config.dataHash = data.hash();
  config.values = plan.settings.values();
  config.measured = plan.config.measured;
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  config.facts = {{"torch", TORCH_VERSION}, {"blas", blasInUse().library}, {"processor", listDevices().front().title},
                  {"created", std::to_string(now.time_since_epoch().count())}};
  config.classNames = data.info().classNames;
  config.tileWidth = data.width();
  config.tileHeight = data.height();
  config.channels = data.channels();
  return config;
}

std::vector<SeriesInfo> runSeries(const Family& family, const Settings& settings, bool labelled) {
  auto series = family.series(settings);
  for (auto& more : trainerSeries(family.modules)) series.push_back(std::move(more));
  DatasetInfo data;
  data.fields = family.info.fields;   // what the family works on, and labels where the data have them
  if (labelled) data.fields.push_back(Field::label);
  data.fields.push_back(Field::group);
  for (const auto* metric : chooseMetrics({}, data, family.info).value()) {
    series.push_back(metric->series);
    series.back().occasional = true;
    auto floor = series.back();
    floor.tag += "_floor";
    floor.title += ", real ones";
    floor.role = Role::real;
    floor.sentence = "What held-out real samples score: no generator can be expected to do better.";
    series.push_back(std::move(floor));
  }
  return series;
}

std::filesystem::path pointsPath(const std::filesystem::path& run) { return run / "points.csv"; }
std::filesystem::path initialPath(const std::filesystem::path& run) { return run / "initial.safetensors"; }

Result<DataShape> shapeOf(const RunPlan& plan) {
  const auto& config = plan.config;
  DataShape shape{config.channels, config.tileHeight, config.tileWidth, static_cast<int>(config.classNames.size())};
  const auto& fields = plan.family->info.fields;
  if (std::find(fields.begin(), fields.end(), Field::points) == fields.end()) return shape;
  const auto kept = pointsPath(plan.folder);
  const auto place = findDataset(std::filesystem::exists(kept) ? kept.string() : config.data);
  if (!place) return place.error();
  auto drawn = openTarget(*place);
  if (!drawn) return drawn.error();
  shape.target = std::make_shared<const PointTarget>(std::move(drawn->target));
  return shape;
}

ModelInfo modelInfo(const RunPlan& plan, const Settings& settings) {
  const auto& config = plan.config;
  ModelInfo info;
  info.family = plan.family->info;
  info.data = config.data;
  info.folder = plan.folder.string();
  info.tileWidth = config.tileWidth;
  info.tileHeight = config.tileHeight;
  info.channels = config.channels;
  info.hasEma = settings.real("ema") > 0;
  info.classNames = config.classNames;
  return info;
}

}  // namespace ganvas
