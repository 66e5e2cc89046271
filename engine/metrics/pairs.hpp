// How near pictures that were painted from held-out drawings are to the true ones, beside a look-up: the training picture whose drawing is
// nearest. Pure but for what they ask. Engine-internal (sees torch).
#pragma once

#include <vector>

#include "engine/metrics/metric.hpp"

namespace ganvas {

/// Mean absolute difference of each picture [N,C,H,W] in [-1,1] to its truth, where black to white is 1: [N].
torch::Tensor meanDifferences(const torch::Tensor& pictures, const torch::Tensor& truth);
/// Structural similarity of each (Wang et al. 2004, eq. 13, Gaussian window of 11 px with deviation 1.5, on the mean of the channels): [N].
torch::Tensor structuralSimilarities(const torch::Tensor& pictures, const torch::Tensor& truth);
/// Share of each picture's pixels that would have to change colour for its histogram to be the truth's: [N]. Four steps of each channel; a
/// pixel counts for the nearest ones by how near they are, so that nothing jumps at their borders.
torch::Tensor colourDistances(const torch::Tensor& pictures, const torch::Tensor& truth);

/// l1, ssim, colour; spread: how much pictures of one drawing differ by their noise.
std::vector<MetricSpec> pairMetrics();

}  // namespace ganvas
