// Every write to disk goes through one interface, so that a test can make the n-th one fail. Thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/result.hpp"

namespace ganvas {

using Bytes = std::span<const std::byte>;
/// Several blocks that go one after the other into one file: large tensors need not be copied together first.
using Pieces = std::span<const Bytes>;

/// An open file that only grows. One writer; not shared between threads.
class AppendFile {
 public:
  virtual ~AppendFile() = default;
  /// The bytes are with the operating system when this returns (a killed process loses none of them).
  /// After a failure the file has its old length again wherever the disk allows it.
  virtual Result<void> append(Bytes bytes) = 0;
  /// The bytes are on the disk when this returns.
  virtual Result<void> sync() = 0;
};

class Storage {
 public:
  virtual ~Storage() = default;
  /// Temporary file beside it, fsync, rename, fsync of the folder: the old or the new content, never a mixture.
  virtual Result<void> writePieces(const std::filesystem::path& path, Pieces pieces) = 0;
  virtual Result<std::unique_ptr<AppendFile>> openAppend(const std::filesystem::path& path) = 0;
  virtual Result<void> createFolders(const std::filesystem::path& path) = 0;
  virtual Result<void> remove(const std::filesystem::path& path) = 0;   ///< a file or a whole folder; absent is fine
  virtual Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
  virtual Result<void> truncate(const std::filesystem::path& path, std::uintmax_t size) = 0;

  Result<void> writeAtomically(const std::filesystem::path& path, Bytes bytes);
  Result<void> writeAtomically(const std::filesystem::path& path, std::string_view text);
};

/// The file system itself. Errors name the file and the cause (disk full, read-only, no permission).
std::shared_ptr<Storage> diskStorage();

/// Whole file, or a sentence. `limit` guards against a wrong path that leads to something huge.
Result<std::string> readFile(const std::filesystem::path& path, std::uintmax_t limit = 1u << 30);

/// The sentence for a failed call of the operating system: what was to be done ("write", "read", …), with which file, and why not.
Error storageError(const Sentence& verb, const std::filesystem::path& path, int code);

/// A name beside `path` for a file that is not finished yet; it tells which process makes it.
std::filesystem::path temporaryBeside(const std::filesystem::path& path);
/// Removes what killed processes left of unfinished files in a folder. Those of this process are spared.
void removeStaleTemporaries(Storage& storage, const std::filesystem::path& folder);

}  // namespace ganvas
