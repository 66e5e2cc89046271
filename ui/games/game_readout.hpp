// Where each pair is now: x, y, V and the distance to the equilibrium. GUI thread.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/games/game_way.hpp"

class QGridLayout;

namespace ganvas::ui {

class InkLabel;

class GameReadout : public QWidget {
  Q_OBJECT
 public:
  explicit GameReadout(QWidget* parent = nullptr);
  void setWays(const std::vector<GameWay>& ways);
  void setStep(double step);
  /// Of a row: x, y, V, distance, as they are shown.
  QStringList texts(std::size_t row) const;

 private:
  void refresh();

  QGridLayout* grid_;
  std::vector<GameWay> ways_;
  double step_ = 0;
  std::vector<QWidget*> samples_;
  std::vector<InkLabel*> names_;
  std::vector<std::vector<InkLabel*>> numbers_;
};

}  // namespace ganvas::ui
