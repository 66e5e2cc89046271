#include "engine/bench/bench.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include <torch/torch.h>

#include "engine/bench/measure.hpp"
#include "engine/bench/plain_gan.hpp"
#include "engine/bench/stroke.hpp"
#include "engine/data/data_set.hpp"
#include "engine/data/noise_pictures.hpp"
#include "engine/tensor/device.hpp"
#include "engine/tensor/fast_conv.hpp"
#include "engine/training/trainer.hpp"
#include "engine/worker/engine_factory.hpp"

namespace ganvas {
namespace {

using Data = std::shared_ptr<const DataSet>;

/// A family's own trainer at its defaults, changed by `values`.
Result<std::shared_ptr<Trainer>> trainerOf(const std::string& familyName, const Values& values, const Data& data, torch::Device device) {
  const auto family = familyNamed(familyName);
  if (!family) return family.error();
  auto resolved = (*family)->schema.resolve(values);
  if (!resolved) return resolved.error();
  auto settled = (*family)->settle(*resolved, data->info());
  if (!settled) return settled.error();
  return std::make_shared<Trainer>(**family, Settings(*settled), data, device);
}

Result<BenchResult> against(const PlainRound& plain, const std::string& plainName, const std::string& family, const Values& values, const Data& data,
                            JobContext& job, torch::Device device = torch::kCPU) {
  const auto trainer = trainerOf(family, values, data, device);
  if (!trainer) return trainer.error();
  Contest contest;
  contest.device = device;
  contest.gflopPerRound = plain.gflop;
  contest.plain = {plainName, [&plain]() -> Result<void> {
                     plain.run();
                     return {};
                   }};
  contest.own = {family, [&trainer]() -> Result<void> {
                   if (auto done = (*trainer)->runRound(); !done) return done;
                   if (auto scalars = (*trainer)->takeScalars(); !scalars) return scalars.error();
                   return {};
                 }};
  return compare(contest, job);
}

Data noiseOf(int side, int channels = 1) { return noisePictures(1024, {channels, side, side}, 10); }

constexpr const char* kNoBf16 = "This processor has neither AVX512-BF16 nor AMX, so bfloat16 would only be emulated.";

Values dcganValues(const std::string& precision) {
  return {{"batch", std::int64_t{64}}, {"base_channels", std::int64_t{64}}, {"latent", std::int64_t{100}}, {"size", std::string("32")},
          {"channels", std::string("1")}, {"precision", precision}};
}

/// The defaults are smaller and read categories off moved pictures as well.
Values paperInfoGan() {
  return {{"base_channels", std::int64_t{64}}, {"dense", std::int64_t{1024}}, {"batch", std::int64_t{128}}, {"motion", 0.0}};
}

Values bareSgan() {
  return {{"augment", std::string("none")}, {"dropout_d", 0.0}, {"consistency", 0.0}};
}

constexpr const char* kPlain = "torch::nn and torch::optim::Adam, float32";

/// A conditional, semi-supervised or InfoGAN round on 28 x 28 x 1 in float32 or bfloat16, the plain one always in float32.
Result<BenchResult> toldRound(PlainRound (*plain)(), const std::string& family, Values values, const std::string& precision, JobContext& job) {
  if (precision == "bfloat16" && !bf16ConvolutionIsFast()) return lacking(kNoBf16);
  values["precision"] = precision;
  return against(plain(), kPlain, family, values, noiseOf(28), job);
}

Result<BenchResult> dcganRound(const std::string& precision, JobContext& job) {
  if (precision == "bfloat16" && !bf16ConvolutionIsFast()) return lacking(kNoBf16);
  return against(plainDcgan(), "torch::nn::ConvTranspose2d and torch::optim::Adam, float32", "dcgan", dcganValues(precision), noiseOf(32), job);
}

Result<BenchResult> fullyConnectedRound(JobContext& job) {
  const Values values{{"batch", std::int64_t{64}}, {"latent", std::int64_t{64}}, {"width", std::int64_t{256}}, {"depth", std::int64_t{2}}};
  return against(plainFullyConnected(), "torch::nn::Linear and torch::optim::Adam", "fc-gan", values, noiseOf(28), job);
}

Result<BenchResult> pointsRound(JobContext& job) {
  const auto data = loadData({"ring8", {}}, job);
  if (!data) return data.error();
  const Values values{{"batch", std::int64_t{256}}, {"latent", std::int64_t{2}}, {"width", std::int64_t{128}}, {"depth", std::int64_t{3}}};
  return against(plainPoints(), "torch::nn::Linear and torch::optim::Adam", "toy2d", values, *data, job);
}

Result<BenchResult> translationRound(const std::string& precision, JobContext& job) {
  if (precision == "bfloat16" && !bf16ConvolutionIsFast()) return lacking(kNoBf16);
  const Values values{{"size", std::string("64")}, {"channels", std::string("3")}, {"augment_pairs", std::string("none")}, {"drawings", std::int64_t{1}}, {"precision", precision}};
  return against(plainTranslation(), kPlain, "pix2pix", values, noisePictures(1024, {3, 64, 64, 1}, 0), job);
}

Result<BenchResult> wassersteinRound(JobContext& job) {
  auto values = dcganValues("float32");
  values["loss"] = std::string("wgan-gp");
  return against(plainWasserstein(), kPlain, "dcgan", values, noiseOf(32), job);
}

/// On a card, where the pictures are larger and more: its kernels are not what bounds a small round.
Result<BenchResult> cardRound(JobContext& job) {
  const auto card = chooseDevice("cuda");
  if (!card) return lacking(card.error().message);
  const PlainShape shape{64, 3, 256};
  auto values = dcganValues("bfloat16");
  values["size"] = std::string("64"), values["channels"] = std::string("3"), values["batch"] = shape.batch;
  auto result = against(plainDcgan(shape, *card), "torch::nn and torch::optim::Adam on the card, float32 with TF32 convolutions", "dcgan", values,
                        noiseOf(static_cast<int>(shape.side), static_cast<int>(shape.channels)), job, *card);
  if (result) result->detail["images_per_second"] = 1e3 * static_cast<double>(shape.batch) / std::get<double>(result->detail.at("ganvas_ms"));
  return result;
}

/// Largest resident memory of this process so far, in MB (10^6 bytes): VmHWM of /proc/self/status.
std::optional<double> peakMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("VmHWM:", 0) == 0) return std::stod(line.substr(6)) * 1024 / 1e6;
  }
  return std::nullopt;
}

