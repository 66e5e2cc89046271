// The ways in which two players step. Engine-internal. Pure; a Player belongs to one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "engine/api/schema.hpp"
#include "engine/games/rules.hpp"

namespace ganvas {

/// The parameters of a game, read out of its values.
struct Play {
  std::string method;
  double stepSize = 0, momentum = 0, consensus = 0, r1 = 0, noise = 0;
  std::uint64_t seed = 1;
  Place start;
  std::int64_t steps = 0;
};
Play readPlay(const Values& resolved);

/// Normal numbers, the same on every machine.
class Noise {
 public:
  explicit Noise(std::uint64_t seed) : state_(seed) {}
  double next();

 private:
  double uniform();
  std::uint64_t state_;
  double spare_ = 0;
  bool hasSpare_ = false;
};

/// Plays one game: where the pair stands, and one step more.
class Player {
 public:
  Player(const Rules& rules, const Play& play);

  /// Where the pair is shown: where it stands, or with averaging the mean of where it stood.
  Place shown() const;
  void step();

 private:
  /// Where both want to go: x down the slope of V, y up, with what the method adds.
  Place direction(Place at);
  Place simultaneous(double size);
  Place alternating();
  Place withMomentum();
  Place extragradient();
  Place optimistic();
  Place within(Place place) const;

  const Rules& rules_;
  Play play_;
  Noise noise_;
  Place at_, velocity_, last_, sum_;
  std::int64_t taken_ = 0;
};

}  // namespace ganvas
