#include "engine/metrics/classified.hpp"

#include "engine/metrics/readings.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

constexpr std::int64_t kDefaultSamples = 5000;

double confidence(const Tensor& probabilities) { return std::get<0>(probabilities.max(1)).mean().item<double>(); }

MetricSpec spec(const std::string& name, const std::string& title, const std::string& group, const std::string& sentence) {
  MetricSpec spec;
  spec.name = name;
  spec.series = {"metric/" + name, title, group, "", Role::generator, sentence, {}};
  spec.needs = {Field::image, Field::label};
  spec.defaultSamples = kDefaultSamples;
  return spec;
}

MetricSpec ofProbabilities(MetricSpec spec, double (*value)(const Tensor&)) {
  spec.compute = [value](MetricContext& context) -> Result<MetricValue> {
    const auto judged = judge(context, kDefaultSamples);
    if (!judged) return judged.error();
    return MetricValue{value(judged->generated.logits.softmax(1)), value(judged->real.heldOut.logits.softmax(1)), judged->samples, judged->network->accuracy()};
  };
  return spec;
}

Result<MetricValue> agreement(MetricContext& context) {
  const auto judged = judge(context, kDefaultSamples);
  if (!judged) return judged.error();
  const auto asked = context.inputs(judged->samples, 0).at("class").to(torch::kCPU);
  const auto share = [](const Tensor& logits, const Tensor& labels) { return logits.argmax(1).eq(labels).to(torch::kFloat64).mean().item<double>(); };
  return MetricValue{share(judged->generated.logits, asked), share(judged->real.heldOut.logits, judged->real.heldOutLabels), judged->samples, judged->network->accuracy()};
}

}  // namespace

double classifierScore(const Tensor& probabilities) {
  const auto p = probabilities.to(torch::kFloat64).clamp_min(1e-12), marginal = p.mean(0, true);
  return std::exp((p * (p.log() - marginal.log())).sum(1).mean().item<double>());
}

std::vector<MetricSpec> classifiedMetrics() {
  auto agrees = spec("class_agreement", "Class agreement", "Shares",
                     "Share of pictures that a network trained on these data reads as the class that was asked for. Held-out real pictures score the floor: that network errs as well.");
  agrees.interaction = "class";
  agrees.compute = agreement;
  return {ofProbabilities(spec("classifier_confidence", "Classifier confidence", "Shares",
                               "How sure a network trained on these data is of what it sees in a generated picture, on average. Low: smears between the classes."), confidence),
          ofProbabilities(spec("classifier_score", "Classifier score", "Counts",
                               "How sure of each picture and how varied over all, from 1 to the number of classes: the inception score's formula with Ganvas's own network, so not an inception score."), classifierScore),
          agrees};
}

}  // namespace ganvas
