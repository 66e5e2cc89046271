#include "engine/core/event_log.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <fstream>
#include <optional>

#include "engine/core/crc32c.hpp"
#include "engine/core/protobuf.hpp"

namespace ganvas {
namespace fs = std::filesystem;
namespace {

using protobuf::Decoder;
using protobuf::Encoder;
using protobuf::Wire;

// Field numbers of tensorflow/core/util/event.proto and tensorflow/core/framework/summary.proto.
namespace event {
constexpr std::uint32_t kWallTime = 1, kStep = 2, kFileVersion = 3, kSummary = 5, kSessionLog = 7;
}
namespace summary {
constexpr std::uint32_t kValue = 1, kTag = 1, kSimpleValue = 2;
}
namespace session {
constexpr std::uint32_t kStatus = 1, kStart = 1;
}

constexpr const char* kPrefix = "events.out.tfevents.";
constexpr std::uint64_t kLargestRecord = 64u << 20;

double now() { return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count(); }

std::uint32_t sumOf(std::string_view text) { return crc32c(std::as_bytes(std::span(text))); }

/// TFRecord hides its sums, because a sum over data that hold sums is weak.
std::uint32_t masked(std::uint32_t sum) { return ((sum >> 15) | (sum << 17)) + 0xa282ead8u; }

template <class Number>
void put(std::string& out, Number value) {  // little-endian
  for (std::size_t i = 0; i < sizeof value; ++i) out += static_cast<char>(value >> (8 * i));
}

template <class Number>
Number get(std::string_view bytes) {
  Number value = 0;
  for (std::size_t i = 0; i < sizeof value; ++i)
    value |= static_cast<Number>(static_cast<Number>(static_cast<unsigned char>(bytes[i])) << (8 * i));
  return value;
}

std::string frame(std::string_view payload) {
  std::string out;
  out.reserve(payload.size() + 16);
  put<std::uint64_t>(out, payload.size());
  put<std::uint32_t>(out, masked(sumOf(out)));
  out += payload;
  put<std::uint32_t>(out, masked(sumOf(payload)));
  return out;
}

class DiskEventWriter final : public EventWriter {
 public:
  DiskEventWriter(Storage& storage, fs::path path) : storage_(storage), path_(std::move(path)) {}

  Result<void> begin() {
    Encoder message;
    message.real64(event::kWallTime, now());
    message.bytes(event::kFileVersion, "brain.Event:2");
    return append(message);
  }

  Result<void> add(std::int64_t step, const std::vector<Scalar>& scalars) override {
    if (scalars.empty()) return {};
    Encoder values;
    for (const auto& scalar : scalars) {
      Encoder value;
      value.bytes(summary::kTag, scalar.tag);
      value.real32(summary::kSimpleValue, static_cast<float>(scalar.value));
      values.bytes(summary::kValue, value.text());
    }
    Encoder message;
    message.real64(event::kWallTime, now());
    message.varint(event::kStep, static_cast<std::uint64_t>(step));
    message.bytes(event::kSummary, values.text());
    return append(message);
  }

  Result<void> markResumed(std::int64_t step) override {
    Encoder status;
    status.varint(session::kStatus, session::kStart);
    Encoder message;
    message.real64(event::kWallTime, now());
    message.varint(event::kStep, static_cast<std::uint64_t>(step));
    message.bytes(event::kSessionLog, status.text());
    return append(message);
  }

  Result<void> sync() override { return file_ ? file_->sync() : Result<void>{}; }

 private:
  /// The file is open and ends with a whole record. After a failure its end is unknown: it is cut back first.
  Result<void> prepare() {
    if (file_) return {};
    if (torn_) {
      if (auto cut = storage_.truncate(path_, size_); !cut) return cut;
      torn_ = false;
    }
    auto opened = storage_.openAppend(path_);
    if (!opened) return opened.error();
    file_ = std::move(*opened);
    return {};
  }

  Result<void> append(const Encoder& message) {
    if (auto ready = prepare(); !ready) return ready;
    const std::string record = frame(message.text());
    if (auto appended = file_->append(std::as_bytes(std::span(record))); !appended) {
      file_.reset();
      torn_ = true;
      return appended;
    }
    size_ += record.size();
    return {};
  }

