// Tiles on the clipboard and in files: what of TileView leaves the window.
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QInputDialog>
#include <QMenu>
#include <QPainter>

#include "ui/bridge/images.hpp"
#include "ui/panels/tile_view.hpp"

namespace ganvas::ui {
namespace {

constexpr int kSaveGap = 2;   // px between tiles of a saved grid, times its scale

QImage enlarged(const QImage& image, int scale) { return image.scaled(image.size() * scale, Qt::IgnoreAspectRatio, Qt::FastTransformation); }

}  // namespace

QImage gridImage(const TileGrid& grid, int scale, int gap) {
  if (grid.empty() || grid.columns <= 0) return {};
  const QSize tile = QSize(grid.tileWidth, grid.tileHeight) * scale;
  const int columns = std::min(grid.columns, grid.count), rows = (grid.count + grid.columns - 1) / grid.columns;
  QImage result(columns * tile.width() + (columns - 1) * gap, rows * tile.height() + (rows - 1) * gap, QImage::Format_ARGB32);
  result.fill(Qt::transparent);
  const QImage source = toImage(grid.frame);
  QPainter painter(&result);
  painter.setCompositionMode(QPainter::CompositionMode_Source);
  for (int i = 0; i < grid.count; ++i) {
    const QPoint place(i % grid.columns, i / grid.columns);
    painter.drawImage(QRect(QPoint(place.x() * (tile.width() + gap), place.y() * (tile.height() + gap)), tile), source,
                      QRect(place.x() * grid.tileWidth, place.y() * grid.tileHeight, grid.tileWidth, grid.tileHeight));
  }
  return result;
}

void TileView::copyTile(int tile) {
  const QImage image = tileImage(grid_, tile);
  if (!image.isNull()) QGuiApplication::clipboard()->setImage(image);
}

void TileView::copyGrid() {
  if (!grid_.empty()) QGuiApplication::clipboard()->setImage(gridImage(grid_));
}

bool TileView::saveTo(const QString& file, int scale, int tile) {
  const QImage image = tile >= 0 ? enlarged(tileImage(grid_, tile), scale) : gridImage(grid_, scale, grid_.count > 1 ? kSaveGap * scale : 0);
  const auto problem = savePng(image, file);
  if (problem) emit failed(*problem);
  return !problem;
}

bool TileView::saveAs(int tile) {
  if (grid_.empty()) return false;
  QStringList sizes;
  const int columns = tile >= 0 ? 1 : std::min(grid_.columns, grid_.count), rows = tile >= 0 ? 1 : grid_.rows;
  const QList<int> scales = {1, 2, 4, 8, 16};
  for (const int scale : scales) {
    const int gap = tile >= 0 ? 0 : kSaveGap;
    sizes << tr("%1×: %2 × %3 px").arg(scale).arg((columns * grid_.tileWidth + (columns - 1) * gap) * scale).arg((rows * grid_.tileHeight + (rows - 1) * gap) * scale);
  }
  bool chosen = false;
  const QString size = QInputDialog::getItem(this, tr("Save picture"), tr("Size"), sizes, 2, false, &chosen);
  if (!chosen) return false;
  QString file = QFileDialog::getSaveFileName(this, tr("Save picture"), tile >= 0 ? tr("sample.png") : tr("samples.png"), tr("Picture (*.png)"));
  if (file.isEmpty()) return false;
  if (!file.endsWith(QLatin1String(".png"), Qt::CaseInsensitive)) file += QLatin1String(".png");
  return saveTo(file, scales[std::max<qsizetype>(sizes.indexOf(size), 0)], tile);
}

void TileView::fillMenu(QMenu& menu, int tile) {
  if (tile >= 0) {
    menu.addAction(tr("Copy this picture"), this, [this, tile] { copyTile(tile); });
    menu.addAction(tr("Save this picture…"), this, [this, tile] { saveAs(tile); });
    menu.addSeparator();
  }
  if (grid_.count > 1) {
    menu.addAction(tr("Copy all"), this, &TileView::copyGrid);
    menu.addAction(tr("Save all…"), this, [this] { saveAs(); });
    menu.addSeparator();
  }
  menu.addAction(tr("Zoom in"), this, &TileView::zoomIn);
  menu.addAction(tr("Zoom out"), this, &TileView::zoomOut);
  menu.addAction(tr("Fit"), this, &TileView::fit);
}

}  // namespace ganvas::ui
