// How far the pair is from the equilibrium, or where each player is, over the steps shown so far. GUI thread.
#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "ui/games/game_way.hpp"

class QVBoxLayout;

namespace ganvas::ui {

class Curve;
class CurvePlot;
class SegmentButton;

class GameCurves : public QWidget {
  Q_OBJECT
 public:
  explicit GameCurves(QWidget* parent = nullptr);
  ~GameCurves() override;

  void setWays(const std::vector<GameWay>& ways);
  void setStep(double step);
  enum class Shown { distance, players };
  void show(Shown shown);
  Shown shown() const { return shown_; }

  // for tests
  const std::vector<std::shared_ptr<Curve>>& curves() const { return curves_; }
  CurvePlot* plot() const { return plot_; }

 signals:
  void stepChosen(double step);

 private:
  void rebuild();
  void add(const QString& tag, const QString& title, Role role, const QString& sentence);
  void grow();
  const std::vector<double>& valuesOf(std::size_t curve) const;

  Shown shown_ = Shown::distance;
  std::vector<GameWay> ways_;
  double step_ = 0;
  QVBoxLayout* column_;
  SegmentButton *distance_ = nullptr, *players_ = nullptr;
  CurvePlot* plot_ = nullptr;
  std::vector<std::shared_ptr<Curve>> curves_;
};

}  // namespace ganvas::ui
