// Sets the tone that the tokens answer for. Only the theme calls it. GUI thread.
#pragma once

#include "ui/shell/tokens.hpp"

namespace ganvas::ui {

void setTone(Tone tone);

}  // namespace ganvas::ui
