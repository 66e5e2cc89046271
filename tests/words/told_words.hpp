// Everything that the engine tells a person in fixed words, in English: what a translation has to know.
#pragma once

#include <set>
#include <string>

#include "engine/api/engine.hpp"

namespace ganvas::test {

/// What families, schemas, curves, metrics, data sets and presets say of themselves, asked of the engine.
std::set<std::string> toldByEngine(Engine& engine);
/// The patterns of the sentences that the engine's sources hold.
std::set<std::string> toldInSentences();

}  // namespace ganvas::test
