// Torn and flipped files: whatever comes, there is a set or a sentence, never a crash. Seeded, so a failure comes back.
#include <random>

#include "engine/picture/picture.hpp"
#include "engine/picture/picture_header.hpp"
#include "tests/data/data_fixture.hpp"

namespace ganvas::testing {
namespace {

class FuzzTest : public DataTest {
 protected:
  ByteVector mangled(const ByteVector& good) {
    ByteVector bytes = good;
    if (random_() % 2) bytes.resize(random_() % (good.size() + 1));
    for (auto flips = random_() % 4; flips > 0 && !bytes.empty(); --flips) {
      // Headers are where the harm is.
      const auto at = random_() % (random_() % 2 ? bytes.size() : std::min<std::size_t>(bytes.size(), 64));
      bytes[at] = std::uint8_t(random_());
    }
    return bytes;
  }
  std::mt19937 random_{20260101};
};

TEST_F(FuzzTest, IdxFiles) {
  const auto plain = idx({40, 8, 8}, countingPixels(40, 8));
  writeGz(set("train-images-idx3-ubyte.gz"), plain);
  const auto packed = readBytes(set("train-images-idx3-ubyte.gz"));
  fs::remove(set("train-images-idx3-ubyte.gz"));
  for (int i = 0; i < 400; ++i) {
    const auto path = set(i % 2 ? "train-images-idx3-ubyte" : "train-images-idx3-ubyte.gz");
    writeBytes(path, mangled(i % 2 ? plain : packed));
    const auto loaded = load(request(set(), 16));
    if (!loaded) {
      EXPECT_FALSE(loaded.error().message.empty());
      EXPECT_EQ(int(loaded.error().kind), int(ErrorKind::input)) << loaded.error().message;
    } else {
      EXPECT_EQ(std::int64_t((*loaded)->train().pixels.size()), (*loaded)->train().count * 256 * (*loaded)->channels());
    }
    (void)previewData(request(set()), JobContext::quiet());
    fs::remove(path);
  }
}

TEST_F(FuzzTest, PictureFiles) {
  cv::Mat noise(20, 30, CV_8UC3);
  cv::RNG(3).fill(noise, cv::RNG::UNIFORM, 0, 256);
  cv::Mat alpha(20, 30, CV_8UC4);
  cv::RNG(4).fill(alpha, cv::RNG::UNIFORM, 0, 256);
  for (const char* extension : {".png", ".jpg", ".webp", ".bmp"}) {
    for (const auto& picture : {noise, alpha}) {
      ByteVector good;
      ASSERT_TRUE(cv::imencode(extension, picture, good));
      ::testing::internal::CaptureStderr();  // the decoders' own libraries chat there
      for (int i = 0; i < 300; ++i) {
        const auto bytes = mangled(good);
        (void)readPictureHeader(std::span(bytes).first(bytes.size() / 2), bytes.size());
        const auto decoded = decodePicture(bytes);
        if (decoded.problem) {
          EXPECT_FALSE(decoded.problem->message.empty());
          continue;
        }
        const auto& p = decoded.picture;
        EXPECT_EQ(p.pixels.size(), std::size_t(p.width) * std::size_t(p.height) * std::size_t(p.channels));
        std::vector<std::uint8_t> planes(3 * 16 * 16);
        fitPicture(p, {3, 16, 16}, {}, planes);
      }
      ::testing::internal::GetCapturedStderr();
    }
  }
}

TEST_F(FuzzTest, AFolderOfTornPictures) {
  cv::Mat noise(20, 30, CV_8UC3);
  cv::RNG(3).fill(noise, cv::RNG::UNIFORM, 0, 256);
  for (int round = 0; round < 10; ++round) {
    const auto folder = set("round" + std::to_string(round));
    for (const char* extension : {".png", ".jpg", ".webp", ".bmp"})
      for (int i = 0; i < 5; ++i) {
        ByteVector good;
        ASSERT_TRUE(cv::imencode(extension, noise, good));
        good.resize(random_() % good.size());
        writeBytes(folder / (std::to_string(i) + extension), good);
      }
    EXPECT_FALSE(load(request(folder, 16)).ok()) << "a torn picture was taken for a whole one";
    writePicture(folder / "good.png", noise);
    const auto loaded = load(request(folder, 16));
    ASSERT_TRUE(loaded.ok()) << loaded.error().message;
    EXPECT_EQ((*loaded)->train().count, 1);
    EXPECT_TRUE(auditData(request(folder, 16), JobContext::quiet()).ok());
    EXPECT_TRUE(previewData(request(folder, 16), JobContext::quiet()).ok());
  }
}

}  // namespace
}  // namespace ganvas::testing
