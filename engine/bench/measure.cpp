#include "engine/bench/measure.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <torch/torch.h>

#include "engine/tensor/device.hpp"

namespace ganvas {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kTurnSeconds = 0.15;  // a turn is so many rounds that starting it and the clock do not count
constexpr std::int64_t kMatrixSide = 2048, kCardMatrixSide = 8192;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

void waitFor(torch::Device device) {
  if (device.is_cuda()) torch::cuda::synchronize(device.index());
}

/// A contender with what was found to suit it.
struct Player {
  const Contender* contender;
  torch::Device device;
  int threads = 1;
  int rounds = 1;   ///< in one turn

  /// Seconds per round over one turn.
  Result<double> turn() const {
    useThreads(threads);
    const auto start = Clock::now();
    for (int i = 0; i < rounds; ++i) {
      if (auto done = contender->round(); !done) return done.error();
    }
    waitFor(device);
    return secondsSince(start) / rounds;
  }
};

Error cancelled() { return {ErrorKind::cancelled, Sentence("The measurement was stopped."), {}}; }

Result<Player> bestPlayer(const Contender& contender, torch::Device device, JobContext& job) {
  const int most = device.is_cuda() ? 1 : coreCount();
  Player best{&contender, device};
  double bestTime = 1e300;
  for (int threads = 1;; threads = std::min(threads * 2, most)) {
    if (job.stopped()) return cancelled();
    job.report(-1, Sentence("choosing threads for " + contender.name));
    Player player{&contender, device, threads};
    if (auto warm = player.turn(); !warm) return warm.error();
    const auto one = player.turn();
    if (!one) return one.error();
    player.rounds = std::clamp(static_cast<int>(std::ceil(kTurnSeconds / *one)), 1, 1000);
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
      const auto time = player.turn();
      if (!time) return time.error();
      times.push_back(*time);
    }
    if (const double time = median(times); time < bestTime) best = player, bestTime = time;
    if (threads == most) return best;
  }
}

/// GFLOP/s of one matrix product: 2048 x 2048 in float32 on the processor, 8192 x 8192 in bfloat16 on a card.
double matrixSpeed(torch::Device device) {
  useThreads(device.is_cuda() ? 1 : coreCount());
  torch::NoGradGuard noGrad;
  const auto side = device.is_cuda() ? kCardMatrixSide : kMatrixSide;
  const auto options = torch::TensorOptions(device).dtype(device.is_cuda() ? torch::kBFloat16 : torch::kFloat32);
  const auto a = torch::randn({side, side}, options), b = torch::randn({side, side}, options);
  torch::Tensor product;
  if (device.is_cuda()) product = torch::mm(a, b);   // the first one chooses a kernel
  waitFor(device);
  const auto start = Clock::now();
  product = torch::mm(a, b);
  waitFor(device);
  return 2e-9 * static_cast<double>(side * side * side) / secondsSince(start);
}

}  // namespace

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

BenchResult lacking(const std::string& reason) {
  BenchResult result{{}, machineFacts()};
  result.detail["reason"] = reason;
  return result;
}

BenchDetail machineFacts() {
  const auto devices = listDevices();
  const auto blas = blasInUse();
  BenchDetail detail{{"processor", devices.empty() ? std::string("unknown") : devices.front().title},
                     {"cores", static_cast<double>(coreCount())},
                     {"libtorch", std::string(TORCH_VERSION)},
                     {"blas", blas.library}};
  if (!blas.warning.empty()) detail["blas_warning"] = blas.warning;
  return detail;
}

Result<BenchResult> compare(const Contest& contest, JobContext& job) {
  const auto plain = bestPlayer(contest.plain, contest.device, job);
  if (!plain) return plain.error();
  const auto own = bestPlayer(contest.own, contest.device, job);
  if (!own) return own.error();
  std::vector<double> plainTimes, ownTimes, ratios;
  double matrix = 0;
  for (int pair = 0; pair < contest.pairs; ++pair) {
    if (job.stopped()) return cancelled();
    job.report(static_cast<double>(pair) / contest.pairs, Sentence("pair " + std::to_string(pair + 1) + " of " + std::to_string(contest.pairs)));
    const bool plainFirst = pair % 2 == 0;  // neither side always runs on what the other left in the caches
    const auto first = (plainFirst ? *plain : *own).turn();
    if (!first) return first.error();
    const auto second = (plainFirst ? *own : *plain).turn();
    if (!second) return second.error();
    plainTimes.push_back(plainFirst ? *first : *second);
    ownTimes.push_back(plainFirst ? *second : *first);
    ratios.push_back(plainTimes.back() / ownTimes.back());
    matrix = std::max(matrix, matrixSpeed(contest.device));
  }
  BenchResult result{median(ratios), machineFacts()};
  result.detail.insert({{"baseline", contest.plain.name},
                        {"baseline_ms", 1e3 * median(plainTimes)},
                        {"baseline_threads", static_cast<double>(plain->threads)},
                        {"ganvas_ms", 1e3 * median(ownTimes)},
                        {"ganvas_threads", static_cast<double>(own->threads)},
                        {"best_matmul_gflops", matrix},
                        {"pairs", static_cast<double>(contest.pairs)},
                        {"ratio_least", *std::min_element(ratios.begin(), ratios.end())},
                        {"ratio_most", *std::max_element(ratios.begin(), ratios.end())}});
  if (contest.gflopPerRound > 0) {
    const double gflops = contest.gflopPerRound / median(ownTimes);
    result.detail.insert({{"baseline_gflops", contest.gflopPerRound / median(plainTimes)},
                          {"ganvas_gflops", gflops},
                          {"gflop_per_round", contest.gflopPerRound},
                          {"share_of_matmul", gflops / matrix}});
  }
  return result;
}

}  // namespace ganvas
