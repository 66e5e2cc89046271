#include "engine/tensor/fast_conv.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <tuple>

#include <ATen/Parallel.h>

// A convolution y = F(x, w) has two companions: the gradient to its input B(g, w), which is the transposed convolution, and the
// gradient to its weights W(x, g). Each of the three is linear in both arguments and its own gradients are the other two:
//     F(x, w):  dx = B(dy, w)   dw = W(x, dy)
//     B(g, w):  dg = F(o, w)    dw = W(o, g)      (o: gradient of B's result, shaped like x)
//     W(x, g):  dx = B(g, v)    dg = F(x, v)      (v: gradient of W's result, shaped like w)
// So three kernels and three autograd functions that call each other are differentiable without end, and every pass, also the second
// one of a gradient penalty, runs on the fast kernels. LibTorch 1.13's own transposed convolution does not reach oneDNN.

namespace ganvas {
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::Function;
using torch::autograd::variable_list;

struct Geometry {
  std::int64_t stride = 1;
  std::int64_t padding = 0;
  Precision precision = Precision::float32;
};

/// Pictures with at most so many channels: oneDNN's input gradient is an order of magnitude slower there than a matrix product.
constexpr std::int64_t kFewChannels = 4;

/// Channels innermost, with the strides written out also where a size of 1 leaves them open: LibTorch would else choose NCHW for
/// pictures of one channel, whose forward pass is then 4 to 10 times slower.
std::array<std::int64_t, 4> channelsLastStrides(at::IntArrayRef size) {
  return {size[1] * size[2] * size[3], 1, size[3] * size[1], size[1]};
}

Tensor channelsLast(const Tensor& x) {
  const auto strides = channelsLastStrides(x.sizes());
  if (x.strides() == at::IntArrayRef(strides)) return x;
  return at::empty_strided(x.sizes(), strides, x.options()).copy_(x);
}

/// Not filled: a place for results, or stands for an argument of which only shape, type and layout count.
Tensor emptyChannelsLast(at::IntArrayRef size, const Tensor& like) { return at::empty_strided(size, channelsLastStrides(size), like.options()); }

Tensor prepared(const Tensor& x, Precision precision) {
  return channelsLast(precision == Precision::bfloat16 ? x.to(at::kBFloat16) : x);
}

/// F: x [N,Cin,H,W], w [Cout,Cin,k,k], bias [Cout] or none -> [N,Cout,H',W'].
Tensor forwardKernel(const Tensor& x, const Tensor& w, const Tensor& bias, const Geometry& geometry) {
  const auto summand = bias.numel() == 0 ? Tensor() : geometry.precision == Precision::bfloat16 ? bias.to(at::kBFloat16) : bias;
  const auto y = at::conv2d(prepared(x, geometry.precision), prepared(w, geometry.precision), summand, {geometry.stride, geometry.stride}, {geometry.padding, geometry.padding});
  return channelsLast(y.to(x.scalar_type()));
}

/// Adds the columns of every picture to where they come from. columns [N, H'*W', C*k*k], result [N,C,height,width] channels-last.
/// One thread per picture in a fixed order, so the sums do not depend on the number of threads.
template <class Scalar>
Tensor scatterColumns(const Tensor& columns, std::int64_t channels, std::int64_t kernel, at::IntArrayRef outputSize, at::IntArrayRef size,
                      const Geometry& geometry) {
  const std::int64_t n = columns.size(0), outH = outputSize[0], outW = outputSize[1], height = size[0], width = size[1];
  const std::array<std::int64_t, 4> shape = {n, channels, height, width};
  auto result = emptyChannelsLast(shape, columns).zero_();
  const auto* from = columns.data_ptr<Scalar>();
  auto* to = result.data_ptr<Scalar>();
  at::parallel_for(0, n, 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t picture = begin; picture < end; ++picture) {
      const Scalar* column = from + picture * outH * outW * channels * kernel * kernel;
      Scalar* plane = to + picture * height * width * channels;
      for (std::int64_t oy = 0; oy < outH; ++oy) {
        for (std::int64_t ox = 0; ox < outW; ++ox) {
          for (std::int64_t c = 0; c < channels; ++c) {
            for (std::int64_t ky = 0; ky < kernel; ++ky, column += kernel) {
              const std::int64_t y = oy * geometry.stride + ky - geometry.padding;
              if (y < 0 || y >= height) continue;
              for (std::int64_t kx = 0; kx < kernel; ++kx) {
                const std::int64_t x = ox * geometry.stride + kx - geometry.padding;
                if (x >= 0 && x < width) plane[(y * width + x) * channels + c] += column[kx];
              }
            }
          }
        }
      }
    }
  });
  return result;
}

