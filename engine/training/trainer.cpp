#include "engine/training/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/data/point_set.hpp"
#include "engine/tensor/device.hpp"
#include "engine/tensor/frames.hpp"
#include "engine/tensor/seeds.hpp"
#include "engine/training/judging.hpp"

namespace ganvas {
namespace {

DataShape shapeOf(const DataSet& data) {
  const auto* points = dynamic_cast<const PointSet*>(&data);
  return {data.channels(), data.height(), data.width(), data.labelled() ? static_cast<int>(data.info().classNames.size()) : 0, points ? points->target() : nullptr};
}

/// Fewer pictures where they are large, so that a preview stays a small part of a second; of points there are many in one.
std::int64_t previewCount(const DataShape& shape) { return shape.target ? 2000 : shape.height <= 32 ? 64 : shape.height <= 64 ? 36 : 16; }

/// On a device scalars wait until so many rounds are done, since reading one stops the device.
constexpr std::int64_t kReadEvery = 16;

/// Rows of the pictures whose labels may be used: the same for the same label_seed. Throws where a class has too few.
torch::Tensor fewOfEachClass(const torch::Tensor& labels, const std::vector<std::string>& classes, const Settings& settings) {
  const auto each = settings.integer("labels_per_class");
  auto generator = makeGenerator(static_cast<std::uint64_t>(settings.integer("label_seed")), Stream::labels);
  std::vector<torch::Tensor> chosen;
  for (std::size_t k = 0; k < classes.size(); ++k) {
    const auto rows = labels.eq(static_cast<std::int64_t>(k)).nonzero().flatten();
    if (rows.size(0) < each)
      throw ErrorException({ErrorKind::usage, sentence("labels_per_class %1 is more than class %2 has: %3 pictures. Ask for fewer.", each, classes[k], rows.size(0)), {}});
    chosen.push_back(rows.index_select(0, torch::randperm(rows.size(0), generator, torch::kInt64).narrow(0, 0, each)));
  }
  return torch::cat(chosen);
}

std::map<std::string, torch::Tensor> optimizerState(const NamedTensors& state, const std::string& prefix) {
  std::map<std::string, torch::Tensor> mine;
  for (const auto& [name, tensor] : state)
    if (name.rfind(prefix, 0) == 0) mine.emplace(name.substr(prefix.size()), tensor);
  return mine;
}

}  // namespace

std::unique_ptr<Gan> makeGan(const Family& family, const Settings& settings, const DataShape& shape, torch::Device device) {
  auto gan = family.make(settings, shape);
  auto generator = makeGenerator(static_cast<std::uint64_t>(settings.integer("seed")), Stream::weights);
  for (const auto& slot : gan->modules()) {
    slot.network->initialise(generator);
    slot.network->to(device);
  }
  return gan;
}

NamedTensors weightsOf(const Gan& gan) {
  NamedTensors all;
  for (const auto& slot : gan.modules()) {
    for (const auto& item : slot.network->named_parameters()) all.emplace(slot.name + "." + item.key(), item.value().detach());
    for (const auto& item : slot.network->named_buffers()) all.emplace(slot.name + "." + item.key(), item.value());
  }
  return all;
}

Result<void> loadWeights(Gan& gan, const NamedTensors& weights) {
  auto mine = weightsOf(gan);
  for (const auto& [name, tensor] : mine) {
    const auto found = weights.find(name);
    if (found == weights.end()) return Error{ErrorKind::input, sentence("The checkpoint has no \"%1\": it belongs to other networks.", name), {}};
    if (found->second.sizes() != tensor.sizes() || found->second.is_floating_point() != tensor.is_floating_point())
      return Error{ErrorKind::input, sentence("\"%1\" in the checkpoint has another shape or type than these networks: it belongs to other networks.", name), {}};
  }
  torch::NoGradGuard guard;
  for (auto& [name, tensor] : mine) tensor.copy_(weights.at(name));
  for (const auto& slot : gan.modules()) slot.network->weightsReplaced();
  return {};
}

Trainer::Trainer(const Family& family, Settings settings, std::shared_ptr<const DataSet> data, torch::Device device, Perceive perceive)
    : tilesEach_(family.info.tilesEach),
      settings_(std::move(settings)),
      nextSettings_(settings_),
      shape_(shapeOf(*data)),
      device_(device),
      perceive_(std::move(perceive)),
      ranks_(std::make_unique<Ranks>()),
      gan_(makeGan(family, settings_, shape_, device)),
      averagedGan_(makeGan(family, settings_, shape_, device)),
      batches_(data, makeGenerator(static_cast<std::uint64_t>(settings_.integer("seed")), Stream::order), device),
      noise_(makeGenerator(static_cast<std::uint64_t>(settings_.integer("seed")), Stream::noise)) {
  for (const auto& slot : gan_->modules()) {
    slot.network->train();
    slot.network->setNoise(noise_);
    Trained trained{slot, nullptr, {}};
    if (!slot.rateKey.empty()) {
      std::vector<std::pair<std::string, torch::Tensor>> parameters;
      for (const auto& item : slot.network->named_parameters()) parameters.emplace_back(item.key(), item.value());
      trained.optimizer = std::make_unique<FlatAdam>(std::move(parameters), AdamOptions{});
    }
    modules_.push_back(std::move(trained));
  }
  if (settings_.values().contains("labels_per_class")) labelled_ = fewOfEachClass(batches_.labels(), data->info().classNames, settings_);
  buildAverages();
  averagedGan_->useExamples(heldOut(data, device_));
  newPreviewLatents(static_cast<std::uint64_t>(settings_.integer("seed")));
}

Trainer::~Trainer() = default;

Result<void> Trainer::setInitialWeights(const NamedTensors& weights) {
  if (auto loaded = loadWeights(*gan_, weights); !loaded) return loaded.error();
  return loadWeights(*averagedGan_, weights);
}

void Trainer::buildAverages() {
  torch::NoGradGuard guard;
  for (auto& trained : modules_) {
    const auto copy = averagedGan_->module(trained.slot.name)->network;
    auto parameters = trained.slot.network->named_parameters();
    for (auto& item : copy->named_parameters()) {
      const auto& live = parameters[item.key()];
      item.value().set_requires_grad(false);
      if (!trained.slot.averaged || !trained.optimizer) {
        item.value().set_data(live.detach());
        continue;
      }
      if (!trained.averaged.defined()) trained.averaged = trained.optimizer->flatParameters().clone();
      item.value().set_data(trained.averaged.as_strided(live.sizes(), live.strides(), live.storage_offset()));
    }
    copy->eval();
  }
}

void Trainer::updateAverages() {
  torch::NoGradGuard guard;
  const double decay = emaDecay(settings_.real("ema"), step_);
  for (auto& trained : modules_) {
    const auto copy = averagedGan_->module(trained.slot.name)->network;
    if (trained.averaged.defined()) trained.averaged.lerp_(trained.optimizer->flatParameters(), 1.0 - decay);
    auto buffers = trained.slot.network->named_buffers();
    for (auto& item : copy->named_buffers()) item.value().lerp_(buffers[item.key()], trained.averaged.defined() ? 1.0 - decay : 1.0);
  }
}

Batch Trainer::nextBatch() {
  batch_ = batches_.next(batchSize());
  return batch_;
}

Batch Trainer::labelledBatch(std::int64_t size) {
  std::vector<torch::Tensor> rows;
  for (std::int64_t missing = size; missing > 0; missing -= rows.back().size(0)) {
    const auto order = torch::randperm(labelled_.size(0), noise_, torch::kInt64);
    rows.push_back(labelled_.index_select(0, order.narrow(0, 0, std::min(missing, order.size(0)))));
  }
  return batches_.at(torch::cat(rows));
}

torch::Tensor Trainer::normal(std::vector<std::int64_t> shape) {
  return onto(device_, torch::empty(shape, torch::kFloat32).normal_(0, 1, noise_));
}

torch::Tensor Trainer::uniform(std::vector<std::int64_t> shape) {
  return onto(device_, torch::empty(shape, torch::kFloat32).uniform_(0, 1, noise_));
}

std::unique_ptr<AdamLookahead> Trainer::lookahead(const std::string& module) {
  for (auto& trained : modules_)
    if (trained.slot.name == module && trained.optimizer) {
      setRates(trained);
      return std::make_unique<AdamLookahead>(*trained.optimizer);
    }
  throw std::logic_error("no module that learns is named " + module);
}

void Trainer::setRates(Trained& module) {
  module.optimizer->setLearningRate(settings_.real(module.slot.rateKey) * rateFactor(settings_, step_));
  module.optimizer->setBetas(settings_.real("beta1"), settings_.real("beta2"));
}

std::int64_t Trainer::picturesPerRound() const {
  const bool held = settings_.text("hold") == "discriminator";   // then the pictures that it judges are those of G's turn
  return settings_.integer("batch") * (held ? 1 : settings_.integer("d_steps"));
}

void Trainer::setParameter(const std::string& key, const Value& value) {
  nextSettings_.set(key, value);
  if (betweenRounds()) settings_ = nextSettings_;
}

Error Trainer::notFinite(const Sentence& what) const {
  return {ErrorKind::numeric,
          sentence("%1 became infinite or not a number in round %2. The usual cure is a lower lr_g and lr_d, or gradient clipping (clip_grad). The run is kept: go on from its last checkpoint.", what, step_ + 1),
          {}};
}

Result<void> Trainer::checkGradient(Trained& module) {
  auto& optimizer = *module.optimizer;
  auto gradients = optimizer.flatGradients();
  ranks_->averageGradients(gradients);
  const double clip = settings_.real("clip_grad");
  const auto norm = clip > 0 ? optimizer.clipGradNorm(clip) : optimizer.gradNorm();
  record("gradient/" + module.slot.name, norm);
  if (!device_.is_cuda() && ranks_->any(!std::isfinite(norm.item<double>()))) return notFinite(sentence("The gradient of the %1", module.slot.name));
  return {};
}

Result<Trainer::PhaseReport> Trainer::runPhase() {
  if (phases_.empty()) phases_ = gan_->round(settings_, step_), phase_ = 0;
  const auto& phase = phases_[phase_];
  const auto among = [](const Trained& m, const std::vector<std::string>& names) { return m.optimizer && std::find(names.begin(), names.end(), m.slot.name) != names.end(); };
  const auto trains = [&](const Trained& m) { return among(m, phase.trains); };
  for (auto& module : modules_) {
    for (auto& parameter : module.slot.network->parameters()) parameter.set_requires_grad(trains(module) || among(module, phase.prepares));
    if (trains(module)) module.optimizer->zeroGrad();
  }
  const auto firstTerm = pending_.size();
  const auto result = phase.run(*this);
  for (const auto& [tag, value] : result.terms) record(tag, value);
  if (!device_.is_cuda() && ranks_->any(!std::isfinite(result.loss.item<double>()))) return notFinite(sentence("The loss of phase \"%1\"", phase.name));
  result.loss.backward();
  for (auto& module : modules_)
    if (trains(module))
      if (auto sound = checkGradient(module); !sound) return sound.error();
  for (auto& module : modules_)
    if (trains(module)) setRates(module), module.optimizer->step();
  if (phase.after) phase.after();
  remember(phase, result, firstTerm);
  PhaseReport report{phase.name, phase_ + 1 == phases_.size()};
  if (report.roundFinished) finishRound();
  else ++phase_;
  return report;
}

/// Terms are those that were recorded in it, the norm of the gradient among them.
void Trainer::remember(const Phase& phase, const PhaseResult& result, std::size_t firstTerm) {
  played_ = {phase.name, Role::none, result.formula, {}, {}};
  for (const auto& module : modules_)
    if (!phase.trains.empty() && module.slot.name == phase.trains.front()) played_.player = module.slot.role;
  for (const auto& addend : result.addends) played_.addends.push_back(addend.detach());
  for (auto i = firstTerm; i < pending_.size(); ++i) played_.terms.emplace_back(pending_[i].tag, pending_[i].value);
}

PlayedPhase Trainer::played() const {
  PlayedPhase told{played_.name, played_.player, played_.formula, {}, {}};
  for (const auto& addend : played_.addends) told.addends.push_back(addend.item<double>());
  for (const auto& [tag, value] : played_.terms) told.terms.emplace_back(tag, value.item<double>());
  return told;
}

void Trainer::finishRound() {
  phases_.clear();
  phase_ = 0;
  ++step_;
  updateAverages();
  if (settings_.values() != nextSettings_.values()) settings_ = nextSettings_;
}

Result<void> Trainer::runRound() {
  for (;;) {
    auto report = runPhase();
    if (!report) return report.error();
    if (report->roundFinished) return {};
  }
}

void Trainer::record(const std::string& tag, const torch::Tensor& value) { pending_.push_back({step_ + 1, tag, value.detach()}); }

Result<std::vector<Scalar>> Trainer::takeScalars(bool all) {
  std::vector<Scalar> scalars;
  if (pending_.empty() || (device_.is_cuda() && !all && step_ - pending_.front().step < kReadEvery)) return scalars;
  std::vector<torch::Tensor> values;
  for (const auto& item : pending_) values.push_back(item.value.to(torch::kFloat64));
  const auto read = torch::stack(values).to(torch::kCPU);
  for (std::size_t i = 0; i < pending_.size(); ++i) scalars.push_back({pending_[i].step, pending_[i].tag, read[static_cast<std::int64_t>(i)].item<double>()});
  pending_.clear();
  for (const auto& scalar : scalars)
    if (ranks_->any(!std::isfinite(scalar.value))) return notFinite(Sentence("\"" + scalar.tag + "\""));
  return scalars;
}

void Trainer::newPreviewLatents(std::uint64_t seed) {
  previewLatents_ = latentsOfSeed(seed, std::max<std::int64_t>(1, previewCount(shape_) / tilesEach_), 0, gan_->latentSize()).to(device_);
}

TileGrid Trainer::preview() {
  const auto inputs = averagedGan_->inputsFrom(previewLatents_, 0);
  return sampleGrid(*averagedGan_, tilesEach_, inputs, averagedGan_->infer(inputs).at("samples"), step_);
}

Snapshot Trainer::snapshot() const {
  Snapshot snapshot{step_, weightsOf(*gan_), weightsOf(*averagedGan_)};
  for (auto* tensors : {&snapshot.live, &snapshot.averaged})
    for (auto& [name, tensor] : *tensors) tensor = tensor.clone();
  return snapshot;
}

NamedTensors Trainer::state() const {
  auto all = weightsOf(*gan_);
  for (const auto& [name, tensor] : weightsOf(*averagedGan_)) {
    const auto module = name.substr(0, name.find('.'));
    if (averagedGan_->module(module)->averaged) all.emplace("ema." + name, tensor);
  }
  for (const auto& trained : modules_)
    if (trained.optimizer)
      for (const auto& [name, tensor] : trained.optimizer->state()) all.emplace("optim." + trained.slot.name + "." + name, tensor);
  all.emplace("rng.noise", noise_.get_state());
  for (const auto& [name, tensor] : batches_.state()) all.emplace("data." + name, tensor);
  return all;
}

Result<void> Trainer::load(const NamedTensors& state, std::int64_t step) {
  for (const auto* name : {"rng.noise", "data.order", "data.epoch", "data.position"})
    if (!state.contains(name)) return Error{ErrorKind::input, sentence("The checkpoint has no \"%1\": it cannot be gone on from.", name), {}};
  auto averaged = weightsOf(*averagedGan_);
  for (auto& [name, tensor] : averaged) {
    const auto module = name.substr(0, name.find('.'));
    const auto found = state.find(averagedGan_->module(module)->averaged ? "ema." + name : name);
    if (found == state.end()) return Error{ErrorKind::input, sentence("The checkpoint has no \"ema.%1\".", name), {}};
    tensor = found->second;
  }
  if (auto loaded = loadWeights(*gan_, state); !loaded) return loaded.error();
  if (auto loaded = loadWeights(*averagedGan_, averaged); !loaded) return loaded.error();
  for (auto& trained : modules_)
    if (trained.optimizer)
      if (auto loaded = trained.optimizer->loadState(optimizerState(state, "optim." + trained.slot.name + ".")); !loaded) return loaded.error();
  try {
    noise_.set_state(state.at("rng.noise"));
    batches_.load({{"order", state.at("data.order")}, {"epoch", state.at("data.epoch")}, {"position", state.at("data.position")}});
  } catch (const c10::Error& e) {
    return Error{ErrorKind::input, sentence("The random states in the checkpoint are damaged."), e.what_without_backtrace()};
  }
  step_ = step;
  phases_.clear();
  settings_ = nextSettings_;
  pending_.clear();
  return {};
}

bool wantsPerception(const Settings& settings) { return settings.values().contains("perceptual") && settings.real("perceptual") > 0; }

Trainer::Perceive perceiving(std::shared_ptr<const FeatureNetwork> network) {
  return [network = std::move(network)](const torch::Tensor& pictures) { return network->perceived(pictures); };
}

std::vector<SeriesInfo> trainerSeries(const std::vector<ModuleInfo>& modules) {
  std::vector<SeriesInfo> series;
  for (const auto& slot : modules)
    if (!slot.rateKey.empty())
      series.push_back({"gradient/" + slot.name, "Gradient of the " + slot.name, "Gradients", "", slot.role,
                        "Length of the " + slot.name + "'s whole gradient in its last update. Near zero it learns nothing (a generator whose discriminator has won); sudden peaks shake the run.",
                        {}});
  series.push_back({"speed/images", "Pictures per second", "Speed", "1/s", Role::none, "Training pictures that went through the discriminator per second.", {}});
  return series;
}

double rateFactor(const Settings& settings, std::int64_t step) {
  const auto& schedule = settings.text("schedule");
  if (schedule == "constant") return 1.0;
  const double t = std::min(1.0, static_cast<double>(step) / static_cast<double>(settings.integer("schedule_steps")));
  return schedule == "linear" ? 1.0 - t : 0.5 * (1.0 + std::cos(std::numbers::pi * t));
}

double emaDecay(double decay, std::int64_t step) { return std::min(decay, (1.0 + static_cast<double>(step)) / (10.0 + static_cast<double>(step))); }

}  // namespace ganvas
