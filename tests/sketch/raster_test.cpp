// Ink on paper: where it lies, and that it does not matter in which pieces it came.
#include "engine/sketch/raster.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

namespace ganvas {
namespace {

SketchStroke pen(std::vector<SketchPoint> points, float size = 4) { return {SketchTool::pen, size, std::move(points)}; }

double ink(const cv::Mat& pixels) { return 255.0 * static_cast<double>(pixels.total()) - cv::sum(pixels)[0]; }
bool same(const cv::Mat& a, const cv::Mat& b) { return cv::norm(a, b, cv::NORM_INF) == 0; }

std::vector<SketchPoint> spiral(int count) {
  std::vector<SketchPoint> points;
  for (int i = 0; i < count; ++i) {
    const float angle = 0.3F * static_cast<float>(i), radius = 5 + 1.1F * static_cast<float>(i);
    points.push_back({100 + radius * std::cos(angle), 100 + radius * std::sin(angle), 0.3F + 0.7F * static_cast<float>(i % 7) / 6});
  }
  return points;
}

TEST(SketchRaster, aDotIsADisc) {
  SketchRaster raster(41, 41);
  raster.add(pen({{20.5F, 20.5F}}, 20));
  EXPECT_NEAR(ink(raster.pixels()) / 255, CV_PI * 100, 2);   // πr²
  EXPECT_EQ(raster.pixels().at<std::uint8_t>(20, 20), 0);
  EXPECT_EQ(raster.pixels().at<std::uint8_t>(2, 2), 255);
}

TEST(SketchRaster, aLineIsAsLongAndAsWideAsItSays) {
  SketchRaster raster(100, 40);
  raster.add({SketchTool::line, 6, {{20, 20}, {80, 20}}});
  EXPECT_NEAR(ink(raster.pixels()) / 255, 60 * 6 + CV_PI * 9, 3);
}

TEST(SketchRaster, pressureMakesItThinner) {
  SketchRaster light(60, 20), full(60, 20);
  light.add(pen({{10, 10, 0.5F}, {50, 10, 0.5F}}, 8));
  full.add(pen({{10, 10}, {50, 10}}, 8));
  EXPECT_NEAR(ink(light.pixels()) / ink(full.pixels()), (40 * 4 + CV_PI * 4) / (40 * 8 + CV_PI * 16), 0.02);
}

TEST(SketchRaster, pointByPointIsTheSameAsAtOnce) {
  const auto points = spiral(80);
  SketchRaster whole(200, 200, 1.5), pieces(200, 200, 1.5);
  for (const auto tool : {SketchTool::pen, SketchTool::eraser}) {
    whole.add({tool, 5, points});
    SketchStroke growing{tool, 5, {}};
    for (const auto& point : points) {
      growing.points.push_back(point);
      pieces.extend(growing, growing.points.size() - 1);
    }
    pieces.finish(growing);
    EXPECT_TRUE(same(whole.pixels(), pieces.pixels()));
  }
}

TEST(SketchRaster, nothingChangesOutsideOfWhatItTells) {
  SketchRaster raster(300, 300);
  for (int i = 0; i < 1000; ++i) raster.add(pen({{static_cast<float>(7 * i % 300), static_cast<float>(13 * i % 300)}, {static_cast<float>(11 * i % 300), static_cast<float>(5 * i % 300)}}, 1));
  const auto before = raster.pixels().clone();
  const auto touched = raster.add(pen({{50, 60}, {58, 66}, {70, 64}}, 5));
  EXPECT_LE(touched.width, 20 + 5 + 6);
  EXPECT_LE(touched.height, 6 + 5 + 6);
  cv::Mat changed = before != raster.pixels();
  EXPECT_GT(cv::countNonZero(changed), 0);
  changed(touched).setTo(0);
  EXPECT_EQ(cv::countNonZero(changed), 0);
}

TEST(SketchRaster, fillStopsAtLines) {
  SketchRaster raster(100, 100);
  raster.add({SketchTool::rectangle, 3, {{20, 20}, {80, 70}}});
  EXPECT_TRUE(raster.add({SketchTool::fill, 1, {{20, 20}}}).empty()) << "on ink";
  raster.add({SketchTool::fill, 1, {{50, 40}}});
  EXPECT_NEAR(ink(raster.pixels()) / 255, 63 * 53, 25);
  EXPECT_EQ(raster.pixels().at<std::uint8_t>(5, 5), 255);
  EXPECT_EQ(cv::countNonZero(raster.pixels()(cv::Rect(22, 22, 56, 46))), 0) << "no light seam along the line";
  EXPECT_TRUE(raster.add({SketchTool::fill, 1, {{-5, 300}}}).empty()) << "beside the paper";
}

TEST(SketchRaster, anEllipseLiesOnItsCurve) {
  SketchRaster raster(120, 100);
  raster.add({SketchTool::ellipse, 2, {{10, 20}, {110, 80}}});
  for (int degrees = 0; degrees < 360; degrees += 15) {
    const double angle = degrees * CV_PI / 180;
    EXPECT_LT(raster.pixels().at<std::uint8_t>(static_cast<int>(50 + 30 * std::sin(angle)), static_cast<int>(60 + 50 * std::cos(angle))), 160) << degrees;
  }
  EXPECT_EQ(raster.pixels().at<std::uint8_t>(50, 60), 255);
}

TEST(SketchRaster, strokesMayLeaveThePaper) {
  SketchRaster raster(50, 50);
  const auto touched = raster.add(pen({{-1000, 25}, {1000, 25}}, 4));
  EXPECT_EQ(touched & cv::Rect(0, 0, 50, 50), touched);
  EXPECT_EQ(raster.pixels().at<std::uint8_t>(25, 25), 0);
}

TEST(SketchAtSide, thinLinesStayVisible) {
  Sketch sketch{512, 512, {{SketchTool::line, 2, {{40, 256}, {470, 256}}}}};
  const auto small = drawSketch(sketch, 64);
  ASSERT_EQ(small.size(), cv::Size(64, 64));
  EXPECT_GT(ink(small.col(32)) / 255, 0.6) << "of a pixel; the line itself is a quarter wide";
}

TEST(SketchAtSide, whatIsNotSquareLiesInTheMiddle) {
  Sketch sketch{400, 100, {{SketchTool::rectangle, 8, {{0, 0}, {400, 100}}}}};
  const auto square = drawSketch(sketch, 64);
  EXPECT_EQ(cv::countNonZero(square.rowRange(0, 22) != 255), 0);
  EXPECT_EQ(cv::countNonZero(square.rowRange(42, 64) != 255), 0);
  EXPECT_GT(cv::countNonZero(square.rowRange(22, 42) != 255), 64);
}

}  // namespace
}  // namespace ganvas
