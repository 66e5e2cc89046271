#include "ui/shell/style.hpp"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QStyleOption>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>

#include "ui/shell/style_controls.hpp"
#include "ui/shell/style_paint.hpp"
#include "ui/shell/tokens.hpp"

namespace ganvas::ui {
namespace {

constexpr const char* kVariantProperty = "ganvasVariant";
constexpr int kComboLeft = tokens::kSpace2, kComboRight = 28;   // px that a combo box leaves beside its text; the arrow stands at the right

/// The next picture of a bar whose end is not known: painting one asks for the next, so a bar that is hidden or done asks for none.
void askForNextFrame(QWidget* bar) {
  auto* timer = bar->findChild<QTimer*>(QStringLiteral("busyTimer"), Qt::FindDirectChildrenOnly);
  if (!timer) {
    timer = new QTimer(bar);
    timer->setObjectName(QStringLiteral("busyTimer"));
    timer->setSingleShot(true);
    timer->setInterval(40);
    QObject::connect(timer, &QTimer::timeout, bar, qOverload<>(&QWidget::update));
  }
  timer->start();
}

}  // namespace

using namespace tokens;
using namespace controls;

void setVariant(QAbstractButton* button, Variant variant) {
  button->setProperty(kVariantProperty, static_cast<int>(variant));
  button->update();
}

Variant variantOf(const QWidget* widget) {
  const auto value = widget ? widget->property(kVariantProperty) : QVariant();
  return value.isValid() ? static_cast<Variant>(value.toInt()) : Variant::plain;
}

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::polish(QWidget* widget) {
  QProxyStyle::polish(widget);
  if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) || qobject_cast<QAbstractSpinBox*>(widget) ||
      qobject_cast<QSlider*>(widget) || qobject_cast<QScrollBar*>(widget) || qobject_cast<QTabBar*>(widget) || widget->inherits("QLineEdit")) {
    widget->setAttribute(Qt::WA_Hover);
  }
  if (qobject_cast<QMenu*>(widget)) widget->setAttribute(Qt::WA_TranslucentBackground);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  switch (metric) {
    case PM_ButtonMargin: return kSpace4;
    case PM_ButtonIconSize: return 18;
    case PM_SmallIconSize: case PM_ListViewIconSize: case PM_TabBarIconSize: return kIcon;
    case PM_ToolBarIconSize: return kIcon;
    case PM_IndicatorWidth: case PM_IndicatorHeight: case PM_ExclusiveIndicatorWidth: case PM_ExclusiveIndicatorHeight: return 16;
    case PM_CheckBoxLabelSpacing: case PM_RadioButtonLabelSpacing: return kSpace2;
    case PM_SliderThickness: case PM_SliderControlThickness: return 20;
    case PM_SliderLength: return 18;
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 32;
    case PM_SplitterWidth: case PM_DockWidgetSeparatorExtent: return kSpace2;
    case PM_DockWidgetFrameWidth: return 0;
    case PM_DockWidgetTitleMargin: return 6;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuVMargin: case PM_MenuHMargin: return kSpace1;
    case PM_MenuBarVMargin: case PM_MenuBarHMargin: return 2;
    case PM_ToolTipLabelFrameWidth: return 7;
    case PM_LayoutLeftMargin: case PM_LayoutRightMargin: case PM_LayoutTopMargin: case PM_LayoutBottomMargin: return kSpace3;
    case PM_LayoutHorizontalSpacing: case PM_LayoutVerticalSpacing: return kSpace2;
    case PM_ButtonShiftHorizontal: case PM_ButtonShiftVertical: return 0;
    case PM_FocusFrameHMargin: return widget && widget->inherits("QAbstractItemView") ? kSpace2 - 1 : 2;   // what stands beside the words of a list
    case PM_TabBarTabHSpace: return kSpace6;
    case PM_TabBarTabVSpace: return kSpace4;
    case PM_DefaultFrameWidth:
      if (widget && (widget->inherits("QLineEdit") || widget->inherits("QComboBox") || widget->inherits("QAbstractSpinBox"))) return 4;
      return 1;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const {
  switch (hint) {
    case SH_UnderlineShortcut: return widget && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    case SH_EtchDisabledText: case SH_DitherDisabledText: return 0;
    case SH_ToolTip_WakeUpDelay: return 400;
    case SH_ToolTipLabel_Opacity: return 255;
    case SH_ScrollBar_LeftClickAbsolutePosition: case SH_Slider_AbsoluteSetButtons:
      return hint == SH_Slider_AbsoluteSetButtons ? static_cast<int>(Qt::LeftButton) : 1;
    case SH_ComboBox_Popup: return 0;
    case SH_ScrollView_FrameOnlyAroundContents: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
  }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const {
  QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
  switch (type) {
    case CT_PushButton:
      result = QSize(result.width() + kSpace3, std::max(result.height(), kControlHeight));
      if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option); button && button->text.isEmpty()) result.setWidth(result.height());
      break;
    case CT_ComboBox: result.setWidth(size.width() + kComboLeft + kComboRight + kSpace1); [[fallthrough]];
    case CT_LineEdit: result.setHeight(std::max(size.height() + 8, kControlHeight)); break;
    case CT_SpinBox: result.setHeight(std::max(size.height(), kControlHeight)); break;
    case CT_ToolButton: result = result.expandedTo({kControlHeight, kControlHeight}); break;
    case CT_MenuItem:
      if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option); item && item->menuItemType != QStyleOptionMenuItem::Separator) {
        result.setHeight(std::max(result.height(), 30));
        result.rwidth() += kSpace4;
      }
      break;
    case CT_MenuBarItem: result.setHeight(std::max(result.height(), 28)); break;
    case CT_ItemViewItem: result.setHeight(std::max(result.height(), 28)); break;
    case CT_HeaderSection: result.setHeight(std::max(result.height(), 30)); break;
    default: break;
  }
  return result;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub, const QWidget* widget) const {
  const QRect whole = option->rect;
  if (control == CC_ComboBox) {
    if (sub == SC_ComboBoxArrow) return visualRect(option->direction, whole, QRect(whole.right() - 26, whole.top(), 26, whole.height()));
    if (sub == SC_ComboBoxEditField) return visualRect(option->direction, whole, whole.adjusted(kComboLeft, 2, -kComboRight, -2));
  }
  if (control == CC_SpinBox) {
    const bool buttons = !(static_cast<const QStyleOptionSpinBox*>(option)->buttonSymbols == QAbstractSpinBox::NoButtons);
    const QRect side(whole.right() - 22, whole.top() + 3, 20, whole.height() - 6);
    if (sub == SC_SpinBoxEditField) return visualRect(option->direction, whole, whole.adjusted(6, 2, buttons ? -24 : -6, -2));
    if (sub == SC_SpinBoxUp) return buttons ? visualRect(option->direction, whole, QRect(side.left(), side.top(), side.width(), side.height() / 2)) : QRect();
    if (sub == SC_SpinBoxDown) {
      return buttons ? visualRect(option->direction, whole, QRect(side.left(), side.top() + side.height() / 2, side.width(), side.height() / 2)) : QRect();
    }
  }
  if (control == CC_ScrollBar) {
    if (sub == SC_ScrollBarAddLine || sub == SC_ScrollBarSubLine) return {};
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
      const bool across = bar->orientation == Qt::Horizontal;
      const int length = across ? whole.width() : whole.height();
      const auto range = static_cast<qint64>(bar->maximum) - bar->minimum;
      int handle = range > 0 ? static_cast<int>(qint64(bar->pageStep) * length / (range + bar->pageStep)) : length;
      handle = std::clamp(handle, std::min(32, length), length);
      const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
      const auto part = [&](int from, int size) {
        return across ? QRect(whole.left() + from, whole.top(), size, whole.height()) : QRect(whole.left(), whole.top() + from, whole.width(), size);
      };
      if (sub == SC_ScrollBarGroove) return whole;
      if (sub == SC_ScrollBarSlider) return part(start, handle);
      if (sub == SC_ScrollBarSubPage) return part(0, start);
      if (sub == SC_ScrollBarAddPage) return part(start + handle, length - start - handle);
    }
  }
  return QProxyStyle::subControlRect(control, option, sub, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
  switch (element) {
    case SE_PushButtonFocusRect: return option->rect;
    case SE_ProgressBarGroove: case SE_ProgressBarContents: case SE_ProgressBarLabel: return option->rect;
    case SE_LineEditContents: return option->rect.adjusted(8, 2, -8, -2);
    default: return QProxyStyle::subElementRect(element, option, widget);
  }
}

