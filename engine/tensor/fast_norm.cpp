#include "engine/tensor/fast_norm.hpp"

#include <algorithm>
#include <vector>

#include <ATen/Parallel.h>

#include "engine/tensor/gradients_again.hpp"
#include "engine/tensor/vector_code.hpp"

namespace ganvas {
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::Function;
using torch::autograd::variable_list;

constexpr double kEps = 1e-5, kMomentum = 0.1;
/// Numbers in one piece of work: fits the first cache. Pieces do not depend on the number of threads, and so neither do sums over them.
constexpr std::int64_t kPiece = 8192;

/// x as rows of channels: [N*H*W, C] in memory.
struct Rows {
  std::int64_t count, channels, perPiece, pieces;
  explicit Rows(const Tensor& x)
      : count(x.numel() / x.size(1)), channels(x.size(1)), perPiece(std::max<std::int64_t>(1, kPiece / channels)), pieces((count + perPiece - 1) / perPiece) {}
  /// f(piece, first element, rows) for every piece.
  template <class F>
  void each(F&& f) const {
    at::parallel_for(0, pieces, 1, [&](std::int64_t begin, std::int64_t end) {
      for (auto piece = begin; piece < end; ++piece) f(piece, piece * perPiece * channels, std::min(perPiece, count - piece * perPiece));
    });
  }
};

Tensor channelsInnermost(const Tensor& x) { return x.dim() == 4 ? x.contiguous(at::MemoryFormat::ChannelsLast) : x.contiguous(); }

/// Mean and sum of squared distances from it, by channel.
GANVAS_VECTOR_CODE void pieceMoments(const float* __restrict x, std::int64_t rows, std::int64_t channels, float* __restrict mean, float* __restrict square) {
  std::fill_n(mean, channels, 0.0F);
  std::fill_n(square, channels, 0.0F);
  for (std::int64_t r = 0; r < rows; ++r)
    for (std::int64_t c = 0; c < channels; ++c) mean[c] += x[r * channels + c];
  const float inverse = 1.0F / static_cast<float>(rows);
  for (std::int64_t c = 0; c < channels; ++c) mean[c] *= inverse;
  for (std::int64_t r = 0; r < rows; ++r) {
    for (std::int64_t c = 0; c < channels; ++c) {
      const float d = x[r * channels + c] - mean[c];
      square[c] += d * d;
    }
  }
}

GANVAS_VECTOR_CODE void normalise(const float* __restrict x, std::int64_t rows, std::int64_t channels, const float* __restrict mean,
                                  const float* __restrict scale, const float* __restrict bias, float slope, float* __restrict y) {
  for (std::int64_t r = 0; r < rows; ++r) {
    for (std::int64_t c = 0; c < channels; ++c) {
      const float z = (x[r * channels + c] - mean[c]) * scale[c] + bias[c];
      y[r * channels + c] = z > 0 ? z : slope * z;
    }
  }
}

/// Sums of dz and of dz·(x - mean), by channel; dz is the gradient before the activation.
GANVAS_VECTOR_CODE void gradientSums(const float* __restrict x, const float* __restrict dy, std::int64_t rows, std::int64_t channels,
                                     const float* __restrict mean, const float* __restrict scale, const float* __restrict bias, float slope,
                                     float* __restrict sum, float* __restrict product) {
  std::fill_n(sum, channels, 0.0F);
  std::fill_n(product, channels, 0.0F);
  for (std::int64_t r = 0; r < rows; ++r) {
    for (std::int64_t c = 0; c < channels; ++c) {
      const std::int64_t i = r * channels + c;
      const float distance = x[i] - mean[c];
      const float dz = dy[i] * (distance * scale[c] + bias[c] > 0 ? 1.0F : slope);
      sum[c] += dz;
      product[c] += dz * distance;
    }
  }
}

/// dx = scale·dz - offset - factor·(x - mean).
GANVAS_VECTOR_CODE void inputGradient(const float* __restrict x, const float* __restrict dy, std::int64_t rows, std::int64_t channels,
                                      const float* __restrict mean, const float* __restrict scale, const float* __restrict bias, float slope,
                                      const float* __restrict offset, const float* __restrict factor, float* __restrict dx) {
  for (std::int64_t r = 0; r < rows; ++r) {
    for (std::int64_t c = 0; c < channels; ++c) {
      const std::int64_t i = r * channels + c;
      const float distance = x[i] - mean[c];
      const float dz = dy[i] * (distance * scale[c] + bias[c] > 0 ? 1.0F : slope);
      dx[i] = scale[c] * dz - offset[c] - factor[c] * distance;
    }
  }
}

struct Moments {
  Tensor mean, variance;   ///< [C] float32; the variance divides by the count
};

/// Means and squares of the pieces put together in their order (Chan et al. 1979), in double.
Moments momentsOf(const Tensor& x, const Rows& rows) {
  const std::int64_t channels = rows.channels;
  std::vector<float> means(static_cast<std::size_t>(rows.pieces * channels)), squares(means.size());
  const float* values = x.data_ptr<float>();
  rows.each([&](std::int64_t piece, std::int64_t first, std::int64_t count) {
    pieceMoments(values + first, count, channels, &means[static_cast<std::size_t>(piece * channels)], &squares[static_cast<std::size_t>(piece * channels)]);
  });
  Moments all{at::empty({channels}, x.options()), at::empty({channels}, x.options())};
  for (std::int64_t c = 0; c < channels; ++c) {
    double mean = 0, square = 0, seen = 0;
    for (std::int64_t piece = 0; piece < rows.pieces; ++piece) {
      const auto at = static_cast<std::size_t>(piece * channels + c);
      const double count = static_cast<double>(std::min(rows.perPiece, rows.count - piece * rows.perPiece));
      const double distance = means[at] - mean;
      seen += count;
      mean += distance * count / seen;
      square += squares[at] + distance * distance * (seen - count) * count / seen;
    }
    all.mean.data_ptr<float>()[c] = static_cast<float>(mean);
    all.variance.data_ptr<float>()[c] = static_cast<float>(square / static_cast<double>(rows.count));
  }
  return all;
}

void follow(Tensor running, const Tensor& now) { running.mul_(1 - kMomentum).add_(now, kMomentum); }

/// The same by LibTorch's own operations, which it can differentiate again.
Tensor plain(const Tensor& x, const Tensor& weight, const Tensor& bias, double slope) {
  return torch::leaky_relu(torch::batch_norm(x, weight, bias, {}, {}, true, kMomentum, kEps, false), slope);
}

struct NormActivation : Function<NormActivation> {
  static Tensor forward(AutogradContext* context, const Tensor& given, const Tensor& weight, const Tensor& bias, const Tensor& runningMean,
                        const Tensor& runningVar, double slope) {
    const auto x = channelsInnermost(given);
    const Rows rows(x);
    const auto [mean, variance] = momentsOf(x, rows);
    follow(runningMean, mean);
    follow(runningVar, variance * (static_cast<double>(rows.count) / static_cast<double>(rows.count - 1)));
    const auto inverseDeviation = (variance + kEps).rsqrt();
    const auto scale = (weight * inverseDeviation).contiguous();
    auto y = at::empty_like(x);
    const auto summand = bias.contiguous();
    const float *from = x.data_ptr<float>(), *means = mean.data_ptr<float>(), *scales = scale.data_ptr<float>(), *biases = summand.data_ptr<float>();
    float* to = y.data_ptr<float>();
    rows.each([&](std::int64_t, std::int64_t first, std::int64_t count) {
      normalise(from + first, count, rows.channels, means, scales, biases, static_cast<float>(slope), to + first);
    });
    context->save_for_backward({given, weight, bias, x, mean, inverseDeviation, scale, summand});
    context->saved_data["slope"] = slope;
    return y;
  }

