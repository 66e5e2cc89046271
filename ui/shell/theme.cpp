#include "ui/shell/theme.hpp"

#include <QApplication>
#include <QPalette>
#include <QSettings>
#include <QStyleHints>
#include <QToolTip>

#include "ui/shell/style.hpp"
#include "ui/shell/tone.hpp"

namespace ganvas::ui {
namespace {

const QString kChoiceKey = QStringLiteral("theme");

QString nameOf(Theme::Choice choice) {
  switch (choice) {
    case Theme::Choice::light: return QStringLiteral("light");
    case Theme::Choice::dark: return QStringLiteral("dark");
    case Theme::Choice::system: break;
  }
  return QStringLiteral("system");
}

/// What the desktop asks for. Before Qt 6.5 only its palette tells.
Tone systemTone() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
  if (QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Unknown) {
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark ? Tone::dark : Tone::light;
  }
#endif
  QApplication::setPalette(QPalette());
  const auto palette = QApplication::palette();
  return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness() ? Tone::dark : Tone::light;
}

QPalette makePalette() {
  using tokens::colour;
  QPalette palette;
  palette.setColor(QPalette::Window, colour(Ink::window));
  palette.setColor(QPalette::WindowText, colour(Ink::text));
  palette.setColor(QPalette::Base, colour(Ink::surface));
  palette.setColor(QPalette::AlternateBase, colour(Ink::window));
  palette.setColor(QPalette::Text, colour(Ink::text));
  palette.setColor(QPalette::PlaceholderText, colour(Ink::textMuted));
  palette.setColor(QPalette::Button, colour(Ink::surface));
  palette.setColor(QPalette::ButtonText, colour(Ink::text));
  palette.setColor(QPalette::BrightText, colour(Ink::error));
  palette.setColor(QPalette::Light, colour(Ink::surface));
  palette.setColor(QPalette::Midlight, colour(Ink::raised));
  palette.setColor(QPalette::Mid, colour(Ink::line));
  palette.setColor(QPalette::Dark, colour(Ink::line));
  palette.setColor(QPalette::Shadow, colour(Ink::line));
  palette.setColor(QPalette::Highlight, colour(Ink::accent));
  palette.setColor(QPalette::HighlightedText, colour(Ink::onAccent));
  palette.setColor(QPalette::Link, colour(Ink::discriminator));
  palette.setColor(QPalette::LinkVisited, colour(Ink::discriminator));
  palette.setColor(QPalette::ToolTipBase, colour(Ink::accent));
  palette.setColor(QPalette::ToolTipText, colour(Ink::onAccent));
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText}) {
    palette.setColor(QPalette::Disabled, role, colour(Ink::textDisabled));
  }
  palette.setColor(QPalette::Disabled, QPalette::Highlight, colour(Ink::textDisabled));
  palette.setColor(QPalette::Disabled, QPalette::HighlightedText, colour(Ink::surface));
  return palette;
}

}  // namespace

Theme& Theme::instance() {
  static auto* theme = new Theme;  // lives as long as the process: icons and painters may ask until the very end
  return *theme;
}

Theme::Choice Theme::choice() const {
  const auto name = QSettings().value(kChoiceKey).toString();
  for (const auto choice : {Choice::light, Choice::dark}) {
    if (name == nameOf(choice)) return choice;
  }
  return Choice::system;
}

void Theme::choose(Choice choice) {
  QSettings().setValue(kChoiceKey, nameOf(choice));
  apply(choice);
}

void Theme::apply(Choice choice) {
  if (!styled_) {
    QApplication::setStyle(new Style);  // the application owns it
    styled_ = true;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
      if (this->choice() == Choice::system) apply(Choice::system);
    });
#endif
  }
  setTone(choice == Choice::system ? systemTone() : choice == Choice::dark ? Tone::dark : Tone::light);
  const auto palette = makePalette();
  QApplication::setPalette(palette);
  QToolTip::setPalette(palette);
  QApplication::setFont(tokens::font(tokens::Type::body));
  QToolTip::setFont(tokens::font(tokens::Type::body));
  emit changed();
}

}  // namespace ganvas::ui
