#include "engine/gans/common_parameters.hpp"

#include <cmath>
#include <cstdlib>

#include "engine/gans/parameter_builders.hpp"
#include "engine/losses/adversarial.hpp"

namespace ganvas {

using namespace build;

std::vector<Parameter> runParameters(std::int64_t samplesEvery, std::int64_t metricsEvery) {
  const std::string budget = "Budget", saving = "Saving", machine = "Machine";
  return {
      live(integer("steps", "Rounds", budget, 0, 0, 1e9, "rounds", "Ends the run after so many rounds in all. 0: no limit. A round is d_steps updates of the discriminator and one of the generator.")),
      live(real("epochs", "Epochs", budget, 0, 0, 1e6, "epochs", "Ends the run after the training data have been seen so many times. 0: no limit.")),
      live(real("minutes", "Minutes", budget, 0, 0, 1e6, "min", "Ends the run after so many minutes of training, over all resumptions. 0: no limit.")),
      integer("seed", "Seed", machine, 1, 0, 9007199254740991.0, "", "Initial weights, order of the data, noise and preview all follow from this number: the same seed on the same machine gives the same run, bit for bit."),
      text("start_from", "Start from", machine, "", "Initial weights from a model that comes with Ganvas (emoji) or from another run's folder, with networks of the same shape (at twice the size: with twice the bottleneck), instead of random ones: what was learned on many pictures helps on few. Empty: random."),
      text("device", "Device", machine, "auto", "Where to compute: auto (a CUDA card where there is one, else the processor), cpu, cuda or cuda:N."),
      advanced(integer("threads", "Threads", machine, 0, 0, 256, "", "Processor threads for training. 0: measured once for these networks on this machine; more is not always faster.")),
      advanced(live(integer("samples_every", "Save samples every", saving, samplesEvery, 1, 1e7, "rounds", "How often the sample grid is saved for the time slider. The first rounds are saved at 1, 2, 4, 8, … as well."))),
      advanced(live(integer("checkpoint_every", "Checkpoint every", saving, 1000, 1, 1e7, "rounds", "How often all that is needed to go on is saved; every 30 seconds in any case."))),
      advanced(live(integer("keep_checkpoints", "Keep checkpoints", saving, 2, 1, 1000, "", "Older checkpoints are removed."))),
      live(integer("metrics_every", "Measure every", saving, metricsEvery, 0, 1e7, "rounds", "How often the metrics are computed while training, which stops training for some seconds. 0: only when asked.")),
      advanced(live(text("metrics", "Metrics", saving, "", "Which metrics those are, separated by commas (frechet, recall, …). Empty: all that fit."))),
  };
}

std::vector<Parameter> optimiserParameters(const OptimiserDefaults& d) {
  const std::string group = "Optimisation";
  std::vector<Parameter> all{
      integer("batch", "Batch", group, d.batch, 2, 4096, "pictures", "Pictures in one update. Larger: steadier gradients, slower rounds. Usual: 32 to 128."),
      live(from(integer("d_steps", "D steps per G step", group, 1, 1, 20, "", "Updates of the discriminator before each one of the generator. More keeps D closer to its optimum D*; the generator learns more slowly."), "Goodfellow et al. 2014, algorithm 1")),
      advanced(live(from(flag("fresh_noise", "New noise for G's turn", group, false, "The generator's update draws new noise, as in the paper. Otherwise it goes back through the pictures that the discriminator has just judged, which saves a pass through the generator, about a tenth of a round."), "Goodfellow et al. 2014, algorithm 1"))),
      live(logarithmic(real("lr_g", "Generator rate", group, d.lrG, 1e-7, 1, "", "Learning rate of the generator. Too high: curves jump and pictures break; too low: nothing happens. Usual: 5e-5 to 1e-3."))),
      live(logarithmic(real("lr_d", "Discriminator rate", group, d.lrD, 1e-7, 1, "", "Learning rate of the discriminator. A little above lr_g (two time scales) often steadies the game. Usual: 5e-5 to 1e-3."))),
      advanced(live(from(real("beta1", "Adam β1", group, d.beta1, 0, 0.9999, "", "How long Adam remembers the direction of gradients. 0.5 instead of the usual 0.9 damps the oscillation of the two players."), "Radford et al. 2016, section 4"))),
      advanced(live(from(real("beta2", "Adam β2", group, d.beta2, 0, 0.999999, "", "How long Adam remembers the size of gradients."), "Kingma & Ba 2015"))),
      choice("schedule", "Rate schedule", group, d.schedule, {{"constant", "Constant"}, {"linear", "Linear to zero"}, {"cosine", "Cosine to zero"}}, "How the learning rates change over the run."),
      enabled(advanced(live(integer("schedule_steps", "Schedule length", group, d.scheduleSteps, 1, 1e9, "rounds", "Rounds over which the rates fall to zero."))), "schedule", {"linear", "cosine"}, "The rates are constant."),
      advanced(live(real("clip_grad", "Clip gradients", group, 0, 0, 1e6, "", "Largest allowed length of a network's gradient; longer ones are shortened to it. 0: never."))),
      live(from(real("ema", "EMA of the generator", group, d.ema, 0, 0.99999, "", "Previews and saved pictures come from an exponential moving average of the generator's weights with this decay (it warms up over the first rounds). 0: the live weights. Usual: 0.99 to 0.9999."), "Yazıcı et al. 2019, arXiv:1806.04498")),
  };
  if (d.precision)
    all.push_back(advanced(choice("precision", "Precision", group, "float32", {{"float32", "float32"}, {"bfloat16", "bfloat16"}},
                                  "What convolutions and large linear layers compute in. bfloat16 is about twice as fast on processors with AVX512-BF16 or AMX; others compute in float32 all the same. Weights stay float32.")));
  return all;
}

std::vector<Parameter> lossParameters(const std::string& defaultLoss, const std::string& defaultAugment) {
  const std::string group = "Loss";
  std::vector<Choice> choices;
  std::vector<std::string> smooths, weighted, bare;
  std::string help = "What the two players play for.";
  for (const auto& loss : adversarialLosses()) {
    choices.push_back({loss.name, loss.title});
    help += " " + loss.title + ": " + loss.sentence;
    if (loss.smooths) smooths.push_back(loss.name);
    if (loss.penalty != Penalty::none) weighted.push_back(loss.name);
    if (loss.penalty != Penalty::zeroCentred) bare.push_back(loss.name);
  }
  const auto slope = [&](const std::string& key, const std::string& title, const std::string& where) {
    return advanced(live(from(enabled(real(key, title, group, 0, 0, 1e4, "", "Weight γ of the penalty on D's squared slope at " + where + " pictures, halved as in the paper. Near the optimum it makes the game converge. 0: off. Usual: 0.1 to 10."),
                                      "loss", bare, "This loss has R1 and R2 of its own: set their weight with penalty."), "Mescheder et al. 2018, arXiv:1801.04406")));
  };
  std::vector<Parameter> all{
      choice("loss", "Adversarial loss", group, defaultLoss, choices, help),
      advanced(live(choice("hold", "Hold a player", group, "none", {{"none", "Both learn"}, {"generator", "Hold the generator"}, {"discriminator", "Hold the discriminator"}}, "Keeps one player as it is while the other goes on learning: a discriminator alone comes to its optimum D*, a generator alone runs to where the discriminator is fooled. A held player has no turn in a round."))),
      advanced(live(enabled(real("penalty", "Penalty of the loss", group, 0, 0, 1e4, "", "Weight of what the loss asks of D besides: the gradient penalty λ of wgan-gp (paper: 10), γ of r3gan's R1 + R2 (1), the bound on the weights of wgan (0.01). 0: the value in brackets."), "loss", weighted, "This loss has no penalty of its own."))),
      slope("r1", "R1 on real pictures", "real"),
      slope("r2", "R2 on generated ones", "generated"),
      advanced(live(from(integer("penalty_every", "Penalty every", group, 1, 1, 64, "rounds", "Penalties are computed only in every so manyth round and count so much more there, which costs less and does nearly the same. Usual: 1 to 16."), "Karras et al. 2020, arXiv:1912.04958, appendix B"))),
      live(from(enabled(real("label_smoothing", "Label smoothing", group, 0, 0, 0.5, "", "Real pictures get the target 1 - this instead of 1 (one-sided), so that D stays unsure. Usual: 0 or 0.1. With it D's optimum is no longer D*."), "loss", smooths, "This loss has no targets that could be smoothed."), "Salimans et al. 2016, 3.4")),
      live(from(real("instance_noise", "Instance noise", group, 0, 0, 2, "", "Standard deviation of Gaussian noise on everything that D sees, on the scale where pictures go from -1 to 1. Makes real and generated overlap, so that D's gradient does not vanish. Usual: 0 to 0.2."), "Sønderby et al. 2017, arXiv:1610.04490")),
      advanced(live(integer("instance_noise_steps", "Noise gone after", group, 0, 0, 1e9, "rounds", "Rounds over which the instance noise falls to zero. 0: it stays."))),
      advanced(live(from(integer("unrolled", "Unrolled steps", group, 0, 0, 10, "steps", "The generator learns against the discriminator as it will be after so many more updates, which keeps it from running after one mode. Each step costs about an update of D and much memory. 0: off. Usual: 1 to 5."), "Metz et al. 2017, arXiv:1611.02163"))),
  };
  if (!defaultAugment.empty())
    all.insert(all.end() - 1, live(from(choice("augment", "Augmentation", group, defaultAugment, {{"none", "None"}, {"colour", "Colour"}, {"translation", "Translation"}, {"cutout", "Cutout"}, {"all", "All three"}, {"motion", "Small movements"}}, "Changes everything that D sees at random, real and generated alike, so that it cannot learn a small data set, or a few labels, by heart. For fewer than some thousand pictures. Small movements: pictures are turned, slanted, scaled and shifted a little, as handwriting is."), "Zhao et al. 2020, arXiv:2006.10738")));
  return all;
}

std::vector<Parameter> conditioningParameters(const ConditioningDefaults& defaults) {
  const std::string group = "Networks";
  std::vector<Parameter> all{
      advanced(from(choice("norm_g", "Generator norm", group, defaults.normG, {{"batch", "Batch norm"}, {"layer", "Layer norm"}, {"instance", "Instance norm"}, {"none", "None"}}, "Keeps the generator's activations at one scale. Batch norm is what made deep generators train; layer and instance norm look at each picture alone."), "Ioffe & Szegedy 2015")),
      advanced(from(choice("norm_d", "Discriminator norm", group, defaults.normD, {{"auto", "Suited to the loss"}, {"batch", "Batch norm"}, {"layer", "Layer norm"}, {"instance", "Instance norm"}, {"spectral", "Spectral norm"}, {"none", "None"}}, "Batch norm lets D compare the pictures of a batch; a penalty on D's slope needs another one. Spectral norm bounds how steep D can be. Suited to the loss: layer norm where there is a penalty, else batch norm."), "Miyato et al. 2018, arXiv:1802.05957 (spectral)")),
  };
  if (defaults.minibatch)
    all.push_back(advanced(from(choice("minibatch", "Minibatch features", group, "none", {{"none", "None"}, {"discrimination", "Discrimination"}, {"deviation", "Standard deviation"}}, "Tells D how alike the pictures of a batch are, so that it sees when the generator always draws the same: a cure for mode collapse."), "Salimans et al. 2016, 3.2; Karras et al. 2018, section 3")));
  if (defaults.packs)
    all.push_back(advanced(from(choice("pack", "Packing", group, "1", {{"1", "1"}, {"2", "2"}, {"4", "4"}}, "How many pictures D judges at once, all real or all generated: a pack without variety gives a collapsed generator away."), "Lin et al. 2018, arXiv:1712.04086")));
  return all;
}

Result<Values> settleDiscriminator(Values values) {
  const auto number = [&](const char* key) { return std::get<double>(values.at(key)); };
  const auto& loss = adversarialLoss(std::get<std::string>(values.at("loss")));
  const bool bySlope = loss.penalty == Penalty::gradient || loss.penalty == Penalty::zeroCentred || number("r1") > 0 || number("r2") > 0;
  if (const auto norm = values.find("norm_d"); norm != values.end()) {
    auto& kind = std::get<std::string>(norm->second);
    if (kind == "auto") kind = bySlope ? "layer" : "batch";
    if (kind == "batch" && bySlope)
      return Error{ErrorKind::usage, sentence("norm_d batch does not go with a penalty on D's slope (%1): it mixes the pictures of a batch, and the slope is each picture's own. Take auto, layer, instance, spectral or none.", loss.penalty == Penalty::none ? Sentence("r1, r2") : Sentence("loss " + loss.name)), {}};
  }
  if (std::get<std::int64_t>(values.at("unrolled")) > 0 && (bySlope || loss.penalty == Penalty::clipping))
    return Error{ErrorKind::usage, sentence("unrolled does not go with what holds D's slope in check (%1): the steps ahead are taken without it. Take unrolled 0, or a loss without it.", loss.penalty == Penalty::none ? Sentence("r1, r2") : Sentence("loss " + loss.name)), {}};
  const auto pack = values.find("pack");
  const auto packed = pack == values.end() ? 1 : std::atoll(std::get<std::string>(pack->second).c_str());
  if (std::get<std::int64_t>(values.at("batch")) % packed != 0)
    return Error{ErrorKind::usage, sentence("batch %1 cannot be divided into packs of %2. Take a multiple of it, or pack 1.", std::get<std::int64_t>(values.at("batch")), packed), {}};
  return values;
}

std::vector<Parameter> pictureParameters(const std::vector<int>& sizes) {
  const std::string group = "Pictures";
  std::vector<Choice> choices{{"auto", "Like the data"}};
  for (const int size : sizes) choices.push_back({std::to_string(size), std::to_string(size)});
  auto size = choice("size", "Size", group, "auto", choices, "Side of the square pictures. Twice the side costs about four times the time for a round.");
  size.unit = "px";
  return {
      size,
      choice("channels", "Channels", group, "auto", {{"auto", "Like the data"}, {"1", "Grey"}, {"3", "Colour"}}, "Grey or colour."),
      choice("fit", "Fit", group, "crop", {{"crop", "Crop to the centre"}, {"pad", "Pad"}, {"stretch", "Stretch"}}, "How a picture that is not square becomes square."),
      text("classes", "Only these classes", group, "", "Trains on some of the data's classes: names or numbers, separated by commas (sandal, sneaker, ankle boot). Empty: on all."),
      advanced(text("background", "Background", group, "#ffffff", "Colour under transparent pixels and in padding, as #rrggbb.")),
  };
}

std::vector<Parameter> joined(std::vector<std::vector<Parameter>> groups) {
  std::vector<Parameter> all;
  for (auto& group : groups) all.insert(all.end(), std::make_move_iterator(group.begin()), std::make_move_iterator(group.end()));
  return all;
}

PictureOptions pictureOptions(const Settings& settings) {
  PictureOptions options;
  if (!settings.values().contains("size")) return options;   // a family of something else than pictures
  options.size = std::atoi(settings.text("size").c_str());
  options.channels = std::atoi(settings.text("channels").c_str());
  options.classes = listed(settings.text("classes"));
  const auto& fit = settings.text("fit");
  options.fit = fit == "pad" ? Fit::pad : fit == "stretch" ? Fit::stretch : Fit::crop;
  if (settings.values().contains("drawings")) {
    options.drawings = static_cast<int>(settings.integer("drawings"));
    for (const auto& style : sketchStyles())
      if (style.name == settings.text("drawing_style")) options.drawingStyle = style.style;
    const auto& pairs = settings.text("pairs");
    options.pairs = pairs == "left" ? Pairs::left : pairs == "right" ? Pairs::right : pairs == "folders" ? Pairs::folders : Pairs::drawn;
  }
  options.background = static_cast<std::uint32_t>(std::strtoul(settings.text("background").c_str() + (settings.text("background").empty() ? 0 : 1), nullptr, 16));
  return options;
}

Result<Values> settlePictures(Values values, const DatasetInfo& data, const std::vector<int>& sizes) {
  const auto& background = std::get<std::string>(values.at("background"));
  if (background.size() != 7 || background[0] != '#' || background.find_first_not_of("0123456789abcdefABCDEF", 1) != std::string::npos)
    return Error{ErrorKind::usage, sentence("background \"%1\" is not a colour. Write it as #rrggbb, e.g. #ffffff for white.", background), {}};
  auto& size = std::get<std::string>(values.at("size"));
  if (size == "auto") {
    const int natural = std::min(data.width, data.height);
    int best = sizes.front();
    for (const int candidate : sizes)
      if (natural > 0 && std::abs(std::log2(static_cast<double>(candidate) / natural)) < std::abs(std::log2(static_cast<double>(best) / natural))) best = candidate;
    size = std::to_string(natural > 0 ? std::min(best, 64) : 64);  // larger than 64 px only when asked for: it costs hours
  }
  auto& channels = std::get<std::string>(values.at("channels"));
  if (channels == "auto") channels = data.channels == 1 ? "1" : "3";
  return values;
}

}  // namespace ganvas
