#include "engine/tensor/fast_dense.hpp"

#include <algorithm>

#include <ATen/Parallel.h>

#include "engine/tensor/gradients_again.hpp"
#include "engine/tensor/vector_code.hpp"

namespace ganvas {
namespace {

using at::TensorList;
using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::Function;
using torch::autograd::variable_list;

/// Rows that one thread takes through all layers: enough for a fast product, and what they become fits the second cache.
constexpr std::int64_t kPieceRows = 128;

/// Fewer rows than two pieces stay together: the product itself is then divided among threads.
struct Pieces {
  std::int64_t rows, count;
  explicit Pieces(std::int64_t n) : rows(n), count(std::max<std::int64_t>(1, n / kPieceRows)) {}
  /// f(piece, rows of a tensor that belong to it) for every piece.
  template <class F>
  void each(F&& f) const {
    at::parallel_for(0, count, 1, [&](std::int64_t begin, std::int64_t end) {
      at::AutoDispatchBelowADInplaceOrView guard;   // gradients are this file's own business, on every thread
      for (auto piece = begin; piece < end; ++piece) {
        const auto first = piece * kPieceRows, size = piece + 1 == count ? rows - first : kPieceRows;
        f(piece, [first, size](const Tensor& whole) { return whole.as_strided({size, whole.size(1)}, {whole.size(1), 1}, first * whole.size(1)); });
      }
    });
  }
};

GANVAS_VECTOR_CODE void addAndActivate(float* __restrict y, std::int64_t rows, std::int64_t width, const float* __restrict bias, float slope) {
  for (std::int64_t r = 0; r < rows; ++r) {
    for (std::int64_t c = 0; c < width; ++c) {
      const float z = y[r * width + c] + bias[c];
      y[r * width + c] = z > 0 ? z : slope * z;
    }
  }
}

GANVAS_VECTOR_CODE void activate(float* __restrict y, std::int64_t count, float slope) {
  for (std::int64_t i = 0; i < count; ++i) y[i] = y[i] > 0 ? y[i] : slope * y[i];
}

/// dz = f'(z)·dy, read off y, whose sign is that of z. dz may be dy.
GANVAS_VECTOR_CODE void beforeActivation(const float* __restrict y, const float* dy, std::int64_t count, float slope, float* dz) {
  for (std::int64_t i = 0; i < count; ++i) dz[i] = dy[i] * (y[i] > 0 ? 1.0F : slope);
}

GANVAS_VECTOR_CODE void columnSums(const float* __restrict values, std::int64_t rows, std::int64_t width, float* __restrict sums) {
  std::fill_n(sums, width, 0.0F);
  for (std::int64_t r = 0; r < rows; ++r)
    for (std::int64_t c = 0; c < width; ++c) sums[c] += values[r * width + c];
}

GANVAS_VECTOR_CODE void addTo(float* __restrict sum, const float* __restrict summand, std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i) sum[i] += summand[i];
}

/// What a chain is made of, as a node of the graph keeps it: its tensors are the weights of all layers, then the biases that there are.
struct Chain {
  std::vector<double> slopes;
  std::vector<std::int64_t> biasAt;   ///< places among the tensors; -1: no bias
};

/// The same by LibTorch's own operations, which it can differentiate again.
Tensor plain(Tensor x, TensorList tensors, const Chain& chain) {
  for (std::size_t i = 0; i < chain.slopes.size(); ++i) {
    const auto bias = chain.biasAt[i] < 0 ? Tensor() : tensors[static_cast<std::size_t>(chain.biasAt[i])];
    x = torch::linear(x, tensors[i], bias);
    if (chain.slopes[i] != 1) x = torch::leaky_relu(x, chain.slopes[i]);
  }
  return x;
}

/// Gradients of one layer's weights, by pieces that are added up in their order.
struct Partial {
  Tensor weight, bias;   ///< [pieces,out,in], [pieces,out]; undefined where nobody asks
  static Tensor total(const Tensor& parts) {
    if (!parts.defined()) return parts;
    const auto sum = parts[0];
    for (std::int64_t piece = 1; piece < parts.size(0); ++piece) addTo(sum.data_ptr<float>(), parts.data_ptr<float>() + piece * sum.numel(), sum.numel());
    return sum;
  }
};

struct Dense : Function<Dense> {
  static Tensor forward(AutogradContext* context, const Tensor& given, TensorList tensors, const Chain& chain) {
    const auto x = given.contiguous();
    variable_list outputs;
    for (std::size_t i = 0; i < chain.slopes.size(); ++i) outputs.push_back(at::empty({x.size(0), tensors[i].size(0)}, x.options()));
    Pieces(x.size(0)).each([&](std::int64_t, const auto& mine) {
      for (std::size_t i = 0; i < outputs.size(); ++i) {
        auto y = mine(outputs[i]);
        at::mm_out(y, mine(i == 0 ? x : outputs[i - 1]), tensors[i].t());
        const auto slope = static_cast<float>(chain.slopes[i]);
        if (chain.biasAt[i] >= 0) addAndActivate(y.template data_ptr<float>(), y.size(0), y.size(1), tensors[static_cast<std::size_t>(chain.biasAt[i])].template data_ptr<float>(), slope);
        else if (slope != 1) activate(y.template data_ptr<float>(), y.numel(), slope);
      }
    });
    variable_list saved{given};
    saved.insert(saved.end(), tensors.begin(), tensors.end());
    saved.insert(saved.end(), outputs.begin(), outputs.end());
    context->save_for_backward(saved);
    context->saved_data["slopes"] = chain.slopes;
    context->saved_data["biases"] = chain.biasAt;
    return outputs.back();
  }

