// The bar that starts, stops and steps a run and says how far it is. It decides from the run's state alone what can be done;
// what is asked for leaves as signals. GUI thread.
#pragma once

#include <QAction>
#include <QList>
#include <QWidget>
#include <map>
#include <optional>

#include "engine/api/session.hpp"

class QProgressBar;
class QPushButton;
class QToolButton;

namespace ganvas::ui {

class InkLabel;

/// How a run's numbers are written: "1 h 05 min", "2 min 10 s", "9 s".
QString durationText(double seconds);
/// "812 MB", "1.4 GB".
QString memoryText(std::int64_t bytes);
/// "12 400 of 50 000 rounds · epoch 3.2 · 4 120 pictures/s · cpu · 812 MB"
QString readoutText(const SessionStatus& status);
/// "Reading Fashion-MNIST 40 %"; without a number where how far is not known (a negative fraction).
QString activityText(const Sentence& activity, double fraction);
/// What it is doing now, in a few words: "Training", "Paused before: update generator", "Reading Fashion-MNIST".
QString activityText(const SessionStatus& status);

class RunControls : public QWidget {
  Q_OBJECT
 public:
  enum class Act { start, pause, resume, stepRound, stepPhase, stop, reset, checkpoint, evaluate, goOn };

  explicit RunControls(QWidget* parent = nullptr);

  /// Nothing: no run has been started or the one shown is stored.
  void setStatus(const std::optional<SessionStatus>& status);
  /// Whether a new run could begin; `why` is the sentence for the tooltip where not.
  void setReady(bool ready, const QString& why);
  /// Whether the run that is shown has ended and could go on from its newest checkpoint.
  void setCanGoOn(bool can);

  QAction* action(Act act) const { return actions_.at(act); }
  QList<QAction*> actionList() const;
  QPushButton* primaryButton() const { return primary_; }

 signals:
  void startRequested();
  /// Start paused, then do this: the first step of a run that does not exist yet.
  void steppedStartRequested(const ganvas::Command& first);
  void commandRequested(const ganvas::Command& command);
  void resetRequested();       ///< asked before it is done
  void goOnRequested();

 protected:
  void resizeEvent(QResizeEvent*) override;

 private:
  void makeActions();
  QAction* add(Act act, const QString& text, const QString& icon, const QKeySequence& keys, const QString& help);
  QToolButton* button(Act act);
  void send(Act act);
  void refresh();
  void refreshActions();
  void refreshPrimary();
  void refreshReadout();
  void refreshCompact();

  std::optional<SessionStatus> status_;
  bool ready_ = false, canGoOn_ = false, compact_ = false;
  QString notReady_;
  std::map<Act, QAction*> actions_;
  std::vector<QToolButton*> buttons_;
  QPushButton* primary_ = nullptr;
  QToolButton* goOn_ = nullptr;
  InkLabel *activity_ = nullptr, *timeLeft_ = nullptr, *readout_ = nullptr;
  QProgressBar* progress_ = nullptr;
};

}  // namespace ganvas::ui