/// B for pictures of few channels: one matrix product, then the columns are added up.
Tensor inputGradientOfFewChannels(const Tensor& g, const Tensor& w, at::IntArrayRef size, const Geometry& geometry) {
  const auto rows = channelsLast(g).permute({0, 2, 3, 1}).reshape({-1, g.size(1)});
  const auto columns = at::mm(rows, w.reshape({w.size(0), -1})).view({g.size(0), g.size(2) * g.size(3), -1});
  Tensor result;
  AT_DISPATCH_FLOATING_TYPES(columns.scalar_type(), "scatterColumns", [&] {
    result = scatterColumns<scalar_t>(columns, w.size(1), w.size(2), g.sizes().slice(2), size, geometry);
  });
  return result;
}

/// B: g [N,Cout,H',W'], w [Cout,Cin,k,k] -> [N,Cin,H,W] with `size` = {H, W}.
Tensor inputGradientKernel(const Tensor& g, const Tensor& w, at::IntArrayRef size, const Geometry& geometry) {
  if (w.size(1) <= kFewChannels) return inputGradientOfFewChannels(g, w, size, geometry);
  const auto gradient = prepared(g, geometry.precision);
  const auto weight = prepared(w, geometry.precision);
  const auto input = emptyChannelsLast({g.size(0), w.size(1), size[0], size[1]}, gradient);
  const auto result =
      at::convolution_backward(gradient, input, weight, c10::nullopt, {geometry.stride, geometry.stride},
                               {geometry.padding, geometry.padding}, {1, 1}, false, {0, 0}, 1, {true, false, false});
  return channelsLast(std::get<0>(result).to(g.scalar_type()));
}

/// Whether W is better one matrix product: for few places and many channels oneDNN takes 2 to 6 times as long.
bool fewPlaces(const Tensor& x, const Tensor& g, const Geometry& geometry) {
  const std::int64_t most = geometry.precision == Precision::bfloat16 ? 64 : 16;
  return g.size(2) * g.size(3) <= most && std::min(x.size(1), g.size(1)) >= 32;
}

/// W for few places: what each of them sees is a row, and one matrix product adds them all up.
Tensor weightGradientOfFewPlaces(const Tensor& x, const Tensor& g, std::int64_t kernel, const Geometry& geometry) {
  const auto type = geometry.precision == Precision::bfloat16 ? at::kBFloat16 : g.scalar_type();
  const auto n = x.size(0), c = x.size(1), width = x.size(3) + 2 * geometry.padding, height = x.size(2) + 2 * geometry.padding, stride = geometry.stride;
  const auto padded = at::zeros({n, height, width, c}, x.options().dtype(type));
  padded.narrow(1, geometry.padding, x.size(2)).narrow(2, geometry.padding, x.size(3)).copy_(x.permute({0, 2, 3, 1}));
  const auto seen = padded.as_strided({n, g.size(2), g.size(3), kernel, kernel * c}, {height * width * c, stride * width * c, stride * c, width * c, 1});
  const auto gradients = g.permute({0, 2, 3, 1}).reshape({-1, g.size(1)}).to(type);
  const auto result = at::mm(gradients.t(), seen.reshape({-1, kernel * kernel * c}));
  return result.view({g.size(1), kernel, kernel, c}).permute({0, 3, 1, 2}).to(g.scalar_type());
}

