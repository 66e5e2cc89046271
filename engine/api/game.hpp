// Games of two numbers: the smallest games in which gradient steps of two players can be seen to converge, circle or fly apart.
// Pure values; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/api/schema.hpp"

namespace ganvas {

/// Player one moves x and wants V(x,y) small, player two moves y and wants it large.
struct GameInfo {
  std::string name;      ///< as on the command line: "bilinear", "dirac-gan", "quadratic", "coin"
  std::string title;
  std::string formula;   ///< "V(x, y) = x·y"
  std::string summary;   ///< what it stands for and what to look for
  std::string paper;
  double equilibriumX = 0, equilibriumY = 0;
  double low = -1, high = 1;   ///< of both axes in a view that shows it well
};

struct GameRequest {
  std::string game;
  Values values;         ///< of gameSchema(); what is missing is taken from its defaults
};

/// One move of the pair; step 0 is where they begin.
struct GameTrack {
  std::vector<double> x, y;
  std::vector<double> distance;   ///< to the equilibrium
  std::vector<double> value;      ///< V there
  std::int64_t divergedAt = -1;   ///< the step at which it left all bounds and was ended; -1: it did not
};

/// The direction in which both would move from each place of a grid, row by row from `low` up.
struct GameField {
  int columns = 0, rows = 0;
  double xLow = 0, xHigh = 0, yLow = 0, yHigh = 0;
  std::vector<double> dx, dy;     ///< of one step, divided by its size
};

}  // namespace ganvas
