// A label in one of the tokens' colours and type sizes that follows the theme. GUI thread.
#pragma once

#include <QLabel>

#include "ui/shell/tokens.hpp"

namespace ganvas::ui {

class InkLabel : public QLabel {
  Q_OBJECT
 public:
  /// `numbers`: with figures that do not dance.
  explicit InkLabel(Ink ink = Ink::text, tokens::Type type = tokens::Type::body, QWidget* parent = nullptr, bool numbers = false);
  static InkLabel* numbers(Ink ink, tokens::Type type, QWidget* parent = nullptr) { return new InkLabel(ink, type, parent, true); }

  void setInk(Ink ink);

 private:
  void dress();
  Ink ink_;
  tokens::Type type_;
  bool numbers_;
};

}  // namespace ganvas::ui
