// Compute devices and threads of LibTorch. Engine threads only.
#pragma once

#include <torch/torch.h>

#include <string>
#include <vector>

#include "engine/api/family.hpp"
#include "engine/api/result.hpp"

namespace ganvas {

/// To be called first in main(): quiet libraries, flushed denormals, the CUDA library opened where it lies beside libtorch_cpu.
void prepareTorch();

/// "auto" (CUDA where there is one, else the processor), "cpu", "cuda" or "cuda:N".
Result<torch::Device> chooseDevice(const std::string& wanted);
std::vector<DeviceInfo> listDevices();
std::string describe(const torch::Device& device);

/// A fresh tensor of the processor on `device`; a card is not waited for.
torch::Tensor onto(torch::Device device, const torch::Tensor& fresh);

/// Threads for parallel operations that the calling thread starts; other threads keep theirs.
void useThreads(int count);
/// The calling thread, and those that it starts from now on, stand back where others want a processor: training must not keep a pen waiting.
void standBack();
int coreCount();

/// The BLAS that LibTorch calls into, by the name of the library's file ("libopenblasp-r0.3.21.so"), and a sentence where it is
/// one that slows training down (openblas-pthread's own threads fight with LibTorch's OpenMP team).
struct BlasInfo {
  std::string library;
  std::string warning;
};
BlasInfo blasInUse();

/// Resident memory of this process in bytes.
std::int64_t residentBytes();

/// What a torch exception becomes for a person; never a stack trace (c10::Error::what() carries one).
Error errorFromTorch(const std::exception& exception);

}  // namespace ganvas
