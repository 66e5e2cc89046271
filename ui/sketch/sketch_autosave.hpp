// Writes the drawing down while it is made, so that a crash takes nothing, and finds what an earlier window left behind. GUI thread; writes on
// a thread of its own.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>

#include "engine/api/job.hpp"

namespace ganvas::ui {

class Bridge;
class SketchBoard;

class SketchAutosave : public QObject {
  Q_OBJECT
 public:
  /// In `folder`, a file for this drawing of this process.
  SketchAutosave(Bridge& bridge, SketchBoard& board, const QString& folder, QObject* parent = nullptr);
  ~SketchAutosave() override;

  /// A drawing that a process which is no longer there left; empty: none.
  QString leftBehind() const;
  void forget(const QString& file);
  /// What is on the board came from this file: it goes once it is written down anew.
  void adopt(const QString& file) { adopted_ = file; }
  /// The same drawing is on this board now; the other one's files are no longer its own.
  void takeOver(SketchAutosave& before);
  /// The drawing is safe in a file of the person's.
  void settle();

 private:
  void save();

  Bridge& bridge_;
  SketchBoard& board_;
  QString folder_, file_, adopted_;
  QTimer wait_;
  std::shared_ptr<Job<bool>> work_;   // the last one that was begun
  bool writing_ = false, again_ = false;
  bool unsaved_ = false;   // something is drawn that is in no file of the person's
};

}  // namespace ganvas::ui
