#include "engine/nets/layer.hpp"

#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

#include "engine/tensor/device.hpp"
#include "engine/tensor/fast_norm.hpp"
#include "engine/tensor/one_hot.hpp"

namespace ganvas {

using torch::Tensor;

namespace layers {
namespace {
LayerSpec make(LayerKind kind, std::string name, std::int64_t in, std::int64_t out) {
  LayerSpec spec;
  spec.kind = kind, spec.name = std::move(name), spec.in = in, spec.out = out;
  return spec;
}
LayerSpec withAmount(LayerSpec spec, double amount) {
  spec.amount = amount;
  return spec;
}
}  // namespace

LayerSpec linear(std::string name, std::int64_t in, std::int64_t out, bool bias, Init init) {
  auto spec = make(LayerKind::linear, std::move(name), in, out);
  spec.bias = bias, spec.init = init;
  return spec;
}
LayerSpec conv(std::string name, std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride, std::int64_t padding, bool bias) {
  auto spec = make(LayerKind::conv, std::move(name), in, out);
  spec.kernel = kernel, spec.stride = stride, spec.padding = padding, spec.bias = bias;
  return spec;
}
LayerSpec convTranspose(std::string name, std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride, std::int64_t padding, bool bias) {
  auto spec = conv(std::move(name), in, out, kernel, stride, padding, bias);
  spec.kind = LayerKind::convTranspose;
  return spec;
}

LayerSpec repeatConv(std::string name, std::int64_t in, std::int64_t out, bool bias) {
  auto spec = conv(std::move(name), in, out, 3, 1, 1, bias);
  spec.kind = LayerKind::repeatConv;
  return spec;
}
LayerSpec norm(LayerKind kind, std::string name, std::int64_t features) { return make(kind, std::move(name), features, features); }
LayerSpec batchNorm(std::string name, std::int64_t features) { return norm(LayerKind::batchNorm, std::move(name), features); }
LayerSpec relu(std::string name) { return make(LayerKind::relu, std::move(name), 0, 0); }
LayerSpec leakyRelu(std::string name, double slope) { return withAmount(make(LayerKind::leakyRelu, std::move(name), 0, 0), slope); }
LayerSpec softplus(std::string name) { return make(LayerKind::softplus, std::move(name), 0, 0); }
LayerSpec tanh(std::string name) { return make(LayerKind::tanh, std::move(name), 0, 0); }
LayerSpec abscissae(std::string name) { return make(LayerKind::abscissae, std::move(name), 0, 0); }
LayerSpec evenly(std::string name) { return make(LayerKind::evenly, std::move(name), 0, 0); }
LayerSpec maxout(std::string name, std::int64_t in, std::int64_t out, std::int64_t pieces) {
  auto spec = withAmount(make(LayerKind::maxout, std::move(name), in, out), static_cast<double>(pieces));
  spec.init = Init::heUniform;
  return spec;
}
LayerSpec dropout(std::string name, double probability) { return withAmount(make(LayerKind::dropout, std::move(name), 0, 0), probability); }
LayerSpec gaussianNoise(std::string name, double deviation) { return withAmount(make(LayerKind::gaussianNoise, std::move(name), 0, 0), deviation); }
LayerSpec minibatchDiscrimination(std::string name, std::int64_t in, std::int64_t rows, std::int64_t numbers) {
  auto spec = make(LayerKind::minibatchDiscrimination, std::move(name), in, in + rows);
  spec.kernel = numbers, spec.bias = false, spec.init = Init::heUniform;
  return spec;
}
LayerSpec minibatchDeviation(std::string name, std::int64_t in) { return make(LayerKind::minibatchDeviation, std::move(name), in, in + 1); }
LayerSpec joinLabel(std::string name, std::int64_t in, std::int64_t classes) {
  auto spec = make(LayerKind::joinLabel, std::move(name), in, in + classes);
  spec.classes = classes;
  return spec;
}
LayerSpec projection(std::string name, std::int64_t in, std::int64_t classes) {
  auto spec = make(LayerKind::projection, std::move(name), in, 1);
  spec.classes = classes, spec.init = Init::heUniform;
  return spec;
}
LayerSpec joinOutput(std::string name, std::int64_t in, std::string of, std::int64_t added) {
  auto spec = make(LayerKind::joinOutput, std::move(name), in, in + added);
  spec.of = std::move(of);
  return spec;
}
LayerSpec reshape(std::string name, std::vector<std::int64_t> shape) {
  auto spec = make(LayerKind::reshape, std::move(name), 0, 0);
  spec.shape = std::move(shape);
  return spec;
}
LayerSpec flatten(std::string name) { return make(LayerKind::flatten, std::move(name), 0, 0); }
LayerSpec sumPool(std::string name) { return make(LayerKind::sumPool, std::move(name), 0, 0); }
}  // namespace layers

namespace {

/// M_i = f(x_i) T as [N,rows,numbers]; o(x_i)_b = sum over j != i of exp(-|M_ib - M_jb|_1).
Tensor closeness(const Tensor& x, const Tensor& transform, std::int64_t rows) {
  const auto m = at::mm(x, transform.t()).view({x.size(0), rows, -1});
  return at::exp(-(m.unsqueeze(0) - m.unsqueeze(1)).abs().sum(3)).sum(1) - 1;
}

/// Mean over features and places of the standard deviation over the batch, one number for all. The 1e-8 keeps its slope finite.
Tensor deviation(const Tensor& x) { return (x - x.mean(0, true)).square().mean(0).add(1e-8).sqrt().mean(); }

/// [in,out,3,3] -> [in,out,4,4]: the transposed convolution of stride 2 that does what the weights do, mirrored, to pixels repeated 2×2.
/// Each of the four neighbours that a pixel becomes is made with the same sum of weights.
Tensor shared(const Tensor& weights) {
  const auto wide = torch::constant_pad_nd(weights, {0, 1}) + torch::constant_pad_nd(weights, {1, 0});
  return torch::constant_pad_nd(wide, {0, 0, 0, 1}) + torch::constant_pad_nd(wide, {0, 0, 1, 0});
}

/// [N,C] -> [N,C,H,W] where x is a picture.
Tensor spread(const Tensor& features, const Tensor& x) {
  return x.dim() == 2 ? features : features.view({features.size(0), -1, 1, 1}).expand({-1, -1, x.size(2), x.size(3)});
}

}  // namespace

LayerImpl::LayerImpl(const LayerSpec& spec, Precision precision) : spec_(spec), precision_(precision) {
  registerWeights();
  if (!weight_.defined()) return;
  TORCH_CHECK(!hasGain() || spec.kind == LayerKind::linear, "only linear layers have normalised weights: ", spec.name);
  if (spec.bias && !bias_.defined()) bias_ = register_parameter("bias", torch::zeros({spec.out}));
  if (spec.form == WeightForm::normalised) gain_ = register_parameter("gain", torch::zeros({spec.out}));
  if (spec.form == WeightForm::scaled) gain_ = register_buffer("gain", torch::zeros({spec.out}));
  if (spec.form != WeightForm::spectral) return;
  singular_ = register_buffer("singular", torch::ones({weight_.size(0)}));
  if (labelRows_.defined()) labelSingular_ = register_buffer("label_singular", torch::ones({labelRows_.size(0)}));
}

void LayerImpl::registerWeights() {
  const auto k = spec_.kernel;
  const auto add = [this](std::vector<std::int64_t> shape) { weight_ = register_parameter("weight", torch::empty(shape)); };
  switch (spec_.kind) {
    case LayerKind::linear: return add({spec_.out, spec_.in});
    case LayerKind::maxout: {
      const auto pieces = static_cast<std::int64_t>(spec_.amount);
      add({spec_.out * pieces, spec_.in});
      bias_ = register_parameter("bias", torch::zeros({spec_.out * pieces}));
      return;
    }
    case LayerKind::conv: return add({spec_.out, spec_.in, k, k});
    case LayerKind::convTranspose: case LayerKind::repeatConv: return add({spec_.in, spec_.out, k, k});
    case LayerKind::minibatchDiscrimination: return add({(spec_.out - spec_.in) * k, spec_.in});
    case LayerKind::projection:
      add({1, spec_.in});
      labelRows_ = register_parameter("label_rows", torch::empty({spec_.classes, spec_.in}));
      return;
    case LayerKind::batchNorm:
      runningMean_ = register_buffer("running_mean", torch::zeros({spec_.in}));
      runningVar_ = register_buffer("running_var", torch::ones({spec_.in}));
      [[fallthrough]];
    case LayerKind::layerNorm: case LayerKind::instanceNorm:
      weight_ = register_parameter("weight", torch::ones({spec_.in}));
      return;
    default: return;
  }
}

void LayerImpl::initialise(torch::Generator& generator) {
  if (!weight_.defined()) return;
  torch::NoGradGuard guard;
  // Drawn on the processor and copied, so that every device begins with the same weights.
  const auto draw = [&](Tensor& into, auto&& fill) {
    auto drawn = torch::empty(into.sizes(), torch::kFloat32);
    fill(drawn);
    into.copy_(drawn);
  };
  const double bound = 1.0 / std::sqrt(static_cast<double>(spec_.in));
  const auto uniform = [&](Tensor& t) { t.uniform_(-bound, bound, generator); };
  if (spec_.kind == LayerKind::batchNorm) draw(weight_, [&](Tensor& t) { t.normal_(1.0, 0.02, generator); });
  else if (spec_.kind == LayerKind::layerNorm || spec_.kind == LayerKind::instanceNorm) weight_.fill_(1);
  else if (spec_.init == Init::heUniform) draw(weight_, uniform);
  else draw(weight_, [&](Tensor& t) { t.normal_(0.0, spec_.init == Init::wide ? 0.05 : 0.02, generator); });
  if (labelRows_.defined()) draw(labelRows_, uniform);
  for (auto* singular : {&singular_, &labelSingular_})
    if (singular->defined()) {
      draw(*singular, [&](Tensor& t) { t.normal_(0.0, 1.0, generator); });
      singular->div_(singular->norm());
    }
  if (bias_.defined()) bias_.zero_();
  if (gain_.defined()) gain_.zero_(), begun_ = false;
  if (runningMean_.defined()) runningMean_.zero_(), runningVar_.fill_(1);
}

Tensor LayerImpl::weight() { return spec_.form == WeightForm::spectral ? bySingular(weight_, singular_) : weight_; }

Tensor LayerImpl::bySingular(const Tensor& weights, Tensor& singular) {
  const auto matrix = weights.flatten(1);
  Tensor u, v;
  {
    torch::NoGradGuard guard;
    const auto unit = [](const Tensor& t) { return t / (t.norm() + 1e-12); };
    v = unit(matrix.t().mv(singular));
    u = unit(matrix.mv(v));
    if (is_training()) singular.copy_(u);
  }
  return weights / u.dot(matrix.mv(v));
}

void LayerImpl::beginWith(const Tensor& mapped) {
  torch::NoGradGuard guard;
  gain_.copy_(weight_.norm(2, 1) / mapped.std(0, false).clamp_min(1e-6));
  if (bias_.defined()) bias_.copy_(-mapped.mean(0) / mapped.std(0, false).clamp_min(1e-6));
}

/// A model that was trained in bfloat16 also runs where bfloat16 would only be emulated, an order of magnitude slower.
Precision LayerImpl::precisionFor(const Tensor& x) const { return x.is_cpu() && !bf16ConvolutionIsFast() ? Precision::float32 : precision_; }

/// In bfloat16 only where the product is large: a small one costs more to convert than it saves.
Tensor LayerImpl::product(const Tensor& x, const Tensor& w, const Tensor& bias) const {
  constexpr std::int64_t kLarge = 1 << 19;
  if (precisionFor(x) == Precision::float32 || x.scalar_type() != torch::kFloat32 || w.numel() < kLarge) return torch::linear(x, w, bias);
  const auto y = torch::linear(x.to(torch::kBFloat16), w.to(torch::kBFloat16)).to(torch::kFloat32);
  return bias.defined() ? y + bias : y;
}

/// Weights of length one times a gain scale what comes out: that costs a product of its size, not of the weights'.
Tensor LayerImpl::linearMap(const Tensor& x) {
  if (!hasGain()) return product(x, weight(), bias_);
  const auto mapped = product(x, weight_, {});
  if (is_training() && !begun_) {
    if (gain_[0].item<float>() == 0) beginWith(mapped);
    begun_ = true;
  }
  const auto scale = gain_ / weight_.norm(2, 1);
  return bias_.defined() ? torch::addcmul(bias_, mapped, scale) : mapped * scale;
}

/// Standard normal, on the processor: the generator is what noise costs, so four come from each 64-bit draw by Box and Muller's transform
/// of 16-bit numbers. Nothing lies further out than 4.85.
Tensor LayerImpl::standardNormal(at::IntArrayRef shape) const {
  std::int64_t count = 1;
  for (const auto side : shape) count *= side;
  const auto draws = torch::empty({(count + 3) / 4}, torch::kInt64).random_(std::numeric_limits<std::int64_t>::min(), c10::nullopt, noise());
  const auto uniform = draws.view(torch::kInt16).to(torch::kFloat32).add_(32768.5).mul_(1.0 / 65536).view({2, -1});   // inside (0,1)
  const auto radius = uniform[0].log().mul_(-2).sqrt_(), angle = uniform[1] * (2 * std::numbers::pi);
  return torch::cat({radius * angle.cos(), radius * angle.sin()}).narrow(0, 0, count).view(shape);
}

Tensor LayerImpl::dropped(const Tensor& x) const {
  if (!is_training() || spec_.amount <= 0) return x;
  // Four 16-bit numbers from each 64-bit draw: the generator is what dropout costs.
  const auto draws = torch::empty({(x.numel() + 3) / 4}, torch::kInt64)
                         .random_(std::numeric_limits<std::int64_t>::min(), c10::nullopt, noise());
  const auto border = static_cast<std::int64_t>(std::lround(65536.0 * spec_.amount)) - 32768;
  const auto keep = draws.view(torch::kInt16).narrow(0, 0, x.numel()).ge(border).view(x.sizes());
  return x * onto(x.device(), keep).to(torch::kFloat32).mul_(1.0 / (1.0 - spec_.amount));
}

Tensor LayerImpl::forward(const Tensor& x, const Tensor& labels) {
  switch (spec_.kind) {
    case LayerKind::linear: return linearMap(x);
    case LayerKind::maxout: return std::get<0>(torch::linear(x, weight(), bias_).view({x.size(0), spec_.out, static_cast<std::int64_t>(spec_.amount)}).max(2));
    case LayerKind::conv: return conv2d(x, weight(), bias_, spec_.stride, spec_.padding, precisionFor(x));
    case LayerKind::convTranspose: return convTranspose2d(x, weight(), bias_, spec_.stride, spec_.padding, precisionFor(x));
    case LayerKind::repeatConv: return convTranspose2d(x, shared(weight()), bias_, 2, 1, precisionFor(x));
    case LayerKind::batchNorm:  // momentum 0.1, eps 1e-5 (Ioffe & Szegedy 2015; torch::batch_norm takes them in this order)
      return torch::batch_norm(x, weight_, bias_, runningMean_, runningVar_, is_training(), 0.1, 1e-5, false);
    case LayerKind::layerNorm: return torch::group_norm(x, 1, weight_, bias_, 1e-5);
    case LayerKind::instanceNorm: return torch::group_norm(x, spec_.in, weight_, bias_, 1e-5);
    // In place: what comes before (a convolution, a linear map, a norm) does not need its own output for its gradient.
    case LayerKind::relu: return torch::relu_(const_cast<Tensor&>(x));
    case LayerKind::leakyRelu: return torch::leaky_relu_(const_cast<Tensor&>(x), spec_.amount);
    case LayerKind::softplus: return torch::softplus(x);
    case LayerKind::tanh: return torch::tanh(x);
    case LayerKind::abscissae: return x.slice(1, 0, x.size(1), 2).contiguous();
    case LayerKind::evenly: return torch::erf(x * std::numbers::sqrt2 / 2);
    case LayerKind::dropout: return dropped(x);
    case LayerKind::gaussianNoise:
      if (!is_training() || spec_.amount <= 0) return x;
      return torch::add(x, onto(x.device(), standardNormal(x.sizes())), spec_.amount);
    case LayerKind::minibatchDiscrimination: return torch::cat({x, closeness(x, weight_, spec_.out - spec_.in)}, 1);
    case LayerKind::minibatchDeviation: return torch::cat({x, spread(deviation(x).expand({x.size(0), 1}), x)}, 1);
    case LayerKind::joinLabel: return torch::cat({x, spread(oneHot(labels, spec_.classes, x.scalar_type()), x)}, 1);
    case LayerKind::projection: {
      const auto rows = labelSingular_.defined() ? bySingular(labelRows_, labelSingular_) : labelRows_;
      return torch::linear(x, weight(), bias_) + (rows.index_select(0, labels) * x).sum(1, true);
    }
    case LayerKind::joinOutput: break;   // the network's: it knows the other layer
    case LayerKind::reshape: {
      std::vector<std::int64_t> shape{x.size(0)};
      shape.insert(shape.end(), spec_.shape.begin(), spec_.shape.end());
      return x.reshape(shape);
    }
    case LayerKind::flatten: return x.flatten(1);
    case LayerKind::sumPool: return x.sum({2, 3});
  }
  throw std::logic_error("unknown layer kind");
}

bool LayerImpl::absorbs(const LayerSpec& next, const Tensor& x) const {
  return spec_.kind == LayerKind::batchNorm && (next.kind == LayerKind::relu || next.kind == LayerKind::leakyRelu) && is_training() && x.is_cpu() &&
         x.scalar_type() == torch::kFloat32;
}

Tensor LayerImpl::forwardWith(const LayerSpec& next, const Tensor& x) {
  return batchNormActivation(x, {weight_, bias_, runningMean_, runningVar_}, next.kind == LayerKind::relu ? 0.0 : next.amount);
}

std::vector<Tensor*> LayerImpl::weights() {
  std::vector<Tensor*> all;
  const auto known = parameters(false);
  for (const auto& parameter : known)
    for (auto* mine : {&weight_, &bias_, &gain_, &labelRows_})
      if (mine->is_same(parameter)) all.push_back(mine);
  return all;
}

bool LayerImpl::couplesBatch() const {
  return spec_.kind == LayerKind::batchNorm || spec_.kind == LayerKind::minibatchDiscrimination || spec_.kind == LayerKind::minibatchDeviation;
}

}  // namespace ganvas
