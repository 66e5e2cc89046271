// The paper as it is drawn on: ink over what was painted or over a picture to trace, with zoom and pan. Mouse, pen and finger. GUI thread.
#pragma once

#include <QImage>
#include <QWidget>
#include <optional>

class QTouchEvent;

namespace ganvas::ui {

class SketchBoard;

/// A patchwise answer, grey, to lay over a picture: white, which is real, in green, black, which is painted, in red, and what is undecided clear.
QImage opinionImage(const QImage& opinion);

class SketchCanvas : public QWidget {
  Q_OBJECT
 public:
  explicit SketchCanvas(SketchBoard& board, QWidget* parent = nullptr);

  /// What was painted, under the ink; null: white paper.
  void setPainted(const QImage& picture);
  /// How much of it covers the ink: 0 only the drawing, 1 only the picture.
  void setBlend(double blend);
  double blend() const { return blend_; }
  /// A picture to trace, faintly under the ink; null: none.
  void setTemplate(const QImage& picture);
  bool hasTemplate() const { return !template_.isNull(); }
  /// Over the painted picture; null: none.
  void setOpinion(const QImage& opinion);

  void zoomBy(double factor, QPointF anchor);
  void zoomIn();
  void zoomOut();
  void fit();
  double zoom() const { return zoom_; }   ///< 1: the paper fills the room

  /// Of a place of the widget.
  QPointF toPaper(QPointF position) const;
  QPointF toWidget(QPointF place) const;

  QSize sizeHint() const override { return {320, 320}; }
  QSize minimumSizeHint() const override { return {140, 140}; }

 signals:
  void pictureDropped(const QString& file);

 protected:
  bool event(QEvent*) override;
  void paintEvent(QPaintEvent*) override;
  void mousePressEvent(QMouseEvent*) override;
  void mouseMoveEvent(QMouseEvent*) override;
  void mouseReleaseEvent(QMouseEvent*) override;
  void tabletEvent(QTabletEvent*) override;
  void wheelEvent(QWheelEvent*) override;
  void leaveEvent(QEvent*) override;
  void focusOutEvent(QFocusEvent*) override;
  void hideEvent(QHideEvent*) override;
  void keyPressEvent(QKeyEvent*) override;
  void keyReleaseEvent(QKeyEvent*) override;
  void dragEnterEvent(QDragEnterEvent*) override;
  void dropEvent(QDropEvent*) override;

 private:
  double scale() const;               // pixels of the widget to a unit of the paper
  QRectF paperRect() const;
  void clampPan();
  void touch(QTouchEvent& event);     // one finger draws, two move and zoom
  void showInk(const QRect& area);
  void pick(QPointF position);        // where the pen is, for its circle
  void refreshCursor();
  void letGo();                       // of pen, hand and fingers

  SketchBoard& board_;
  QImage painted_, template_, opinion_;
  double blend_ = 0, zoom_ = 1;
  QPointF pan_;                       // of the paper's middle from the widget's
  std::optional<QPointF> panning_;    // where the pointer was last
  std::optional<QPointF> pen_;        // where its circle is shown
  bool spaceHeld_ = false, tablet_ = false;
  bool twoFingers_ = false;           // until the last one is lifted
};

}  // namespace ganvas::ui
