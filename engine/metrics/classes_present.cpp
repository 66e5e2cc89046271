#include "engine/metrics/classes_present.hpp"

#include "engine/metrics/feature_network.hpp"

namespace ganvas {
namespace {

constexpr std::int64_t kChunk = 250;
constexpr std::int64_t kDefaultSamples = 2000;

Result<MetricValue> compute(MetricContext& context) {
  const auto samples = context.samples > 0 ? context.samples : kDefaultSamples;
  torch::NoGradGuard guard;
  const auto network = featureNetworkFor(*context.data, context.device, context.cache, *context.storage, context.job);
  if (!network) return network.error();
  const auto classes = (*network)->classes();
  const auto read = [&](const torch::Tensor& bytes) { return (*network)->logits(bytes).argmax(1).to(torch::kCPU); };
  std::vector<torch::Tensor> generated, real;
  for (std::int64_t done = 0; done < samples; done += kChunk) {
    if (context.job.stopped()) return Error{ErrorKind::cancelled, "Measuring was stopped.", {}};
    context.job.report(static_cast<double>(done) / static_cast<double>(samples), "Reading the classes of generated pictures");
    generated.push_back(read(asBytes(context.generate(std::min(kChunk, samples - done), done))));
  }
  const auto& heldOut = context.data->test().count > 0 ? context.data->test() : context.data->train();
  for (std::int64_t done = 0; done < std::min(samples, heldOut.count); done += kChunk)
    real.push_back(read(picturesAt(*context.data, heldOut, torch::arange(done, std::min({done + kChunk, samples, heldOut.count})))));
  return MetricValue{static_cast<double>(classesPresent(torch::cat(generated), classes)), static_cast<double>(classesPresent(torch::cat(real), classes)), samples};
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
  spec.lowerIsBetter = false;
  spec.compute = compute;
  return spec;
}

}  // namespace ganvas
