#include "ui/shell/nav_bar.hpp"

#include <QKeyEvent>
#include <QPainter>

#include "ui/shell/style_paint.hpp"
#include "ui/shell/theme.hpp"

namespace ganvas::ui {

using namespace tokens;

NavButton::NavButton(const QString& title, const QString& iconName, QWidget* parent) : QAbstractButton(parent), iconName_(iconName) {
  setText(title);
  setAccessibleName(title);
  setFocusPolicy(Qt::TabFocus);   // after a click the page has the keys
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void NavButton::setBusy(bool busy) {
  if (busy_ == busy) return;
  busy_ = busy;
  update();
}

QSize NavButton::sizeHint() const { return {kNavWidth, 60}; }

void NavButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QRectF pill = QRectF(rect()).adjusted(6, 2, -6, -2);
  if (isChecked()) paintRounded(&painter, pill, mixed(colour(Ink::raised), colour(Ink::line), 0.5), {}, kRadius);
  else if (underMouse()) paintRounded(&painter, pill, colour(Ink::raised), {}, kRadius);
  const Ink ink = isChecked() ? Ink::text : Ink::textMuted;
  const QRect glyph((width() - 22) / 2, 10, 22, 22);
  tokens::icon(iconName_, ink).paint(&painter, glyph);
  painter.setFont(tokens::font(Type::caption));
  painter.setPen(colour(ink));
  painter.drawText(QRect(0, 36, width(), 16), Qt::AlignCenter, text());
  if (busy_) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(Ink::window), 2));
    painter.setBrush(colour(Ink::generator));
    painter.drawEllipse(QPointF(glyph.right() + 2, glyph.top() + 2), 5, 5);
  }
  if (showsFocus(*this)) paintFocusRing(&painter, pill, kRadius);
}

NavBar::NavBar(QWidget* parent) : QWidget(parent), layout_(new QVBoxLayout(this)) {
  setObjectName(QStringLiteral("navBar"));
  setAccessibleName(tr("Places"));
  setFixedWidth(kNavWidth);
  layout_->setContentsMargins(0, kSpace2, 0, kSpace2);
  layout_->setSpacing(kSpace1);
  layout_->addStretch();
  connect(&places_, &QButtonGroup::idClicked, this, &NavBar::placeChosen);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

NavButton* NavBar::addPlace(const QString& title, const QString& iconName, int page) {
  auto* button = new NavButton(title, iconName, this);
  button->setCheckable(true);
  places_.addButton(button, page);
  layout_->insertWidget(toolIndex_++, button);
  return button;
}

NavButton* NavBar::addTool(const QString& title, const QString& iconName) {
  auto* button = new NavButton(title, iconName, this);
  layout_->addWidget(button);
  return button;
}

void NavBar::setPlace(int page) {
  if (auto* button = places_.button(page)) button->setChecked(true);
}

bool NavBar::hasFocusAt(int page) const {
  const auto* button = places_.button(page);
  return button && button->hasFocus();
}

void NavBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(QRect(width() - 1, 0, 1, height()), colour(Ink::line));
}

void NavBar::keyPressEvent(QKeyEvent* event) {
  // QButtonGroup moves among places; up and down also reach the tools at the bottom.
  if (event->key() == Qt::Key_Down) focusNextChild();
  else if (event->key() == Qt::Key_Up) focusPreviousChild();
  else QWidget::keyPressEvent(event);
}

}  // namespace ganvas::ui
