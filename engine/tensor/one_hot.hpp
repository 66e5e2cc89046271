// Numbers as rows with a single one. Pure; any engine thread. Engine-internal (sees torch).
#pragma once

#include <torch/torch.h>

namespace ganvas {

/// [N] int64 below `kinds` -> [N,kinds] of the type asked for, on the numbers' device. Does not wait for a device, as torch::one_hot does.
inline torch::Tensor oneHot(const torch::Tensor& numbers, std::int64_t kinds, torch::ScalarType type = torch::kFloat32) {
  return torch::zeros({numbers.size(0), kinds}, torch::TensorOptions().dtype(type).device(numbers.device())).scatter_(1, numbers.view({-1, 1}), 1.0);
}

}  // namespace ganvas
