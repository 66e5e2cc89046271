#include "ui/train/ink_label.hpp"

#include "ui/shell/theme.hpp"

namespace ganvas::ui {

InkLabel::InkLabel(Ink ink, tokens::Type type, QWidget* parent, bool numbers) : QLabel(parent), ink_(ink), type_(type), numbers_(numbers) {
  connect(&Theme::instance(), &Theme::changed, this, &InkLabel::dress);
  dress();
}

void InkLabel::setInk(Ink ink) {
  if (ink == ink_) return;
  ink_ = ink;
  dress();
}

void InkLabel::dress() {
  setFont(numbers_ ? tokens::numbers(type_) : tokens::font(type_));
  QPalette colours = palette();
  colours.setColor(QPalette::WindowText, tokens::colour(ink_));
  colours.setColor(QPalette::Text, tokens::colour(ink_));
  colours.setColor(QPalette::Disabled, QPalette::WindowText, tokens::colour(Ink::textDisabled));
  colours.setColor(QPalette::Disabled, QPalette::Text, tokens::colour(Ink::textDisabled));
  setPalette(colours);
}

}  // namespace ganvas::ui
