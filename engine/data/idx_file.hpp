// The IDX format (LeCun, "The MNIST database"): a big-endian header (00 00 08 <dimensions>, then each dimension in 4 bytes) and raw
// bytes, plain or packed by gzip. Nothing is allocated before the header was held against the size of the file. One thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "engine/api/result.hpp"

namespace ganvas {

class IdxFile {
 public:
  enum class Content { pictures, labels };
  static Result<std::unique_ptr<IdxFile>> open(const std::filesystem::path& path, Content content);
  ~IdxFile();
  IdxFile(const IdxFile&) = delete;
  IdxFile& operator=(const IdxFile&) = delete;

  std::int64_t count() const { return count_; }
  int height() const { return height_; }
  int width() const { return width_; }
  int channels() const { return channels_; }
  std::int64_t bytesPerItem() const { return std::int64_t(height_) * width_ * channels_; }

  /// Items [first, …) into `out`, whose size is a multiple of bytesPerItem(); never backwards. Where they end with the last item
  /// the end of the file (and gzip's own check sum) is verified as well.
  Result<void> read(std::int64_t first, std::span<std::uint8_t> out);

 private:
  struct Stream;
  IdxFile(std::filesystem::path path, std::unique_ptr<Stream> stream);
  Result<void> readHeader(Content content);
  Result<void> checkSize() const;
  Result<void> checkEnd();
  Error torn() const;

  std::filesystem::path path_;
  std::unique_ptr<Stream> stream_;
  std::uintmax_t fileSize_ = 0;
  std::int64_t count_ = 0;
  int height_ = 1, width_ = 1, channels_ = 1;
  std::int64_t headerBytes_ = 0;
  std::int64_t position_ = 0;  ///< items read or stepped over
};

}  // namespace ganvas
