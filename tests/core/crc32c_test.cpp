// CRC-32C against the vectors of RFC 3720 (appendix B.4) and the catalogue's check value.
#include "engine/core/crc32c.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ganvas {
namespace {

std::uint32_t sum(const std::string& text) { return crc32c(std::as_bytes(std::span(text))); }

TEST(Crc32c, hasTheKnownValues) {
  EXPECT_EQ(sum(""), 0u);
  EXPECT_EQ(sum("123456789"), 0xE3069283u);
  EXPECT_EQ(sum(std::string(32, '\0')), 0x8A9136AAu);
  EXPECT_EQ(sum(std::string(32, '\xff')), 0x62A8AB43u);
  std::string up, down;
  for (int i = 0; i < 32; ++i) {
    up += static_cast<char>(i);
    down += static_cast<char>(31 - i);
  }
  EXPECT_EQ(sum(up), 0x46DD794Eu);
  EXPECT_EQ(sum(down), 0x113FDB5Cu);
}

TEST(Crc32c, isTheSameInPieces) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += static_cast<char>(i * 37);
  const auto bytes = std::as_bytes(std::span(text));
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut)
    EXPECT_EQ(crc32c(bytes.subspan(cut), crc32c(bytes.first(cut))), crc32c(bytes)) << cut;
}

}  // namespace
}  // namespace ganvas
