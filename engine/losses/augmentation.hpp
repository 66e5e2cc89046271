// Differentiable augmentation (Zhao et al. 2020, arXiv:2006.10738): what D sees, real and generated alike, is changed at random in ways that
// keep a picture real, so that D cannot learn a small data set by heart; the generator's gradient goes back through the change.
// Pure functions; any engine thread. Engine-internal (sees torch).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <torch/torch.h>

namespace ganvas {

/// Uniform numbers in [0,1) of a shape.
using Uniform = std::function<torch::Tensor(std::vector<std::int64_t> shape)>;

/// The values of the parameter `augment`, beside "none": "colour" (brightness, saturation, contrast), "translation" (by up to an eighth of
/// the side), "cutout" (a square of half the side), "all" (these three), and "motion" (moved() below, at full strength).
torch::Tensor augmented(const torch::Tensor& pictures, const std::string& policy, const Uniform& uniform);

/// Every stack of planes [N,C,H,W] mirrored or not and, with `shifts`, moved by up to a sixteenth of the side; all its planes alike.
torch::Tensor movedAlike(const torch::Tensor& stacks, bool shifts, const Uniform& uniform);

/// Every picture turned (by up to 15 degrees), slanted (by up to 0.3), scaled (each side by up to a fifth) and shifted (by up to a tenth of
/// the side), each times `strength` and drawn anew; what comes in at the edge repeats the edge. Differentiable once.
torch::Tensor moved(const torch::Tensor& pictures, double strength, const Uniform& uniform);

}  // namespace ganvas
