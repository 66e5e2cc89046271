// The form for any family's parameters, made from the schema; it knows none by name. Before a run every edit can be undone;
// during a run live parameters alone can be changed, and each change is reported once it has settled. GUI thread.
#pragma once

#include <QTimer>
#include <QUndoStack>
#include <QWidget>
#include <map>
#include <set>
#include <vector>

#include "engine/api/schema.hpp"
#include "ui/bridge/words.hpp"

class QLineEdit;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace ganvas::ui {

class InkLabel;
class ParameterField;
class ParameterHelp;
class ParameterSection;
class SegmentButton;

class ParameterForm : public QWidget {
  Q_OBJECT
 public:
  explicit ParameterForm(QWidget* parent = nullptr);

  /// Builds the form anew. Values that the schema does not take are left at their defaults. Forgets undo.
  void setSchema(Schema schema, const Values& values = {});
  /// The values of another one, half-typed ones too, its undo and its view.
  void takeOver(ParameterForm& other);
  const Schema& schema() const { return schema_; }

  const Values& values() const { return values_; }     ///< all of them
  Values changedValues() const;                        ///< those that differ from their defaults

  /// One undoable act. Keys that the schema does not know and bad values are left out.
  void setValues(const Values& values, const Words& undoText);
  void resetAll();
  /// What a run really has: shown without undo, without being reported.
  void showValues(const Values& values);

  void setRunning(bool running);
  bool running() const { return running_; }
  /// Shows values that cannot be edited, with the sentence why; empty: they can.
  void setReadOnly(const QString& reason);

  /// From the engine. Sentences for keys that the form does not have are shown on top.
  void setErrors(const std::vector<FieldError>& errors);
  /// All that is wrong: text that is no value, values out of range, and what setErrors() said. Parameters that have no effect
  /// under these values are not judged.
  std::vector<FieldError> problems() const;
  /// Takes over half-typed text. False where something is wrong; the first such field is then shown and focused.
  bool commit();

  QUndoStack* undoStack() { return &undo_; }

  ParameterField* field(const QString& key) const;     ///< null where the schema has no such key
  const std::vector<ParameterSection*>& sections() const { return sections_; }
  bool fieldShown(const QString& key) const;           ///< not hidden by search, basic view or a folded group
  bool advanced() const { return advanced_; }
  /// Search and views above the fields. A short form needs none: it shows all that has an effect.
  void setToolsShown(bool on);
  QString topMessage() const;

 public slots:
  void setSearch(const QString& text);
  void setAdvanced(bool on);
  void setOnlyChanged(bool on);
  void focusSearch();
  /// Brings a field into view, whatever hides it, and gives it the keyboard.
  void reveal(const QString& key);

 signals:
  void valuesChanged();
  /// A live parameter got a new value during a run and stays there for now.
  void liveEdited(const QString& key, const ganvas::Value& value);

 private:
  void buildTools(QVBoxLayout* column);
  void buildSections();
  void connectField(ParameterField* field);
  void onEdited(ParameterField* field, const Value& value, int gesture, bool settled);
  void push(const Words& text, const QString& key, int gesture, const Values& before, const Values& after);
  void apply(const Values& values, const QString& key);
  void takeOverEdits(const QUndoStack& other);
  void queueLive(const QString& key, const Value& value);
  void flushLive();
  void refreshStates();
  void refreshVisibility();
  void refreshTop();
  void onFocusChanged(QWidget* widget);
  bool wanted(const ParameterField* field) const;

  Schema schema_;
  Values values_;
  QUndoStack undo_;
  std::map<QString, ParameterField*> fields_;
  std::vector<ParameterSection*> sections_;
  std::set<QString> folded_;                   // titles of groups that the person has folded, kept across families
  std::map<QString, Sentence> errors_;         // from the engine, by key
  std::vector<Sentence> otherErrors_;
  std::map<QString, Value> pendingLive_;
  QTimer liveTimer_;
  QString search_, readOnly_;
  bool advanced_ = false, onlyChanged_ = false, running_ = false, settled_ = true;
  bool replaying_ = false;                     // edits are put onto the stack whose values are shown already

  QWidget* tools_ = nullptr;
  QLineEdit* searchLine_ = nullptr;
  SegmentButton *basicButton_ = nullptr, *advancedButton_ = nullptr;
  QToolButton *changedButton_ = nullptr, *resetButton_ = nullptr;
  InkLabel* top_ = nullptr;
  QScrollArea* scroll_ = nullptr;
  QWidget* content_ = nullptr;
  QWidget* nothingFound_ = nullptr;
  InkLabel* nothingText_ = nullptr;
  ParameterHelp* help_ = nullptr;
};

}  // namespace ganvas::ui
