// As much of the protobuf wire format as TensorBoard's Event messages need. Written here because PyPI's LibTorch carries a protobuf
// of its own, which would meet the system's in one process. Pure; any thread.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace ganvas::protobuf {

enum class Wire : std::uint32_t { varint = 0, fixed64 = 1, bytes = 2, fixed32 = 5 };

class Encoder {
 public:
  void varint(std::uint32_t field, std::uint64_t value) {
    tag(field, Wire::varint);
    raw(value);
  }
  void real64(std::uint32_t field, double value) {
    tag(field, Wire::fixed64);
    fixed(std::bit_cast<std::uint64_t>(value));
  }
  void real32(std::uint32_t field, float value) {
    tag(field, Wire::fixed32);
    fixed(std::bit_cast<std::uint32_t>(value));
  }
  void bytes(std::uint32_t field, std::string_view value) {
    tag(field, Wire::bytes);
    raw(value.size());
    out_ += value;
  }
  const std::string& text() const { return out_; }

 private:
  void tag(std::uint32_t field, Wire wire) { raw(static_cast<std::uint64_t>(field) << 3 | static_cast<std::uint32_t>(wire)); }
  void raw(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(value | 0x80);
    out_ += static_cast<char>(value);
  }
  template <class Number>
  void fixed(Number value) {  // little-endian
    for (std::size_t i = 0; i < sizeof value; ++i) out_ += static_cast<char>(value >> (8 * i));
  }
  std::string out_;
};

struct FieldValue {
  std::uint32_t number = 0;
  Wire wire = Wire::varint;
  std::uint64_t integer = 0;  ///< varint, fixed64 and fixed32
  std::string_view bytes;     ///< bytes

  double real64() const { return std::bit_cast<double>(integer); }
  float real32() const { return std::bit_cast<float>(static_cast<std::uint32_t>(integer)); }
};

/// Goes through the fields of one message. `next` gives nothing at the end and at the first thing that is not protobuf; `broken` tells
/// which.
class Decoder {
 public:
  explicit Decoder(std::string_view message) : left_(message) {}

  std::optional<FieldValue> next() {
    if (left_.empty() || broken_) return std::nullopt;
    const auto tag = varint();
    FieldValue field;
    field.number = static_cast<std::uint32_t>(tag >> 3);
    field.wire = static_cast<Wire>(tag & 7);
    switch (field.wire) {
      case Wire::varint:
        field.integer = varint();
        break;
      case Wire::fixed64:
        field.integer = fixed(8);
        break;
      case Wire::fixed32:
        field.integer = fixed(4);
        break;
      case Wire::bytes:
        field.bytes = take(varint());
        break;
      default:
        broken_ = true;
    }
    if (field.number == 0) broken_ = true;
    return broken_ ? std::nullopt : std::optional(field);
  }
  bool broken() const { return broken_; }

 private:
  std::string_view take(std::uint64_t size) {
    if (size > left_.size()) {
      broken_ = true;
      return {};
    }
    const auto taken = left_.substr(0, size);
    left_.remove_prefix(size);
    return taken;
  }
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const auto byte = take(1);
      if (byte.empty()) return 0;
      const auto bits = static_cast<unsigned char>(byte[0]);
      value |= static_cast<std::uint64_t>(bits & 0x7F) << shift;
      if (!(bits & 0x80)) return value;
    }
    broken_ = true;  // more than 10 bytes
    return 0;
  }
  std::uint64_t fixed(std::size_t size) {
    std::uint64_t value = 0;
    const auto bytes = take(size);
    for (std::size_t i = 0; i < bytes.size(); ++i) value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return value;
  }
  std::string_view left_;
  bool broken_ = false;
};

}  // namespace ganvas::protobuf
