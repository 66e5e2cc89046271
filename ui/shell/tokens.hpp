// Every colour, distance and type size of the window. Widgets take them from here and from nowhere else. GUI thread.
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QString>

#include "engine/api/family.hpp"

namespace ganvas::ui {

enum class Tone { light, dark };

/// Named by what a colour means, not by what it looks like.
enum class Ink {
  window,        ///< behind everything
  surface,       ///< cards, docks, fields
  raised,        ///< hovered or selected surface
  line,          ///< borders, separators, grid lines
  text, textMuted, textDisabled,
  accent, onAccent,
  generator, discriminator, real,      ///< the two players and the data, everywhere
  success, warning, error,
  series1, series2, series3, series4, series5   ///< Okabe-Ito, for other curves
};

namespace tokens {
// distances in steps of 4 px (device independent)
inline constexpr int kSpace1 = 4, kSpace2 = 8, kSpace3 = 12, kSpace4 = 16, kSpace6 = 24, kSpace8 = 32, kSpace12 = 48;
inline constexpr int kRadiusSmall = 4, kRadius = 8, kRadiusLarge = 12;
inline constexpr int kIcon = 20, kIconLarge = 32, kNavWidth = 76, kControlHeight = 32;

enum class Type { caption, body, strong, title, display, reading };   // 11, 13, 13 semibold, 18 semibold, 28 semibold, 15 (px at 1×)

Tone tone();                                ///< in force now
QColor colour(Ink ink);
QColor colour(Role role);                   ///< of a network or a curve
QFont font(Type type);
QFont numbers(Type type = Type::body);      ///< tabular figures: they do not dance
/// resources/icons/NAME.svg, tinted (normal, disabled and checked states).
QIcon icon(const QString& name, Ink ink = Ink::text);
}  // namespace tokens

}  // namespace ganvas::ui
