// How a program gets its engine. Main thread.
#pragma once

#include <memory>

#include "engine/api/engine.hpp"

namespace ganvas {

/// Call first in main(): log, LibTorch, CUDA library, quiet third parties.
void prepareProcess();

/// The engine of this process: trains and runs models here.
std::shared_ptr<Engine> makeEngine();

}  // namespace ganvas
