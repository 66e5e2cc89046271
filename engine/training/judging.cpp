#include "engine/training/judging.hpp"

#include <algorithm>
#include <cmath>

#include "engine/tensor/frames.hpp"
#include "engine/tensor/seeds.hpp"

namespace ganvas {
namespace {

/// Latents that judge a run are the same for every run: they depend on no seed of the person's.
constexpr std::uint64_t kJudgeSeed = 0x6a75646765;

}  // namespace

NamedTensors inputsOfSeed(Gan& gan, std::uint64_t seed, std::int64_t count, std::int64_t offset, torch::Device device) {
  return gan.inputsFrom(latentsOfSeed(seed, count, offset, gan.latentSize()).to(device), offset);
}

torch::Tensor picturesOfSeed(Gan& gan, std::uint64_t seed, std::int64_t count, std::int64_t offset, torch::Device device) {
  return gan.infer(inputsOfSeed(gan, seed, count, offset, device)).at("samples");
}

TileGrid sampleGrid(Gan& gan, int each, const NamedTensors& inputs, const torch::Tensor& samples, std::int64_t step) {
  const int count = static_cast<int>(samples.size(0));
  if (each == 1) return toTileGrid(samples, 0, step);
  // What belongs together stays in one row; the grid about square.
  const int sets = std::clamp(static_cast<int>(std::lround(std::sqrt(static_cast<double>(count) / each))), 1, count);
  return toTileGrid(gan.tiles(samples, inputs), sets * each, step);
}

void letJudge(MetricContext& context, Gan& gan) {
  const auto device = context.device;
  context.generate = [&gan, device](std::int64_t count, std::int64_t offset) { return picturesOfSeed(gan, kJudgeSeed, count, offset, device); };
  context.inputs = [&gan, device](std::int64_t count, std::int64_t offset) { return inputsOfSeed(gan, kJudgeSeed, count, offset, device); };
  context.infer = [&gan](const NamedTensors& inputs) { return gan.infer(inputs); };
}

}  // namespace ganvas
