// Things beside each other, going on in the next line where the room ends, as words do. GUI thread.
#pragma once

#include <QLayout>
#include <vector>

namespace ganvas::ui {

class FlowLayout : public QLayout {
 public:
  explicit FlowLayout(QWidget* parent, int spacing);
  ~FlowLayout() override;

  void addItem(QLayoutItem* item) override { items_.push_back(item); }
  int count() const override { return static_cast<int>(items_.size()); }
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  Qt::Orientations expandingDirections() const override { return {}; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override { return place({0, 0, width, 0}, false); }
  QSize sizeHint() const override;
  QSize minimumSize() const override;
  void setGeometry(const QRect& rect) override;

 private:
  /// The height that the lines take; moves the items where asked to.
  int place(const QRect& rect, bool move) const;

  std::vector<QLayoutItem*> items_;
};

}  // namespace ganvas::ui
