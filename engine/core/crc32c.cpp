#include "engine/core/crc32c.hpp"

#include <array>

namespace ganvas {
namespace {

constexpr std::uint32_t kPolynomial = 0x82F63B78u;  // Castagnoli's, bits reversed (RFC 3720, appendix B.4)

/// kTables[k][b]: what byte b does when k more bytes follow it (slicing by 8; Kounavis and Berry 2005).
using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr Tables makeTables() {
  Tables tables{};
  for (std::uint32_t b = 0; b < 256; ++b) {
    std::uint32_t sum = b;
    for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ ((sum & 1u) ? kPolynomial : 0u);
    tables[0][b] = sum;
  }
  for (std::size_t k = 1; k < tables.size(); ++k) {
    for (std::size_t b = 0; b < 256; ++b) tables[k][b] = (tables[k - 1][b] >> 8) ^ tables[0][tables[k - 1][b] & 0xFFu];
  }
  return tables;
}

constexpr Tables kTables = makeTables();

constexpr std::uint32_t at(std::byte b) { return std::to_integer<std::uint32_t>(b); }

}  // namespace

std::uint32_t crc32c(std::span<const std::byte> bytes, std::uint32_t before) {
  std::uint32_t sum = ~before;
  const std::byte* p = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= 8; left -= 8, p += 8) {
    const std::uint32_t low = sum ^ (at(p[0]) | at(p[1]) << 8 | at(p[2]) << 16 | at(p[3]) << 24);
    sum = kTables[7][low & 0xFFu] ^ kTables[6][(low >> 8) & 0xFFu] ^ kTables[5][(low >> 16) & 0xFFu] ^ kTables[4][low >> 24] ^
          kTables[3][at(p[4])] ^ kTables[2][at(p[5])] ^ kTables[1][at(p[6])] ^ kTables[0][at(p[7])];
  }
  for (; left > 0; --left, ++p) sum = (sum >> 8) ^ kTables[0][(sum ^ at(*p)) & 0xFFu];
  return ~sum;
}

}  // namespace ganvas
