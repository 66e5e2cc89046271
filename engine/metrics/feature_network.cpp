#include "engine/metrics/feature_network.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <mutex>

#include "engine/tensor/adam.hpp"
#include "engine/tensor/seeds.hpp"
#include "engine/tensor/checkpoint.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

constexpr const char* kKind = "ganvas-features-1";  // a change of architecture or training changes this, so that old files are not taken
constexpr std::uint64_t kSeed = 20140610;           // one network per data set, whatever the run's seed
constexpr std::int64_t kBatch = 128;
constexpr std::int64_t kJudgedAtOnce = 250;
constexpr double kPeakRate = 3e-3;

/// Strided convolutions down to at most 8 px, then two at that size; the mean over places is the feature.
std::vector<LayerSpec> trunkLayers(std::int64_t channels, std::int64_t side) {
  std::vector<LayerSpec> all;
  std::int64_t in = channels, out = FeatureNetwork::kWidth / 2;
  int number = 0;
  const auto add = [&](std::int64_t kernel, std::int64_t stride) {
    const auto suffix = std::to_string(++number);
    all.push_back(layers::conv("conv" + suffix, in, out, kernel, stride, 1, false));
    all.push_back(layers::batchNorm("norm" + suffix, out));
    all.push_back(layers::leakyRelu("leaky" + suffix, 0.1));
    in = out;
    out = FeatureNetwork::kWidth;
  };
  for (; side > 8; side /= 2) add(4, 2);
  add(3, 1);
  add(3, 1);
  return all;
}

std::int64_t classCount(const PictureSet& data) {
  const auto& labels = data.train().labels;
  const auto highest = labels.empty() ? 0 : *std::max_element(labels.begin(), labels.end());
  return highest > 0 ? highest + 1 : 0;
}

/// Four rotations of a square; of another rectangle only the two that keep its shape.
std::vector<std::int64_t> quarterTurns(const PictureSet& data) {
  return data.width() == data.height() ? std::vector<std::int64_t>{0, 1, 2, 3} : std::vector<std::int64_t>{0, 2};
}

/// About four times through the data, at least enough to learn anything, and less where pictures are large.
std::int64_t trainingSteps(const PictureSet& data) {
  const double pixels = static_cast<double>(data.width()) * data.height();
  const auto most = static_cast<std::int64_t>(2000 * std::min(1.0, 32.0 * 32.0 / pixels));
  return std::clamp<std::int64_t>(4 * data.train().count / kBatch, 300, std::max<std::int64_t>(most, 400));
}

/// Up over the first tenth, then down to nothing in half a cosine.
double rateAt(std::int64_t step, std::int64_t steps) {
  const double t = static_cast<double>(step) / static_cast<double>(steps), warm = 0.1;
  return t < warm ? kPeakRate * t / warm : kPeakRate * 0.5 * (1 + std::cos(3.14159265358979 * (t - warm) / (1 - warm)));
}

Error cancelled() { return {ErrorKind::cancelled, sentence("Stopped while the feature network was made."), {}}; }

}  // namespace

Tensor picturesAt(const PictureSet& data, const PictureSplit& split, const Tensor& rows) {
  auto* bytes = const_cast<std::uint8_t*>(split.pixels.data());  // LibTorch has no tensor over constant memory; index_select only reads
  const auto all = torch::from_blob(bytes, {split.count, data.channels() + data.drawings(), data.height(), data.width()}, at::kByte);
  return all.narrow(1, 0, data.channels()).index_select(0, rows);
}

FeatureNetwork::FeatureNetwork(const PictureSet& data, torch::Device device)
    : trunk_(std::make_shared<Network>(trunkLayers(data.channels(), std::max(data.width(), data.height())))),
      device_(device),
      classes_(classCount(data)),
      answers_(classes_ > 0 ? classes_ : static_cast<std::int64_t>(quarterTurns(data).size())) {
  head_ = std::make_shared<Network>(std::vector<LayerSpec>{layers::linear("answer", kWidth, answers_)});
  trunk_->eval();
  head_->eval();
}

Tensor FeatureNetwork::features(const Tensor& bytes) const {
  torch::NoGradGuard noGrad;
  std::vector<Tensor> parts;
  for (const auto& part : bytes.split(kJudgedAtOnce)) {
    parts.push_back(trunk_->forward(part.to(device_, at::kFloat).div_(127.5).sub_(1)).mean(at::IntArrayRef{2, 3}));
  }
  return torch::cat(parts);
}

