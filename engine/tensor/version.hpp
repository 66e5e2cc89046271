// The few places where LibTorch 1.13 … 2.15 differ.
#pragma once

#include <torch/torch.h>

#define GANVAS_TORCH_AT_LEAST(major, minor) (TORCH_VERSION_MAJOR > (major) || (TORCH_VERSION_MAJOR == (major) && TORCH_VERSION_MINOR >= (minor)))

