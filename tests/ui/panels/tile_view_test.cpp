// Pixel exactness: an enlarged pixel is a solid block, gaps are gaps, hits find their tile.
#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>
#include <set>

#include "ui/panels/tile_view.hpp"

namespace ganvas::test {
namespace {

/// Every pixel has a colour of its own: B = x, G = y, R = 128.
TileGrid distinct(int columns, int rows, int side, int count) {
  TileGrid grid{7, columns, rows, side, side, count, {}};
  const int width = columns * side, height = rows * side;
  std::vector<std::uint8_t> bgra;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) bgra.insert(bgra.end(), {static_cast<std::uint8_t>(x * 3), static_cast<std::uint8_t>(y * 5), 128, 255});
  }
  grid.frame = {width, height, std::make_shared<std::vector<std::uint8_t>>(std::move(bgra))};
  return grid;
}

QRgb source(int x, int y) { return qRgb(128, (y * 5) & 255, (x * 3) & 255); }

class TileViewTest : public ::testing::Test {
 protected:
  void show(int width, int height) {
    view.setMagnifier(false);
    view.resize(width, height);
    view.show();
    QTest::qWait(10);
  }
  QImage grabbed() { return view.grab().toImage().convertToFormat(QImage::Format_RGB32); }
  ui::TileView view;
};

TEST_F(TileViewTest, HeadingsTakeTheirRoomAndAbsentTilesAreNotThere) {
  show(400, 400);
  view.setGrid(distinct(4, 4, 8, 16));
  const auto bare = view.tileRect(0);
  view.setHeadings(Qt::Horizontal, {"one", "two", "three", "four"});
  view.setHeadings(Qt::Vertical, {"a", "b", "c", "d"});
  const auto headed = view.tileRect(0);
  EXPECT_GT(headed.top(), 8) << "words fit above";
  EXPECT_GT(headed.left(), 8) << "and before";
  EXPECT_LE(view.tileRect(15).bottom(), 400);
  EXPECT_LE(view.tileRect(15).right(), 400);
  const auto image = grabbed();
  const auto ink = image.pixel(2, 399);   // background
  bool written = false;
  for (int x = 0; x < 400; ++x) written |= image.pixel(x, static_cast<int>(headed.top()) - 7) != ink;
  EXPECT_TRUE(written);
  EXPECT_EQ(view.tileAt(view.tileRect(5).center()), 5);
  view.setAbsent({5});
  EXPECT_EQ(view.tileAt(view.tileRect(5).center()), -1);
  EXPECT_EQ(grabbed().pixel(view.tileRect(5).center().toPoint()), ink);
  view.setReflow(true);   // laid out anew: rows and columns mean nothing
  view.setAbsent({});
  EXPECT_EQ(view.tileRect(0), bare);
}

TEST_F(TileViewTest, AnEnlargedPixelIsASolidBlock) {
  show(500, 400);
  view.setGrid(distinct(4, 3, 8, 12));
  const int scale = static_cast<int>(view.scale());
  ASSERT_EQ(scale, view.scale()) << "whole device pixels";
  ASSERT_GE(scale, 10);
  const QImage image = grabbed();
  const double ratio = image.devicePixelRatio();
  for (int tile = 0; tile < 12; ++tile) {
    const QRectF rect = view.tileRect(tile);
    const int left = qRound(rect.left() * ratio), top = qRound(rect.top() * ratio);
    for (int y = 0; y < 8; ++y) {
      for (int x = 0; x < 8; ++x) {
        const QRgb wanted = source(tile % 4 * 8 + x, tile / 4 * 8 + y);
        for (const int dy : {0, scale - 1}) {
          for (const int dx : {0, scale - 1}) ASSERT_EQ(image.pixel(left + x * scale + dx, top + y * scale + dy), wanted) << tile << ' ' << x << ' ' << y;
        }
      }
    }
  }
}

TEST_F(TileViewTest, ZoomedAnyNumberOfTimesNoColourIsMadeUp) {
  show(300, 300);
  view.setGrid(distinct(3, 3, 6, 9));
  for (int i = 0; i < 4; ++i) {
    view.zoomIn();
    const QImage image = grabbed();
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
      for (int x = 0; x < image.width(); ++x) colours.insert(image.pixel(x, y));
    }
    std::set<QRgb> allowed;
    for (int y = 0; y < 18; ++y) {
      for (int x = 0; x < 18; ++x) allowed.insert(source(x, y));
    }
    int foreign = 0;
    for (const auto colour : colours) foreign += !allowed.contains(colour);
    EXPECT_LE(foreign, 1) << "only the background is not of the picture";
  }
}

TEST_F(TileViewTest, GapsOfTwoPixelsLieBetweenTiles) {
  show(400, 400);
  view.setGrid(distinct(2, 2, 10, 4));
  EXPECT_DOUBLE_EQ(view.tileRect(1).left() - view.tileRect(0).right(), 2);
  EXPECT_DOUBLE_EQ(view.tileRect(2).top() - view.tileRect(0).bottom(), 2);
  EXPECT_EQ(view.tileAt({view.tileRect(0).right() + 1, view.tileRect(0).center().y()}), -1);
}

TEST_F(TileViewTest, PlacesPastTheCountAreNoTiles) {
  show(400, 400);
  view.setGrid(distinct(3, 2, 10, 5));
  for (int tile = 0; tile < 5; ++tile) EXPECT_EQ(view.tileAt(view.tileRect(tile).center()), tile);
  EXPECT_EQ(view.tileAt(view.tileRect(5).center()), -1);
}

