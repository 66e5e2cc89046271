#include "tests/ui/bridge/fake_pictures.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace ganvas::test {
namespace {

constexpr int kGarments = 10;

FakeLatent drawPoint(const LatentPoint& point) {
  std::mt19937_64 engine(point.seed * 0x9E3779B97F4A7C15ull + point.index * 0xD1B54A32D192ED03ull + 17);
  FakeLatent z{};
  for (auto& value : z) {  // Box-Muller: the same numbers with every standard library
    const double u = (static_cast<double>(engine() >> 11) + 1) / 9007199254740993.0;
    const double v = static_cast<double>(engine() >> 11) / 9007199254740992.0;
    value = std::sqrt(-2 * std::log(u)) * std::cos(6.283185307179586 * v);
  }
  return z;
}

double box(double x, double y, double cx, double cy, double hx, double hy) {
  return std::min(hx - std::abs(x - cx), hy - std::abs(y - cy));
}
double ellipse(double x, double y, double cx, double cy, double rx, double ry) {
  return (1 - std::hypot((x - cx) / rx, (y - cy) / ry)) * std::min(rx, ry);
}

/// Positive inside the garment (distance to its border, about), y downwards, both axes -1…1.
double inside(int garment, double x, double y) {
  const double ax = std::abs(x);
  switch (garment) {
    case 0: return std::max(box(x, y, 0, 0.05, 0.42, 0.75), box(ax, y, 0.55, -0.42, 0.24, 0.24 - (ax - 0.4) * 0.2));
    case 1: return std::max(box(ax, y, 0.22, 0.1, 0.17, 0.82), box(x, y, 0, -0.68, 0.39, 0.16));
    case 2: return std::max(box(x, y, 0, 0.05, 0.42, 0.72), box(ax - (y + 0.6) * 0.16, y, 0.54, 0.05, 0.13, 0.72));
    case 3: return std::min(0.14 + 0.17 * (y + 0.95) - ax + 0.1 * std::exp(-30 * (y + 0.6) * (y + 0.6)), 0.9 - std::abs(y));
    case 4: return std::max(box(x, y, 0, 0.08, 0.46, 0.82), box(ax, y, 0.6, 0.1, 0.12, 0.72));
    case 5: return std::max(std::min(ellipse(x, y, 0, 0.25, 0.92, 0.34), -ellipse(x, y, 0.1, 0.02, 0.7, 0.3)), box(x, y, 0, 0.52, 0.9, 0.08));
    case 6: return std::max(box(x, y, 0, 0.05, 0.38, 0.8), box(ax - (y + 0.6) * 0.1, y, 0.47, -0.25, 0.11, 0.42));
    case 7: return std::max(std::min(ellipse(x, y, 0.1, 0.42, 0.95, 0.62), 0.42 - y), box(x, y, 0.05, 0.46, 0.92, 0.09));
    case 8: return std::max(box(x, y, 0, 0.3, 0.74, 0.46), std::min(ellipse(x, y, 0, -0.15, 0.46, 0.5), -ellipse(x, y, 0, -0.15, 0.36, 0.4)));
    default: return std::max(box(x, y, 0.3, -0.15, 0.34, 0.75), std::min(ellipse(x, y, -0.1, 0.6, 0.85, 0.42), 0.68 - y));
  }
}

double hash(double x, double y, double z) {
  const double s = std::sin(x * 127.1 + y * 311.7 + z * 74.7) * 43758.5453;
  return s - std::floor(s);
}

/// Brightness 0…1 of one pixel.
double shade(const FakeLatent& z, const std::array<double, kGarments>& weights, double x, double y, double sharpness) {
  const double blur = 0.05 + 0.5 * (1 - sharpness);
  const double sx = x / (1 + 0.08 * z[10]), sy = y / (1 + 0.08 * z[11]);
  double cloth = 0;
  for (int k = 0; k < kGarments; ++k) {
    if (weights[k] > 0.01) cloth += weights[k] / (1 + std::exp(-inside(k, sx, sy) / blur * 3));
  }
  const double weave = 0.09 * std::sin(14 * sx * (1 + 0.3 * z[14])) * std::sin(11 * sy) + 0.12 * z[13] * sx + 0.1 * std::cos(3 * sy + z[12]);
  const double grain = (hash(x * 31, y * 17, z[15]) - 0.5) * (0.06 + 0.9 * (1 - sharpness));
  return std::clamp(cloth * (0.68 + 0.13 * z[12] + weave) + grain * (0.25 + cloth), 0.0, 1.0);
}

}  // namespace

FakeLatent fakeLatent(const LatentRecipe& recipe) {
  const auto a = drawPoint(recipe.from), b = drawPoint(recipe.to);
  FakeLatent z{};
  double dot = 0, na = 0, nb = 0;
  for (int i = 0; i < kFakeLatent; ++i) dot += a[i] * b[i], na += a[i] * a[i], nb += b[i] * b[i];
  const double angle = std::acos(std::clamp(dot / std::sqrt(na * nb), -1.0, 1.0));
  const double s = std::sin(angle);
  const double wa = s > 1e-6 ? std::sin((1 - recipe.t) * angle) / s : 1 - recipe.t;
  const double wb = s > 1e-6 ? std::sin(recipe.t * angle) / s : recipe.t;
  for (int i = 0; i < kFakeLatent; ++i) z[i] = wa * a[i] + wb * b[i];
  for (std::size_t d = 0; d < recipe.offsets.size(); ++d) z[(10 + d) % kFakeLatent] += recipe.offsets[d];
  return z;
}

TileGrid fakeTiles(std::span<const FakeLatent> latents, int columns, int size, int channels, double sharpness, std::int64_t step) {
  TileGrid grid;
  grid.count = static_cast<int>(latents.size());
  grid.columns = std::max(1, columns);
  grid.rows = (grid.count + grid.columns - 1) / grid.columns;
  grid.tileWidth = grid.tileHeight = size;
  grid.step = step;
  grid.frame.width = grid.columns * size;
  grid.frame.height = grid.rows * size;
  auto pixels = std::make_shared<std::vector<std::uint8_t>>(std::size_t{4} * grid.frame.width * grid.frame.height, 0);
  for (int i = 0; i < grid.count; ++i) {
    std::array<double, kGarments> weights{};
    double sum = 0;
    for (int k = 0; k < kGarments; ++k) sum += weights[k] = std::exp((2 + 4 * sharpness) * latents[i][k]);
    for (auto& weight : weights) weight /= sum;
    const double hue = latents[i][15];
    for (int py = 0; py < size; ++py) {
      for (int px = 0; px < size; ++px) {
        const double v = shade(latents[i], weights, (px + 0.5) / size * 2.2 - 1.1, (py + 0.5) / size * 2.2 - 1.1, sharpness);
        auto* out = pixels->data() + 4 * (std::size_t((i / grid.columns) * size + py) * grid.frame.width + (i % grid.columns) * size + px);
        for (int c = 0; c < 3; ++c) {
          const double tint = channels == 3 ? 0.7 + 0.3 * std::cos(hue * 2 + c * 2.1) : 1;
          out[c] = static_cast<std::uint8_t>(255 * v * tint);
        }
        out[3] = 255;
      }
    }
  }
  grid.frame.bgra = std::move(pixels);
  return grid;
}

}  // namespace ganvas::test
