// Drawings come back from files as they were, and what is wrong with others is told.
#include "engine/sketch/sketch_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace ganvas {
namespace {

namespace fs = std::filesystem;

class SketchFile : public ::testing::Test {
 protected:
  SketchFile() { fs::create_directories(folder_); }
  ~SketchFile() override { fs::remove_all(folder_); }
  Result<Sketch> read(const std::string& text) {
    std::ofstream(file_) << text;
    return readSketch(file_);
  }
  std::string problem(const std::string& text) {
    const auto sketch = read(text);
    return sketch ? "it was read" : static_cast<std::string>(sketch.error().message);
  }
  fs::path folder_ = fs::temp_directory_path() / ("ganvas-sketch-" + std::to_string(::getpid()));
  fs::path file_ = folder_ / "cat.json";
};

TEST_F(SketchFile, comesBackExactly) {
  Sketch sketch{640, 480, {{SketchTool::pen, 2.7F, {{0.1F, 1.0F / 3, 0.77F}, {-5, 700, 1}}}, {SketchTool::eraser, 20, {{1, 2}}}, {SketchTool::ellipse, 1, {{3, 4}, {5, 6}}}, {SketchTool::fill, 1, {{9, 9}}}}};
  const auto back = read(*sketchAsText(sketch));
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(back->width, 640);
  EXPECT_EQ(back->height, 480);
  ASSERT_EQ(back->strokes.size(), sketch.strokes.size());
  for (std::size_t i = 0; i < sketch.strokes.size(); ++i) {
    EXPECT_EQ(back->strokes[i].tool, sketch.strokes[i].tool);
    EXPECT_EQ(back->strokes[i].size, sketch.strokes[i].size);
    ASSERT_EQ(back->strokes[i].points.size(), sketch.strokes[i].points.size());
    for (std::size_t k = 0; k < sketch.strokes[i].points.size(); ++k) {
      EXPECT_EQ(back->strokes[i].points[k].x, sketch.strokes[i].points[k].x);
      EXPECT_EQ(back->strokes[i].points[k].y, sketch.strokes[i].points[k].y);
      EXPECT_EQ(back->strokes[i].points[k].pressure, sketch.strokes[i].points[k].pressure);
    }
  }
}

TEST_F(SketchFile, tellsWhatIsWrongAndWhere) {
  const std::string name = "The drawing \"" + file_.string() + "\": ";
  EXPECT_EQ(problem("{\"strokes\": []}"), name + "it has no \"ganvas_sketch\": 1 and so is no drawing.");
  EXPECT_EQ(problem("{\"ganvas_sketch\": 7}"), name + "this Ganvas reads drawings of format 1. Use a newer Ganvas.");
  EXPECT_EQ(problem(R"({"ganvas_sketch": 1, "width": 100000})"), name + "\"width\" is 100000; it goes from 1 to 4096.");
  EXPECT_EQ(problem(R"({"ganvas_sketch": 1, "stroke": []})"), name + "there is a key \"stroke\" that does not belong there; did you mean \"strokes\"?");
  const auto stroke = [&](const std::string& text) { return problem("{\"ganvas_sketch\": 1, \"strokes\": [" + text + "]}"); };
  const std::string at = name + "at strokes[1], ";
  EXPECT_EQ(stroke(R"({"tool": "brush", "points": [[1, 2]]})"), at + "\"tool\" is \"brush\"; it is one of \"pen\", \"eraser\", \"line\", \"rectangle\", \"ellipse\", \"fill\".");
  EXPECT_EQ(stroke(R"({"points": [[1, 2]]})"), at + "\"tool\" is missing.");
  EXPECT_EQ(stroke(R"({"tool": "pen"})"), at + "\"points\" is missing or empty.");
  EXPECT_EQ(stroke(R"({"tool": "pen", "points": [[1]]})"), at + "a point is [x, y] or [x, y, pressure], not 1 numbers.");
  EXPECT_EQ(stroke(R"({"tool": "pen", "points": [[1, 2, 3]]})"), at + "a pressure is 3; it goes from 0 to 1.");
  EXPECT_EQ(stroke(R"({"tool": "line", "points": [[1, 2]]})"), at + "a \"line\" has two points, not 1.");
  EXPECT_EQ(stroke(R"({"tool": "pen", "points": [[1, 1e30]]})"), at + "a point lies further than 1000000 from the paper.");
  EXPECT_NE(stroke(R"({"tool": "pen", "points": [[1, NaN]]})"), "it was read");
}

TEST_F(SketchFile, cutShortMissingOrSomethingElse) {
  const auto whole = *sketchAsText({10, 10, {{SketchTool::pen, 1, {{1, 2}, {3, 4}}}}});
  for (std::size_t length = 0; length + 2 < whole.size(); ++length) EXPECT_NE(problem(whole.substr(0, length)), "it was read") << length;
  EXPECT_FALSE(readSketch(folder_ / "nothing.json"));
  EXPECT_FALSE(readSketch(folder_));
}

}  // namespace
}  // namespace ganvas