  static variable_list backward(AutogradContext* context, variable_list gradients) {
    const auto saved = context->get_saved_variables();
    const double slope = context->saved_data["slope"].toDouble();
    if (torch::GradMode::is_enabled()) {  // the gradient will itself be differentiated
      auto all = gradientsAgain(plain(saved[0], saved[1], saved[2], slope), {saved[0], saved[1], saved[2]}, gradients[0]);
      all.resize(6);
      return all;
    }
    const auto &x = saved[3], &mean = saved[4], &inverseDeviation = saved[5], &scale = saved[6], &summand = saved[7];
    const auto dy = channelsInnermost(gradients[0]);
    const Rows rows(x);
    const auto channels = rows.channels;
    const float *xs = x.data_ptr<float>(), *dys = dy.data_ptr<float>(), *means = mean.data_ptr<float>(), *scales = scale.data_ptr<float>(),
                *biases = summand.data_ptr<float>();
    const auto sums = at::empty({2, rows.pieces, channels}, x.options());
    float *sum = sums.data_ptr<float>(), *product = sum + rows.pieces * channels;
    rows.each([&](std::int64_t piece, std::int64_t first, std::int64_t count) {
      gradientSums(xs + first, dys + first, count, channels, means, scales, biases, static_cast<float>(slope), sum + piece * channels, product + piece * channels);
    });
    const auto total = sums.to(at::kDouble).sum(1).to(at::kFloat);  // [2, C]
    const auto dBias = total[0], dWeight = total[1] * inverseDeviation;
    Tensor dx;
    if (context->needs_input_grad(0)) {
      const double share = 1.0 / static_cast<double>(rows.count);
      const auto offset = (scale * dBias).mul_(share), factor = (scale * dWeight * inverseDeviation).mul_(share);
      dx = at::empty_like(x);
      float* to = dx.data_ptr<float>();
      const float *offsets = offset.data_ptr<float>(), *factors = factor.data_ptr<float>();
      rows.each([&](std::int64_t, std::int64_t first, std::int64_t count) {
        inputGradient(xs + first, dys + first, count, channels, means, scales, biases, static_cast<float>(slope), offsets, factors, to + first);
      });
    }
    return {dx, dWeight, dBias, Tensor(), Tensor(), Tensor()};
  }
};

}  // namespace

Tensor batchNormActivation(const Tensor& x, const BatchNormState& norm, double slope) {
  TORCH_CHECK(x.is_cpu() && x.scalar_type() == at::kFloat && (x.dim() == 2 || x.dim() == 4), "batch norm takes float32 [N,C] or [N,C,H,W], not ", x.sizes());
  TORCH_CHECK(x.numel() > x.size(1), "batch norm needs more than one value per channel, not ", x.sizes());
  return NormActivation::apply(x, norm.weight, norm.bias, norm.runningMean, norm.runningVar, slope);
}

}  // namespace ganvas
