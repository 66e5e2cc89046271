#include "engine/tensor/adam.hpp"

#include <algorithm>
#include <cmath>

#include <ATen/Parallel.h>

#include "engine/tensor/vector_code.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

/// Parameters begin at multiples of so many floats (64 bytes): the alignment that LibTorch gives its own tensors.
constexpr std::int64_t kAlignment = 16;
/// One piece of work; its size does not depend on the number of threads, and so neither do sums over pieces.
constexpr std::int64_t kBlock = 4096;

Error mismatch(Sentence message) { return {ErrorKind::input, std::move(message), {}}; }

struct AdamCoefficients {
  float beta1, oneMinusBeta1, beta2, oneMinusBeta2, eps, stepSize, inverseRootCorrection;
};

/// The compiler makes vector code of it; each element is on its own, so results do not depend on how the range is divided.
GANVAS_VECTOR_CODE void updateRange(std::int64_t count, float* __restrict parameter, const float* __restrict gradient,
                                    float* __restrict average, float* __restrict square, const AdamCoefficients c) {
  for (std::int64_t i = 0; i < count; ++i) {
    const float g = gradient[i];
    const float m = average[i] * c.beta1 + g * c.oneMinusBeta1;
    const float v = square[i] * c.beta2 + g * g * c.oneMinusBeta2;
    average[i] = m;
    square[i] = v;
    parameter[i] -= c.stepSize * (m / (__builtin_sqrtf(v) * c.inverseRootCorrection + c.eps));
  }
}

GANVAS_VECTOR_CODE double sumOfSquares(std::int64_t count, const float* values) {
  constexpr std::int64_t kLanes = 16;  // so many sums side by side, that the order of additions is fixed and still vector code
  double lanes[kLanes] = {};
  std::int64_t i = 0;
  for (; i + kLanes <= count; i += kLanes) {
    for (std::int64_t lane = 0; lane < kLanes; ++lane) lanes[lane] += static_cast<double>(values[i + lane]) * values[i + lane];
  }
  for (; i < count; ++i) lanes[0] += static_cast<double>(values[i]) * values[i];
  double sum = 0;
  for (const double lane : lanes) sum += lane;
  return sum;
}

}  // namespace

FlatAdam::FlatAdam(std::vector<std::pair<std::string, Tensor>> namedParameters, AdamOptions options) : options_(options) {
  TORCH_CHECK(!namedParameters.empty(), "an optimizer needs parameters");
  torch::NoGradGuard noGrad;
  const auto device = namedParameters.front().second.device();
  std::int64_t size = 0;
  for (auto& [name, parameter] : namedParameters) {
    TORCH_CHECK(parameter.is_leaf() && parameter.scalar_type() == at::kFloat && parameter.device() == device, "parameter ", name,
                " must be a float32 leaf on one device with the others");
    slices_.push_back({std::move(name), parameter, size});
    size += (parameter.numel() + kAlignment - 1) / kAlignment * kAlignment;
  }
  const auto like = at::TensorOptions().dtype(at::kFloat).device(device);
  parameters_ = at::zeros({size}, like);
  gradients_ = at::zeros({size}, like);
  average_ = at::zeros({size}, like);
  squares_ = at::zeros({size}, like);
  for (auto& slice : slices_) {
    const auto view = viewOf(parameters_, slice);
    view.copy_(slice.parameter);
    slice.parameter.set_data(view);
    slice.parameter.mutable_grad() = viewOf(gradients_, slice);
  }
}

Tensor FlatAdam::viewOf(const Tensor& flat, const Slice& slice) const {
  const auto size = slice.parameter.sizes();
  if (size.size() != 4) return flat.narrow(0, slice.offset, slice.parameter.numel()).view(size);
  const std::int64_t c = size[1], h = size[2], w = size[3];
  return flat.as_strided(size, {c * h * w, 1, w * c, c}, slice.offset);
}

void FlatAdam::zeroGrad() {
  for (auto& slice : slices_) slice.parameter.mutable_grad() = Tensor();
}

void FlatAdam::gatherGradients() {
  torch::NoGradGuard noGrad;
  for (auto& slice : slices_) {
    auto& gradient = slice.parameter.mutable_grad();
    const auto view = viewOf(gradients_, slice);
    if (gradient.defined() && gradient.data_ptr() == view.data_ptr()) continue;
    if (gradient.defined()) {
      view.copy_(gradient);
    } else {
      view.zero_();
    }
    gradient = view;
  }
}

Tensor FlatAdam::flatGradients() {
  gatherGradients();
  return gradients_;
}

Tensor FlatAdam::gradNorm() {
  torch::NoGradGuard noGrad;
  gatherGradients();
  if (!gradients_.is_cpu()) return gradients_.norm();
  const std::int64_t size = gradients_.numel();
  const std::int64_t blocks = (size + kBlock - 1) / kBlock;
  std::vector<double> sums(static_cast<std::size_t>(blocks));
  const float* values = gradients_.data_ptr<float>();
  at::parallel_for(0, blocks, 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t block = begin; block < end; ++block) {
      const std::int64_t from = block * kBlock;
      sums[static_cast<std::size_t>(block)] = sumOfSquares(std::min(kBlock, size - from), values + from);
    }
  });
  double sum = 0;
  for (const double part : sums) sum += part;
  return torch::scalar_tensor(std::sqrt(sum), gradients_.options());
}

