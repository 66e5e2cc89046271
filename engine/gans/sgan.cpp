#include "engine/gans/sgan.hpp"

#include "engine/gans/adversarial_round.hpp"
#include "engine/gans/common_parameters.hpp"
#include "engine/gans/convolutional.hpp"
#include "engine/gans/latent_gan.hpp"
#include "engine/gans/parameter_builders.hpp"
#include "engine/gans/rows.hpp"

namespace ganvas {

using namespace build;
using torch::Tensor;

namespace {

/// The paper's networks for MNIST: softplus and batch norm up, weight norm and Gaussian noise down.
std::vector<LayerSpec> plainGenerator(const Settings& settings, const DataShape& shape) {
  constexpr std::int64_t kWidth = 500;
  std::vector<LayerSpec> all;
  std::int64_t in = settings.integer("latent");
  for (int i = 1; i <= 2; ++i) {
    const auto suffix = std::to_string(i);
    all.push_back(layers::linear("linear" + suffix, in, kWidth, false, Init::wide));
    all.push_back(layers::batchNorm("norm" + suffix, kWidth));
    all.push_back(layers::softplus("softplus" + suffix));
    in = kWidth;
  }
  all.push_back(layers::linear("picture", in, shape.channels * shape.height * shape.width, true, Init::wide));
  all.push_back(layers::tanh("tanh"));
  all.push_back(layers::reshape("reshape", {shape.channels, shape.height, shape.width}));
  return all;
}

std::vector<LayerSpec> plainClassifier(const Settings& settings, const DataShape& shape) {
  const double noise = settings.real("noise_d");
  std::int64_t in = shape.channels * shape.height * shape.width;
  std::vector<LayerSpec> all{layers::flatten("flatten"), layers::gaussianNoise("noise0", 1.2 * noise)};   // pictures go from -1 to 1, the paper's from 0
  const std::vector<std::int64_t> widths{1000, 500, 250, 250, 250};
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const auto suffix = std::to_string(i + 1);
    const bool last = i + 1 == widths.size();
    auto linear = layers::linear("linear" + suffix, in, widths[i], true, Init::wide);
    linear.form = WeightForm::scaled;
    all.push_back(linear);
    all.push_back(layers::relu(last ? kFeatures : "relu" + suffix));
    all.push_back(layers::gaussianNoise("noise" + suffix, noise));
    in = widths[i];
  }
  auto judge = layers::linear("judge", in, shape.classes, true, Init::wide);
  judge.form = WeightForm::normalised;
  all.push_back(judge);
  return all;
}

/// DCGAN's discriminator with an answer for each class and dropout behind every activation, against learning the few labels by heart.
std::vector<LayerSpec> convolutionalClassifier(const Settings& settings, const DataShape& shape) {
  std::vector<LayerSpec> all;
  int dropouts = 0;
  for (auto& layer : convolutionalDiscriminator(settings, shape, 0, false, shape.classes)) {
    const bool activation = layer.kind == LayerKind::leakyRelu;
    all.push_back(std::move(layer));
    if (activation) all.push_back(layers::dropout("dropout" + std::to_string(++dropouts), settings.real("dropout_d")));
  }
  return all;
}

class SemiSupervisedGan : public Gan {
 public:
  SemiSupervisedGan(const Settings& settings, const DataShape& shape) : latent_(settings.integer("latent")) {
    const bool plain = settings.text("form") == "fully_connected";
    const auto precision = plain ? Precision::float32 : precisionOf(settings);
    generator_ = std::make_shared<Network>(plain ? plainGenerator(settings, shape) : convolutionalGenerator(settings, shape, latent_, 0), precision);
    const auto classifier = [&] { return std::make_shared<Network>(plain ? plainClassifier(settings, shape) : convolutionalClassifier(settings, shape), precision); };
    classifier_ = classifier(), alone_ = classifier();
    shares_ = classifier_->register_buffer("class_shares", torch::full({shape.classes}, 1.0 / shape.classes));
    modules_ = {{moduleInfos()[0], generator_}, {moduleInfos()[1], classifier_}, {moduleInfos()[2], alone_}};
    const bool matches = settings.text("generator_loss") == "feature_matching";
    players_.generate = [this](RoundContext& context) { return Shown{generator_->forward(context.normal({context.batchSize(), latent_}))}; };
    players_.real = [](RoundContext& context) { return Shown{context.batch().samples}; };
    players_.judge = [this](RoundContext&, const Shown& shown) { return judge(shown.pictures); };
    players_.couplesBatch = classifier_->couplesBatch();
    players_.discriminator = classifier_.get();
    players_.discriminatorAdds = [this](RoundContext& context, const Shown&, const Verdict&) { return sorting(context); };
    players_.generatorDeceives = !matches;
    if (matches) players_.generatorAdds = [this](RoundContext& context, const Shown&, const Verdict& verdict) { return featureMatching(context, verdict); };
  }

