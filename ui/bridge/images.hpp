// Frames of the engine as QImages, without a copy. GUI thread or any other: the pixels are shared and never change.
#pragma once

#include <QImage>

#include "engine/api/frame.hpp"

namespace ganvas::ui {

/// Shares the frame's pixels for as long as the image lives. Null for an empty frame.
QImage toImage(const Frame& frame);

/// A copy of an image as the engine takes pictures; empty for a null one.
Frame toFrame(const QImage& image);

/// One tile of a grid (a copy of its pixels); null where there is none.
QImage tileImage(const TileGrid& grid, int index);

/// The same tiles in the order of their classes, as they came within a class.
TileGrid sortedByClass(const TileGrid& grid, const std::vector<int>& classes);

}  // namespace ganvas::ui
