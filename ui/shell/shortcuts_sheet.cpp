#include "ui/shell/shortcuts_sheet.hpp"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/shell/style_paint.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;

/// A key as it looks on a keyboard.
class KeyCap : public InkLabel {
 public:
  explicit KeyCap(const QString& keys) : InkLabel(Ink::text, Type::caption) {
    setText(keys);
    setContentsMargins(kSpace2, 3, kSpace2, 3);
    setAlignment(Qt::AlignCenter);
  }

 protected:
  void paintEvent(QPaintEvent* event) override {
    QPainter painter(this);
    paintRounded(&painter, rect(), colour(Ink::raised), colour(Ink::line), kRadiusSmall);
    painter.end();
    InkLabel::paintEvent(event);
  }
};

QString plain(QString text) { return text.remove(QLatin1Char('&')).remove(QStringLiteral("…")); }

int addRow(QGridLayout* grid, int row, const QString& what, const QString& keys) {
  auto* label = new InkLabel(Ink::text);
  label->setText(what);
  grid->addWidget(label, row, 0);
  grid->addWidget(new KeyCap(keys), row, 1, Qt::AlignRight);
  return row + 1;
}

}  // namespace

ShortcutsSheet::ShortcutsSheet(const QMenuBar* menus, QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("Keyboard shortcuts"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kSpace8, kSpace6, kSpace8, kSpace4);
  column->setSpacing(kSpace6);
  auto* title = new InkLabel(Ink::text, Type::title);
  title->setText(tr("Keyboard shortcuts"));
  column->addWidget(title);
  auto* sides = new QHBoxLayout;
  sides->setSpacing(kSpace12);
  QVBoxLayout* side[2];
  for (auto*& one : side) sides->addLayout(one = new QVBoxLayout);
  int heights[2] = {0, 0};
  const auto addGroup = [&](const QString& name, const std::vector<std::pair<QString, QString>>& entries) {
    if (entries.empty()) return;
    const int which = heights[0] <= heights[1] ? 0 : 1;
    heights[which] += static_cast<int>(entries.size()) + 2;
    auto* heading = new InkLabel(Ink::textMuted, Type::strong);
    heading->setText(name);
    side[which]->addWidget(heading);
    auto* grid = new QGridLayout;
    grid->setColumnMinimumWidth(0, 200);
    grid->setVerticalSpacing(kSpace1);
    int row = 0;
    for (const auto& [what, keys] : entries) row = addRow(grid, row, what, keys);
    side[which]->addLayout(grid);
    side[which]->addSpacing(kSpace3);
  };
  for (const auto* top : menus->actions()) {
    if (!top->menu()) continue;
    std::vector<std::pair<QString, QString>> entries;
    for (const auto* action : top->menu()->actions()) {
      if (!action->shortcut().isEmpty()) entries.emplace_back(plain(action->text()), action->shortcut().toString(QKeySequence::NativeText));
    }
    addGroup(plain(top->text()), entries);
  }
  addGroup(tr("Everywhere"), {{tr("Next field, previous field"), tr("Tab, Shift+Tab")},
                              {tr("Press what has the focus"), tr("Space, Enter")},
                              {tr("Menus"), tr("Alt and the underlined letter")},
                              {tr("Dismiss a message or a dialog"), tr("Esc")}});
  addGroup(tr("In a lesson"), {{tr("Next page, page before"), tr("→, ←")},
                               {tr("Next page, or press what has the focus"), tr("Enter")},
                               {tr("Answer the question"), tr("1, 2, 3, …")},
                               {tr("All lessons"), tr("Esc")}});
  addGroup(tr("On the canvas"), {{tr("Pen, eraser, line, rectangle, ellipse, fill"), tr("P, E, L, R, O, F")},
                                 {tr("Finer, broader pen"), tr("[, ]")},
                                 {tr("Erase"), tr("right button")},
                                 {tr("Symmetry"), tr("S")},
                                 {tr("An example, a picture to trace"), tr("X, T")},
                                 {tr("Other noise, keep it"), tr("N, K")},
                                 {tr("Move the paper"), tr("Space and drag, middle button")},
                                 {tr("See less, more, all"), tr("wheel, +, −, 0")},
                                 {tr("Record a film"), tr("M")}});
  addGroup(tr("In a game of two numbers"), {{tr("Play or pause"), tr("Space")},
                                            {tr("One step, one step back"), tr("→, ←")},
                                            {tr("To the start, to the end"), tr("Home, End")},
                                            {tr("See less, more, all"), tr("+, −, 0")}});
  for (auto* one : side) one->addStretch();
  column->addLayout(sides, 1);
  auto* buttons = new QDialogButtonBox;
  buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column->addWidget(buttons);
}

}  // namespace ganvas::ui