  static const std::vector<ModuleInfo>& moduleInfos() {
    static const std::vector<ModuleInfo> infos{{"generator", Role::generator, "lr_g", true}, {"discriminator", Role::discriminator, "lr_d", true}, {"classifier", Role::none, "lr_d", true}};
    return infos;
  }

  const std::vector<ModuleSlot>& modules() const override { return modules_; }
  std::vector<Phase> round(const Settings& settings, std::int64_t step) override {
    constexpr std::int64_t kAloneEvery = 5;   // the few labels are learnt soon; the cost stays at a few hundredths of a round
    auto phases = adversarialRound(players_, settings);
    if (step % kAloneEvery == 0) phases.push_back({sentence("classifier"), {"classifier"}, [this](RoundContext& context) { return PhaseResult{namedFromLabelsAlone(context), {}}; }});
    return phases;
  }
  std::int64_t latentSize() const override { return latent_; }
  Tensor firstActivations(const Tensor& latents) override { return throughFirstLinear(*generator_, latents); }
  NamedTensors inputsFrom(const Tensor& latents, std::int64_t) override { return {{"latent", latents}}; }

  /// Inputs: latent [N,latent], which gives samples; or image [N,C,H,W], which gives classes [N,K], how likely each class is, and
  /// classes_alone [N,K], the same of the network that has learnt from the labels only.
  NamedTensors infer(const NamedTensors& inputs) override {
    if (const auto image = inputs.find("image"); image != inputs.end()) {
      Evaluating evaluating(*classifier_), alone(*alone_);
      return {{"classes", torch::softmax(classifier_->forward(image->second), 1)}, {"classes_alone", torch::softmax(alone_->forward(image->second), 1)}};
    }
    Evaluating evaluating(*generator_);
    return {{"samples", generator_->forward(inputs.at("latent"))}};
  }

 private:
  /// "Generated" is class K+1 with logit 0, so D(x) = Z / (Z + 1) with Z = Σ exp l_k: its logit is log Z.
  Verdict judge(const Tensor& pictures) {
    auto features = classifier_->forwardTo(pictures, kFeatures);
    return {torch::logsumexp(classifier_->forwardFrom(features, kFeatures), 1, true), features};
  }

  /// Cross-entropy of labelled pictures, and the share that is named wrongly.
  struct Naming {
    Tensor loss, wrong;
  };
  static Naming naming(const Tensor& logits, const Tensor& labels) {
    return {torch::nn::functional::cross_entropy(logits, labels), logits.detach().argmax(1).ne(labels).to(torch::kFloat32).mean()};
  }
  static Batch labelled(RoundContext& context) {
    auto batch = context.labelledBatch(context.batchSize());
    batch.samples = disguised(context, {batch.samples}).pictures;
    return batch;
  }

  Tensor namedFromLabelsAlone(RoundContext& context) {
    const auto batch = labelled(context);
    return naming(alone_->forward(batch.samples), batch.labels).loss;
  }

  /// How sure D is of each class for pictures without a label, as it would answer a person: undisguised, every unit at work [N,K].
  Tensor answers(const Tensor& pictures) {
    Evaluating evaluating(*classifier_);
    return torch::softmax(classifier_->forward(pictures), 1);
  }

