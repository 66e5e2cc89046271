// The round of algorithm 1 (Goodfellow et al. 2014): k updates of D on a batch of real and a batch of generated pictures, then one of G,
// which goes back through the pictures of D's last update or, with the parameter fresh_noise, as in the paper through new ones.
// Shared by families whose generator takes a latent and whose discriminator takes a picture. Engine-internal (sees torch).
#pragma once

#include <functional>
#include <vector>

#include "engine/gans/family.hpp"

namespace ganvas {

/// The two players as functions, so that a family can condition or pack what goes in.
struct Players {
  std::function<torch::Tensor(RoundContext&)> generate;                          ///< fresh pictures [N,C,H,W]
  std::function<torch::Tensor(RoundContext&, const torch::Tensor&)> judge;       ///< logits of pictures
  bool couplesBatch = false;                                                     ///< D sees the batch as a whole: real and generated apart
};

/// Phases "discriminator[ i of k]" (trains module "discriminator") and "generator" (trains module "generator").
/// Terms: loss_d, d_real, d_fake, value (where the loss has probabilities), loss_g.
std::vector<Phase> adversarialRound(const Players& players, const Settings& settings);

/// The curves of those terms, with the guides of the loss in use.
std::vector<SeriesInfo> adversarialSeries(const Settings& settings);

}  // namespace ganvas
