#include "engine/gans/plane_view.hpp"

#include <cmath>
#include <limits>

#include "engine/data/point_measures.hpp"
#include "engine/tensor/seeds.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

constexpr std::int64_t kPoints = 10'000;   // that densities and divergences are read from
constexpr std::uint64_t kSeed = 0x706c616e65;
constexpr int kMostCells = 256, kMostLines = 64, kCells = 64;   // a side

struct Rgb {
  float red, green, blue;
};
constexpr Rgb kReal{0.0f, 0.502f, 0.365f}, kFake{0.788f, 0.329f, 0.0f};   // as the window has them: green and vermilion

/// Blots of two pixels on an open sheet [3,side,side].
void blot(Tensor& sheet, const Tensor& points, const PointTarget& target, const Rgb& colour) {
  const auto side = sheet.size(1);
  const auto scale = static_cast<double>(side) / (target.high - target.low);
  const auto places = points.to(torch::kCPU, torch::kFloat32).contiguous();
  const auto* at = places.data_ptr<float>();
  for (std::int64_t i = 0; i < places.size(0); ++i) {
    const double x = (at[2 * i] - target.low) * scale, y = (target.high - at[2 * i + 1]) * scale;
    if (!(x >= 1 && y >= 1 && x < static_cast<double>(side) - 1 && y < static_cast<double>(side) - 1)) continue;
    const auto column = static_cast<std::int64_t>(x), row = static_cast<std::int64_t>(y);
    const float parts[3]{colour.red, colour.green, colour.blue};
    for (std::int64_t c = 0; c < 3; ++c)
      for (std::int64_t dy = 0; dy < 2; ++dy)
        for (std::int64_t dx = 0; dx < 2; ++dx) sheet.data_ptr<float>()[(c * side + row - dy) * side + column - dx] = 2 * parts[c] - 1;
  }
}

std::span<const float> spanOf(const Tensor& points) { return {points.data_ptr<float>(), static_cast<std::size_t>(points.numel())}; }

Tensor sampled(const PointTarget& target, std::int64_t count) {
  const auto points = target.sample(count, kSeed);
  return torch::tensor(points).view({-1, 2});
}

/// The middles of the cells [cells,2].
Tensor centres(const PlaneGrid& grid) {
  const auto middles = [](double low, double high, int n) { return (torch::arange(n, torch::kFloat32) + 0.5) * ((high - low) / n) + low; };
  const auto x = middles(grid.xLow, grid.xHigh, grid.columns), y = middles(grid.yLow, grid.yHigh, grid.rows);
  return torch::stack({x.repeat({grid.rows}), y.repeat_interleave(grid.columns)}, 1);
}

/// Counts of few points are rough: each cell takes part of its neighbours' (binomial weights).
Tensor smoothed(const Tensor& counts) {
  const auto across = torch::tensor({1.0, 2.0, 1.0}, torch::kFloat64) / 4;
  const auto up = counts.size(0) == 1 ? torch::tensor({0.0, 1.0, 0.0}, torch::kFloat64) : across;
  return torch::conv2d(counts.view({1, 1, counts.size(0), counts.size(1)}), up.outer(across).view({1, 1, 3, 3}), {}, 1, 1).squeeze(0).squeeze(0);
}

/// Places between which equal shares of a normal distribution lie, so that each mesh of the latent grid holds as many points.
Tensor latentGrid(std::int64_t lines, std::int64_t size) {
  const auto u = (torch::arange(lines, torch::kFloat32) + 0.5) / static_cast<double>(lines);
  const auto z = torch::erfinv(u * 2 - 1) * std::sqrt(2.0);
  if (size == 1) return z.view({-1, 1});
  return torch::stack({z.repeat({lines}), z.repeat_interleave(lines)}, 1);
}

double inputNumber(const NamedTensors& inputs, const std::string& name, double otherwise) {
  const auto found = inputs.find(name);
  return found == inputs.end() || found->second.numel() == 0 ? otherwise : found->second.flatten()[0].item<double>();
}

Tensor scalar(double value) { return torch::tensor(value, torch::kFloat64); }

}  // namespace

Tensor PlaneView::drawn(const Tensor& points, int side) const {
  auto sheet = torch::ones({3, side, side});
  blot(sheet, sampled(*target_, std::min<std::int64_t>(points.size(0), 1000)), *target_, kReal);
  blot(sheet, points, *target_, kFake);
  return sheet.unsqueeze(0);
}

void PlaneView::lookAt(const PlaneGrid& grid) {
  const bool same = grid.xLow == grid_.xLow && grid.xHigh == grid_.xHigh && grid.yLow == grid_.yLow && grid.yHigh == grid_.yHigh &&
                    grid.columns == grid_.columns && grid.rows == grid_.rows;
  if (masses_.defined() && same) return;
  grid_ = grid;
  masses_ = torch::tensor(target_->masses(grid), torch::kFloat64).view({grid.rows, grid.columns});
}

