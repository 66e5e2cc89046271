// Lines found in pictures whose lines are known.
#include "engine/sketch/edges.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include "engine/sketch/line_tracing.hpp"
#include "engine/sketch/raster.hpp"

namespace ganvas {
namespace {

Picture pictureOf(const cv::Mat& pixels) {
  return {pixels.cols, pixels.rows, pixels.channels(), std::vector<std::uint8_t>(pixels.data, pixels.data + pixels.total() * pixels.elemSize())};
}

/// A red disc of radius 80 in the middle of 256 × 256, on white or on nothing.
Picture disc(int channels) {
  cv::Mat pixels(256, 256, CV_8UC(channels), channels == 4 ? cv::Scalar(0, 0, 0, 0) : cv::Scalar::all(255));
  cv::circle(pixels, {128, 128}, 80, channels == 1 ? cv::Scalar(60) : cv::Scalar(30, 30, 220, 255), cv::FILLED, cv::LINE_8);
  return pictureOf(pixels);
}

TEST(SketchOf, aDiscIsACircleInEveryManner) {
  for (const auto& [style, name, title] : sketchStyles()) {
    for (const int channels : {1, 3, 4}) {
      SCOPED_TRACE(name + " of " + std::to_string(channels) + " channels");
      const auto sketch = sketchOf(disc(channels), style, 3);
      std::size_t points = 0;
      for (const auto& stroke : sketch.strokes)
        for (const auto& point : stroke.points) {
          EXPECT_NEAR(std::hypot(point.x - 128.5, point.y - 128.5), 80, 6);
          ++points;
        }
      EXPECT_GT(points, 100U) << "all around: a circumference is 503, a point each 3";
    }
  }
}

TEST(SketchOf, aBlankPictureIsBlankPaper) {
  for (const auto& [style, name, title] : sketchStyles()) EXPECT_TRUE(sketchOf(pictureOf(cv::Mat(28, 28, CV_8UC1, cv::Scalar(200))), style, 1).strokes.empty()) << name;
}

TEST(SketchOf, theSeedDecides) {
  const auto drawing = [](std::uint64_t seed) { return drawSketch(sketchOf(disc(3), SketchStyle::wobbly, seed), 64); };
  EXPECT_EQ(cv::norm(drawing(5), drawing(5), cv::NORM_INF), 0);
  EXPECT_GT(cv::norm(drawing(5), drawing(6), cv::NORM_INF), 50);
}

TEST(SketchOf, contourLeavesOutWhatIsInside) {
  cv::Mat pixels(128, 128, CV_8UC3, cv::Scalar::all(255));
  cv::rectangle(pixels, {20, 20}, {107, 107}, {40, 160, 40}, cv::FILLED);
  cv::circle(pixels, {64, 64}, 15, {0, 0, 0}, cv::FILLED);
  const auto inkInside = [&](SketchStyle style) {
    const auto drawn = drawSketch(sketchOf(pictureOf(pixels), style, 1), 128);
    return cv::countNonZero(drawn(cv::Rect(40, 40, 48, 48)) < 128);
  };
  EXPECT_EQ(inkInside(SketchStyle::contour), 0);
  EXPECT_GT(inkInside(SketchStyle::canny), 50);
}

TEST(SketchOf, whereThePictureEndsIsNoLine) {
  cv::Mat pixels(28, 28, CV_8UC1, cv::Scalar(0));
  cv::rectangle(pixels, {8, 0}, {19, 27}, 180, cv::FILLED);   // touches the upper and the lower border
  for (const auto& [style, name, title] : sketchStyles()) {
    const auto drawn = drawSketch(sketchOf(pictureOf(pixels), style, 2), 128);
    EXPECT_EQ(cv::countNonZero(drawn.colRange(50, 78) < 128), 0) << name << ": between the two sides";
    EXPECT_GT(cv::countNonZero(drawn(cv::Rect(30, 20, 14, 80)) < 255), 40) << name << ": along a side";
  }
}

TEST(SketchOf, tinyAndLongPicturesToo) {
  cv::Mat tiny(3, 2, CV_8UC3, cv::Scalar::all(0)), flat(4, 900, CV_8UC3, cv::Scalar::all(255));
  flat.colRange(300, 500).setTo(0);
  EXPECT_NO_THROW(sketchOf(pictureOf(tiny), SketchStyle::canny, 1));
  const auto sketch = sketchOf(pictureOf(flat), SketchStyle::canny, 1);
  EXPECT_EQ(sketch.width, 256);
  EXPECT_EQ(sketch.height, 1);
}

TEST(LineTracing, aBarBecomesOneLineAndARingAClosedOne) {
  cv::Mat bar = cv::Mat::zeros(40, 100, CV_8UC1), ring = cv::Mat::zeros(100, 100, CV_8UC1);
  cv::rectangle(bar, {10, 15}, {89, 23}, 255, cv::FILLED);
  const auto lines = traceLines(thinned(bar), 5);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_NEAR(static_cast<double>(lines[0].size()), 72, 6);
  for (const auto& point : lines[0]) EXPECT_NEAR(point.y, 19, 2);
  cv::circle(ring, {50, 50}, 30, 255, 5);
  const auto closed = traceLines(thinned(ring), 5);
  ASSERT_EQ(closed.size(), 1U);
  EXPECT_LE(cv::norm(closed[0].front() - closed[0].back()), 1.5);
}

/// Black lines of 9 px on white paper: a cross and a ring.
Picture lineDrawing(bool inverted) {
  cv::Mat pixels(256, 256, CV_8UC3, cv::Scalar::all(inverted ? 10 : 250));
  const auto ink = cv::Scalar::all(inverted ? 245 : 20);
  cv::line(pixels, {40, 40}, {216, 40}, ink, 9);
  cv::circle(pixels, {128, 150}, 60, ink, 9);
  return pictureOf(pixels);
}

TEST(LinesOf, FollowsWhatIsDrawnInItsWidth) {
  for (const bool inverted : {false, true}) {
    const auto picture = lineDrawing(inverted);
    EXPECT_TRUE(looksDrawn(picture));
    const auto drawing = linesOf(picture);
    ASSERT_GE(drawing.strokes.size(), 2U);
    ASSERT_LE(drawing.strokes.size(), 6U) << "thinning may leave short spurs at the ends";
    for (const auto& stroke : drawing.strokes) {
      EXPECT_NEAR(stroke.size, 9, 3);
      for (const auto& point : stroke.points) {
        const bool onRing = std::abs(std::hypot(point.x - 128.5, point.y - 150.5) - 60) < 3, onLine = std::abs(point.y - 40.5) < 3;
        EXPECT_TRUE(onRing || onLine) << point.x << ", " << point.y;
      }
    }
  }
}

TEST(LinesOf, APictureIsNoDrawing) {
  EXPECT_FALSE(looksDrawn(disc(3))) << "colourful";
  EXPECT_FALSE(looksDrawn(disc(1))) << "a filled shape";
}

}  // namespace
}  // namespace ganvas
