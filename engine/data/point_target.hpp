// Distributions of points in the plane whose density is known exactly: what a generator's own can be held against. No torch.
// Values that do not change after they are made; any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/api/result.hpp"

namespace ganvas {

/// Side of the pictures in which points are drawn, px.
constexpr int kDrawnSide = 256;

/// A part of the plane in equal cells, row by row from yLow up.
struct PlaneGrid {
  double xLow = -1, xHigh = 1, yLow = -1, yHigh = 1;
  int columns = 64, rows = 64;

  int cells() const { return columns * rows; }
  double cellArea() const { return (xHigh - xLow) / columns * (yHigh - yLow) / rows; }
  /// The cell that a place lies in, or -1 beside the grid.
  int cellOf(double x, double y) const;
};

/// A mixture of equal parts: round Gaussians, or squares that are evenly filled.
struct PointTarget {
  enum class Shape { gaussian, square };
  struct Part {
    double x = 0, y = 0;
  };

  Shape shape = Shape::gaussian;
  std::vector<Part> parts;
  double spread = 1;             ///< standard deviation of each Gaussian, or half the side of each square
  bool modes = false;            ///< each part stands for itself and can be captured or missed; else they make up one figure
  double low = -1, high = 1;     ///< of both axes, in a view that holds nearly all of it
  bool line = false;             ///< a distribution of x alone: y is uniform in (-1,1), so that it can be seen, and networks are not shown it

  double density(double x, double y) const;
  /// What of the probability lies in each cell, exactly.
  std::vector<double> masses(const PlaneGrid& grid) const;
  PlaneGrid view(int side) const { return line ? PlaneGrid{low, high, -1, 1, side, 1} : PlaneGrid{low, high, low, high, side, side}; }
  /// The part whose centre is nearest, and the square of how far that is.
  std::pair<std::size_t, double> nearest(double x, double y) const;
  /// x, y of each point, one after another: the same for the same seed on every machine.
  std::vector<float> sample(std::int64_t count, std::uint64_t seed) const;
};

/// Names of the figures that Ganvas knows by itself, as in the catalogue: "ring8", "grid25", …
const std::vector<std::string>& pointTargetNames();
/// Throws std::invalid_argument for a name that is not among them.
PointTarget pointTarget(const std::string& name);

struct DrawnPoints {
  PointTarget target;                ///< the kernel density of the points, with a quarter of the bandwidth of Scott 1992: figures are thin
  std::vector<Sentence> warnings;    ///< that only some of very many were taken
};
/// A text of points, one a line: x and y between comma, semicolon, blank or tab; a first line of words is a heading. A sentence with the
/// line where something else stands there.
Result<DrawnPoints> readPoints(const std::filesystem::path& csv);
/// Points (x, y, x, y, …) as readPoints() takes them, or why they are no distribution.
Result<std::string> pointsAsText(std::span<const double> points);

}  // namespace ganvas
