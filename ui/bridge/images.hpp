// Frames of the engine as QImages, without a copy. GUI thread or any other: the pixels are shared and never change.
#pragma once

#include <QImage>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "engine/api/frame.hpp"
#include "ui/bridge/words.hpp"

namespace ganvas::ui {

/// Shares the frame's pixels for as long as the image lives. Null for an empty frame.
QImage toImage(const Frame& frame);

/// A copy of an image as the engine takes pictures; empty for a null one.
Frame toFrame(const QImage& image);

/// Whole or not at all: a file that is there stays as it is where there is no room for the new one. What went wrong, or nothing.
std::optional<Words> savePng(const QImage& image, const QString& file);

/// One tile of a grid (a copy of its pixels); null where there is none.
QImage tileImage(const TileGrid& grid, int index);

/// The same tiles by class, as they came within a class: a row or more for each class, an empty row for one that has none.
struct SortedGrid {
  TileGrid grid;
  std::vector<int> rows;     ///< the class of each row; a class of many tiles goes on in the next
  std::set<int> absent;      ///< places at the ends of rows that no tile fills
  std::map<int, int> count;  ///< tiles by class
};
SortedGrid sortedByClass(const TileGrid& grid, const std::vector<int>& classes, int classCount);

}  // namespace ganvas::ui
