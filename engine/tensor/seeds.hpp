// One seed, separate streams: looking at a run never changes its training. One thread each.
#pragma once

#include <torch/torch.h>

#include <cstdint>

#include "engine/api/model.hpp"

namespace ganvas {

enum class Stream : std::uint64_t { weights = 1, order, noise, preview, features, labels };

/// A processor-side generator for one purpose. All random numbers are drawn on the processor, so that a run on another
/// device sees the same ones.
torch::Generator makeGenerator(std::uint64_t seed, Stream stream);

/// `most` different rows of `count` [min(most,count)] int64, in any order: what is measured on a part, since data may lie class by class.
torch::Tensor someRows(std::int64_t count, std::int64_t most, std::uint64_t seed);

/// Standard normal latents [n, size] for points that are named by (seed, index): counter-based, so that the index-th
/// point costs nothing for the ones before it and is the same on every machine.
torch::Tensor latentsOf(const std::vector<LatentPoint>& points, std::int64_t size);

/// The points (seed, offset) … (seed, offset+count-1).
torch::Tensor latentsOfSeed(std::uint64_t seed, std::int64_t count, std::int64_t offset, std::int64_t size);

/// Spherical interpolation between rows of a and b [n, size] by t [n] (Shoemake 1985); lengths are interpolated linearly.
torch::Tensor slerp(const torch::Tensor& a, const torch::Tensor& b, const torch::Tensor& t);

}  // namespace ganvas
