#include "engine/metrics/classes_present.hpp"

#include <algorithm>

#include "engine/metrics/chunks.hpp"
#include "engine/metrics/feature_network.hpp"

namespace ganvas {
namespace {

constexpr std::int64_t kDefaultSamples = 2000;

Result<MetricValue> compute(MetricContext& context) {
  const auto samples = context.samples > 0 ? context.samples : kDefaultSamples;
  torch::NoGradGuard guard;
  const auto network = featureNetworkFor(*context.data, context.device, context.cache, *context.storage, context.job);
  if (!network) return network.error();
  const auto classes = (*network)->classes();
  const auto read = [&](const torch::Tensor& bytes) { return (*network)->logits(bytes).argmax(1).to(torch::kCPU); };
  const auto generated = readGenerated(context, samples, "Reading the classes of generated pictures", read);
  if (!generated) return generated.error();
  const auto& heldOut = context.data->test().count > 0 ? context.data->test() : context.data->train();
  const auto real = readReal(*context.data, heldOut, torch::arange(std::min(samples, heldOut.count)), context.job, read);
  if (!real) return real.error();
  return MetricValue{static_cast<double>(classesPresent(*generated, classes)), static_cast<double>(classesPresent(*real, classes)), samples};
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
  spec.series.group = "Metrics";
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
