// The plane as both players of a GAN on points see it, in layers: densities, D's field and its best, points, the bent latent grid, where
// points are pulled. Wheel zooms, dragging moves, a double click goes back. GUI thread.
#pragma once

#include <QImage>
#include <QWidget>
#include <array>
#include <optional>
#include <vector>

#include "engine/api/model.hpp"

namespace ganvas::ui {

/// What colours the plane.
enum class FieldShade { none, answer, best, difference, data, generated };

class FieldView : public QWidget {
  Q_OBJECT
 public:
  enum Layer { real, generated, grid, pull, lines, probe, layerCount };

  explicit FieldView(QWidget* parent = nullptr);

  /// What is looked at {xLow, xHigh, yLow, yHigh}; nothing until the engine has said which part shows all of the target.
  std::optional<std::array<double, 4>> view() const { return view_; }
  /// Cells across and up that a picture of this size is worth asking for.
  QSize cells() const;
  /// An answer with the lists of interaction "field" for `cells`.
  void show(const InferenceResult& result, QSize cells);
  void clear(const QString& emptyText);
  bool empty() const { return lists_.empty(); }
  void setShade(FieldShade shade);
  void setLayer(Layer layer, bool on);
  /// The numbers of the place under the mouse, or empty.
  QString readOut() const;
  /// What the colours mean, or why there are none.
  QString legend() const;

  QSize sizeHint() const override { return {560, 560}; }
  QSize minimumSizeHint() const override { return {240, 240}; }

 signals:
  void viewChanged();      ///< another part of the plane is wanted
  void hovered();          ///< readOut() is another one

 protected:
  void paintEvent(QPaintEvent*) override;
  void wheelEvent(QWheelEvent*) override;
  void mousePressEvent(QMouseEvent*) override;
  void mouseMoveEvent(QMouseEvent*) override;
  void mouseReleaseEvent(QMouseEvent*) override;
  void mouseDoubleClickEvent(QMouseEvent*) override;
  void leaveEvent(QEvent*) override;
  void resizeEvent(QResizeEvent*) override;
  void changeEvent(QEvent*) override;

 private:
  using List = std::vector<double>;
  const List& list(const char* name) const;         // empty where it was not answered
  QRectF sheet() const;
  std::array<double, 4> fitted(const std::array<double, 4>& part) const;   // the same, as wide or high as the widget
  bool probabilities() const;
  QPointF toWidget(double x, double y) const;
  QPointF toPlane(QPointF place) const;
  void look(std::array<double, 4> view);
  void shade();
  void drawLegend(QPainter& painter) const;
  void drawProbe(QPainter& painter) const;
  void drawLines(QPainter& painter) const;
  void drawPoints(QPainter& painter, const List& points, const QColor& colour) const;
  void drawGrid(QPainter& painter) const;
  void drawPull(QPainter& painter) const;

  std::map<std::string, List> lists_;
  QSize cells_;                                      // of the lists
  std::optional<std::array<double, 4>> shown_;       // what they are of
  std::optional<std::array<double, 4>> view_, all_;  // what is looked at; the part that shows all of the target
  QImage image_;
  QString empty_;
  FieldShade shade_ = FieldShade::answer;
  std::array<bool, layerCount> on_{true, true, false, false, true, true};
  std::optional<QPointF> mouse_;
  QPointF dragged_;
  bool dragging_ = false;
  bool home_ = true;                                 // looks at all_
};

}  // namespace ganvas::ui