TEST_F(TileViewTest, FitsALargeGridByShrinking) {
  show(120, 120);
  view.setGrid(distinct(4, 4, 64, 16));
  EXPECT_LT(view.scale(), 1);
  EXPECT_LE(view.tileRect(15).right(), 120);
  EXPECT_GE(view.tileRect(0).left(), 0);
}

TEST_F(TileViewTest, ZoomKeepsThePointUnderThePointer) {
  show(300, 300);
  view.setGrid(distinct(4, 4, 16, 16));
  const QPointF anchor = view.tileRect(5).center();
  view.zoomBy(3, anchor);
  EXPECT_EQ(view.tileAt(anchor), 5);
}

TEST_F(TileViewTest, ClickSelectsAndKeysMove) {
  show(400, 400);
  view.setGrid(distinct(3, 3, 10, 9));
  QSignalSpy clicked(&view, &ui::TileView::tileClicked);
  QTest::mouseClick(&view, Qt::LeftButton, {}, view.tileRect(4).center().toPoint());
  EXPECT_EQ(view.selectedTile(), 4);
  EXPECT_EQ(clicked.count(), 1);
  QTest::keyClick(&view, Qt::Key_Right);
  EXPECT_EQ(view.selectedTile(), 5);
  QTest::keyClick(&view, Qt::Key_Up);
  EXPECT_EQ(view.selectedTile(), 2);
}

// Places 2, 4 and 5 of a grid of three columns stand for nothing:  0 1 . / 3 . . / 6 7 8
TEST_F(TileViewTest, KeysGoOverPlacesThatNoTileFills) {
  show(400, 400);
  view.setGrid(distinct(3, 3, 10, 9));
  view.setSelectedTile(5);
  view.setAbsent({2, 4, 5});
  EXPECT_EQ(view.selectedTile(), -1) << "what is chosen is not there any more";
  view.setSelectedTile(4);
  EXPECT_EQ(view.selectedTile(), -1);
  const auto after = [&](int from, Qt::Key key) {
    view.setSelectedTile(from);
    QTest::keyClick(&view, key);
    return view.selectedTile();
  };
  EXPECT_EQ(after(1, Qt::Key_Right), 3);
  EXPECT_EQ(after(3, Qt::Key_Left), 1);
  EXPECT_EQ(after(1, Qt::Key_Down), 7);
  EXPECT_EQ(after(7, Qt::Key_Up), 1);
  EXPECT_EQ(after(8, Qt::Key_Up), 0) << "nothing above: the outermost";
  EXPECT_EQ(after(8, Qt::Key_Right), 8);
  view.setAbsent({0});
  EXPECT_EQ(after(-1, Qt::Key_Right), 1) << "the first that is there";
}

TEST_F(TileViewTest, CopiesATileExactly) {
  show(200, 200);
  view.setGrid(distinct(3, 2, 4, 6));
  view.copyTile(4);
  const QImage copied = QApplication::clipboard()->image();
  ASSERT_EQ(copied.size(), QSize(4, 4));
  for (int y = 0; y < 4; ++y) {
    for (int x = 0; x < 4; ++x) EXPECT_EQ(copied.pixel(x, y), source(4 + x, 4 + y));
  }
}

TEST_F(TileViewTest, SavesEveryPixelAsABlock) {
  view.setGrid(distinct(2, 2, 3, 4));
  QTemporaryDir folder;
  const QString file = folder.filePath("grid.png");
  ASSERT_TRUE(view.saveTo(file, 4));
  const QImage saved(file);
  ASSERT_EQ(saved.size(), QSize(2 * 12 + 8, 2 * 12 + 8));
  EXPECT_EQ(saved.pixel(0, 0), source(0, 0));
  EXPECT_EQ(saved.pixel(3, 3), source(0, 0));
  EXPECT_EQ(saved.pixel(4, 0), source(1, 0));
  EXPECT_EQ(saved.pixel(20, 20), source(3, 3));
  EXPECT_EQ(qAlpha(saved.pixel(13, 5)), 0);
}

TEST_F(TileViewTest, SaysSoWhereItCannotSave) {
  view.setGrid(distinct(1, 1, 4, 1));
  QSignalSpy failed(&view, &ui::TileView::failed);
  EXPECT_FALSE(view.saveTo("/nowhere/at/all.png", 1));
  ASSERT_EQ(failed.count(), 1);
  EXPECT_TRUE(failed[0][0].value<ui::Words>()().contains("/nowhere/at/all.png"));
}

TEST_F(TileViewTest, ReflowUsesTheRoom) {
  show(800, 120);
  view.setReflow(true);
  view.setGrid(distinct(4, 4, 8, 16));
  const double wide = view.scale();
  view.setReflow(false);
  view.fit();
  EXPECT_GT(wide, view.scale());
}

TEST_F(TileViewTest, ATileTooLargeForTheMagnifierTellsItsCaptionAsToolTip) {
  show(500, 400);
  view.setMagnifier(true);
  view.setGrid(distinct(2, 1, 64, 2));
  const auto ask = [this](int tile) {
    const QPoint at = view.tileRect(tile).center().toPoint();
    QHelpEvent event(QEvent::ToolTip, at, view.mapToGlobal(at));
    QApplication::sendEvent(&view, &event);
    return QToolTip::text();
  };
  EXPECT_EQ(ask(1), QString()) << "no caption yet";
  view.setCaptions({{1, QStringLiteral("grinning face")}});
  EXPECT_EQ(ask(0), QString());
  EXPECT_EQ(ask(1), QStringLiteral("grinning face"));
}

}  // namespace
}  // namespace ganvas::test
