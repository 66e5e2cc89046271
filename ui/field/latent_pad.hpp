// The generator's latent space, its first two numbers, with a point that can be moved. GUI thread.
#pragma once

#include <QWidget>
#include <vector>

namespace ganvas::ui {

class LatentPad : public QWidget {
  Q_OBJECT
 public:
  explicit LatentPad(QWidget* parent = nullptr);

  /// How many latent numbers there are; those beyond two stay 0.
  void setSize(int size);
  /// Latents [count·size] of the points that are drawn.
  void setLatents(const std::vector<double>& latents);
  void setPoint(QPointF point);
  QPointF point() const { return point_; }
  /// All numbers of the point.
  std::vector<double> latent() const;

  QSize sizeHint() const override { return {160, 160}; }
  QSize minimumSizeHint() const override { return {120, 96}; }

 signals:
  void moved();

 protected:
  void paintEvent(QPaintEvent*) override;
  void mousePressEvent(QMouseEvent*) override;
  void mouseMoveEvent(QMouseEvent*) override;
  void keyPressEvent(QKeyEvent*) override;

 private:
  QRectF square() const;
  QPointF toWidget(double x, double y) const;
  void moveTo(QPointF place);

  int size_ = 2;
  QPointF point_;
  std::vector<double> latents_;
};

}  // namespace ganvas::ui
