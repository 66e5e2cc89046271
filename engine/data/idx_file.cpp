#include "engine/data/idx_file.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "engine/data/picture_source.hpp"
#include "engine/data/words.hpp"

namespace ganvas {
namespace fs = std::filesystem;

struct IdxFile::Stream {
  gzFile file = nullptr;
  ~Stream() {
    if (file) gzclose(file);
  }
  /// Bytes that could be had; fewer than asked for at the end or where the stream is damaged.
  std::size_t read(std::span<std::uint8_t> out) {
    std::size_t got = 0;
    while (got < out.size()) {
      const auto n = gzread(file, out.data() + got, unsigned(std::min<std::size_t>(out.size() - got, 1u << 26)));
      if (n <= 0) break;
      got += std::size_t(n);
    }
    return got;
  }
  bool failed() const {
    int code = Z_OK;
    gzerror(file, &code);
    return code != Z_OK && code != Z_STREAM_END;
  }
};

namespace {

/// deflate cannot make more than 1032 bytes out of one (RFC 1951: 258 bytes from 2 bits).
constexpr std::uint64_t kMostInflation = 1032;

std::string hexBytes(std::span<const std::uint8_t> bytes) {
  std::string text;
  for (auto byte : bytes) {
    char two[4];
    std::snprintf(two, sizeof two, text.empty() ? "%02x" : " %02x", byte);
    text += two;
  }
  return text;
}

std::uint32_t big32(const std::uint8_t* b) {
  return std::uint32_t(b[0]) << 24 | std::uint32_t(b[1]) << 16 | std::uint32_t(b[2]) << 8 | b[3];
}

}  // namespace

IdxFile::IdxFile(fs::path path, std::unique_ptr<Stream> stream) : path_(std::move(path)), stream_(std::move(stream)) {}
IdxFile::~IdxFile() = default;

Result<std::unique_ptr<IdxFile>> IdxFile::open(const fs::path& path, Content content) {
  std::error_code ec;
  if (!fs::is_regular_file(path, ec))  // a pipe would be waited for
    return Error{ErrorKind::missing, inQuotes(path.string()) + " is not a file that can be read. Check the name and your permission.",
                 ec.message()};
  auto stream = std::make_unique<Stream>();
  stream->file = gzopen(path.c_str(), "rb");
  if (!stream->file) return Error{ErrorKind::storage, inQuotes(path.string()) + " cannot be opened. Check that you may read it.", {}};
  gzbuffer(stream->file, 1u << 17);
  std::unique_ptr<IdxFile> file(new IdxFile(path, std::move(stream)));
  file->fileSize_ = fs::file_size(path, ec);
  if (auto header = file->readHeader(content); !header) return header.error();
  if (auto size = file->checkSize(); !size) return size.error();
  return file;
}

Result<void> IdxFile::readHeader(Content content) {
  std::array<std::uint8_t, 4> magic{};
  const auto got = stream_->read(magic);
  if (got < 4 && (stream_->failed() || got > 0 || fileSize_ > 0)) return torn();
  if (got < 4) return Error{ErrorKind::input, inQuotes(path_.string()) + " is empty. Download it again.", {}};
  const int dimensions = magic[3];
  const bool fits = content == Content::labels ? dimensions == 1 : dimensions == 3 || dimensions == 4;
  if (magic[0] != 0 || magic[1] != 0 || magic[2] != 0x08 || !fits) {
    const std::string expected = content == Content::labels ? "00 00 08 01 (labels)" : "00 00 08 03 (pictures)";
    return Error{ErrorKind::input,
                 inQuotes(path_.string()) + " is not an IDX file of " + (content == Content::labels ? "labels" : "pictures") +
                     ": it begins with " + hexBytes(magic) + " instead of " + expected +
                     ". Check that it is the right file, and download it again.",
                 {}};
  }
  std::array<std::uint8_t, 16> sizes{};
  if (stream_->read(std::span(sizes).first(std::size_t(dimensions) * 4)) < std::size_t(dimensions) * 4) return torn();
  headerBytes_ = 4 + 4 * dimensions;
  count_ = big32(sizes.data());
  if (content == Content::labels) return {};
  const auto height = big32(&sizes[4]), width = big32(&sizes[8]), channels = dimensions == 4 ? big32(&sizes[12]) : 1u;
  const bool possible = count_ > 0 && height > 0 && width > 0 && height <= std::uint32_t(kLongestSide) &&
                        width <= std::uint32_t(kLongestSide) && std::int64_t(width) * height <= kMostPixels &&
                        (channels == 1 || channels == 3);
  if (!possible)
    return Error{ErrorKind::input,
                 inQuotes(path_.string()) + " says that it holds " + grouped(count_) + " pictures of " + std::to_string(width) + "×" +
                     std::to_string(height) + " px in " + std::to_string(channels) +
                     " channels, which Ganvas cannot use. Check that it is the right file, and download it again.",
                 {}};
  height_ = int(height);
  width_ = int(width);
  channels_ = int(channels);
  return {};
}

Result<void> IdxFile::checkSize() const {
  const auto promised = std::uint64_t(headerBytes_) + std::uint64_t(count_) * std::uint64_t(bytesPerItem());
  if (!gzdirect(stream_->file)) return promised / kMostInflation > fileSize_ ? Result<void>(torn()) : Result<void>();
  if (fileSize_ < promised) return torn();
  if (fileSize_ > promised)
    return Error{ErrorKind::input,
                 inQuotes(path_.string()) + " is " + grouped(std::int64_t(fileSize_ - promised)) +
                     " bytes longer than its header says. It is damaged or another kind of file; download it again.",
                 {}};
  return {};
}

Error IdxFile::torn() const {
  std::string message = inQuotes(path_.string()) + " is cut off or damaged";
  if (count_ > 0) message += ": its header promises " + grouped(count_) + " entries and they are not all there";
  return {ErrorKind::input, message + ". Download it again.", {}};
}

Result<void> IdxFile::checkEnd() {
  std::array<std::uint8_t, 1> one{};
  if (stream_->read(one) == 1)
    return Error{
        ErrorKind::input,
        inQuotes(path_.string()) + " goes on after the " + grouped(count_) + " entries that its header promises. Download it again.",
        {}};
  return stream_->failed() ? Result<void>(torn()) : Result<void>();
}

Result<void> IdxFile::read(std::int64_t first, std::span<std::uint8_t> out) {
  if (first != position_ && gzseek(stream_->file, z_off_t(headerBytes_ + first * bytesPerItem()), SEEK_SET) < 0) return torn();
  if (stream_->read(out) < out.size()) return torn();
  position_ = first + std::int64_t(out.size()) / bytesPerItem();
  return position_ == count_ ? checkEnd() : Result<void>();
}

}  // namespace ganvas
