#include "engine/training/thread_choice.hpp"

#include <algorithm>
#include <chrono>
#include <functional>

#include "engine/core/storage.hpp"
#include "engine/tensor/device.hpp"

namespace ganvas {
namespace {

/// All that the speed depends on: the processor, LibTorch, its BLAS, and the values that shape the networks.
std::string fingerprint(const Family& family, const Settings& settings, const PictureSet& data) {
  std::string all = listDevices().front().title + "|" + std::to_string(coreCount()) + "|" TORCH_VERSION "|" + blasInUse().library + "|" + family.info.name + "|" +
                    std::to_string(data.width()) + "x" + std::to_string(data.height()) + "x" + std::to_string(data.channels());
  for (const auto& [key, value] : settings.values()) {
    const auto* parameter = family.schema.find(key);
    if (parameter->group == "Networks" || key == "batch" || key == "precision" || key == "d_steps") all += "|" + key + "=" + toString(value);
  }
  return std::to_string(std::hash<std::string>{}(all));
}

double secondsPerRound(Trainer& trainer, int threads) {
  using clock = std::chrono::steady_clock;
  useThreads(threads);
  if (!trainer.runRound()) return 1e9;  // also warms up
  std::vector<double> times;
  const auto begin = clock::now();
  while (times.size() < 3 || (times.size() < 15 && clock::now() - begin < std::chrono::milliseconds(400))) {
    const auto start = clock::now();
    if (!trainer.runRound()) return 1e9;
    times.push_back(std::chrono::duration<double>(clock::now() - start).count());
  }
  (void)trainer.takeScalars(true);
  std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
  return times[times.size() / 2];
}

}  // namespace

int measureThreads(const Family& family, const Settings& settings, const std::shared_ptr<const PictureSet>& data, const std::filesystem::path& cache,
                   const JobContext& job) {
  if (coreCount() == 1) return 1;
  const auto file = cache / "threads" / fingerprint(family, settings, *data);
  if (const auto known = readFile(file, 64)) {
    const int count = std::atoi(known->c_str());
    if (count >= 1 && count <= 1024) return count;
  }
  job.report(-1, sentence("Measuring how many threads are fastest"));
  Trainer trainer(family, settings, data, torch::kCPU);
  int best = 1;
  double bestTime = 1e9;
  for (int threads = 1;; threads = std::min(threads * 2, coreCount())) {
    const double time = secondsPerRound(trainer, threads);
    if (time < bestTime * 0.97) best = threads, bestTime = time;  // more threads must earn their keep
    if (threads == coreCount() || job.stopped() || time > bestTime * 1.5) break;
  }
  const auto storage = diskStorage();
  if (storage->createFolders(file.parent_path())) (void)storage->writeAtomically(file, std::to_string(best)).ok();
  return best;
}

}  // namespace ganvas
