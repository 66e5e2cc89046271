#include "ui/shell/tool_button.hpp"

#include <QToolButton>

#include "ui/shell/tokens.hpp"

namespace ganvas::ui {

QToolButton* toolButton(const QString& icon, const QString& tip, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setIcon(tokens::icon(icon));
  button->setToolTip(tip);
  button->setAccessibleName(tip);
  button->setAutoRaise(true);
  return button;
}

}  // namespace ganvas::ui