  static variable_list backward(AutogradContext* context, variable_list gradients) {
    const auto saved = context->get_saved_variables();
    const Chain chain{context->saved_data["slopes"].toDoubleVector(), context->saved_data["biases"].toIntVector()};
    const auto depth = chain.slopes.size(), inputs = saved.size() - depth;
    variable_list all;
    if (torch::GradMode::is_enabled()) {  // the gradient will itself be differentiated
      const variable_list given(saved.begin(), saved.begin() + static_cast<std::ptrdiff_t>(inputs));
      all = gradientsAgain(plain(given[0], TensorList(given).slice(1), chain), given, gradients[0]);
    } else {
      all = fastBackward(context, saved, chain, gradients[0].contiguous());
    }
    all.emplace_back();   // the chain itself
    return all;
  }

  static variable_list fastBackward(AutogradContext* context, const variable_list& saved, const Chain& chain, const Tensor& dy) {
    const auto depth = chain.slopes.size(), inputs = saved.size() - depth;
    const auto weightOf = [&](std::size_t i) -> const Tensor& { return saved[i + 1]; };
    const auto output = [&](std::size_t i) -> const Tensor& { return saved[inputs + i]; };
    const auto x = saved[0].contiguous();
    const Pieces pieces(x.size(0));
    std::vector<Partial> partial(depth);
    // Gradients at what comes into each layer, in which those before the activation of the layer below are then made.
    variable_list dIn(depth);
    const auto last = chain.slopes.back() == 1 ? dy : at::empty_like(dy);
    for (std::size_t i = 0; i < depth; ++i) {
      const auto& weight = weightOf(i);
      if (context->needs_input_grad(i + 1)) partial[i].weight = at::empty({pieces.count, weight.size(0), weight.size(1)}, x.options());
      if (chain.biasAt[i] >= 0 && context->needs_input_grad(static_cast<std::size_t>(chain.biasAt[i] + 1))) partial[i].bias = at::empty({pieces.count, weight.size(0)}, x.options());
      if (i > 0 || context->needs_input_grad(0)) dIn[i] = at::empty({x.size(0), weight.size(1)}, x.options());
    }
    pieces.each([&](std::int64_t piece, const auto& mine) {
      for (auto i = depth; i-- > 0;) {
        const auto y = mine(output(i)), above = mine(i + 1 == depth ? dy : dIn[i + 1]), before = i + 1 == depth ? mine(last) : above;
        if (chain.slopes[i] != 1) beforeActivation(y.template data_ptr<float>(), above.template data_ptr<float>(), y.numel(), static_cast<float>(chain.slopes[i]), before.template data_ptr<float>());
        if (partial[i].bias.defined()) columnSums(before.template data_ptr<float>(), before.size(0), before.size(1), partial[i].bias[piece].template data_ptr<float>());
        if (partial[i].weight.defined()) {
          auto part = partial[i].weight[piece];
          at::mm_out(part, before.t(), mine(i == 0 ? x : output(i - 1)));
        }
        if (!dIn[i].defined()) continue;
        auto in = mine(dIn[i]);
        at::mm_out(in, before, weightOf(i));
      }
    });
    variable_list all(inputs);
    all[0] = dIn[0];
    for (std::size_t i = 0; i < depth; ++i) {
      all[i + 1] = Partial::total(partial[i].weight);
      if (chain.biasAt[i] >= 0) all[static_cast<std::size_t>(chain.biasAt[i] + 1)] = Partial::total(partial[i].bias);
    }
    return all;
  }
};

}  // namespace

Tensor denseLayers(const Tensor& x, const std::vector<DenseLayer>& layers) {
  TORCH_CHECK(x.is_cpu() && x.scalar_type() == at::kFloat && x.dim() == 2, "dense layers take float32 [N,in], not ", x.sizes());
  variable_list tensors;
  Chain chain;
  for (const auto& layer : layers) chain.slopes.push_back(layer.slope), tensors.push_back(layer.weight);
  for (const auto& layer : layers) {
    chain.biasAt.push_back(layer.bias.defined() ? static_cast<std::int64_t>(tensors.size()) : -1);
    if (layer.bias.defined()) tensors.push_back(layer.bias);
  }
  return Dense::apply(x, TensorList(tensors), chain);
}

}  // namespace ganvas
