// The one style: Fusion's geometry, Ganvas's tokens. Widgets ask for a variant by name and set no colours. GUI thread.
#pragma once

#include <QProxyStyle>

class QAbstractButton;
class QWidget;

namespace ganvas::ui {

/// How much a button asks to be pressed, or whom it acts on.
enum class Variant {
  plain,          ///< outlined
  primary,        ///< filled with the accent: at most one in a view
  quiet,          ///< no frame until hovered
  generator,      ///< outlined and lettered in the generator's colour
  discriminator,  ///< the same for the discriminator
  danger          ///< lettered in the error colour
};
void setVariant(QAbstractButton* button, Variant variant);
Variant variantOf(const QWidget* widget);

class Style : public QProxyStyle {
  Q_OBJECT
 public:
  Style();

  void polish(QWidget* widget) override;
  void polish(QPalette& palette) override {}
  using QProxyStyle::polish;
  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override;
  QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const override;
  QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub, const QWidget* widget) const override;
  QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
  QIcon standardIcon(StandardPixmap pixmap, const QStyleOption* option, const QWidget* widget) const override;
  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const override;
};

}  // namespace ganvas::ui
