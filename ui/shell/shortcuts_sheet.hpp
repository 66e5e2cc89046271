// Every key that does something, read from the menus themselves. GUI thread.
#pragma once

#include <QDialog>

class QMenu;
class QMenuBar;

namespace ganvas::ui {

class ShortcutsSheet : public QDialog {
  Q_OBJECT
 public:
  explicit ShortcutsSheet(const QMenuBar* menus, QWidget* parent = nullptr);
};

}  // namespace ganvas::ui
