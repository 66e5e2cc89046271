#include "engine/metrics/manifold.hpp"

#include <algorithm>

#include "engine/metrics/readings.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

constexpr std::int64_t kDefaultSamples = 5000, kRows = 500;
constexpr std::int64_t kBall = 3, kDenseBall = 5;   // neighbours, as the two papers take them

/// For each k the distance to the k-th nearest other sample, [n].
std::vector<Tensor> radii(const Tensor& x, const std::vector<std::int64_t>& ks) {
  std::vector<std::vector<Tensor>> parts(ks.size());
  for (const auto& rows : x.split(kRows)) {
    const auto distance = torch::cdist(rows, x);
    for (std::size_t i = 0; i < ks.size(); ++i) parts[i].push_back(std::get<0>(distance.kthvalue(ks[i] + 1, 1)));   // the nearest is the sample itself
  }
  std::vector<Tensor> all;
  for (const auto& part : parts) all.push_back(torch::cat(part));
  return all;
}

/// Calls `see` with [rows,m] distances from some of x's rows to all of y.
void distances(const Tensor& x, const Tensor& y, const std::function<void(const Tensor& distance, std::int64_t first)>& see) {
  std::int64_t first = 0;
  for (const auto& rows : x.split(kRows)) {
    see(torch::cdist(rows, y), first);
    first += rows.size(0);
  }
}

const std::vector<std::pair<const char*, double Manifolds::*>> kValues{
    {"precision", &Manifolds::precision}, {"recall", &Manifolds::recall}, {"density", &Manifolds::density}, {"coverage", &Manifolds::coverage}};

/// All four come out together; the others take theirs from the evidence.
Result<MetricValue> compute(MetricContext& context, const std::string& name) {
  auto& found = context.evidence->found;
  if (!found.contains(name)) {
    const auto judged = judge(context, kDefaultSamples);
    if (!judged) return judged.error();
    torch::NoGradGuard noGrad;
    // All three are as many as one another: balls shrink with their number.
    const auto& [reference, heldOut] = std::tie(judged->real.reference, judged->real.heldOut);
    const auto count = std::min({judged->generated.count(), reference.count(), heldOut.count()});
    if (count <= kDenseBall) return Error{ErrorKind::input, sentence("There are too few pictures in \"%1\" to compare neighbourhoods.", context.data->info().title), {}};
    const auto among = reference.first(count).features;
    const auto made = compareManifolds(among, judged->generated.first(count).features), real = compareManifolds(among, heldOut.first(count).features);
    for (const auto& [each, value] : kValues) found[each] = {made.*value, real.*value, count, judged->network->accuracy()};
  }
  return found.at(name);
}

MetricSpec manifoldMetric(const std::string& name, const std::string& title, const std::string& sentence) {
  MetricSpec spec;
  spec.name = name;
  spec.series = {"metric/" + name, title, "Shares", "", Role::generator, sentence, {}};
  spec.needs = {Field::image};
  spec.defaultSamples = kDefaultSamples;
  spec.compute = [name](MetricContext& context) { return compute(context, name); };
  return spec;
}

}  // namespace

Manifolds compareManifolds(const Tensor& real, const Tensor& generated) {
  Manifolds result;
  const auto realBalls = radii(real, {kBall, kDenseBall});
  const auto &realBall = realBalls[0], &denseBall = realBalls[1];
  const auto generatedBall = radii(generated, {kBall})[0];
  const auto n = static_cast<double>(real.size(0)), m = static_cast<double>(generated.size(0));
  auto inSome = torch::zeros({generated.size(0)}, torch::kBool);
  double recalled = 0, covered = 0, dense = 0;
  distances(real, generated, [&](const Tensor& distance, std::int64_t first) {
    const auto within = [&](const Tensor& balls) { return distance.le(balls.narrow(0, first, distance.size(0)).unsqueeze(1)); };
    const auto inDense = within(denseBall);
    inSome.logical_or_(within(realBall).any(0));
    dense += inDense.sum().item<double>();
    covered += inDense.any(1).sum().item<double>();
    recalled += distance.le(generatedBall.unsqueeze(0)).any(1).sum().item<double>();
  });
  result.precision = inSome.sum().item<double>() / m;
  result.recall = recalled / n;
  result.density = dense / (static_cast<double>(kDenseBall) * m);
  result.coverage = covered / n;
  return result;
}

std::vector<MetricSpec> manifoldMetrics() {
  return {
      manifoldMetric("precision", "Precision",
                     "Share of generated pictures that lie among real ones, by the features of a network trained on these data: how good the pictures are. Few modes, drawn well, score high."),
      manifoldMetric("recall", "Recall", "Share of real pictures that lie among generated ones: how much of the data's variety the generator draws. Falls with mode collapse."),
      manifoldMetric("density", "Density", "How densely generated pictures lie among real ones, on average; like precision, but a single odd real picture cannot raise it. 1 where both agree."),
      manifoldMetric("coverage", "Coverage", "Share of real pictures that have a generated one nearby: like recall, but generated outliers cannot raise it."),
  };
}

}  // namespace ganvas
