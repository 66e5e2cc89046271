#include "engine/training/run_facts.hpp"

#include <chrono>

#include "engine/metrics/metric.hpp"
#include "engine/tensor/device.hpp"
#include "engine/training/trainer.hpp"

namespace ganvas {

RunConfig describeRun(const RunPlan& plan, const PictureSet& data) {
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
  data.fields = labelled ? std::vector<Field>{Field::image, Field::label} : std::vector<Field>{Field::image};
  for (const auto* metric : chooseMetrics({}, data, family.info).value()) {
    series.push_back(metric->series);
    series.back().occasional = true;
    auto floor = series.back();
    floor.tag += "_floor";
    floor.title += ", real pictures";
    floor.role = Role::real;
    floor.sentence = "What held-out real pictures score against the training pictures: no generator can be expected to do better.";
    series.push_back(std::move(floor));
  }
  return series;
}

DataShape shapeOf(const RunConfig& config) { return {config.channels, config.tileHeight, config.tileWidth, static_cast<int>(config.classNames.size())}; }

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