/// Starts the process's high-water mark anew, so that rows that ran before do not count (Linux 4.0; proc(5), clear_refs).
void forgetPeak() { std::ofstream("/proc/self/clear_refs") << "5"; }

/// A real run with previews, checkpoints and event log, in a folder that is removed afterwards.
Result<BenchResult> resident(JobContext& job) {
  constexpr const char* kData = "fashion-mnist";
  BenchResult result{{}, machineFacts()};
  const auto engine = makeEngine();
  const auto sets = engine->datasets();
  const auto found = std::find_if(sets.begin(), sets.end(), [](const DatasetInfo& set) { return set.name == kData; });
  if (found == sets.end() || !found->present) return lacking("Fashion-MNIST is not here" + (found == sets.end() ? "." : ": " + found->howToGet.text()));
  const auto folder = std::filesystem::temp_directory_path() / ("ganvas-bench-" + std::to_string(::getpid()));
  constexpr std::int64_t kSteps = 60;
  RunRequest request;
  request.family = "dcgan";
  request.data = kData;
  request.folder = folder.string();
  request.values = {{"steps", kSteps}, {"device", std::string("cpu")}, {"samples_every", std::int64_t{20}}, {"checkpoint_every", std::int64_t{30}}};
  forgetPeak();
  auto ended = [&]() -> Result<SessionStatus> {
    auto session = engine->startRun(request);
    if (!session) return session.error();
    for (auto status = (*session)->status(); status.state != SessionState::finished && status.state != SessionState::failed;
         status = (*session)->status()) {
      if (job.stopped()) (*session)->send(command::Stop{});
      job.report(static_cast<double>(status.step) / kSteps, status.activity.empty() ? Sentence("training") : status.activity);
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return (*session)->wait();
  }();
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  if (!ended) return ended.error();
  if (job.stopped()) return Error{ErrorKind::cancelled, Sentence("The measurement was stopped."), {}};
  result.value = peakMegabytes();
  if (!result.value) return lacking("This system does not say how much memory a process uses (/proc/self/status).");
  result.detail["rounds"] = static_cast<double>(ended->step);
  result.detail["data"] = std::string(kData);
  result.detail["measured"] = std::string("largest resident memory of the process (VmHWM) over a whole run of dcgan at its defaults");
  return result;
}

}  // namespace