NamedTensors PlaneView::answer(const NamedTensors& inputs, const Players& players) {
  auto view = inputs.at("view").to(torch::kFloat64).contiguous();
  if (view.numel() == 2) view = torch::cat({torch::tensor({target_->low, target_->high, target_->low, target_->high}, torch::kFloat64), view});
  const auto* v = view.data_ptr<double>();
  const bool sound = view.numel() == 6 && v[1] > v[0] && v[3] > v[2] && std::isfinite(v[1] - v[0]) && std::isfinite(v[3] - v[2]) && v[4] >= 1 && v[5] >= 1 && v[4] <= kMostCells && v[5] <= kMostCells;
  if (!sound) throw ErrorException({ErrorKind::usage, sentence("A view of the plane needs two ranges and at most %1 cells a side.", kMostCells), {}});
  lookAt({v[0], v[1], v[2], v[3], static_cast<int>(v[4]), static_cast<int>(v[5])});
  const auto count = static_cast<std::int64_t>(std::clamp(inputNumber(inputs, "count", 1000), 1.0, static_cast<double>(kPoints)));
  const bool measures = inputNumber(inputs, "measure", 1) != 0;
  const auto latents = latentsOfSeed(kSeed, measures ? kPoints : count, 0, players.latentSize);
  const auto points = players.generate(latents).to(torch::kCPU, torch::kFloat32).contiguous();
  const auto shown = points.narrow(0, 0, count);
  NamedTensors out{{"view", view.narrow(0, 0, 4).view({1, 4})}, {"fake", shown}, {"latents", latents.narrow(0, 0, count)}, {"real", sampled(*target_, count)}};
  const auto lines = static_cast<std::int64_t>(std::clamp(inputNumber(inputs, "lines", 0), 0.0, static_cast<double>(kMostLines)));
  if (lines > 1 && players.latentSize <= 2 && !players.labelled && !target_->line) out["manifold"] = players.generate(latentGrid(lines, players.latentSize));
  if (const auto probe = inputs.find("probe"); probe != inputs.end() && !players.labelled && probe->second.numel() == players.latentSize)
    out["probe"] = players.generate(probe->second.to(torch::kFloat32).view({1, -1}));
  if (measures) addDensities(out, points);
  if (players.judge) addField(out, players, shown);
  return out;
}

/// Of a line what lies in each column is spread over its rows as the target is.
Tensor PlaneView::generatedMasses(const Tensor& points) const {
  auto grid = grid_;
  if (target_->line) grid.yLow = -1, grid.yHigh = 1, grid.rows = 1;
  auto counts = histogram(spanOf(points), grid);
  counts.pop_back();   // beside the view
  const auto masses = smoothed(torch::tensor(counts, torch::kFloat64).view({grid.rows, grid.columns})) / static_cast<double>(points.size(0));
  if (!target_->line) return masses;
  const auto rows = masses_.sum(1, true);
  return rows / rows.sum().clamp_min(1e-12) * masses;
}

void PlaneView::addDensities(NamedTensors& out, const Tensor& points) const {
  const auto generated = generatedMasses(points);
  out["p_data"] = masses_ / grid_.cellArea();
  out["p_g"] = generated / grid_.cellArea();
  if (game_.loss.knownOptimum) {   // Goodfellow et al. 2014, proposition 1; with smoothed labels the real side counts less (Salimans et al. 2016, 3.4)
    const auto both = masses_ + generated;
    const double nobody = 1e-9;   // where neither lies nothing can be said
    out["d_star"] = torch::where(both > nobody, masses_ * (1 - game_.smoothing) / both.clamp_min(nobody), torch::full_like(both, std::numeric_limits<double>::quiet_NaN()));
  }
  const auto apart = divergences(*target_, spanOf(points), target_->view(kCells));
  out["js"] = scalar(apart.js), out["kl"] = scalar(apart.kl);
  if (!target_->modes) return;
  const auto modes = countModes(*target_, spanOf(points));
  out["modes"] = scalar(modes.captured), out["high_quality"] = scalar(modes.quality), out["reverse_kl"] = scalar(modes.reverseKl);
}

void PlaneView::addField(NamedTensors& out, const Players& players, const Tensor& shown) const {
  const auto answer = [&](const Tensor& logits) { return game_.loss.probabilities ? torch::sigmoid(logits) : logits; };
  const auto field = answer(players.judge(centres(grid_))).to(torch::kFloat64).view_as(masses_);
  out["d"] = field;
  if (const auto best = out.find("d_star"); best != out.end()) {
    const auto weight = (masses_ + out.at("p_g") * grid_.cellArea()) / 2;
    out["gap"] = scalar((weight * (field - best->second).abs()).nansum().item<double>() / std::max(1e-12, weight.sum().item<double>()));
  }
  torch::AutoGradMode gradient(true);
  const auto places = shown.detach().clone().requires_grad_(true);
  const auto fake = players.judge(places), real = players.judge(out.at("real"));
  if (game_.loss.probabilities) out["value"] = scalar((torch::log_sigmoid(real.detach()).mean() + torch::log_sigmoid(-fake.detach()).mean()).item<double>());
  const auto loss = game_.loss.generator(fake, real.detach());
  out["gradients"] = -torch::autograd::grad({loss}, {places})[0] * static_cast<double>(shown.size(0));
}

}  // namespace ganvas
