#include "engine/tensor/frames.hpp"

#include <gtest/gtest.h>

#include "engine/picture/png.hpp"
#include "engine/tensor/device.hpp"

namespace ganvas {
namespace {

TEST(TileGrid, PutsEveryPixelWhereItBelongs) {
  auto images = torch::full({3, 3, 2, 2}, -1.0f);
  images[0][0][0][1] = 1;  // tile 0, red, top right
  images[1][1][1][0] = 1;  // tile 1, green, bottom left
  images[2][2][0][0] = 0;  // tile 2, blue 128 (127.5 rounds to even), top left
  const auto grid = toTileGrid(images, 2, 9);
  EXPECT_EQ(grid.columns, 2);
  EXPECT_EQ(grid.rows, 2);
  EXPECT_EQ(grid.count, 3);
  EXPECT_EQ(grid.step, 9);
  const auto bgra = [&](int x, int y) {
    const auto* p = grid.frame.bgra->data() + (y * grid.frame.width + x) * 4;
    return std::vector<int>{p[0], p[1], p[2], p[3]};
  };
  EXPECT_EQ(bgra(1, 0), (std::vector<int>{0, 0, 255, 255}));
  EXPECT_EQ(bgra(2, 1), (std::vector<int>{0, 255, 0, 255}));
  EXPECT_EQ(bgra(0, 2), (std::vector<int>{128, 0, 0, 255}));
  EXPECT_EQ(bgra(3, 3), (std::vector<int>{0, 0, 0, 0})) << "no tile there: transparent";
}

TEST(Png, ComesBackAsItWas) {
  const auto grid = toTileGrid(torch::rand({4, 3, 5, 5}) * 2 - 1, 0, 0);
  const auto png = encodePng(grid.frame);
  const auto back = decodePng(std::string(png.begin(), png.end()), Sentence("it"));
  ASSERT_TRUE(back);
  EXPECT_EQ(*back->bgra, *grid.frame.bgra);
  EXPECT_FALSE(decodePng("no picture", Sentence("it")));
  EXPECT_FALSE(decodePng("", Sentence("it")));
  EXPECT_EQ(tileAt(grid, 3).width, 5);
}

TEST(Devices, AreCheckedWithASentence) {
  EXPECT_TRUE(chooseDevice("cpu"));
  EXPECT_TRUE(chooseDevice("auto"));
  for (const auto* wrong : {"gpu", "cuda:", "cuda:x", "cuda:99", "cuda:1234567"}) {
    const auto device = chooseDevice(wrong);
    ASSERT_FALSE(device) << wrong;
    EXPECT_NE(device.error().message.text().find(wrong), std::string::npos);
  }
}

TEST(Blas, IsTheOneThatGetsOnWithOpenMp) {
  const auto blas = blasInUse();
  if (blas.library.empty()) GTEST_SKIP() << "LibTorch brings a BLAS of its own here";
  EXPECT_TRUE(blas.warning.empty()) << blas.warning;
}

}  // namespace
}  // namespace ganvas
