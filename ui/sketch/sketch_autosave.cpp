#include "ui/sketch/sketch_autosave.hpp"

#include <QCoreApplication>
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

int nextNumber() {
  static int last = 0;   // GUI thread only
  return ++last;
}

}  // namespace

SketchAutosave::SketchAutosave(Bridge& bridge, SketchBoard& board, const QString& folder, QObject* parent)
    : QObject(parent), bridge_(bridge), board_(board), folder_(folder), file_(QDir(folder).filePath(kName.arg(QCoreApplication::applicationPid()).arg(nextNumber()))) {
  wait_.setSingleShot(true);
  wait_.setInterval(kWaitMs);
  connect(&wait_, &QTimer::timeout, this, &SketchAutosave::save);
  connect(&board_, &SketchBoard::changed, this, [this] {
    unsaved_ = !board_.sketch().strokes.empty();
    wait_.start();
  });
}

/// Also where the window is closed in peace: the drawing is offered again next time.
SketchAutosave::~SketchAutosave() {
  if (!unsaved_) QFile::remove(file_);
  else if (wait_.isActive() || writing_) (void)bridge_.engine().saveDrawing(file_.toStdString(), board_.sketch());
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
  if (!unsaved_) return forget(file_);
  writing_ = true;
  const auto work = Job<bool>::start([engine = bridge_.sharedEngine(), file = file_.toStdString(), sketch = board_.sketch()](JobContext&) -> Result<bool> {
    const auto saved = engine->saveDrawing(file, sketch);
    return saved ? Result<bool>(true) : saved.error();
  });
  bridge_.follow<bool>(work, this, [this](Result<bool>) {   // where it cannot be written the drawing is still on the screen
    writing_ = false;
    if (std::exchange(again_, false)) wait_.start();
  });
}

QString SketchAutosave::leftBehind() const {
  const QDir folder(folder_);
  for (const auto& name : folder.entryList({QStringLiteral("unsaved-*-*.json")}, QDir::Files, QDir::Time)) {
    const auto process = name.section(QLatin1Char('-'), 1, 1).toLongLong();
    if (process > 0 && process != QCoreApplication::applicationPid() && ::kill(static_cast<pid_t>(process), 0) != 0) return folder.filePath(name);
  }
  return {};
}

void SketchAutosave::forget(const QString& file) { QFile::remove(file); }

}  // namespace ganvas::ui
