// The slider itself: a line over all steps with marks where samples were saved and where a parameter was edited. GUI thread.
#pragma once

#include <QAbstractSlider>
#include <cstdint>
#include <vector>

namespace ganvas::ui {

class TimeTrack : public QAbstractSlider {
  Q_OBJECT
 public:
  explicit TimeTrack(QWidget* parent = nullptr);

  /// Both ascending.
  void setMarks(const std::vector<std::int64_t>& samples, const std::vector<std::int64_t>& edits);
  /// Not looking back: the handle is drawn hollow at the end.
  void setLive(bool live);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void chosen(int step);        ///< by the person
  void jumped(int direction);   ///< -1, 1: to the previous or next saved sample

 protected:
  void paintEvent(QPaintEvent*) override;
  void mousePressEvent(QMouseEvent*) override;
  void mouseMoveEvent(QMouseEvent*) override;
  void mouseReleaseEvent(QMouseEvent*) override;
  void keyPressEvent(QKeyEvent*) override;
  void wheelEvent(QWheelEvent*) override;

 private:
  double xOf(double step) const;
  int stepAt(double x) const;
  void choose(int step);

  std::vector<std::int64_t> samples_, edits_;
  bool live_ = true;
};

}  // namespace ganvas::ui
