#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QTimer>
#include <cmath>

#include "ui/shell/tokens.hpp"
#include "ui/bridge/words.hpp"
#include "ui/train/parameter_editors.hpp"
#include "ui/train/parameter_scale.hpp"
#include "ui/train/parameter_text.hpp"

namespace ganvas::ui {
namespace {

constexpr int kBoxWidth = 116;

double asDouble(const Value& value) {
  const auto* whole = std::get_if<std::int64_t>(&value);
  return whole ? double(*whole) : std::get<double>(value);
}

int nextGesture() {
  static int gesture = 0;
  return --gesture;   // downwards: never that of a slider
}

}  // namespace

NumberBox::NumberBox(const Parameter& parameter, QWidget* parent)
    : QAbstractSpinBox(parent), parameter_(parameter), value_(parameter.defaultValue), gesture_(nextGesture()) {
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setFont(tokens::numbers());
  setAccelerated(true);
  connect(this, &QAbstractSpinBox::editingFinished, this, &NumberBox::commit);
  connect(lineEdit(), &QLineEdit::textEdited, this, [this](const QString& text) {
    typing_ = true;
    if (!error_.isEmpty() && parse(text)) setError({});
  });
  showText();
}

QSize NumberBox::sizeHint() const { return {kBoxWidth, tokens::kControlHeight}; }

void NumberBox::setValue(const Value& value) {
  typing_ = false;
  value_ = value;
  setError({});
  showText();
}

void NumberBox::showText() {
  const auto* real = std::get_if<double>(&value_);
  const auto exact = from(toString(value_));
  const auto text = real && !hasFocus() ? parametertext::number(*real) : exact;
  if (lineEdit()->text() != text) lineEdit()->setText(text);
}

/// Whole numbers may be written as 5e4 too.
Result<Value> NumberBox::parse(const QString& text) const {
  const auto trimmed = text.trimmed();
  auto parsed = parameter_.parse(trimmed.toStdString());
  if (parsed || parameter_.type != ParameterType::integer) return parsed;
  bool isNumber = false;
  const double number = trimmed.toDouble(&isNumber);
  constexpr double kExact = 0x1p53;
  if (!isNumber || number != std::floor(number) || std::abs(number) > kExact) return parsed;
  auto checked = parameter_.check(static_cast<std::int64_t>(number));
  return checked ? checked : parsed;
}

void NumberBox::commit() {
  if (!typing_) return;
  const auto parsed = parse(lineEdit()->text());
  if (!parsed) {   // stays as typed, so that it can be mended
    setError(told(parsed.error().message));
    return;
  }
  typing_ = false;
  setError({});
  const bool changes = *parsed != value_;
  value_ = *parsed;
  showText();
  if (changes) emit changed(gesture_ = nextGesture());
}

void NumberBox::setError(const QString& error) {
  if (error == error_) return;
  error_ = error;
  emit errorChanged();
}

void NumberBox::stepBy(int steps) {
  commit();
  if (!error_.isEmpty()) setValue(value_);   // from the last good value
  const auto before = value_;
  if (const auto* whole = std::get_if<std::int64_t>(&before)) value_ = stepped(parameter_, *whole, steps);
  else value_ = stepped(parameter_, std::get<double>(before), steps);
  if (value_ == before) return;
  showText();
  emit changed(gesture_);
}

QAbstractSpinBox::StepEnabled NumberBox::stepEnabled() const {
  if (isReadOnly()) return StepNone;
  const double value = asDouble(value_);
  StepEnabled enabled = StepNone;
  if (!parameter_.maximum || value < *parameter_.maximum) enabled |= StepUpEnabled;
  if (!parameter_.minimum || value > *parameter_.minimum) enabled |= StepDownEnabled;
  return enabled;
}

void NumberBox::wheelEvent(QWheelEvent* event) { event->ignore(); }

void NumberBox::keyPressEvent(QKeyEvent* event) {
  if (!event->isAutoRepeat()) gesture_ = nextGesture();
  if (event->key() == Qt::Key_Escape && typing_) {
    setValue(value_);
    return;
  }
  QAbstractSpinBox::keyPressEvent(event);
}

void NumberBox::mousePressEvent(QMouseEvent* event) {
  gesture_ = nextGesture();
  QAbstractSpinBox::mousePressEvent(event);
}

void NumberBox::focusInEvent(QFocusEvent* event) {
  QAbstractSpinBox::focusInEvent(event);
  if (typing_) return;
  showText();
  if (event->reason() == Qt::MouseFocusReason) return;
  selectAll();
}

void NumberBox::focusOutEvent(QFocusEvent* event) {
  QAbstractSpinBox::focusOutEvent(event);
  commit();
  if (error_.isEmpty()) showText();
}

}  // namespace ganvas::ui
