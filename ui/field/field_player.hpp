// Moves one run or two together: plays at a chosen speed, steps rounds, phases or one player only, goes back. GUI thread; never waits.
#pragma once

#include <QObject>
#include <QTimer>
#include <optional>
#include <vector>

#include "engine/api/session.hpp"

namespace ganvas::ui {

class Bridge;
class RunPair;

class FieldPlayer : public QObject {
  Q_OBJECT
 public:
  explicit FieldPlayer(RunPair& pair, QObject* parent = nullptr);

  /// There is a run that can be moved: it has neither ended nor is it being prepared.
  bool ready() const;
  bool playing() const;
  bool slow() const { return slow_; }
  double speed() const { return speed_; }
  /// Whether the runs know how to hold one player while the other learns.
  bool canHold() const;
  std::int64_t step() const;

  void play();
  void pause();
  void stepRound();
  void stepPhase();
  /// A round in which only this player learns.
  void stepOnly(Role role);
  void back();
  void goTo(std::int64_t step);
  void reset();
  /// Rounds a second; 0: as fast as the machine can.
  void setSpeed(double roundsPerSecond);
  /// Phase by phase, slowly enough to read what each does.
  void setSlow(bool on);
  /// Runs begin paused and are played together once all are ready.
  void playWhenReady();

 signals:
  void changed();

 private:
  struct Held {              // a player that was held for one round
    Bridge* run;
    std::int64_t step;       // before that round
    Value before;            // of the parameter `hold`
  };
  void playIfReady();
  void pace();
  void tick();
  void follow(Bridge& run);

  RunPair& pair_;
  QTimer timer_;
  double speed_ = 0;
  bool slow_ = false, awaited_ = false;
  std::vector<Held> held_;
};

}  // namespace ganvas::ui
