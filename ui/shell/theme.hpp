// Chooses light or dark and lays the one style over the application. GUI thread.
#pragma once

#include <QObject>

#include "ui/shell/tokens.hpp"

namespace ganvas::ui {

/// One for the application. Widgets that paint by hand or tint icons connect to changed().
class Theme : public QObject {
  Q_OBJECT
 public:
  enum class Choice { system, light, dark };
  static Theme& instance();

  /// The one remembered in the settings.
  Choice choice() const;
  /// Applies palette, fonts and style to qApp and remembers the choice in the settings.
  void choose(Choice choice);
  /// Applies without remembering (a command-line option, a preview).
  void apply(Choice choice);

 signals:
  void changed();

 private:
  bool styled_ = false;
};

}  // namespace ganvas::ui
