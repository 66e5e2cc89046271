#include "engine/metrics/classes_present.hpp"

#include "engine/metrics/readings.hpp"

namespace ganvas {
namespace {

constexpr std::int64_t kDefaultSamples = 2000;

Result<MetricValue> compute(MetricContext& context) {
  const auto judged = judge(context, kDefaultSamples);
  if (!judged) return judged.error();
  const auto classes = judged->network->classes();
  const auto kinds = judged->generated.logits.argmax(1);
  const auto present = [&](const torch::Tensor& kinds) { return static_cast<double>(classesPresent(kinds, classes)); };
  MetricValue result{present(kinds), present(judged->real.heldOut.logits.argmax(1)), judged->samples, judged->network->accuracy()};
  const auto counts = torch::bincount(kinds, {}, classes).to(torch::kFloat64) / static_cast<double>(judged->generated.count());
  for (std::int64_t k = 0; k < classes; ++k) result.shares.push_back(counts[k].item<double>());
  return result;
}

}  // namespace

std::int64_t classesPresent(const torch::Tensor& labels, std::int64_t classes) {
  const auto counts = torch::bincount(labels, {}, classes);
  return (counts * 10 * classes >= labels.numel()).sum().item<std::int64_t>();
}

MetricSpec classesPresentMetric() {
  MetricSpec spec;
  spec.name = "classes_present";
  spec.series.tag = "metric/classes_present";
  spec.series.title = "Classes present";
  spec.series.group = "Counts";
  spec.series.role = Role::generator;
  spec.series.sentence =
      "How many classes the generator draws, as a network trained on these data reads its pictures: a class counts where it gets at least a tenth of an even share. "
      "Fewer than the data have: mode collapse.";
  spec.needs = {Field::image, Field::label};
  spec.defaultSamples = kDefaultSamples;
  spec.compute = compute;
  return spec;
}

}  // namespace ganvas
