// What a game is: V and its derivatives at a place. Engine-internal. Pure; any thread.
#pragma once

#include <limits>
#include <vector>

#include "engine/api/game.hpp"

namespace ganvas {

struct Place {
  double x = 0, y = 0;
};
inline Place operator+(Place a, Place b) { return {a.x + b.x, a.y + b.y}; }
inline Place operator-(Place a, Place b) { return {a.x - b.x, a.y - b.y}; }
inline Place operator*(double s, Place a) { return {s * a.x, s * a.y}; }

/// First and second derivatives of V at a place.
struct Slopes {
  double x = 0, y = 0, xx = 0, xy = 0, yy = 0;
};

/// What each number may be.
struct Bounds {
  double xLow = -std::numeric_limits<double>::infinity(), xHigh = std::numeric_limits<double>::infinity();
  double yLow = -std::numeric_limits<double>::infinity(), yHigh = std::numeric_limits<double>::infinity();
};

struct Rules {
  GameInfo info;
  double (*value)(Place);
  Slopes (*slopes)(Place);
  Bounds bounds = {};
};

const std::vector<Rules>& gameRules();

}  // namespace ganvas
