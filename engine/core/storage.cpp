#include "engine/core/storage.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <system_error>

#include "engine/api/quote.hpp"

namespace ganvas {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kTemporaryMark = ".ganvas-part-";

std::string named(const fs::path& path) { return inQuotes(path.string()); }

/// A file descriptor that closes itself. Close errors matter only after a write, where fsync has already told.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags, mode_t mode = 0666) {
    do {
      number_ = ::open(path.c_str(), flags | O_CLOEXEC, mode);
    } while (number_ < 0 && errno == EINTR);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  bool open() const { return number_ >= 0; }
  int number() const { return number_; }

 private:
  int number_ = -1;
};

/// 0, or the errno that stopped it. A write may take a part only (2 GiB at most, or a disk that fills up).
int writeAll(int descriptor, Bytes bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return 0;
}

/// Some file systems (network, FUSE) know no fsync of folders or special files; that is no failure.
int syncAll(int descriptor) {
  while (::fsync(descriptor) != 0) {
    if (errno == EINTR) continue;
    return errno == EINVAL || errno == ENOTSUP || errno == ENOSYS ? 0 : errno;
  }
  return 0;
}

fs::path folderOf(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

Result<void> syncFolder(const fs::path& folder) {
  const Descriptor descriptor(folder, O_RDONLY | O_DIRECTORY);
  if (!descriptor.open())
    return errno == EACCES ? Result<void>{}
                           : storageError(sentence("write to"), folder, errno);  // a folder may be writable and not readable
  if (const int code = syncAll(descriptor.number())) return storageError(sentence("write to"), folder, code);
  return {};
}

class DiskAppendFile final : public AppendFile {
 public:
  DiskAppendFile(fs::path path, std::unique_ptr<Descriptor> descriptor, off_t size)
      : path_(std::move(path)), descriptor_(std::move(descriptor)), size_(size) {}

  Result<void> append(Bytes bytes) override {
    if (torn_ && !restore()) return storageError(sentence("write to"), path_, errno);
    if (const int code = writeAll(descriptor_->number(), bytes)) {
      torn_ = true;
      restore();
      return storageError(sentence("write to"), path_, code);
    }
    size_ += static_cast<off_t>(bytes.size());
    return {};
  }

  Result<void> sync() override {
    if (const int code = syncAll(descriptor_->number())) return storageError(sentence("write to"), path_, code);
    return {};
  }

 private:
  /// Cuts off what a failed append left, so that nothing lies between two whole records.
  bool restore() {
    if (::ftruncate(descriptor_->number(), size_) != 0) return false;
    torn_ = false;
    return true;
  }

  fs::path path_;
  std::unique_ptr<Descriptor> descriptor_;
  off_t size_;
  bool torn_ = false;
};

class DiskStorage final : public Storage {
 public:
  Result<void> writePieces(const fs::path& path, Pieces pieces) override {
    const auto temporary = temporaryBeside(path);
    if (auto written = writeTemporary(temporary, path, pieces); !written) {
      ::unlink(temporary.c_str());
      return written;
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) {
      const int code = errno;
      ::unlink(temporary.c_str());
      return storageError(sentence("write"), path, code);
    }
    return syncFolder(folderOf(path));
  }

  Result<std::unique_ptr<AppendFile>> openAppend(const fs::path& path) override {
    auto descriptor = std::make_unique<Descriptor>(path, O_WRONLY | O_CREAT | O_APPEND);
    struct stat status {};
    if (!descriptor->open() || ::fstat(descriptor->number(), &status) != 0) return storageError(sentence("write to"), path, errno);
    if (status.st_size == 0) {
      if (auto synced = syncFolder(folderOf(path)); !synced) return synced.error();
    }
    return std::unique_ptr<AppendFile>(std::make_unique<DiskAppendFile>(path, std::move(descriptor), status.st_size));
  }

  Result<void> createFolders(const fs::path& path) override {
    std::error_code code;
    fs::create_directories(path, code);
    if (!code && !fs::is_directory(path, code)) code = std::make_error_code(std::errc::not_a_directory);
    if (code) return storageError(sentence("create the folder"), path, code.value());
    return {};
  }

  Result<void> remove(const fs::path& path) override {
    std::error_code code;
    fs::remove_all(path, code);
    if (code) return storageError(sentence("remove"), path, code.value());
    return {};
  }

  Result<void> rename(const fs::path& from, const fs::path& to) override {
    if (::rename(from.c_str(), to.c_str()) != 0) return storageError(sentence("rename"), from, errno);
    return syncFolder(folderOf(to));
  }

  Result<void> truncate(const fs::path& path, std::uintmax_t size) override {
    if (::truncate(path.c_str(), static_cast<off_t>(size)) != 0) return storageError(sentence("write to"), path, errno);
    return {};
  }

 private:
  static Result<void> writeTemporary(const fs::path& temporary, const fs::path& path, Pieces pieces) {
    const Descriptor descriptor(temporary, O_WRONLY | O_CREAT | O_EXCL);
    if (!descriptor.open()) return storageError(sentence("write"), path, errno);
    for (const auto piece : pieces) {
      if (const int code = writeAll(descriptor.number(), piece)) return storageError(sentence("write"), path, code);
    }
    if (const int code = syncAll(descriptor.number())) return storageError(sentence("write"), path, code);
    return {};
  }
};

}  // namespace

