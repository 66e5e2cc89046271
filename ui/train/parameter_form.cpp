#include "ui/train/parameter_form.hpp"

#include <QApplication>
#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/words.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"
#include "ui/train/parameter_editors.hpp"
#include "ui/train/parameter_field.hpp"
#include "ui/train/parameter_help.hpp"
#include "ui/train/parameter_section.hpp"
#include "ui/train/parameter_text.hpp"
#include "ui/train/parameter_undo.hpp"

namespace ganvas::ui {
namespace {

/// Where the text of an editor is typed whose text can be wrong.
QLineEdit* lineOf(const ParameterEditor& editor) {
  auto* target = editor.focusTarget();
  auto* line = qobject_cast<QLineEdit*>(target);
  return line ? line : target->findChild<QLineEdit*>();
}

}  // namespace

// The tools above the fields are built in parameter_form_layout.cpp.

void ParameterForm::setSchema(Schema schema, const Values& values) {
  flushLive();
  schema_ = std::move(schema);
  values_ = schema_.defaults();
  for (const auto& [key, value] : values) {
    const auto* parameter = schema_.find(key);
    if (!parameter) continue;
    if (auto checked = parameter->check(value)) values_[key] = *checked;
  }
  errors_.clear();
  otherErrors_.clear();
  undo_.clear();
  buildSections();
  refreshStates();
  emit valuesChanged();
}

void ParameterForm::takeOver(ParameterForm& other) {
  for (const auto& [key, field] : other.fields_) field->editor().commit();
  other.flushLive();
  setSchema(Schema(other.schema_), other.values_);
  for (std::size_t i = 0; i < sections_.size(); ++i) sections_[i]->setOpen(other.sections_[i]->open());
  for (const auto& [key, field] : fields_) {   // what was typed and is no value stays to be mended
    const auto* before = other.field(key);
    if (!before || before->editor().textError().isEmpty()) continue;
    auto* line = lineOf(field->editor());
    line->setText(lineOf(before->editor())->text());
    emit line->textEdited(line->text());   // as if typed: what a program sets is never wrong
    field->editor().commit();
  }
  setAdvanced(other.advanced_);
  setOnlyChanged(other.onlyChanged_);
  setSearch(other.search_);
  takeOverEdits(other.undo_);
  running_ = other.running_;   // not by setRunning(), which begins a run and forgets what came before
  refreshStates();
}

/// The same edits, done and undone as far as they were. Nothing is shown or sent by that: the values stand there already.
void ParameterForm::takeOverEdits(const QUndoStack& other) {
  replaying_ = true;
  const auto show = [this](const Values& values, const QString& shown) { apply(values, shown); };
  for (int i = 0; i < other.count(); ++i) undo_.push(new ParameterEdit(static_cast<const ParameterEdit&>(*other.command(i)), show));
  undo_.setIndex(other.index());
  replaying_ = false;
}

void ParameterForm::connectField(ParameterField* field) {
  connect(&field->editor(), &ParameterEditor::edited, this,
          [this, field](const Value& value, int gesture, bool settled) { onEdited(field, value, gesture, settled); });
  connect(&field->editor(), &ParameterEditor::textErrorChanged, this, [this] { refreshStates(); });
  connect(field, &ParameterField::resetRequested, this, [this, field] {
    const auto& parameter = field->parameter();
    const auto& key = parameter.key;
    push([title = parameter.title] { return tr("Reset %1").arg(told(title)); }, field->key(), 0, {{key, values_.at(key)}},
         {{key, schema_.defaults().at(key)}});
    field->editor().focusTarget()->setFocus(Qt::TabFocusReason);   // the button is about to vanish
  });
}

void ParameterForm::onEdited(ParameterField* field, const Value& value, int gesture, bool settled) {
  const auto& key = field->parameter().key;
  settled_ = settled;
  if (value == values_.at(key)) {
    if (settled) flushLive();
  } else {
    push([parameter = field->parameter(), value] { return tr("%1 to %2").arg(told(parameter.title), parametertext::shown(parameter, value)); }, field->key(), gesture,
         {{key, values_.at(key)}}, {{key, value}});
  }
  settled_ = true;
}

void ParameterForm::push(const Words& text, const QString& key, int gesture, const Values& before, const Values& after) {
  undo_.push(new ParameterEdit(text, key, gesture, before, after, [this](const Values& values, const QString& shown) { apply(values, shown); }));
}

void ParameterForm::apply(const Values& values, const QString& key) {
  if (replaying_) return;
  for (const auto& [name, value] : values) {
    values_[name] = value;
    const auto title = from(name);
    errors_.erase(title);
    field(title)->editor().setValue(value);
    if (running_ && schema_.find(name)->live) queueLive(title, value);
  }
  refreshStates();
  // Undo may touch what is out of sight.
  if (!key.isEmpty() && !field(key)->editor().isAncestorOf(QApplication::focusWidget())) {
    if (fieldShown(key)) scroll_->ensureWidgetVisible(field(key), 0, tokens::kSpace4);
  }
  emit valuesChanged();
}

void ParameterForm::queueLive(const QString& key, const Value& value) {
  pendingLive_[key] = value;
  if (settled_) flushLive();
  else liveTimer_.start();
}

void ParameterForm::flushLive() {
  liveTimer_.stop();
  const auto pending = std::exchange(pendingLive_, {});
  for (const auto& [key, value] : pending) emit liveEdited(key, value);
}

Values ParameterForm::changedValues() const {
  Values changed;
  for (const auto& [key, value] : schema_.defaults()) {
    if (values_.at(key) != value) changed[key] = values_.at(key);
  }
  return changed;
}

void ParameterForm::setValues(const Values& values, const Words& undoText) {
  Values before, after;
  for (const auto& [key, value] : values) {
    const auto* parameter = schema_.find(key);
    if (!parameter || (running_ && !parameter->live)) continue;
    const auto checked = parameter->check(value);
    if (!checked || *checked == values_.at(key)) continue;
    before[key] = values_.at(key);
    after[key] = *checked;
  }
  if (!after.empty()) push(undoText, {}, 0, before, after);
}

void ParameterForm::resetAll() {
  for (const auto& [key, field] : fields_) {
    if (!field->editor().textError().isEmpty()) field->editor().setValue(values_.at(field->parameter().key));
  }
  setValues(schema_.defaults(), [] { return tr("Reset all parameters"); });
  refreshStates();
}

void ParameterForm::showValues(const Values& values) {
  for (const auto& [key, value] : values) {
    const auto* parameter = schema_.find(key);
    const auto checked = parameter ? parameter->check(value) : Result<Value>(Error{});
    if (!checked) continue;
    values_[key] = *checked;
    field(from(key))->editor().setValue(*checked);
  }
  refreshStates();
  emit valuesChanged();
}

void ParameterForm::setRunning(bool running) {
  if (running == running_) return;
  flushLive();
  running_ = running;
  if (running) undo_.clear();   // what a run began with can no longer be undone
  refreshStates();
}

void ParameterForm::setReadOnly(const QString& reason) {
  if (reason == readOnly_) return;
  readOnly_ = reason;
  if (!reason.isEmpty()) undo_.clear();
  refreshStates();
}

void ParameterForm::setErrors(const std::vector<FieldError>& errors) {
  errors_.clear();
  otherErrors_.clear();
  for (const auto& error : errors) {
    const auto key = from(error.key);
    if (fields_.count(key)) errors_.emplace(key, error.message);
    else otherErrors_.push_back(error.message);
  }
  refreshStates();
}

std::vector<FieldError> ParameterForm::problems() const {
  std::map<std::string, Sentence> found;   // one sentence for each field is enough
  for (const auto& [key, field] : fields_) {
    const auto& name = field->parameter().key;
    if (schema_.disabledReason(name, values_)) continue;
    if (const auto typed = field->editor().textError(); !typed.isEmpty()) found.emplace(name, Sentence(typed.toStdString()));
  }
  for (const auto& problem : schema_.problems(values_)) {
    if (!schema_.disabledReason(problem.key, values_)) found.emplace(problem.key, problem.message);
  }
  for (const auto& [key, message] : errors_) found.emplace(key.toStdString(), message);
  std::vector<FieldError> result;
  for (const auto& parameter : schema_.parameters()) {
    if (const auto it = found.find(parameter.key); it != found.end()) result.push_back({it->first, it->second});
  }
  for (const auto& message : otherErrors_) result.push_back({{}, message});
  return result;
}

bool ParameterForm::commit() {
  for (const auto& [key, field] : fields_) field->editor().commit();
  const auto wrong = problems();
  if (wrong.empty()) return true;
  if (!wrong.front().key.empty()) reveal(from(wrong.front().key));
  return false;
}

ParameterField* ParameterForm::field(const QString& key) const {
  const auto it = fields_.find(key);
  return it == fields_.end() ? nullptr : it->second;
}

void ParameterForm::refreshStates() {
  const auto standard = schema_.defaults();
  std::map<std::string, Sentence> outOfRange;
  for (const auto& problem : schema_.problems(values_)) outOfRange.emplace(problem.key, problem.message);
  int changed = 0;
  for (const auto& [key, field] : fields_) {
    const auto& parameter = field->parameter();
    const auto& name = parameter.key;
    field->setChanged(values_.at(name) != standard.at(name));
    changed += field->changed();
    const auto reason = schema_.disabledReason(name, values_);
    field->setDisabledReason(reason ? told(*reason) : QString());
    field->setLocked(!readOnly_.isEmpty() ? readOnly_
                     : running_ && !parameter.live ? tr("Fixed while the run goes on: stop it to change this.")
                                                   : QString());
    const auto fromEngine = errors_.find(key);
    const auto here = outOfRange.find(name);
    field->setError(reason                         ? QString()
                    : here != outOfRange.end()     ? told(here->second)
                    : fromEngine != errors_.end()  ? told(fromEngine->second)
                                                   : QString());
  }
  for (auto* section : sections_) section->refreshNote();
  changedButton_->setText(tr("%n changed", nullptr, changed));
  changedButton_->setVisible(changed > 0 || onlyChanged_);
  resetButton_->setVisible(changed > 0 && readOnly_.isEmpty() && !running_);
  refreshTop();
  refreshVisibility();
}

QString ParameterForm::topMessage() const { return top_->isHidden() ? QString() : top_->text(); }

void ParameterForm::refreshTop() {
  QStringList lines;
  for (const auto& message : otherErrors_) lines << told(message);
  const bool wrong = !lines.isEmpty();
  if (!readOnly_.isEmpty()) lines << readOnly_;
  else if (running_) lines << tr("While it trains, only parameters that take effect at once can be changed. The rest is greyed out.");
  top_->setText(lines.join(QLatin1Char('\n')));
  top_->setInk(wrong ? Ink::error : Ink::textMuted);
  top_->setVisible(!lines.isEmpty());
}

bool ParameterForm::wanted(const ParameterField* field) const {
  if (!search_.trimmed().isEmpty()) return parametertext::matches(field->parameter(), search_);
  if (onlyChanged_) return field->changed();
  if (tools_->isHidden()) return field->disabledReason().isEmpty();
  return advanced_ || !field->parameter().advanced || !field->error().isEmpty();
}

void ParameterForm::refreshVisibility() {
  bool any = false;
  const bool searching = !search_.trimmed().isEmpty();
  const auto* focused = QApplication::focusWidget();
  for (auto* section : sections_) {
    bool shown = false;
    for (auto* field : section->fields()) {
      // A field that is being edited does not vanish from under the cursor.
      const bool show = wanted(field) || (focused && field->isAncestorOf(focused) && !field->isHidden() && !searching);
      field->setVisible(show);
      shown |= show;
    }
    section->setVisible(shown);
    section->setForcedOpen(searching || onlyChanged_);
    any |= shown;
  }
  nothingFound_->setVisible(!any && !fields_.empty());
  nothingText_->setText(searching ? tr("No parameter matches “%1”.").arg(search_.trimmed()) : tr("Every parameter has its default."));
}

bool ParameterForm::fieldShown(const QString& key) const {
  const auto* shown = field(key);
  return shown && shown->isVisibleTo(this);
}

void ParameterForm::onFocusChanged(QWidget* widget) {
  if (!widget || !isAncestorOf(widget)) return;
  for (const auto& [key, field] : fields_) {
    if (!field->isAncestorOf(widget)) continue;
    help_->explain(field->parameter(), field->disabledReason());
    scroll_->ensureWidgetVisible(field, 0, tokens::kSpace4);
    return;
  }
}

void ParameterForm::setSearch(const QString& text) {
  if (text == search_) return;
  search_ = text;
  if (searchLine_->text() != text) searchLine_->setText(text);
  refreshVisibility();
}

void ParameterForm::setAdvanced(bool on) {
  advanced_ = on;
  (on ? advancedButton_ : basicButton_)->setChecked(true);
  refreshVisibility();
}

void ParameterForm::setOnlyChanged(bool on) {
  onlyChanged_ = on;
  changedButton_->setChecked(on);
  refreshStates();
}

void ParameterForm::focusSearch() {
  searchLine_->setFocus(Qt::ShortcutFocusReason);
  searchLine_->selectAll();
}

void ParameterForm::reveal(const QString& key) {
  auto* shown = field(key);
  if (!shown) return;
  if (!wanted(shown)) {
    setSearch({});
    setOnlyChanged(false);
    if (shown->parameter().advanced) setAdvanced(true);
  }
  for (auto* section : sections_) {
    if (std::count(section->fields().begin(), section->fields().end(), shown)) section->setOpen(true);
  }
  scroll_->ensureWidgetVisible(shown, 0, tokens::kSpace6);
  shown->editor().focusTarget()->setFocus(Qt::OtherFocusReason);
}

}  // namespace ganvas::ui
