// The small buttons of tool bars. GUI thread.
#pragma once

#include <QString>

class QToolButton;
class QWidget;

namespace ganvas::ui {

/// A flat button with an icon, named by its tip.
QToolButton* toolButton(const QString& icon, const QString& tip, QWidget* parent);

}  // namespace ganvas::ui
