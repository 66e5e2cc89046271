#include "engine/metrics/points.hpp"

#include "engine/data/point_set.hpp"
#include "engine/data/point_measures.hpp"

namespace ganvas {
namespace {

constexpr std::int64_t kDefaultSamples = 10'000;   // fewer make a divergence read high
constexpr int kCells = 64;                         // a side

/// All of them come out of the same points.
Result<void> measureAll(MetricContext& context) {
  const auto& data = dynamic_cast<const PointSet&>(*context.data);
  const auto& target = *data.target();
  const auto samples = std::min(context.samples > 0 ? context.samples : kDefaultSamples, static_cast<std::int64_t>(data.test().size() / 2));
  const auto made = context.infer(context.inputs(samples, 0)).at("points").to(torch::kCPU, torch::kFloat32).contiguous();
  if (!made.isfinite().all().item<bool>())
    return Error{ErrorKind::numeric, sentence("Some generated points are infinite or not a number, so they cannot be measured. A lower lr_g or lr_d may help."), {}};
  const auto numbers = static_cast<std::size_t>(2 * samples);
  const std::span<const float> points(made.data_ptr<float>(), numbers), perfect = data.test().first(numbers);
  auto& found = context.evidence->found;
  const auto grid = target.view(kCells);
  const auto ours = divergences(target, points, grid), best = divergences(target, perfect, grid);
  found["js"] = {ours.js, best.js, samples};
  found["kl"] = {ours.kl, best.kl, samples};
  if (!target.modes) return {};
  const auto our = countModes(target, points), floor = countModes(target, perfect);
  found["modes_captured"] = {static_cast<double>(our.captured), static_cast<double>(floor.captured), samples};
  found["high_quality"] = {our.quality, floor.quality, samples};
  found["reverse_kl"] = {our.reverseKl, floor.reverseKl, samples};
  return {};
}

MetricSpec spec(const std::string& name, const std::string& title, const std::string& group, const std::string& sentence_, bool ofModes) {
  MetricSpec spec;
  spec.name = name;
  spec.series = {"metric/" + name, title, group, "", Role::generator, sentence_, {}};
  spec.needs = {Field::points};
  if (ofModes) spec.needs.push_back(Field::group);
  spec.defaultSamples = kDefaultSamples;
  spec.compute = [name](MetricContext& context) -> Result<MetricValue> {
    const auto& found = context.evidence->found;
    if (!found.contains(name))
      if (auto measured = measureAll(context); !measured) return measured.error();
    return found.at(name);
  };
  return spec;
}

}  // namespace

std::vector<MetricSpec> pointMetrics() {
  return {
      spec("js", "JS divergence", "Divergences", "Jensen-Shannon divergence between the exact density and 10 000 generated points in cells of a grid: 0 for the same, log 2 for nothing in common. The points of a perfect sampler do not score 0 either: see its line.", false),
      spec("kl", "KL divergence", "Divergences", "KL(p_data ‖ p_g) over the same cells: what is missed weighs most.", false),
      spec("modes_captured", "Modes captured", "Counts", "Modes with at least one generated point within three standard deviations. Fewer than there are: mode collapse.", true),
      spec("high_quality", "High quality", "Shares", "Share of generated points within three standard deviations of a mode; 98.9 % of a perfect sampler's.", true),
      spec("reverse_kl", "Reverse KL over modes", "Divergences", "KL between the generated and the true share of each mode: 0 when all get the same, log of the number of modes when one gets all (PacGAN, Lin et al. 2018).", true),
  };
}

}  // namespace ganvas