  /// The same, leaning to classes that come out less often than the others over time (Berthelot et al. 2020, 3.1). A D that begins to take
  /// one kind of seven for twos would otherwise follow itself until all of them are.
  Tensor balanced(const Tensor& answers) {
    constexpr double kForgets = 0.01;   // a round's share in the average
    torch::NoGradGuard guard;
    shares_.lerp_(answers.mean(0), kForgets);
    const auto leaning = answers / shares_;
    return leaning / leaning.sum(1, true);
  }

  /// What D learns besides the game: the few labels, and to name a picture without one as it does undisguised. The latter grows in weight,
  /// so that D does not come to believe in its first guesses (Laine & Aila 2017, 2.1).
  Addition sorting(RoundContext& context) {
    const double consistency = grown(context, "consistency", "consistency_steps");
    const auto few = labelled(context);
    const auto& many = context.batch().samples;
    std::vector<Tensor> pictures{few.samples};
    if (consistency > 0) pictures.push_back(disguised(context, {many}).pictures);
    const auto logits = classifier_->forward(torch::cat(pictures));
    const auto named = naming(logits.narrow(0, 0, few.labels.size(0)), few.labels);
    Addition addition{context.settings().real("label_weight") * named.loss, {{"loss_labels", named.loss}, {"labelled_error", named.wrong}}};
    if (consistency > 0) {
      const auto undisguised = answers(many), target = context.settings().flag("equal_classes") ? balanced(undisguised) : undisguised;
      const auto gap = (torch::softmax(logits.narrow(0, few.labels.size(0), many.size(0)), 1) - target).square().sum(1).mean();
      addition.loss = addition.loss + consistency * gap;
      addition.terms.emplace_back("loss_consistency", gap);
    }
    return addition;
  }

  /// |E f(x) - E f(G(z))|² (3.1): the generator matches what D's last layer sees of real pictures on average.
  Addition featureMatching(RoundContext& context, const Verdict& verdict) {
    Tensor real;
    {
      torch::NoGradGuard guard;
      real = judge(disguised(context, {context.batch().samples}).pictures).features.mean(0);
    }
    const auto gap = (verdict.features.mean(0) - real).square().mean();
    return {gap, {{"loss_g", gap}}};
  }

