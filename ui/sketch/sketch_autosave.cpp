#include "ui/sketch/sketch_autosave.hpp"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>

#include <csignal>
#include <utility>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/words.hpp"
#include "ui/sketch/sketch_board.hpp"

namespace ganvas::ui {
namespace {

constexpr int kWaitMs = 700;
const QString kName = QStringLiteral("unsaved-%1-%2.json");   // process, drawing

/// From the time on at which this process made its first, since a later process may have the same number. GUI thread only.
qint64 firstDrawing() {
  static const qint64 first = QDateTime::currentMSecsSinceEpoch();
  return first;
}
qint64 nextDrawing() {
  static qint64 next = firstDrawing();
  return next++;
}

bool livesOn(qint64 process, qint64 drawing) {
  if (process == QCoreApplication::applicationPid()) return drawing >= firstDrawing();
  return ::kill(static_cast<pid_t>(process), 0) == 0;
}

}  // namespace

SketchAutosave::SketchAutosave(Bridge& bridge, SketchBoard& board, const QString& folder, QObject* parent)
    : QObject(parent), bridge_(bridge), board_(board), folder_(folder), file_(QDir(folder).filePath(kName.arg(QCoreApplication::applicationPid()).arg(nextDrawing()))) {
  wait_.setSingleShot(true);
  wait_.setInterval(kWaitMs);
  connect(&wait_, &QTimer::timeout, this, &SketchAutosave::save);
  connect(&board_, &SketchBoard::changed, this, [this] {
    unsaved_ = !board_.sketch().strokes.empty();
    if (!wait_.isActive()) wait_.start();
  });
}

/// Also where the window is closed in peace: the drawing is offered again next time.
SketchAutosave::~SketchAutosave() {
  if (work_) (void)work_->wait();
  if (file_.isEmpty()) return;   // taken over
  if (!unsaved_) forget(file_);
  else if ((wait_.isActive() || writing_ || !adopted_.isEmpty()) && !bridge_.engine().saveDrawing(file_.toStdString(), board_.sketch())) return;
  forget(adopted_);
}

void SketchAutosave::takeOver(SketchAutosave& before) {
  if (before.work_) (void)before.work_->wait();
  before.wait_.stop();
  const bool written = QFile::exists(before.file_);
  if (before.unsaved_) {
    adopt(written ? before.file_ : before.adopted_);
    if (written) forget(before.adopted_);
  } else {
    settle();
    forget(before.file_);
    forget(before.adopted_);
  }
  before.file_.clear();
}

void SketchAutosave::settle() {
  unsaved_ = false;
  save();
}

void SketchAutosave::save() {
  if (writing_) {
    again_ = true;
    return;
  }
  if (!unsaved_) return forget(file_), forget(std::exchange(adopted_, {}));
  writing_ = true;
  work_ = Job<bool>::start([engine = bridge_.sharedEngine(), file = file_.toStdString(), sketch = board_.sketch()](JobContext&) -> Result<bool> {
    const auto saved = engine->saveDrawing(file, sketch);
    return saved ? Result<bool>(true) : saved.error();
  });
  bridge_.follow<bool>(work_, this, [this, adopted = adopted_](Result<bool> saved) {   // where it cannot be written the drawing is still on the screen
    writing_ = false;
    if (saved) forget(adopted);
    if (saved && adopted == adopted_) adopted_.clear();
    if (std::exchange(again_, false)) wait_.start();
  });
}

QString SketchAutosave::leftBehind() const {
  const QDir folder(folder_);
  for (const auto& name : folder.entryList({QStringLiteral("unsaved-*-*.json")}, QDir::Files, QDir::Time)) {
    const auto process = name.section(QLatin1Char('-'), 1, 1).toLongLong(), drawing = name.section(QLatin1Char('-'), 2).section(QLatin1Char('.'), 0, 0).toLongLong();
    if (process > 0 && !livesOn(process, drawing)) return folder.filePath(name);
  }
  return {};
}

void SketchAutosave::forget(const QString& file) {
  if (!file.isEmpty()) QFile::remove(file);
}

}  // namespace ganvas::ui
