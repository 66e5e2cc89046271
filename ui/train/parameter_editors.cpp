#include "ui/train/parameter_editors.hpp"

#include <QAbstractItemView>
#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QWheelEvent>

#include "ui/bridge/words.hpp"
#include "ui/shell/style_paint.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/parameter_scale.hpp"
#include "ui/train/parameter_text.hpp"

namespace ganvas::ui {
namespace {

constexpr int kBoxWidth = 116, kTextWidth = 220, kSwitchWidth = 36, kSwitchHeight = 20;
constexpr int kLongestSegments = 24;   // letters in all titles of a segmented choice

/// Widgets whose wheel belongs to the page that scrolls beneath them.
template <class Base>
class Unwheeled : public Base {
 public:
  using Base::Base;

 protected:
  void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

bool keyboardHere(const QWidget* widget) { return widget->hasFocus() && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange); }

QHBoxLayout* bareRow(QWidget* widget) {
  auto* row = new QHBoxLayout(widget);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  return row;
}

QString titleOf(const Choice& choice) { return told(choice.title.empty() ? choice.key : choice.title); }

}  // namespace

ParameterEditor* ParameterEditor::create(const Parameter& parameter, QWidget* parent) {
  switch (parameter.type) {
    case ParameterType::boolean: return new BooleanEditor(parameter, parent);
    case ParameterType::integer:
    case ParameterType::real: return new NumberEditor(parameter, parent);
    case ParameterType::choice: return new ChoiceEditor(parameter, parent);
    case ParameterType::text: return new TextEditor(parameter, parent);
  }
  return nullptr;
}

void ParameterEditor::describe(QWidget* widget, const QString& suffix) const {
  QString name = told(parameter_.title);
  if (!parameter_.unit.empty()) name += QStringLiteral(", ") + told(parameter_.unit);
  if (!suffix.isEmpty()) name += QStringLiteral(", ") + suffix;
  widget->setAccessibleName(name);
  widget->setAccessibleDescription(told(parameter_.help));
  widget->setWhatsThis(parametertext::toolTip(parameter_));
}

int ParameterEditor::newGesture() {
  static int gesture = 0;
  return ++gesture;
}

// ---- switch

Switch::Switch(QWidget* parent) : QCheckBox(parent) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setAttribute(Qt::WA_Hover);
}

QSize Switch::sizeHint() const { return {kSwitchWidth + tokens::kSpace1, tokens::kControlHeight}; }

void Switch::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF track(width() - kSwitchWidth - tokens::kSpace1 / 2.0, (height() - kSwitchHeight) / 2.0, kSwitchWidth, kSwitchHeight);
  const bool on = isChecked();
  const auto ink = !isEnabled() ? Ink::textDisabled : on ? Ink::accent : Ink::textMuted;
  painter.setPen(QPen(tokens::colour(ink), 1));
  painter.setBrush(on ? tokens::colour(ink) : tokens::colour(underMouse() && isEnabled() ? Ink::raised : Ink::surface));
  const QRectF outline = track.adjusted(0.5, 0.5, -0.5, -0.5);
  painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);
  constexpr double kInset = 4;
  const double size = kSwitchHeight - 2 * kInset;
  painter.setPen(Qt::NoPen);
  painter.setBrush(tokens::colour(on ? (isEnabled() ? Ink::onAccent : Ink::surface) : ink));
  painter.drawEllipse(QRectF(on ? track.right() - kInset - size : track.left() + kInset, track.top() + kInset, size, size));
  if (keyboardHere(this)) paintFocusRing(&painter, track.adjusted(-2, -2, 2, 2), track.height() / 2 + 2);
}

BooleanEditor::BooleanEditor(const Parameter& parameter, QWidget* parent) : ParameterEditor(parameter, parent), switch_(new Switch(this)) {
  bareRow(this)->addWidget(switch_);
  describe(switch_);
  setFocusProxy(switch_);
  BooleanEditor::setValue(parameter.defaultValue);
  connect(switch_, &QCheckBox::toggled, this, [this] { emit edited(value(), newGesture(), true); });
}

Value BooleanEditor::value() const { return switch_->isChecked(); }

