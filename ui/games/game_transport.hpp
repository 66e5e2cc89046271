// Plays the steps of a game like a film: to and fro, at any speed, to any step. GUI thread.
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>
#include <cstdint>

class QHBoxLayout;
class QPushButton;
class QSlider;
class QToolButton;

namespace ganvas::ui {

class InkLabel;

class GameTransport : public QWidget {
  Q_OBJECT
 public:
  explicit GameTransport(QWidget* parent = nullptr);

  /// How many steps there are. Who stood at the end stands at the new end.
  void setLast(std::int64_t last);
  std::int64_t last() const { return last_; }
  /// Between two steps while it plays.
  double step() const { return step_; }
  bool playing() const { return timer_.isActive(); }
  /// Steps a second.
  void setSpeed(double speed);
  double speed() const { return speed_; }
  /// Whether playing is what the view is for: one button of a view is the primary one.
  void setPrimary(bool on);

 public slots:
  void goTo(double step);
  /// From the beginning where it is at the end.
  void play();
  void pause();
  void toggle();
  void stepBy(int steps);
  void reset();

 signals:
  void moved(double step);
  void playingChanged(bool playing);

 private:
  QToolButton* makeStep(int by);
  void makeSpeed(QHBoxLayout* row);
  void tick();
  void refresh();

  std::int64_t last_ = 0;
  double step_ = 0, speed_ = 0;
  QTimer timer_;
  QElapsedTimer clock_;
  QPushButton* play_ = nullptr;
  QToolButton *reset_ = nullptr, *back_ = nullptr, *forth_ = nullptr;
  QSlider *time_ = nullptr, *pace_ = nullptr;
  InkLabel *label_ = nullptr, *paceLabel_ = nullptr;
};

}  // namespace ganvas::ui