Error storageError(const Sentence& verb, const fs::path& path, int code) {
  const auto failed = sentence("Could not %1 %2: ", verb, named(path));
  const std::string detail = std::error_code(code, std::generic_category()).message();
  switch (code) {
    case ENOSPC:
      return {ErrorKind::storage, sentence("%1the disk is full. Free some space there, or choose a folder on another disk.", failed),
              detail};
    case EDQUOT:
      return {ErrorKind::storage, sentence("%1your disk quota is used up. Free some space, or choose a folder on another disk.", failed),
              detail};
    case EROFS:
      return {ErrorKind::storage, sentence("%1it lies on a read-only file system. Choose another folder.", failed), detail};
    case EACCES:
    case EPERM:
      return {ErrorKind::storage, sentence("%1there is no permission. Change its permissions, or choose another place.", failed), detail};
    case ENOENT:
      return {ErrorKind::missing, sentence("%1it, or the folder that it lies in, is not there. Check the path.", failed), detail};
    case ENOTDIR:
      return {ErrorKind::input, sentence("%1a part of this path is a file, not a folder. Check the path.", failed), detail};
    case EISDIR:
      return {ErrorKind::input, sentence("%1this is a folder, not a file. Check the path.", failed), detail};
    case EEXIST:
    case ENOTEMPTY:
      return {ErrorKind::storage, sentence("%1something of this name is already there. Choose another name.", failed), detail};
    case ENAMETOOLONG:
      return {ErrorKind::input, sentence("%1the name is too long. Choose a shorter one.", failed), detail};
    case EMFILE:
    case ENFILE:
      return {ErrorKind::storage, sentence("%1too many files are open. Close other programs and try again.", failed), detail};
    case EIO:
      return {ErrorKind::storage, sentence("%1the disk reports an error. Check the disk, or choose a folder on another one.", failed),
              detail};
    case EFBIG:
      return {ErrorKind::storage, sentence("%1the file would be larger than the file system or the limit of this process allows.", failed),
              detail};
    default:
      return {ErrorKind::storage, sentence("%1%2. Check the disk and the path.", failed, detail), detail};
  }
}

fs::path temporaryBeside(const fs::path& path) {
  static std::atomic<unsigned> count{0};
  auto name = "." + path.filename().string() + std::string(kTemporaryMark) + std::to_string(::getpid()) + "-" + std::to_string(count++);
  return folderOf(path) / name;
}

void removeStaleTemporaries(Storage& storage, const fs::path& folder) {
  std::error_code code;
  std::vector<fs::path> stale;
  for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
    const std::string name = it->path().filename().string();
    const auto mark = name.rfind(kTemporaryMark);
    if (mark == std::string::npos || name.front() != '.') continue;
    pid_t owner = 0;
    const char* first = name.data() + mark + kTemporaryMark.size();
    if (std::from_chars(first, name.data() + name.size(), owner).ec != std::errc{} || owner <= 0) continue;
    if (owner != ::getpid() && ::kill(owner, 0) != 0 && errno == ESRCH) stale.push_back(it->path());
  }
  for (const auto& path : stale) (void)storage.remove(path);  // only tidiness depends on it
}

Result<void> Storage::writeAtomically(const fs::path& path, Bytes bytes) { return writePieces(path, Pieces(&bytes, 1)); }

Result<void> Storage::writeAtomically(const fs::path& path, std::string_view text) {
  return writeAtomically(path, std::as_bytes(std::span(text.data(), text.size())));
}

std::shared_ptr<Storage> diskStorage() {
  static const auto storage = std::make_shared<DiskStorage>();
  return storage;
}

Result<std::string> readFile(const fs::path& path, std::uintmax_t limit) {
  const Descriptor descriptor(path, O_RDONLY | O_NONBLOCK);  // a pipe must not make this wait
  struct stat status {};
  if (!descriptor.open() || ::fstat(descriptor.number(), &status) != 0) return storageError(sentence("read"), path, errno);
  if (S_ISDIR(status.st_mode)) return storageError(sentence("read"), path, EISDIR);
  if (!S_ISREG(status.st_mode))
    return Error{ErrorKind::input, sentence("Could not read %1: it is not an ordinary file. Check the path.", named(path)), {}};
  if (static_cast<std::uintmax_t>(status.st_size) > limit) {
    return Error{ErrorKind::input,
                 sentence("The file %1 is far larger than it should be (%2 bytes, at most %3). Check that it is the right one.",
                          named(path), status.st_size, limit),
                 {}};
  }
  std::string content(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < content.size()) {
    const auto got = ::read(descriptor.number(), content.data() + filled, content.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return storageError(sentence("read"), path, errno);
    if (got == 0) break;  // it became shorter meanwhile
    filled += static_cast<std::size_t>(got);
  }
  content.resize(filled);
  return content;
}

}  // namespace ganvas
