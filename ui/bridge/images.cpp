#include "ui/bridge/images.hpp"

#include <QCoreApplication>
#include <QPainter>
#include <QSaveFile>
#include <algorithm>

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

std::optional<Words> savePng(const QImage& image, const QString& file) {
  QSaveFile out(file);
  if (!image.isNull() && out.open(QIODevice::WriteOnly) && image.save(&out, "PNG") && out.commit()) return {};
  return [file] { return QCoreApplication::translate("ganvas::ui::savePng", "The picture could not be written to %1. Check that the folder exists, can be written to and has room.").arg(file); };
}

QImage tileImage(const TileGrid& grid, int index) {
  if (grid.empty() || index < 0 || index >= grid.count || grid.columns <= 0) return {};
  const QRect tile((index % grid.columns) * grid.tileWidth, (index / grid.columns) * grid.tileHeight, grid.tileWidth, grid.tileHeight);
  return toImage(grid.frame).copy(tile);
}

SortedGrid sortedByClass(const TileGrid& grid, const std::vector<int>& classes, int classCount) {
  constexpr int kLongestRow = 16;
  std::map<int, std::vector<int>> members;
  for (int number = 0; number < classCount; ++number) members[number];
  for (int i = 0; i < grid.count; ++i) members[classes.at(static_cast<std::size_t>(i))].push_back(i);
  SortedGrid sorted;
  sorted.grid = grid;
  auto& columns = sorted.grid.columns;
  columns = 1;
  for (const auto& [number, tiles] : members) columns = std::clamp(static_cast<int>(tiles.size()), columns, kLongestRow);
  std::vector<int> places;   // the tile at each, -1 for none
  for (const auto& [number, tiles] : members) {
    sorted.count[number] = static_cast<int>(tiles.size());
    places.insert(places.end(), tiles.begin(), tiles.end());
    if (tiles.empty()) places.push_back(-1);
    while (places.size() % static_cast<std::size_t>(columns) != 0) places.push_back(-1);
    while (sorted.rows.size() < places.size() / static_cast<std::size_t>(columns)) sorted.rows.push_back(number);
  }
  sorted.grid.count = static_cast<int>(places.size());
  sorted.grid.rows = static_cast<int>(sorted.rows.size());
  QImage image(columns * grid.tileWidth, sorted.grid.rows * grid.tileHeight, QImage::Format_ARGB32);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.setCompositionMode(QPainter::CompositionMode_Source);
  for (int i = 0; i < sorted.grid.count; ++i) {
    if (const int tile = places[static_cast<std::size_t>(i)]; tile >= 0) painter.drawImage(i % columns * grid.tileWidth, i / columns * grid.tileHeight, tileImage(grid, tile));
    else sorted.absent.insert(i);
  }
  painter.end();
  sorted.grid.frame = toFrame(image);
  return sorted;
}

}  // namespace ganvas::ui