Tensor FeatureNetwork::featuresAndLogits(const Tensor& bytes) const {
  torch::NoGradGuard noGrad;
  const auto seen = features(bytes);
  return torch::cat({seen, head_->forward(seen)}, 1);
}

std::vector<Tensor> FeatureNetwork::perceived(const Tensor& pictures) const {
  auto names = trunk_->layersOf(LayerKind::leakyRelu);
  names.pop_back();   // the last one's is what comes out
  return trunk_->forwardAlong(pictures, names);
}

Sentence FeatureNetwork::describe() const {
  char percent[32];
  std::snprintf(percent, sizeof percent, "%.1f", 100 * accuracy_);
  return tellsClasses() ? sentence("The feature network names the class of %1 % of the held-out pictures.", percent)
                        : sentence("The feature network names the rotation of %1 % of the held-out pictures.", percent);
}

/// Makes one network. Lives on the stack of featureNetworkFor.
class FeatureTraining {
 public:
  FeatureTraining(const PictureSet& data, torch::Device device, const JobContext& job)
      : data_(data), device_(device), job_(job), network_(new FeatureNetwork(data, device)) {}

  std::shared_ptr<const FeatureNetwork> result() const { return network_; }

  bool load(const std::filesystem::path& file) {
    auto stored = std::filesystem::exists(file) ? readCheckpoint(file) : Result<Checkpoint>(Error{});
    if (!stored || stored->family != kKind) return false;
    const auto accuracy = stored->tensors.find("accuracy");
    if (accuracy == stored->tensors.end() || accuracy->second.numel() != 1) return false;
    auto mine = tensors();
    for (const auto& [name, tensor] : mine) {
      const auto found = stored->tensors.find(name);
      if (found == stored->tensors.end() || found->second.sizes() != tensor.sizes() || !found->second.is_floating_point()) return false;
    }
    torch::NoGradGuard noGrad;
    for (auto& [name, tensor] : mine) tensor.copy_(stored->tensors.at(name));
    network_->accuracy_ = accuracy->second.item<double>();
    moveToDevice();
    return true;
  }

  /// A file that cannot be written costs a minute next time, nothing else.
  void save(Storage& storage, const std::filesystem::path& file) const {
    auto all = tensors();
    all["accuracy"] = torch::scalar_tensor(network_->accuracy_, at::kDouble);
    if (storage.createFolders(file.parent_path())) (void)writeCheckpoint(storage, file, {kKind, trainingSteps(data_), 0, std::move(all)}).ok();
  }

  Result<void> train() {
    torch::AutoGradMode grad(true);  // the caller may be judging without gradients
    auto generator = makeGenerator(kSeed, Stream::features);
    network_->trunk_->initialise(generator);
    network_->head_->initialise(generator);
    moveToDevice();
    std::vector<std::pair<std::string, Tensor>> parameters;
    for (const auto& module : {network_->trunk_, network_->head_}) {
      for (const auto& item : module->named_parameters()) parameters.emplace_back(item.key(), item.value());
    }
    FlatAdam adam(std::move(parameters), {kPeakRate, 0.9, 0.999, 1e-8});
    network_->trunk_->train();
    const auto steps = trainingSteps(data_);
    for (std::int64_t step = 0; step < steps; ++step) {
      if (job_.stopped()) return cancelled();
      if (step % 10 == 0) job_.report(static_cast<double>(step) / static_cast<double>(steps), sentence("Training the feature network, once for these data"));
      const auto [pictures, answers] = nextBatch(generator);
      adam.zeroGrad();
      const auto x = pictures.to(device_, at::kFloat).div_(127.5).sub_(1);
      const auto logits = network_->head_->forward(network_->trunk_->forward(x).mean(at::IntArrayRef{2, 3}));
      torch::nn::functional::cross_entropy(logits, answers.to(device_)).backward();
      adam.setLearningRate(rateAt(step + 1, steps));
      adam.step();
    }
    network_->trunk_->eval();
    for (const auto& module : {network_->trunk_, network_->head_}) {
      for (auto& parameter : module->parameters()) parameter.set_requires_grad(false), parameter.mutable_grad() = Tensor();
    }
    return measure();
  }

 private:
  void moveToDevice() {
    network_->trunk_->to(device_);
    network_->head_->to(device_);
  }

  NamedTensors tensors() const {
    NamedTensors all;
    for (const auto& module : {network_->trunk_, network_->head_}) {
      for (const auto& item : module->named_parameters()) all.emplace(item.key(), item.value().detach());
      for (const auto& item : module->named_buffers()) all.emplace(item.key(), item.value());
    }
    return all;
  }

