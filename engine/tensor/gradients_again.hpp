// For operations with a backward pass of their own: the gradient in a form that can itself be differentiated. Any engine thread.
// Engine-internal (sees torch).
#pragma once

#include <torch/torch.h>

namespace ganvas {

/// Of `output`, which LibTorch's own operations have made of `inputs` once more: the gradient at each input that wants one, undefined at the rest.
inline torch::autograd::variable_list gradientsAgain(const torch::Tensor& output, const torch::autograd::variable_list& inputs, const torch::Tensor& dy) {
  torch::autograd::variable_list wanted, all(inputs.size());
  for (const auto& input : inputs)
    if (input.requires_grad()) wanted.push_back(input);
  const auto found = torch::autograd::grad({output}, wanted, {dy}, c10::nullopt, true);
  std::size_t next = 0;
  for (std::size_t i = 0; i < inputs.size(); ++i)
    if (inputs[i].requires_grad()) all[i] = found[next++];
  return all;
}

}  // namespace ganvas
