// A storage whose n-th write fails as a full disk would: what comes before it is real, an append leaves half its bytes. Thread-safe as
// the storage that it wraps.
#pragma once

#include <atomic>
#include <cerrno>
#include <memory>
#include <utility>

#include "engine/core/storage.hpp"

namespace ganvas::test {

class FailingStorage : public Storage {
 public:
  /// How long it goes on failing once it has begun.
  enum class Failure { once, forEver };

  /// The write number `failAt` (from 1; 0: none) fails with `code`. Every call that changes the disk is a write.
  explicit FailingStorage(int failAt = 0, Failure failure = Failure::once, int code = ENOSPC)
      : failAt_(failAt), failure_(failure), code_(code) {}

  int writes() const { return writes_; }
  bool failed() const { return failAt_ > 0 && writes_ >= failAt_; }
  /// From now on the disk has room again.
  void heal() { healed_ = true; }

  Result<void> writePieces(const std::filesystem::path& path, Pieces pieces) override {
    if (fails()) return storageError(sentence("write"), path, code_);
    return disk_->writePieces(path, pieces);
  }
  Result<std::unique_ptr<AppendFile>> openAppend(const std::filesystem::path& path) override {
    if (fails()) return storageError(sentence("write to"), path, code_);
    auto file = disk_->openAppend(path);
    if (!file) return file.error();
    return std::unique_ptr<AppendFile>(std::make_unique<File>(*this, path, std::move(*file)));
  }
  Result<void> createFolders(const std::filesystem::path& path) override {
    if (fails()) return storageError(sentence("create the folder"), path, code_);
    return disk_->createFolders(path);
  }
  Result<void> remove(const std::filesystem::path& path) override {
    if (fails()) return storageError(sentence("remove"), path, code_);
    return disk_->remove(path);
  }
  Result<void> rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
    if (fails()) return storageError(sentence("rename"), from, code_);
    return disk_->rename(from, to);
  }
  Result<void> truncate(const std::filesystem::path& path, std::uintmax_t size) override {
    if (fails()) return storageError(sentence("write to"), path, code_);
    return disk_->truncate(path, size);
  }

 private:
  class File : public AppendFile {
   public:
    File(FailingStorage& owner, std::filesystem::path path, std::unique_ptr<AppendFile> file)
        : owner_(owner), path_(std::move(path)), file_(std::move(file)) {}
    Result<void> append(Bytes bytes) override {
      if (!owner_.fails()) return file_->append(bytes);
      (void)file_->append(bytes.first(bytes.size() / 2));
      return storageError(sentence("write to"), path_, owner_.code_);
    }
    Result<void> sync() override {
      if (owner_.fails()) return storageError(sentence("write to"), path_, owner_.code_);
      return file_->sync();
    }

   private:
    FailingStorage& owner_;
    std::filesystem::path path_;
    std::unique_ptr<AppendFile> file_;
  };

  bool fails() {
    const int number = ++writes_;
    if (failAt_ <= 0 || healed_) return false;
    return failure_ == Failure::once ? number == failAt_ : number >= failAt_;
  }

  std::shared_ptr<Storage> disk_ = diskStorage();
  std::atomic<int> writes_{0};
  std::atomic<bool> healed_{false};
  const int failAt_;
  const Failure failure_;
  const int code_;
};

}  // namespace ganvas::test
