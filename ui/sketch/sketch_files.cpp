#include "ui/sketch/sketch_files.hpp"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QUrl>
#include <algorithm>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/images.hpp"
#include "ui/bridge/words.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/sketch/sketch_board.hpp"
#include "ui/sketch/sketch_recorder.hpp"

namespace ganvas::ui {
namespace {

constexpr int kLargestPasted = 16384;   // px a side
constexpr int kLookedAt = 1024;         // px a side of a pasted picture in which lines are looked for
constexpr int kSavedSide = 512;   // px of a saved picture: painted ones are smaller, and enlarged smoothly as they were seen

QImage enlarged(const QImage& painted) { return painted.width() >= kSavedSide ? painted : painted.scaled(kSavedSide, kSavedSide, Qt::KeepAspectRatio, Qt::SmoothTransformation); }

}  // namespace

SketchFiles::SketchFiles(Bridge& bridge, SketchBoard& board, QWidget* panel, std::function<QImage()> painted) : QObject(panel), bridge_(bridge), board_(board), panel_(panel), painted_(std::move(painted)) {
  open_ = add(QStringLiteral("folder"), tr("Open a drawing…"), {}, [this] {
    const auto file = QFileDialog::getOpenFileName(panel_, tr("Open a drawing"), from(bridge_.engine().drawingsFolder()), tr("Drawings (*.json)"));
    if (!file.isEmpty()) open(file);
  });
  save_ = add(QStringLiteral("save"), tr("Save the drawing…"), {}, [this] {
    const auto file = askFile(tr("Save the drawing"), tr("drawing") + QStringLiteral(".json"), tr("Drawings (*.json)"));
    if (!file.isEmpty()) saveDrawing(file);
  });
  import_ = add(QStringLiteral("plus"), tr("Take the lines of a picture…"), {}, [this] {
    const auto file = QFileDialog::getOpenFileName(panel_, tr("Take the lines of a picture"), {}, tr("Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.svg)"));
    if (!file.isEmpty()) open(file);
  });
  paste_ = add(QStringLiteral("paste"), tr("Paste a picture's lines"), QKeySequence(QKeySequence::Paste), [this] { paste(); });
  copy_ = add(QStringLiteral("copy"), tr("Copy the picture"), QKeySequence(QKeySequence::Copy), [this] {
    if (const auto picture = painted_(); !picture.isNull()) QGuiApplication::clipboard()->setImage(enlarged(picture));
  });
  savePicture_ = add(QStringLiteral("save"), tr("Save the picture…"), {}, [this] {
    const auto file = askFile(tr("Save the picture"), tr("picture") + QStringLiteral(".png"), tr("Pictures (*.png)"));
    if (!file.isEmpty()) saveImage(enlarged(painted_()), file);
  });
  saveBoth_ = add(QStringLiteral("beside"), tr("Save drawing and picture…"), {}, [this] {
    const auto file = askFile(tr("Save drawing and picture"), tr("drawing and picture") + QStringLiteral(".png"), tr("Pictures (*.png)"));
    if (!file.isEmpty()) saveImage(besideEachOther(board_.paper(), painted_(), kSavedSide), file);
  });
}

QAction* SketchFiles::add(const QString& icon, const QString& text, const QKeySequence& keys, std::function<void()> act) {
  auto* action = new QAction(tokens::icon(icon), text, this);
  action->setShortcut(keys);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(action, &QAction::triggered, this, std::move(act));
  if (!keys.isEmpty()) panel_->addAction(action);
  return action;
}

void SketchFiles::fillDrawingMenu(QMenu& menu) {
  menu.addActions({open_, save_});
  menu.addSeparator();
  menu.addActions({import_, paste_});
}

void SketchFiles::fillPictureMenu(QMenu& menu) {
  menu.addActions({copy_, savePicture_, saveBoth_});
  connect(&menu, &QMenu::aboutToShow, this, [this] {
    for (auto* saves : {savePicture_, saveBoth_}) saves->setEnabled(!painted_().isNull());
  });
}

QString SketchFiles::askFile(const QString& title, const QString& name, const QString& filter) {
  const auto folder = from(bridge_.engine().drawingsFolder());
  QDir().mkpath(folder);
  auto file = QFileDialog::getSaveFileName(panel_, title, QDir(folder).filePath(name), filter);
  if (!file.isEmpty() && QFileInfo(file).suffix().isEmpty()) file += QLatin1Char('.') + QFileInfo(name).suffix();
  return file;
}

void SketchFiles::draw(PictureToDraw picture) {
  const auto turn = ++turn_;
  bridge_.follow<Sketch>(bridge_.engine().drawPicture(std::move(picture)), this, [this, turn](Result<Sketch> drawing) {
    if (turn != turn_) return;
    if (!drawing) return emit bridge_.failed(toldWhenShown(drawing.error().message));
    board_.replace(*drawing);
  });
}

void SketchFiles::open(const QString& file) { draw({file.toStdString(), {}, {}, 1}); }

void SketchFiles::paste() {
  const auto* mime = QGuiApplication::clipboard()->mimeData();
  if (mime && mime->hasImage()) return drawImage(QGuiApplication::clipboard()->image());
  const auto urls = mime ? mime->urls() : QList<QUrl>();
  if (!urls.isEmpty() && urls.front().isLocalFile()) return open(urls.front().toLocalFile());
  emit bridge_.failed([] { return tr("There is no picture on the clipboard. Copy one first, then paste its lines here."); });
}

/// Made smaller on a thread of its own: lines are looked for in far fewer pixels.
void SketchFiles::drawImage(const QImage& image) {
  if (image.isNull())   // Qt takes none of more than 256 MB
    return emit bridge_.failed([] { return tr("The picture on the clipboard cannot be read: it is damaged or too large. Make it smaller first, or save it to a file and open that."); });
  if (image.width() > kLargestPasted || image.height() > kLargestPasted)
    return emit bridge_.failed([size = image.size()] { return tr("The picture on the clipboard is %1×%2 px, more than %3 px a side. Make it smaller first.").arg(size.width()).arg(size.height()).arg(kLargestPasted); });
  const auto turn = ++turn_;
  const auto shrink = [image](JobContext&) -> Result<Frame> {
    const bool large = std::max(image.width(), image.height()) > kLookedAt;
    return toFrame(large ? image.scaled(kLookedAt, kLookedAt, Qt::KeepAspectRatio, Qt::SmoothTransformation) : image);
  };
  bridge_.follow<Frame>(Job<Frame>::start(shrink), this, [this, turn](Result<Frame> frame) {
    if (frame && turn == turn_) draw({{}, *frame, {}, 1});
  });
}

bool SketchFiles::saveDrawing(const QString& file) {
  const auto written = bridge_.engine().saveDrawing(file.toStdString(), board_.sketch());
  if (!written) {
    emit bridge_.failed(toldWhenShown(written.error().message));
    return false;
  }
  emit saved();
  return true;
}

bool SketchFiles::saveImage(const QImage& image, const QString& file) {
  const auto problem = savePng(image, file);
  if (problem) emit bridge_.failed(*problem);
  return !problem;
}

void SketchFiles::askFilm(Animation film) {
  if (film.frames.empty()) return;
  const auto file = askFile(tr("Save the film"), tr("drawing") + QStringLiteral(".webp"), tr("WebP (*.webp);;GIF (*.gif);;MP4 (*.mp4)"));
  if (!file.isEmpty()) saveFilm(std::move(film), file);
}

/// Where it cannot be written it is asked for another place: a film cannot be made again.
void SketchFiles::saveFilm(Animation film, const QString& file) {
  bridge_.follow<std::string>(bridge_.engine().saveAnimation(film, file.toStdString()), this, [this, film](Result<std::string> written) {
    if (!written) {
      emit bridge_.failed(toldWhenShown(written.error().message));
      return askFilm(film);
    }
    emit bridge_.done([file = from(*written)] { return tr("The film is saved as %1.").arg(file); });
  });
}

}  // namespace ganvas::ui