/// W: x [N,Cin,H,W], g [N,Cout,H',W'] -> [Cout,Cin,k,k].
Tensor weightGradientKernel(const Tensor& x, const Tensor& g, std::int64_t kernel, const Geometry& geometry) {
  if (fewPlaces(x, g, geometry)) return weightGradientOfFewPlaces(x, g, kernel, geometry);
  const auto input = prepared(x, geometry.precision);
  const auto gradient = prepared(g, geometry.precision);
  const auto weight = emptyChannelsLast({g.size(1), x.size(1), kernel, kernel}, gradient);
  const auto result =
      at::convolution_backward(gradient, input, weight, c10::nullopt, {geometry.stride, geometry.stride},
                               {geometry.padding, geometry.padding}, {1, 1}, false, {0, 0}, 1, {false, true, false});
  return std::get<1>(result).to(g.scalar_type());
}

/// An autograd function takes no undefined tensor.
Tensor noBias() { return at::empty({0}); }

void keep(AutogradContext* context, const Geometry& geometry) {
  context->saved_data["stride"] = geometry.stride;
  context->saved_data["padding"] = geometry.padding;
  context->saved_data["bfloat16"] = geometry.precision == Precision::bfloat16;
}

Geometry kept(AutogradContext* context) {
  return {context->saved_data["stride"].toInt(), context->saved_data["padding"].toInt(),
          context->saved_data["bfloat16"].toBool() ? Precision::bfloat16 : Precision::float32};
}

Tensor forwardOf(const Tensor& x, const Tensor& w, const Geometry& geometry, const Tensor& bias = noBias());
Tensor inputGradientOf(const Tensor& g, const Tensor& w, std::int64_t height, std::int64_t width, const Geometry& geometry);
Tensor weightGradientOf(const Tensor& x, const Tensor& g, std::int64_t kernel, const Geometry& geometry);

struct Forward : Function<Forward> {
  static Tensor forward(AutogradContext* context, const Tensor& x, const Tensor& w, const Tensor& bias, Geometry geometry) {
    context->save_for_backward({x, w});
    keep(context, geometry);
    return forwardKernel(x, w, bias, geometry);
  }
  static variable_list backward(AutogradContext* context, variable_list gradients) {
    const auto saved = context->get_saved_variables();
    const auto &x = saved[0], &w = saved[1], &dy = gradients[0];
    const auto geometry = kept(context);
    return {context->needs_input_grad(0) ? inputGradientOf(dy, w, x.size(2), x.size(3), geometry) : Tensor(),
            context->needs_input_grad(1) ? weightGradientOf(x, dy, w.size(2), geometry) : Tensor(),
            context->needs_input_grad(2) ? dy.sum({0, 2, 3}) : Tensor(), Tensor()};
  }
};

struct InputGradient : Function<InputGradient> {
  static Tensor forward(AutogradContext* context, const Tensor& g, const Tensor& w, std::int64_t height, std::int64_t width,
                        Geometry geometry) {
    context->save_for_backward({g, w});
    keep(context, geometry);
    return inputGradientKernel(g, w, {height, width}, geometry);
  }
  static variable_list backward(AutogradContext* context, variable_list gradients) {
    const auto saved = context->get_saved_variables();
    const auto &g = saved[0], &w = saved[1], &o = gradients[0];
    const auto geometry = kept(context);
    return {context->needs_input_grad(0) ? forwardOf(o, w, geometry) : Tensor(),
            context->needs_input_grad(1) ? weightGradientOf(o, g, w.size(2), geometry) : Tensor(), Tensor(), Tensor(), Tensor()};
  }
};

struct WeightGradient : Function<WeightGradient> {
  static Tensor forward(AutogradContext* context, const Tensor& x, const Tensor& g, std::int64_t kernel, Geometry geometry) {
    context->save_for_backward({x, g});
    keep(context, geometry);
    return weightGradientKernel(x, g, kernel, geometry);
  }
  static variable_list backward(AutogradContext* context, variable_list gradients) {
    const auto saved = context->get_saved_variables();
    const auto &x = saved[0], &g = saved[1], &v = gradients[0];
    const auto geometry = kept(context);
    return {context->needs_input_grad(0) ? inputGradientOf(g, v, x.size(2), x.size(3), geometry) : Tensor(),
            context->needs_input_grad(1) ? forwardOf(x, v, geometry) : Tensor(), Tensor(), Tensor()};
  }
};

