#include "engine/gans/adversarial_round.hpp"

#include <cmath>
#include <memory>
#include <utility>

#include "engine/gans/discriminator_head.hpp"
#include "engine/losses/adversarial.hpp"
#include "engine/losses/augmentation.hpp"
#include "engine/losses/penalties.hpp"

namespace ganvas {
namespace {

using torch::Tensor;

/// Standard deviation of the instance noise at this step: falls linearly to zero over instance_noise_steps.
double noiseNow(const RoundContext& context) {
  const double start = context.settings().real("instance_noise");
  const auto length = context.settings().integer("instance_noise_steps");
  return length > 0 ? start * std::max(0.0, 1.0 - static_cast<double>(context.step()) / static_cast<double>(length)) : start;
}

Shown held(const Shown& shown) { return {shown.pictures.detach(), shown.with}; }

/// How much each penalty weighs in this round; a lazy one counts for the rounds that it is left out of (Karras 2020, arXiv:1912.04958, B).
struct PenaltyWeights {
  double gradient = 0, real = 0, fake = 0;
  bool any() const { return gradient > 0 || real > 0 || fake > 0; }
};

/// Of what the loss itself asks for: the parameter, or its paper's value.
double ownPenalty(const Settings& settings, const AdversarialLoss& loss) {
  const double given = settings.real("penalty");
  return given > 0 ? given : loss.penaltyWeight;
}

PenaltyWeights penaltiesNow(const RoundContext& context, const AdversarialLoss& loss) {
  const auto& settings = context.settings();
  const auto every = settings.integer("penalty_every");
  if (context.step() % every != 0) return {};
  const double own = ownPenalty(settings, loss), times = static_cast<double>(every);
  const double both = loss.penalty == Penalty::zeroCentred ? own : 0;
  return {loss.penalty == Penalty::gradient ? own * times : 0, (both + settings.real("r1")) * times / 2, (both + settings.real("r2")) * times / 2};
}

/// Real and generated pictures before D.
struct Judgement {
  Shown real, fake;                 ///< disguised, without a way back to G
  Verdict realVerdict, fakeVerdict;
  DiscriminatorTerms terms;         ///< of the adversarial loss
};

/// In one pass where no layer couples the batch. What belongs to only one side is not shown.
void judgeTogether(const Players& players, RoundContext& context, Judgement& j) {
  Shown both{torch::cat({j.real.pictures, j.fake.pictures}), {}};
  for (const auto& [name, rows] : j.real.with)
    if (const auto other = j.fake.with.find(name); other != j.fake.with.end()) both.with[name] = torch::cat({rows, other->second});
  const auto verdict = players.judge(context, both);
  const auto halves = [](const Tensor& rows) { return rows.chunk(2); };
  const auto logits = halves(verdict.logits);
  j.realVerdict.logits = logits[0], j.fakeVerdict.logits = logits[1];
  if (!verdict.features.defined()) return;
  const auto features = halves(verdict.features);
  j.realVerdict.features = features[0], j.fakeVerdict.features = features[1];
}

double smoothingOf(const RoundContext& context, const AdversarialLoss& loss) { return loss.smooths ? context.settings().real("label_smoothing") : 0; }

Judgement judgeBoth(const Players& players, RoundContext& context, const AdversarialLoss& loss, Shown real, Shown fake, const PenaltyWeights& weights = {}) {
  Judgement j;
  j.real = disguised(context, std::move(real));
  j.fake = disguised(context, std::move(fake));
  if (weights.real > 0) j.real.pictures = j.real.pictures.detach().requires_grad_(true);
  if (weights.fake > 0) j.fake.pictures = j.fake.pictures.detach().requires_grad_(true);
  if (players.couplesBatch || weights.any()) {
    j.realVerdict = players.judge(context, j.real);
    j.fakeVerdict = players.judge(context, j.fake);
  } else {
    judgeTogether(players, context, j);
  }
  j.terms = loss.discriminator(j.realVerdict.logits, j.fakeVerdict.logits, smoothingOf(context, loss));
  return j;
}

Tensor penalty(const Players& players, RoundContext& context, const Judgement& j, const PenaltyWeights& weights) {
  auto sum = torch::zeros({}, j.terms.total.options());
  if (weights.real > 0) sum = sum + weights.real * squaredSlope(j.realVerdict.logits, j.real.pictures);
  if (weights.fake > 0) sum = sum + weights.fake * squaredSlope(j.fakeVerdict.logits, j.fake.pictures);
  if (weights.gradient > 0) {
    const auto pack = packOf(context.settings());   // what D judges as one lies at one place of the line
    const auto share = context.uniform({j.real.pictures.size(0) / pack}).repeat_interleave(pack);
    const Shown middle{between(j.real.pictures, j.fake.pictures, share), j.real.with};
    sum = sum + weights.gradient * slopeAwayFromOne(players.judge(context, middle).logits, middle.pictures);
  }
  return sum;
}

void add(PhaseResult& result, const Addition& addition) {
  if (addition.loss.defined()) {
    result.loss = result.loss.defined() ? result.loss + addition.loss : addition.loss;
    result.addends.push_back(addition.loss);
    if (!addition.terms.empty()) result.formula += (result.formula.empty() ? "" : " + ") + addition.terms.front().first;
  }
  result.terms.insert(result.terms.end(), addition.terms.begin(), addition.terms.end());
}

/// D's answers as curves show them: probabilities where the loss has them.
Tensor shownMean(const AdversarialLoss& loss, const Tensor& logits) { return (loss.probabilities ? torch::sigmoid(logits) : logits).mean(); }

void recordOutputs(PhaseResult& result, const AdversarialLoss& loss, const Judgement& j) {
  torch::NoGradGuard guard;
  const auto r = j.realVerdict.logits.detach(), f = j.fakeVerdict.logits.detach();
  result.terms.emplace_back("d_real", shownMean(loss, r));
  result.terms.emplace_back("d_fake", shownMean(loss, f));
  if (loss.probabilities) result.terms.emplace_back("value", torch::log_sigmoid(r).mean() + torch::log_sigmoid(-f).mean());
}

/// What D minimises, as it is written down; with smoothed labels the targets are not those of the formula.
void tell(PhaseResult& result, const RoundContext& context, const AdversarialLoss& loss, const Judgement& j) {
  if (smoothingOf(context, loss) != 0) return;
  result.formula = loss.discriminatorFormula;
  result.addends = {j.terms.real};
  if (!loss.needsRealForGenerator) result.addends.push_back(j.terms.fake);
}

/// Pictures that D's last update has seen and G's update goes back through; null where G draws new noise.
using SharedPictures = std::shared_ptr<Shown>;

PhaseResult discriminatorPhase(const Players& players, RoundContext& context, const SharedPictures& shared) {
  const auto& loss = adversarialLoss(context.settings().text("loss"));
  context.nextBatch();
  Shown fake;
  {
    torch::AutoGradMode keepGraph(shared != nullptr);  // G is held while D learns
    fake = players.generate(context);
  }
  if (shared) *shared = fake;
  const auto weights = penaltiesNow(context, loss);
  const auto j = judgeBoth(players, context, loss, players.real(context), held(fake), weights);
  PhaseResult result{j.terms.total, {{"loss_d", j.terms.total}}};
  tell(result, context, loss, j);
  recordOutputs(result, loss, j);
  if (weights.any()) {
    const auto cost = penalty(players, context, j, weights);
    add(result, {cost, {{"penalty", cost}}});
  }
  if (players.discriminatorAdds) add(result, players.discriminatorAdds(context, j.fake, j.fakeVerdict));
  return result;
}

/// D goes `steps` updates ahead, in a way that the generator's gradient goes back through (Metz et al. 2017, arXiv:1611.02163, eq. 6-8).
void unroll(const Players& players, RoundContext& context, const AdversarialLoss& loss, const Shown& fake, std::int64_t steps, BorrowedWeights& weights) {
  const auto ahead = context.lookahead("discriminator");
  for (std::int64_t i = 0; i < steps; ++i) {
    weights.use(ahead->parameters());
    ahead->step(judgeBoth(players, context, loss, players.real(context), fake).terms.total);
  }
  weights.use(ahead->parameters());
}

/// `alone`: no update of D has told what it says of generated pictures.
PhaseResult generatorPhase(const Players& players, RoundContext& context, const SharedPictures& shared, bool alone) {
  const auto& loss = adversarialLoss(context.settings().text("loss"));
  const auto fake = shared ? std::exchange(*shared, {}) : players.generate(context);
  BorrowedWeights weights(*players.discriminator);
  if (const auto steps = context.settings().integer("unrolled"); steps > 0) unroll(players, context, loss, fake, steps, weights);
  const auto seen = disguised(context, fake);
  const auto verdict = players.judge(context, seen);
  PhaseResult result;
  if (players.generatorDeceives) {
    Tensor realLogits;
    if (loss.needsRealForGenerator) realLogits = players.judge(context, disguised(context, players.real(context))).logits;
    result.loss = loss.generator(verdict.logits, realLogits);
    result.terms.emplace_back("loss_g", result.loss);
    result.formula = loss.generatorFormula;
    result.addends = {result.loss};
  }
  if (alone) result.terms.emplace_back("d_fake", shownMean(loss, verdict.logits.detach()));
  if (players.generatorAdds) add(result, players.generatorAdds(context, seen, verdict));
  return result;
}

std::function<void()> clipping(const Players& players, const Settings& settings) {
  const auto& loss = adversarialLoss(settings.text("loss"));
  if (loss.penalty != Penalty::clipping) return {};
  const double bound = ownPenalty(settings, loss);
  return [network = players.discriminator, bound] {
    torch::NoGradGuard guard;
    for (auto& parameter : network->parameters()) parameter.clamp_(-bound, bound);
  };
}

}  // namespace

Shown disguised(RoundContext& context, Shown shown) {
  const auto& values = context.settings().values();   // points are not augmented
  const auto policy = values.contains("augment") ? context.settings().text("augment") : "none";
  if (policy != "none") shown.pictures = augmented(shown.pictures, policy, [&](std::vector<std::int64_t> shape) { return context.uniform(std::move(shape)); });
  const double sigma = noiseNow(context);
  if (sigma > 0) shown.pictures = shown.pictures + context.normal(shown.pictures.sizes().vec()).mul_(sigma);
  return shown;
}

double grown(const RoundContext& context, const std::string& weight, const std::string& steps) {
  const auto length = context.settings().integer(steps);
  const double share = length > 0 ? std::min(1.0, static_cast<double>(context.step()) / static_cast<double>(length)) : 1;
  return context.settings().real(weight) * share;
}

std::vector<Phase> adversarialRound(const Players& players, const Settings& settings) {
  std::vector<Phase> phases;
  const auto& hold = settings.text("hold");
  const bool alone = hold == "discriminator";   // no update of D has drawn the round's data and judged pictures for G
  const auto k = alone ? 0 : settings.integer("d_steps");
  const auto shared = hold != "none" || settings.flag("fresh_noise") ? nullptr : std::make_shared<Shown>();
  for (std::int64_t i = 1; i <= k; ++i) {
    const auto kept = i == k ? shared : nullptr;
    phases.push_back({k == 1 ? sentence("discriminator") : sentence("discriminator %1 of %2", i, k), players.judges,
                      [&players, kept](RoundContext& context) { return discriminatorPhase(players, context, kept); },
                      kept ? std::vector<std::string>{"generator"} : std::vector<std::string>{}, clipping(players, settings)});
  }
  if (hold == "generator") return phases;
  phases.push_back({sentence("generator"), {"generator"}, [&players, shared, alone](RoundContext& context) {
                      if (alone) context.nextBatch();
                      return generatorPhase(players, context, shared, alone);
                    }});
  return phases;
}

std::vector<SeriesInfo> adversarialSeries(const Settings& settings) {
  const auto& loss = adversarialLoss(settings.text("loss"));
  const bool smoothed = loss.smooths && settings.real("label_smoothing") > 0;
  using Guides = std::vector<std::pair<std::string, double>>;
  const std::string scale = loss.probabilities ? "the probability that it gives to " : "its logit for ";
  std::vector<SeriesInfo> series{
      {"loss_d", "Discriminator loss", "Losses", "", Role::discriminator,
       "What D minimises: the sum of its terms for real and for generated pictures. Near its guide line D can no longer tell them apart; near zero D has won and G may get no useful gradient.",
       smoothed ? Guides{} : loss.discriminatorGuides},
      {"loss_g", "Generator loss", "Losses", "", Role::generator,
       "What G minimises. It need not fall while the pictures improve, since D improves as well: a steady band is a good sign, a steady climb means that D is winning.",
       smoothed ? Guides{} : loss.generatorGuides},
  };
  if (loss.probabilities)
    series.push_back({"value", "Value V(D,G)", "Value", "", Role::discriminator,
                      "The game's value E log D(x) + E log(1 - D(G(z))): D pushes it up towards 0, G pushes it down towards -log 4, its value when generated and real pictures are alike.",
                      {{"-log 4", -std::log(4.0)}}});
  series.push_back({"d_real", "D(x), real", "Outputs", "", Role::real,
                    "The discriminator's answer to real pictures: " + scale + "\"real\", averaged over the batch.", loss.outputGuides});
  if (loss.penalty == Penalty::gradient || loss.penalty == Penalty::zeroCentred || settings.real("r1") > 0 || settings.real("r2") > 0)
    series.push_back({"penalty", "Penalty on D's slope", "Losses", "", Role::none,
                      "What D pays for a steep answer, its weight included. Far above the loss it holds D still; near zero it does nothing.", {}});
  series.push_back({"d_fake", "D(G(z)), generated", "Outputs", "", Role::generator,
                    "The discriminator's answer to generated pictures. It should come up to meet D(x); at zero for long, D has won.", {}});
  return series;
}

}  // namespace ganvas
