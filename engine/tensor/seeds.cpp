#include "engine/tensor/seeds.hpp"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ganvas {
namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): a bijection with good avalanche, here as a counter-based generator.
std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

double uniform(std::uint64_t bits) { return (static_cast<double>(bits >> 11) + 0.5) * 0x1.0p-53; }

}  // namespace

torch::Generator makeGenerator(std::uint64_t seed, Stream stream) {
  return at::make_generator<at::CPUGeneratorImpl>(mix(mix(seed) ^ static_cast<std::uint64_t>(stream)));
}

torch::Tensor latentsOf(const std::vector<LatentPoint>& points, std::int64_t size) {
  auto latents = torch::empty({static_cast<std::int64_t>(points.size()), size}, torch::kFloat32);
  auto* out = latents.data_ptr<float>();
  for (const auto& point : points) {
    const auto key = mix(mix(point.seed) ^ (0x4c4154454e54ull + point.index));
    for (std::int64_t i = 0; i < size; ++i) {  // Box-Muller
      const auto pair = static_cast<std::uint64_t>(i / 2);
      const double radius = std::sqrt(-2.0 * std::log(uniform(mix(key + 2 * pair))));
      const double angle = 2.0 * std::numbers::pi * uniform(mix(key + 2 * pair + 1));
      *out++ = static_cast<float>(radius * (i % 2 == 0 ? std::cos(angle) : std::sin(angle)));
    }
  }
  return latents;
}

torch::Tensor someRows(std::int64_t count, std::int64_t most, std::uint64_t seed) {
  return torch::randperm(count, makeGenerator(seed, Stream::features), torch::kInt64).narrow(0, 0, std::min(most, count));
}

torch::Tensor latentsOfSeed(std::uint64_t seed, std::int64_t count, std::int64_t offset, std::int64_t size) {
  std::vector<LatentPoint> points;
  for (std::int64_t i = 0; i < count; ++i) points.push_back({seed, static_cast<std::uint32_t>(offset + i)});
  return latentsOf(points, size);
}

torch::Tensor slerp(const torch::Tensor& a, const torch::Tensor& b, const torch::Tensor& t) {
  const auto lengthA = a.norm(2, 1, true).clamp_min(1e-12), lengthB = b.norm(2, 1, true).clamp_min(1e-12);
  const auto cosine = ((a / lengthA) * (b / lengthB)).sum(1, true).clamp(-1.0, 1.0);
  const auto angle = torch::acos(cosine);
  const auto sine = torch::sin(angle);
  const auto w = t.view({-1, 1}).to(a.dtype());
  const auto straight = (1 - w) * a / lengthA + w * b / lengthB;
  const auto curved = (torch::sin((1 - w) * angle) * a / lengthA + torch::sin(w * angle) * b / lengthB) / sine.clamp_min(1e-6);
  const auto direction = torch::where(sine > 1e-4, curved, straight);
  return direction * ((1 - w) * lengthA + w * lengthB);
}

}  // namespace ganvas
