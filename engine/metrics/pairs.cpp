#include "engine/metrics/pairs.hpp"

#include <cmath>

#include "engine/tensor/frames.hpp"
#include "engine/tensor/seeds.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

constexpr std::int64_t kDefaultSamples = 1000;
constexpr std::int64_t kAtOnce = 64;
constexpr std::int64_t kMostKnown = 40000;      // training drawings that the look-up knows
constexpr std::int64_t kSpreadDrawings = 100, kSpreadPictures = 6;

/// Drawings [N,1,H,W] as rows that can be compared: a little blurred, so that lines a pixel apart are near.
Tensor comparable(const Tensor& drawings) {
  const auto side = drawings.size(2);
  auto x = torch::avg_pool2d(drawings, 3, 1, 1);
  if (side > 32) x = torch::adaptive_avg_pool2d(x, {32, 32});
  return x.flatten(1);
}

/// Training pictures by their drawings.
class LookUp {
 public:
  LookUp(std::shared_ptr<const PictureSet> data) : pictures_(picturesOf(data, data->train())) {
    const auto drawings = drawingsOf(data, data->train());
    const auto each = std::clamp<std::int64_t>(kMostKnown / drawings.size(0), 1, drawings.size(1));
    rows_ = someRows(drawings.size(0), kMostKnown / each, 1);
    std::vector<Tensor> known;
    for (std::int64_t i = 0; i < each; ++i)
      for (const auto& part : rows_.split(1024)) known.push_back(comparable(normalised(drawings.select(1, i).unsqueeze(1).index_select(0, part))));
    known_ = torch::cat(known);
    lengths_ = known_.square().sum(1);
  }
  /// For each drawing the picture whose drawing is nearest.
  Tensor pictures(const Tensor& drawings) const {
    const auto asked = comparable(drawings);
    const auto nearest = (lengths_.unsqueeze(0) - 2 * asked.mm(known_.t())).argmin(1);
    return normalised(pictures_.index_select(0, rows_.index_select(0, nearest.remainder(rows_.size(0)))));
  }

 private:
  Tensor pictures_, rows_, known_, lengths_;
};

using Distance = Tensor (*)(const Tensor&, const Tensor&);

/// All three at once, since they look at the same pictures.
Result<MetricValue> measure(MetricContext& context, const std::string& name) {
  static const std::pair<const char*, Distance> kAll[] = {{"l1", meanDifferences}, {"ssim", structuralSimilarities}, {"colour", colourDistances}};
  auto& found = context.evidence->found;
  if (const auto known = found.find(name); known != found.end()) return known->second;
  torch::NoGradGuard noGrad;
  const auto data = std::dynamic_pointer_cast<const PictureSet>(context.data);
  const LookUp lookUp(data);
  const auto samples = context.samples > 0 ? context.samples : kDefaultSamples;
  std::map<std::string, std::pair<double, double>> sums;
  for (std::int64_t at = 0; at < samples; at += kAtOnce) {
    if (context.job.stopped()) return Error{ErrorKind::cancelled, sentence("Measuring was stopped."), {}};
    context.job.report(static_cast<double>(at) / static_cast<double>(samples), sentence("Comparing painted and true pictures"));
    const auto count = std::min(kAtOnce, samples - at);
    const auto inputs = context.inputs(count, at);
    const auto truth = inputs.at("truth").to(torch::kCPU), painted = context.generate(count, at).to(torch::kCPU), known = lookUp.pictures(inputs.at("sketch").to(torch::kCPU));
    for (const auto& [key, distance] : kAll) {
      sums[key].first += distance(painted, truth).sum().item<double>();
      sums[key].second += distance(known, truth).sum().item<double>();
    }
  }
  const auto n = static_cast<double>(samples);
  for (const auto& [key, sum] : sums) {
    MetricValue value{sum.first / n, key == "ssim" ? 1.0 : 0.0, samples};
    value.baselines["look-up"] = sum.second / n;
    found[key] = value;
  }
  return found.at(name);
}

/// Mean difference of two pictures of one drawing, over pairs.
Result<MetricValue> spread(MetricContext& context) {
  torch::NoGradGuard noGrad;
  const auto drawings = std::min(kSpreadDrawings, context.samples > 0 ? context.samples : kSpreadDrawings);
  const auto noise = context.inputs(drawings * kSpreadPictures, 0).at("latent");
  double sum = 0;
  for (std::int64_t i = 0; i < drawings; ++i) {
    if (context.job.stopped()) return Error{ErrorKind::cancelled, sentence("Measuring was stopped."), {}};
    auto inputs = context.inputs(1, i);
    inputs["latent"] = noise.narrow(0, i * kSpreadPictures, kSpreadPictures);
    if (inputs.contains("class")) inputs["class"] = inputs["class"].expand({kSpreadPictures});
    const auto made = context.infer(inputs).at("samples").flatten(1);
    const auto apart = (made.unsqueeze(0) - made.unsqueeze(1)).abs().mean(2) / 2;
    sum += apart.sum().item<double>() / static_cast<double>(kSpreadPictures * (kSpreadPictures - 1));
  }
  return MetricValue{sum / static_cast<double>(drawings), 0, drawings * kSpreadPictures};
}

