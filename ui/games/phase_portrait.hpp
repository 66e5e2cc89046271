// The plane of a game of two numbers: where steps lead from each place, the ways that were gone, and how far they are by now. The start can be
// taken with the mouse. It draws what it is told; what is played, GameView knows. GUI thread.
#pragma once

#include <QPixmap>
#include <QWidget>
#include <vector>

#include "ui/games/game_way.hpp"

namespace ganvas::ui {

class PhasePortrait : public QWidget {
  Q_OBJECT
 public:
  explicit PhasePortrait(QWidget* parent = nullptr);

  void setEquilibrium(double x, double y);
  /// The same of both axes.
  void setView(double low, double high);
  double low() const { return low_; }
  double high() const { return high_; }
  void setField(GameField field);
  void setWays(std::vector<GameWay> ways);
  /// How far the ways are shown; between two steps the pair is between two places.
  void setStep(double step);

  /// The square in which the plane lies, and places in it.
  QRectF plane() const;
  QPointF toWidget(double x, double y) const;
  QPointF toGame(const QPointF& point) const;
  /// Whether a way has left what is seen by now.
  bool leftView() const;

  QSize sizeHint() const override { return {460, 460}; }
  QSize minimumSizeHint() const override { return {220, 220}; }
  bool hasHeightForWidth() const override { return false; }

 signals:
  void startDragged(double x, double y);
  void startDropped();
  /// By the wheel: more than 1 shows more.
  void zoomed(double factor);

 protected:
  void paintEvent(QPaintEvent*) override;
  void resizeEvent(QResizeEvent*) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  /// What has been painted of a way already: steps only add to it.
  struct Trail {
    QPixmap pixmap;
    std::size_t to = 0;
    double length = 0;
  };
  void forget();
  QPixmap blank() const;
  void paintBackdrop();
  void paintAxes(QPainter& painter) const;
  void paintField(QPainter& painter) const;
  void extend(Trail& trail, const GameWay& way, std::size_t to) const;
  void paintTail(QPainter& painter, const GameWay& way, bool first) const;
  void paintMarker(QPainter& painter, const QPointF& at, double radius, bool disc) const;
  void paintMoves(QPainter& painter, const GameWay& way) const;
  void paintNow(QPainter& painter, const GameWay& way, bool first) const;
  void paintEquilibrium(QPainter& painter) const;
  void paintStart(QPainter& painter) const;
  void paintOutside(QPainter& painter, const GameWay& way) const;
  QPointF placeOf(const GameTrack& track, double step) const;
  std::size_t lastOf(const GameTrack& track) const;
  double cell() const;
  QPointF arrowOf(double dx, double dy) const;
  bool onStart(const QPointF& point) const;

  double equilibriumX_ = 0, equilibriumY_ = 0, low_ = -1, high_ = 1, step_ = 0, longest_ = 0;
  GameField field_;
  std::vector<GameWay> ways_;
  std::vector<Trail> trails_;
  QPixmap backdrop_;
  bool dragging_ = false, hovering_ = false;
  QPointF grip_;   // from the pointer to the middle of the start
};

}  // namespace ganvas::ui
