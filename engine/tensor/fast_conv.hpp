// Convolutions that reach the processor's fast kernels in both directions, in float32 or bfloat16. Pure functions; any engine thread.
// Engine-internal (sees torch).
#pragma once

#include <cstdint>

#include <torch/torch.h>

namespace ganvas {

/// What convolutions compute in. Weights, inputs and outputs are float32 either way.
enum class Precision { float32, bfloat16 };

/// x [N,Cin,H,W], weight [Cout,Cin,k,k], bias [Cout] or undefined -> [N,Cout,H',W'], H' = (H + 2*padding - k) / stride + 1.
/// Differentiable any number of times.
torch::Tensor conv2d(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias, std::int64_t stride, std::int64_t padding,
                     Precision precision = Precision::float32);

/// x [N,Cin,H,W], weight [Cin,Cout,k,k], bias [Cout] or undefined -> [N,Cout,H',W'], H' = (H - 1) * stride - 2*padding + k.
/// Differentiable any number of times.
torch::Tensor convTranspose2d(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias, std::int64_t stride,
                              std::int64_t padding, Precision precision = Precision::float32);

/// Whether this processor multiplies bfloat16 in hardware (AVX512-BF16 or AMX): elsewhere bfloat16 is emulated and slower than float32.
bool bf16ConvolutionIsFast();

}  // namespace ganvas
