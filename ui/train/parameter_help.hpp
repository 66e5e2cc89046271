// Beneath the form: what the field that has the keyboard does. The same words as its tooltip, for those who use no mouse.
// GUI thread.
#pragma once

#include <QWidget>

#include "engine/api/schema.hpp"

namespace ganvas::ui {

class InkLabel;

class ParameterHelp : public QWidget {
  Q_OBJECT
 public:
  explicit ParameterHelp(QWidget* parent);
  void explain(const Parameter& parameter, const QString& note);
  void clear();
  QString text() const;

 protected:
  void paintEvent(QPaintEvent*) override;

 private:
  InkLabel *title_, *body_, *facts_;
};

}  // namespace ganvas::ui
