// Which decoded sets exist: those that somebody in this process holds, and those in the cache. Thread-safe.
#pragma once

#include <memory>
#include <string>

#include "engine/data/picture_set.hpp"
#include "engine/data/picture_source.hpp"

namespace ganvas {

/// Names everything that the decoded pixels depend on.
std::string setKey(const PictureSource& source, const PictureOptions& options);

/// The set where it was decoded before, else null. For its counts: its pixels were not held against their hash.
std::shared_ptr<const PictureSet> findDecoded(const PictureSource& source, const std::string& key);

}  // namespace ganvas
