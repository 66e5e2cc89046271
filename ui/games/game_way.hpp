// A way through a game, and how it is drawn everywhere. Values; GUI thread.
#pragma once

#include <QString>

#include "engine/api/game.hpp"
#include "ui/train/curve_style.hpp"

namespace ganvas::ui {

/// Never told apart by colour alone: the second is dashed and has diamonds for discs.
struct GameWay {
  QString name;          ///< of its method, and what else is different
  GameTrack track;
  CurveStyle style;
  double stepSize = 1;   ///< moves are enlarged by it, so that small steps can be seen
};

}  // namespace ganvas::ui