Tensor forwardOf(const Tensor& x, const Tensor& w, const Geometry& geometry, const Tensor& bias) { return Forward::apply(x, w, bias, geometry); }
Tensor inputGradientOf(const Tensor& g, const Tensor& w, std::int64_t height, std::int64_t width, const Geometry& geometry) {
  return InputGradient::apply(g, w, height, width, geometry);
}
Tensor weightGradientOf(const Tensor& x, const Tensor& g, std::int64_t kernel, const Geometry& geometry) {
  return WeightGradient::apply(x, g, kernel, geometry);
}

Tensor withBias(const Tensor& y, const Tensor& bias) { return bias.defined() ? y + bias.view({1, -1, 1, 1}) : y; }

/// For a result that nobody else holds: saves a pass over memory.
Tensor withBiasInPlace(Tensor y, const Tensor& bias) { return bias.defined() ? y.add_(bias.view({1, -1, 1, 1})) : y; }

Tensor nativeInput(const Tensor& x, Precision precision) {
  if (precision == Precision::bfloat16) return x.to(at::kBFloat16, false, false, at::MemoryFormat::ChannelsLast);
  return x.is_cuda() ? x.contiguous(at::MemoryFormat::ChannelsLast) : x;
}

void requireShapes(const Tensor& x, const Tensor& weight, std::int64_t channelDimension) {
  TORCH_CHECK(x.dim() == 4 && weight.dim() == 4, "a convolution takes [N,C,H,W] and a 4-D weight, not ", x.sizes(), " and ", weight.sizes());
  TORCH_CHECK(x.size(1) == weight.size(channelDimension), "the weight ", weight.sizes(), " does not fit ", x.sizes());
  TORCH_CHECK(weight.size(2) == weight.size(3), "kernels are square, not ", weight.sizes());
}

}  // namespace

Tensor conv2d(const Tensor& x, const Tensor& weight, const Tensor& bias, std::int64_t stride, std::int64_t padding, Precision precision) {
  requireShapes(x, weight, 1);
  if (!x.is_cpu()) {
    const auto y = at::conv2d(nativeInput(x, precision), nativeInput(weight, precision), {}, {stride, stride}, {padding, padding});
    return withBias(y.to(x.scalar_type()), bias);
  }
  if (padding == 0 && x.size(2) == weight.size(2) && x.size(3) == weight.size(3)) {  // the kernel sees the whole picture
    return withBias(at::matmul(x.flatten(1), weight.flatten(1).t()).view({x.size(0), weight.size(0), 1, 1}), bias);
  }
  return forwardOf(x, weight, {stride, padding, precision}, bias.defined() ? bias : noBias());
}

Tensor convTranspose2d(const Tensor& x, const Tensor& weight, const Tensor& bias, std::int64_t stride, std::int64_t padding,
                       Precision precision) {
  requireShapes(x, weight, 0);
  if (!x.is_cpu()) {
    const auto y = at::conv_transpose2d(nativeInput(x, precision), nativeInput(weight, precision), {}, {stride, stride}, {padding, padding});
    return withBias(y.to(x.scalar_type()), bias);
  }
  const std::int64_t kernel = weight.size(2);
  if (padding == 0 && x.size(2) == 1 && x.size(3) == 1) {  // every input value spreads one kernel
    const auto y = at::matmul(x.flatten(1), weight.flatten(1)).view({x.size(0), weight.size(1), kernel, kernel});
    return withBias(y.contiguous(at::MemoryFormat::ChannelsLast), bias);
  }
  const std::int64_t height = (x.size(2) - 1) * stride - 2 * padding + kernel;
  const std::int64_t width = (x.size(3) - 1) * stride - 2 * padding + kernel;
  TORCH_CHECK(height > 0 && width > 0, "a transposed convolution of ", x.sizes(), " with padding ", padding, " leaves nothing");
  return withBiasInPlace(inputGradientOf(x, weight, height, width, {stride, padding, precision}), bias);
}

bool bf16ConvolutionIsFast() {
  static const bool fast = [] {
    std::ifstream cpuinfo("/proc/cpuinfo");
    for (std::string line; std::getline(cpuinfo, line);) {
      if (line.rfind("flags", 0) == 0) {
        return line.find(" avx512_bf16") != std::string::npos || line.find(" amx_bf16") != std::string::npos;
      }
    }
    return false;
  }();
  return fast;
}

}  // namespace ganvas
