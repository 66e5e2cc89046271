#include "engine/nets/network.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

#include "engine/tensor/fast_norm.hpp"

namespace ganvas {

namespace layers {
LayerSpec linear(std::string name, std::int64_t in, std::int64_t out, bool bias, Init init) {
  return {.kind = LayerKind::linear, .name = std::move(name), .in = in, .out = out, .bias = bias, .shape = {}, .init = init};
}
LayerSpec conv(std::string name, std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride, std::int64_t padding, bool bias) {
  return {.kind = LayerKind::conv, .name = std::move(name), .in = in, .out = out, .kernel = kernel, .stride = stride, .padding = padding, .bias = bias, .shape = {}};
}
LayerSpec convTranspose(std::string name, std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride, std::int64_t padding, bool bias) {
  auto spec = conv(std::move(name), in, out, kernel, stride, padding, bias);
  spec.kind = LayerKind::convTranspose;
  return spec;
}
LayerSpec batchNorm(std::string name, std::int64_t features) {
  return {.kind = LayerKind::batchNorm, .name = std::move(name), .in = features, .out = features, .shape = {}};
}
LayerSpec relu(std::string name) { return {.kind = LayerKind::relu, .name = std::move(name), .shape = {}}; }
LayerSpec leakyRelu(std::string name, double slope) { return {.kind = LayerKind::leakyRelu, .name = std::move(name), .amount = slope, .shape = {}}; }
LayerSpec tanh(std::string name) { return {.kind = LayerKind::tanh, .name = std::move(name), .shape = {}}; }
LayerSpec maxout(std::string name, std::int64_t in, std::int64_t out, std::int64_t pieces) {
  return {.kind = LayerKind::maxout, .name = std::move(name), .in = in, .out = out, .amount = static_cast<double>(pieces), .shape = {}, .init = Init::heUniform};
}
LayerSpec dropout(std::string name, double probability) {
  return {.kind = LayerKind::dropout, .name = std::move(name), .amount = probability, .shape = {}};
}
LayerSpec reshape(std::string name, std::vector<std::int64_t> shape) { return {.kind = LayerKind::reshape, .name = std::move(name), .shape = std::move(shape)}; }
LayerSpec flatten(std::string name) { return {.kind = LayerKind::flatten, .name = std::move(name), .shape = {}}; }
}  // namespace layers

LayerImpl::LayerImpl(const LayerSpec& spec, Precision precision) : spec_(spec), precision_(precision) {
  const auto k = spec.kernel;
  switch (spec.kind) {
    case LayerKind::linear: weight_ = register_parameter("weight", torch::empty({spec.out, spec.in})); break;
    case LayerKind::maxout: {
      const auto pieces = static_cast<std::int64_t>(spec.amount);
      weight_ = register_parameter("weight", torch::empty({spec.out * pieces, spec.in}));
      bias_ = register_parameter("bias", torch::zeros({spec.out * pieces}));
      break;
    }
    case LayerKind::conv: weight_ = register_parameter("weight", torch::empty({spec.out, spec.in, k, k})); break;
    case LayerKind::convTranspose: weight_ = register_parameter("weight", torch::empty({spec.in, spec.out, k, k})); break;
    case LayerKind::batchNorm:
      weight_ = register_parameter("weight", torch::ones({spec.in}));
      runningMean_ = register_buffer("running_mean", torch::zeros({spec.in}));
      runningVar_ = register_buffer("running_var", torch::ones({spec.in}));
      break;
    default: return;
  }
  if (spec.bias && !bias_.defined()) bias_ = register_parameter("bias", torch::zeros({spec.out}));
}

void LayerImpl::initialise(torch::Generator& generator) {
  if (!weight_.defined()) return;
  torch::NoGradGuard guard;
  // Drawn on the processor and copied, so that every device begins with the same weights.
  auto drawn = torch::empty(weight_.sizes(), torch::kFloat32);
  if (spec_.kind == LayerKind::batchNorm) {
    drawn.normal_(1.0, 0.02, generator);
  } else if (spec_.init == Init::normal) {
    drawn.normal_(0.0, 0.02, generator);
  } else {
    const double bound = 1.0 / std::sqrt(static_cast<double>(spec_.in));
    drawn.uniform_(-bound, bound, generator);
  }
  weight_.copy_(drawn);
  if (bias_.defined()) bias_.zero_();
  if (runningMean_.defined()) runningMean_.zero_(), runningVar_.fill_(1);
}

torch::Tensor LayerImpl::forward(const torch::Tensor& x) {
  switch (spec_.kind) {
    case LayerKind::linear: return torch::linear(x, weight_, bias_);
    case LayerKind::maxout: {
      const auto pieces = static_cast<std::int64_t>(spec_.amount);
      return std::get<0>(torch::linear(x, weight_, bias_).view({x.size(0), spec_.out, pieces}).max(2));
    }
    case LayerKind::conv: return conv2d(x, weight_, bias_, spec_.stride, spec_.padding, precision_);
    case LayerKind::convTranspose: return convTranspose2d(x, weight_, bias_, spec_.stride, spec_.padding, precision_);
    case LayerKind::batchNorm:  // momentum 0.1, eps 1e-5 (Ioffe & Szegedy 2015; torch::batch_norm takes them in this order)
      return torch::batch_norm(x, weight_, bias_, runningMean_, runningVar_, is_training(), 0.1, 1e-5, false);
    // In place: what comes before (a convolution, a linear map, batch norm) does not need its own output for its gradient.
    case LayerKind::relu: return torch::relu_(const_cast<torch::Tensor&>(x));
    case LayerKind::leakyRelu: return torch::leaky_relu_(const_cast<torch::Tensor&>(x), spec_.amount);
    case LayerKind::tanh: return torch::tanh(x);
    case LayerKind::dropout: {
      if (!is_training() || spec_.amount <= 0) return x;
      // Four 16-bit numbers from each 64-bit draw: the generator is what dropout costs.
      const auto draws = torch::empty({(x.numel() + 3) / 4}, torch::kInt64)
                             .random_(std::numeric_limits<std::int64_t>::min(), c10::nullopt, noise_.defined() ? c10::optional<torch::Generator>(noise_) : c10::nullopt);
      const auto border = static_cast<std::int64_t>(std::lround(65536.0 * spec_.amount)) - 32768;
      const auto keep = draws.view(torch::kInt16).narrow(0, 0, x.numel()).ge(border).view(x.sizes());
      return x * keep.to(x.device(), torch::kFloat32).mul_(1.0 / (1.0 - spec_.amount));
    }
    case LayerKind::reshape: {
      std::vector<std::int64_t> shape{x.size(0)};
      shape.insert(shape.end(), spec_.shape.begin(), spec_.shape.end());
      return x.reshape(shape);
    }
    case LayerKind::flatten: return x.flatten(1);
  }
  throw std::logic_error("unknown layer kind");
}

bool LayerImpl::absorbs(const LayerSpec& next, const torch::Tensor& x) const {
  return spec_.kind == LayerKind::batchNorm && (next.kind == LayerKind::relu || next.kind == LayerKind::leakyRelu) && is_training() && x.is_cpu() &&
         x.scalar_type() == torch::kFloat32;
}

torch::Tensor LayerImpl::forwardWith(const LayerSpec& next, const torch::Tensor& x) {
  return batchNormActivation(x, {weight_, bias_, runningMean_, runningVar_}, next.kind == LayerKind::relu ? 0.0 : next.amount);
}

Network::Network(std::vector<LayerSpec> specs, Precision precision) {
  for (const auto& spec : specs) layers_.push_back(register_module(spec.name, std::make_shared<LayerImpl>(spec, precision)));
}

torch::Tensor Network::forwardTo(torch::Tensor x, const std::string& name) {
  const auto wanted = [&](std::size_t i) { return !name.empty() && layers_[i]->spec().name == name; };
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    if (i + 1 < layers_.size() && !wanted(i) && layers_[i]->absorbs(layers_[i + 1]->spec(), x)) {
      x = layers_[i]->forwardWith(layers_[i + 1]->spec(), x);
      ++i;
    } else {
      x = layers_[i]->forward(x);
    }
    if (wanted(i)) return x;
  }
  if (!name.empty()) throw std::logic_error("no layer named " + name);
  return x;
}

void Network::initialise(torch::Generator generator) {
  for (const auto& layer : layers_) layer->initialise(generator);
}

void Network::setNoise(const torch::Generator& generator) {
  for (const auto& layer : layers_) layer->setNoise(generator);
}

std::vector<LayerSpec> Network::describe() const {
  std::vector<LayerSpec> specs;
  for (const auto& layer : layers_) specs.push_back(layer->spec());
  return specs;
}

bool Network::couplesBatch() const {
  return std::any_of(layers_.begin(), layers_.end(), [](const auto& layer) { return layer->spec().kind == LayerKind::batchNorm; });
}

}  // namespace ganvas
