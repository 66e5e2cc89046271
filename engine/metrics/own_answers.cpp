#include "engine/metrics/own_answers.hpp"

#include <algorithm>
#include <limits>

#include "engine/metrics/chunks.hpp"
#include "engine/metrics/feature_network.hpp"
#include "engine/tensor/frames.hpp"
#include "engine/tensor/seeds.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

constexpr std::int64_t kDefaultSamples = 10000;
constexpr std::uint64_t kSeed = 10000;

struct Answers {
  Tensor kinds, labels;   // [n] int64
  double floor = 0;       // error of the network that was trained with all labels
  std::int64_t samples = 0;
  double accuracy = 0;
};

/// The kind of highest probability for held-out pictures, by the judged networks' output `name`.
Result<Answers> answers(MetricContext& context, const std::string& name) {
  torch::NoGradGuard noGrad;
  const auto& split = context.pictures().test().count > 0 ? context.pictures().test() : context.pictures().train();
  Answers result;
  result.samples = std::min(context.samples > 0 ? context.samples : kDefaultSamples, split.count);
  const auto rows = someRows(split.count, result.samples, kSeed);
  auto kinds = readReal(context.pictures(), split, rows, context.job, [&](const Tensor& bytes) {
    return context.infer({{"image", normalised(bytes).to(context.device)}}).at(name).argmax(1).to(torch::kCPU);
  });
  if (!kinds) return kinds.error();
  result.kinds = std::move(*kinds);
  result.labels = labelsOf(split).index_select(0, rows);
  const auto network = featureNetworkFor(context.pictures(), context.device, context.cache, *context.storage, context.job);
  if (!network) return network.error();
  result.accuracy = (*network)->accuracy(), result.floor = 1 - result.accuracy;
  return result;
}

double shareDifferent(const Tensor& a, const Tensor& b) { return a.ne(b).to(torch::kFloat64).mean().item<double>(); }

Result<MetricValue> codeError(MetricContext& context) {
  if (context.inputs && !context.inputs(1, 0).contains("categories"))
    return Error{ErrorKind::usage, sentence("These networks have no category whose error could be measured (categorical is 0)."), {}};
  const auto read = answers(context, "categories");
  if (!read) return read.error();
  const auto kinds = read->kinds.max().item<std::int64_t>() + 1, classes = read->labels.max().item<std::int64_t>() + 1;
  const auto counts = torch::bincount(read->kinds * classes + read->labels, {}, kinds * classes).view({kinds, classes});
  const auto meaning = torch::tensor(bestAssignment(counts));
  return MetricValue{shareDifferent(meaning.index_select(0, read->kinds), read->labels), read->floor, read->samples, read->accuracy};
}

Result<MetricValue> errorOf(MetricContext& context, const std::string& output) {
  const auto read = answers(context, output);
  if (!read) return read.error();
  return MetricValue{shareDifferent(read->kinds, read->labels), read->floor, read->samples, read->accuracy};
}

Result<MetricValue> testError(MetricContext& context) { return errorOf(context, "classes"); }
Result<MetricValue> testErrorAlone(MetricContext& context) { return errorOf(context, "classes_alone"); }

MetricSpec spec(const std::string& name, const std::string& title, const std::string& interaction, Result<MetricValue> (*compute)(MetricContext&), const std::string& sentence) {
  MetricSpec spec;
  spec.name = name;
  spec.series = {"metric/" + name, title, "Shares", "", Role::discriminator, sentence, {}};
  spec.needs = {Field::image, Field::label};
  spec.interaction = interaction;
  spec.defaultSamples = kDefaultSamples;
  spec.compute = compute;
  return spec;
}

}  // namespace

std::vector<std::int64_t> bestAssignment(const Tensor& counts) {
  // Costs are negated counts in a square that is padded with zeros; potentials u, v and augmenting paths row by row.
  const auto rows = counts.size(0), columns = counts.size(1), n = std::max(rows, columns);
  auto cost = torch::zeros({n, n}, torch::kInt64);
  cost.narrow(0, 0, rows).narrow(1, 0, columns).copy_(-counts);
  const auto at = cost.accessor<std::int64_t, 2>();
  constexpr auto kFar = std::numeric_limits<std::int64_t>::max() / 4;
  std::vector<std::int64_t> u(n + 1), v(n + 1), rowOf(n + 1), way(n + 1);
  for (std::int64_t row = 1; row <= n; ++row) {
    std::vector<std::int64_t> least(n + 1, kFar);
    std::vector<bool> done(n + 1, false);
    std::int64_t column = 0;
    rowOf[0] = row;
    do {
      done[column] = true;
      std::int64_t step = kFar, next = 0;
      for (std::int64_t j = 1; j <= n; ++j) {
        if (done[j]) continue;
        const auto reduced = at[rowOf[column] - 1][j - 1] - u[rowOf[column]] - v[j];
        if (reduced < least[j]) least[j] = reduced, way[j] = column;
        if (least[j] < step) step = least[j], next = j;
      }
      for (std::int64_t j = 0; j <= n; ++j) {
        if (done[j]) u[rowOf[j]] += step, v[j] -= step;
        else least[j] -= step;
      }
      column = next;
    } while (rowOf[column] != 0);
    for (; column != 0; column = way[column]) rowOf[column] = rowOf[way[column]];
  }
  std::vector<std::int64_t> meaning(rows, -1);
  for (std::int64_t j = 1; j <= columns; ++j)
    if (rowOf[j] <= rows) meaning[rowOf[j] - 1] = j - 1;
  return meaning;
}

std::vector<MetricSpec> ownAnswerMetrics() {
  return {spec("code_error", "Code error", "codes", codeError,
               "Share of held-out real pictures that the first category, read off them, names wrongly, after every kind was given the class that it fits best. No label was used in training."),
          spec("test_error", "Test error", "classify", testError,
               "Share of held-out real pictures that the discriminator names wrongly, having been told the classes of a few only. The floor is the error of a network that was told all."),
          spec("test_error_alone", "Test error, labels alone", "classify", testErrorAlone,
               "The same share for a plain classifier: the discriminator's network, trained beside it on the same few labels and nothing else. What lies between the two curves is what the unlabelled pictures taught.")};
}

}  // namespace ganvas
