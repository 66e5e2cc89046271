// The safetensors format against bytes written by hand from its specification, and a corpus of broken files.
#include "engine/core/safetensors.hpp"

#include <gmock/gmock.h>

#include <cstring>

#include "tests/core/failing_storage.hpp"
#include "tests/core/temp_folder.hpp"

namespace ganvas {
namespace {

using test::TempFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Length, header and data as the specification has them.
std::string fileOf(const std::string& header, const std::string& data) {
  std::string out;
  for (int i = 0; i < 8; ++i) out += static_cast<char>(header.size() >> (8 * i));
  return out + header + data;
}

template <class T>
StoredTensor tensor(Dtype dtype, std::vector<std::int64_t> shape, const std::vector<T>& values) {
  StoredTensor t{dtype, std::move(shape), std::vector<std::byte>(values.size() * sizeof(T))};
  if (!values.empty()) std::memcpy(t.bytes.data(), values.data(), t.bytes.size());
  return t;
}

bool same(const SafetensorsFile& a, const SafetensorsFile& b) {
  if (a.metadata != b.metadata || a.tensors.size() != b.tensors.size()) return false;
  for (const auto& [name, tensor] : a.tensors) {
    const auto other = b.tensors.find(name);
    if (other == b.tensors.end() || other->second.dtype != tensor.dtype || other->second.shape != tensor.shape ||
        other->second.bytes != tensor.bytes)
      return false;
  }
  return true;
}

SafetensorsFile example() {
  SafetensorsFile file;
  file.metadata = {{"family", "dcgan"}, {"step", "100"}};
  file.tensors["g.weight"] = tensor<float>(Dtype::f32, {2, 3}, {1, 2, 3, 4, 5, -6.5f});
  file.tensors["rng"] = tensor<std::uint8_t>(Dtype::u8, {5}, {1, 2, 3, 4, 255});
  file.tensors["step"] = tensor<std::int64_t>(Dtype::i64, {}, {100});
  file.tensors["none"] = tensor<float>(Dtype::f32, {0, 4}, {});
  return file;
}

TEST(Safetensors, readsBytesWrittenByHand) {
  TempFolder folder;
  // 1.0f is 0x3F800000 and -2.0f is 0xC0000000 (IEEE 754), little-endian.
  const std::string data("\x00\x00\x80\x3f\x00\x00\x00\xc0\x07", 9);
  test::writeBytes(
      folder / "a.safetensors",
      fileOf(
          R"({"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"b":{"dtype":"I8","shape":[1],"data_offsets":[8,9]}}   )",
          data));
  const auto file = readSafetensors(folder / "a.safetensors");
  ASSERT_TRUE(file.ok()) << file.error().message << file.error().detail;
  EXPECT_EQ(file->metadata.at("format"), "pt");
  const auto& w = file->tensors.at("w");
  EXPECT_EQ(w.dtype, Dtype::f32);
  EXPECT_THAT(w.shape, ElementsAre(2, 1));
  float values[2];
  std::memcpy(values, w.bytes.data(), sizeof values);
  EXPECT_EQ(values[0], 1.0f);
  EXPECT_EQ(values[1], -2.0f);
  EXPECT_EQ(file->tensors.at("b").bytes, std::vector<std::byte>{std::byte{7}});
}

TEST(Safetensors, writesWhatTheSpecificationSays) {
  TempFolder folder;
  SafetensorsFile file;
  file.tensors["w"] = tensor<float>(Dtype::f32, {1}, {1.0f});
  ASSERT_TRUE(writeSafetensors(*diskStorage(), folder / "a.safetensors", file).ok());
  const auto bytes = test::readBytes(folder / "a.safetensors");
  std::uint64_t length = 0;
  std::memcpy(&length, bytes.data(), 8);
  ASSERT_EQ(bytes.size(), 8 + length + 4);
  EXPECT_EQ(length % 8, 0u) << "the data are aligned";
  EXPECT_EQ(bytes.substr(8 + length), std::string("\x00\x00\x80\x3f", 4));
  const auto header = bytes.substr(8, length);
  EXPECT_TRUE(header.starts_with("{\"__metadata__\":{"));
  EXPECT_THAT(header, HasSubstr(R"("w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]})"));
  EXPECT_THAT(header, HasSubstr(R"("crc32c":")"));
}

