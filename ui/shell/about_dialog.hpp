// What this program is, and whose work it stands on. GUI thread.
#pragma once

#include <QDialog>

namespace ganvas::ui {

class AboutDialog : public QDialog {
  Q_OBJECT
 public:
  explicit AboutDialog(QWidget* parent = nullptr);
};

}  // namespace ganvas::ui
