// Sentences about what went wrong (or well), above the page; never a box in the way. GUI thread.
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QWidget>
#include <deque>
#include <functional>

#include "engine/api/session.hpp"
#include "ui/bridge/words.hpp"

namespace ganvas::ui {

struct Message {
  NoticeLevel level = NoticeLevel::error;
  Words sentence;
  Words action;                        ///< what the button says; none: no button
  std::function<void()> act;
};

class MessageBar : public QWidget {
  Q_OBJECT
 public:
  explicit MessageBar(QWidget* parent = nullptr);
  /// Shown at once; those that are there already follow when it is dismissed. The same sentence is not shown twice.
  /// Kept as words, not as text: a message that waits is told in the language that the window has by then.
  void post(Message message);
  void dismiss();
  void clear();
  void takeOver(MessageBar& other);    ///< its messages
  QString sentence() const;            ///< what is shown now; empty when nothing is
  int waiting() const { return static_cast<int>(messages_.size()); }

 protected:
  void paintEvent(QPaintEvent*) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void refresh();
  std::deque<Message> messages_;       // front: shown
  QLabel* icon_;
  QLabel* text_;
  QLabel* more_;
  QPushButton* action_;
  QToolButton* close_;
};

}  // namespace ganvas::ui
