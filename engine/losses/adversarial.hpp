// Adversarial losses as values that any family takes. Immutable after start; any thread. Engine-internal (sees torch).
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <torch/torch.h>

namespace ganvas {

/// `total` is the sum of the two terms and what is minimised; all are scalar means.
struct DiscriminatorTerms {
  torch::Tensor total;
  torch::Tensor real;
  torch::Tensor fake;
};

/// What a loss asks of D besides, with the weight that its paper gives it.
enum class Penalty {
  none,
  gradient,     ///< (|∇D| - 1)² between real and generated pictures (Gulrajani et al. 2017, eq. 3)
  zeroCentred,  ///< half |∇D|² at real and at generated pictures, R1 + R2 (Mescheder et al. 2018; Huang et al. 2024)
  clipping      ///< D's weights are kept within ± the weight (Arjovsky et al. 2017, algorithm 1)
};

/// Logits are the discriminator's raw outputs, any shape, one or more per picture (patches).
struct AdversarialLoss {
  std::string name;                    ///< value of the parameter `loss`
  std::string title;                   ///< "Non-saturating"
  std::string sentence;                ///< what it does and when to take it
  std::string paper;
  bool probabilities = false;          ///< sigmoid(logit) is a probability; else curves show logits
  std::string discriminatorFormula;    ///< of the two terms, in the field's notation: "−E[log D(x)] − E[log(1 − D(G(z)))]"
  std::string generatorFormula;
  bool needsRealForGenerator = false;  ///< generator() reads the real logits (relativistic losses)
  bool smooths = true;                 ///< label smoothing has a meaning
  bool knownOptimum = false;           ///< against a held generator D is best at D*(x) = p_data/(p_data + p_g), as its output shows it
  Penalty penalty = Penalty::none;
  double penaltyWeight = 0;

  /// `real` and `fake` are the terms of each side; a relativistic loss has only their difference, and `fake` is zero.
  /// `smoothing` s: real pictures have the target 1 - s, generated ones keep 0 (one-sided: Salimans et al. 2016, 3.4).
  std::function<DiscriminatorTerms(const torch::Tensor& realLogits, const torch::Tensor& fakeLogits, double smoothing)> discriminator;
  /// `realLogits` may be undefined unless needsRealForGenerator.
  std::function<torch::Tensor(const torch::Tensor& fakeLogits, const torch::Tensor& realLogits)> generator;

  /// What an answer says of one picture, from -1, generated, to 1, real. Empty where answers mean something only beside others.
  std::function<torch::Tensor(const torch::Tensor& logits)> opinion;

  /// Values at the optimum, where generated and real pictures cannot be told apart: horizontal lines in the plots of
  /// loss_d and loss_g (without label smoothing) and of D(x), D(G(z)).
  std::vector<std::pair<std::string, double>> discriminatorGuides;
  std::vector<std::pair<std::string, double>> generatorGuides;
  std::vector<std::pair<std::string, double>> outputGuides;
};

const std::vector<AdversarialLoss>& adversarialLosses();
/// Throws ErrorException (usage) for an unknown name; the schema has checked names that come from outside.
const AdversarialLoss& adversarialLoss(const std::string& name);

}  // namespace ganvas
