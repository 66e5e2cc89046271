// A piece of the plane to draw points on with the mouse, a pen or a finger: a stroke sprays them, the right button or the eraser's end of a pen
// takes them away. GUI thread.
#pragma once

#include <QWidget>
#include <optional>
#include <random>
#include <vector>

namespace ganvas::ui {

class PointPad : public QWidget {
  Q_OBJECT
 public:
  static constexpr double kReach = 2;       ///< the plane is shown from -kReach to kReach both ways

  explicit PointPad(QWidget* parent = nullptr);

  /// x, y, x, y, …
  std::vector<double> points() const;
  std::size_t count() const { return points_.size(); }
  /// How wide a stroke is, in units of the plane.
  void setBrush(double radius);
  double brush() const { return brush_; }
  void clear();
  void undo();
  bool canUndo() const { return !strokes_.empty(); }
  /// Sprays along a way, or wipes it: places of the plane. For the mouse, and for whoever draws by other means.
  void stroke(QPointF from, QPointF to, double pressure, bool wipe);
  /// What is drawn from here on is undone at once.
  void beginStroke();

  QSize sizeHint() const override { return {480, 480}; }
  QSize minimumSizeHint() const override { return {240, 240}; }

 signals:
  void changed();

 protected:
  void paintEvent(QPaintEvent*) override;
  void mousePressEvent(QMouseEvent*) override;
  void mouseMoveEvent(QMouseEvent*) override;
  void mouseReleaseEvent(QMouseEvent*) override;
  void tabletEvent(QTabletEvent*) override;
  void leaveEvent(QEvent*) override;
  void keyPressEvent(QKeyEvent*) override;

 private:
  QRectF square() const;
  QPointF placeOf(QPointF position) const;
  QPointF toWidget(QPointF place) const;
  void press(QPointF position, double pressure, bool wipe);
  void move(QPointF position, double pressure);

  std::vector<QPointF> points_;
  std::vector<std::vector<QPointF>> strokes_;   // what was there before each
  std::mt19937 random_{1};
  double brush_ = 0.15;
  std::optional<QPointF> last_, mouse_;
  bool wipes_ = false;
};

}  // namespace ganvas::ui
