#include "engine/games/methods.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ganvas {

Play readPlay(const Values& resolved) {
  const auto real = [&](const char* key) { return std::get<double>(resolved.at(key)); };
  Play play;
  play.method = std::get<std::string>(resolved.at("method"));
  play.stepSize = real("step_size"), play.momentum = real("momentum"), play.consensus = real("consensus_weight");
  play.r1 = real("r1_weight"), play.noise = real("noise");
  play.seed = static_cast<std::uint64_t>(std::get<std::int64_t>(resolved.at("seed")));
  play.start = {real("start_x"), real("start_y")};
  play.steps = std::get<std::int64_t>(resolved.at("steps"));
  return play;
}

/// splitmix64 (Steele, Lea, Flood 2014); never 0, of which a logarithm is taken.
double Noise::uniform() {
  state_ += 0x9E3779B97F4A7C15u;
  auto z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return (static_cast<double>((z ^ (z >> 31)) >> 11) + 0.5) * 0x1p-53;
}

/// Box and Muller 1958.
double Noise::next() {
  if (hasSpare_) return hasSpare_ = false, spare_;
  const double radius = std::sqrt(-2 * std::log(uniform())), angle = 2 * std::numbers::pi * uniform();
  spare_ = radius * std::sin(angle), hasSpare_ = true;
  return radius * std::cos(angle);
}

Player::Player(const Rules& rules, const Play& play) : rules_(rules), play_(play), noise_(play.seed), at_(play.start), sum_(play.start) {
  if (play_.method == "optimistic") last_ = direction(at_);
}

Place Player::shown() const { return play_.method == "averaging" ? 1.0 / static_cast<double>(taken_ + 1) * sum_ : at_; }

void Player::step() {
  const auto& method = play_.method;
  if (method == "alternating" || method == "averaging") at_ = alternating();
  else if (method == "momentum") at_ = withMomentum();
  else if (method == "extragradient") at_ = extragradient();
  else if (method == "optimistic") at_ = optimistic();
  else at_ = simultaneous(play_.stepSize);   // consensus and R1 change the direction
  sum_ = sum_ + at_;
  ++taken_;
}

Place Player::direction(Place at) {
  const auto s = rules_.slopes(at);
  Place go{-s.x, s.y};
  // Mescheder and others 2017, algorithm 1: both also make ½‖(Vx, Vy)‖² small.
  if (play_.method == "consensus") go = go - play_.consensus * Place{s.xx * s.x + s.xy * s.y, s.xy * s.x + s.yy * s.y};
  // Mescheder and others 2018, equation 9: γ/2 of the squared slope, which in the Dirac-GAN is y².
  if (play_.method == "r1") go.y -= play_.r1 * (at.y - rules_.info.equilibriumY);
  if (play_.noise > 0) {
    go.x += play_.noise * noise_.next();
    go.y += play_.noise * noise_.next();
  }
  return go;
}

Place Player::simultaneous(double size) { return within(at_ + size * direction(at_)); }

Place Player::alternating() {
  Place to = within({at_.x + play_.stepSize * direction(at_).x, at_.y});
  return within({to.x, to.y + play_.stepSize * direction(to).y});
}

/// Polyak's heavy ball in turns (Gidel and others 2019).
Place Player::withMomentum() {
  velocity_.x = play_.momentum * velocity_.x + play_.stepSize * direction(at_).x;
  const Place to = within({at_.x + velocity_.x, at_.y});
  velocity_.y = play_.momentum * velocity_.y + play_.stepSize * direction(to).y;
  return within({to.x, to.y + velocity_.y});
}

/// Korpelevich 1976: a step is tried, and taken along the slopes that were found there.
Place Player::extragradient() { return within(at_ + play_.stepSize * direction(simultaneous(play_.stepSize))); }

/// Daskalakis and others 2018: twice the direction of now less the one before.
Place Player::optimistic() {
  const auto now = direction(at_);
  const auto to = within(at_ + play_.stepSize * (2.0 * now - last_));
  last_ = now;
  return to;
}

Place Player::within(Place place) const {
  const auto& b = rules_.bounds;
  // Not std::clamp where nothing is bounded: NaN goes through both, and playGame ends there.
  return {std::clamp(place.x, b.xLow, b.xHigh), std::clamp(place.y, b.yLow, b.yHigh)};
}

}  // namespace ganvas
