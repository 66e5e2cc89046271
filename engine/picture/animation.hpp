// Pictures that follow each other as one file. Any thread.
#pragma once

#include <filesystem>

#include "engine/api/job.hpp"
#include "engine/api/result.hpp"
#include "engine/api/sketch.hpp"
#include "engine/core/storage.hpp"

namespace ganvas {

/// .gif (giflib, 256 colours of each picture), .webp (libwebp, lossless) or .mp4 (OpenCV's videoio, H.264 where its FFmpeg has it, even sides), by the
/// file's ending. Written beside and renamed: what was there stays until the new one is whole.
Result<void> writeAnimation(Storage& storage, const Animation& animation, const std::filesystem::path& file, const JobContext& job);

}  // namespace ganvas
