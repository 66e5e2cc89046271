// The title of a dock: its name and two quiet buttons. Dragging it moves the dock. GUI thread.
#pragma once

#include <QWidget>

class QDockWidget;

namespace ganvas::ui {

class DockTitle : public QWidget {
  Q_OBJECT
 public:
  explicit DockTitle(QDockWidget* dock);
};

}  // namespace ganvas::ui
