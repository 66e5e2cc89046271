#include "engine/sketch/raster.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <opencv2/imgproc.hpp>

namespace ganvas {
namespace {

constexpr double kLeastRadius = 0.35;   // pixels: a hair still leaves a trace
constexpr std::uint8_t kPaper = 255;

/// Share of a pixel that a disc-ended line of changing width covers, by the distance of its middle.
double coverage(double x, double y, double ax, double ay, double ar, double bx, double by, double br) {
  const double dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
  const double t = length > 0 ? std::clamp(((x - ax) * dx + (y - ay) * dy) / length, 0.0, 1.0) : 0.0;
  const double distance = std::hypot(x - ax - t * dx, y - ay - t * dy);
  return std::clamp(ar + t * (br - ar) - distance + 0.5, 0.0, 1.0);
}

}  // namespace

SketchRaster::SketchRaster(int width, int height, double scale)
    : scale_(scale), pixels_(std::max(1, static_cast<int>(std::lround(height * scale))), std::max(1, static_cast<int>(std::lround(width * scale))), CV_8UC1, cv::Scalar(kPaper)) {}

void SketchRaster::clear() { pixels_.setTo(kPaper); }

void SketchRaster::restore(const std::vector<std::uint8_t>& pixels) {
  if (pixels.size() == pixels_.total()) std::copy(pixels.begin(), pixels.end(), pixels_.data);
}

SketchRaster::Dot SketchRaster::dot(const SketchStroke& stroke, const SketchPoint& point) const {
  const double pressure = std::clamp(static_cast<double>(point.pressure), 0.0, 1.0);
  return {point.x * scale_, point.y * scale_, std::max(kLeastRadius, stroke.size * pressure * scale_ / 2)};
}

SketchRaster::Dot SketchRaster::middle(const Dot& a, const Dot& b) { return {(a.x + b.x) / 2, (a.y + b.y) / 2, (a.radius + b.radius) / 2}; }

cv::Rect SketchRaster::segment(const Dot& a, const Dot& b, bool erases) {
  const double reach = std::max(a.radius, b.radius) + 1;
  const int left = static_cast<int>(std::floor(std::min(a.x, b.x) - reach)), top = static_cast<int>(std::floor(std::min(a.y, b.y) - reach));
  const int right = static_cast<int>(std::ceil(std::max(a.x, b.x) + reach)), bottom = static_cast<int>(std::ceil(std::max(a.y, b.y) + reach));
  const auto touched = cv::Rect(cv::Point(left, top), cv::Point(right + 1, bottom + 1)) & cv::Rect(0, 0, pixels_.cols, pixels_.rows);
  for (int y = touched.y; y < touched.br().y; ++y) {
    auto* row = pixels_.ptr<std::uint8_t>(y);
    for (int x = touched.x; x < touched.br().x; ++x) {
      const auto ink = static_cast<std::uint8_t>(std::lround(255 * coverage(x + 0.5, y + 0.5, a.x, a.y, a.radius, b.x, b.y, b.radius)));
      row[x] = erases ? std::max(row[x], ink) : std::min<std::uint8_t>(row[x], kPaper - ink);
    }
  }
  return touched;
}

/// A quadratic Bézier curve in pieces of about two pixels.
cv::Rect SketchRaster::curve(const Dot& from, const Dot& by, const Dot& to, bool erases) {
  const double length = std::hypot(by.x - from.x, by.y - from.y) + std::hypot(to.x - by.x, to.y - by.y);
  const int pieces = std::clamp(static_cast<int>(std::ceil(length / 2)), 1, 256);
  cv::Rect touched;
  auto last = from;
  for (int i = 1; i <= pieces; ++i) {
    const double t = static_cast<double>(i) / pieces, a = (1 - t) * (1 - t), b = 2 * t * (1 - t), c = t * t;
    const Dot next{a * from.x + b * by.x + c * to.x, a * from.y + b * by.y + c * to.y, a * from.radius + b * by.radius + c * to.radius};
    touched |= segment(last, next, erases);
    last = next;
  }
  return touched;
}

/// The curve goes through the middles between points, with the points as handles: so it never waits for more than one point.
cv::Rect SketchRaster::extend(const SketchStroke& stroke, std::size_t known) {
  const bool erases = stroke.tool == SketchTool::eraser;
  cv::Rect touched;
  for (auto i = known; i < stroke.points.size(); ++i) {
    const auto here = dot(stroke, stroke.points[i]);
    if (i == 0) {
      touched |= segment(here, here, erases);
      continue;
    }
    const auto before = dot(stroke, stroke.points[i - 1]), to = middle(before, here);
    touched |= i == 1 ? segment(before, to, erases) : curve(middle(dot(stroke, stroke.points[i - 2]), before), before, to, erases);
  }
  return touched;
}

cv::Rect SketchRaster::finish(const SketchStroke& stroke) {
  const auto count = stroke.points.size();
  if (count < 2) return {};
  const auto a = dot(stroke, stroke.points[count - 2]), b = dot(stroke, stroke.points[count - 1]);
  return segment(middle(a, b), b, stroke.tool == SketchTool::eraser);
}

cv::Rect SketchRaster::shape(const SketchStroke& stroke) {
  const auto a = dot(stroke, stroke.points.front()), b = dot(stroke, stroke.points.back());
  if (stroke.tool == SketchTool::line) return segment(a, b, false);
  const double radius = std::max(kLeastRadius, stroke.size * scale_ / 2);
  std::vector<Dot> around;
  if (stroke.tool == SketchTool::rectangle) {
    around = {{a.x, a.y, radius}, {b.x, a.y, radius}, {b.x, b.y, radius}, {a.x, b.y, radius}, {a.x, a.y, radius}};
  } else {
    const double width = std::abs(b.x - a.x) / 2, height = std::abs(b.y - a.y) / 2;
    const int pieces = std::clamp(static_cast<int>(std::ceil(width + height)), 16, 720);
    for (int i = 0; i <= pieces; ++i) {
      const double angle = 2 * std::numbers::pi * i / pieces;
      around.push_back({(a.x + b.x) / 2 + width * std::cos(angle), (a.y + b.y) / 2 + height * std::sin(angle), radius});
    }
  }
  cv::Rect touched;
  for (std::size_t i = 1; i < around.size(); ++i) touched |= segment(around[i - 1], around[i], false);
  return touched;
}

/// All that is lighter than half ink and joined to the point, and one pixel more: the soft edge of the lines around it.
cv::Rect SketchRaster::fill(const SketchPoint& point) {
  const cv::Point seed(static_cast<int>(std::floor(point.x * scale_)), static_cast<int>(std::floor(point.y * scale_)));
  if (!cv::Rect(0, 0, pixels_.cols, pixels_.rows).contains(seed) || pixels_.at<std::uint8_t>(seed) < 128) return {};
  cv::Mat light = pixels_ >= 128, mask = cv::Mat::zeros(pixels_.rows + 2, pixels_.cols + 2, CV_8UC1);
  cv::floodFill(light, mask, seed, 255, nullptr, 0, 0, 4 | cv::FLOODFILL_MASK_ONLY | (255 << 8));
  mask = mask == 255;   // floodFill marks the mask's border with another value
  cv::dilate(mask, mask, cv::Mat());
  const auto inside = mask(cv::Rect(1, 1, pixels_.cols, pixels_.rows));
  pixels_.setTo(0, inside);
  return cv::boundingRect(inside);
}

cv::Rect SketchRaster::add(const SketchStroke& stroke) {
  if (stroke.points.empty()) return {};
  switch (stroke.tool) {
    case SketchTool::pen: case SketchTool::eraser: {
      const auto touched = extend(stroke, 0);
      return touched | finish(stroke);
    }
    case SketchTool::fill: return fill(stroke.points.front());
    case SketchTool::line: case SketchTool::rectangle: case SketchTool::ellipse: return shape(stroke);
  }
  return {};
}

cv::Mat drawSketch(const Sketch& sketch, int side) {
  SketchRaster raster(sketch.width, sketch.height);
  for (const auto& stroke : sketch.strokes) raster.add(stroke);
  return sketchAtSide(raster.pixels(), side);
}

cv::Mat drawingIn(const Picture& picture, int side) {
  cv::Mat grey(picture.height, picture.width, CV_8UC1);
  fitPicture(picture, {1, picture.height, picture.width}, {}, {grey.data, grey.total()});
  const double border = (cv::sum(grey.row(0))[0] + cv::sum(grey.row(grey.rows - 1))[0] + cv::sum(grey.col(0))[0] + cv::sum(grey.col(grey.cols - 1))[0]) / (2.0 * (grey.cols + grey.rows));
  if (border < 128) cv::bitwise_not(grey, grey);
  return sketchAtSide(grey, side);
}

cv::Mat sketchAtSide(const cv::Mat& drawing, int side) {
  const int longer = std::max(drawing.cols, drawing.rows);
  cv::Mat lines = drawing;
  if (longer > side) {
    const int wider = static_cast<int>(std::lround(0.5 * longer / side));
    if (wider > 0) cv::erode(drawing, lines, cv::getStructuringElement(cv::MORPH_ELLIPSE, {wider + 1, wider + 1}));
  }
  const double scale = static_cast<double>(side) / longer;
  const cv::Size size(std::clamp(static_cast<int>(std::lround(drawing.cols * scale)), 1, side), std::clamp(static_cast<int>(std::lround(drawing.rows * scale)), 1, side));
  cv::Mat square(side, side, CV_8UC1, cv::Scalar(kPaper));
  cv::resize(lines, square(cv::Rect({(side - size.width) / 2, (side - size.height) / 2}, size)), size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
  return square;
}

}  // namespace ganvas