QIcon Style::standardIcon(StandardPixmap pixmap, const QStyleOption* option, const QWidget* widget) const {
  switch (pixmap) {
    case SP_TitleBarCloseButton: case SP_DockWidgetCloseButton: case SP_LineEditClearButton: return icon(QStringLiteral("close"), Ink::textMuted);
    case SP_TitleBarNormalButton: return icon(QStringLiteral("float"), Ink::textMuted);
    case SP_MessageBoxQuestion: return icon(QStringLiteral("help"), Ink::discriminator);
    case SP_MessageBoxInformation: return icon(QStringLiteral("info"), Ink::discriminator);
    case SP_MessageBoxWarning: return icon(QStringLiteral("warning"), Ink::warning);
    case SP_MessageBoxCritical: return icon(QStringLiteral("error"), Ink::error);
    case SP_DirIcon: case SP_DirClosedIcon: case SP_DirOpenIcon: return icon(QStringLiteral("folder"));
    default: return QProxyStyle::standardIcon(pixmap, option, widget);
  }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
  switch (element) {
    case PE_PanelButtonCommand: return paintButton(option, painter, variantOf(widget));
    case PE_PanelButtonTool: return paintButton(option, painter, variantOf(widget) == Variant::plain ? Variant::quiet : variantOf(widget));
    case PE_FrameDefaultButton: return;
    case PE_FrameFocusRect:
      if (ringed(option) || (option->state & State_KeyboardFocusChange)) paintFocusRing(painter, option->rect, kRadius);
      return;
    case PE_PanelLineEdit:
      if (widget && (qobject_cast<QComboBox*>(widget->parentWidget()) || qobject_cast<QAbstractSpinBox*>(widget->parentWidget()))) return;
      if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0) return paintField(option, painter);
      return;
    case PE_FrameLineEdit: return;
    case PE_Frame: return paintRounded(painter, option->rect, {}, colour(Ink::line), widget && widget->inherits("QAbstractScrollArea") ? kRadiusSmall : kRadius);
    case PE_FrameGroupBox: return paintRounded(painter, option->rect, {}, colour(Ink::line), kRadius);
    case PE_FrameTabWidget: return;
    case PE_FrameTabBarBase:
      if (const auto* base = qstyleoption_cast<const QStyleOptionTabBarBase*>(option)) {
        painter->fillRect(QRect(base->rect.left(), base->rect.bottom(), base->rect.width(), 1), colour(Ink::line));
      }
      return;
    case PE_FrameMenu: return;
    case PE_PanelMenu: return paintRounded(painter, option->rect, colour(Ink::surface), colour(Ink::line), kRadius);
    case PE_PanelTipLabel:
      painter->fillRect(option->rect, colour(Ink::accent));
      return;
    case PE_IndicatorCheckBox: return paintCheck(option, painter, false);
    case PE_IndicatorItemViewItemCheck: return paintCheck(option, painter, false);
    case PE_IndicatorRadioButton: return paintCheck(option, painter, true);
    case PE_IndicatorArrowDown: return paintChevron(painter, option->rect, Direction::down, colour(enabled(option) ? Ink::textMuted : Ink::textDisabled));
    case PE_IndicatorArrowUp: return paintChevron(painter, option->rect, Direction::up, colour(enabled(option) ? Ink::textMuted : Ink::textDisabled));
    case PE_IndicatorArrowLeft: return paintChevron(painter, option->rect, Direction::left, colour(enabled(option) ? Ink::textMuted : Ink::textDisabled));
    case PE_IndicatorArrowRight: return paintChevron(painter, option->rect, Direction::right, colour(enabled(option) ? Ink::textMuted : Ink::textDisabled));
    case PE_PanelItemViewItem: {
      const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
      if (item && item->backgroundBrush.style() != Qt::NoBrush) painter->fillRect(option->rect, item->backgroundBrush);
      if (option->state & State_Selected) paintRounded(painter, option->rect, mixed(colour(Ink::raised), colour(Ink::line), 0.4), {}, kRadiusSmall);
      else if (hovered(option)) paintRounded(painter, option->rect, colour(Ink::raised), {}, kRadiusSmall);
      return;
    }
    case PE_PanelItemViewRow: return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
  }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
  switch (element) {
    case CE_PushButtonLabel: {
      auto button = *qstyleoption_cast<const QStyleOptionButton*>(option);
      const auto variant = variantOf(widget);
      button.palette.setColor(QPalette::ButtonText, enabled(option) ? inkOf(variant) : colour(Ink::textDisabled));
      return QProxyStyle::drawControl(element, &button, painter, widget);
    }
    case CE_ProgressBarGroove: case CE_ProgressBarContents: {
      const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
      const bool contents = element == CE_ProgressBarContents;
      if (contents && widget && bar->maximum <= bar->minimum) askForNextFrame(const_cast<QWidget*>(widget));
      return paintProgress(bar, painter, contents);
    }
    case CE_ProgressBarLabel:
      if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option); bar && bar->textVisible) {
        painter->setFont(numbers(Type::caption));
        painter->setPen(colour(Ink::textMuted));
        painter->drawText(bar->rect, Qt::AlignRight | Qt::AlignVCenter, bar->text);
      }
      return;
    case CE_TabBarTabShape: return paintTab(qstyleoption_cast<const QStyleOptionTab*>(option), painter);
    case CE_Splitter: return;
    case CE_MenuItem: case CE_MenuBarItem: {
      auto item = *qstyleoption_cast<const QStyleOptionMenuItem*>(option);
      const bool active = item.state & State_Selected && enabled(option);
      if (element == CE_MenuBarItem) painter->fillRect(item.rect, colour(Ink::window));
      if (active) paintRounded(painter, QRectF(item.rect).adjusted(2, 1, -2, -1), colour(Ink::raised), {}, kRadiusSmall);
      item.state &= ~(State_Selected | State_Sunken);
      item.palette.setColor(QPalette::Window, Qt::transparent);
      if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRect(item.rect.left() + 8, item.rect.center().y(), item.rect.width() - 16, 1), colour(Ink::line));
        return;
      }
      if (element == CE_MenuBarItem) {
        painter->setPen(enabled(option) ? colour(Ink::text) : colour(Ink::textDisabled));
        painter->drawText(item.rect, Qt::AlignCenter | Qt::TextShowMnemonic | (styleHint(SH_UnderlineShortcut, option, widget, nullptr) ? 0 : Qt::TextHideMnemonic), item.text);
        return;
      }
      return QProxyStyle::drawControl(element, &item, painter, widget);
    }
    case CE_MenuBarEmptyArea:
      painter->fillRect(option->rect, colour(Ink::window));
      return;
    case CE_ItemViewItem: {
      auto item = *qstyleoption_cast<const QStyleOptionViewItem*>(option);
      item.palette.setColor(QPalette::HighlightedText, colour(Ink::text));
      return QProxyStyle::drawControl(element, &item, painter, widget);
    }
    case CE_HeaderSection:
      painter->fillRect(option->rect, colour(Ink::surface));
      painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), colour(Ink::line));
      return;
    case CE_DockWidgetTitle: {
      const auto* dock = qstyleoption_cast<const QStyleOptionDockWidget*>(option);
      painter->setFont(font(Type::strong));
      painter->setPen(colour(Ink::text));
      painter->drawText(dock->rect.adjusted(kSpace3, 0, -kSpace12, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic, dock->title);
      return;
    }
    case CE_ToolBar: return;
    case CE_ShapedFrame: {
      const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
      if (frame && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
        const auto centre = option->rect.center();
        painter->fillRect(frame->frameShape == QFrame::HLine ? QRect(option->rect.left(), centre.y(), option->rect.width(), 1)
                                                             : QRect(centre.x(), option->rect.top(), 1, option->rect.height()), colour(Ink::line));
        return;
      }
      return QProxyStyle::drawControl(element, option, painter, widget);
    }
    default: QProxyStyle::drawControl(element, option, painter, widget);
  }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
  switch (control) {
    case CC_ComboBox: {
      const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
      if (box->frame) paintField(option, painter);
      const QRectF arrow = proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
      return paintChevron(painter, arrow, Direction::down, colour(enabled(option) ? Ink::textMuted : Ink::textDisabled));
    }
    case CC_SpinBox: return paintSpinBox(proxy(), qstyleoption_cast<const QStyleOptionSpinBox*>(option), painter, widget);
    case CC_Slider: return paintSlider(proxy(), qstyleoption_cast<const QStyleOptionSlider*>(option), painter, widget);
    case CC_ToolButton: {
      auto button = *qstyleoption_cast<const QStyleOptionToolButton*>(option);
      // A button that only opens a menu needs no arrow to say so.
      if (!(button.features & QStyleOptionToolButton::MenuButtonPopup)) button.features &= ~QStyleOptionToolButton::HasMenu;
      return QProxyStyle::drawComplexControl(control, &button, painter, widget);
    }
    case CC_ScrollBar: return paintScrollBar(proxy(), qstyleoption_cast<const QStyleOptionSlider*>(option), painter, widget);
    default: QProxyStyle::drawComplexControl(control, option, painter, widget);
  }
}

}  // namespace ganvas::ui
