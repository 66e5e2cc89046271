#include "engine/losses/adversarial.hpp"

#include <cmath>

#include "engine/api/result.hpp"

// Logits l, D = sigmoid(l). log D = -softplus(-l), log(1 - D) = -softplus(l): finite for every finite logit.

namespace ganvas {
namespace {

using torch::Tensor;

DiscriminatorTerms sum(Tensor real, Tensor fake) {
  auto total = real + fake;
  return {std::move(total), std::move(real), std::move(fake)};
}

/// -V(D, G) of Goodfellow et al. 2014, equation 1: cross-entropy with the target 1 - s on real pictures and 0 on generated ones.
DiscriminatorTerms crossEntropy(const Tensor& real, const Tensor& fake, double smoothing) {
  // -(1-s) log D - s log(1-D) = softplus(-l) + s l, since softplus(l) - softplus(-l) = l.
  auto realTerm = at::softplus(-real).mean();
  if (smoothing != 0) realTerm = realTerm + smoothing * real.mean();
  return sum(std::move(realTerm), at::softplus(fake).mean());
}

const double kLog2 = std::log(2.0);

Tensor opinionOfProbability(const Tensor& logits) { return 2 * torch::sigmoid(logits) - 1; }

AdversarialLoss minimax() {
  AdversarialLoss loss;
  loss.name = "minimax";
  loss.discriminatorFormula = "−E[log D(x)] − E[log(1 − D(G(z)))]";
  loss.generatorFormula = "E[log(1 − D(G(z)))]";
  loss.title = "Minimax (saturating)";
  loss.sentence =
      "The value function of the first GAN paper, both sides: the generator lowers log(1 - D(G(z))). Its gradient fades while the "
      "discriminator wins, which is why the non-saturating form is used in practice.";
  loss.paper = "Goodfellow et al. 2014, arXiv:1406.2661, eq. 1";
  loss.probabilities = loss.knownOptimum = true;
  loss.discriminator = crossEntropy;
  loss.opinion = opinionOfProbability;
  loss.generator = [](const Tensor& fake, const Tensor&) { return -at::softplus(fake).mean(); };
  loss.discriminatorGuides = {{"log 4", 2 * kLog2}};
  loss.generatorGuides = {{"-log 2", -kLog2}};
  loss.outputGuides = {{"1/2", 0.5}};
  return loss;
}

AdversarialLoss nonSaturating() {
  AdversarialLoss loss;
  loss.name = "nonsaturating";
  loss.discriminatorFormula = "−E[log D(x)] − E[log(1 − D(G(z)))]";
  loss.generatorFormula = "−E[log D(G(z))]";
  loss.title = "Non-saturating";
  loss.sentence =
      "The generator raises log D(G(z)) instead of lowering log(1 - D(G(z))): the same optimum, but a strong gradient while its pictures "
      "are still easy to tell. A good first choice.";
  loss.paper = "Goodfellow et al. 2014, arXiv:1406.2661, section 3";
  loss.probabilities = loss.knownOptimum = true;
  loss.discriminator = crossEntropy;
  loss.opinion = opinionOfProbability;
  loss.generator = [](const Tensor& fake, const Tensor&) { return at::softplus(-fake).mean(); };
  loss.discriminatorGuides = {{"log 4", 2 * kLog2}};
  loss.generatorGuides = {{"log 2", kLog2}};
  loss.outputGuides = {{"1/2", 0.5}};
  return loss;
}

/// Mao et al. 2017, equation 9 with targets 1 for real, 0 for generated, and 1 for the generator's wish; without their factor 1/2.
AdversarialLoss leastSquares() {
  AdversarialLoss loss;
  loss.name = "lsgan";
  loss.discriminatorFormula = "E[(D(x) − 1)²] + E[D(G(z))²]";
  loss.generatorFormula = "E[(D(G(z)) − 1)²]";
  loss.knownOptimum = true;   // Mao et al. 2017, eq. 5 with targets 1 and 0
  loss.title = "Least squares";
  loss.sentence =
      "The discriminator answers with a number that should be 1 for real and 0 for generated pictures; errors count squared, so pictures "
      "far from the real ones keep a gradient.";
  loss.paper = "Mao et al. 2017, arXiv:1611.04076, eq. 9";
  loss.discriminator = [](const Tensor& real, const Tensor& fake, double smoothing) {
    return sum((real - (1 - smoothing)).square().mean(), fake.square().mean());
  };
  loss.generator = [](const Tensor& fake, const Tensor&) { return (fake - 1).square().mean(); };
  loss.opinion = [](const Tensor& logits) { return (2 * logits - 1).clamp(-1, 1); };
  loss.discriminatorGuides = {{"1/2", 0.5}};
  loss.generatorGuides = {{"1/4", 0.25}};
  loss.outputGuides = {{"1/2", 0.5}};
  return loss;
}

/// Lim & Ye 2017; Miyato et al. 2018, equations 16 and 17. Smoothing lowers the margin of real pictures to 1 - s.
AdversarialLoss hinge() {
  AdversarialLoss loss;
  loss.name = "hinge";
  loss.discriminatorFormula = "E[max(0, 1 − D(x))] + E[max(0, 1 + D(G(z)))]";
  loss.generatorFormula = "−E[D(G(z))]";
  loss.title = "Hinge";
  loss.sentence =
      "The discriminator only cares for pictures inside a margin of 1 around its border; those that it tells safely apart no longer move "
      "it. Common with spectral normalisation.";
  loss.paper = "Lim & Ye 2017, arXiv:1705.02894; Miyato et al. 2018, arXiv:1802.05957, eq. 16-17";
  loss.discriminator = [](const Tensor& real, const Tensor& fake, double smoothing) {
    return sum(torch::relu((1 - smoothing) - real).mean(), torch::relu(1 + fake).mean());
  };
  loss.generator = [](const Tensor& fake, const Tensor&) { return -fake.mean(); };
  loss.opinion = [](const Tensor& logits) { return logits.clamp(-1, 1); };   // beyond the margin D no longer cares
  loss.discriminatorGuides = {{"2", 2.0}};
  loss.outputGuides = {{"0", 0.0}};
  return loss;
}

AdversarialLoss wasserstein() {
  AdversarialLoss loss;
  loss.name = "wgan";
  loss.discriminatorFormula = "−E[D(x)] + E[D(G(z))]";
  loss.generatorFormula = "−E[D(G(z))]";
  loss.title = "Wasserstein, clipped";
  loss.sentence =
      "The discriminator becomes a critic: the gap between its mean answers estimates how far generated pictures lie from real ones, and "
      "its weights are clipped so that it cannot grow without bound. Give it several steps and a lower rate.";
  loss.paper = "Arjovsky et al. 2017, arXiv:1701.07875, algorithm 1";
  loss.smooths = false;
  loss.penalty = Penalty::clipping;
  loss.penaltyWeight = 0.01;
  loss.discriminator = [](const Tensor& real, const Tensor& fake, double) { return sum(-real.mean(), fake.mean()); };
  loss.generator = [](const Tensor& fake, const Tensor&) { return -fake.mean(); };
  loss.discriminatorGuides = {{"0", 0.0}};
  return loss;
}

AdversarialLoss wassersteinPenalised() {
  auto loss = wasserstein();
  loss.name = "wgan-gp";
  loss.title = "Wasserstein, gradient penalty";
  loss.sentence =
      "The critic of Wasserstein, held in check by a penalty on its gradient between real and generated pictures instead of by clipping: "
      "steadier, and a round takes about twice as long.";
  loss.paper = "Gulrajani et al. 2017, arXiv:1704.00028, eq. 3";
  loss.penalty = Penalty::gradient;
  loss.penaltyWeight = 10;
  return loss;
}

/// Jolicoeur-Martineau 2019, equations 2 and 3: D judges each real picture against a generated one; with R1 and R2 as in R3GAN.
AdversarialLoss relativistic() {
  AdversarialLoss loss;
  loss.name = "r3gan";
  loss.discriminatorFormula = "E[log(1 + exp(D(G(z)) − D(x)))]";
  loss.generatorFormula = "E[log(1 + exp(D(x) − D(G(z))))]";
  loss.title = "Relativistic, R1 + R2";
  loss.sentence =
      "The discriminator says which of a real and a generated picture is more real, so every mode of the data keeps pulling at the generator; "
      "penalties on its gradient at both (R1, R2) make the game converge near the optimum. A round takes about twice as long.";
  loss.paper = "Huang et al. 2024, arXiv:2501.05441; Jolicoeur-Martineau 2019, arXiv:1807.00734";
  loss.needsRealForGenerator = true;
  loss.smooths = false;
  loss.penalty = Penalty::zeroCentred;
  loss.penaltyWeight = 1;
  loss.discriminator = [](const Tensor& real, const Tensor& fake, double) {
    return sum(at::softplus(fake - real).mean(), torch::zeros({}, real.options()));
  };
  loss.generator = [](const Tensor& fake, const Tensor& real) { return at::softplus(real - fake).mean(); };
  loss.discriminatorGuides = {{"log 2", kLog2}};
  loss.generatorGuides = {{"log 2", kLog2}};
  return loss;
}

}  // namespace

const std::vector<AdversarialLoss>& adversarialLosses() {
  static const std::vector<AdversarialLoss> losses = {nonSaturating(), minimax(), leastSquares(), hinge(), wasserstein(), wassersteinPenalised(), relativistic()};
  return losses;
}

const AdversarialLoss& adversarialLoss(const std::string& name) {
  std::string known;
  for (const auto& loss : adversarialLosses()) {
    if (loss.name == name) return loss;
    known += (known.empty() ? "" : ", ") + loss.name;
  }
  throw ErrorException({ErrorKind::usage, sentence("There is no loss named \"%1\"; the parameter loss takes one of %2.", name, known), {}});
}

}  // namespace ganvas
