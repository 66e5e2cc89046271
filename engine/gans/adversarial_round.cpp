#include "engine/gans/adversarial_round.hpp"

#include <cmath>
#include <memory>
#include <utility>

#include "engine/losses/adversarial.hpp"

namespace ganvas {
namespace {

/// Standard deviation of the instance noise at this step: falls linearly to zero over instance_noise_steps.
double noiseNow(const RoundContext& context) {
  const double start = context.settings().real("instance_noise");
  const auto length = context.settings().integer("instance_noise_steps");
  return length > 0 ? start * std::max(0.0, 1.0 - static_cast<double>(context.step()) / static_cast<double>(length)) : start;
}

torch::Tensor noisy(RoundContext& context, const torch::Tensor& pictures) {
  const double sigma = noiseNow(context);
  return sigma > 0 ? pictures + context.normal(pictures.sizes().vec()).mul_(sigma) : pictures;
}

/// Pictures that D's last update has seen and G's update goes back through; undefined where G draws new noise.
using SharedPictures = std::shared_ptr<torch::Tensor>;

/// `shared` is null where no later phase wants the generated pictures.
PhaseResult discriminatorPhase(const Players& players, RoundContext& context, const SharedPictures& shared) {
  const auto& loss = adversarialLoss(context.settings().text("loss"));
  const auto real = noisy(context, context.nextBatch().images);
  torch::Tensor fake;
  {
    torch::AutoGradMode keepGraph(shared != nullptr);  // G is held while D learns
    fake = players.generate(context);
  }
  if (shared) *shared = fake;
  fake = noisy(context, fake.detach());
  torch::Tensor realLogits, fakeLogits;
  if (players.couplesBatch) {
    realLogits = players.judge(context, real);
    fakeLogits = players.judge(context, fake);
  } else {
    const auto both = players.judge(context, torch::cat({real, fake})).split_with_sizes({real.size(0), fake.size(0)});
    realLogits = both[0], fakeLogits = both[1];
  }
  const auto terms = loss.discriminator(realLogits, fakeLogits, context.settings().real("label_smoothing"));
  torch::NoGradGuard guard;
  PhaseResult result{terms.total, {{"loss_d", terms.total}}};
  const auto r = realLogits.detach(), f = fakeLogits.detach();
  if (loss.probabilities) {
    result.terms.emplace_back("d_real", torch::sigmoid(r).mean());
    result.terms.emplace_back("d_fake", torch::sigmoid(f).mean());
    result.terms.emplace_back("value", torch::log_sigmoid(r).mean() + torch::log_sigmoid(-f).mean());
  } else {
    result.terms.emplace_back("d_real", r.mean());
    result.terms.emplace_back("d_fake", f.mean());
  }
  return result;
}

PhaseResult generatorPhase(const Players& players, RoundContext& context, const SharedPictures& shared) {
  const auto& loss = adversarialLoss(context.settings().text("loss"));
  const auto fake = shared ? std::exchange(*shared, {}) : players.generate(context);
  const auto fakeLogits = players.judge(context, noisy(context, fake));
  torch::Tensor realLogits;
  if (loss.needsRealForGenerator) realLogits = players.judge(context, noisy(context, context.batch().images));
  const auto value = loss.generator(fakeLogits, realLogits);
  return {value, {{"loss_g", value}}};
}

}  // namespace

std::vector<Phase> adversarialRound(const Players& players, const Settings& settings) {
  std::vector<Phase> phases;
  const auto k = settings.integer("d_steps");
  const auto shared = settings.flag("fresh_noise") ? nullptr : std::make_shared<torch::Tensor>();
  for (std::int64_t i = 1; i <= k; ++i) {
    const auto kept = i == k ? shared : nullptr;
    phases.push_back({k == 1 ? "discriminator" : "discriminator " + std::to_string(i) + " of " + std::to_string(k), {"discriminator"},
                      [&players, kept](RoundContext& context) { return discriminatorPhase(players, context, kept); },
                      kept ? std::vector<std::string>{"generator"} : std::vector<std::string>{}});
  }
  phases.push_back({"generator", {"generator"}, [&players, shared](RoundContext& context) { return generatorPhase(players, context, shared); }});
  return phases;
}

std::vector<SeriesInfo> adversarialSeries(const Settings& settings) {
  const auto& loss = adversarialLoss(settings.text("loss"));
  const bool smoothed = settings.real("label_smoothing") > 0;
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
  series.push_back({"d_fake", "D(G(z)), generated", "Outputs", "", Role::generator,
                    "The discriminator's answer to generated pictures. It should come up to meet D(x); at zero for long, D has won.", {}});
  return series;
}

}  // namespace ganvas
