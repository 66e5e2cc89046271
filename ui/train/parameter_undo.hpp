// One edit of parameters on the undo stack. A drag or a held key becomes one step. GUI thread.
#pragma once

#include <QString>
#include <QUndoCommand>
#include <functional>

#include "engine/api/schema.hpp"
#include "ui/bridge/words.hpp"

namespace ganvas::ui {

class ParameterEdit : public QUndoCommand {
 public:
  /// Shows values in the form; `key` is the field to bring into view, or empty for many.
  using Apply = std::function<void(const Values& values, const QString& key)>;

  /// `gesture` 0 never merges.
  ParameterEdit(Words text, QString key, int gesture, Values before, Values after, Apply apply);
  /// The same edit in another form, told in the language that the window has by now.
  ParameterEdit(const ParameterEdit& other, Apply apply);

  int id() const override;
  void redo() override;
  void undo() override;
  bool mergeWith(const QUndoCommand* other) override;

 private:
  Words words_;
  QString key_;
  int gesture_;
  Values before_, after_;
  Apply apply_;
};

}  // namespace ganvas::ui
