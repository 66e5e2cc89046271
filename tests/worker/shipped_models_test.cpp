// The models that come with Ganvas: small enough, told of, and able to paint what people draw.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <sstream>

#include "engine/core/run_folder.hpp"
#include "engine/core/storage.hpp"
#include "engine/data/emoji_list.hpp"
#include "engine/picture/picture.hpp"
#include "engine/worker/engine_factory.hpp"
#include "tests/core/temp_folder.hpp"

namespace ganvas::test {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostBytes = 16'000'000;

/// Mean colour, 0 to 255, and how far pixels lie from it.
struct Impression {
  double red = 0, green = 0, blue = 0, deviation = 0;
};

/// Of the middle half of a picture [height,width] in each direction.
Impression impressionOf(const fs::path& file) {
  const auto bytes = readFile(file);
  if (!bytes) throw std::runtime_error(bytes.error().message.text());
  const auto decoded = decodePicture({reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size()});
  const auto& picture = decoded.picture;
  std::array<double, 3> sum{}, squares{};
  double n = 0;
  for (int y = picture.height / 4; y < picture.height * 3 / 4; ++y)
    for (int x = picture.width / 4; x < picture.width * 3 / 4; ++x, ++n)
      for (std::size_t c = 0; c < 3; ++c) {
        const double value = picture.pixels[static_cast<std::size_t>((y * picture.width + x) * picture.channels) + (picture.channels >= 3 ? c : 0)];
        sum[c] += value, squares[c] += value * value;
      }
  double variance = 0;
  for (std::size_t c = 0; c < 3; ++c) variance += (squares[c] - sum[c] * sum[c] / n) / n / 3;
  return {sum[2] / n, sum[1] / n, sum[0] / n, std::sqrt(variance)};
}

class ShippedModels : public ::testing::Test {
 protected:
  Impression painted(const std::string& model, const std::string& drawing, const std::optional<std::string>& classWanted = {}) {
    DrawRequest request;
    request.model = model;
    request.sketch = (resourcesFolder() / "drawings" / (drawing + ".json")).string();
    request.out = (folder_ / (model + "-" + drawing + ".png")).string();
    request.classWanted = classWanted;
    const auto drawn = engine_->draw(request)->wait();
    if (!drawn) throw std::runtime_error(drawn.error().message.text());
    return impressionOf(request.out);
  }

  std::shared_ptr<Engine> engine_ = makeEngine();
  TempFolder folder_;
};

TEST_F(ShippedModels, areSmallAndToldOf) {
  std::vector<std::string> names;
  for (const auto& model : engine_->models()) {
    names.push_back(model.name);
    std::uintmax_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(model.folder)) bytes += entry.is_regular_file() ? entry.file_size() : 0;
    EXPECT_LE(bytes, kMostBytes) << model.name;
    const auto card = readFile(fs::path(model.folder) / "MODEL_CARD.md");
    ASSERT_TRUE(card.ok()) << model.name << " has no card";
    for (const char* part : {"## Data", "icence", "preset", "seed", "rounds", "## Measured", "## To make it again"}) EXPECT_NE(card->find(part), std::string::npos) << model.name << ": " << part;
  }
  EXPECT_EQ(names, (std::vector<std::string>{"emoji-128", "emoji", "fashion"})) << "the largest pictures first";
}

TEST_F(ShippedModels, paintEveryHandDrawing) {
  int drawings = 0;
  for (const auto& entry : fs::directory_iterator(resourcesFolder() / "drawings")) {
    ++drawings;
    for (const auto& model : engine_->models()) {
      const auto seen = painted(model.name, entry.path().stem().string());
      EXPECT_GT(seen.deviation, 10) << model.name << " left " << entry.path().stem() << " blank";
    }
  }
  EXPECT_GE(drawings, 12);
}

// What everybody knows of these things' colours.
TEST_F(ShippedModels, emojiOfHandDrawingsHaveTheirColours) {
  for (const std::string model : {"emoji", "emoji-128"}) {
    const auto face = painted(model, "face"), heart = painted(model, "heart");
    EXPECT_GT(std::min(face.red, face.green), face.blue + 60) << model << ": a face is yellow";
    EXPECT_GT(heart.red, std::max(heart.green, heart.blue) + 60) << model << ": a heart is red";
  }
}

// A boot is closed, a sandal is of straps: where the shoe's drawing is empty the one is leather and the other is not there.
TEST_F(ShippedModels, clothesAreWhatTheyAreToldToBe) {
  const auto boot = painted("fashion", "shoe", "Ankle boot"), sandal = painted("fashion", "shoe", "Sandal");
  EXPECT_GT(boot.red, 1.5 * sandal.red);
  EXPECT_DOUBLE_EQ(boot.red, boot.blue) << "grey";
  const auto first = painted("fashion", "shoe"), named = painted("fashion", "shoe", "0");
  EXPECT_DOUBLE_EQ(first.red, named.red) << "nothing asked for is the first class";
}

// The list is of code points, so that the split is the same whatever font is there.
TEST_F(ShippedModels, emojiThatWereHeldOutAreListed) {
  const auto file = readFile(shippedModelsFolder() / "emoji" / "held-out.txt");
  ASSERT_TRUE(file.ok());
  std::istringstream lines(*file);
  int listed = 0;
  for (std::string line; std::getline(lines, line);) {
    std::u32string sequence;
    std::istringstream points(line.substr(0, line.find("  ")));
    for (std::uint32_t point = 0; points >> std::hex >> point;) sequence.push_back(point);
    EXPECT_TRUE(emojiHeldOut(emojiBase(sequence))) << line;
    ++listed;
  }
  EXPECT_GT(listed, 100);
}

}  // namespace
}  // namespace ganvas::test
