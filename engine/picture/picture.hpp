// One decoded picture, and how it is made from the bytes of a file and fitted to what training asks for. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/api/data.hpp"
#include "engine/picture/content_hash.hpp"

namespace ganvas {

/// 8 bit, upright, rows packed, samples interleaved: grey, B G R or B G R A (as in Frame).
struct Picture {
  int width = 0;
  int height = 0;
  int channels = 0;  ///< 1, 3 or 4
  std::vector<std::uint8_t> pixels;
};

/// What every fitted picture of a set has: [channels, height, width], then as many planes as it has drawings.
struct PictureShape {
  int channels = 0;
  int height = 0;
  int width = 0;
  int drawings = 0;
  std::size_t planeBytes() const { return std::size_t(height) * std::size_t(width); }
  std::size_t bytes() const { return std::size_t(channels + drawings) * planeBytes(); }
  bool operator==(const PictureShape&) const = default;
};

/// Why one picture cannot be used; `message` is a sentence without its subject: "is cut off …".
struct PictureProblem {
  AuditIssue issue = AuditIssue::unreadable;
  Sentence message;
};

/// A picture, or why there is none.
struct DecodedPicture {
  Picture picture;
  std::optional<PictureProblem> problem;
  int storedChannels = 0;  ///< 1 grey or 3 colour, as the file says; alpha does not count
  std::optional<Picture> drawing = {};  ///< that comes with it, as large as the picture
};

inline constexpr std::int64_t kMostPixels = 100'000'000;
inline constexpr int kLongestSide = 16384;

/// PNG, JPEG, WebP or BMP. Looks at the header first: a picture that is too large or torn is never handed to a decoder.
/// Turned upright by its EXIF orientation; 16 bit per sample become 8.
DecodedPicture decodePicture(std::span<const std::uint8_t> file);

/// The problem of a picture of that size, if it is one.
std::optional<PictureProblem> tooLarge(std::int64_t width, std::int64_t height);

/// Fits a picture into `shape` by `options` (fit, background) and writes it as planes, R G B or grey.
/// Transparent pixels are laid over the background before anything is resampled; shrinking averages areas, enlarging is bicubic.
void fitPicture(const Picture& picture, const PictureShape& shape, const PictureOptions& options, std::span<std::uint8_t> planes);

/// The same fitting, of a picture that stays one: transparent stays transparent, and so is what padding adds.
Picture fittedPicture(const Picture& picture, int width, int height, const PictureOptions& options);
/// The pixels from column `left` on, `width` of them, in full height.
Picture columnsOf(const Picture& picture, int left, int width);

/// Of what is to be seen, in full size: equal for a grey picture stored as colour, and for the same picture in PNG and BMP.
Digest contentDigest(const Picture& picture);

}  // namespace ganvas
