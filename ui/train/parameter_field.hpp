// One line of the form: title, unit, editor, mark of a change, reset, and the sentence that says what is wrong or why it is off.
// GUI thread.
#pragma once

#include <QWidget>

#include "engine/api/schema.hpp"

class QToolButton;

namespace ganvas::ui {

class InkLabel;
class ParameterEditor;

class ParameterField : public QWidget {
  Q_OBJECT
 public:
  ParameterField(const Parameter& parameter, QWidget* parent);

  const Parameter& parameter() const;
  ParameterEditor& editor() const { return *editor_; }
  QString key() const;

  void setChanged(bool changed);            ///< differs from its default
  /// Why the parameter has no effect now; empty where it has. Said under the title.
  void setDisabledReason(const QString& reason);
  /// Why it may not be changed now (a run goes on); said in the tooltip. Empty: it may.
  void setLocked(const QString& reason);
  void setError(const QString& sentence);   ///< empty: none

  bool changed() const { return changed_; }
  QString disabledReason() const { return reason_; }
  QString lockedReason() const { return locked_; }
  /// What is wrong with the text typed, else what was set.
  QString error() const;
  /// The sentence that stands under the field now.
  QString message() const;
  QToolButton* resetButton() const { return reset_; }

 signals:
  void resetRequested();

 protected:
  void paintEvent(QPaintEvent*) override;

 private:
  void refresh();
  void refreshTitle();

  ParameterEditor* editor_;
  InkLabel* title_;
  InkLabel* message_;
  QToolButton* reset_;
  bool changed_ = false;
  QString reason_, locked_, error_;
};

}  // namespace ganvas::ui