void BooleanEditor::setValue(const Value& value) {
  const QSignalBlocker quiet(switch_);
  switch_->setChecked(std::get<bool>(value));
}

QWidget* BooleanEditor::focusTarget() const { return switch_; }

// ---- choice

SegmentButton::SegmentButton(const QString& text, Place place, QWidget* parent) : QPushButton(text, parent), place_(place) {
  setCheckable(true);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize SegmentButton::sizeHint() const {
  const QFontMetrics metrics(tokens::font(tokens::Type::strong));
  return {metrics.horizontalAdvance(text()) + 2 * tokens::kSpace3, tokens::kControlHeight};
}

void SegmentButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  // Drawn as one long rounded box of which this button shows its part.
  const double beyond = 2.0 * tokens::kRadius;
  QRectF box = QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5);
  if (place_ == Place::middle || place_ == Place::last) box.setLeft(-beyond);
  if (place_ == Place::middle || place_ == Place::first) box.setRight(width() + beyond);
  const bool on = isChecked();
  painter.setPen(QPen(tokens::colour(Ink::line), 1));
  painter.setBrush(tokens::colour(on || (underMouse() && isEnabled()) ? Ink::raised : Ink::surface));
  painter.drawRoundedRect(box, tokens::kRadius, tokens::kRadius);
  if (place_ == Place::middle || place_ == Place::last) painter.drawLine(QPointF(0.5, 1.5), QPointF(0.5, height() - 1.5));
  painter.setFont(tokens::font(on ? tokens::Type::strong : tokens::Type::body));
  painter.setPen(tokens::colour(!isEnabled() ? Ink::textDisabled : on ? Ink::text : Ink::textMuted));
  painter.drawText(rect(), Qt::AlignCenter, text());
  if (on) {  // the chosen one is told by an underline as well
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens::colour(isEnabled() ? Ink::accent : Ink::textDisabled));
    painter.drawRect(QRectF(tokens::kSpace3, height() - 4, width() - 2 * tokens::kSpace3, 2));
  }
  if (keyboardHere(this)) paintFocusRing(&painter, QRectF(rect()).adjusted(1, 2, -1, -2), tokens::kRadius);
}

ChoiceEditor::ChoiceEditor(const Parameter& parameter, QWidget* parent) : ParameterEditor(parameter, parent) {
  bareRow(this);
  if (fitsSegments()) makeSegments();
  else makeCombo();
  ChoiceEditor::setValue(parameter.defaultValue);
}

bool ChoiceEditor::fitsSegments() const {
  constexpr std::size_t kMostSegments = 3;
  qsizetype letters = 0;
  for (const auto& choice : parameter().choices) letters += titleOf(choice).size();
  return parameter().choices.size() <= kMostSegments && letters <= kLongestSegments;
}

void ChoiceEditor::makeSegments() {
  segments_ = new QButtonGroup(this);
  const int last = static_cast<int>(parameter().choices.size()) - 1;
  for (int i = 0; i <= last; ++i) {
    using Place = SegmentButton::Place;
    const auto place = last == 0 ? Place::only : i == 0 ? Place::first : i == last ? Place::last : Place::middle;
    auto* button = new SegmentButton(titleOf(parameter().choices[i]), place, this);
    describe(button, button->text());
    segments_->addButton(button, i);
    layout()->addWidget(button);
  }
  connect(segments_, &QButtonGroup::idToggled, this, [this](int, bool on) {
    if (on) emit edited(value(), newGesture(), true);
  });
}

void ChoiceEditor::makeCombo() {
  combo_ = new Unwheeled<QComboBox>(this);
  for (const auto& choice : parameter().choices) combo_->addItem(titleOf(choice), from(choice.key));
  combo_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  combo_->setMinimumWidth(kBoxWidth);
  combo_->setMinimumContentsLength(8);
  combo_->setFocusPolicy(Qt::StrongFocus);
  describe(combo_);
  setFocusProxy(combo_);
  layout()->addWidget(combo_);
  connect(combo_, &QComboBox::currentIndexChanged, this, [this] { emit edited(value(), newGesture(), true); });
}

