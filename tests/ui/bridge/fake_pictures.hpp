// Synthetic garments that morph with a latent vector: what the fake networks "generate". Pure; any thread.
#pragma once

#include <array>
#include <span>

#include "engine/api/frame.hpp"
#include "engine/api/model.hpp"

namespace ganvas::test {

inline constexpr int kFakeLatent = 16;
using FakeLatent = std::array<double, kFakeLatent>;

FakeLatent fakeLatent(const LatentRecipe& recipe);

/// One tile each, `size` px a side, grey (1 channel) or tinted (3).
TileGrid fakeTiles(std::span<const FakeLatent> latents, int columns, int size, int channels, double sharpness, std::int64_t step);

}  // namespace ganvas::test