  std::int64_t latent_;
  std::shared_ptr<Network> generator_, classifier_, alone_;   // alone: the same network as the classifier's, for comparison
  Tensor shares_;                                             // [K] of each class in what D takes pictures without a label for; a buffer of the classifier
  std::vector<ModuleSlot> modules_;
  Players players_;
};

std::vector<SeriesInfo> series(const Settings& settings) {
  auto all = adversarialSeries(settings);
  if (settings.text("generator_loss") == "feature_matching")
    for (auto& one : all)
      if (one.tag == "loss_g") one.guides = {}, one.sentence = "What G minimises: how far the mean of D's features on its pictures lies from that on real ones, squared. Zero where they agree.";
  all.push_back({"loss_labels", "Loss on labels", "Losses", "", Role::discriminator, "Cross-entropy of the discriminator's classes on the labelled pictures. With few labels it is near zero soon; what counts is the test error.", {}});
  if (settings.real("consistency") > 0)
    all.push_back({"loss_consistency", "Consistency", "Losses", "", Role::discriminator, "How differently the discriminator names a picture without a label when augmentation, noise and dropout change it: squared difference of the probabilities.", {}});
  all.push_back({"labelled_error", "Error on labelled pictures", "Outputs", "", Role::real, "Share of the labelled pictures in the batch that the discriminator names wrongly. Zero soon, since it sees them again and again: the test error is the measure.", {}});
  return all;
}

std::vector<Parameter> ownParameters() {
  const std::string group = "Labels", plain = "Only for fully connected networks.", convolutional = "Only for convolutional networks.";
  return {
      integer("labels_per_class", "Labels per class", group, 10, 1, 100000, "pictures", "How many pictures of each class the discriminator is told the class of. All others are used without their label."),
      advanced(integer("label_seed", "Choice of labels", group, 1, 0, 9007199254740991.0, "", "Which pictures those are: another number, another choice.")),
      live(real("label_weight", "Weight of labels", group, 2, 0, 1000, "", "How much the discriminator's loss on labelled pictures counts beside that on real and generated ones. Usual: 1 to 5.")),
      live(from(real("consistency", "Weight of consistency", group, 10, 0, 1000, "", "How much it counts that a picture without a label is named the same when augmentation, noise and dropout change it: what the labels say spreads to pictures that are alike. 0: off. Usual: 1 to 20; too much, and D holds on to its first guesses."), "Laine & Aila 2017, arXiv:1610.02242; Wei et al. 2018, arXiv:1803.01541")),
      advanced(live(integer("consistency_steps", "Consistency grows over", group, 1000, 0, 1000000, "rounds", "The weight of consistency grows from zero to its full value over so many rounds: the labels speak before the guesses do. 0: full from the start."))),
      advanced(live(from(flag("equal_classes", "Classes are equally common", group, true, "Pictures without a label are taken to be of each class about as often: where the discriminator names a class too rarely, consistency leans towards it. Switch off where some classes are rare."), "Berthelot et al. 2020, arXiv:1911.09785; Springenberg 2016, arXiv:1511.06390"))),
      from(choice("generator_loss", "Generator's aim", "Loss", "feature_matching", {{"feature_matching", "Feature matching"}, {"adversarial", "Adversarial"}}, "Feature matching: the generator matches the mean of D's features on real pictures; its pictures are less sharp and the classifier is better. Adversarial: it deceives D by the loss above."), "Salimans et al. 2016, 3.1"),
      choice("form", "Networks", "Networks", "convolutional", {{"convolutional", "Convolutional"}, {"fully_connected", "Fully connected"}}, "Convolutions, or the paper's plain networks with noise for small grey pictures, which learn far more slowly."),
      enabled(real("dropout_d", "Discriminator dropout", "Networks", 0.2, 0, 0.9, "", "Share of the discriminator's units that are left out at random while training, so that it does not learn the few labels by heart."), "form", {"convolutional"}, convolutional),
      from(enabled(real("noise_d", "Noise in D", "Networks", 0.5, 0, 2, "", "Standard deviation of the noise that is added to the discriminator's layers while training, so that it does not learn the few labels by heart."), "form", {"fully_connected"}, plain), "Salimans et al. 2016, appendix"),
  };
}

}  // namespace

Family sganFamily() {
  Family family;
  family.info = {"sgan", "Semi-supervised GAN", "Learns to name pictures from a handful of labels: the discriminator sorts real ones into classes and keeps one class for forgeries.",
                 "Salimans et al. 2016, arXiv:1606.03498", {"classify", "latent", "neighbours"}, {Field::image, Field::label}, {}};
  OptimiserDefaults optimiser;
  optimiser.batch = 100, optimiser.lrG = 1e-3, optimiser.lrD = 1e-3, optimiser.ema = 0.999;
  optimiser.precision = true;
  optimiser.schedule = "linear", optimiser.scheduleSteps = 15000;   // at a steady rate consistency in the end swallows small kinds of a class
  // The fully connected networks are the paper's own: what shapes the convolutional ones does nothing there.
  const auto convolutional = enabled(joined({convolutionalParameters(0, 32), conditioningParameters({.normD = "none", .packs = false, .minibatch = false})}), "form", {"convolutional"}, "Only for convolutional networks.");
  family.schema = Schema(joined({ownParameters(), latentParameters(100), convolutional,
                                 lossParameters("nonsaturating", "motion"), optimiserParameters(optimiser), pictureParameters(convolutionalSizes()), runParameters(500)}));
  family.modules = SemiSupervisedGan::moduleInfos();
  family.series = series;
  family.settle = [](Values values, const DatasetInfo& data) -> Result<Values> {
    if (auto enough = requireClasses(data); !enough) return enough.error();
    return settleLatentGan(std::move(values), data, convolutionalSizes());
  };
  family.make = [](const Settings& settings, const DataShape& shape) -> std::unique_ptr<Gan> { return std::make_unique<SemiSupervisedGan>(settings, shape); };
  return family;
}

}  // namespace ganvas
