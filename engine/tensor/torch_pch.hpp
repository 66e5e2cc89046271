// The precompiled header of everything that sees torch: torch/torch.h costs 13-25 s a translation unit without it.
#pragma once

#include <torch/torch.h>
