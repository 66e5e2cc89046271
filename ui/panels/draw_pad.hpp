// A square to draw a small grey picture on with the mouse, a pen or a finger: white on black, as the usual sets of digits are. GUI thread.
#pragma once

#include <QImage>
#include <QWidget>

#include "engine/api/frame.hpp"

namespace ganvas::ui {

class DrawPad : public QWidget {
  Q_OBJECT
 public:
  explicit DrawPad(QWidget* parent = nullptr);

  void clear();
  void takeOver(const DrawPad& other);   ///< what is drawn on it
  bool blank() const { return blank_; }
  /// What is drawn, centred by its mass and scaled as the pictures of MNIST are; empty while nothing is.
  Frame picture() const;
  /// Draws from one place to another; places from 0 to 1. For tests and for whoever draws by other means.
  void line(QPointF from, QPointF to);

  QSize sizeHint() const override { return {280, 280}; }
  QSize minimumSizeHint() const override { return {140, 140}; }

 signals:
  void changed();

 protected:
  void paintEvent(QPaintEvent*) override;
  void mousePressEvent(QMouseEvent*) override;
  void mouseMoveEvent(QMouseEvent*) override;
  void tabletEvent(QTabletEvent*) override;
  void keyPressEvent(QKeyEvent*) override;

 private:
  QRectF square() const;
  QPointF placeOf(QPointF position) const;

  QImage image_;      // grey
  QPointF last_;
  bool blank_ = true;
};

}  // namespace ganvas::ui
