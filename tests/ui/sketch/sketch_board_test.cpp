// What a drawing is after any order of drawing, undoing and redoing: the same as if its strokes had been drawn at once.
#include "ui/sketch/sketch_board.hpp"

#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>
#include <random>

#include "tests/ui/bridge/fake_engine.hpp"

namespace ganvas::test {
namespace {

using ui::SketchBoard;
using ui::Symmetry;

class SketchBoardTest : public ::testing::Test {
 protected:
  void draw(QPointF from, QPointF to) {
    board.begin(from, 1);
    for (int i = 1; i <= 20; ++i) board.move(from + (to - from) * (i / 20.0), 1);
    board.end();
  }
  std::vector<std::uint8_t> ink() const { return {board.paper().ink(), board.paper().ink() + board.paper().width() * board.paper().height()}; }
  std::vector<std::uint8_t> drawnAtOnce() const {
    const auto paper = engine.newPaper(SketchBoard::kSide, SketchBoard::kSide);
    for (const auto& stroke : board.sketch().strokes) paper->add(stroke);
    return {paper->ink(), paper->ink() + paper->width() * paper->height()};
  }
  std::uint8_t at(int x, int y) const { return board.paper().ink()[y * SketchBoard::kSide + x]; }

  FakeEngine engine;
  SketchBoard board{engine};
};

TEST_F(SketchBoardTest, AStrokeGoesFromEndToEnd) {
  board.setSmoothing(0.8);
  draw({100, 100}, {300, 100});
  ASSERT_EQ(board.sketch().strokes.size(), 1U);
  EXPECT_LT(at(101, 100), 100);
  EXPECT_LT(at(200, 100), 100);
  EXPECT_LT(at(298, 100), 100) << "the smoothed line catches up when the pen is lifted";
  EXPECT_EQ(at(200, 150), 255);
}

TEST_F(SketchBoardTest, UndoAndRedoOfAnythingGiveWhatWasThere) {
  std::mt19937 random(7);
  const auto place = [&] { return QPointF(random() % 512, random() % 512); };
  std::vector<std::vector<std::uint8_t>> history{ink()};
  for (int i = 0; i < 40; ++i) {
    const SketchTool tools[] = {SketchTool::pen, SketchTool::eraser, SketchTool::line, SketchTool::rectangle, SketchTool::ellipse, SketchTool::fill, SketchTool::pen};
    board.setTool(tools[i % 7]);
    board.setSymmetry(i % 3 == 0 ? Symmetry::both : Symmetry::none);
    const auto before = ink();
    if (i == 25) board.clear();
    else draw(place(), place());
    if (ink() != before) history.push_back(ink());
    EXPECT_EQ(ink(), drawnAtOnce()) << i;
  }
  for (std::size_t i = history.size() - 1; i > 0; --i) {
    board.undo();
    ASSERT_EQ(ink(), history[i - 1]) << i;
  }
  EXPECT_FALSE(board.canUndo());
  for (std::size_t i = 1; i < history.size(); ++i) {
    board.redo();
    ASSERT_EQ(ink(), history[i]) << i;
  }
  EXPECT_FALSE(board.canRedo());
}

TEST_F(SketchBoardTest, ANewStrokeEndsWhatCouldBeRedone) {
  draw({50, 50}, {90, 90});
  board.undo();
  draw({60, 300}, {90, 300});
  EXPECT_FALSE(board.canRedo());
}

TEST_F(SketchBoardTest, SymmetryDrawsTheOtherSide) {
  board.setSymmetry(Symmetry::leftRight);
  draw({100, 200}, {150, 200});
  EXPECT_LT(at(120, 200), 100);
  EXPECT_LT(at(512 - 120, 200), 100);
  EXPECT_EQ(board.sketch().strokes.size(), 2U);
  board.undo();
  EXPECT_TRUE(board.sketch().strokes.empty()) << "both sides are one step";
}

TEST_F(SketchBoardTest, AShapeIsDrawnWhileItIsDragged) {
  board.setTool(SketchTool::rectangle);
  board.begin({100, 100}, 1);
  board.move({200, 180}, 1);
  EXPECT_LT(at(150, 100), 100);
  board.move({300, 250}, 1);
  EXPECT_EQ(at(150, 180), 255) << "the first one is gone";
  EXPECT_LT(at(150, 250), 100);
  board.cancel();
  EXPECT_EQ(at(150, 250), 255);
  EXPECT_FALSE(board.canUndo());
}

TEST_F(SketchBoardTest, NothingDrawnIsNothingToUndo) {
  board.setTool(SketchTool::eraser);
  draw({100, 100}, {200, 200});
  EXPECT_FALSE(board.canUndo());
  board.clear();
  EXPECT_FALSE(board.canUndo());
}

TEST_F(SketchBoardTest, AnotherDrawingIsFittedAndCanBeUndone) {
  draw({10, 10}, {40, 40});
  const auto before = ink();
  board.replace({256, 128, {{SketchTool::line, 4, {{0, 64, 1}, {256, 64, 1}}}}});
  EXPECT_LT(at(256, 256), 100) << "twice as large, in the middle";
  EXPECT_FLOAT_EQ(board.sketch().strokes[0].size, 8);
  board.undo();
  EXPECT_EQ(ink(), before);
}

TEST_F(SketchBoardTest, PressureMakesLinesBroad) {
  board.setSize(40);
  board.begin({100, 100}, 0.2);
  board.move({200, 100}, 0.2);
  board.end();
  EXPECT_EQ(at(150, 100 + 12), 255);
  board.begin({100, 300}, 1);
  board.move({200, 300}, 1);
  board.end();
  EXPECT_LT(at(150, 300 + 12), 100);
}

}  // namespace
}  // namespace ganvas::test
