// The round of algorithm 1 (Goodfellow et al. 2014): k updates of D on a batch of real and a batch of generated pictures, then one of G,
// which goes back through the pictures of D's last update or, with the parameter fresh_noise, as in the paper through new ones. A player that
// is held (parameter hold) has no updates.
// Shared by families whose generator makes pictures and whose discriminator judges them; loss, penalties, noise, augmentation and
// unrolling are the same for all. Engine-internal (sees torch).
#pragma once

#include <functional>
#include <vector>

#include "engine/gans/family.hpp"

namespace ganvas {

/// Pictures and what belongs to each: "labels" [N] int64, the codes that they were made from, …
struct Shown {
  torch::Tensor pictures;    ///< [N,C,H,W]
  NamedTensors with = {};    ///< [N,…] each
};

/// What D says of them.
struct Verdict {
  torch::Tensor logits;      ///< [N,1], or one for each pack
  torch::Tensor features;    ///< what D's last layer reads [N,F]; undefined where nobody asks for them
};

/// What a family adds to a player's loss.
struct Addition {
  torch::Tensor loss;                                         ///< undefined: nothing
  std::vector<std::pair<std::string, torch::Tensor>> terms;   ///< curve tag → scalar
};

/// The players as functions, so that a family can condition what goes in and read more from what comes out.
struct Players {
  std::function<Shown(RoundContext&)> generate;                              ///< fresh pictures
  std::function<Verdict(RoundContext&, const Shown&)> judge;
  std::function<Shown(RoundContext&)> real;                                  ///< the context's batch with what D is told of it
  bool couplesBatch = false;                                                 ///< D sees the batch as a whole: real and generated apart
  std::function<Addition(RoundContext&, const Shown& fake, const Verdict&)> discriminatorAdds, generatorAdds;   ///< may be empty
  bool generatorDeceives = true;                                             ///< G's loss has the adversarial term
  std::vector<std::string> judges{"discriminator"};                          ///< modules that learn in D's turn
  Network* discriminator = nullptr;                                          ///< whose weights are clipped and unrolled
};

/// As D sees them: changed by the parameter `augment`, then with instance noise.
Shown disguised(RoundContext& context, Shown shown);

/// The real parameter `weight`, growing from zero to its value over the rounds that the parameter `steps` tells; 0 rounds: full from the start.
double grown(const RoundContext& context, const std::string& weight, const std::string& steps);

/// Phases "discriminator[ i of k]" and "generator" (trains module "generator").
/// Terms: loss_d, d_real, d_fake, value (where the loss has probabilities), penalty (where there is one), loss_g and what the family adds.
std::vector<Phase> adversarialRound(const Players& players, const Settings& settings);

/// The curves of those terms, with the guides of the loss in use.
std::vector<SeriesInfo> adversarialSeries(const Settings& settings);

}  // namespace ganvas