Tensor FlatAdam::clipGradNorm(double max) {
  torch::NoGradGuard noGrad;
  auto norm = gradNorm();
  if (gradients_.is_cpu()) {
    const double factor = max / (norm.item<double>() + 1e-6);
    if (factor < 1) gradients_.mul_(factor);
  } else {
    gradients_.mul_((max / (norm + 1e-6)).clamp_max(1.0));
  }
  return norm;
}

void FlatAdam::step() {
  torch::NoGradGuard noGrad;
  gatherGradients();
  ++step_;
  const double stepSize = options_.lr / (1 - std::pow(options_.beta1, static_cast<double>(step_)));
  const double inverseRootCorrection = 1 / std::sqrt(1 - std::pow(options_.beta2, static_cast<double>(step_)));
  if (parameters_.is_cpu()) {
    stepOnCpu(stepSize, inverseRootCorrection);
  } else {
    stepWithTensors(stepSize, inverseRootCorrection);
  }
}

void FlatAdam::stepOnCpu(double stepSize, double inverseRootCorrection) {
  const AdamCoefficients c = {static_cast<float>(options_.beta1),     static_cast<float>(1 - options_.beta1),
                              static_cast<float>(options_.beta2),     static_cast<float>(1 - options_.beta2),
                              static_cast<float>(options_.eps),       static_cast<float>(stepSize),
                              static_cast<float>(inverseRootCorrection)};
  float* parameter = parameters_.data_ptr<float>();
  const float* gradient = gradients_.data_ptr<float>();
  float* average = average_.data_ptr<float>();
  float* square = squares_.data_ptr<float>();
  at::parallel_for(0, parameters_.numel(), kBlock, [&](std::int64_t begin, std::int64_t end) {
    updateRange(end - begin, parameter + begin, gradient + begin, average + begin, square + begin, c);
  });
}

void FlatAdam::stepWithTensors(double stepSize, double inverseRootCorrection) {
  average_.mul_(options_.beta1).add_(gradients_, 1 - options_.beta1);
  squares_.mul_(options_.beta2).addcmul_(gradients_, gradients_, 1 - options_.beta2);
  parameters_.addcdiv_(average_, squares_.sqrt().mul_(inverseRootCorrection).add_(options_.eps), -stepSize);
}

AdamLookahead::AdamLookahead(const FlatAdam& optimizer)
    : optimizer_(optimizer), flat_(optimizer.parameters_.detach().clone().requires_grad_(true)), average_(optimizer.average_.clone()),
      squares_(optimizer.squares_.clone()), step_(optimizer.step_) {}

std::vector<Tensor> AdamLookahead::parameters() const {
  std::vector<Tensor> all;
  for (const auto& slice : optimizer_.slices_) all.push_back(optimizer_.viewOf(flat_, slice));
  return all;
}

void AdamLookahead::step(const Tensor& loss) {
  const auto& o = optimizer_.options_;
  const auto gradient = torch::autograd::grad({loss}, {flat_}, {}, /*retain_graph=*/true, /*create_graph=*/true)[0];
  ++step_;
  average_ = average_ * o.beta1 + gradient * (1 - o.beta1);
  squares_ = squares_ * o.beta2 + gradient.square() * (1 - o.beta2);
  const double correction1 = 1 - std::pow(o.beta1, static_cast<double>(step_)), correction2 = 1 - std::pow(o.beta2, static_cast<double>(step_));
  // eps² beside the root: a root's slope at zero is infinite, and paddings have no gradient at all.
  flat_ = flat_ - (o.lr / correction1) * average_ / ((squares_ / correction2 + o.eps * o.eps).sqrt() + o.eps);
}

std::map<std::string, Tensor> FlatAdam::state() const {
  std::map<std::string, Tensor> state;
  for (const auto& slice : slices_) {
    state["exp_avg." + slice.name] = viewOf(average_, slice);
    state["exp_avg_sq." + slice.name] = viewOf(squares_, slice);
  }
  state["step"] = torch::scalar_tensor(step_, at::kLong);
  return state;
}

Result<void> FlatAdam::loadState(const std::map<std::string, Tensor>& given) {
  auto own = state();
  for (const auto& [name, target] : own) {
    const auto found = given.find(name);
    if (found == given.end()) return mismatch(sentence("The optimizer's state has no entry \"%1\".", name));
    if (found->second.sizes() != target.sizes()) return mismatch(sentence("The optimizer's state \"%1\" has the wrong shape.", name));
    const bool rightType = name == "step" ? found->second.scalar_type() == at::kLong : found->second.is_floating_point();
    if (!rightType) return mismatch(sentence("The optimizer's state \"%1\" has the wrong number type.", name));
  }
  for (const auto& [name, tensor] : given) {
    if (own.find(name) == own.end()) return mismatch(sentence("The optimizer's state has an entry \"%1\" that belongs to no parameter.", name));
  }
  const auto step = given.at("step").item<std::int64_t>();
  if (step < 0) return mismatch(sentence("The optimizer's state counts a negative number of steps."));
  torch::NoGradGuard noGrad;
  for (auto& [name, target] : own) {
    if (name != "step") target.copy_(given.at(name));
  }
  step_ = step;
  return {};
}

}  // namespace ganvas