const std::vector<BenchRow>& benchRows() {
  static const std::vector<BenchRow> rows = {
      // First, while the process holds nothing else.
      {"resident", "MB", 1200, false, "Largest resident memory of a headless DCGAN run on Fashion-MNIST.", resident},
      {"dcgan32-round", "x", 1.7, true, "A round of DCGAN 32x32x1 in float32 beside the same networks written plainly with LibTorch's modules.",
       [](JobContext& job) { return dcganRound("float32", job); }},
      {"dcgan32-round-bf16", "x", 2.4, true, "The same in bfloat16 beside the plain ones in float32.", [](JobContext& job) { return dcganRound("bfloat16", job); }},
      {"cgan-round", "x", 1.6, true, "A round of the convolutional conditional GAN, 28x28x1, beside the same networks written plainly.",
       [](JobContext& job) { return toldRound(plainConditional, "cgan", {}, "float32", job); }},
      {"cgan-round-bf16", "x", 1.6, true, "The same in bfloat16 beside the plain ones in float32.",
       [](JobContext& job) { return toldRound(plainConditional, "cgan", {}, "bfloat16", job); }},
      {"infogan-round", "x", 1.6, true, "A round of InfoGAN with the paper's networks and batch, 28x28x1, beside the same written plainly.",
       [](JobContext& job) { return toldRound(plainInfoGan, "infogan", paperInfoGan(), "float32", job); }},
      {"infogan-round-bf16", "x", 1.6, true, "The same in bfloat16 beside the plain ones in float32.",
       [](JobContext& job) { return toldRound(plainInfoGan, "infogan", paperInfoGan(), "bfloat16", job); }},
      {"sgan-round", "x", 1.6, true, "A round of the semi-supervised GAN, 28x28x1, without augmentation, dropout and consistency, beside the same networks written plainly.",
       [](JobContext& job) { return toldRound(plainSemiSupervised, "sgan", bareSgan(), "float32", job); }},
      {"sgan-round-bf16", "x", 1.6, true, "The same in bfloat16 beside the plain ones in float32.",
       [](JobContext& job) { return toldRound(plainSemiSupervised, "sgan", bareSgan(), "bfloat16", job); }},
      {"wgan-gp-round", "x", 1.3, true, "A round of DCGAN 32x32x1 with Wasserstein loss and gradient penalty beside the same written plainly.", wassersteinRound},
      {"pix2pix64-round", "x", 1.6, true, "A round of pix2pix at its defaults, 64 px, batch 16, beside the same networks written plainly.",
       [](JobContext& job) { return translationRound("float32", job); }},
      {"pix2pix64-round-bf16", "x", 2.2, true, "The same in bfloat16 beside the plain ones in float32.", [](JobContext& job) { return translationRound("bfloat16", job); }},
      {"stroke-64", "ms", 40, false, "From a point of a stroke to its picture of 64 px, 95 of 100 faster; at most twice as long beside a run in training.",
       [](JobContext& job) { return strokeToPicture(64, job); }},
      {"stroke-128", "ms", 80, false, "The same for 128 px.", [](JobContext& job) { return strokeToPicture(128, job); }},
      {"stroke-256", "ms", 250, false, "The same for 256 px.", [](JobContext& job) { return strokeToPicture(256, job); }},
      {"cuda-round", "x", 1, true, "A round of DCGAN 64x64x3 with batch 256 in bfloat16 on a CUDA card beside the same networks written plainly there.", cardRound},
      {"fc-gan-round", "x", 1.4, true, "A round of the fully connected GAN beside the same networks written plainly.", fullyConnectedRound},
      {"toy2d-round", "x", 1.5, true, "A round of the 2-D playground, width 128, depth 3, batch 256, beside the same networks written plainly.", pointsRound},
  };
  return rows;
}

}  // namespace ganvas
