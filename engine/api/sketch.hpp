// A drawing: strokes in the order in which they were made, on paper of a given size. What a canvas edits, a file keeps and a model is
// shown. Pure values; any thread.
#pragma once

#include <vector>

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

}  // namespace ganvas