  Storage& storage_;
  fs::path path_;
  std::unique_ptr<AppendFile> file_;
  std::uintmax_t size_ = 0;  // of all whole records
  bool torn_ = false;
};

/// Event files in the order of their names, which begin with the second of their making.
std::vector<fs::path> eventFiles(const fs::path& folder, std::error_code& code) {
  std::vector<fs::path> files;
  for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
    if (it->path().filename().string().starts_with(kPrefix)) files.push_back(it->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// The clock's second, or the next after the newest file's: the order of names stays the order of making even where the clock was set back.
std::int64_t freshSecond(const fs::path& folder) {
  auto second = static_cast<std::int64_t>(now());
  std::error_code ignored;
  for (const auto& path : eventFiles(folder, ignored)) {
    const auto name = path.filename().string().substr(std::string_view(kPrefix).size());
    std::int64_t taken = 0;
    if (std::from_chars(name.data(), name.data() + name.size(), taken).ec == std::errc{} && taken < 10'000'000'000 - 1)
      second = std::max(second, taken + 1);
  }
  return second;
}

std::string hostName() {
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) != 0 || !name[0]) return "localhost";
  std::string host = name.data();
  std::replace_if(
      host.begin(), host.end(),
      [](char c) { return !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '-' && c != '.'; }, '-');
  return host;
}

/// What Ganvas reads of one Event.
struct Record {
  std::int64_t step = 0;
  bool start = false;
  std::vector<Scalar> scalars;
};

std::optional<Scalar> decodeValue(std::string_view message, bool& broken) {
  Scalar scalar;
  bool has = false;
  Decoder fields(message);
  while (const auto field = fields.next()) {
    if (field->number == summary::kTag && field->wire == Wire::bytes) scalar.tag = std::string(field->bytes);
    if (field->number == summary::kSimpleValue && field->wire == Wire::fixed32) {
      scalar.value = field->real32();
      has = true;
    }
  }
  broken |= fields.broken();
  return has ? std::optional(std::move(scalar)) : std::nullopt;  // pictures, histograms and texts of other programs are left out
}

/// Nothing where the bytes are not an Event.
std::optional<Record> decodeEvent(std::string_view message) {
  Record record;
  bool broken = false;
  Decoder fields(message);
  while (const auto field = fields.next()) {
    if (field->number == event::kStep && field->wire == Wire::varint) record.step = static_cast<std::int64_t>(field->integer);
    if (field->wire != Wire::bytes || (field->number != event::kSummary && field->number != event::kSessionLog)) continue;
    Decoder inner(field->bytes);
    while (const auto item = inner.next()) {
      if (field->number == event::kSessionLog) {
        record.start |= item->number == session::kStatus && item->wire == Wire::varint && item->integer == session::kStart;
      } else if (item->number == summary::kValue && item->wire == Wire::bytes) {
        if (auto scalar = decodeValue(item->bytes, broken)) record.scalars.push_back(std::move(*scalar));
      }
    }
    broken |= inner.broken();
  }
  if (broken || fields.broken()) return std::nullopt;
  for (auto& scalar : record.scalars) scalar.step = record.step;
  return record;
}

/// The next record's payload, or nothing at the end of the file and at the first one that is torn or corrupt.
bool nextPayload(std::ifstream& stream, std::uint64_t left, std::string& payload) {
  std::array<char, 12> head{};
  if (left < head.size() || !stream.read(head.data(), head.size())) return false;
  const std::string_view view(head.data(), head.size());
  const auto length = get<std::uint64_t>(view);
  if (get<std::uint32_t>(view.substr(8)) != masked(sumOf(view.substr(0, 8)))) return false;
  if (length > kLargestRecord || left - head.size() < 4 || length > left - head.size() - 4) return false;
  payload.resize(length + 4);
  if (!stream.read(payload.data(), static_cast<std::streamsize>(payload.size()))) return false;
  const auto sum = get<std::uint32_t>(std::string_view(payload).substr(length));
  payload.resize(length);
  return sum == masked(sumOf(payload));
}

Result<void> readEventFile(const fs::path& path, std::vector<Scalar>& all) {
  std::error_code code;
  std::uint64_t left = fs::file_size(path, code);
  std::ifstream stream(path, std::ios::binary);
  if (code || !stream) return storageError(sentence("read"), path, code ? code.value() : EACCES);
  std::string payload;
  while (nextPayload(stream, left, payload)) {
    left -= payload.size() + 16;
    auto record = decodeEvent(payload);
    if (!record) break;
    if (record->start) std::erase_if(all, [&](const Scalar& scalar) { return scalar.step >= record->step; });
    for (auto& scalar : record->scalars) all.push_back(std::move(scalar));
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<EventWriter>> createEventLog(Storage& storage, const fs::path& folder) {
  const auto name = kPrefix + std::to_string(freshSecond(folder)) + "." + hostName() + "." + std::to_string(::getpid());
  auto writer = std::make_unique<DiskEventWriter>(storage, folder / name);
  if (auto begun = writer->begin(); !begun) return begun.error();
  return std::unique_ptr<EventWriter>(std::move(writer));
}

Result<std::vector<Scalar>> readEventLogs(const fs::path& folder) {
  std::error_code code;
  const auto files = eventFiles(folder, code);
  if (code) return storageError(sentence("read"), folder, code.value());
  std::vector<Scalar> all;
  for (const auto& file : files) {
    if (auto read = readEventFile(file, all); !read) return read.error();
  }
  return all;
}

}  // namespace ganvas
