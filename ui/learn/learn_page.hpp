// Lessons and games: all of them to choose from, then one. GUI thread.
#pragma once

#include <QStackedWidget>

#include "engine/api/lesson.hpp"

namespace ganvas::ui {

class Bridge;
class GameView;
class InkLabel;
class LessonGallery;
class LessonReader;

class LearnPage : public QStackedWidget {
  Q_OBJECT
 public:
  explicit LearnPage(Bridge& bridge, QWidget* parent = nullptr);

  void showAll();
  /// At the page where it was left. False where there is no such lesson.
  bool openLesson(const QString& name);
  bool openGame(const QString& name);
  /// Shows what another one shows.
  void takeOver(LearnPage& other);

  // null before they are first shown
  LessonGallery* gallery() const { return gallery_; }
  LessonReader* reader() const { return reader_; }
  GameView* game() const { return game_; }

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void makeGame();
  void makeReader();
  void leaveGame();
  const LessonInfo* find(const QString& name) const;

  Bridge& bridge_;
  LessonList lessons_;
  LessonGallery* gallery_ = nullptr;
  LessonReader* reader_ = nullptr;
  QWidget* gamePage_ = nullptr;
  GameView* game_ = nullptr;
};

}  // namespace ganvas::ui
