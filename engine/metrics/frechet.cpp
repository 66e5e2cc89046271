#include "engine/metrics/frechet.hpp"

#include "engine/metrics/gaussian.hpp"
#include "engine/metrics/readings.hpp"

namespace ganvas {
namespace {

constexpr std::int64_t kDefaultSamples = 5000;
constexpr std::int64_t kFewest = 4 * FeatureNetwork::kWidth;  // below that a covariance of kWidth features is mostly noise

Result<MetricValue> compute(MetricContext& context) {
  if (context.samples > 0 && context.samples < kFewest) {
    return Error{ErrorKind::usage,
                 sentence("The Fréchet distance from %1 pictures would say nothing: it needs at least %2 (four for each of %3 features).", context.samples, kFewest, FeatureNetwork::kWidth),
                 {}};
  }
  const auto judged = judge(context, kDefaultSamples);
  if (!judged) return judged.error();
  torch::NoGradGuard noGrad;
  const auto reference = fitGaussian(judged->real.reference.features), heldOut = fitGaussian(judged->real.heldOut.features);
  if (context.note) {
    context.note(judged->network->describe());
    if (heldOut.count < judged->samples) {
      context.note(sentence("The floor comes from %1 real pictures, all that are held out, and is a little too high beside %2 generated ones.", heldOut.count, judged->samples));
    }
  }
  return MetricValue{frechetDistance(reference, fitGaussian(judged->generated.features)), frechetDistance(reference, heldOut), judged->samples, judged->network->accuracy()};
}

}  // namespace

MetricSpec frechetMetric() {
  MetricSpec spec;
  spec.name = "frechet";
  spec.series.tag = "metric/frechet";
  spec.series.title = "Fréchet distance";
  spec.series.group = "Metrics";
  spec.series.role = Role::generator;
  spec.series.sentence =
      "How far generated pictures lie from real ones, by mean and spread of the features of a network trained on these data: lower is "
      "better, and held-out real pictures score the floor. Its features are Ganvas's own, so it is not FID and compares within one data set only.";
  spec.needs = {Field::image};
  spec.defaultSamples = kDefaultSamples;
  spec.compute = compute;
  return spec;
}

}  // namespace ganvas
