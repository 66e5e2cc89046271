#include "ui/train/parameter_help.hpp"

#include <QPainter>
#include <QVBoxLayout>

#include "ui/bridge/words.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"
#include "ui/train/parameter_text.hpp"

namespace ganvas::ui {

ParameterHelp::ParameterHelp(QWidget* parent) : QWidget(parent) {
  auto* lines = new QVBoxLayout(this);
  lines->setContentsMargins(tokens::kSpace4, tokens::kSpace2, tokens::kSpace4, tokens::kSpace2);
  lines->setSpacing(tokens::kSpace1);
  title_ = new InkLabel(Ink::text, tokens::Type::strong, this);
  body_ = new InkLabel(Ink::text, tokens::Type::body, this);
  facts_ = new InkLabel(Ink::textMuted, tokens::Type::caption, this);
  for (auto* label : {title_, body_, facts_}) {
    label->setWordWrap(true);
    lines->addWidget(label);
  }
  lines->addStretch();
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setAccessibleName(tr("Help for the chosen parameter"));
  clear();
}

void ParameterHelp::explain(const Parameter& parameter, const QString& note) {
  title_->setText(told(parameter.title));
  title_->setInk(Ink::text);
  body_->setText(told(parameter.help));
  QString facts = parametertext::facts(parameter);
  if (!parameter.paper.empty()) facts += QStringLiteral("\n") + from(parameter.paper);
  if (!note.isEmpty()) facts = note + QStringLiteral("\n") + facts;
  facts_->setText(facts);
  // The same height for each, so that the form above does not jump from field to field.
  constexpr int kLines = 6;
  setFixedHeight(kLines * QFontMetrics(tokens::font(tokens::Type::body)).lineSpacing() + 2 * tokens::kSpace2);
  body_->show();
  facts_->show();
}

void ParameterHelp::clear() {
  title_->setText(tr("Choose a parameter to read what it does"));
  title_->setInk(Ink::textMuted);
  for (auto* label : {body_, facts_}) {
    label->clear();
    label->hide();
  }
  setFixedHeight(tokens::kControlHeight);
}

QString ParameterHelp::text() const { return title_->text() + QLatin1Char('\n') + body_->text() + QLatin1Char('\n') + facts_->text(); }

void ParameterHelp::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), tokens::colour(Ink::raised));
  painter.fillRect(QRect(0, 0, width(), 1), tokens::colour(Ink::line));
}

}  // namespace ganvas::ui
