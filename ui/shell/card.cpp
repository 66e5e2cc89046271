#include "ui/shell/card.hpp"

#include <QKeyEvent>
#include <QPainter>

#include "ui/shell/artwork.hpp"
#include "ui/shell/style_paint.hpp"
#include "ui/shell/theme.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
constexpr int kWrap = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;

int textHeight(Type type, const QString& text, int width) {
  if (text.isEmpty()) return 0;
  return QFontMetrics(font(type)).boundingRect(QRect(0, 0, width, 4000), kWrap, text).height();
}

}  // namespace

Card::Card(Shape shape, QWidget* parent) : QAbstractButton(parent), shape_(shape) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  auto policy = QSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::setTitle(const QString& title) {
  setText(title);
  describe();
}

void Card::setBody(const QString& body) {
  body_ = body;
  describe();
}

void Card::setDetail(const QString& detail, Ink ink) {
  detail_ = detail;
  detailInk_ = ink;
  describe();
}

void Card::setPicture(QImage picture) {
  picture_ = std::move(picture);
  update();
}

void Card::setIconName(const QString& name, Ink ink) {
  iconName_ = name;
  iconInk_ = ink;
  update();
}

void Card::describe() {
  setAccessibleName(text());
  setAccessibleDescription(detail_.isEmpty() ? body_ : body_ + QLatin1Char(' ') + detail_);
  updateGeometry();
  update();
}

/// Enter as well as Space.
void Card::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) click();
  else QAbstractButton::keyPressEvent(event);
}

int Card::pictureHeight(int width) const { return shape_ == Shape::picture ? (width - 2 * kSpace1) * 9 / 16 : 0; }

QRect Card::wordsRect(int width) const {
  if (shape_ == Shape::picture) return {kSpace4, kSpace1 + pictureHeight(width) + kSpace3, width - 2 * kSpace4, 0};
  const int left = iconName_.isEmpty() ? kSpace4 : kSpace4 + kSpace12;
  return {left, kSpace4, width - left - kSpace4, 0};
}

int Card::wordsHeight(int width) const {
  const int inner = wordsRect(width).width();
  int height = textHeight(Type::strong, text(), inner);
  if (!body_.isEmpty()) height += kSpace1 + textHeight(Type::body, body_, inner);
  if (!detail_.isEmpty()) height += kSpace1 + textHeight(Type::caption, detail_, inner);
  return height;
}

int Card::heightForWidth(int width) const {
  const int height = wordsRect(width).top() + wordsHeight(width) + kSpace4;
  return shape_ == Shape::row ? std::max(height, kSpace12 + 2 * kSpace3) : height;
}

QSize Card::sizeHint() const { return {260, heightForWidth(260)}; }

void Card::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const bool hover = isEnabled() && underMouse();
  const QColor border = hover ? mixed(colour(Ink::line), colour(Ink::text), 0.3) : colour(Ink::line);
  paintRounded(&painter, rect(), isDown() ? colour(Ink::raised) : colour(Ink::surface), border, kRadiusLarge);
  if (shape_ == Shape::picture) {
    const QRectF frame(kSpace1, kSpace1, width() - 2 * kSpace1, pictureHeight(width()));
    if (picture_.isNull()) paintPlaceholder(&painter, frame, text(), kRadius);
    else paintPicture(&painter, frame, picture_, kRadius);
  } else if (!iconName_.isEmpty()) {
    const QRect badge(kSpace4, (height() - 36) / 2, 36, 36);
    paintRounded(&painter, badge, colour(Ink::raised), {}, kRadius);
    tokens::icon(iconName_, isEnabled() ? iconInk_ : Ink::textDisabled).paint(&painter, badge.adjusted(8, 8, -8, -8));
  }
  QRect words = wordsRect(width());
  if (shape_ == Shape::row) words.moveTop(std::max(kSpace4, (height() - wordsHeight(width())) / 2));
  words.setHeight(4000);
  const auto write = [&](Type type, Ink ink, const QString& line) {
    if (line.isEmpty()) return;
    painter.setFont(tokens::font(type));
    painter.setPen(colour(isEnabled() ? ink : Ink::textDisabled));
    painter.drawText(words, kWrap, line);
    words.setTop(words.top() + textHeight(type, line, words.width()) + kSpace1);
  };
  write(Type::strong, Ink::text, text());
  write(Type::body, Ink::textMuted, body_);
  write(Type::caption, detailInk_, detail_);
  if (showsFocus(*this)) paintFocusRing(&painter, rect(), kRadiusLarge);
}

CardGrid::CardGrid(int minimumWidth, QWidget* parent) : QLayout(parent), minimumWidth_(minimumWidth) { setContentsMargins(0, 0, 0, 0); }

CardGrid::~CardGrid() {
  for (auto* item : items_) delete item;
}

/// A card that comes while nobody sees the grid asks for no place by itself.
void CardGrid::addItem(QLayoutItem* item) {
  items_.push_back(item);
  invalidate();
}

QLayoutItem* CardGrid::itemAt(int index) const { return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)] : nullptr; }

QLayoutItem* CardGrid::takeAt(int index) {
  auto* item = itemAt(index);
  if (item) items_.erase(items_.begin() + index);
  invalidate();
  return item;
}

QSize CardGrid::minimumSize() const { return {minimumWidth_, 0}; }

QSize CardGrid::sizeHint() const { return {minimumWidth_ * 3, layOut(QRect(0, 0, minimumWidth_ * 3, 0), false)}; }

void CardGrid::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  layOut(rect, true);
}

int CardGrid::columnsFor(int width) const {
  return std::clamp((width + kSpace4) / (minimumWidth_ + kSpace4), 1, std::max(1, std::min(maximumColumns_, std::max(1, count()))));
}

int CardGrid::layOut(const QRect& rect, bool place) const {
  if (items_.empty()) return 0;
  const int columns = columnsFor(rect.width());
  const int whole = std::min(rect.width(), columns * maximumWidth_ + (columns - 1) * kSpace4);
  const auto left = [&](int column) { return column * (whole + kSpace4) / columns; };   // the rounding is spread: both edges are met
  const int width = left(1) - kSpace4;
  int y = rect.top();
  for (int first = 0; first < count(); first += columns) {
    const int last = std::min(first + columns, count());
    int height = 0;
    for (int i = first; i < last; ++i) {
      const auto* item = items_[static_cast<std::size_t>(i)];
      height = std::max(height, item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height());
    }
    for (int i = first; place && i < last; ++i) {
      items_[static_cast<std::size_t>(i)]->setGeometry(QRect(rect.left() + left(i - first), y, left(i - first + 1) - left(i - first) - kSpace4, height));
    }
    y += height + (last < count() ? kSpace4 : 0);
  }
  return y - rect.top();
}

}  // namespace ganvas::ui
