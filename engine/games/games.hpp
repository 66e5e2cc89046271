// Games of two numbers and the methods that play them. Pure functions; any thread.
#pragma once

#include <vector>

#include "engine/api/game.hpp"
#include "engine/api/result.hpp"

namespace ganvas {

std::vector<GameInfo> listGames();
/// The parameters of every game. What a game itself asks of them (a chance lies between 0 and 1) playGame says.
Schema gameSchema();

/// Every number in it is finite; a game that leaves all bounds ends there. An unknown game or parameter, or a value out of range, is an
/// error of kind usage that names it.
Result<GameTrack> playGame(const GameRequest& request);
/// `columns` places to a side of the square [low, high]². Places that the game does not have (a chance above 1) have no direction.
Result<GameField> gameField(const GameRequest& request, int columns, double low, double high);

}  // namespace ganvas
