#include "engine/metrics/frechet.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include "engine/metrics/chunks.hpp"
#include "engine/metrics/feature_network.hpp"
#include "engine/metrics/gaussian.hpp"
#include "engine/tensor/seeds.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

constexpr std::int64_t kDefaultSamples = 5000;
constexpr std::int64_t kMostReference = 10000;  // training pictures that generated ones are compared with
constexpr std::int64_t kFewest = 4 * FeatureNetwork::kWidth;  // below that a covariance of kWidth features is mostly noise
constexpr std::uint64_t kSeed = 17062017;

/// Real pictures and what others of their kind score against them.
struct Reference {
  Gaussian real;
  double floor = 0;
  std::int64_t heldOut = 0;
};

Result<Gaussian> judgeReal(const FeatureNetwork& network, const PictureSet& data, const PictureSplit& split, const Tensor& rows,
                           const JobContext& job) {
  const auto features = readReal(data, split, rows, job, [&](const Tensor& bytes) { return network.features(bytes); });
  if (!features) return features.error();
  return fitGaussian(*features);
}

/// `samples` held-out pictures are compared with the reference as generated ones are, so floor and value share the bias of that number.
/// Where too few are held out, a part of the training pictures that the reference leaves out stands in.
Result<Reference> makeReference(const FeatureNetwork& network, const PictureSet& data, std::int64_t samples, const JobContext& job) {
  auto generator = makeGenerator(kSeed, Stream::features);
  const auto train = torch::randperm(data.train().count, generator);
  const bool ownTest = data.test().count >= kFewest;
  const auto spare = ownTest ? 0 : std::min(samples, data.train().count / 2);
  const auto heldOut = ownTest ? torch::randperm(data.test().count, generator).narrow(0, 0, std::min(samples, data.test().count))
                               : train.narrow(0, 0, spare);
  const auto reference = train.narrow(0, spare, std::min(data.train().count - spare, kMostReference));
  const auto real = judgeReal(network, data, data.train(), reference, job);
  if (!real) return real.error();
  const auto others = judgeReal(network, data, ownTest ? data.test() : data.train(), heldOut, job);
  if (!others) return others.error();
  return Reference{*real, frechetDistance(*real, *others), others->count};
}

/// The same data and the same number of samples give the same reference: worked out once per process.
Result<Reference> referenceFor(const FeatureNetwork& network, const MetricContext& context, std::int64_t samples) {
  static std::mutex guard;
  static std::map<std::string, Reference> known;
  const auto& data = *context.data;
  const auto key = context.cache.string() + " " + data.hash() + " " + std::to_string(data.width()) + "x" + std::to_string(data.height()) + " " +
                   context.device.str() + " " + std::to_string(samples);
  {
    std::lock_guard lock(guard);
    if (const auto found = known.find(key); found != known.end()) return found->second;
  }
  context.job.report(-1, "Looking at real pictures");
  auto reference = makeReference(network, data, samples, context.job);
  if (!reference) return reference;
  std::lock_guard lock(guard);
  return known.emplace(key, *reference).first->second;
}

Result<Gaussian> judgeGenerated(const FeatureNetwork& network, const MetricContext& context, std::int64_t samples) {
  const auto features = readGenerated(context, samples, "Judging generated pictures", [&](const Tensor& bytes) { return network.features(bytes); });
  if (!features) return features.error();
  return fitGaussian(*features);
}

Result<MetricValue> compute(MetricContext& context) {
  const auto samples = context.samples > 0 ? context.samples : kDefaultSamples;
  if (samples < kFewest) {
    return Error{ErrorKind::usage,
                 "The Fréchet distance from " + std::to_string(samples) + " pictures would say nothing: it needs at least " +
                     std::to_string(kFewest) + " (four for each of " + std::to_string(FeatureNetwork::kWidth) + " features).",
                 {}};
  }
  torch::NoGradGuard noGrad;
  const auto network = featureNetworkFor(*context.data, context.device, context.cache, *context.storage, context.job);
  if (!network) return network.error();
  const auto reference = referenceFor(**network, context, samples);
  if (!reference) return reference.error();
  const auto generated = judgeGenerated(**network, context, samples);
  if (!generated) return generated.error();
  if (context.note) {
    context.note((*network)->describe());
    if (reference->heldOut < samples) {
      context.note("The floor comes from " + std::to_string(reference->heldOut) + " real pictures, all that are held out, and is a little too high beside " +
                   std::to_string(samples) + " generated ones.");
    }
  }
  return MetricValue{frechetDistance(reference->real, *generated), reference->floor, samples};
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
