// What a run is judged by: the pictures that its generator makes of latents that are the same for every run, and what its other networks
// say. Engine-internal (sees torch).
#pragma once

#include "engine/gans/family.hpp"
#include "engine/metrics/metric.hpp"

namespace ganvas {

/// Pictures number offset … offset+count-1 of a seed: [count,C,H,W] in [-1,1]. The same latents on every machine.
torch::Tensor picturesOfSeed(Gan& gan, std::uint64_t seed, std::int64_t count, std::int64_t offset, torch::Device device);

/// What those are made from.
NamedTensors inputsOfSeed(Gan& gan, std::uint64_t seed, std::int64_t count, std::int64_t offset, torch::Device device);

/// Generated pictures as a person is shown them: beside what they were made from, where they were made from something.
TileGrid sampleGrid(Gan& gan, int tilesEach, const NamedTensors& inputs, const torch::Tensor& samples, std::int64_t step);

/// Lets a metric ask these networks. `gan` must outlive the context.
void letJudge(MetricContext& context, Gan& gan);

}  // namespace ganvas
