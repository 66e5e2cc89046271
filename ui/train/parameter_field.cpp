#include "ui/train/parameter_field.hpp"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include "ui/bridge/words.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/theme.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"
#include "ui/train/parameter_editors.hpp"
#include "ui/train/parameter_text.hpp"

namespace ganvas::ui {
namespace {

constexpr int kGutter = tokens::kSpace4;   // holds the mark of a change
constexpr double kDot = 6;

}  // namespace

ParameterField::ParameterField(const Parameter& parameter, QWidget* parent) : QWidget(parent) {
  auto* lines = new QVBoxLayout(this);
  lines->setContentsMargins(kGutter, tokens::kSpace1 / 2, 0, tokens::kSpace1 / 2);
  lines->setSpacing(0);
  auto* top = new QHBoxLayout;
  top->setSpacing(tokens::kSpace1);
  title_ = new InkLabel(Ink::text, tokens::Type::body, this);
  title_->setTextFormat(Qt::RichText);
  title_->setWordWrap(true);
  title_->setMinimumHeight(tokens::kControlHeight);
  editor_ = ParameterEditor::create(parameter, this);
  reset_ = new QToolButton(this);
  reset_->setIcon(tokens::icon(QStringLiteral("reset"), Ink::textMuted));
  reset_->setIconSize({tokens::kSpace4, tokens::kSpace4});
  setVariant(reset_, Variant::quiet);
  reset_->setAutoRaise(true);
  reset_->setFixedSize(tokens::kSpace6, tokens::kSpace6);
  const auto standard = parametertext::shown(parameter, parameter.defaultValue);
  reset_->setToolTip(standard.isEmpty() ? tr("Back to the default") : tr("Back to the default, %1").arg(standard));
  reset_->setAccessibleName(tr("Reset %1").arg(told(parameter.title)));
  auto place = reset_->sizePolicy();
  place.setRetainSizeWhenHidden(true);
  reset_->setSizePolicy(place);
  top->addWidget(title_, 1);
  top->addWidget(reset_);
  top->addWidget(editor_);
  lines->addLayout(top);
  if (auto* slider = editor_->slider()) {
    slider->setParent(this);
    lines->addWidget(slider);
  }
  message_ = new InkLabel(Ink::error, tokens::Type::caption, this);
  message_->setWordWrap(true);
  message_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  lines->addWidget(message_);
  title_->setBuddy(editor_);
  connect(reset_, &QToolButton::clicked, this, &ParameterField::resetRequested);
  connect(editor_, &ParameterEditor::textErrorChanged, this, &ParameterField::refresh);
  connect(&Theme::instance(), &Theme::changed, this, &ParameterField::refreshTitle);
  refresh();
}

const Parameter& ParameterField::parameter() const { return editor_->parameter(); }

QString ParameterField::key() const { return from(parameter().key); }

void ParameterField::setChanged(bool changed) {
  if (changed == changed_) return;
  changed_ = changed;
  refresh();
}

void ParameterField::setDisabledReason(const QString& reason) {
  if (reason == reason_) return;
  reason_ = reason;
  refresh();
}

void ParameterField::setLocked(const QString& reason) {
  if (reason == locked_) return;
  locked_ = reason;
  refresh();
}

void ParameterField::setError(const QString& sentence) {
  if (sentence == error_) return;
  error_ = sentence;
  refresh();
}

QString ParameterField::error() const {
  const auto typed = editor_->textError();
  return typed.isEmpty() ? error_ : typed;
}

QString ParameterField::message() const {
  const auto wrong = error();
  return wrong.isEmpty() ? reason_ : wrong;
}

void ParameterField::refresh() {
  const bool usable = reason_.isEmpty() && locked_.isEmpty();
  editor_->setEnabled(usable);
  if (auto* slider = editor_->slider()) slider->setEnabled(usable);
  reset_->setVisible(changed_ && locked_.isEmpty());
  message_->setText(message());
  message_->setInk(error().isEmpty() ? Ink::textMuted : Ink::error);
  message_->setVisible(!message().isEmpty());
  const auto note = !locked_.isEmpty() ? locked_ : reason_;
  setToolTip(parametertext::toolTip(parameter(), note));
  setWhatsThis(toolTip());
  refreshTitle();
  update();
}

void ParameterField::refreshTitle() {
  const bool usable = reason_.isEmpty() && locked_.isEmpty();
  const auto ink = tokens::colour(!usable ? Ink::textDisabled : Ink::text).name();
  const auto unitInk = tokens::colour(usable ? Ink::textMuted : Ink::textDisabled).name();
  const auto weight = changed_ ? QStringLiteral("600") : QStringLiteral("400");
  QString text = QStringLiteral("<span style=\"color:%1;font-weight:%2\">%3</span>")
                     .arg(ink, weight, told(parameter().title).toHtmlEscaped());
  if (!parameter().unit.empty()) {
    text += QStringLiteral("&nbsp; <span style=\"color:%1\">%2</span>").arg(unitInk, told(parameter().unit).toHtmlEscaped());
  }
  title_->setText(text);
}

void ParameterField::paintEvent(QPaintEvent*) {
  const bool wrong = !error().isEmpty();
  if (!changed_ && !wrong) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(tokens::colour(wrong ? Ink::error : Ink::accent));
  const double middle = tokens::kSpace1 / 2.0 + tokens::kControlHeight / 2.0;
  if (wrong) painter.drawRoundedRect(QRectF(2, 2, 3, height() - 4), 1.5, 1.5);   // a bar, so that it is told by shape as well
  else painter.drawEllipse(QRectF(tokens::kSpace1 / 2.0, middle - kDot / 2, kDot, kDot));
}

}  // namespace ganvas::ui
