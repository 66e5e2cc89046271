// The row of the playground's controls: play, single steps of the game, slow motion, back, reset, speed, a second run. GUI thread.
#pragma once

#include <QWidget>

class QPushButton;
class QSlider;
class QToolButton;

namespace ganvas::ui {

class Bridge;
class FieldPlayer;
class InkLabel;

class FieldControls : public QWidget {
  Q_OBJECT
 public:
  FieldControls(Bridge& bridge, FieldPlayer& player, QWidget* parent = nullptr);
  QPushButton* primaryButton() const { return primary_; }
  bool comparing() const;
  void setComparing(bool on);
  void takeOver(const FieldControls& other);

 signals:
  void startRequested();
  void comparingChanged(bool on);

 private:
  QToolButton* button(const QString& icon, const QString& text, const QString& tip);
  void refresh();

  Bridge& bridge_;
  FieldPlayer& player_;
  QPushButton* primary_;
  QToolButton *round_, *onlyD_, *onlyG_, *slow_, *back_, *reset_, *compare_;
  QSlider* speed_;
  InkLabel *speedText_, *state_;
};

}  // namespace ganvas::ui
