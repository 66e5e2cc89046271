// TensorBoard's event files against bytes put together by hand from the published formats, torn and corrupt files, and a failing disk.
#include "engine/core/event_log.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <cstring>
#include <limits>

#include "tests/core/failing_storage.hpp"
#include "tests/core/temp_folder.hpp"

namespace ganvas {
namespace {

using test::FailingStorage;
using test::TempFolder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A bit-by-bit CRC-32C: slow, short, and not the one under test.
std::uint32_t plainSum(const std::string& text) {
  std::uint32_t sum = 0xffffffffu;
  for (const char c : text) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ (0x82f63b78u & (0u - (sum & 1u)));
  }
  return ~sum;
}

std::string little(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
  return out;
}

/// https://www.tensorflow.org/tutorials/load_data/tfrecord: length, masked crc of the length, data, masked crc of the data.
std::string record(const std::string& data) {
  const auto mask = [](std::uint32_t sum) { return ((sum >> 15) | (sum << 17)) + 0xa282ead8u; };
  const auto length = little(data.size(), 8);
  return length + little(mask(plainSum(length)), 4) + data + little(mask(plainSum(data)), 4);
}

// wall_time (field 1, fixed64) = 2.0; 2.0 is 0x4000000000000000
const std::string kTime("\x09\x00\x00\x00\x00\x00\x00\x00\x40", 9);
const std::string kVersionEvent = kTime +
                                  "\x1a\x0d"
                                  "brain.Event:2";
// step (field 2) = 300, which is the varint AC 02
const std::string kStep300 = "\x10\xac\x02";
// summary (field 5) { value (1) { tag (1) "loss_d", simple_value (2, fixed32) 1.5 = 0x3FC00000 } }
const std::string kLossValue = std::string("\x0a\x0d\x0a\x06loss_d\x15\x00\x00\xc0\x3f", 15);
const std::string kLossEvent = kTime + kStep300 + std::string("\x2a\x0f") + kLossValue;
// session_log (field 7) { status (1) START = 1 }
const std::string kStartEvent = kTime + kStep300 + "\x3a\x02\x08\x01";

std::filesystem::path onlyFile(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  EXPECT_THAT(files, SizeIs(1));
  return files.at(0);
}

std::vector<Scalar> points(std::int64_t step) {
  return {{step, "loss_d", 0.5 + static_cast<double>(step)}, {step, "gradient/generator", 2.0}};
}

void expectPoint(const Scalar& scalar, std::int64_t step, const std::string& tag, double value) {
  EXPECT_EQ(scalar.step, step);
  EXPECT_EQ(scalar.tag, tag);
  EXPECT_EQ(scalar.value, value);
}

TEST(EventLog, writesTheBytesOfTheFormat) {
  TempFolder folder;
  auto writer = createEventLog(*diskStorage(), folder.path());
  ASSERT_TRUE(writer.ok()) << writer.error().message;
  ASSERT_TRUE((*writer)->add(300, {{300, "loss_d", 1.5}}).ok());
  ASSERT_TRUE((*writer)->markResumed(300).ok());
  ASSERT_TRUE((*writer)->sync().ok());

  const auto path = onlyFile(folder.path());
  EXPECT_TRUE(path.filename().string().starts_with("events.out.tfevents."));
  std::string bytes = test::readBytes(path);
  std::string expected;
  for (const auto& event : {kVersionEvent, kLossEvent, kStartEvent}) {
    // The time of writing is the only thing not known beforehand: it is taken over, and must be a time of this century.
    const auto at = expected.size() + 12 + 1;
    ASSERT_GE(bytes.size(), at + 8);
    double time = 0;
    std::memcpy(&time, bytes.data() + at, 8);
    EXPECT_GT(time, 1.5e9);
    EXPECT_LT(time, 4.2e9);
    expected += record(event.substr(0, 1) + bytes.substr(at, 8) + event.substr(9));
  }
  EXPECT_EQ(bytes, expected);
}

TEST(EventLog, readsBytesWrittenByHand) {
  TempFolder folder;
  // An unknown field of each wire type and a value without simple_value (a picture) are passed over.
  const std::string unknown =
      std::string("\x78\x05\x79", 3) + std::string(8, 'x') + std::string("\x7a\x03", 2) + "abc" + std::string("\x7d", 1) + "abcd";
  const std::string picture = kTime + kStep300 + std::string("\x2a\x07\x0a\x05\x0a\x03pic", 9);
  test::writeBytes(folder / "events.out.tfevents.1.host.2", record(kVersionEvent) + record(kLossEvent + unknown) + record(picture));
  const auto scalars = readEventLogs(folder.path());
  ASSERT_TRUE(scalars.ok());
  ASSERT_THAT(*scalars, SizeIs(1));
  expectPoint((*scalars)[0], 300, "loss_d", 1.5);
}

TEST(EventLog, aFolderWithoutEventsIsAnEmptyList) {
  TempFolder folder;
  test::writeBytes(folder / "config.json", "{}");
  const auto scalars = readEventLogs(folder.path());
  ASSERT_TRUE(scalars.ok());
  EXPECT_THAT(*scalars, IsEmpty());
  EXPECT_FALSE(readEventLogs(folder / "none").ok());
}

TEST(EventLog, keepsNanAndInfinity) {
  TempFolder folder;
  auto writer = createEventLog(*diskStorage(), folder.path());
  ASSERT_TRUE((*writer)
                  ->add(1, {{1, "a", std::nan("")}, {1, "b", -std::numeric_limits<double>::infinity()}, {1, "c", 1e300}, {1, "d", -0.0}})
                  .ok());
  ASSERT_TRUE((*writer)->add(2, {}).ok());
  const auto scalars = readEventLogs(folder.path());
  ASSERT_THAT(*scalars, SizeIs(4));
  EXPECT_TRUE(std::isnan((*scalars)[0].value));
  EXPECT_EQ((*scalars)[1].value, -std::numeric_limits<double>::infinity());
  EXPECT_EQ((*scalars)[2].value, std::numeric_limits<double>::infinity()) << "a float holds no 1e300";
  EXPECT_TRUE(std::signbit((*scalars)[3].value));
}

TEST(EventLog, aResumptionDropsWhatItRepeats) {
  TempFolder folder;
  {
    auto first = createEventLog(*diskStorage(), folder.path());
    for (int step = 1; step <= 6; ++step) ASSERT_TRUE((*first)->add(step, points(step)).ok());
  }
  auto second = createEventLog(*diskStorage(), folder.path());  // in the same second: the names must keep the order
  ASSERT_TRUE((*second)->markResumed(4).ok());
  for (int step = 4; step <= 5; ++step) ASSERT_TRUE((*second)->add(step, {{step, "loss_d", -1.0}}).ok());
  const auto scalars = readEventLogs(folder.path());
  ASSERT_TRUE(scalars.ok());
  ASSERT_THAT(*scalars, SizeIs(3 * 2 + 2));
  for (int step = 1; step <= 3; ++step) expectPoint((*scalars)[2 * (step - 1)], step, "loss_d", 0.5 + step);
  expectPoint((*scalars)[6], 4, "loss_d", -1);
  expectPoint((*scalars)[7], 5, "loss_d", -1);
}

TEST(EventLog, filesComeInTheOrderOfTheirMaking) {
  TempFolder folder;
  test::writeBytes(folder / "events.out.tfevents.9000000000.host.1", record(kVersionEvent));  // a clock that was far ahead
  for (int i = 0; i < 3; ++i) {
    auto writer = createEventLog(*diskStorage(), folder.path());
    ASSERT_TRUE((*writer)->add(i, {{i, "x", 0}}).ok());
  }
  const auto scalars = readEventLogs(folder.path());
  ASSERT_THAT(*scalars, SizeIs(3));
  for (int i = 0; i < 3; ++i) EXPECT_EQ((*scalars)[i].step, i);
}

TEST(EventLog, tornAtEveryLengthKeepsAllWholeRecords) {
  TempFolder folder;
  {
    auto writer = createEventLog(*diskStorage(), folder.path());
    for (int step = 1; step <= 3; ++step) ASSERT_TRUE((*writer)->add(step, {{step, "loss_d", 1.0}}).ok());
  }
  const auto path = onlyFile(folder.path());
  const auto bytes = test::readBytes(path);
  const std::size_t head = 16 + kVersionEvent.size(), each = (bytes.size() - head) / 3;
  for (std::size_t length = 0; length <= bytes.size(); ++length) {
    test::writeBytes(path, bytes.substr(0, length));
    const auto scalars = readEventLogs(folder.path());
    ASSERT_TRUE(scalars.ok());
    EXPECT_EQ(scalars->size(), length < head ? 0 : (length - head) / each) << length;
  }
}

TEST(EventLog, aFlippedByteEndsTheFileThere) {
  TempFolder folder;
  {
    auto writer = createEventLog(*diskStorage(), folder.path());
    for (int step = 1; step <= 3; ++step) ASSERT_TRUE((*writer)->add(step, {{step, "loss_d", 1.0}}).ok());
  }
  const auto path = onlyFile(folder.path());
  const auto bytes = test::readBytes(path);
  const std::size_t head = 16 + kVersionEvent.size(), each = (bytes.size() - head) / 3;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    auto broken = bytes;
    broken[i] = static_cast<char>(broken[i] ^ 0x10);
    test::writeBytes(path, broken);
    const auto scalars = readEventLogs(folder.path());
    ASSERT_TRUE(scalars.ok());
    ASSERT_EQ(scalars->size(), i < head ? 0 : (i - head) / each) << i;
  }
}

