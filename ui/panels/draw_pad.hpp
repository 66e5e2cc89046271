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
  /// Shows a picture instead of a drawing, until one draws.
  void showPicture(const QImage& picture);
  void takeOver(const DrawPad& other);   ///< what is drawn or shown on it
  bool blank() const { return blank_; }
  /// What is drawn, centred by its mass and scaled as the pictures of MNIST are; a picture that is shown as it is; else empty.
  Frame picture() const;
  /// Counts what stands on it: another one with each clear(), each picture shown and each drawing that is begun.
  int subject() const { return subject_; }
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
  QRectF placeOfShown() const;
  QPointF placeOf(QPointF position) const;
  void begin(QPointF position, bool inked);
  void change();

  QImage image_;      // grey
  QImage shown_;      // a picture instead, or null
  QPointF last_;
  bool blank_ = true, drawing_ = false;
  int subject_ = 0;
};

}  // namespace ganvas::ui
