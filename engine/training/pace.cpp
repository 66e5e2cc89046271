#include "engine/training/pace.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <sstream>

#include "engine/core/storage.hpp"
#include "engine/data/noise_pictures.hpp"
#include "engine/gans/common_parameters.hpp"
#include "engine/tensor/device.hpp"
#include "engine/training/plan.hpp"

namespace ganvas {
namespace {

/// All that the speed depends on: the processor, LibTorch, its BLAS, the pictures' shape, and the values that shape a round.
std::string fingerprint(const Family& family, const Settings& settings, const DataSet& data, torch::Device device) {
  std::string all = listDevices().front().title + "|" + device.str() + "|" + std::to_string(coreCount()) + "|" TORCH_VERSION "|" + blasInUse().library + "|" +
                    family.info.name + "|" + std::to_string(data.width()) + "x" + std::to_string(data.height()) + "x" + std::to_string(data.channels()) + "|" +
                    std::to_string(data.info().classNames.size());
  constexpr std::array kBeside{"Budget", "Saving", "Machine", "Pictures"};   // groups that no round depends on
  for (const auto& [key, value] : settings.values()) {
    const auto* parameter = family.schema.find(key);
    if (std::find(kBeside.begin(), kBeside.end(), parameter->group) != kBeside.end()) continue;
    const auto text = toString(value);
    const bool weight = parameter->type == ParameterType::real && parameter->live;   // costs the same at any size, less at none
    all += "|" + key + "=" + (weight && text != "0" ? "some" : text);
  }
  return std::to_string(std::hash<std::string>{}(all));
}

constexpr double kFailed = 1e9;

double secondsPerRound(Trainer& trainer, int threads) {
  using clock = std::chrono::steady_clock;
  useThreads(threads);
  if (!trainer.runRound()) return kFailed;  // also warms up
  std::vector<double> times;
  const auto begin = clock::now();
  while (times.size() < 3 || (times.size() < 15 && clock::now() - begin < std::chrono::milliseconds(400))) {
    const auto start = clock::now();
    if (!trainer.runRound() || !trainer.takeScalars(true)) return kFailed;   // reading waits for the device
    times.push_back(std::chrono::duration<double>(clock::now() - start).count());
  }
  std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2), times.end());
  return times[times.size() / 2];
}

}  // namespace

Pace measurePace(const Family& family, const Settings& settings, const std::shared_ptr<const DataSet>& data, torch::Device device,
                 const std::filesystem::path& cache, const JobContext& job) {
  const auto file = cache / "pace" / fingerprint(family, settings, *data, device);
  if (const auto known = readFile(file, 64)) {
    Pace pace;
    if (std::istringstream(*known) >> pace.threads >> pace.secondsPerRound && pace.threads >= 1 && pace.threads <= 1024 && pace.secondsPerRound > 0) return pace;
  }
  job.report(-1, sentence("Measuring how many threads are fastest"));
  // Only its time matters: what it has learnt does not.
  const auto* pictures = dynamic_cast<const PictureSet*>(data.get());
  Trainer trainer(family, settings, data, device, pictures && wantsPerception(settings) ? perceiving(untrainedFeatureNetwork(*pictures, device)) : Trainer::Perceive());
  const int most = device.is_cuda() ? 1 : coreCount();
  Pace best{1, kFailed};
  for (int threads = 1;; threads = std::min(threads * 2, most)) {
    const double time = secondsPerRound(trainer, threads);
    if (time < best.secondsPerRound * 0.97) best = {threads, time};  // more threads must earn their keep
    if (threads == most || job.stopped() || time > best.secondsPerRound * 1.5) break;
  }
  if (job.stopped() || best.secondsPerRound == kFailed) return best;
  const auto storage = diskStorage();
  if (storage->createFolders(file.parent_path())) (void)storage->writeAtomically(file, std::to_string(best.threads) + " " + std::to_string(best.secondsPerRound)).ok();
  return best;
}

namespace {

Result<Pace> timed(const RunPlan& plan, const std::shared_ptr<const DataSet>& data, const std::filesystem::path& cache, const JobContext& job) {
  try {
    return measurePace(*plan.family, plan.settings, data, plan.device, cache, job);
  } catch (const ErrorException& e) {
    return e.error();
  } catch (const std::exception& e) {
    return Error{ErrorKind::internal, sentence("How long a round takes could not be measured."), e.what()};
  }
}

}  // namespace

Result<Pace> paceOf(const RunRequest& request, const std::filesystem::path& cache, const JobContext& job) {
  const auto plan = planRun(request);
  if (!plan) return plan.error();
  const auto& settings = plan->settings;
  const auto info = describeDataset(plan->data, pictureOptions(settings));
  if (!info) return info.error();
  if (info->kind == DataKind::points) {
    const auto points = loadData({plan->data, {}}, job);
    if (!points) return points.error();
    return timed(*plan, *points, cache, job);
  }
  const auto side = std::atoi(settings.text("size").c_str()), channels = std::atoi(settings.text("channels").c_str());
  const int classes = plan->labelled ? static_cast<int>(info->classNames.size()) : 0;
  const auto labels = settings.values().count("labels_per_class") ? settings.integer("labels_per_class") : 1;
  const auto count = std::max<std::int64_t>({1024, settings.integer("batch"), labels * classes});
  return timed(*plan, noisePictures(count, {channels, side, side, pictureOptions(settings).drawings}, classes), cache, job);
}

}  // namespace ganvas
