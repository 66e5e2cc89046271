// CRC-32C (Castagnoli), the check sum of TFRecord and of Ganvas' safetensors files. zlib has only the other polynomial. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace ganvas {

/// Of `bytes`, or of all that went before and `bytes` where `before` is the sum of that.
std::uint32_t crc32c(std::span<const std::byte> bytes, std::uint32_t before = 0);

}  // namespace ganvas
