// A question with its answers; once one is chosen, which is right and why. GUI thread.
#pragma once

#include <QWidget>
#include <vector>

#include "engine/api/lesson.hpp"

class QVBoxLayout;

namespace ganvas::ui {

class Card;
class InkLabel;
class LessonText;

class LessonQuestionView : public QWidget {
  Q_OBJECT
 public:
  LessonQuestionView(const LessonQuestion& question, const std::string& language, QWidget* parent = nullptr);
  /// From 0; what is not there is not taken. The first answer stays.
  void answer(int index);
  int answered() const { return answered_; }   ///< -1: not yet
  const std::vector<Card*>& answers() const { return cards_; }
  QString feedback() const;                    ///< empty before

 signals:
  void chosen(int index);

 private:
  LessonQuestion question_;
  std::string language_;
  int answered_ = -1;
  std::vector<Card*> cards_;
  InkLabel* verdict_ = nullptr;
  LessonText* because_ = nullptr;
};

}  // namespace ganvas::ui