TEST(Safetensors, roundTripKeepsEveryBit) {
  TempFolder folder;
  auto file = example();
  const std::pair<Dtype, int> kinds[] = {{Dtype::f64, 8}, {Dtype::f32, 4}, {Dtype::f16, 2}, {Dtype::bf16, 2}, {Dtype::i64, 8},
                                         {Dtype::i32, 4}, {Dtype::i16, 2}, {Dtype::i8, 1},  {Dtype::u8, 1},   {Dtype::boolean, 1}};
  std::uint32_t n = 0;
  for (const auto& [dtype, size] : kinds) {
    EXPECT_EQ(bytesPer(dtype), static_cast<std::size_t>(size));
    std::vector<std::uint8_t> raw(3 * size);
    for (auto& byte : raw) byte = static_cast<std::uint8_t>(n = n * 31 + 7);
    file.tensors["kind" + std::to_string(static_cast<int>(dtype))] = tensor<std::uint8_t>(dtype, {3, 1}, raw);
  }
  ASSERT_TRUE(writeSafetensors(*diskStorage(), folder / "a.safetensors", file).ok());
  const auto back = readSafetensors(folder / "a.safetensors");
  ASSERT_TRUE(back.ok()) << back.error().message << back.error().detail;
  EXPECT_TRUE(same(file, *back));
  const auto metadata = readSafetensorsMetadata(folder / "a.safetensors");
  ASSERT_TRUE(metadata.ok());
  EXPECT_EQ(*metadata, file.metadata);
}

TEST(Safetensors, everyFlippedByteIsFoundOrHarmless) {
  TempFolder folder;
  const auto file = example();
  const auto path = folder / "a.safetensors";
  ASSERT_TRUE(writeSafetensors(*diskStorage(), path, file).ok());
  const auto bytes = test::readBytes(path);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const int mask : {0x01, 0x20, 0x80, 0xff}) {
      auto broken = bytes;
      broken[i] = static_cast<char>(broken[i] ^ mask);
      test::writeBytes(path, broken);
      const auto read = readSafetensors(path);
      if (read)
        EXPECT_TRUE(same(file, *read)) << "byte " << i << " of " << bytes.size() << " ^ " << mask;
      else
        EXPECT_THAT(read.error().message, HasSubstr(path.string()));
      (void)readSafetensorsMetadata(path);
    }
  }
}

TEST(Safetensors, everyTornLengthIsFound) {
  TempFolder folder;
  const auto path = folder / "a.safetensors";
  ASSERT_TRUE(writeSafetensors(*diskStorage(), path, example()).ok());
  const auto bytes = test::readBytes(path);
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    test::writeBytes(path, bytes.substr(0, length));
    EXPECT_FALSE(readSafetensors(path).ok()) << length;
  }
  test::writeBytes(path, bytes + "x");
  EXPECT_FALSE(readSafetensors(path).ok()) << "one byte more";
}

struct Broken {
  const char* what;
  std::string bytes;
};

std::string one(const std::string& entry, const std::string& data = std::string(8, '\0')) { return fileOf("{\"w\":" + entry + "}", data); }

std::vector<Broken> corpus() {
  const std::string good = R"({"dtype":"F32","shape":[2],"data_offsets":[0,8]})";
  const std::string zeros8(8, '\0');
  std::vector<Broken> all = {
      {"empty file", ""},
      {"seven bytes", "1234567"},
      {"header longer than the file", std::string("\x40\0\0\0\0\0\0\0{}", 10)},
      {"header of 2^64-1 bytes", std::string(8, '\xff') + "{}"},
      {"header of 2^63 bytes", std::string("\0\0\0\0\0\0\0\x80{}", 10)},
      {"empty header", fileOf("", "")},
      {"header is a list", fileOf("[]", "")},
      {"header is a number", fileOf("7", "")},
      {"header is no JSON", fileOf("{w}", "")},
      {"header begins with a blank", fileOf(" {\"w\":" + good + "}", zeros8)},
      {"header not closed", fileOf("{\"w\":" + good, zeros8)},
      {"NUL in the header", fileOf(std::string("{\"a\0\":1}", 8), "")},
      {"name not UTF-8", fileOf("{\"\xff\":" + good + "}", zeros8)},
      {"name twice", fileOf("{\"w\":" + good + ",\"w\":" + good + "}", zeros8)},
      {"name empty", fileOf("{\"\":" + good + "}", zeros8)},
      {"tensor is a number", one("7")},
      {"no dtype", one(R"({"shape":[2],"data_offsets":[0,8]})")},
      {"no shape", one(R"({"dtype":"F32","data_offsets":[0,8]})")},
      {"no offsets", one(R"({"dtype":"F32","shape":[2]})")},
      {"an extra key", one(R"({"dtype":"F32","shape":[2],"data_offsets":[0,8],"code":"x"})")},
      {"unknown dtype", one(R"({"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]})")},
      {"dtype is a number", one(R"({"dtype":32,"shape":[2],"data_offsets":[0,8]})")},
      {"shape is a number", one(R"({"dtype":"F32","shape":2,"data_offsets":[0,8]})")},
      {"negative side", one(R"({"dtype":"F32","shape":[-2],"data_offsets":[0,8]})")},
      {"fractional side", one(R"({"dtype":"F32","shape":[2.0],"data_offsets":[0,8]})")},
      {"side of text", one(R"({"dtype":"F32","shape":["2"],"data_offsets":[0,8]})")},
      {"shape overflows to the right size", one(R"({"dtype":"F32","shape":[4611686018427387906],"data_offsets":[0,8]})")},
      {"product overflows", one(R"({"dtype":"F32","shape":[4294967296,4294967296,2],"data_offsets":[0,8]})")},
      {"side beyond 64 bits", one(R"({"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]})")},
      {"side 2^63", one(R"({"dtype":"F32","shape":[9223372036854775808],"data_offsets":[0,8]})")},
      {"other data than the shape", one(R"({"dtype":"F32","shape":[3],"data_offsets":[0,8]})")},
      {"one offset", one(R"({"dtype":"F32","shape":[2],"data_offsets":[0]})")},
      {"three offsets", one(R"({"dtype":"F32","shape":[2],"data_offsets":[0,8,8]})")},
      {"offsets the wrong way", one(R"({"dtype":"F32","shape":[2],"data_offsets":[8,0]})")},
      {"negative offset", one(R"({"dtype":"F32","shape":[2],"data_offsets":[-8,0]})")},
      {"beyond the end", one(R"({"dtype":"F32","shape":[2],"data_offsets":[8,16]})")},
      {"data missing", one(good, "1234")},
      {"data too long", one(good, zeros8 + "1234")},
      {"data without a tensor", fileOf("{}", "1234")},
      {"hole",
       fileOf(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}})", "123")},
      {"overlap",
       fileOf(R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}})", "123")},
      {"the same data twice",
       fileOf(R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}})", "12")},
      {"metadata a list", fileOf(R"({"__metadata__":[]})", "")},
      {"metadata with a number", fileOf(R"({"__metadata__":{"step":7}})", "")},
      {"metadata twice", fileOf(R"({"__metadata__":{},"__metadata__":{}})", "")},
      {"wrong sum of the data", fileOf(R"({"__metadata__":{"crc32c":"00000000"},"w":)" + good + "}", zeros8)},
      {"nested 100 000 deep", fileOf("{\"w\":" + std::string(100000, '[') + std::string(100000, ']') + "}", "")},
      {"nested and never closed", fileOf("{\"w\":" + std::string(1000000, '['), "")},
  };
  return all;
}

