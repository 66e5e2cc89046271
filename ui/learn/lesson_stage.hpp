// What stands beside the words of a lesson: a game, or a run of a family. It opens the lesson's scenes and does what its buttons say. GUI thread.
#pragma once

#include <QStackedWidget>
#include <memory>

#include "engine/api/engine.hpp"

class QPushButton;

namespace ganvas::ui {

class Bridge;
class GameView;
class InkLabel;
class RunScene;

class LessonStage : public QStackedWidget {
  Q_OBJECT
 public:
  explicit LessonStage(Bridge& bridge, QWidget* parent = nullptr);

  /// Opens a scene of the lesson, paused at its beginning; empty clears the stage. One that is open already stays as it is, unless `again`.
  void open(const LessonInfo& lesson, const std::string& scene, bool again = false);
  const std::string& scene() const { return name_; }
  bool empty() const { return name_.empty(); }
  /// Sets parameters of what is open: of a run live ones, and where another is among them the scene begins anew with them.
  void setValues(const Values& values);
  /// "play", "pause", "step", "step-phase", "reset".
  void act(const std::string& command);
  /// The lesson is left: its run ends, its game stops.
  void close();
  /// What stands there goes on as it is; `lesson` is the one that both belong to.
  void takeOver(LessonStage& other, const LessonInfo& lesson);

  GameView* game() const { return game_; }   ///< null before the first
  RunScene* run() const { return run_; }
  /// What is said in place of a scene, or empty.
  QString sentence() const;

 private:
  QWidget* makeNote();
  void openGame(const LessonInfo& lesson, const LessonScene& scene);
  void openRun(const LessonInfo& lesson, const LessonScene& scene);
  void begin();
  void note(const QString& sentence, const QString& button = {});
  GameView& gameView();
  bool owns() const;
  static RunRequest requestOf(const LessonScene& scene);

  Bridge& bridge_;
  std::string lesson_, name_;
  LessonScene scene_;
  std::optional<LessonScene> beside_;
  std::weak_ptr<Session> session_;      // the run that the scene began
  GameView* game_ = nullptr;
  RunScene* run_ = nullptr;
  QWidget* notePage_ = nullptr;
  InkLabel* note_ = nullptr;
  QPushButton* noteButton_ = nullptr;
};

}  // namespace ganvas::ui
