// The row of an arena's controls: play, single steps of the game, slow motion, back, reset, speed, a second run. GUI thread.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QSlider;
class QToolButton;

namespace ganvas::ui {

class FieldPlayer;
class InkLabel;
class RunPair;

class FieldControls : public QWidget {
  Q_OBJECT
 public:
  FieldControls(RunPair& pair, FieldPlayer& player, QWidget* parent = nullptr);
  QPushButton* primaryButton() const { return primary_; }
  /// Offers to begin a run where none can be moved, to end it, and a second one beside it.
  void setStartOffered(bool offered);
  bool comparing() const;
  void setComparing(bool on);
  /// Whether the numbers and layers at the side are shown; there is something to show.
  bool sideShown() const;
  void setSideShown(bool shown);
  void setSideOffered(bool offered);
  void takeOver(const FieldControls& other);

 signals:
  void startRequested();
  void stopRequested();
  void comparingChanged(bool on);
  void sideToggled(bool shown);

 private:
  QToolButton* add(const QString& icon, const QString& tip);
  QToolButton* addPlayer(const QString& letter, const QString& tip);
  void addSpeed();
  void connectButtons();
  void refresh();

  RunPair& pair_;
  FieldPlayer& player_;
  QHBoxLayout* row_;
  bool startOffered_ = false;
  QPushButton* primary_;
  QToolButton *back_, *round_, *phase_, *onlyD_, *onlyG_, *slow_, *reset_, *stop_, *compare_, *side_;
  QSlider* speed_;
  InkLabel *speedText_, *state_;
};

}  // namespace ganvas::ui
