// Decoded picture sets on disk: <cache folder>/data/<key>.bin, written once, then mapped read-only. One thread per writer.
//   training pixels · test pixels · training labels · test labels (each begins at a multiple of 64 bytes) · JSON (shapes, places,
//   warnings, hash of pixels and labels) · length and XXH3-128 of the JSON · "GANVDATA". Little-endian, native integers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/api/result.hpp"
#include "engine/core/storage.hpp"
#include "engine/picture/content_hash.hpp"
#include "engine/picture/picture.hpp"
#include "engine/data/picture_set.hpp"

namespace ganvas {

struct StoredSet {
  PictureShape shape;
  PictureSplit train, test;
  std::string hash;
  std::vector<Sentence> warnings;
  std::shared_ptr<const void> memory;  ///< keeps what the spans point into
};

enum class Check {
  shapes,     ///< what is described and where it lies: for counts
  everything  ///< every byte too: before training
};
/// The set under that key, or nothing where it is not there or was damaged.
std::shared_ptr<const StoredSet> openCached(const std::string& key, Check check);

/// Takes pictures one by one; holds none of them in memory unless made by toMemory(). A writer that is not finished leaves nothing behind.
class SetWriter {
 public:
  static Result<std::unique_ptr<SetWriter>> toCache(std::shared_ptr<Storage> storage, const std::string& key, const PictureShape& shape,
                                                    bool labelled);
  /// For a disk that is full or read-only.
  static std::unique_ptr<SetWriter> toMemory(const PictureShape& shape, bool labelled);
  virtual ~SetWriter() = default;

  virtual Result<void> add(bool test, std::span<const std::uint8_t> planes, int label) = 0;
  virtual std::int64_t count() const = 0;
  /// Nothing is added after this.
  virtual Result<std::shared_ptr<const StoredSet>> finish(const std::vector<Sentence>& warnings) = 0;
};

/// Removes the sets used longest ago until the others are below `limit` bytes; `key` stays.
void trimCache(Storage& storage, std::uintmax_t limit, const std::string& key);
inline constexpr std::uintmax_t kCacheLimit = std::uintmax_t(8) << 30;

}  // namespace ganvas
