// The safetensors format (https://github.com/huggingface/safetensors): an 8-byte little-endian header length, a JSON header,
// raw row-major little-endian data. Nothing in it can run code. Every size, offset, shape and name is checked before it is believed.
// Free functions without state: any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/core/storage.hpp"

namespace ganvas {

enum class Dtype { f64, f32, f16, bf16, i64, i32, i16, i8, u8, boolean };
std::size_t bytesPer(Dtype dtype);

/// One array in memory. `bytes` has product(shape) * bytesPer(dtype) bytes.
struct StoredTensor {
  Dtype dtype = Dtype::f32;
  std::vector<std::int64_t> shape;
  std::vector<std::byte> bytes;
};

struct SafetensorsFile {
  std::map<std::string, std::string> metadata;   ///< free text by key ("family", "step", "sha256" …)
  std::map<std::string, StoredTensor> tensors;
};

/// Also stores a CRC-32C of the data in the metadata (key "crc32c"), which readSafetensors verifies where present,
/// so that a flipped byte is found.
Result<void> writeSafetensors(Storage& storage, const std::filesystem::path& path, const SafetensorsFile& file);
Result<SafetensorsFile> readSafetensors(const std::filesystem::path& path);
/// The header's metadata only, for lists of runs: the header is checked, the data are not read.
Result<std::map<std::string, std::string>> readSafetensorsMetadata(const std::filesystem::path& path);

}  // namespace ganvas
