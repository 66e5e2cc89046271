// Pictures as they cross from the engine to whoever shows or saves them. Pure; values, any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace ganvas {

/// A picture of 8-bit B, G, R, A samples (QImage::Format_ARGB32 on little-endian machines, cv::Mat CV_8UC4),
/// rows packed, top row first. Copies share the pixels, which never change.
struct Frame {
  int width = 0;
  int height = 0;
  std::shared_ptr<const std::vector<std::uint8_t>> bgra;

  bool empty() const { return width == 0 || height == 0 || !bgra; }
};

/// Equal tiles side by side without gaps, row by row: sample grids, data previews, latent grids.
/// Tiles past `count` in the last row are transparent.
struct TileGrid {
  std::int64_t step = 0;  ///< rounds trained when it was made; 0 where that has no meaning
  int columns = 0;
  int rows = 0;
  int tileWidth = 0;
  int tileHeight = 0;
  int count = 0;
  Frame frame;            ///< columns*tileWidth × rows*tileHeight

  bool empty() const { return frame.empty(); }
};

}  // namespace ganvas
