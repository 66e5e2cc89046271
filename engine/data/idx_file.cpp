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
    return Error{ErrorKind::missing,
                 sentence("%1 is not a file that can be read. Check the name and your permission.", inQuotes(path.string())), ec.message()};
  auto stream = std::make_unique<Stream>();
  stream->file = gzopen(path.c_str(), "rb");
  if (!stream->file)
    return Error{ErrorKind::storage, sentence("%1 cannot be opened. Check that you may read it.", inQuotes(path.string())), {}};
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
  if (got < 4) return Error{ErrorKind::input, sentence("%1 is empty. Download it again.", inQuotes(path_.string())), {}};
  const int dimensions = magic[3];
  const bool fits = content == Content::labels ? dimensions == 1 : dimensions == 3 || dimensions == 4;
  if (magic[0] != 0 || magic[1] != 0 || magic[2] != 0x08 || !fits) {
    const auto path = inQuotes(path_.string()), begin = hexBytes(magic);
    return Error{ErrorKind::input,
                 content == Content::labels ? sentence("%1 is not an IDX file of labels: it begins with %2 instead of 00 00 08 01 "
                                                       "(labels). Check that it is the right file, and download it again.",
                                                       path, begin)
                                            : sentence("%1 is not an IDX file of pictures: it begins with %2 instead of 00 00 08 03 "
                                                       "(pictures). Check that it is the right file, and download it again.",
                                                       path, begin),
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
                 sentence("%1 says that it holds %2 pictures of %3×%4 px in %5 channels, which Ganvas cannot use. Check that it is the "
                          "right file, and download it again.",
                          inQuotes(path_.string()), grouped(count_), width, height, channels),
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
                 sentence("%1 is %2 bytes longer than its header says. It is damaged or another kind of file; download it again.",
                          inQuotes(path_.string()), grouped(std::int64_t(fileSize_ - promised))),
                 {}};
  return {};
}

Error IdxFile::torn() const {
  const auto path = inQuotes(path_.string());
  return {ErrorKind::input,
          count_ > 0 ? sentence("%1 is cut off or damaged: its header promises %2 entries and they are not all there. Download it again.",
                                path, grouped(count_))
                     : sentence("%1 is cut off or damaged. Download it again.", path),
          {}};
}

Result<void> IdxFile::checkEnd() {
  std::array<std::uint8_t, 1> one{};
  if (stream_->read(one) == 1)
    return Error{
        ErrorKind::input,
        sentence("%1 goes on after the %2 entries that its header promises. Download it again.", inQuotes(path_.string()), grouped(count_)),
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
