// Which page of how many: a dot for each, the present one long. A click goes there. GUI thread.
#pragma once

#include <QWidget>

namespace ganvas::ui {

class StepDots : public QWidget {
  Q_OBJECT
 public:
  explicit StepDots(QWidget* parent = nullptr);
  void set(int step, int count);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 signals:
  void chosen(int step);

 protected:
  void paintEvent(QPaintEvent*) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  QRectF dot(int step) const;
  int step_ = 0, count_ = 0;
};

}  // namespace ganvas::ui
