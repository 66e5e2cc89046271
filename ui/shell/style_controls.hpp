// How each control is painted: the shapes behind the one style. GUI thread.
#pragma once

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

#include "ui/shell/style.hpp"

namespace ganvas::ui::controls {

inline bool enabled(const QStyleOption* option) { return option->state & QStyle::State_Enabled; }
inline bool hovered(const QStyleOption* option) { return enabled(option) && (option->state & QStyle::State_MouseOver); }
inline bool pressed(const QStyleOption* option) { return option->state & QStyle::State_Sunken; }
/// Has the keyboard, and the keyboard is being used to get about.
inline bool ringed(const QStyleOption* option) {
  return (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange);
}

QColor inkOf(Variant variant);
void paintButton(const QStyleOption* option, QPainter* painter, Variant variant);
void paintField(const QStyleOption* option, QPainter* painter);
void paintSlider(const QStyle* style, const QStyleOptionSlider* option, QPainter* painter, const QWidget* widget);
void paintScrollBar(const QStyle* style, const QStyleOptionSlider* option, QPainter* painter, const QWidget* widget);
void paintSpinBox(const QStyle* style, const QStyleOptionSpinBox* option, QPainter* painter, const QWidget* widget);
void paintCheck(const QStyleOption* option, QPainter* painter, bool round);
void paintProgress(const QStyleOptionProgressBar* option, QPainter* painter, bool contents);
void paintTab(const QStyleOptionTab* option, QPainter* painter);

}  // namespace ganvas::ui::controls
