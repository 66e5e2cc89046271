#include "ui/bridge/images.hpp"

#include <gtest/gtest.h>

namespace ganvas::test {
namespace {

/// One pixel a tile, of the tile's number.
TileGrid numbered(int count, int columns) {
  TileGrid grid{1, columns, (count + columns - 1) / columns, 1, 1, count, {}};
  auto pixels = std::make_shared<std::vector<std::uint8_t>>(static_cast<std::size_t>(grid.columns * grid.rows) * 4, 255);
  for (int i = 0; i < count; ++i) (*pixels)[static_cast<std::size_t>(i) * 4] = static_cast<std::uint8_t>(i);
  grid.frame = {grid.columns, grid.rows, pixels};
  return grid;
}

TEST(SortedByClass, ARowForEachClassAlsoForThoseWithoutTiles) {
  const auto sorted = ui::sortedByClass(numbered(7, 4), {3, 0, 3, 3, 0, 3, 1}, 4);
  EXPECT_EQ(sorted.rows, (std::vector<int>{0, 1, 2, 3}));
  EXPECT_EQ(sorted.grid.columns, 4);
  EXPECT_EQ(sorted.count, (std::map<int, int>{{0, 2}, {1, 1}, {2, 0}, {3, 4}}));
  const std::vector<int> places{1, 4, -1, -1, 6, -1, -1, -1, -1, -1, -1, -1, 0, 2, 3, 5};
  ASSERT_EQ(sorted.grid.count, static_cast<int>(places.size()));
  for (int i = 0; i < sorted.grid.count; ++i) {
    const int tile = places[static_cast<std::size_t>(i)];
    EXPECT_EQ(sorted.absent.contains(i), tile < 0) << i;
    if (tile >= 0) EXPECT_EQ(qBlue(ui::tileImage(sorted.grid, i).pixel(0, 0)), tile) << i;
  }
}

TEST(SortedByClass, AClassOfManyTilesGoesOnInTheNextRow) {
  const auto sorted = ui::sortedByClass(numbered(20, 5), std::vector<int>(20, 7), 0);
  EXPECT_EQ(sorted.rows, (std::vector<int>{7, 7}));
  EXPECT_EQ(sorted.grid.columns, 16);
  EXPECT_EQ(sorted.absent.size(), 12u);
}

}  // namespace
}  // namespace ganvas::test
