// The slider over all rounds that a run has been through: the run itself goes there, back or forward, bit for bit. GUI thread.
#pragma once

#include <QTimer>
#include <QWidget>
#include <cstdint>

namespace ganvas::ui {

class FieldPlayer;
class InkLabel;
class RunPair;
class TimeTrack;

class FieldTime : public QWidget {
  Q_OBJECT
 public:
  FieldTime(RunPair& pair, FieldPlayer& player, QWidget* parent = nullptr);
  std::int64_t furthest() const { return furthest_; }
  void takeOver(const FieldTime& other);

 private:
  void refresh();

  RunPair& pair_;
  FieldPlayer& player_;
  TimeTrack* track_;
  InkLabel* label_;
  QTimer settle_;              // a drag asks for its place once it rests
  std::int64_t furthest_ = 0, wanted_ = -1;
};

}  // namespace ganvas::ui
