#include "ui/shell/flow_layout.hpp"

#include <QWidget>
#include <algorithm>

namespace ganvas::ui {

FlowLayout::FlowLayout(QWidget* parent, int spacing) : QLayout(parent) {
  setContentsMargins(0, 0, 0, 0);
  setSpacing(spacing);
}

FlowLayout::~FlowLayout() {
  for (auto* item : items_) delete item;
}

QLayoutItem* FlowLayout::itemAt(int index) const { return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)] : nullptr; }

QLayoutItem* FlowLayout::takeAt(int index) {
  auto* item = itemAt(index);
  if (item) items_.erase(items_.begin() + index);
  return item;
}

/// All in one line.
QSize FlowLayout::sizeHint() const {
  QSize size(-spacing(), 0);
  for (const auto* item : items_) {
    if (item->isEmpty()) continue;
    size = {size.width() + spacing() + item->sizeHint().width(), std::max(size.height(), item->sizeHint().height())};
  }
  return size.expandedTo({0, 0});
}

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const auto* item : items_) size = size.expandedTo(item->minimumSize());
  return size;
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  place(rect, true);
}

int FlowLayout::place(const QRect& rect, bool move) const {
  int y = rect.top();
  for (std::size_t begin = 0, end = 0; begin < items_.size(); begin = end) {
    int width = -spacing(), height = 0;
    for (; end < items_.size(); ++end) {
      if (items_[end]->isEmpty()) continue;
      const auto size = items_[end]->sizeHint();
      if (height > 0 && width + spacing() + size.width() > rect.width()) break;
      width += spacing() + size.width();
      height = std::max(height, size.height());
    }
    int x = rect.left();
    for (auto i = begin; i < end && move; ++i) {
      if (items_[i]->isEmpty()) continue;
      const auto size = items_[i]->sizeHint();
      items_[i]->setGeometry({x, y + (height - size.height()) / 2, std::min(size.width(), rect.width()), size.height()});
      x += size.width() + spacing();
    }
    if (height > 0) y += height + spacing();
  }
  return std::max(0, y - rect.top() - spacing());
}

}  // namespace ganvas::ui
