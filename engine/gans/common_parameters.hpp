// Parameters that more than one family has: one name, one meaning, one help text everywhere. Engine-internal.
#pragma once

#include <vector>

#include "engine/api/data.hpp"
#include "engine/api/schema.hpp"
#include "engine/gans/settings.hpp"

namespace ganvas {

/// Budget, seed, device, threads, saving: every run has them.
std::vector<Parameter> runParameters(std::int64_t samplesEvery, std::int64_t metricsEvery = 0);
/// batch, d_steps, learning rates and their schedule, Adam, clipping, EMA, precision (precision where the networks have convolutions).
struct OptimiserDefaults {
  std::int64_t batch = 64;
  double lrG = 2e-4, lrD = 2e-4, beta1 = 0.5, beta2 = 0.999, ema = 0.999;
  bool precision = false;
  std::string schedule = "constant";
  std::int64_t scheduleSteps = 20000;
};
std::vector<Parameter> optimiserParameters(const OptimiserDefaults& defaults);
/// loss, hold, its penalties, label_smoothing, instance_noise and its decay, augment (unless its default is empty), unrolled.
std::vector<Parameter> lossParameters(const std::string& defaultLoss, const std::string& defaultAugment = "none");
/// norm_g, norm_d, minibatch where D answers for the batch as a whole, and pack where it judges pictures without more being said of each:
/// what keeps the two networks healthy.
struct ConditioningDefaults {
  std::string normG = "batch", normD = "auto";
  bool packs = true, minibatch = true;
};
std::vector<Parameter> conditioningParameters(const ConditioningDefaults& defaults);
/// Resolves norm_d "auto"; says what of the discriminator's parameters contradicts another.
Result<Values> settleDiscriminator(Values values);
/// channels, fit, background, classes; `sizes` are the choices of `size` beside "auto".
std::vector<Parameter> pictureParameters(const std::vector<int>& sizes);

/// Groups one after another.
std::vector<Parameter> joined(std::vector<std::vector<Parameter>> groups);

/// What pictureParameters' values ask of the data; nothing where a family has none.
PictureOptions pictureOptions(const Settings& settings);
/// Resolves size and channels "auto": the data's own channels, and the allowed size nearest to its natural one.
Result<Values> settlePictures(Values values, const DatasetInfo& data, const std::vector<int>& sizes);

}  // namespace ganvas
