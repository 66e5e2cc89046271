// A lesson to read: its words page by page at the left, what they speak of at the right. GUI thread.
#pragma once

#include <QWidget>
#include <map>

#include "engine/api/lesson.hpp"

class QPushButton;
class QScrollArea;
class QSplitter;
class QVBoxLayout;

namespace ganvas::ui {

class Bridge;
class InkLabel;
class LessonQuestionView;
class LessonStage;
class StepDots;

class LessonReader : public QWidget {
  Q_OBJECT
 public:
  explicit LessonReader(Bridge& bridge, QWidget* parent = nullptr);

  void open(const LessonInfo& lesson, int step);
  const LessonInfo& lesson() const { return lesson_; }
  int step() const { return step_; }
  void goTo(int step);
  void next();      ///< from the last page: done, and back to all lessons
  void back();
  /// Ends what the lesson has opened and goes back to all lessons.
  void leave();
  /// The same page with what was answered and what stands beside it.
  void takeOver(LessonReader& other, const LessonInfo& lesson);

  LessonStage& stage() { return *stage_; }
  LessonQuestionView* question() const { return question_; }   ///< of this page, or null
  QList<QPushButton*> actionButtons() const { return actions_; }

 signals:
  void left();

 private:
  QWidget* makeHead();
  QWidget* makeWords();
  void makeKeys();
  void showStep();
  void openScene();
  void showStage();
  void addLook(QVBoxLayout* column, const QString& text);
  void addAttempts(QVBoxLayout* column, const std::vector<LocalText>& attempts);
  void addActions(QVBoxLayout* column, const std::vector<LessonAction>& actions);
  void addQuestion(QVBoxLayout* column, const LessonQuestion& question);
  void act(const LessonAction& action);
  void press();
  std::string sceneAt(int step) const;
  QString words(const LocalText& text) const;

  LessonInfo lesson_;
  int step_ = 0;
  std::map<int, int> answers_;   // by page
  QSplitter* split_ = nullptr;
  LessonStage* stage_ = nullptr;
  QScrollArea* scroll_ = nullptr;
  InkLabel* title_ = nullptr;
  StepDots* dots_ = nullptr;
  QPushButton *back_ = nullptr, *next_ = nullptr;
  LessonQuestionView* question_ = nullptr;
  QList<QPushButton*> actions_;
};

}  // namespace ganvas::ui
