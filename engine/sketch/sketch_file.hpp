// Drawings as files: {"ganvas_sketch": 1, "width": …, "height": …, "strokes": [{"tool": "pen", "size": 3, "points": [[x, y, pressure], …]}, …]}.
// Pure but for reading; any thread.
#pragma once

#include <filesystem>
#include <string>

#include "engine/api/result.hpp"
#include "engine/api/sketch.hpp"

namespace ganvas {

inline constexpr int kLargestPaper = 4096;

/// Or a sentence that names the file and the place: what is missing, too much, no number, out of range, cut short.
Result<Sketch> readSketch(const std::filesystem::path& file);
/// What readSketch gives back exactly.
Result<std::string> sketchAsText(const Sketch& sketch);

}  // namespace ganvas
