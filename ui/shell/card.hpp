// A card that can be pressed: a picture or an icon, a title, a sentence. And the grid that lays cards out. GUI thread.
#pragma once

#include <QAbstractButton>
#include <QImage>
#include <QLayout>
#include <vector>

#include "ui/shell/tokens.hpp"

namespace ganvas::ui {

class Card : public QAbstractButton {
  Q_OBJECT
 public:
  enum class Shape { picture, row };   ///< picture above the words; icon beside them
  explicit Card(Shape shape, QWidget* parent = nullptr);

  void setTitle(const QString& title);
  void setBody(const QString& body);
  /// Small print under the body.
  void setDetail(const QString& detail, Ink ink = Ink::textMuted);
  void setPicture(QImage picture);
  void setIconName(const QString& name, Ink ink = Ink::text);

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent*) override;
  void enterEvent(QEnterEvent*) override { update(); }
  void leaveEvent(QEvent*) override { update(); }
  void keyPressEvent(QKeyEvent* event) override;

 private:
  int pictureHeight(int width) const;
  QRect wordsRect(int width) const;
  int wordsHeight(int width) const;
  void describe();

  Shape shape_;
  QString body_, detail_, iconName_;
  Ink detailInk_ = Ink::textMuted, iconInk_ = Ink::text;
  QImage picture_;
};

/// Equal columns, as many as fit at `minimumWidth`; rows as high as their highest card.
class CardGrid : public QLayout {
  Q_OBJECT
 public:
  explicit CardGrid(int minimumWidth, QWidget* parent = nullptr);
  ~CardGrid() override;
  /// Never more columns than this.
  void setMaximumColumns(int columns) { maximumColumns_ = columns; }
  /// A column is never wider than this; what is left stays empty at the right.
  void setMaximumWidth(int width) { maximumWidth_ = width; }

  void addItem(QLayoutItem* item) override;
  int count() const override { return static_cast<int>(items_.size()); }
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override { return layOut(QRect(0, 0, width, 0), false); }
  QSize minimumSize() const override;
  QSize sizeHint() const override;
  void setGeometry(const QRect& rect) override;

 private:
  int layOut(const QRect& rect, bool place) const;
  int columnsFor(int width) const;

  std::vector<QLayoutItem*> items_;
  int minimumWidth_;
  int maximumColumns_ = 12;
  int maximumWidth_ = 2000;
};

}  // namespace ganvas::ui
