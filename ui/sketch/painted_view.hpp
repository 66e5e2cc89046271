// One painted picture, as large as fits, crisp, with the discriminator's opinion over it. GUI thread.
#pragma once

#include <QImage>
#include <QWidget>

namespace ganvas::ui {

class PaintedView : public QWidget {
  Q_OBJECT
 public:
  explicit PaintedView(QWidget* parent = nullptr);

  void setPicture(const QImage& picture);
  const QImage& picture() const { return picture_; }
  void setOpinion(const QImage& opinion);
  /// What is said while there is no picture.
  void setEmptyText(const QString& text);

  QSize sizeHint() const override { return {320, 320}; }
  QSize minimumSizeHint() const override { return {140, 140}; }

 signals:
  void menuAsked(const QPoint& at);   ///< global

 protected:
  void paintEvent(QPaintEvent*) override;
  void contextMenuEvent(QContextMenuEvent*) override;

 private:
  QImage picture_, opinion_;
  QString emptyText_;
};

}  // namespace ganvas::ui
