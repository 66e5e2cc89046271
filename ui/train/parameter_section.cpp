#include "ui/train/parameter_section.hpp"

#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/shell/style_paint.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/parameter_field.hpp"

namespace ganvas::ui {

SectionHeader::SectionHeader(const QString& title, QWidget* parent) : QAbstractButton(parent) {
  setText(title);
  setCheckable(true);
  setChecked(true);
  setFocusPolicy(Qt::TabFocus);
  setAttribute(Qt::WA_Hover);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAccessibleDescription(tr("Folds or unfolds this group of parameters"));
}

void SectionHeader::setNote(const QString& note) {
  if (note == note_) return;
  note_ = note;
  update();
}

QSize SectionHeader::sizeHint() const { return {160, tokens::kControlHeight}; }

void SectionHeader::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (underMouse()) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens::colour(Ink::raised));
    painter.drawRoundedRect(rect(), tokens::kRadiusSmall, tokens::kRadiusSmall);
  }
  const QRectF arrow(0, 0, tokens::kSpace3, height());
  paintChevron(&painter, arrow, isChecked() ? Direction::down : Direction::right, tokens::colour(Ink::textMuted), 7);
  const QRect text = rect().adjusted(tokens::kSpace4, 0, -tokens::kSpace2, 0);
  painter.setFont(tokens::font(tokens::Type::strong));
  painter.setPen(tokens::colour(Ink::text));
  painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, this->text());
  painter.setFont(tokens::font(tokens::Type::caption));
  painter.setPen(tokens::colour(Ink::textMuted));
  painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, note_);
  if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
    paintFocusRing(&painter, QRectF(rect()).adjusted(1, 1, -1, -1), tokens::kRadiusSmall);
  }
}

ParameterSection::ParameterSection(const QString& title, QWidget* parent) : QWidget(parent), title_(title) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, tokens::kSpace2);
  column->setSpacing(tokens::kSpace1);
  header_ = new SectionHeader(title, this);
  body_ = new QWidget(this);
  lines_ = new QVBoxLayout(body_);
  lines_->setContentsMargins(0, 0, 0, 0);
  lines_->setSpacing(tokens::kSpace1 / 2);
  column->addWidget(header_);
  column->addWidget(body_);
  connect(header_, &QAbstractButton::clicked, this, &ParameterSection::setOpen);
}

void ParameterSection::add(ParameterField* field) {
  fields_.push_back(field);
  lines_->addWidget(field);
}

void ParameterSection::setOpen(bool open) {
  open_ = open;
  refresh();
}

void ParameterSection::setForcedOpen(bool forced) {
  forced_ = forced;
  refresh();
}

void ParameterSection::refresh() {
  header_->setChecked(open_ || forced_);
  body_->setVisible(open_ || forced_);
}

void ParameterSection::refreshNote() {
  const auto changed = std::count_if(fields_.begin(), fields_.end(), [](const ParameterField* field) { return field->changed(); });
  header_->setNote(changed == 0 ? QString() : tr("%n changed", nullptr, static_cast<int>(changed)));
}

}  // namespace ganvas::ui
