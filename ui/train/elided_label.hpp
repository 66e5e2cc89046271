// A one-line InkLabel that ends in … where it does not fit; the whole text is then its tooltip. GUI thread.
#pragma once

#include "ui/train/ink_label.hpp"

namespace ganvas::ui {

class ElidedLabel : public InkLabel {
  Q_OBJECT
 public:
  ElidedLabel(Ink ink, tokens::Type type, QWidget* parent, bool numbers = false) : InkLabel(ink, type, parent, numbers) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setTextFormat(Qt::PlainText);
  }

  QSize sizeHint() const override { return {QFontMetrics(font()).horizontalAdvance(text()), QFontMetrics(font()).height()}; }
  QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent*) override;
  bool event(QEvent* event) override;
};

}  // namespace ganvas::ui