MetricSpec specOf(const std::string& name, const std::string& title, const std::string& sentence, std::function<Result<MetricValue>(MetricContext&)> compute) {
  MetricSpec spec;
  spec.name = name;
  spec.series = {"metric/" + name, title, "Pairs held out", "", Role::generator, sentence, {}};
  spec.needs = {Field::image};
  spec.interaction = "sketch";
  spec.defaultSamples = kDefaultSamples;
  spec.compute = std::move(compute);
  return spec;
}

}  // namespace

Tensor meanDifferences(const Tensor& pictures, const Tensor& truth) { return (pictures - truth).abs().flatten(1).mean(1) / 2; }

Tensor structuralSimilarities(const Tensor& pictures, const Tensor& truth) {
  constexpr double kC1 = 0.01 * 0.01, kC2 = 0.03 * 0.03;   // of values from 0 to 1
  const auto line = torch::exp(-torch::arange(-5, 6, torch::kFloat64).square() / (2 * 1.5 * 1.5));
  const auto window = (line.unsqueeze(0) * line.unsqueeze(1) / line.sum().square()).view({1, 1, 11, 11});
  const auto mean = [&](const Tensor& x) { return torch::conv2d(x, window); };
  const auto grey = [](const Tensor& x) { return (x.mean(1, true).to(torch::kFloat64) + 1) / 2; };   // differences of squares want every digit
  const auto x = grey(pictures), y = grey(truth);
  const auto mx = mean(x), my = mean(y);
  const auto vx = mean(x * x) - mx * mx, vy = mean(y * y) - my * my, vxy = mean(x * y) - mx * my;
  return (((2 * mx * my + kC1) * (2 * vxy + kC2)) / ((mx * mx + my * my + kC1) * (vx + vy + kC2))).flatten(1).mean(1);
}

Tensor colourDistances(const Tensor& pictures, const Tensor& truth) {
  constexpr std::int64_t kSteps = 4;   // a channel
  const auto histogram = [](const Tensor& x) {
    const auto channels = x.size(1);
    const auto place = ((x + 1) * (kSteps / 2.0) - 0.5).clamp(0, kSteps - 1).flatten(2);
    const auto below = place.floor().clamp(0, kSteps - 2);
    const auto above = place - below;   // how much of a pixel the upper one of two steps gets
    std::int64_t cells = 1;
    for (std::int64_t c = 0; c < channels; ++c) cells *= kSteps;
    auto counts = torch::zeros({x.size(0), cells});
    for (std::int64_t corner = 0; corner < (std::int64_t{1} << channels); ++corner) {
      auto cell = torch::zeros({x.size(0), place.size(2)}, torch::kInt64);
      auto share = torch::ones({x.size(0), place.size(2)});
      for (std::int64_t c = 0; c < channels; ++c) {
        const std::int64_t up = (corner >> c) & 1;
        cell = cell * kSteps + below.select(1, c).to(torch::kInt64) + up;
        share = share * (up == 1 ? above.select(1, c) : 1 - above.select(1, c));
      }
      counts.scatter_add_(1, cell, share);
    }
    return counts;
  };
  return (histogram(pictures) - histogram(truth)).abs().sum(1) / (2.0 * static_cast<double>(pictures.size(2) * pictures.size(3)));
}

std::vector<MetricSpec> pairMetrics() {
  const auto named = [](const char* name) { return [name](MetricContext& context) { return measure(context, name); }; };
  return {specOf("l1", "Difference", "Mean absolute difference between pictures painted from held-out drawings and the true ones, where black to white is 1: lower is better.", named("l1")),
          specOf("ssim", "Structural similarity", "Structural similarity (SSIM) of pictures painted from held-out drawings to the true ones: 1 is the same.", named("ssim")),
          specOf("colour", "Colour distance", "Share of pixels that would have to change colour for a painted picture to have the true one's colours, wherever they lie: lower is better.", named("colour")),
          specOf("spread", "Spread by noise", "Mean difference between two pictures of one drawing with other noise, where black to white is 1: how much the noise counts.", spread)};
}

}  // namespace ganvas
