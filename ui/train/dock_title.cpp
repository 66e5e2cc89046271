#include "ui/train/dock_title.hpp"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QToolButton>

#include "ui/shell/style.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {

DockTitle::DockTitle(QDockWidget* dock) : QWidget(dock) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(tokens::kSpace3, tokens::kSpace1, tokens::kSpace2, 0);
  row->setSpacing(0);
  auto* title = new InkLabel(Ink::text, tokens::Type::strong, this);
  title->setText(dock->windowTitle());
  row->addWidget(title, 1);
  const auto add = [&](const QString& icon, const QString& help) {
    auto* button = new QToolButton(this);
    button->setIcon(tokens::icon(icon, Ink::textMuted));
    button->setIconSize({tokens::kSpace4, tokens::kSpace4});
    button->setFixedSize(tokens::kSpace6, tokens::kSpace6);
    button->setToolTip(help);
    button->setAccessibleName(help);
    button->setFocusPolicy(Qt::TabFocus);
    setVariant(button, Variant::quiet);
    row->addWidget(button);
    return button;
  };
  connect(add(QStringLiteral("open"), tr("Float, or dock again")), &QToolButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
  connect(add(QStringLiteral("close"), tr("Close; the View menu brings it back")), &QToolButton::clicked, dock, &QDockWidget::close);
}

}  // namespace ganvas::ui
