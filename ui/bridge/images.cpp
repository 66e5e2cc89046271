#include "ui/bridge/images.hpp"

#include <QPainter>
#include <algorithm>
#include <numeric>

namespace ganvas::ui {

QImage toImage(const Frame& frame) {
  if (frame.empty()) return {};
  using Pixels = std::shared_ptr<const std::vector<std::uint8_t>>;
  auto* keeper = new Pixels(frame.bgra);
  return QImage(frame.bgra->data(), frame.width, frame.height, qsizetype{4} * frame.width, QImage::Format_ARGB32,
                [](void* pixels) { delete static_cast<Pixels*>(pixels); }, keeper);
}

Frame toFrame(const QImage& image) {
  if (image.isNull()) return {};
  const auto argb = image.convertToFormat(QImage::Format_ARGB32);
  auto pixels = std::make_shared<std::vector<std::uint8_t>>();
  pixels->reserve(static_cast<std::size_t>(argb.width()) * static_cast<std::size_t>(argb.height()) * 4);
  for (int y = 0; y < argb.height(); ++y) pixels->insert(pixels->end(), argb.constScanLine(y), argb.constScanLine(y) + argb.width() * 4);
  return {argb.width(), argb.height(), std::move(pixels)};
}

QImage tileImage(const TileGrid& grid, int index) {
  if (grid.empty() || index < 0 || index >= grid.count || grid.columns <= 0) return {};
  const QRect tile((index % grid.columns) * grid.tileWidth, (index / grid.columns) * grid.tileHeight, grid.tileWidth, grid.tileHeight);
  return toImage(grid.frame).copy(tile);
}

TileGrid sortedByClass(const TileGrid& grid, const std::vector<int>& classes) {
  std::vector<int> order(static_cast<std::size_t>(grid.count));
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return classes.at(static_cast<std::size_t>(a)) < classes.at(static_cast<std::size_t>(b)); });
  QImage sorted(grid.frame.width, grid.frame.height, QImage::Format_ARGB32);
  sorted.fill(Qt::transparent);
  QPainter painter(&sorted);
  painter.setCompositionMode(QPainter::CompositionMode_Source);
  for (int i = 0; i < grid.count; ++i)
    painter.drawImage(i % grid.columns * grid.tileWidth, i / grid.columns * grid.tileHeight, tileImage(grid, order[static_cast<std::size_t>(i)]));
  painter.end();
  auto result = grid;
  result.frame = toFrame(sorted);
  return result;
}

}  // namespace ganvas::ui
