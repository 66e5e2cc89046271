#include "engine/training/judging.hpp"

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

void letJudge(MetricContext& context, Gan& gan) {
  const auto device = context.device;
  context.generate = [&gan, device](std::int64_t count, std::int64_t offset) { return picturesOfSeed(gan, kJudgeSeed, count, offset, device); };
  context.inputs = [&gan, device](std::int64_t count, std::int64_t offset) { return inputsOfSeed(gan, kJudgeSeed, count, offset, device); };
  context.infer = [&gan](const NamedTensors& inputs) { return gan.infer(inputs); };
}

}  // namespace ganvas
