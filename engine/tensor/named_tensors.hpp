// Tensors by name: weights, checkpoints, a network's inputs and outputs. Engine-internal (sees torch).
#pragma once

#include <torch/torch.h>

#include <map>
#include <string>

namespace ganvas {

using NamedTensors = std::map<std::string, torch::Tensor>;

}  // namespace ganvas
