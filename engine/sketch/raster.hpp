// Ink on paper: strokes become an 8-bit grey picture, piece by piece while they are drawn. What the canvas shows, the command line reads
// and training sees comes from here. One thread at a time.
#pragma once

#include <opencv2/core/mat.hpp>

#include "engine/api/sketch.hpp"
#include "engine/picture/picture.hpp"

namespace ganvas {

/// White paper is 255, full ink 0. Ink darkens and the eraser lightens, so that a stroke gives the same whether it came at once or
/// point by point.
class SketchRaster {
 public:
  /// `scale`: pixels to a unit of the sketch.
  SketchRaster(int width, int height, double scale = 1);

  /// What one stroke changes, in pixels; empty where it changes nothing. All points.
  cv::Rect add(const SketchStroke& stroke);
  /// Of a pen or eraser that is on the paper: what the points from `known` on add. Its last half step is drawn by finish().
  cv::Rect extend(const SketchStroke& stroke, std::size_t known);
  cv::Rect finish(const SketchStroke& stroke);
  void clear();
  /// Back to what pixels() were, row by row.
  void restore(const std::vector<std::uint8_t>& pixels);

  /// Pixels [height,width] 8 bit; shares memory with the raster.
  const cv::Mat& pixels() const { return pixels_; }

 private:
  struct Dot { double x, y, radius; };   // in pixels
  Dot dot(const SketchStroke& stroke, const SketchPoint& point) const;
  static Dot middle(const Dot& a, const Dot& b);
  cv::Rect segment(const Dot& from, const Dot& to, bool erases);
  cv::Rect curve(const Dot& from, const Dot& by, const Dot& to, bool erases);
  cv::Rect shape(const SketchStroke& stroke);
  cv::Rect fill(const SketchPoint& point);

  double scale_;
  cv::Mat pixels_;
};

/// All strokes at a pixel to a unit of the paper, then at `side`: what a model is shown of a drawing, on the canvas and everywhere else.
cv::Mat drawSketch(const Sketch& sketch, int side);

/// A picture of a drawing as a model is shown it: its darkness is ink. One whose border is dark is light on dark, and is turned round.
cv::Mat drawingIn(const Picture& picture, int side);

/// A drawing in other size, thin lines kept visible: shrinking by f first makes lines wider by half of f. Square, 8 bit, white around it.
cv::Mat sketchAtSide(const cv::Mat& drawing, int side);

}  // namespace ganvas
