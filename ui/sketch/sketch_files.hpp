// What goes between the drawing and files or the clipboard: open, save, import, paste, copy, films. GUI thread; reads and writes on threads of
// their own.
#pragma once

#include <QImage>
#include <QObject>
#include <functional>

#include "engine/api/sketch.hpp"

class QAction;
class QMenu;
class QWidget;

namespace ganvas::ui {

class Bridge;
class SketchBoard;

class SketchFiles : public QObject {
  Q_OBJECT
 public:
  /// `painted` gives the newest picture; null where there is none.
  SketchFiles(Bridge& bridge, SketchBoard& board, QWidget* panel, std::function<QImage()> painted);

  /// Of the drawing: open, save, import a picture, paste.
  void fillDrawingMenu(QMenu& menu);
  /// Of the picture: copy, save, save with the drawing.
  void fillPictureMenu(QMenu& menu);
  QAction* copyAction() const { return copy_; }

  /// A drawing, or a picture whose lines are followed or found.
  void open(const QString& file);
  bool saveDrawing(const QString& file);
  bool saveImage(const QImage& image, const QString& file);
  void saveFilm(Animation film, const QString& file);
  void askFilm(Animation film);
  void paste();

 signals:
  void saved();   ///< the drawing is in a file of the person's

 private:
  QAction* add(const QString& icon, const QString& text, const QKeySequence& keys, std::function<void()> act);
  void draw(PictureToDraw picture);
  void drawImage(const QImage& image);
  QString askFile(const QString& title, const QString& name, const QString& filter);

  Bridge& bridge_;
  SketchBoard& board_;
  QWidget* panel_;
  std::function<QImage()> painted_;
  QAction *open_, *save_, *import_, *paste_, *copy_, *savePicture_, *saveBoth_;
  int turn_ = 0;   // the newest picture opened wins
};

}  // namespace ganvas::ui
