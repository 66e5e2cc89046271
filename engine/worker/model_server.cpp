#include "engine/worker/model_server.hpp"

#include <chrono>

#include "engine/gans/common_parameters.hpp"
#include "engine/tensor/device.hpp"
#include "engine/tensor/frames.hpp"
#include "engine/tensor/seeds.hpp"

namespace ganvas {
namespace {

constexpr std::int64_t kDirections = 10;
constexpr std::int64_t kDirectionSamples = 512;
constexpr std::size_t kMostPictures = 1024;

std::vector<double> listOf(const torch::Tensor& tensor) {
  const auto values = tensor.to(torch::kCPU, torch::kFloat64).contiguous();
  return {values.data_ptr<double>(), values.data_ptr<double>() + values.numel()};
}

}  // namespace

ModelServer::ModelServer(const Family& family, Settings settings, DataShape shape, torch::Device device, ModelInfo info, std::shared_ptr<SnapshotBox> weights, int threads)
    : family_(family), settings_(std::move(settings)), shape_(shape), device_(device), weights_(std::move(weights)), threads_(threads), info_(std::move(info)),
      thread_([this](std::stop_token stop) { run(std::move(stop)); }) {}

ModelServer::~ModelServer() = default;

ModelInfo ModelServer::info() const {
  std::lock_guard lock(mutex_);
  auto info = info_;
  info.step = weights_->step();  // newer than what answered last tells a panel that asking again is worth it
  return info;
}

void ModelServer::run(std::stop_token stop) {
  useThreads(threads_);
  std::optional<Error> broken;
  try {
    gan_ = makeGan(family_, settings_, shape_, device_);
    {
      std::lock_guard lock(mutex_);
      info_.latentSize = static_cast<int>(gan_->latentSize());
      info_.codes = gan_->codes();
    }
    refresh(Weights::ema);
  } catch (const std::exception& e) {
    broken = errorFromTorch(e);
  }
  while (auto request = requests_.take(stop)) {
    InferenceResult result;
    result.revision = request->revision;
    try {
      if (broken) result.error = broken;
      else result = answer(*request);
    } catch (const std::exception& e) {
      result.error = errorFromTorch(e);
    }
    results_.put(std::move(result));
  }
}

void ModelServer::refresh(Weights weights) {
  auto newest = weights_->newest();
  if (!newest || (newest == loaded_ && weights == loadedKind_)) return;
  if (auto loaded = loadWeights(*gan_, weights == Weights::ema ? newest->averaged : newest->live); !loaded) throw ErrorException(loaded.error());
  loaded_ = std::move(newest);
  loadedKind_ = weights;
  findDirections();
}

void ModelServer::findDirections() {
  torch::NoGradGuard guard;
  const auto size = gan_->latentSize();
  const auto z = torch::empty({std::max(kDirectionSamples, 4 * size), size}).normal_(0, 1, makeGenerator(0, Stream::features)).to(device_);
  auto activations = gan_->firstActivations(z);
  if (!activations.defined()) return;
  activations = activations.flatten(1) - activations.flatten(1).mean(0, true);
  // Principal directions of the activations, carried back to the latent by regression (GANSpace): with activations = z·W,
  // they are the eigenvectors of W·Wᵗ.
  const auto gram = z.t().mm(z).to(torch::kCPU, torch::kFloat64);
  const auto w = torch::linalg_inv(gram).mm(z.t().mm(activations).to(torch::kCPU, torch::kFloat64));
  auto [values, vectors] = torch::linalg_eigh(w.mm(w.t()), "L");
  const auto count = std::min(kDirections, size);
  auto rows = vectors.t().flip({0}).narrow(0, 0, count).to(torch::kFloat32).contiguous();
  const auto shares = (values.flip({0}).clamp_min(0) / values.clamp_min(0).sum().clamp_min(1e-30)).narrow(0, 0, count);
  if (directions_.defined()) {  // an eigenvector's sign is arbitrary: keep sliders from turning round while training goes on
    const auto sign = torch::where((rows * directions_).sum(1, true) < 0, torch::tensor(-1.0f), torch::tensor(1.0f));
    rows = rows * sign;
  }
  directions_ = rows;
  std::lock_guard lock(mutex_);
  info_.directionShares.clear();
  for (std::int64_t i = 0; i < count; ++i) info_.directionShares.push_back(shares[i].item<double>());
}

torch::Tensor ModelServer::latents(const std::vector<LatentRecipe>& recipes) const {
  const auto size = gan_->latentSize();
  std::vector<LatentPoint> from, to;
  std::vector<float> ts;
  for (const auto& recipe : recipes) {
    from.push_back(recipe.from);
    to.push_back(recipe.t > 0 ? recipe.to : recipe.from);
    ts.push_back(static_cast<float>(recipe.t));
  }
  auto z = latentsOf(from, size);
  if (std::any_of(ts.begin(), ts.end(), [](float t) { return t > 0; })) {
    const auto t = torch::tensor(ts);
    z = torch::where(t.view({-1, 1}) > 0, slerp(z, latentsOf(to, size), t), z);
  }
  for (std::size_t i = 0; i < recipes.size(); ++i)
    for (std::size_t d = 0; d < recipes[i].offsets.size() && directions_.defined() && static_cast<std::int64_t>(d) < directions_.size(0); ++d)
      if (recipes[i].offsets[d] != 0) z[static_cast<std::int64_t>(i)] += recipes[i].offsets[d] * directions_[static_cast<std::int64_t>(d)];
  return z;
}

Result<NamedTensors> ModelServer::inputsOf(const InferenceRequest& request) const {
  const auto unfit = [this](const std::string& name) {
    return Error{ErrorKind::usage, sentence("The model \"%1\" cannot take the input \"%2\" in this form.", info().family.title, name), {}};
  };
  NamedTensors inputs;
  const auto latent = request.inputs.find("latent");
  if (latent != request.inputs.end()) {
    const auto* recipes = std::get_if<std::vector<LatentRecipe>>(&latent->second);
    if (!recipes || recipes->empty() || recipes->size() > kMostPictures) return unfit("latent");
    inputs = gan_->inputsFrom(latents(*recipes).to(device_), 0);
  }
  const auto count = inputs.contains("latent") ? inputs.at("latent").size(0) : 0;
  for (const auto& [name, input] : request.inputs) {
    if (const auto* classes = std::get_if<std::vector<std::int64_t>>(&input); name == "class" && classes && static_cast<std::int64_t>(classes->size()) == count && inputs.contains("class")) {
      inputs["class"] = torch::tensor(*classes, torch::kInt64).clamp(0, std::max(0, shape_.classes - 1)).to(device_);
    } else if (const auto* codes = std::get_if<std::vector<double>>(&input); name == "codes" && codes && !codes->empty() && count > 0 &&
               codes->size() == static_cast<std::size_t>(count) * gan_->codes().size()) {
      inputs["codes"] = torch::tensor(*codes, torch::kFloat32).view({count, -1}).to(device_);
    } else if (const auto* picture = std::get_if<Frame>(&input); name == "image" && picture && picture->width > 0 && picture->height > 0) {
      inputs["image"] = pictureOf(*picture, pictureOptions(settings_), {shape_.channels, shape_.height, shape_.width}).to(device_);
    } else if (const auto* drawing = std::get_if<Frame>(&input); name == "sketch" && drawing && drawing->width > 0 && drawing->height > 0) {
      inputs["sketch"] = drawingOf(*drawing, shape_.height).to(device_);
    } else if (const auto* numbers = std::get_if<std::vector<double>>(&input); name != "codes" && numbers && (shape_.target || name == "opinion")) {
      inputs[name] = torch::tensor(*numbers, torch::kFloat64);   // what of the plane is looked at
    } else if (name != "latent") {
      return unfit(name);
    }
  }
  return inputs;
}

InferenceResult ModelServer::answer(const InferenceRequest& request) {
  const auto begin = std::chrono::steady_clock::now();
  InferenceResult result;
  result.revision = request.revision;
  refresh(request.weights);
  result.step = loaded_ ? loaded_->step : 0;
  auto inputs = inputsOf(request);
  if (!inputs) {
    result.error = inputs.error();
    return result;
  }
  for (const auto& [name, tensor] : gan_->infer(*inputs)) {
    if (tensor.dim() == 4) result.images.emplace(name, toTileGrid(tensor, request.columns, result.step));
    else if (tensor.dim() == 2) result.lists.emplace(name, listOf(tensor));
    else if (tensor.numel() == 1) result.scalars.emplace(name, tensor.item<double>());
  }
  result.milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  return result;
}

}  // namespace ganvas
