#include "engine/bench/stroke.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

#include "engine/bench/measure.hpp"
#include "engine/data/noise_pictures.hpp"
#include "engine/sketch/paper.hpp"
#include "engine/tensor/device.hpp"
#include "engine/training/trainer.hpp"
#include "engine/worker/model_server.hpp"

namespace ganvas {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kPaper = 512, kPoints = 200, kWarmUp = 10;

struct Networks {
  const Family* family;
  Settings settings;
  DataShape shape;
};

/// The first family that paints drawings, at its defaults.
Result<Networks> networksOf(int side) {
  for (const auto& family : familyRegistry()) {
    const auto& offers = family.info.interactions;
    if (std::find(offers.begin(), offers.end(), "sketch") == offers.end()) continue;
    auto resolved = family.schema.resolve({{"size", std::to_string(side)}, {"channels", std::string("3")}});
    if (!resolved) return resolved.error();
    auto settled = family.settle(*resolved, noisePictures(2, {3, side, side, 1}, 0)->info());
    if (!settled) return settled.error();
    return Networks{&family, Settings(*settled), {3, side, side, 0}};
  }
  return Error{ErrorKind::internal, Sentence("No family paints drawings."), {}};
}

/// What a window does with a point of a stroke: ink, a copy of the paper, a request, and the wait for its answer.
std::vector<double> latencies(ModelServer& server, const JobContext& job) {
  const auto paper = rasterPaper(kPaper, kPaper);
  SketchStroke stroke{SketchTool::pen, 6, {}};
  std::vector<double> all;
  for (int i = 0; i < kPoints + kWarmUp && !job.stopped(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(8));   // a hand draws some hundred points a second
    const auto start = Clock::now();
    const double turn = 0.1 * i;
    stroke.points.push_back({static_cast<float>(256 + (20 + i) * std::cos(turn)), static_cast<float>(256 + (20 + i) * std::sin(turn)), 1});
    paper->extend(stroke, stroke.points.size() - 1);
    InferenceRequest request;
    request.revision = static_cast<std::uint64_t>(i + 1);
    request.inputs = {{"latent", std::vector<LatentRecipe>{{{1, 0}, {}, 0}}}, {"sketch", pictureOf(*paper)}};
    server.request(std::move(request));
    for (;;) {
      const auto result = server.take();
      if (result && result->revision == static_cast<std::uint64_t>(i + 1)) break;
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    if (i >= kWarmUp) all.push_back(1e3 * std::chrono::duration<double>(Clock::now() - start).count());
  }
  std::sort(all.begin(), all.end());
  return all;
}

double share(const std::vector<double>& sorted, double part) { return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))]; }

}  // namespace

Result<BenchResult> strokeToPicture(int side, JobContext& job) {
  const auto networks = networksOf(side);
  if (!networks) return networks.error();
  useThreads(coreCount());
  Trainer trainer(*networks->family, networks->settings, noisePictures(64, {3, side, side, 1}, 0), torch::kCPU);
  const auto box = std::make_shared<SnapshotBox>();
  box->put(std::make_shared<const Snapshot>(trainer.snapshot()));
  const auto serve = [&](int threads) { return std::make_unique<ModelServer>(*networks->family, networks->settings, networks->shape, torch::kCPU, ModelInfo{networks->family->info}, box, threads); };
  job.report(0, Sentence("drawing"));
  const auto alone = latencies(*serve(coreCount()), job);   // as a stored model is served, and below as a run's own
  std::jthread training([&](std::stop_token stop) {
    standBack();
    useThreads(coreCount());
    while (!stop.stop_requested() && trainer.runRound()) (void)trainer.takeScalars();
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  job.report(0.5, Sentence("drawing beside a run"));
  const auto beside = latencies(*serve(1), job);
  training.request_stop();
  training.join();
  if (job.stopped()) return Error{ErrorKind::cancelled, Sentence("The measurement was stopped."), {}};
  BenchResult result{share(alone, 0.95), machineFacts()};
  const double ratio = share(beside, 0.95) / share(alone, 0.95);
  result.detail.insert({{"median_ms", share(alone, 0.5)}, {"beside_training_ms", share(beside, 0.95)}, {"beside_training_median_ms", share(beside, 0.5)}, {"beside_over_alone", ratio}, {"points", static_cast<double>(kPoints)}});
  result.alsoMet = ratio <= 2;
  return result;
}

}  // namespace ganvas
