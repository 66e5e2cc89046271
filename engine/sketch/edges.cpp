#include "engine/sketch/edges.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <opencv2/imgproc.hpp>

#include "engine/picture/draw.hpp"
#include "engine/sketch/line_tracing.hpp"

namespace ganvas {
namespace {

constexpr int kPaper = 256;          // units of the paper's longer side
constexpr int kShortestLine = 8;     // pixels of it; shorter ones are dirt

/// A picture at the size of the paper.
struct Scene {
  cv::Mat colour;    ///< [h,w] 8 bit B G R over white
  cv::Mat object;    ///< [h,w] 255 where the object is; empty where nothing tells it from its background
};

/// The colour that most of the border has, by the median of each plane.
cv::Scalar borderColour(const cv::Mat& colour) {
  cv::Mat sides, planes[3];
  cv::hconcat(std::vector<cv::Mat>{colour.row(0), colour.row(colour.rows - 1), colour.col(0).t(), colour.col(colour.cols - 1).t()}, sides);
  cv::split(sides, planes);
  cv::Scalar middle;
  for (int i = 0; i < 3; ++i) {
    cv::sort(planes[i], planes[i], cv::SORT_EVERY_ROW | cv::SORT_ASCENDING);
    middle[i] = planes[i].at<std::uint8_t>(planes[i].cols / 2);
  }
  return middle;
}

/// What is not joined to the border by colours like the border's own; empty where that is nearly all or nothing.
cv::Mat objectByBorder(const cv::Mat& colour) {
  cv::Mat padded, mask;
  cv::copyMakeBorder(colour, padded, 1, 1, 1, 1, cv::BORDER_CONSTANT, borderColour(colour));
  mask = cv::Mat::zeros(padded.rows + 2, padded.cols + 2, CV_8UC1);
  cv::floodFill(padded, mask, {0, 0}, {}, nullptr, cv::Scalar::all(24), cv::Scalar::all(24), 4 | cv::FLOODFILL_FIXED_RANGE | cv::FLOODFILL_MASK_ONLY | (255 << 8));
  cv::Mat object = mask(cv::Rect(2, 2, colour.cols, colour.rows)) == 0;
  cv::morphologyEx(object, object, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_ELLIPSE, {3, 3}));
  const double share = static_cast<double>(cv::countNonZero(object)) / static_cast<double>(object.total());
  return share > 0.01 && share < 0.97 ? object : cv::Mat();
}

/// [h,w] B G R over white, fitted as for training.
cv::Mat colourOf(const Picture& picture, const cv::Size& size) {
  PictureOptions options;
  options.fit = Fit::stretch;
  cv::Mat planes(3 * size.height, size.width, CV_8UC1), colour;   // R, G and B one below the other
  fitPicture(picture, {3, size.height, size.width}, options, {planes.data, planes.total()});
  const auto plane = [&](int i) { return planes.rowRange(i * size.height, (i + 1) * size.height); };
  cv::merge(std::vector<cv::Mat>{plane(2), plane(1), plane(0)}, colour);
  return colour;
}

Scene sceneOf(const Picture& picture) {
  const double scale = static_cast<double>(kPaper) / std::max(picture.width, picture.height);
  const cv::Size size(std::max(1, static_cast<int>(std::lround(picture.width * scale))), std::max(1, static_cast<int>(std::lround(picture.height * scale))));
  Scene scene;
  scene.colour = colourOf(picture, size);
  if (picture.channels == 4) {
    const cv::Mat stored(picture.height, picture.width, CV_8UC4, const_cast<std::uint8_t*>(picture.pixels.data()));
    cv::Mat alpha;
    cv::extractChannel(stored, alpha, 3);
    cv::resize(alpha, alpha, size, 0, 0, scale > 1 ? cv::INTER_CUBIC : cv::INTER_AREA);
    if (double least = 0; cv::minMaxLoc(alpha, &least), least < 128) scene.object = alpha >= 128;
  }
  if (scene.object.empty()) scene.object = objectByBorder(scene.colour);
  return scene;
}

cv::Mat outlineOf(const Scene& scene) {
  cv::Mat outline = cv::Mat::zeros(scene.colour.size(), CV_8UC1);
  if (scene.object.empty()) return outline;
  std::vector<std::vector<cv::Point>> contours;
  cv::findContours(scene.object, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
  cv::drawContours(outline, contours, -1, 255, 1, cv::LINE_8);
  cv::rectangle(outline, cv::Rect({0, 0}, outline.size()), 0, 2);   // where the picture ends is no line of the object
  return outline;
}

/// Edges of any of the three colours. `strictness` about 1: higher finds fewer.
cv::Mat cannyOf(const Scene& scene, double sigma, double strictness) {
  cv::Mat smooth, edges = cv::Mat::zeros(scene.colour.size(), CV_8UC1);
  cv::GaussianBlur(scene.colour, smooth, {}, sigma);
  std::vector<cv::Mat> planes;
  cv::split(smooth, planes);
  for (const auto& plane : planes) {
    cv::Mat found;
    cv::Canny(plane, found, 30 * strictness, 75 * strictness, 3, true);
    edges |= found;
  }
  cv::Mat joined;
  cv::dilate(edges, joined, cv::Mat());   // the colours' edges lie a pixel apart
  return thinned(joined | outlineOf(scene));
}

/// Dark lines and sides of edges: (1 + p) G(σ) - p G(1.6 σ) below a threshold.
cv::Mat dogOf(const Scene& scene, double sigma, double threshold) {
  cv::Mat grey, narrow, wide;
  cv::cvtColor(scene.colour, grey, cv::COLOR_BGR2GRAY);
  grey.convertTo(grey, CV_32F, 1.0 / 255);
  cv::GaussianBlur(grey, narrow, {}, sigma);
  cv::GaussianBlur(grey, wide, {}, 1.6 * sigma);
  cv::Mat lines = (wide - narrow) > threshold;
  return thinned(lines | outlineOf(scene));
}

/// How a hand draws the lines that were found.
struct Hand {
  double size = 3;       ///< of the pen
  double wobble = 0;     ///< units that it strays
  double breaks = 0;     ///< how often it lifts, in 100 units
};

/// Displacements that change slowly along a line: two sines whose phases are drawn.
std::vector<SketchPoint> drawn(const TracedLine& line, const Hand& hand, Draw& draws) {
  constexpr std::size_t kStep = 3;   // pixels between points: the pen's curve smooths the staircase
  const double phaseX = draws.uniform(0, 2 * std::numbers::pi), phaseY = draws.uniform(0, 2 * std::numbers::pi), length = draws.uniform(40, 110);
  std::vector<SketchPoint> points;
  for (std::size_t i = 0; i < line.size(); i += kStep) {
    const auto at = i + kStep >= line.size() ? line.size() - 1 : i;
    const double t = 2 * std::numbers::pi * static_cast<double>(at) / length;
    points.push_back({static_cast<float>(line[at].x + 0.5 + hand.wobble * std::sin(t + phaseX)), static_cast<float>(line[at].y + 0.5 + hand.wobble * std::sin(1.7 * t + phaseY)), 1});
  }
  return points;
}

void draw(Sketch& sketch, const TracedLine& line, const Hand& hand, Draw& draws) {
  std::size_t begin = 0;
  while (begin < line.size()) {
    auto end = line.size();
    if (hand.breaks > 0) end = std::min(end, begin + static_cast<std::size_t>(draws.uniform(0.4, 1.6) * 100 / hand.breaks));
    if (end - begin >= kShortestLine || begin == 0)
      sketch.strokes.push_back({SketchTool::pen, static_cast<float>(hand.size), drawn({line.begin() + static_cast<std::ptrdiff_t>(begin), line.begin() + static_cast<std::ptrdiff_t>(end)}, hand, draws)});
    begin = end + (hand.breaks > 0 ? static_cast<std::size_t>(draws.uniform(2, 9)) : 0);
  }
}

}  // namespace

Sketch sketchOf(const Picture& picture, SketchStyle style, std::uint64_t seed) {
  Draw draws(seed * 0x9E3779B97F4A7C15ULL + 1);   // seeds that follow each other begin far apart
  if (style == SketchStyle::mixed) style = sketchStyles()[draws.below(sketchStyles().size() - 1)].style;
  const auto scene = sceneOf(picture);
  Hand hand{draws.uniform(2.5, 4), 0, 0};
  cv::Mat lines;
  switch (style) {
    case SketchStyle::contour:
      lines = thinned(outlineOf(scene));
      if (cv::countNonZero(lines) == 0) lines = cannyOf(scene, 2.5, 1.5);   // nothing tells an object from its background
      break;
    case SketchStyle::dog: lines = dogOf(scene, draws.uniform(1.2, 2.2), draws.uniform(0.012, 0.03)); break;
    case SketchStyle::canny: lines = cannyOf(scene, draws.uniform(1.2, 2.4), draws.uniform(0.7, 1.6)); break;
    case SketchStyle::thick: hand.size = draws.uniform(6, 9), lines = cannyOf(scene, 2.4, draws.uniform(1, 1.6)); break;
    case SketchStyle::thin: hand.size = draws.uniform(1.2, 2), lines = cannyOf(scene, 1.5, 1); break;
    case SketchStyle::wobbly: case SketchStyle::mixed:
      hand.wobble = draws.uniform(0.8, 2.2), hand.breaks = draws.uniform(0.4, 1.5);
      lines = cannyOf(scene, draws.uniform(1.6, 2.6), draws.uniform(0.8, 1.5));
      break;
  }
  Sketch sketch{scene.colour.cols, scene.colour.rows, {}};
  for (const auto& line : traceLines(lines, kShortestLine)) draw(sketch, line, hand, draws);
  return sketch;
}

namespace {

/// 255 where there is ink; light lines on dark paper are ink as well.
cv::Mat inkOf(const cv::Mat& colour) {
  cv::Mat grey, ink;
  cv::cvtColor(colour, grey, cv::COLOR_BGR2GRAY);
  const auto border = borderColour(colour);
  if ((border[0] + border[1] + border[2]) / 3 < 128) cv::bitwise_not(grey, grey);
  cv::threshold(grey, ink, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
  return ink;
}

}  // namespace

bool looksDrawn(const Picture& picture) {
  constexpr int kBroadest = kPaper / 12;   // of a line; what is broader is a filled shape
  const auto scene = sceneOf(picture);
  const auto ink = inkOf(scene.colour);
  cv::Mat most, least, core;
  const auto colours = scene.colour.reshape(1, static_cast<int>(ink.total()));
  cv::reduce(colours, most, 1, cv::REDUCE_MAX);
  cv::reduce(colours, least, 1, cv::REDUCE_MIN);
  cv::erode(ink, core, cv::getStructuringElement(cv::MORPH_ELLIPSE, {kBroadest, kBroadest}));
  const auto share = [&](const cv::Mat& mask) { return static_cast<double>(cv::countNonZero(mask)) / static_cast<double>(ink.total()); };
  return share(most - least > 40) < 0.01 && share(ink) < 0.3 && share(core) < 0.01;
}

Sketch linesOf(const Picture& picture) {
  const auto scene = sceneOf(picture);
  const auto ink = inkOf(scene.colour);
  cv::Mat depth;
  cv::distanceTransform(ink, depth, cv::DIST_L2, 3);
  Sketch sketch{scene.colour.cols, scene.colour.rows, {}};
  Draw draws(1);
  for (const auto& line : traceLines(thinned(ink), kShortestLine / 2)) {
    double sum = 0;
    for (const auto& point : line) sum += depth.at<float>(point);
    draw(sketch, line, {std::clamp(2 * sum / static_cast<double>(line.size()), 1.0, kPaper / 4.0), 0, 0}, draws);
  }
  return sketch;
}

}  // namespace ganvas
