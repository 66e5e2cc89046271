// Sliders along a generator's principal directions, in standard deviations. GUI thread.
#pragma once

#include <QWidget>
#include <vector>

class QGridLayout;
class QLabel;
class QSlider;

namespace ganvas::ui {

class DirectionSliders : public QWidget {
  Q_OBJECT
 public:
  explicit DirectionSliders(QWidget* parent = nullptr);

  /// One slider for each share of variance; keeps the positions of those that stay.
  void setShares(const std::vector<double>& shares);
  int count() const { return static_cast<int>(rows_.size()); }
  /// −3 … 3 each; empty while all are at 0.
  std::vector<double> offsets() const;
  void setOffset(int direction, double deviations);
  void reset();

 signals:
  void changed();

 private:
  struct Row {
    QLabel* name = nullptr;
    QSlider* slider = nullptr;
    QLabel* value = nullptr;
  };
  Row makeRow(int index);
  void showValue(int index);
  QGridLayout* grid_ = nullptr;
  std::vector<Row> rows_;
};

}  // namespace ganvas::ui
