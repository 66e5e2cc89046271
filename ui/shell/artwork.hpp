// Pictures on cards: samples shown crisp, and drawn stand-ins where there are none yet. GUI thread.
#pragma once

#include <QImage>
#include <QPainter>
#include <QString>
#include <QWidget>

namespace ganvas::ui {

/// Fills `rect` with the picture: enlarged by a whole number of device pixels and cropped, never smeared; only shrunk smoothly.
void paintPicture(QPainter* painter, const QRectF& rect, const QImage& picture, qreal radius);

/// Noise that settles into order from left to right, in the colours of the two players. `name` chooses the pattern.
void paintPlaceholder(QPainter* painter, const QRectF& rect, const QString& name, qreal radius);

/// A picture, or its stand-in, with round corners.
class PictureView : public QWidget {
  Q_OBJECT
 public:
  explicit PictureView(QWidget* parent = nullptr);
  void setPicture(QImage picture);
  const QImage& picture() const { return picture_; }
  /// What is drawn without a picture.
  void setPlaceholder(const QString& name);
  /// Whole picture instead of a crop.
  void setWhole(bool whole);
  QSize sizeHint() const override { return {320, 200}; }

 protected:
  void paintEvent(QPaintEvent*) override;

 private:
  QImage picture_;
  QString placeholder_;
  bool whole_ = false;
};

}  // namespace ganvas::ui
