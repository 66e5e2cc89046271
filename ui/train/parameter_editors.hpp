// The widget for each type of parameter: switch, number box with slider, combo or segments, line of text. They know types,
// never a parameter's name. None takes the mouse wheel, so that scrolling the form changes nothing. GUI thread.
#pragma once

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QPushButton>
#include <QWidget>

#include "engine/api/schema.hpp"

class QButtonGroup;
class QComboBox;
class QLineEdit;
class QSlider;

namespace ganvas::ui {

class ParameterEditor : public QWidget {
  Q_OBJECT
 public:
  static ParameterEditor* create(const Parameter& parameter, QWidget* parent);

  const Parameter& parameter() const { return parameter_; }
  virtual Value value() const = 0;
  /// Shows a value; emits nothing and forgets half-typed text.
  virtual void setValue(const Value& value) = 0;
  /// Takes over text that is still being typed.
  virtual void commit() {}
  /// Why the text that stands there is no value, or empty.
  virtual QString textError() const { return {}; }
  /// What gets the keyboard.
  virtual QWidget* focusTarget() const = 0;
  /// A slider that wants a line of its own; null for most.
  virtual QWidget* slider() const { return nullptr; }

 signals:
  /// Edits with the same gesture number are one act (one drag, one held key): one undo step. `settled` is false while
  /// a slider is being dragged.
  void edited(const ganvas::Value& value, int gesture, bool settled);
  void textErrorChanged();

 protected:
  ParameterEditor(const Parameter& parameter, QWidget* parent) : QWidget(parent), parameter_(parameter) {}
  /// Name and description for screen readers, and the What's This text.
  void describe(QWidget* widget, const QString& suffix = {}) const;
  static int newGesture();

 private:
  Parameter parameter_;
};

/// An on/off switch; a QCheckBox for keyboards and screen readers.
class Switch : public QCheckBox {
  Q_OBJECT
 public:
  explicit Switch(QWidget* parent = nullptr);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent*) override;
  bool hitButton(const QPoint& position) const override { return rect().contains(position); }
};

/// One of the two or three buttons that together show a choice at a glance.
class SegmentButton : public QPushButton {
  Q_OBJECT
 public:
  enum class Place { first, middle, last, only };
  SegmentButton(const QString& text, Place place, QWidget* parent);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent*) override;

 private:
  Place place_;
};

/// A number as text: shows four digits, keeps every one, takes "2e-4", shows all digits while it has the keyboard.
class NumberBox : public QAbstractSpinBox {
  Q_OBJECT
 public:
  NumberBox(const Parameter& parameter, QWidget* parent);

  const Value& value() const { return value_; }
  void setValue(const Value& value);
  void commit();
  QString error() const { return error_; }

  void stepBy(int steps) override;
  QValidator::State validate(QString&, int&) const override { return QValidator::Acceptable; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 signals:
  void changed(int gesture);
  void errorChanged();

 protected:
  StepEnabled stepEnabled() const override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  Result<Value> parse(const QString& text) const;
  void showText();
  void setError(const QString& error);

  Parameter parameter_;
  Value value_;
  QString error_;
  bool typing_ = false;
  int gesture_ = 0;
};

class BooleanEditor : public ParameterEditor {
  Q_OBJECT
 public:
  BooleanEditor(const Parameter& parameter, QWidget* parent);
  Value value() const override;
  void setValue(const Value& value) override;
  QWidget* focusTarget() const override;

 private:
  Switch* switch_;
};

class NumberEditor : public ParameterEditor {
  Q_OBJECT
 public:
  NumberEditor(const Parameter& parameter, QWidget* parent);
  Value value() const override { return box_->value(); }
  void setValue(const Value& value) override;
  void commit() override { box_->commit(); }
  QString textError() const override { return box_->error(); }
  QWidget* focusTarget() const override { return box_; }
  QWidget* slider() const override;

 private:
  void makeSlider();
  void showPosition();

  NumberBox* box_;
  QSlider* slider_ = nullptr;
  int gesture_ = 0;
};

class ChoiceEditor : public ParameterEditor {
  Q_OBJECT
 public:
  ChoiceEditor(const Parameter& parameter, QWidget* parent);
  Value value() const override;
  void setValue(const Value& value) override;
  QWidget* focusTarget() const override;

 private:
  bool fitsSegments() const;
  void makeSegments();
  void makeCombo();

  QComboBox* combo_ = nullptr;
  QButtonGroup* segments_ = nullptr;
};

class TextEditor : public ParameterEditor {
  Q_OBJECT
 public:
  TextEditor(const Parameter& parameter, QWidget* parent);
  Value value() const override { return value_; }
  void setValue(const Value& value) override;
  void commit() override;
  QString textError() const override { return error_; }
  QWidget* focusTarget() const override;

 private:
  QLineEdit* line_;
  Value value_;
  QString error_;
};

}  // namespace ganvas::ui