TEST(Safetensors, refusesTheCorpusOfBrokenFiles) {
  TempFolder folder;
  const auto path = folder / "broken.safetensors";
  for (const auto& broken : corpus()) {
    test::writeBytes(path, broken.bytes);
    const auto file = readSafetensors(path);
    ASSERT_FALSE(file.ok()) << broken.what;
    EXPECT_EQ(file.error().kind, ErrorKind::input) << broken.what;
    EXPECT_THAT(file.error().message, HasSubstr(path.string())) << broken.what;
    EXPECT_FALSE(readSafetensorsMetadata(path).ok() && std::string(broken.what).find("sum of the data") == std::string::npos)
        << broken.what;
  }
}

TEST(Safetensors, takesWhatIsUnusualButRight) {
  TempFolder folder;
  const auto path = folder / "a.safetensors";
  for (const auto& bytes :
       {fileOf("{}", ""), fileOf(R"({"__metadata__":{}})", ""), fileOf(R"({"e":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}})", ""),
        fileOf(R"({"b":{"dtype":"U8","shape":[1],"data_offsets":[1,2]},"a":{"dtype":"U8","shape":[],"data_offsets":[0,1]}})", "12")}) {
    test::writeBytes(path, bytes);
    const auto file = readSafetensors(path);
    EXPECT_TRUE(file.ok()) << bytes << (file ? "" : file.error().message.text());
  }
}

TEST(Safetensors, saysWhenTheFileIsNotThere) {
  TempFolder folder;
  EXPECT_EQ(readSafetensors(folder / "none").error().kind, ErrorKind::missing);
  EXPECT_FALSE(readSafetensors(folder.path()).ok());
}

TEST(Safetensors, aTensorThatDoesNotFitItsShapeIsABug) {
  TempFolder folder;
  SafetensorsFile file;
  file.tensors["w"] = tensor<float>(Dtype::f32, {3}, {1, 2});
  EXPECT_THROW((void)writeSafetensors(*diskStorage(), folder / "a", file), std::invalid_argument);
}

TEST(Safetensors, aFailedWriteLeavesTheOldFile) {
  TempFolder folder;
  const auto path = folder / "a.safetensors";
  const auto old = example();
  ASSERT_TRUE(writeSafetensors(*diskStorage(), path, old).ok());
  test::FailingStorage storage(1);
  auto newer = old;
  newer.metadata["step"] = "200";
  const auto written = writeSafetensors(storage, path, newer);
  ASSERT_FALSE(written.ok());
  EXPECT_EQ(written.error().kind, ErrorKind::storage);
  EXPECT_TRUE(same(old, *readSafetensors(path)));
}

}  // namespace
}  // namespace ganvas
