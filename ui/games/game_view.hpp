// A game of two numbers to play with: the plane, the film of its steps, the curves and the numbers, one method or two beside each other.
// Stands by itself on the page Learn and beside the words of a lesson. GUI thread.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "engine/api/game.hpp"
#include "ui/games/game_way.hpp"

class QBoxLayout;
class QPushButton;
class QToolButton;

namespace ganvas::ui {

class Bridge;
class GameCurves;
class GameReadout;
class GameSetup;
class GameTransport;
class InkLabel;
class PhasePortrait;

class GameView : public QWidget {
  Q_OBJECT
 public:
  /// On a page of its own the parameters stand beside the plane; in a lesson they come when they are asked for.
  enum class Shape { page, lesson };
  GameView(Bridge& bridge, Shape shape, QWidget* parent = nullptr);

  /// Paused at its beginning. `beside`: a second way with these values over the first one's. False where there is no such game.
  bool open(const std::string& game, const Values& values = {}, const std::optional<Values>& beside = std::nullopt);
  void setValues(const Values& values);
  /// The same game, parameters and step as another view shows.
  void takeOver(GameView& other);

  GameSetup& setup() { return *setup_; }
  GameTransport& transport() { return *transport_; }
  PhasePortrait& portrait() { return *portrait_; }
  GameCurves& curves() { return *curves_; }
  GameReadout& readout() { return *readout_; }
  /// What is said under the plane: that it flew apart, that it is outside, what is wrong; or empty.
  QString sentence() const;
  const std::vector<GameWay>& ways() const { return ways_; }
  /// Shows all of the ways so far.
  void fit();

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeHead();
  QLayout* makeNote();
  QWidget* makeStage();
  void connectParts();
  void beginGame();
  void replay();
  void refreshField();
  void setView(double low, double high);
  void zoom(double factor);
  void drag(double x, double y);
  void onMoved(double step);
  void follow(double step);
  void refreshNote();

  Bridge& bridge_;
  Shape shape_;
  std::vector<GameWay> ways_;
  Sentence problem_;
  bool follows_ = true;   // the view widens when the pair leaves it, until somebody chooses a view
  bool dragging_ = false; // the plane must not move under the pointer
  GameSetup* setup_ = nullptr;
  GameTransport* transport_ = nullptr;
  PhasePortrait* portrait_ = nullptr;
  GameCurves* curves_ = nullptr;
  GameReadout* readout_ = nullptr;
  InkLabel *title_ = nullptr, *note_ = nullptr;
  QPushButton* fitButton_ = nullptr;
  QToolButton* setupButton_ = nullptr;
  QBoxLayout* stage_ = nullptr;
};

}  // namespace ganvas::ui