TEST(EventLog, wholeRecordsThatAreNoEventsEndTheFile) {
  TempFolder folder;
  const auto path = folder / "events.out.tfevents.1.host.2";
  const std::string garbage[] = {"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
                                 std::string("\x2a\xff\xff\xff\xff\x0f", 6),
                                 "\x2a\x02\x0a\x7f",
                                 "\x0b",
                                 std::string("\x00\x01", 2),
                                 "\x10",
                                 "\x09\x01"};
  for (const auto& bytes : garbage) {
    test::writeBytes(path, record(kVersionEvent) + record(kLossEvent) + record(bytes) + record(kLossEvent));
    const auto scalars = readEventLogs(folder.path());
    ASSERT_TRUE(scalars.ok());
    EXPECT_THAT(*scalars, SizeIs(1));
  }
}

TEST(EventLog, survivesAFullDiskAtEveryWrite) {
  int total = 0;
  for (int failAt = 0; failAt <= total || failAt == 0; ++failAt) {
    TempFolder folder;
    FailingStorage storage(failAt);
    auto writer = createEventLog(storage, folder.path());
    if (!writer) {
      EXPECT_EQ(writer.error().kind, ErrorKind::storage);
      continue;
    }
    std::vector<int> kept;
    int failures = 0;
    for (int step = 1; step <= 6; ++step) {
      const auto added = (*writer)->add(step, points(step));
      if (added) {
        kept.push_back(step);
      } else {
        ++failures;
        EXPECT_THAT(added.error().message, HasSubstr("the disk is full"));
      }
    }
    if (failAt == 0) total = storage.writes();
    EXPECT_EQ(failures, failAt == 0 ? 0 : 1) << failAt;
    const auto scalars = readEventLogs(folder.path());
    ASSERT_TRUE(scalars.ok());
    ASSERT_EQ(scalars->size(), 2 * kept.size()) << "failed at write " << failAt;
    for (std::size_t i = 0; i < kept.size(); ++i) expectPoint((*scalars)[2 * i], kept[i], "loss_d", 0.5 + kept[i]);
  }
  EXPECT_GE(total, 8);
}

TEST(EventLog, goesOnOnceTheDiskHasRoomAgain) {
  TempFolder folder;
  FailingStorage storage(4, FailingStorage::Failure::forEver);
  auto writer = createEventLog(storage, folder.path());
  ASSERT_TRUE(writer.ok());
  ASSERT_TRUE((*writer)->add(1, points(1)).ok());
  for (int step = 2; step <= 5; ++step) EXPECT_FALSE((*writer)->add(step, points(step)).ok());
  storage.heal();
  EXPECT_TRUE((*writer)->add(6, points(6)).ok());
  const auto scalars = readEventLogs(folder.path());
  ASSERT_THAT(*scalars, SizeIs(4));
  EXPECT_EQ((*scalars)[2].step, 6);
}

}  // namespace
}  // namespace ganvas
