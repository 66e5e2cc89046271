// What can be learnt: the lessons as cards, the games, and which lesson files cannot be read and why. GUI thread.
#pragma once

#include <QScrollArea>
#include <vector>

#include "engine/api/lesson.hpp"

class QVBoxLayout;

namespace ganvas::ui {

class Bridge;
class Card;
class InkLabel;

class LessonGallery : public QScrollArea {
  Q_OBJECT
 public:
  explicit LessonGallery(Bridge& bridge, QWidget* parent = nullptr);
  /// Shows these; marks those that are done.
  void setLessons(const LessonList& list);
  const std::vector<Card*>& cards() const { return cards_; }
  QStringList problems() const;
  /// Gives the keyboard to the card of a lesson or game.
  void focusOn(const QString& name);

 signals:
  void lessonChosen(const QString& name);
  void gameChosen(const QString& name);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  InkLabel* addHeading(const QString& text);
  Card* addLesson(const LessonInfo& lesson, int number);
  void addGames();

  Bridge& bridge_;
  QVBoxLayout* column_;
  QWidget *lessons_, *problems_;
  InkLabel* empty_;
  std::vector<Card*> cards_, games_;
};

}  // namespace ganvas::ui
