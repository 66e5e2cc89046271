#include "ui/sketch/sketch_tools.hpp"

#include <QAction>
#include <QActionGroup>
#include <QFrame>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <cmath>

#include "ui/shell/flow_layout.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/shell/tool_button.hpp"
#include "ui/sketch/sketch_board.hpp"

namespace ganvas::ui {
namespace {

constexpr int kSliderWidth = 76;               // px
constexpr int kSizes = 28;                     // of the pen: 1, then each a sixth more than the one before
constexpr double kGrowth = 1.18;
double sizeAt(int place) { return std::round(2 * std::pow(kGrowth, place)) / 2; }
int placeOf(double size) { return static_cast<int>(std::lround(std::log(std::max(1.0, size)) / std::log(kGrowth))); }

QFrame* divider(QWidget* parent) {
  auto* line = new QFrame(parent);
  line->setFrameShape(QFrame::VLine);
  line->setFixedSize(1, tokens::kControlHeight);
  return line;
}

}  // namespace

SketchTools::SketchTools(SketchBoard& board, QWidget* scope, QWidget* parent) : QWidget(parent), board_(board), row_(new FlowLayout(this, tokens::kSpace1)), group_(new QActionGroup(this)) {
  addTool(SketchTool::pen, QStringLiteral("edit"), tr("Pen"), Qt::Key_P, scope);
  addTool(SketchTool::eraser, QStringLiteral("eraser"), tr("Eraser"), Qt::Key_E, scope);
  addTool(SketchTool::line, QStringLiteral("line"), tr("Line"), Qt::Key_L, scope);
  addTool(SketchTool::rectangle, QStringLiteral("rectangle"), tr("Rectangle"), Qt::Key_R, scope);
  addTool(SketchTool::ellipse, QStringLiteral("ellipse"), tr("Ellipse"), Qt::Key_O, scope);
  addTool(SketchTool::fill, QStringLiteral("fill"), tr("Fill"), Qt::Key_F, scope);
  row_->addWidget(divider(this));
  size_ = addSlider(QStringLiteral("brush-size"), tr("Size of the pen"), tr("Width of lines at full pressure ([ and ])"), kSizes);
  smoothing_ = addSlider(QStringLiteral("smooth"), tr("Smoothing"), tr("How much the trembling of the hand is ironed out"), 9);
  row_->addWidget(divider(this));
  addSymmetry(scope);
  row_->addWidget(divider(this));
  undo_ = add(QStringLiteral("undo"), tr("Undo"), {QKeySequence::Undo}, scope);
  redo_ = add(QStringLiteral("redo"), tr("Redo"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)}, scope);
  clear_ = add(QStringLiteral("trash"), tr("Clear"), {QKeySequence(Qt::Key_Delete)}, scope);
  connect(undo_, &QAction::triggered, &board_, &SketchBoard::undo);
  connect(redo_, &QAction::triggered, &board_, &SketchBoard::redo);
  connect(clear_, &QAction::triggered, &board_, &SketchBoard::clear);
  connect(size_, &QSlider::valueChanged, &board_, [this](int place) { board_.setSize(sizeAt(place)); });
  connect(smoothing_, &QSlider::valueChanged, &board_, [this](int tenths) { board_.setSmoothing(tenths / 10.0); });
  for (const auto& [key, by] : {std::pair(Qt::Key_BracketLeft, -2), std::pair(Qt::Key_BracketRight, 2)}) {
    auto* step = new QAction(this);
    step->setShortcut(key);
    step->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(step, &QAction::triggered, size_, [this, by = by] { size_->setValue(size_->value() + by); });
    scope->addAction(step);
  }
  connect(&board_, &SketchBoard::toolChanged, this, &SketchTools::refresh);
  connect(&board_, &SketchBoard::changed, this, &SketchTools::refresh);
  refresh();
}

QAction* SketchTools::add(const QString& icon, const QString& text, const QList<QKeySequence>& keys, QWidget* scope) {
  auto* action = new QAction(tokens::icon(icon), text, this);
  action->setShortcuts(keys);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  action->setToolTip(QStringLiteral("%1 (%2)").arg(text, keys.front().toString(QKeySequence::NativeText)));
  scope->addAction(action);
  addButton(action);
  return action;
}

void SketchTools::addButton(QAction* action) {
  auto* button = toolButton(QStringLiteral("more"), action->toolTip(), this);
  button->setDefaultAction(action);
  button->setAccessibleName(action->text());
  row_->addWidget(button);
}

void SketchTools::addWidget(QWidget* widget) { row_->addWidget(widget); }

void SketchTools::addTool(SketchTool tool, const QString& icon, const QString& text, Qt::Key key, QWidget* scope) {
  auto* action = add(icon, text, {QKeySequence(key)}, scope);
  action->setCheckable(true);
  group_->addAction(action);
  connect(action, &QAction::triggered, &board_, [this, tool] { board_.setTool(tool); });
  tools_[tool] = action;
}

QSlider* SketchTools::addSlider(const QString& icon, const QString& name, const QString& tip, int most) {
  auto* picture = new QLabel(this);
  picture->setPixmap(tokens::icon(icon, Ink::textMuted).pixmap(tokens::kIcon, tokens::kIcon));
  picture->setToolTip(tip);
  row_->addWidget(picture);
  auto* slider = new QSlider(Qt::Horizontal, this);
  slider->setRange(0, most);
  slider->setFixedWidth(kSliderWidth);
  slider->setAccessibleName(name);
  slider->setToolTip(tip);
  row_->addWidget(slider);
  return slider;
}

void SketchTools::addSymmetry(QWidget* scope) {
  symmetry_ = add(QStringLiteral("symmetry"), tr("Symmetry"), {QKeySequence(Qt::Key_S)}, scope);
  symmetry_->setCheckable(true);
  connect(symmetry_, &QAction::triggered, &board_, [this](bool on) { board_.setSymmetry(on ? Symmetry::leftRight : Symmetry::none); });
  auto* menu = new QMenu(this);
  const std::pair<QString, Symmetry> kinds[] = {{tr("No symmetry"), Symmetry::none}, {tr("Left and right"), Symmetry::leftRight}, {tr("Up and down"), Symmetry::upDown}, {tr("Both ways"), Symmetry::both}};
  for (const auto& [text, kind] : kinds) menu->addAction(text, &board_, [this, kind = kind] { board_.setSymmetry(kind); });
  for (auto* button : findChildren<QToolButton*>())
    if (button->defaultAction() == symmetry_) {
      button->setMenu(menu);
      button->setPopupMode(QToolButton::MenuButtonPopup);
    }
}

void SketchTools::takeOver(const SketchTools& before) {
  board_.setTool(before.board_.tool());
  board_.setSize(before.board_.size());
  board_.setSmoothing(before.board_.smoothing());
  board_.setSymmetry(before.board_.symmetry());
}

void SketchTools::refresh() {
  tools_.at(board_.tool())->setChecked(true);
  const QSignalBlocker quietSize(size_), quietSmoothing(smoothing_);
  size_->setValue(placeOf(board_.size()));
  smoothing_->setValue(static_cast<int>(std::lround(10 * board_.smoothing())));
  symmetry_->setChecked(board_.symmetry() != Symmetry::none);
  undo_->setEnabled(board_.canUndo());
  redo_->setEnabled(board_.canRedo());
  clear_->setEnabled(!board_.blank());
}

}  // namespace ganvas::ui
