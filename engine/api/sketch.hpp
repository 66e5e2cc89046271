// A drawing: strokes in the order in which they were made, on paper of a given size. What a canvas edits, a file keeps and a model is
// shown. Values; any thread, but for Paper.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/api/frame.hpp"
#include "engine/api/sentence.hpp"

namespace ganvas {

enum class SketchTool {
  pen, eraser,                ///< a curve through its points
  line, rectangle, ellipse,   ///< between two points: ends, or opposite corners of what surrounds it
  fill                        ///< the white place around one point becomes ink
};

/// From the upper left corner of the paper, to the right and down, in units of which the paper has width × height.
struct SketchPoint {
  float x = 0, y = 0;
  float pressure = 1;   ///< 0 to 1; a mouse's is 1
};

struct SketchStroke {
  SketchTool tool = SketchTool::pen;
  float size = 3;                     ///< width of the line at full pressure, in units of the paper
  std::vector<SketchPoint> points;    ///< at least one; two for line, rectangle and ellipse
};

struct Sketch {
  int width = 512, height = 512;
  std::vector<SketchStroke> strokes;
};

/// How lines are found in a picture and drawn as a hand might draw them.
enum class SketchStyle {
  canny,     ///< edges (Canny 1986), thresholds varied by the seed
  dog,       ///< dark lines by a difference of Gaussians (Winnemöller et al. 2012, XDoG)
  contour,   ///< the outline of the object against its background alone
  thick,     ///< edges with a broad pen
  thin,      ///< edges with a fine pen
  wobbly,    ///< edges by an unsteady hand, broken here and there
  mixed      ///< one of the others, drawn by the seed
};

struct SketchStyleInfo {
  SketchStyle style;
  std::string name;    ///< as parameters and the command line have it
  std::string title;
};
/// In the order of the values, mixed last.
const std::vector<SketchStyleInfo>& sketchStyles();

/// Pixels that a stroke changed.
struct PaperArea {
  int left = 0, top = 0, width = 0, height = 0;
  bool empty() const { return width <= 0 || height <= 0; }
};

/// Ink on paper, a pixel to a unit of the drawing, growing while it is drawn: the very pixels that a model is shown, in the window as on the
/// command line and in training. Made by Engine::newPaper; belongs to one thread.
class Paper {
 public:
  virtual ~Paper() = default;
  virtual int width() const = 0;
  virtual int height() const = 0;
  /// 8 bit, [height,width], paper 255 and ink 0, rows packed; the same place while the paper lives.
  virtual const std::uint8_t* ink() const = 0;
  /// A whole stroke.
  virtual PaperArea add(const SketchStroke& stroke) = 0;
  /// Of a pen or eraser that is on the paper: what the points from `known` on add; finish() draws the last half step.
  virtual PaperArea extend(const SketchStroke& stroke, std::size_t known) = 0;
  virtual PaperArea finish(const SketchStroke& stroke) = 0;
  virtual void clear() = 0;
  /// Makes it what it was when `ink` was a copy of ink().
  virtual void restore(const std::vector<std::uint8_t>& ink) = 0;
};
/// What is on the paper now.
Frame pictureOf(const Paper& paper);

/// A picture that is to become strokes: of a file, or pasted.
struct PictureToDraw {
  std::string file;                      ///< empty: `picture`
  Frame picture;
  std::optional<SketchStyle> style;      ///< none: dark lines on light paper are followed as they are, anything else is drawn by its edges
  std::uint64_t seed = 1;
};

/// Something to draw, or to draw after.
struct DrawingExample {
  Frame picture;        ///< square; empty where only the drawing is known
  Sketch drawing;
  Sentence name;        ///< "grinning face"
};

/// A drawing painted by a stored model without a window.
struct DrawRequest {
  std::string model;                         ///< name or folder
  std::string sketch;                        ///< .json with strokes, .svg, or a picture of a drawing
  std::string out;                           ///< .png: one picture, or a row of variants
  std::uint64_t seed = 1;
  int variants = 1;                          ///< pictures from as many latents of the seed
  std::optional<std::string> classWanted;    ///< name or number, for models that are told one; none: the first
};

/// Pictures of one size that follow each other.
struct Animation {
  std::vector<Frame> frames;
  int milliseconds = 80;                     ///< that each is shown
};

}  // namespace ganvas
