// The pen case: tools, size, smoothing, symmetry, undo. Every tool has a key. GUI thread.
#pragma once

#include <QWidget>
#include <map>

#include "engine/api/sketch.hpp"

class QAction;
class QActionGroup;
class QSlider;

namespace ganvas::ui {

class FlowLayout;
class SketchBoard;

class SketchTools : public QWidget {
  Q_OBJECT
 public:
  /// `scope`: keys work while it or something in it has the focus.
  SketchTools(SketchBoard& board, QWidget* scope, QWidget* parent = nullptr);

  QAction* action(SketchTool tool) const { return tools_.at(tool); }
  QAction* undoAction() const { return undo_; }
  QAction* redoAction() const { return redo_; }
  QAction* clearAction() const { return clear_; }
  /// Further buttons, at the end.
  void addButton(QAction* action);
  void addWidget(QWidget* widget);
  void takeOver(const SketchTools& before);

 private:
  QAction* add(const QString& icon, const QString& text, const QList<QKeySequence>& keys, QWidget* scope);
  void addTool(SketchTool tool, const QString& icon, const QString& text, Qt::Key key, QWidget* scope);
  QSlider* addSlider(const QString& icon, const QString& name, const QString& tip, int most);
  void addSymmetry(QWidget* scope);
  void refresh();

  SketchBoard& board_;
  FlowLayout* row_;
  QActionGroup* group_;
  std::map<SketchTool, QAction*> tools_;
  QAction *undo_ = nullptr, *redo_ = nullptr, *clear_ = nullptr, *symmetry_ = nullptr;
  QSlider *size_ = nullptr, *smoothing_ = nullptr;
};

}  // namespace ganvas::ui
