#include <gtest/gtest.h>

#include "engine/games/games.hpp"

namespace ganvas {
namespace {

TEST(Games, AreListed) { EXPECT_GE(listGames().size(), 4u); }

}  // namespace
}  // namespace ganvas
