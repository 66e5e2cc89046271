// The headers of PNG, JPEG, WebP and BMP files, read without a decoder, so that nothing huge or torn ever reaches one. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "engine/api/sentence.hpp"

namespace ganvas {

enum class PictureFormat { png, jpeg, webp, bmp };

struct PictureHeader {
  PictureFormat format = PictureFormat::png;
  std::int64_t width = 0;  ///< upright, that is after `orientation`
  std::int64_t height = 0;
  int channels = 3;     ///< 1 grey or 3 colour; alpha does not count
  int orientation = 1;  ///< EXIF tag 0x0112, 1..8
};

/// What the first bytes of a file tell.
struct HeaderReading {
  std::optional<PictureHeader> header;
  bool needsMore = false;  ///< the answer lies behind the bytes given
  Sentence problem;        ///< sentence without its subject, where there is no header and more bytes would not help
};

/// `bytes` are the beginning of a file of `fileSize` bytes.
HeaderReading readPictureHeader(std::span<const std::uint8_t> bytes, std::uintmax_t fileSize);

/// Whether a whole file is complete (PNG: every chunk and its CRC up to IEND; JPEG: an end marker; WebP, BMP: the promised size).
/// Empty, or a sentence without its subject.
Sentence findDamage(std::span<const std::uint8_t> file, const PictureHeader& header);

}  // namespace ganvas
