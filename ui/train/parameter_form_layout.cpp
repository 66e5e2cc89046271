#include <QApplication>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include "ui/shell/style.hpp"
#include "ui/bridge/words.hpp"
#include "ui/shell/theme.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"
#include "ui/train/parameter_editors.hpp"
#include "ui/train/parameter_field.hpp"
#include "ui/train/parameter_form.hpp"
#include "ui/train/parameter_help.hpp"
#include "ui/train/parameter_section.hpp"

namespace ganvas::ui {
namespace {

constexpr int kLiveDelayMilliseconds = 300;   // that a slider must rest during a run: every value that is sent is recorded

QToolButton* quietButton(const QString& text, const QString& help, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setText(text);
  button->setToolTip(help);
  button->setFocusPolicy(Qt::TabFocus);
  setVariant(button, Variant::quiet);
  return button;
}

}  // namespace

ParameterForm::ParameterForm(QWidget* parent) : QWidget(parent) {
  liveTimer_.setSingleShot(true);
  liveTimer_.setInterval(kLiveDelayMilliseconds);
  connect(&liveTimer_, &QTimer::timeout, this, &ParameterForm::flushLive);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  buildTools(column);
  scroll_ = new QScrollArea(this);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);   // invisible while there is nothing to scroll; keeps the column's width
  scroll_->setFocusPolicy(Qt::NoFocus);
  column->addWidget(scroll_, 1);
  help_ = new ParameterHelp(this);
  column->addWidget(help_);
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { onFocusChanged(now); });
  buildSections();
  refreshStates();
}

void ParameterForm::buildTools(QVBoxLayout* column) {
  tools_ = new QWidget(this);
  auto* tools = new QVBoxLayout(tools_);
  tools->setContentsMargins(tokens::kSpace4, tokens::kSpace2, tokens::kSpace4, tokens::kSpace2);
  tools->setSpacing(tokens::kSpace2);
  searchLine_ = new QLineEdit(this);
  searchLine_->setPlaceholderText(tr("Search parameters"));
  searchLine_->setAccessibleName(tr("Search parameters"));
  searchLine_->setToolTip(tr("Finds by name, key, group or words of the explanation, advanced ones too"));
  searchLine_->setClearButtonEnabled(true);
  auto* glass = searchLine_->addAction(tokens::icon(QStringLiteral("search"), Ink::textMuted), QLineEdit::LeadingPosition);
  connect(&Theme::instance(), &Theme::changed, glass, [glass] { glass->setIcon(tokens::icon(QStringLiteral("search"), Ink::textMuted)); });
  connect(searchLine_, &QLineEdit::textChanged, this, &ParameterForm::setSearch);
  tools->addWidget(searchLine_);

  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  basicButton_ = new SegmentButton(tr("Basic"), SegmentButton::Place::first, this);
  advancedButton_ = new SegmentButton(tr("Advanced"), SegmentButton::Place::last, this);
  basicButton_->setToolTip(tr("The parameters that one changes first"));
  advancedButton_->setToolTip(tr("All parameters"));
  auto* views = new QButtonGroup(this);
  views->addButton(basicButton_);
  views->addButton(advancedButton_);
  basicButton_->setChecked(true);
  connect(advancedButton_, &QAbstractButton::toggled, this, &ParameterForm::setAdvanced);
  changedButton_ = quietButton({}, tr("Shows only parameters that differ from their defaults"), this);
  changedButton_->setCheckable(true);
  connect(changedButton_, &QAbstractButton::toggled, this, &ParameterForm::setOnlyChanged);
  resetButton_ = quietButton(tr("Reset all"), tr("Sets every parameter back to its default. Can be undone."), this);
  connect(resetButton_, &QAbstractButton::clicked, this, &ParameterForm::resetAll);
  row->addWidget(basicButton_);
  row->addWidget(advancedButton_);
  row->addStretch();
  row->addWidget(changedButton_);
  row->addWidget(resetButton_);
  tools->addLayout(row);

  top_ = new InkLabel(Ink::textMuted, tokens::Type::caption, this);
  top_->setWordWrap(true);
  tools->addWidget(top_);
  column->addWidget(tools_);
}

void ParameterForm::setToolsShown(bool on) {
  tools_->setVisible(on);
  refreshVisibility();
}

void ParameterForm::buildSections() {
  for (const auto* section : sections_) {
    if (section->open()) folded_.erase(section->title());
    else folded_.insert(section->title());
  }
  fields_.clear();
  sections_.clear();
  content_ = new QWidget;
  auto* column = new QVBoxLayout(content_);
  column->setContentsMargins(0, 0, tokens::kSpace1, tokens::kSpace4);   // the scroll bar makes up the right margin
  column->setSpacing(0);
  for (const auto& parameter : schema_.parameters()) {
    const auto group = told(parameter.group);
    auto found = std::find_if(sections_.begin(), sections_.end(), [&](const auto* section) { return section->title() == group; });
    if (found == sections_.end()) {
      auto* section = new ParameterSection(group, content_);
      section->setOpen(!folded_.count(group));
      column->addWidget(section);
      found = sections_.insert(sections_.end(), section);
    }
    auto* field = new ParameterField(parameter, (*found)->body());
    field->editor().setValue(values_.at(parameter.key));
    (*found)->add(field);
    fields_[field->key()] = field;
    connectField(field);
  }
  nothingFound_ = new QWidget(content_);
  auto* nothing = new QVBoxLayout(nothingFound_);
  nothing->setContentsMargins(tokens::kSpace4, tokens::kSpace6, tokens::kSpace4, tokens::kSpace6);
  nothingText_ = new InkLabel(Ink::textMuted, tokens::Type::body, nothingFound_);
  nothingText_->setAlignment(Qt::AlignCenter);
  nothingText_->setWordWrap(true);
  auto* all = new QPushButton(tr("Show all parameters"), nothingFound_);
  connect(all, &QPushButton::clicked, this, [this] {
    setSearch({});
    setOnlyChanged(false);
  });
  nothing->addWidget(nothingText_);
  nothing->addWidget(all, 0, Qt::AlignCenter);
  column->addWidget(nothingFound_);
  column->addStretch();
  scroll_->setWidget(content_);   // deletes the former one
  help_->clear();
}

}  // namespace ganvas::ui
