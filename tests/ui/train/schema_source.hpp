// Which engine's families a test of the form goes through.
#pragma once

#include <memory>

#include "engine/api/engine.hpp"

namespace ganvas::test {

std::shared_ptr<Engine> schemaSource();

}  // namespace ganvas::test