  /// Rows in an order that is shuffled anew for every pass through the data; the last, short batch of a pass is left out.
  std::pair<Tensor, Tensor> nextBatch(torch::Generator& generator) {
    const auto count = data_.train().count;
    const auto size = std::min(kBatch, count);
    if (!order_.defined() || position_ + size > count) order_ = torch::randperm(count, generator), position_ = 0;
    const auto rows = order_.narrow(0, position_, size);
    position_ += size;
    return question(data_.train(), rows, generator);
  }

  /// Pictures and what the network should answer: their labels, or by what they were turned.
  std::pair<Tensor, Tensor> question(const PictureSplit& split, const Tensor& rows, torch::Generator& generator) const {
    const auto pictures = picturesAt(data_, split, rows);
    if (network_->tellsClasses()) {
      auto* labels = const_cast<std::int32_t*>(split.labels.data());
      return {pictures, torch::from_blob(labels, {split.count}, at::kInt).index_select(0, rows).to(at::kLong)};
    }
    const auto turns = quarterTurns(data_);
    const auto answers = torch::randint(static_cast<std::int64_t>(turns.size()), rows.sizes(), generator, torch::kLong);
    std::vector<Tensor> turned;
    for (std::int64_t i = 0; i < rows.numel(); ++i) {
      turned.push_back(torch::rot90(pictures[i], turns[static_cast<std::size_t>(answers[i].item<std::int64_t>())], {1, 2}));
    }
    return {torch::stack(turned), answers};
  }

  Result<void> measure() {
    const auto& split = data_.test().count > 0 ? data_.test() : data_.train();
    auto generator = makeGenerator(kSeed + 1, Stream::features);
    const auto count = std::min<std::int64_t>(split.count, 10000);
    std::int64_t right = 0;
    for (std::int64_t at = 0; at < count; at += kJudgedAtOnce) {
      if (job_.stopped()) return cancelled();
      const auto [pictures, answers] = question(split, torch::arange(at, std::min(at + kJudgedAtOnce, count)), generator);
      right += network_->featuresAndLogits(pictures).narrow(1, FeatureNetwork::kWidth, network_->answers_).argmax(1).cpu().eq(answers).sum().item<std::int64_t>();
    }
    network_->accuracy_ = static_cast<double>(right) / static_cast<double>(count);
    return {};
  }

  const PictureSet& data_;
  torch::Device device_;
  const JobContext& job_;
  std::shared_ptr<FeatureNetwork> network_;
  Tensor order_;
  std::int64_t position_ = 0;
};

std::shared_ptr<const FeatureNetwork> untrainedFeatureNetwork(const PictureSet& data, torch::Device device) {
  auto network = std::shared_ptr<FeatureNetwork>(new FeatureNetwork(data, device));
  auto generator = makeGenerator(kSeed, Stream::features);
  network->trunk_->initialise(generator);
  network->trunk_->to(device);
  for (auto& parameter : network->trunk_->parameters()) parameter.set_requires_grad(false);
  return network;
}

Result<std::shared_ptr<const FeatureNetwork>> featureNetworkFor(const PictureSet& data, torch::Device device, const std::filesystem::path& cache,
                                                                Storage& storage, const JobContext& job) {
  static std::timed_mutex busy;  // a run and an evaluation may ask at once; the second one waits for the first one's network
  static std::map<std::string, std::shared_ptr<const FeatureNetwork>> known;
  if (data.train().count < 4 * FeatureNetwork::kWidth) {
    return Error{ErrorKind::input,
                 sentence("The data set has %1 pictures for training; to judge what is made from it at least %2 are needed.", data.train().count, 4 * FeatureNetwork::kWidth),
                 {}};
  }
  std::unique_lock lock(busy, std::defer_lock);
  while (!lock.try_lock_for(std::chrono::milliseconds(100))) {
    if (job.stopped()) return cancelled();
  }
  const auto shape = std::to_string(data.channels()) + "x" + std::to_string(data.height()) + "x" + std::to_string(data.width());
  const auto file = cache / "features" / (data.hash() + "-" + shape + ".safetensors");
  const auto key = file.string() + " " + device.str();
  if (const auto found = known.find(key); found != known.end()) return found->second;
  FeatureTraining training(data, device, job);
  if (!training.load(file)) {
    if (auto trained = training.train(); !trained) return trained.error();
    training.save(storage, file);
  }
  known[key] = training.result();
  return training.result();
}

}  // namespace ganvas
