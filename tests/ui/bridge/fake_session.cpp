#include <algorithm>
#include <chrono>
#include <cmath>

#include "tests/ui/bridge/fake_engine.hpp"
#include "tests/ui/bridge/fake_pictures.hpp"

namespace ganvas::test {
namespace {

/// The same wobble for the same step: curves that look like curves.
double wobble(std::int64_t step, int tag) {
  std::uint64_t h = static_cast<std::uint64_t>(step) * 0x9E3779B97F4A7C15ull + static_cast<std::uint64_t>(tag) * 0xC2B2AE3D27D4EB4Full;
  h ^= h >> 29, h *= 0xBF58476D1CE4E5B9ull, h ^= h >> 32;
  return static_cast<double>(h >> 11) / 4503599627370496.0 - 1;  // -1…1
}

bool over(SessionState state) { return state == SessionState::finished || state == SessionState::failed; }

}  // namespace

double fakeSharpness(std::int64_t step) { return 1 - std::exp(-static_cast<double>(step) / 900.0); }

TileGrid fakeSamples(std::uint64_t seed, int count, int columns, int channels, double sharpness, std::int64_t step) {
  std::vector<FakeLatent> latents;
  for (int i = 0; i < count; ++i) {
    latents.push_back(fakeLatent({{seed, static_cast<std::uint32_t>(i)}, {seed, static_cast<std::uint32_t>(i)}, 0, {}}));
  }
  return fakeTiles(latents, columns, 28, channels, sharpness, step);
}

std::vector<SeriesInfo> fakeSeries() {
  return {
      {"loss_d", "Discriminator loss", "Losses", "", Role::discriminator,
       "How badly the discriminator tells real from generated. Near log 4 it cannot tell; near 0 the generator has lost touch.", {{"log 4", 1.386}}},
      {"loss_g", "Generator loss", "Losses", "", Role::generator, "How badly the generator fools the discriminator. It need not fall.", {{"log 2", 0.693}}},
      {"d_real", "D(x)", "Outputs", "", Role::real, "What the discriminator says of real pictures: 1 is certain.", {{"even", 0.5}}},
      {"d_fake", "D(G(z))", "Outputs", "", Role::generator, "What it says of generated ones. Both near 0.5: it is guessing."},
      {"gradient/generator", "Generator", "Gradients", "", Role::generator, "Length of the generator's gradient. A sudden leap is a warning."},
      {"gradient/discriminator", "Discriminator", "Gradients", "", Role::discriminator, "Length of the discriminator's gradient."},
      {"metric/frechet", "Fréchet distance", "Metrics", "", Role::none, "Distance between real and generated features. Lower is better; the floor is what real data score."},
      {"metric/frechet_floor", "Real against real", "Metrics", "", Role::real, "What held-out real pictures score: no generator does better."},
      {"speed/images", "Images per second", "Speed", "images/s", Role::none, "How fast the run trains."},
  };
}

std::vector<Scalar> fakeScalars(std::int64_t step) {
  const double s = fakeSharpness(step);
  const double slow = std::sin(step / 310.0) * 0.08;
  std::vector<Scalar> out = {
      {step, "loss_d", 0.35 + 0.75 * s + slow + 0.16 * wobble(step, 1)},
      {step, "loss_g", 2.6 - 1.5 * s - 2 * slow + 0.4 * wobble(step, 2)},
      {step, "d_real", std::clamp(0.93 - 0.28 * s + slow + 0.06 * wobble(step, 3), 0.0, 1.0)},
      {step, "d_fake", std::clamp(0.07 + 0.27 * s - slow + 0.06 * wobble(step, 4), 0.0, 1.0)},
      {step, "gradient/generator", std::exp(0.4 - 0.9 * s + 0.35 * wobble(step, 5))},
      {step, "gradient/discriminator", std::exp(0.1 - 0.4 * s + 0.3 * wobble(step, 6))},
      {step, "speed/images", 3100 + 180 * wobble(step, 7)},
  };
  if (step % 500 == 0) {
    out.push_back({step, "metric/frechet", 8 + 160 * std::exp(-static_cast<double>(step) / 1200)});
    out.push_back({step, "metric/frechet_floor", 1.9});
  }
  return out;
}

FakeSession::FakeSession(FamilyInfo family, Schema schema, Values values, std::string folder, std::string data, std::int64_t startStep,
                         bool paused, double roundsPerSecond)
    : family_(std::move(family)), schema_(std::move(schema)), folder_(std::move(folder)), data_(std::move(data)),
      roundsPerSecond_(roundsPerSecond), model_(std::make_shared<FakeModel>(family_, data_, 1, startStep, folder_)), values_(std::move(values)) {
  status_.state = SessionState::preparing;
  status_.activity = sentence("Reading the pictures");
  status_.activityFraction = 0.4;
  status_.step = startStep;
  status_.device = "cpu";
  status_.memoryBytes = 412'000'000;
  if (const auto steps = values_.find("steps"); steps != values_.end()) status_.totalSteps = std::get<std::int64_t>(steps->second);
  if (roundsPerSecond_ <= 0) {
    if (paused) advance(0), status_.state = SessionState::paused;
    return;
  }
  thread_ = std::jthread([this, paused](std::stop_token stop) {
    using namespace std::chrono_literals;
    std::this_thread::sleep_for(200ms);
    advance(0);
    if (paused) send(command::Pause{});
    while (!stop.stop_requested()) {
      std::this_thread::sleep_for(10ms);
      advance(std::max(1, static_cast<int>(roundsPerSecond_ / 100)));
    }
  });
}

FakeSession::~FakeSession() = default;

Values FakeSession::values() const { std::lock_guard lock(mutex_); return values_; }
std::vector<SeriesInfo> FakeSession::series() const { return fakeSeries(); }
SessionStatus FakeSession::status() const { std::lock_guard lock(mutex_); return status_; }
std::vector<Scalar> FakeSession::takeScalars() { std::lock_guard lock(mutex_); return std::exchange(scalars_, {}); }
std::optional<TileGrid> FakeSession::takeSamples() { std::lock_guard lock(mutex_); return std::exchange(samples_, std::nullopt); }
std::vector<Edit> FakeSession::takeEdits() { std::lock_guard lock(mutex_); return std::exchange(edits_, {}); }
std::vector<Notice> FakeSession::takeNotices() { std::lock_guard lock(mutex_); return std::exchange(notices_, {}); }
std::vector<Command> FakeSession::sent() const { std::lock_guard lock(mutex_); return sent_; }
void FakeSession::notify(Notice notice) { std::lock_guard lock(mutex_); notices_.push_back(std::move(notice)); }

Result<SessionStatus> FakeSession::wait() {
  while (!over(status().state)) {
    if (!thread_.joinable()) advance(1);
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return status();
}

void FakeSession::fail(const std::string& sentence) {
  std::lock_guard lock(mutex_);
  notices_.push_back({NoticeLevel::error, status_.step, Sentence(sentence), {}});
  status_.state = SessionState::failed;
}

void FakeSession::send(Command command) {
  std::lock_guard lock(mutex_);
  sent_.push_back(command);
  if (over(status_.state)) return;
  if (std::holds_alternative<command::Pause>(command)) status_.state = SessionState::paused;
  if (std::holds_alternative<command::Resume>(command)) status_.state = SessionState::running;
  if (std::holds_alternative<command::StepRound>(command) || std::holds_alternative<command::StepPhase>(command)) {
    round();
    status_.state = SessionState::paused;
    status_.phase = std::holds_alternative<command::StepPhase>(command) ? sentence("discriminator") : Sentence();
  }
  if (std::holds_alternative<command::Stop>(command)) {
    stopAsked_ = true;
    status_.state = SessionState::stopping;
    status_.activity = sentence("Saving");
  }
  if (std::holds_alternative<command::Reset>(command)) {
    status_.step = 0;
    status_.seconds = status_.epoch = 0;
    status_.state = SessionState::paused;
    scalars_.clear();
    sample();
  }
  if (const auto* latents = std::get_if<command::NewLatents>(&command)) {
    latentSeed_ = latents->seed;
    sample();
  }
  if (std::holds_alternative<command::Evaluate>(command)) {
    scalars_.push_back({status_.step, "metric/frechet", 8 + 160 * std::exp(-static_cast<double>(status_.step) / 1200)});
    scalars_.push_back({status_.step, "metric/frechet_floor", 1.9});
  }
  if (const auto* set = std::get_if<command::SetParameter>(&command)) {
    const auto* parameter = schema_.find(set->key);
    if (parameter && parameter->live) {
      edits_.push_back({status_.step, set->key, values_[set->key], set->value});
      values_[set->key] = set->value;
    }
  }
}

void FakeSession::advance(int rounds) {
  std::lock_guard lock(mutex_);
  if (over(status_.state)) return;
  if (stopAsked_) return finish("signal");
  if (status_.state == SessionState::preparing) {
    status_.state = SessionState::running;
    status_.activity = {};
    status_.activityFraction = -1;
    sample();
  }
  for (int i = 0; i < rounds && status_.state == SessionState::running; ++i) round();
}

void FakeSession::round() {
  ++status_.step;
  for (auto& scalar : fakeScalars(status_.step)) scalars_.push_back(std::move(scalar));
  const std::int64_t batch = values_.contains("batch") ? std::get<std::int64_t>(values_["batch"]) : 64;
  status_.imagesPerSecond = 3120;
  status_.seconds = static_cast<double>(status_.step * batch) / status_.imagesPerSecond;
  status_.epoch = static_cast<double>(status_.step * batch) / 60000.0;
  if (status_.totalSteps > 0) status_.secondsLeft = static_cast<double>((status_.totalSteps - status_.step) * batch) / status_.imagesPerSecond;
  model_->setStep(status_.step);
  if (status_.step % 25 == 0) sample();
  if (status_.totalSteps > 0 && status_.step >= status_.totalSteps) finish("steps");
}

void FakeSession::sample() { samples_ = fakeSamples(latentSeed_, 64, 8, 1, fakeSharpness(status_.step), status_.step); }

void FakeSession::finish(const std::string& by) {
  status_.state = SessionState::finished;
  status_.stoppedBy = by;
  status_.activity = {};
  status_.secondsLeft = 0;
}

FakeModel::FakeModel(FamilyInfo family, std::string data, int channels, std::int64_t step, std::string folder)
    : family_(std::move(family)), data_(std::move(data)), folder_(std::move(folder)), channels_(channels), step_(step) {}

ModelInfo FakeModel::info() const {
  ModelInfo info;
  info.family = family_;
  info.data = data_;
  info.folder = folder_;
  info.step = step_;
  info.tileWidth = info.tileHeight = 28;
  info.channels = channels_;
  info.latentSize = kFakeLatent;
  info.hasEma = true;
  info.directionShares = {0.21, 0.14, 0.09, 0.07, 0.05, 0.04, 0.03, 0.02};
  info.classNames = {"T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"};
  return info;
}

void FakeModel::request(InferenceRequest request) {
  std::lock_guard lock(mutex_);
  asked_.push_back(request);
  pending_ = std::move(request);
}

std::vector<InferenceRequest> FakeModel::requests() const { std::lock_guard lock(mutex_); return asked_; }

std::optional<InferenceRequest> FakeModel::lastRequest() const {
  std::lock_guard lock(mutex_);
  return asked_.empty() ? std::nullopt : std::optional(asked_.back());
}

std::optional<InferenceResult> FakeModel::take() {
  std::lock_guard lock(mutex_);
  if (!pending_) return std::nullopt;
  const auto request = *std::exchange(pending_, std::nullopt);
  InferenceResult result;
  result.revision = request.revision;
  result.step = step_;
  result.milliseconds = 3.2;
  std::vector<FakeLatent> latents;
  if (const auto input = request.inputs.find("latent"); input != request.inputs.end()) {
    if (const auto* recipes = std::get_if<std::vector<LatentRecipe>>(&input->second)) {
      for (const auto& recipe : *recipes) latents.push_back(fakeLatent(recipe));
    }
  }
  if (latents.empty()) {
    result.error = Error{ErrorKind::usage, sentence("The request names no latent."), {}};
    return result;
  }
  const int columns = request.columns > 0 ? request.columns : static_cast<int>(std::ceil(std::sqrt(static_cast<double>(latents.size()))));
  result.images["samples"] = fakeTiles(latents, columns, 28, channels_, fakeSharpness(step_), step_);
  return result;
}

}  // namespace ganvas::test
