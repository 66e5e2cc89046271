// What a trained model of the interaction "field" says of the plane as a whole, as numbers. Engine-internal; waits.
#pragma once

#include <map>
#include <string>

#include "engine/api/engine.hpp"

namespace ganvas {

/// The scalars of the field of the run in a folder ("gap", "js", …; see engine/api/model.hpp), in a view that holds all points; empty for
/// families without it.
Result<std::map<std::string, double>> readField(Engine& engine, const std::string& family, const std::string& folder);

}  // namespace ganvas
