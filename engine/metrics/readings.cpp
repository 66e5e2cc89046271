#include "engine/metrics/readings.hpp"

#include <algorithm>
#include <map>
#include <mutex>

#include "engine/metrics/chunks.hpp"
#include "engine/tensor/frames.hpp"
#include "engine/tensor/seeds.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

constexpr std::int64_t kMostReference = 10000;  // training pictures that generated ones are compared with
constexpr std::uint64_t kSeed = 17062017;

Reading reader(const FeatureNetwork& network) {
  return [&network](const Tensor& bytes) { return network.featuresAndLogits(bytes).to(torch::kCPU); };
}

Readings apart(const Tensor& rows) { return {rows.narrow(1, 0, FeatureNetwork::kWidth), rows.narrow(1, FeatureNetwork::kWidth, rows.size(1) - FeatureNetwork::kWidth)}; }

/// As many held-out pictures as generated ones are compared with the reference in the same way, so floor and value share the bias of that
/// number. Where too few are held out, a part of the training pictures that the reference leaves out stands in.
Result<RealReadings> readAllReal(const FeatureNetwork& network, const PictureSet& data, std::int64_t samples, const JobContext& job) {
  auto generator = makeGenerator(kSeed, Stream::features);
  const auto train = torch::randperm(data.train().count, generator);
  const bool ownTest = data.test().count >= 4 * FeatureNetwork::kWidth;
  const auto spare = ownTest ? 0 : std::min(samples, data.train().count / 2);
  const auto heldOut = ownTest ? torch::randperm(data.test().count, generator).narrow(0, 0, std::min(samples, data.test().count)) : train.narrow(0, 0, spare);
  const auto reference = train.narrow(0, spare, std::min(data.train().count - spare, kMostReference));
  const auto& others = ownTest ? data.test() : data.train();
  const auto labels = labelsOf(others);
  const auto real = readReal(data, data.train(), reference, job, reader(network));
  if (!real) return real.error();
  const auto held = readReal(data, others, heldOut, job, reader(network));
  if (!held) return held.error();
  return RealReadings{apart(*real), apart(*held), labels.defined() ? labels.index_select(0, heldOut) : Tensor(), reference};
}

/// The same data and the same number of samples give the same readings: read once per process.
Result<RealReadings> realReadings(const FeatureNetwork& network, const MetricContext& context, std::int64_t samples) {
  static std::mutex guard;
  static std::map<std::string, RealReadings> known;
  const auto& data = context.pictures();
  const auto key = context.cache.string() + " " + data.hash() + " " + std::to_string(data.width()) + "x" + std::to_string(data.height()) + " " +
                   context.device.str() + " " + std::to_string(samples);
  {
    std::lock_guard lock(guard);
    if (const auto found = known.find(key); found != known.end()) return found->second;
  }
  context.job.report(-1, sentence("Looking at real pictures"));
  auto readings = readAllReal(network, data, samples, context.job);
  if (!readings) return readings;
  std::lock_guard lock(guard);
  return known.emplace(key, *readings).first->second;
}

Result<Readings> generatedReadings(const FeatureNetwork& network, const MetricContext& context, std::int64_t samples) {
  auto& known = context.evidence->readings;
  if (known.defined() && known.size(0) >= samples) return apart(known).first(samples);
  const auto rows = readGenerated(context, samples, sentence("Judging generated pictures"), reader(network));
  if (!rows) return rows.error();
  known = *rows;
  return apart(known);
}

}  // namespace

Result<Judged> judgeReal(MetricContext& context, std::int64_t fallback) {
  torch::NoGradGuard noGrad;
  Judged judged;
  judged.samples = context.samples > 0 ? context.samples : fallback;
  auto network = featureNetworkFor(context.pictures(), context.device, context.cache, *context.storage, context.job);
  if (!network) return network.error();
  judged.network = *network;
  auto real = realReadings(*judged.network, context, judged.samples);
  if (!real) return real.error();
  judged.real = std::move(*real);
  return judged;
}

Result<Judged> judge(MetricContext& context, std::int64_t fallback) {
  auto judged = judgeReal(context, fallback);
  if (!judged) return judged;
  torch::NoGradGuard noGrad;
  auto generated = generatedReadings(*judged->network, context, judged->samples);
  if (!generated) return generated.error();
  judged->generated = std::move(*generated);
  return judged;
}

}  // namespace ganvas
