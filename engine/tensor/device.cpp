#include "engine/tensor/device.hpp"

#include <dlfcn.h>
#include <link.h>
#include <malloc.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include <ATen/Parallel.h>

namespace ganvas {
namespace fs = std::filesystem;

namespace {

/// Puts every thread of the team on a core of its own, and lets it go again: woken by each other they tend to end up on one.
void spreadTeam(int count) {
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof(allowed), &allowed) != 0 || CPU_COUNT(&allowed) < count) return;
  std::vector<int> cores;
  for (int core = 0; core < CPU_SETSIZE; ++core)
    if (CPU_ISSET(core, &allowed)) cores.push_back(core);
  at::parallel_for(0, count, 1, [&](std::int64_t begin, std::int64_t) {
    cpu_set_t own;
    CPU_ZERO(&own);
    CPU_SET(cores[static_cast<std::size_t>(begin)], &own);
    sched_setaffinity(0, sizeof(own), &own);
    sched_setaffinity(0, sizeof(allowed), &allowed);
  });
}

std::string pathOfLoaded(const std::string& part) {
  struct Search { const std::string& part; std::string found; } search{part, {}};
  dl_iterate_phdr(
      [](dl_phdr_info* info, size_t, void* data) {
        auto& s = *static_cast<Search*>(data);
        std::string path = info->dlpi_name ? info->dlpi_name : "";
        if (s.found.empty() && path.find(s.part) != std::string::npos) s.found = path;
        return s.found.empty() ? 0 : 1;
      },
      &search);
  return search.found;
}

std::string processorName() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);)
    if (line.rfind("model name", 0) == 0) return line.substr(line.find(':') + 2);
  return "Processor";
}

std::int64_t machineMemory() { return static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGE_SIZE); }

}  // namespace

void prepareTorch() {
  // Batches come and go by the megabyte: keep their memory instead of giving it back to the system and faulting it in again.
  mallopt(M_MMAP_THRESHOLD, 256 << 20);
  mallopt(M_TRIM_THRESHOLD, 512 << 20);
  mallopt(M_TOP_PAD, 16 << 20);
  at::globalContext().setFlushDenormal(true);
  // One binary serves both: libtorch_cuda registers its kernels when it is opened.
  const auto cpu = pathOfLoaded("libtorch_cpu.so");
  if (!cpu.empty()) {
    const auto cuda = fs::path(cpu).parent_path() / "libtorch_cuda.so";
    std::error_code ignored;
    if (fs::exists(cuda, ignored)) dlopen(cuda.c_str(), RTLD_NOW | RTLD_GLOBAL);
  }
}

torch::Tensor onto(torch::Device device, const torch::Tensor& fresh) { return device.is_cuda() ? fresh.pin_memory().to(device, /*non_blocking=*/true) : fresh; }

Result<torch::Device> chooseDevice(const std::string& wanted) {
  if (wanted == "cpu") return torch::Device(torch::kCPU);
  const auto cards = torch::cuda::is_available() ? static_cast<int>(torch::cuda::device_count()) : 0;
  if (wanted == "auto") return cards > 0 ? torch::Device(torch::kCUDA, 0) : torch::Device(torch::kCPU);
  int index = 0;
  if (wanted == "cuda") {
    index = 0;
  } else if (wanted.rfind("cuda:", 0) == 0 && wanted.size() > 5 && wanted.size() < 8 &&
             wanted.find_first_not_of("0123456789", 5) == std::string::npos) {
    index = std::stoi(wanted.substr(5));
  } else {
    return Error{ErrorKind::usage, sentence("device \"%1\" is not known. Use auto, cpu, cuda or cuda:N.", wanted), {}};
  }
  if (index >= cards) {
    const auto have = cards == 0 ? sentence("This machine offers no CUDA device to Ganvas") : sentence("This machine has %1 CUDA device(s)", cards);
    return Error{ErrorKind::device, sentence("device \"%1\" is not there. %2; use --device cpu or auto.", wanted, have), {}};
  }
  return torch::Device(torch::kCUDA, static_cast<c10::DeviceIndex>(index));
}

std::vector<DeviceInfo> listDevices() {
  std::vector<DeviceInfo> devices{{"cpu", processorName(), machineMemory()}};
  if (torch::cuda::is_available())
    for (int i = 0; i < static_cast<int>(torch::cuda::device_count()); ++i)
      devices.push_back({"cuda:" + std::to_string(i), "CUDA device " + std::to_string(i), 0});
  return devices;
}

std::string describe(const torch::Device& device) { return device.is_cuda() ? device.str() : "cpu"; }

void useThreads(int count) {
  // A thread's first loop takes over whatever count was set last by any thread; from then on the count is its own.
  at::parallel_for(0, 1, 1, [](std::int64_t, std::int64_t) {});
  at::set_num_threads(count);
  if (count > 1) spreadTeam(count);
}

void standBack() {
  constexpr int kNice = 10;   // a tenth of a thread that does not stand back; alone it has everything
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), kNice);   // Linux: of a thread
}

int coreCount() { return std::max(1u, std::thread::hardware_concurrency()); }

BlasInfo blasInUse() {
  BlasInfo info;
  auto path = pathOfLoaded("libopenblas");
  if (path.empty()) path = pathOfLoaded("libblas");
  if (path.empty()) return info;
  std::error_code ignored;
  const auto real = fs::canonical(path, ignored);
  info.library = ignored ? path : real.string();
  if (info.library.find("pthread") != std::string::npos)
    info.warning = "LibTorch uses OpenBLAS with its own threads (" + info.library +
                   "), which slows training several times. Install libopenblas0-openmp and choose it for libopenblas.so.0 with update-alternatives.";
  else if (info.library.find("openblas") == std::string::npos && info.library.find("mkl") == std::string::npos)
    info.warning = "LibTorch uses a plain BLAS (" + info.library + "), which is slow. Install libopenblas0-openmp.";
  return info;
}

std::int64_t residentBytes() {
  std::ifstream in("/proc/self/statm");
  std::int64_t total = 0, resident = 0;
  in >> total >> resident;
  return resident * sysconf(_SC_PAGE_SIZE);
}

Error errorFromTorch(const std::exception& exception) {
  std::string text = exception.what();
  if (const auto* known = dynamic_cast<const ErrorException*>(&exception)) return known->error();
  if (dynamic_cast<const std::bad_alloc*>(&exception) || text.find("can't allocate memory") != std::string::npos ||
      text.find("out of memory") != std::string::npos)
    return {ErrorKind::memory, sentence("There is not enough memory for these networks and this batch. Lower batch, size or the number of channels."), text};
  if (const auto* torchError = dynamic_cast<const c10::Error*>(&exception)) {
    std::string first = torchError->what_without_backtrace();
    if (text.find("CUDA error") != std::string::npos)
      return {ErrorKind::device, sentence("The CUDA device gave up: %1 Try --device cpu.", first.substr(0, first.find('\n'))), text};
  }
  return {ErrorKind::internal, sentence("Something went wrong inside Ganvas while computing; the log has the details."), text};
}

}  // namespace ganvas
