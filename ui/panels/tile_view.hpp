// Shows a TileGrid, never smeared: whole device pixels per picture pixel when enlarged, smooth only when shrunk.
// Used by the sample grid, the panels and data previews. GUI thread.
#pragma once

#include <QImage>
#include <QWidget>
#include <map>
#include <set>
#include <vector>

#include "engine/api/frame.hpp"
#include "ui/bridge/words.hpp"

class QMenu;

namespace ganvas::ui {

/// The grid as it is saved: every pixel a block of `scale`², `gap` transparent pixels (already scaled) between tiles.
QImage gridImage(const TileGrid& grid, int scale = 1, int gap = 0);

class TileView : public QWidget {
  Q_OBJECT
 public:
  explicit TileView(QWidget* parent = nullptr);

  void setGrid(TileGrid grid);
  const TileGrid& grid() const { return grid_; }
  /// What is said while there is nothing to show.
  void setEmptyText(const QString& text);
  /// Short marks in a tile's corner: "A", "B".
  void setBadges(std::map<int, QString> badges);
  /// Several tiles may be outlined at once by a caller; a click selects one.
  void setSelectedTile(int tile);          ///< -1: none
  int selectedTile() const { return selected_; }
  void setSelectable(bool selectable);
  /// Off: no enlarged tile under the pointer (big single pictures).
  void setMagnifier(bool on);
  /// On: the grid is laid out in the columns that let the tiles be largest, not in those that it came with.
  void setReflow(bool on);
  /// Words over the columns (Qt::Horizontal) or before the rows of the grid; none where it is laid out anew.
  void setHeadings(Qt::Orientation orientation, QStringList headings);
  const QStringList& headings(Qt::Orientation orientation) const { return orientation == Qt::Horizontal ? columnHeadings_ : rowHeadings_; }
  /// Tiles that stand for nothing: not painted, not to be chosen.
  void setAbsent(std::set<int> tiles);
  /// Captions drawn by the magnifier instead of the index ("3 · sneaker"); tool tips of tiles too large for it.
  void setCaptions(std::map<int, QString> captions);

  /// Device pixels per picture pixel: a whole number from 1 up, below that a fraction.
  double scale() const;
  bool fitted() const { return fitted_; }
  void zoomBy(int notches, QPointF anchor);
  void zoomIn();
  void zoomOut();
  void fit();

  int tileAt(QPointF position) const;      ///< -1: none
  QRectF tileRect(int tile) const;         ///< in widget coordinates

  void copyTile(int tile);
  void copyGrid();
  /// Asks for a file and a scale. False where the person gave up or writing failed (then failed() is emitted).
  bool saveAs(int tile = -1);
  bool saveTo(const QString& file, int scale, int tile = -1);
  /// What the context menu offers; callers may add to it.
  void fillMenu(QMenu& menu, int tile);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void tileClicked(int tile, Qt::KeyboardModifiers modifiers);
  void tileActivated(int tile);            ///< double click or Enter
  void tileHovered(int tile);
  void selectionChanged(int tile);
  void viewChanged();                      ///< zoomed, panned or fitted
  void menuOpening(QMenu* menu, int tile);
  void failed(const ganvas::ui::Words& sentence);

 protected:
  bool event(QEvent*) override;
  void paintEvent(QPaintEvent*) override;
  void resizeEvent(QResizeEvent*) override;
  void wheelEvent(QWheelEvent*) override;
  void mousePressEvent(QMouseEvent*) override;
  void mouseMoveEvent(QMouseEvent*) override;
  void mouseReleaseEvent(QMouseEvent*) override;
  void mouseDoubleClickEvent(QMouseEvent*) override;
  void leaveEvent(QEvent*) override;
  void keyPressEvent(QKeyEvent*) override;
  void focusInEvent(QFocusEvent*) override;
  void focusOutEvent(QFocusEvent*) override;
  void contextMenuEvent(QContextMenuEvent*) override;

 private:
  // All lengths below are device pixels: only they are whole on a display of 1.5×.
  int gap() const;
  int columns() const;
  int rows() const;
  QSizeF tileExtent() const;
  QSizeF extent() const;
  QSizeF head() const;             // what headings take at the left and on top
  QSizeF room() const;             // what they leave
  bool present(int tile) const { return tile < grid_.count && !absent_.contains(tile); }
  double fitScale(int columns) const;
  QPointF origin() const;
  QRectF deviceRect(int tile) const;
  void clampPan();
  void layOut();
  void paintTile(QPainter& painter, int tile);
  int magnifiedScale() const;
  void paintHeadings(QPainter& painter) const;
  void paintMagnifier(QPainter& painter) const;
  void paintEmpty(QPainter& painter) const;
  void moveSelection(int by);

  TileGrid grid_;
  QImage image_;                   // shares the grid's pixels
  QString emptyText_;
  std::map<int, QString> badges_, captions_;
  QStringList columnHeadings_, rowHeadings_;
  std::set<int> absent_;
  int selected_ = -1, hovered_ = -1, columns_ = 0;
  bool selectable_ = true, magnifier_ = true, reflow_ = false;
  bool fitted_ = true;
  double scale_ = 1;
  QPointF pan_;                    // offset of the grid's centre from the view's, device pixels
  QPointF pressed_, panAtPress_;
  bool pressing_ = false, panning_ = false;
  int wheel_ = 0;                  // eighths of a degree not yet a notch
  std::vector<QImage> shrunk_;     // tiles smoothed down at shrunkScale_, made when first painted
  double shrunkScale_ = 0;
};

}  // namespace ganvas::ui
