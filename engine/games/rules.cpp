#include "engine/games/rules.hpp"

#include <cmath>

namespace ganvas {
namespace {

/// log(1 + e^t) without overflow.
double softplus(double t) { return t > 0 ? t + std::log1p(std::exp(-t)) : std::log1p(std::exp(t)); }
/// 1 / (1 + e^-t) without overflow.
double sigmoid(double t) { return t >= 0 ? 1 / (1 + std::exp(-t)) : std::exp(t) / (1 + std::exp(t)); }

Rules bilinear() {
  GameInfo info;
  info.name = "bilinear";
  info.title = "Bilinear game";
  info.formula = "V(x, y) = x·y";
  info.summary = "The smallest game in which steps along the slopes lead nowhere: tiny steps circle round the equilibrium like a cosine and a sine, and steps of any size lead out.";
  info.paper = "Goodfellow 2016, NIPS 2016 tutorial, arXiv:1701.00160, exercise 7.2";
  info.low = -2, info.high = 2;
  return {info, [](Place p) { return p.x * p.y; }, [](Place p) { return Slopes{p.y, p.x, 0, 1, 0}; }};
}

/// L(θ, ψ) = f(ψθ) + f(0) with f(t) = −log(1 + e^−t): x is θ, y is ψ (definition 2.1).
Rules diracGan() {
  GameInfo info;
  info.name = "dirac-gan";
  info.title = "Dirac-GAN";
  info.formula = "V(x, y) = log σ(x·y) + log σ(0)";
  info.summary = "A whole GAN in two numbers: all real data lie at 0, the generator puts all of its own at x, and the discriminator is a line with slope y. It circles as well, unless the discriminator pays for its slope (R1).";
  info.paper = "Mescheder, Geiger, Nowozin 2018, arXiv:1801.04406, definition 2.1";
  info.low = -2, info.high = 2;
  return {info, [](Place p) { return -softplus(-p.x * p.y) - std::log(2.0); },
          [](Place p) {
            const double t = p.x * p.y, first = sigmoid(-t), second = -sigmoid(t) * sigmoid(-t);
            return Slopes{first * p.y, first * p.x, second * p.y * p.y, first + second * t, second * p.x * p.x};
          }};
}

/// The same with f(t) = t and ψ clipped to [−1, 1], which keeps the line's slope at most 1.
Rules diracWgan() {
  GameInfo info;
  info.name = "dirac-wgan";
  info.title = "Dirac-WGAN";
  info.formula = "V(x, y) = x·y,  −1 ≤ y ≤ 1";
  info.summary = "The Dirac-GAN with the critic of Wasserstein: V is how far the generated point is from the real one when the slope is 1. The slope is clipped, so nothing flies apart, but it does not come to rest either.";
  info.paper = "Arjovsky, Chintala, Bottou 2017, arXiv:1701.07875; Mescheder, Geiger, Nowozin 2018, arXiv:1801.04406";
  info.low = -2, info.high = 2;
  Bounds bounds;
  bounds.yLow = -1, bounds.yHigh = 1;
  return {info, [](Place p) { return p.x * p.y; }, [](Place p) { return Slopes{p.y, p.x, 0, 1, 0}; }, bounds};
}

constexpr double kOwn = 0.3;   // how much each player has of its own to win by going home

Rules quadratic() {
  GameInfo info;
  info.name = "quadratic";
  info.title = "Quadratic game";
  info.formula = "V(x, y) = 0.15·x² + x·y − 0.15·y²";
  info.summary = "The bilinear game with a little bowl of its own for each player. Steps along the slopes now spiral inwards, as long as they are small: beyond a size of about 0.55 they spiral out.";
  info.paper = "Mescheder, Nowozin, Geiger 2017, arXiv:1705.10461";
  info.low = -2, info.high = 2;
  return {info, [](Place p) { return kOwn / 2 * p.x * p.x + p.x * p.y - kOwn / 2 * p.y * p.y; },
          [](Place p) { return Slopes{kOwn * p.x + p.y, p.x - kOwn * p.y, kOwn, 1, -kOwn}; }};
}

/// x and y are each player's chance of showing heads.
Rules coin() {
  GameInfo info;
  info.name = "coin";
  info.title = "Two coins (matching pennies)";
  info.formula = "V(x, y) = (2x − 1)·(2y − 1)";
  info.summary = "Each player shows a coin: player two wins a penny where both are alike, player one where they differ. x and y are their chances of heads. The only equilibrium is a fair coin for both, and who learns by steps chases the other round it.";
  info.paper = "von Neumann 1928, Zur Theorie der Gesellschaftsspiele";
  info.equilibriumX = info.equilibriumY = 0.5;
  info.low = 0, info.high = 1;
  return {info, [](Place p) { return (2 * p.x - 1) * (2 * p.y - 1); }, [](Place p) { return Slopes{2 * (2 * p.y - 1), 2 * (2 * p.x - 1), 0, 4, 0}; }, {0, 1, 0, 1}};
}

}  // namespace

const std::vector<Rules>& gameRules() {
  static const std::vector<Rules> all{bilinear(), diracGan(), diracWgan(), quadratic(), coin()};
  return all;
}

}  // namespace ganvas
