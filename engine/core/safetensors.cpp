#include "engine/core/safetensors.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <limits>
#include <optional>
#include <stdexcept>

#include "engine/api/quote.hpp"
#include "engine/core/crc32c.hpp"
#include "engine/core/json_io.hpp"

namespace ganvas {
namespace fs = std::filesystem;
namespace {

static_assert(std::endian::native == std::endian::little, "safetensors is little-endian and is read without swapping");

constexpr std::uint64_t kLargestHeader = 32u << 20;
constexpr int kHeaderDepth = 3;  // {tensor: {"shape": [ ] } }
constexpr const char* kMetadata = "__metadata__";
constexpr const char* kDataSum = "crc32c";
constexpr const char* kHeaderSum = "header_crc32c";  // of the header with this very sum's digits as zeros

struct DtypeName {
  Dtype dtype;
  const char* name;
  std::size_t bytes;
};
constexpr std::array kDtypes = {DtypeName{Dtype::f64, "F64", 8},     DtypeName{Dtype::f32, "F32", 4}, DtypeName{Dtype::f16, "F16", 2},
                                DtypeName{Dtype::bf16, "BF16", 2},   DtypeName{Dtype::i64, "I64", 8}, DtypeName{Dtype::i32, "I32", 4},
                                DtypeName{Dtype::i16, "I16", 2},     DtypeName{Dtype::i8, "I8", 1},   DtypeName{Dtype::u8, "U8", 1},
                                DtypeName{Dtype::boolean, "BOOL", 1}};

const DtypeName& entryOf(Dtype dtype) {
  return *std::find_if(kDtypes.begin(), kDtypes.end(), [&](const auto& entry) { return entry.dtype == dtype; });
}

/// Where one tensor lies in the data section.
struct Place {
  std::string name;
  Dtype dtype;
  std::vector<std::int64_t> shape;
  std::uint64_t begin, end;
};

struct Header {
  std::map<std::string, std::string> metadata;
  std::vector<Place> places;  // in the order of the data
  std::uint64_t dataStart = 0;
  std::uint64_t dataSize = 0;
};

Error damaged(const fs::path& path, const Sentence& why, std::string detail = {}) {
  return Error{
      ErrorKind::input,
      sentence("The file %1 is not a whole safetensors file: %2. Use an earlier checkpoint, or take the file from its source again.",
               inQuotes(path.string()), why),
      std::move(detail)};
}
[[noreturn]] void fail(const fs::path& path, const Sentence& why) { throw ErrorException(damaged(path, why)); }

std::string sumText(std::uint32_t sum) {
  std::array<char, 9> text{};
  std::snprintf(text.data(), text.size(), "%08x", sum);
  return text.data();
}

std::string sumMark() { return "\"" + std::string(kHeaderSum) + "\":\""; }

std::uint32_t sumOf(std::string_view text, std::uint32_t before = 0) { return crc32c(std::as_bytes(std::span(text)), before); }

/// The header's sum with its own eight digits taken as zeros, or nothing where the header does not hold such digits.
std::optional<std::uint32_t> headerSum(std::string_view header) {
  const auto mark = header.find(sumMark());
  if (mark == std::string_view::npos || mark + sumMark().size() + 8 > header.size()) return std::nullopt;
  const auto digits = mark + sumMark().size();
  return sumOf(header.substr(digits + 8), sumOf("00000000", sumOf(header.substr(0, digits))));
}

/// Product of the shape times the size of one element, or nothing where it overflows.
std::optional<std::uint64_t> byteCount(Dtype dtype, const std::vector<std::int64_t>& shape) {
  std::uint64_t count = bytesPer(dtype);
  for (const auto side : shape) {
    const auto n = static_cast<std::uint64_t>(side);
    if (side < 0 || (n != 0 && count > std::numeric_limits<std::int64_t>::max() / n)) return std::nullopt;
    count *= n;
  }
  return count;
}

std::uint64_t wholeNumber(const fs::path& path, const Json& json, const Sentence& where) {
  if (!json.is_number_unsigned()) fail(path, sentence("%1 is not a whole number", where));
  const auto number = json.get<std::uint64_t>();
  if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) fail(path, sentence("%1 is too large", where));
  return number;
}

Place readPlace(const fs::path& path, const std::string& name, const Json& json) {
  const auto what = sentence("the tensor %1", inQuotes(name));
  if (name.empty()) fail(path, sentence("it has a tensor without a name"));
  if (!json.is_object() || json.size() != 3 || !json.contains("dtype") || !json.contains("shape") || !json.contains("data_offsets")) {
    fail(path, sentence("%1 needs exactly dtype, shape and data_offsets", what));
  }
  const Json &dtype = json["dtype"], &shape = json["shape"], &offsets = json["data_offsets"];
  if (!dtype.is_string()) fail(path, sentence("%1 has no type of number", what));
  const auto known =
      std::find_if(kDtypes.begin(), kDtypes.end(), [&](const auto& e) { return dtype.get_ref<const std::string&>() == e.name; });
  if (known == kDtypes.end())
    fail(path, sentence("%1 has the number type %2, which Ganvas does not read", what, inQuotes(dtype.get_ref<const std::string&>())));
  if (!shape.is_array()) fail(path, sentence("%1 has no shape", what));
  if (!offsets.is_array() || offsets.size() != 2) fail(path, sentence("%1 has no pair of data_offsets", what));

  Place place{name, known->dtype, {}, 0, 0};
  for (const auto& side : shape) place.shape.push_back(static_cast<std::int64_t>(wholeNumber(path, side, sentence("a side of %1", what))));
  place.begin = wholeNumber(path, offsets[0], sentence("the begin of %1", what));
  place.end = wholeNumber(path, offsets[1], sentence("the end of %1", what));
  const auto needed = byteCount(place.dtype, place.shape);
  if (!needed) fail(path, sentence("%1 has a shape that is too large for any memory", what));
  if (place.begin > place.end || place.end - place.begin != *needed) fail(path, sentence("%1 has other data than its shape needs", what));
  return place;
}

/// The data section must be filled from its first to its last byte, without holes and without overlaps.
void checkCover(const fs::path& path, std::vector<Place>& places, std::uint64_t dataSize) {
  std::stable_sort(places.begin(), places.end(),
                   [](const auto& a, const auto& b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
  std::uint64_t at = 0;
  for (const auto& place : places) {
    if (place.begin != at) fail(path, sentence("the data of %1 overlap others or leave a hole", inQuotes(place.name)));
    at = place.end;
  }
  if (at != dataSize) {
    fail(path, at > dataSize ? sentence("its end is missing (%1 bytes)", at - dataSize)
                             : sentence("it has %1 bytes more than its tensors", dataSize - at));
  }
}

/// Ganvas writes both sums, so one without the other is a name with a flipped byte.
void checkHeaderSum(const fs::path& path, std::string_view text, std::map<std::string, std::string>& metadata) {
  const bool hasHeader = metadata.contains(kHeaderSum), hasData = metadata.contains(kDataSum);
  if (!hasHeader && !hasData) return;  // written by another program
  const auto sum = headerSum(text);
  if (!hasHeader || !hasData || !sum || sumText(*sum) != metadata[kHeaderSum])
    fail(path, sentence("its header does not match its check sum"));
  metadata.erase(kHeaderSum);
}

void readExactly(std::ifstream& stream, const fs::path& path, void* into, std::uint64_t size) {
  stream.read(static_cast<char*>(into), static_cast<std::streamsize>(size));
  if (!stream || static_cast<std::uint64_t>(stream.gcount()) != size) fail(path, sentence("it could not be read to its end"));
}

Header readHeader(std::ifstream& stream, const fs::path& path) {
  std::error_code code;
  if (!fs::is_regular_file(path, code))
    throw ErrorException(storageError(sentence("read"), path, fs::is_directory(path, code) ? EISDIR : ENOENT));
  const std::uint64_t size = fs::file_size(path, code);
  stream.open(path, std::ios::binary);
  if (code || !stream) throw ErrorException(storageError(sentence("read"), path, errno ? errno : EIO));
  if (size < 8) fail(path, sentence("it is too short (%1 bytes)", size));
  std::uint64_t length = 0;
  readExactly(stream, path, &length, sizeof length);
  if (length > size - 8 || length > kLargestHeader) fail(path, sentence("its header would be %1 bytes long", length));
  std::string text(length, '\0');
  readExactly(stream, path, text.data(), length);
  if (!text.starts_with('{')) fail(path, sentence("its header is not a JSON object"));

  auto json = parseJson(text, sentence("The header of %1", inQuotes(path.string())), {kLargestHeader, kHeaderDepth});
  if (!json)
    throw ErrorException(damaged(path, sentence("its header cannot be read"), json.error().message.text() + " " + json.error().detail));
  Header header;
  header.dataStart = 8 + length;
  header.dataSize = size - header.dataStart;
  for (const auto& [name, item] : json->items()) {
    if (name != kMetadata) {
      header.places.push_back(readPlace(path, name, item));
      continue;
    }
    if (!item.is_object()) fail(path, sentence("its metadata are not an object of texts"));
    for (const auto& [key, value] : item.items()) {
      if (!value.is_string()) fail(path, sentence("its metadata %1 are not a text", inQuotes(key)));
      header.metadata[key] = value.get<std::string>();
    }
  }
  checkHeaderSum(path, text, header.metadata);
  checkCover(path, header.places, header.dataSize);
  return header;
}

/// Wide elements first, so that every tensor is aligned in the file for programs that map it.
std::vector<std::pair<const std::string*, const StoredTensor*>> writingOrder(const SafetensorsFile& file) {
  std::vector<std::pair<const std::string*, const StoredTensor*>> order;
  for (const auto& [name, tensor] : file.tensors) {
    const auto needed = byteCount(tensor.dtype, tensor.shape);
    if (name.empty() || name == kMetadata || !needed || *needed != tensor.bytes.size())
      throw std::invalid_argument("tensor " + name + " does not fit its shape");
    order.emplace_back(&name, &tensor);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return bytesPer(a.second->dtype) > bytesPer(b.second->dtype); });
  return order;
}

}  // namespace

std::size_t bytesPer(Dtype dtype) { return entryOf(dtype).bytes; }

Result<void> writeSafetensors(Storage& storage, const fs::path& path, const SafetensorsFile& file) {
  const auto order = writingOrder(file);
  std::uint32_t dataSum = 0;
  for (const auto& [name, tensor] : order) dataSum = crc32c(tensor->bytes, dataSum);

  Json header = Json::object();
  Json& metadata = header[kMetadata] = Json::object();
  metadata[kHeaderSum] = "00000000";
  metadata[kDataSum] = sumText(dataSum);
  for (const auto& [key, text] : file.metadata) {
    if (key == kHeaderSum || key == kDataSum) throw std::invalid_argument("the metadata key " + key + " belongs to the format");
    metadata[key] = text;
  }
  std::uint64_t at = 0;
  for (const auto& [name, tensor] : order) {
    header[*name] = {{"dtype", entryOf(tensor->dtype).name}, {"shape", tensor->shape}, {"data_offsets", {at, at + tensor->bytes.size()}}};
    at += tensor->bytes.size();
  }
  auto text = dumpJson(header, sentence("The file %1", inQuotes(path.string())), -1);
  if (!text) return text.error();
  text->pop_back();                               // the newline
  text->append((8 - text->size() % 8) % 8, ' ');  // the data begin at a multiple of 8
  text->replace(text->find(sumMark()) + sumMark().size(), 8, sumText(*headerSum(*text)));

  const std::uint64_t length = text->size();
  std::vector<Bytes> pieces = {std::as_bytes(std::span(&length, 1)), std::as_bytes(std::span(*text))};
  for (const auto& [name, tensor] : order) pieces.emplace_back(tensor->bytes);
  return storage.writePieces(path, pieces);
}

Result<SafetensorsFile> readSafetensors(const fs::path& path) try {
  std::ifstream stream;
  auto header = readHeader(stream, path);
  SafetensorsFile file;
  std::uint32_t sum = 0;
  for (auto& place : header.places) {
    StoredTensor tensor{place.dtype, std::move(place.shape), std::vector<std::byte>(place.end - place.begin)};
    readExactly(stream, path, tensor.bytes.data(), tensor.bytes.size());
    sum = crc32c(tensor.bytes, sum);
    file.tensors.emplace(std::move(place.name), std::move(tensor));
  }
  if (const auto expected = header.metadata.find(kDataSum); expected != header.metadata.end()) {
    if (sumText(sum) != expected->second) fail(path, sentence("its data do not match their check sum (a byte has changed)"));
    header.metadata.erase(expected);
  }
  file.metadata = std::move(header.metadata);
  return file;
} catch (const ErrorException& e) {
  return e.error();
} catch (const std::bad_alloc&) {
  return Error{ErrorKind::memory,
               sentence("There is not enough memory to read %1. Close other programs and try again.", inQuotes(path.string())),
               {}};
}

Result<std::map<std::string, std::string>> readSafetensorsMetadata(const fs::path& path) try {
  std::ifstream stream;
  auto header = readHeader(stream, path);
  header.metadata.erase(kDataSum);
  return header.metadata;
} catch (const ErrorException& e) {
  return e.error();
}

}  // namespace ganvas
