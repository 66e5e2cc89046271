#include "engine/picture/picture_header.hpp"

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace ganvas {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::string_view kPngMark = "\x89PNG\r\n\x1a\n";
Sentence cutOff() { return sentence("is cut off; copy or download it again"); }
Sentence broken() { return sentence("is damaged; copy or download it again"); }

std::uint32_t big(Bytes b, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = 0; i < count; ++i) value = value << 8 | b[at + std::size_t(i)];
  return value;
}

std::uint32_t little(Bytes b, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = 0; i < count; ++i) value |= std::uint32_t(b[at + std::size_t(i)]) << (8 * i);
  return value;
}

bool says(Bytes b, std::size_t at, std::string_view text) {
  return at <= b.size() && text.size() <= b.size() - at && std::memcmp(b.data() + at, text.data(), text.size()) == 0;
}

/// Orientation in a TIFF block (EXIF 2.3, 4.6): the entry with tag 0x0112 of the first directory; 1 where it says nothing usable.
int exifOrientation(Bytes tiff) {
  const bool isLittle = says(tiff, 0, "II");
  if (tiff.size() < 8 || (!isLittle && !says(tiff, 0, "MM"))) return 1;
  const auto number = [&](std::size_t at, int count) { return isLittle ? little(tiff, at, count) : big(tiff, at, count); };
  const std::size_t directory = number(4, 4);
  if (directory > tiff.size() || tiff.size() - directory < 2) return 1;
  const std::size_t entries = number(directory, 2);
  for (std::size_t i = 0; i < entries; ++i) {
    const auto at = directory + 2 + 12 * i;
    if (at + 12 > tiff.size()) return 1;
    if (number(at, 2) != 0x0112) continue;
    const auto value = int(number(at + 8, 2));
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

HeaderReading wrong(Sentence problem) { return {std::nullopt, false, std::move(problem)}; }
/// More bytes, or, where the file has none, the sentence that it is cut off.
HeaderReading more(Bytes bytes, std::uintmax_t fileSize) {
  return bytes.size() < fileSize ? HeaderReading{std::nullopt, true, {}} : wrong(cutOff());
}

HeaderReading done(PictureHeader header) {
  if (header.width < 1 || header.height < 1) return wrong(sentence("says that it is 0 px wide or high; it is damaged, remove it"));
  if (header.orientation >= 5) std::swap(header.width, header.height);
  return {header, false, {}};
}

HeaderReading readPng(Bytes b, std::uintmax_t fileSize) {
  if (b.size() < 33) return more(b, fileSize);
  if (!says(b, 12, "IHDR") || big(b, 8, 4) != 13) return wrong(broken());
  PictureHeader header{PictureFormat::png, big(b, 16, 4), big(b, 20, 4), 3, 1};
  const int type = b[25];
  header.channels = type == 0 || type == 4 ? 1 : 3;
  // eXIf counts only before the pixels, where writers put it: so no file has to be read whole for its size.
  for (std::size_t at = 33; at + 8 <= b.size();) {
    const std::size_t length = big(b, at, 4);
    if (says(b, at + 4, "IDAT") || says(b, at + 4, "IEND")) break;
    if (length > b.size() - at - 8) break;
    if (says(b, at + 4, "eXIf")) header.orientation = exifOrientation(b.subspan(at + 8, length));
    at += 12 + length;
  }
  return done(header);
}

bool isJpegFrame(int marker) { return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC; }

HeaderReading readJpeg(Bytes b, std::uintmax_t fileSize) {
  int orientation = 1;
  for (std::size_t at = 2;;) {
    if (at + 4 > b.size()) return more(b, fileSize);
    if (b[at] != 0xFF) return wrong(broken());
    const int marker = b[at + 1];
    if (marker == 0xFF) {
      ++at;
      continue;
    }  // fill byte
    if (marker == 0xD9 || marker == 0xDA) return wrong(broken());
    const std::size_t length = big(b, at + 2, 2);
    if (length < 2) return wrong(broken());
    if (at + 2 + length > fileSize) return wrong(cutOff());
    if (at + 2 + length > b.size()) return more(b, fileSize);
    if (isJpegFrame(marker)) {
      if (length < 8) return wrong(broken());
      return done({PictureFormat::jpeg, big(b, at + 7, 2), big(b, at + 5, 2), b[at + 9] == 1 ? 1 : 3, orientation});
    }
    if (marker == 0xE1 && length > 8 && says(b, at + 4, std::string_view("Exif\0\0", 6)))
      orientation = exifOrientation(b.subspan(at + 10, length - 8));
    at += 2 + length;
  }
}

/// EXIF lies behind the pixels in WebP.
int webpOrientation(Bytes b) {
  for (std::size_t at = 12; at + 8 <= b.size();) {
    const std::size_t length = little(b, at + 4, 4);
    if (length > b.size() - at - 8) return 1;
    if (says(b, at, "EXIF")) {
      const auto block = b.subspan(at + 8, length);
      return exifOrientation(says(block, 0, std::string_view("Exif\0\0", 6)) ? block.subspan(6) : block);
    }
    at += 8 + length + (length & 1);
  }
  return 1;
}

HeaderReading readWebp(Bytes b, std::uintmax_t fileSize) {
  if (std::uintmax_t(little(b, 4, 4)) + 8 > fileSize) return wrong(cutOff());
  if (b.size() < (says(b, 12, "VP8L") ? 25u : 30u)) return more(b, fileSize);
  PictureHeader header{PictureFormat::webp, 0, 0, 3, 1};
  if (says(b, 12, "VP8 ")) {
    header.width = little(b, 26, 2) & 0x3fff;
    header.height = little(b, 28, 2) & 0x3fff;
  } else if (says(b, 12, "VP8L")) {
    const auto bits = little(b, 21, 4);
    header.width = std::int64_t(bits & 0x3fff) + 1;
    header.height = std::int64_t(bits >> 14 & 0x3fff) + 1;
  } else if (says(b, 12, "VP8X")) {
    header.width = std::int64_t(little(b, 24, 3)) + 1;
    header.height = std::int64_t(little(b, 27, 3)) + 1;
    if (b[20] & 0x02) return wrong(sentence("is an animation; save one of its pictures as PNG"));
    if (b[20] & 0x08) {
      if (b.size() < fileSize) return more(b, fileSize);
      header.orientation = webpOrientation(b);
    }
  } else {
    return wrong(broken());
  }
  return done(header);
}

HeaderReading readBmp(Bytes b, std::uintmax_t fileSize) {
  if (b.size() < 30) return more(b, fileSize);
  const auto infoSize = little(b, 14, 4);
  PictureHeader header{PictureFormat::bmp, 0, 0, 3, 1};
  std::size_t palette = 14 + infoSize, bytesPerColour = 4, colours = 0;
  int bits = 0;
  if (infoSize == 12) {  // OS/2
    header.width = little(b, 18, 2);
    header.height = little(b, 20, 2);
    bits = int(little(b, 24, 2));
    bytesPerColour = 3;
  } else if (infoSize >= 40) {
    header.width = std::int32_t(little(b, 18, 4));
    header.height = std::abs(std::int64_t(std::int32_t(little(b, 22, 4))));  // negative: top row first
    bits = int(little(b, 28, 2));
    if (b.size() < 54) return more(b, fileSize);
    colours = little(b, 46, 4);
  } else {
    return wrong(broken());
  }
  if (bits <= 8) {  // a palette of greys is grey
    if (colours == 0 || colours > 256) colours = std::size_t(1) << bits;
    if (palette + colours * bytesPerColour > b.size()) return more(b, fileSize);
    header.channels = 1;
    for (std::size_t i = 0; i < colours; ++i) {
      const auto at = palette + i * bytesPerColour;
      if (b[at] != b[at + 1] || b[at] != b[at + 2]) header.channels = 3;
    }
  }
  return done(header);
}

Sentence findPngDamage(Bytes b) {
  for (std::size_t at = 8;;) {
    if (at + 12 > b.size()) return cutOff();
    const std::size_t length = big(b, at, 4);
    if (length > b.size() - at - 12) return cutOff();
    const auto crc = crc32_z(0, b.data() + at + 4, length + 4);
    if (crc != big(b, at + 8 + length, 4)) return broken();
    if (says(b, at + 4, "IEND")) return {};
    at += 12 + length;
  }
}

/// Walks over segments and entropy-coded data to the end marker. Pictures inside segments (thumbnails) are stepped over.
Sentence findJpegDamage(Bytes b) {
  for (std::size_t at = 2;;) {
    const auto* mark = at < b.size() ? static_cast<const std::uint8_t*>(std::memchr(b.data() + at, 0xFF, b.size() - at)) : nullptr;
    if (!mark) return cutOff();
    at = std::size_t(mark - b.data());
    if (at + 1 >= b.size()) return cutOff();
    const int marker = b[at + 1];
    if (marker == 0xD9) return {};
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    at += 2;
    if (marker == 0x00 || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) continue;  // a pixel byte FF, or a marker without length
    if (at + 2 > b.size()) return cutOff();
    at += big(b, at, 2);
  }
}

Sentence findBmpDamage(Bytes b, const PictureHeader& header) {
  if (b.size() < 54 || little(b, 14, 4) < 40) return {};
  if (const auto compression = little(b, 30, 4); compression != 0 && compression != 3) return {};
  const std::uint64_t row = (std::uint64_t(header.width) * little(b, 28, 2) + 31) / 32 * 4;
  return little(b, 10, 4) + row * std::uint64_t(header.height) > b.size() ? cutOff() : Sentence();
}

}  // namespace

HeaderReading readPictureHeader(Bytes bytes, std::uintmax_t fileSize) {
  if (fileSize == 0) return wrong(sentence("is empty; copy or download it again"));
  if (says(bytes, 0, kPngMark)) return readPng(bytes, fileSize);
  if (says(bytes, 0, "\xFF\xD8\xFF")) return readJpeg(bytes, fileSize);
  if (says(bytes, 0, "RIFF") && says(bytes, 8, "WEBP")) return readWebp(bytes, fileSize);
  if (says(bytes, 0, "BM")) return readBmp(bytes, fileSize);
  if (fileSize < 12) return wrong(cutOff());
  return wrong(sentence("is not a PNG, JPEG, WebP or BMP picture, whatever its name says; remove it or save it as PNG"));
}

Sentence findDamage(Bytes file, const PictureHeader& header) {
  switch (header.format) {
    case PictureFormat::png:
      return findPngDamage(file);
    case PictureFormat::jpeg:
      return findJpegDamage(file);
    case PictureFormat::bmp:
      return findBmpDamage(file, header);
    case PictureFormat::webp:
      return {};  // its header holds the size of the file, which was checked
  }
  return {};
}

}  // namespace ganvas
