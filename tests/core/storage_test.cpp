// The disk: old or new content, never a mixture, and a sentence for each way that it fails.
#include "engine/core/storage.hpp"

#include <gmock/gmock.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/core/temp_folder.hpp"

namespace ganvas {
namespace {

namespace fs = std::filesystem;
using test::TempFolder;
using ::testing::AllOf;
using ::testing::HasSubstr;

Bytes bytesOf(std::string_view text) { return std::as_bytes(std::span(text)); }

std::size_t entries(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST(Storage, writesAndReplaces) {
  TempFolder folder;
  const auto storage = diskStorage();
  ASSERT_TRUE(storage->writeAtomically(folder / "a", "old").ok());
  ASSERT_TRUE(storage->writeAtomically(folder / "a", "newer").ok());
  EXPECT_EQ(*readFile(folder / "a"), "newer");
  const Bytes pieces[] = {bytesOf("one "), bytesOf(""), bytesOf("two")};
  ASSERT_TRUE(storage->writePieces(folder / "b", pieces).ok());
  EXPECT_EQ(*readFile(folder / "b"), "one two");
  EXPECT_EQ(entries(folder.path()), 2u) << "no temporary file is left";
}

TEST(Storage, newFilesHaveThePermissionsOfThePersonsMask) {
  TempFolder folder;
  const auto before = ::umask(027);
  ASSERT_TRUE(diskStorage()->writeAtomically(folder / "a", "x").ok());
  ::umask(before);
  struct stat status {};
  ASSERT_EQ(::stat((folder / "a").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0640u);
}

TEST(Storage, appends) {
  TempFolder folder;
  {
    auto file = diskStorage()->openAppend(folder / "log");
    ASSERT_TRUE(file.ok());
    ASSERT_TRUE((*file)->append(bytesOf("one\n")).ok());
    ASSERT_TRUE((*file)->sync().ok());
  }
  auto again = diskStorage()->openAppend(folder / "log");
  ASSERT_TRUE((*again)->append(bytesOf("two\n")).ok());
  EXPECT_EQ(*readFile(folder / "log"), "one\ntwo\n");
  ASSERT_TRUE(diskStorage()->truncate(folder / "log", 4).ok());
  EXPECT_EQ(*readFile(folder / "log"), "one\n");
}

TEST(Storage, foldersRenameRemove) {
  TempFolder folder;
  const auto storage = diskStorage();
  ASSERT_TRUE(storage->createFolders(folder / "a/b/c").ok());
  ASSERT_TRUE(storage->createFolders(folder / "a/b/c").ok());
  ASSERT_TRUE(storage->rename(folder / "a/b", folder / "d").ok());
  EXPECT_TRUE(fs::is_directory(folder / "d/c"));
  ASSERT_TRUE(storage->remove(folder / "d").ok());
  ASSERT_TRUE(storage->remove(folder / "d").ok()) << "absent is fine";
  test::writeBytes(folder / "file", "x");
  const auto wrong = storage->createFolders(folder / "file");
  ASSERT_FALSE(wrong.ok());
  EXPECT_THAT(wrong.error().message, HasSubstr("file, not a folder"));
}

TEST(Storage, saysWhyItCannotWrite) {
  TempFolder folder;
  const auto storage = diskStorage();
  const auto absent = storage->writeAtomically(folder / "none/a", "x");
  ASSERT_FALSE(absent.ok());
  EXPECT_EQ(absent.error().kind, ErrorKind::missing);
  EXPECT_THAT(absent.error().message, AllOf(HasSubstr((folder / "none/a").string()), HasSubstr("is not there")));
  fs::create_directory(folder / "taken");
  EXPECT_FALSE(storage->writeAtomically(folder / "taken", "x").ok());
  EXPECT_EQ(entries(folder.path()), 1u) << "the temporary file is gone";
  EXPECT_FALSE(storage->openAppend(folder / "taken").ok());
  EXPECT_FALSE(storage->rename(folder / "none", folder / "b").ok());
  EXPECT_FALSE(storage->truncate(folder / "none", 0).ok());
}

TEST(Storage, hasASentenceForEachCause) {
  const std::pair<int, const char*> causes[] = {
      {ENOSPC, "the disk is full"},   {EDQUOT, "quota"},          {EROFS, "read-only"},       {EACCES, "no permission"},
      {EIO, "disk reports an error"}, {EMFILE, "too many files"}, {ENAMETOOLONG, "too long"}, {EXDEV, "ross-device"}};
  for (const auto& [code, words] : causes)
    EXPECT_THAT(storageError(sentence("write"), "/some/file", code).message, AllOf(HasSubstr("\"/some/file\""), HasSubstr(words)));
}

/// /dev/full answers every write with ENOSPC: a real full disk.
TEST(Storage, aFullDeviceIsAnError) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "this system has no /dev/full";
  auto file = diskStorage()->openAppend("/dev/full");
  ASSERT_TRUE(file.ok()) << file.error().message;
  const auto appended = (*file)->append(bytesOf("x"));
  ASSERT_FALSE(appended.ok());
  EXPECT_THAT(appended.error().message, HasSubstr("the disk is full"));
}

/// A file size limit stops a write in its middle, as a disk that fills up does.
TEST(Storage, aWriteThatStopsInTheMiddleLeavesNothing) {
  TempFolder folder;
  ASSERT_TRUE(diskStorage()->writeAtomically(folder / "a", "old").ok());
  const auto child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{10000, 10000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const std::string large(20000, 'x'), small(4000, 'y');
    const bool whole = diskStorage()->writeAtomically(folder / "a", large).ok();
    auto file = diskStorage()->openAppend(folder / "log");
    const bool first = (*file)->append(bytesOf(small)).ok();
    const bool second = (*file)->append(bytesOf(large)).ok();
    const bool third = (*file)->append(bytesOf(small)).ok();
    ::_exit(!whole && first && !second && third ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(*readFile(folder / "a"), "old");
  EXPECT_EQ(*readFile(folder / "log"), std::string(8000, 'y')) << "nothing of the failed append lies between the others";
  EXPECT_EQ(entries(folder.path()), 2u);
}

/// kill -9 while a file is written over and over: it is always one of the two contents.
TEST(Storage, aKilledWriterLeavesOldOrNew) {
  TempFolder folder;
  const std::string a(300000, 'a'), b(200000, 'b');
  ASSERT_TRUE(diskStorage()->writeAtomically(folder / "file", a).ok());
  for (int round = 0; round < 5; ++round) {
    const auto child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      for (;;) {
        (void)diskStorage()->writeAtomically(folder / "file", b).ok();
        (void)diskStorage()->writeAtomically(folder / "file", a).ok();
      }
    }
    ::usleep(15000 + 3000 * static_cast<unsigned>(round));
    ::kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    const auto content = *readFile(folder / "file");
    EXPECT_TRUE(content == a || content == b) << content.size();
  }
  removeStaleTemporaries(*diskStorage(), folder.path());
  EXPECT_EQ(entries(folder.path()), 1u) << "what the killed ones left is tidied up";
}

TEST(Storage, tidyingSparesTheLivingAndStrangers) {
  TempFolder folder;
  const auto own = temporaryBeside(folder / "a");
  test::writeBytes(own, "mine");
  test::writeBytes(folder / "notes.ganvas-part-1-0", "no dot in front");
  test::writeBytes(folder / ".b.ganvas-part-1-0", "of the first process, which lives");
  test::writeBytes(folder / ".c.ganvas-part-x", "no number");
  removeStaleTemporaries(*diskStorage(), folder.path());
  EXPECT_EQ(entries(folder.path()), 4u);
}

TEST(ReadFile, saysWhatIsWrong) {
  TempFolder folder;
  EXPECT_EQ(readFile(folder / "none").error().kind, ErrorKind::missing);
  EXPECT_THAT(readFile(folder.path()).error().message, HasSubstr("folder, not a file"));
  test::writeBytes(folder / "big", std::string(100, 'x'));
  EXPECT_THAT(readFile(folder / "big", 99).error().message, HasSubstr("far larger"));
  EXPECT_EQ(readFile(folder / "big", 100)->size(), 100u);
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  EXPECT_THAT(readFile(folder / "pipe").error().message, HasSubstr("not an ordinary file")) << "and it does not wait";
  if (::geteuid() != 0) {
    fs::permissions(folder / "big", fs::perms::none);
    EXPECT_THAT(readFile(folder / "big").error().message, HasSubstr("no permission"));
  }
}

}  // namespace
}  // namespace ganvas
