// Pictures go through a network a few hundred at a time: one loop for generated ones, one for real ones, shared by all metrics.
// Engine-internal (sees torch).
#pragma once

#include <functional>
#include <string>

#include "engine/metrics/metric.hpp"

namespace ganvas {

/// Pictures as bytes [n,C,H,W] -> a row each.
using Reading = std::function<torch::Tensor(const torch::Tensor& bytes)>;

/// What `read` makes of the first `samples` generated pictures. An error where stopped, or where they are not numbers.
Result<torch::Tensor> readGenerated(const MetricContext& context, std::int64_t samples, const Sentence& activity, const Reading& read);
/// What `read` makes of the pictures at `rows` (int64) of a split. An error where stopped.
Result<torch::Tensor> readReal(const PictureSet& data, const PictureSplit& split, const torch::Tensor& rows, const JobContext& job, const Reading& read);

}  // namespace ganvas