Value ChoiceEditor::value() const {
  const int index = combo_ ? combo_->currentIndex() : segments_->checkedId();
  const auto& choices = parameter().choices;
  return index >= 0 && index < static_cast<int>(choices.size()) ? Value(choices[index].key) : parameter().defaultValue;
}

void ChoiceEditor::setValue(const Value& value) {
  const auto& choices = parameter().choices;
  const auto found = std::find_if(choices.begin(), choices.end(), [&](const Choice& choice) { return Value(choice.key) == value; });
  if (found == choices.end()) return;
  const int index = static_cast<int>(found - choices.begin());
  if (combo_) {
    const QSignalBlocker quiet(combo_);
    combo_->setCurrentIndex(index);
  } else {
    const QSignalBlocker quiet(segments_);
    segments_->button(index)->setChecked(true);
    setFocusProxy(segments_->button(index));
  }
}

QWidget* ChoiceEditor::focusTarget() const { return combo_ ? static_cast<QWidget*>(combo_) : segments_->checkedButton(); }

// ---- text

TextEditor::TextEditor(const Parameter& parameter, QWidget* parent) : ParameterEditor(parameter, parent), line_(new QLineEdit(this)) {
  bareRow(this)->addWidget(line_);
  line_->setMinimumWidth(kTextWidth);
  describe(line_);
  setFocusProxy(line_);
  TextEditor::setValue(parameter.defaultValue);
  connect(line_, &QLineEdit::editingFinished, this, &TextEditor::commit);
}

void TextEditor::setValue(const Value& value) {
  value_ = value;
  error_.clear();
  line_->setText(from(toString(value)));
}

void TextEditor::commit() {
  const auto parsed = parameter().parse(line_->text().toStdString());
  const auto error = parsed ? QString() : told(parsed.error().message);
  if (error != error_) {
    error_ = error;
    emit textErrorChanged();
  }
  if (!parsed || *parsed == value_) return;
  value_ = *parsed;
  emit edited(value_, newGesture(), true);
}

QWidget* TextEditor::focusTarget() const { return line_; }

// ---- numbers: the editor; the box is in number_box.cpp

NumberEditor::NumberEditor(const Parameter& parameter, QWidget* parent) : ParameterEditor(parameter, parent), box_(new NumberBox(parameter, this)) {
  bareRow(this)->addWidget(box_);
  describe(box_);
  setFocusProxy(box_);
  if (SliderScale::of(parameter)) makeSlider();
  connect(box_, &NumberBox::changed, this, [this](int gesture) {
    showPosition();
    emit edited(value(), gesture, true);
  });
  connect(box_, &NumberBox::errorChanged, this, &ParameterEditor::textErrorChanged);
}

void NumberEditor::makeSlider() {
  const auto scale = *SliderScale::of(parameter());
  slider_ = new Unwheeled<QSlider>(Qt::Horizontal, this);
  slider_->setRange(0, scale.positions());
  slider_->setPageStep(std::max(1, scale.positions() / 10));
  slider_->setFocusPolicy(Qt::ClickFocus);   // the keyboard has the box: one stop for each field
  describe(slider_, tr("slider"));
  showPosition();
  connect(slider_, &QSlider::sliderPressed, this, [this] { gesture_ = newGesture(); });
  connect(slider_, &QSlider::valueChanged, this, [this, scale](int position) {
    const double number = scale.valueAt(position);
    const Value value = parameter().type == ParameterType::integer ? Value(static_cast<std::int64_t>(number)) : Value(number);
    box_->setValue(value);
    emit edited(value, slider_->isSliderDown() ? gesture_ : newGesture(), !slider_->isSliderDown());
  });
  connect(slider_, &QSlider::sliderReleased, this, [this] { emit edited(value(), gesture_, true); });
}

void NumberEditor::setValue(const Value& value) {
  box_->setValue(value);
  showPosition();
}

void NumberEditor::showPosition() {
  if (!slider_ || slider_->isSliderDown()) return;
  const QSignalBlocker quiet(slider_);
  const auto current = value();
  const auto* whole = std::get_if<std::int64_t>(&current);
  slider_->setValue(SliderScale::of(parameter())->positionOf(whole ? double(*whole) : std::get<double>(current)));
}

QWidget* NumberEditor::slider() const { return slider_; }

}  // namespace ganvas::ui
