#include "engine/gans/pix2pix.hpp"

#include <algorithm>
#include <functional>

#include "engine/gans/adversarial_round.hpp"
#include "engine/gans/common_parameters.hpp"
#include "engine/gans/convolutional.hpp"
#include "engine/gans/latent_gan.hpp"
#include "engine/gans/parameter_builders.hpp"
#include "engine/gans/patch_networks.hpp"
#include "engine/gans/rows.hpp"
#include "engine/losses/adversarial.hpp"
#include "engine/losses/augmentation.hpp"

namespace ganvas {

using namespace build;
using torch::Tensor;

namespace {

/// [N,n] -> [N,n,H,W]: each number over the whole picture.
Tensor asPlanes(const Tensor& numbers, const Tensor& like) { return numbers.view({numbers.size(0), -1, 1, 1}).expand({-1, -1, like.size(2), like.size(3)}); }

/// |a - b| of each row, averaged.
Tensor rowDistance(const Tensor& a, const Tensor& b) { return (a - b).abs().flatten(1).mean(1); }

class Pix2Pix : public Gan {
 public:
  Pix2Pix(const Settings& settings, const DataShape& shape)
      : latent_(settings.integer("latent")),
        classes_(settings.flag("tell_class") ? shape.classes : 0),
        generator_(std::make_shared<Network>(translationGenerator(settings, shape.height, 1 + latent_, shape.channels, classes_), precisionOf(settings))),
        discriminator_(std::make_shared<Network>(patchDiscriminator(settings, settings.text("patch"), shape.height, 1 + shape.channels, classes_), precisionOf(settings))),
        features_(discriminator_->layersOf(LayerKind::leakyRelu)),
        modules_{{latentGanModules()[0], generator_}, {latentGanModules()[1], discriminator_}} {
    if (settings.flag("adversarial")) opinion_ = adversarialLoss(settings.text("loss")).opinion;
    players_.generate = [this](RoundContext& context) { return paint(context, pairs_ = aligned(context)); };
    // D is shown drawing and picture as one, so that whatever is done to what it sees is done to both.
    players_.real = [this](RoundContext&) { return Shown{torch::cat({pairs_.drawings, pairs_.samples}, 1), told(pairs_)}; };
    players_.judge = [this](RoundContext&, const Shown& shown) { return Verdict{discriminator_->forward(shown.pictures, labelsIn(shown.with)), {}}; };
    players_.couplesBatch = discriminator_->couplesBatch();
    players_.discriminator = discriminator_.get();
    players_.generatorAdds = [this](RoundContext& context, const Shown& fake, const Verdict&) { return closeness(context, fake); };
  }

  const std::vector<ModuleSlot>& modules() const override { return modules_; }

  std::vector<Phase> round(const Settings& settings, std::int64_t) override {
    if (settings.flag("adversarial")) return adversarialRound(players_, settings);
    // The regression that is left when nobody judges.
    return {{sentence("generator"), {"generator"}, [this](RoundContext& context) {
               context.nextBatch();
               const auto addition = closeness(context, paint(context, pairs_ = aligned(context)));
               return PhaseResult{addition.loss, addition.terms};
             }}};
  }

  /// Inputs: sketch [N or 1,1,H,W], paper 1 and ink -1; latent [N,latent]; class [N] where the networks are told one; opinion: also what D
  /// says of each patch. Outputs: samples [N,C,H,W]; opinion [N,1,h,w]: D's answer, from -1, painted, to 1, real, where it has a say and its
  /// answers mean something by themselves.
  NamedTensors infer(const NamedTensors& inputs) override {
    const auto given = inputs.find("sketch");
    if (given == inputs.end()) throw ErrorException({ErrorKind::usage, sentence("These networks paint what is drawn: give them a drawing."), {}});
    Evaluating painting(*generator_), judging(*discriminator_);
    const auto& latent = inputs.at("latent");
    const auto sketch = given->second.expand({latent.size(0), -1, -1, -1});
    const auto chosen = inputs.find("class");
    const auto labels = classes_ == 0 ? Tensor() : chosen != inputs.end() ? chosen->second : goRound(0, latent.size(0), 1, latent);
    NamedTensors outputs{{"samples", generator_->forward(torch::cat({sketch, asPlanes(latent, sketch)}, 1), labels)}};
    if (inputs.contains("opinion") && opinion_) outputs["opinion"] = opinion_(discriminator_->forward(torch::cat({sketch, outputs["samples"]}, 1), labels));
    return outputs;
  }

  NamedTensors inputsFrom(const Tensor& latents, std::int64_t first) override {
    NamedTensors inputs{{"latent", latents}};
    if (classes_ > 0) inputs["class"] = goRound(first, latents.size(0), classes_, latents);
    if (!examples_) return inputs;
    const auto held = examples_(first, latents.size(0));
    inputs["sketch"] = held.drawings;
    inputs["truth"] = held.samples;
    if (classes_ > 0) inputs["class"] = held.labels;
    return inputs;
  }

  /// Drawing, painted, true picture.
  static constexpr int kTilesEach = 3;
  Tensor tiles(const Tensor& samples, const NamedTensors& inputs) override {
    const auto drawings = inputs.at("sketch").expand_as(samples);
    const auto truth = inputs.contains("truth") ? inputs.at("truth") : drawings;
    return torch::stack({drawings, samples, truth}, 1).flatten(0, 1);
  }

  std::int64_t latentSize() const override { return latent_; }
  Tensor firstActivations(const Tensor&) override { return {}; }
  std::vector<CodeInfo> codes() const override { return classes_ > 0 ? std::vector<CodeInfo>{{"class", classes_}} : std::vector<CodeInfo>{}; }

 private:
  static Tensor labelsIn(const NamedTensors& with) {
    const auto labels = with.find("labels");
    return labels == with.end() ? Tensor() : labels->second;
  }
  NamedTensors told(const Batch& pairs) const { return classes_ > 0 ? NamedTensors{{"labels", pairs.labels}} : NamedTensors{}; }

  /// The batch of the round, drawing and picture changed alike (parameter augment_pairs).
  Batch aligned(RoundContext& context) const {
    auto pairs = context.batch();
    const auto& how = context.settings().text("augment_pairs");
    if (how == "none") return pairs;
    const auto both = movedAlike(torch::cat({pairs.drawings, pairs.samples}, 1), how == "flip_shift", [&](std::vector<std::int64_t> shape) { return context.uniform(std::move(shape)); });
    pairs.drawings = both.narrow(1, 0, 1), pairs.samples = both.narrow(1, 1, both.size(1) - 1);
    return pairs;
  }

  /// A picture of each drawing; with the parameter diversity a second one of the first quarter, from other noise ("again", from "other"), in
  /// the same pass, so that norms that look over the batch see all alike.
  Shown paint(RoundContext& context, const Batch& pairs) {
    const auto n = pairs.drawings.size(0), twice = context.settings().real("diversity") > 0 ? std::max<std::int64_t>(2, n / 4) : 0;
    const auto andAgain = [&](const Tensor& rows) { return twice > 0 ? torch::cat({rows, rows.narrow(0, 0, twice)}) : rows; };
    const auto latent = context.normal({n + twice, latent_}), drawings = andAgain(pairs.drawings);
    const auto made = generator_->forward(torch::cat({drawings, asPlanes(latent, drawings)}, 1), classes_ > 0 ? andAgain(pairs.labels) : Tensor());
    auto with = told(pairs);
    with["drawing"] = pairs.drawings, with["truth"] = pairs.samples, with["picture"] = made.narrow(0, 0, n), with["latent"] = latent.narrow(0, 0, n);
    if (twice > 0) with["again"] = made.narrow(0, n, twice), with["other"] = latent.narrow(0, n, twice);
    return {torch::cat({pairs.drawings, with["picture"]}, 1), std::move(with)};
  }

  /// What the generator pays for being far from the truth (eq. 3 and 4), for other features than D sees in it (Wang et al. 2018,
  /// arXiv:1711.11585, eq. 4), for looking different (Johnson et al. 2016, arXiv:1603.08155), and for painting the same from other noise.
  Addition closeness(RoundContext& context, const Shown& fake) {
    const auto& settings = context.settings();
    const auto &picture = fake.with.at("picture"), &truth = fake.with.at("truth");
    Addition addition;
    const auto add = [&](const char* name, double weight, const Tensor& term) {
      addition.loss = addition.loss.defined() ? addition.loss + weight * term : weight * term;
      addition.terms.emplace_back(name, term.detach());
    };
    add("l1", settings.real("l1"), rowDistance(picture, truth).mean());
    if (const double weight = settings.real("feature_matching"); weight > 0 && settings.flag("adversarial")) add("feature_matching", weight, featureDistance(fake));
    if (const double weight = settings.real("perceptual"); weight > 0) add("perceptual", weight, layerDistance([&](const Tensor& x) { return context.perceived(x); }, picture, truth));
    if (fake.with.contains("again")) add("sameness", settings.real("diversity"), sameness(fake));
    return addition;
  }

  /// How differently the layers of a network see painted and true pictures.
  static Tensor layerDistance(const std::function<std::vector<Tensor>(const Tensor&)>& look, const Tensor& picture, const Tensor& truth) {
    std::vector<Tensor> real;
    {
      torch::NoGradGuard guard;
      real = look(truth);
    }
    const auto made = look(picture);
    auto sum = torch::zeros({}, picture.options());
    for (std::size_t i = 0; i < made.size(); ++i) sum = sum + (made[i] - real[i]).abs().mean();
    return sum;
  }

  /// Of D's layers, without its verdict.
  Tensor featureDistance(const Shown& fake) {
    const auto look = [&](const Tensor& picture) {
      auto outputs = discriminator_->forwardAlong(torch::cat({fake.with.at("drawing"), picture}, 1), features_, labelsIn(fake.with));
      outputs.pop_back();
      return outputs;
    };
    return layerDistance(look, fake.with.at("picture"), fake.with.at("truth"));
  }

  /// How far the latents of two pictures of one drawing lie apart to how far the pictures do (Mao et al. 2019, arXiv:1903.05628, eq. 4).
  static Tensor sameness(const Shown& fake) {
    const auto &again = fake.with.at("again"), &other = fake.with.at("other");
    const auto apart = rowDistance(again, fake.with.at("picture").narrow(0, 0, again.size(0))), latentsApart = rowDistance(other, fake.with.at("latent").narrow(0, 0, other.size(0)));
    return (latentsApart / (apart + 0.01)).mean();   // the 0.01 bounds it where the pictures are the same
  }

  std::int64_t latent_, classes_;
  std::shared_ptr<Network> generator_, discriminator_;
  std::vector<std::string> features_;   // D's layers that feature matching compares
  std::vector<ModuleSlot> modules_;
  std::function<Tensor(const Tensor&)> opinion_;   // of D's answers; empty where it has none
  Players players_;
  Batch pairs_;   // that were painted last
};

std::vector<SeriesInfo> series(const Settings& settings) {
  auto all = settings.flag("adversarial") ? adversarialSeries(settings) : std::vector<SeriesInfo>{};
  all.push_back({"l1", "Distance to the truth", "Pairs", "", Role::generator,
                 "Mean absolute difference between painted and true picture, where black to white is 2. It falls fast and then slowly; D's part is what it does not tell: sharpness.", {}});
  if (settings.real("feature_matching") > 0)
    all.push_back({"feature_matching", "Distance in D's features", "Pairs", "", Role::generator, "How differently D's layers see painted and true pictures.", {}});
  if (settings.real("perceptual") > 0)
    all.push_back({"perceptual", "Perceptual distance", "Pairs", "", Role::generator, "How differently the data's own feature network sees painted and true pictures.", {}});
  if (settings.real("diversity") > 0)
    all.push_back({"sameness", "Sameness", "Pairs", "", Role::generator, "How little two pictures of one drawing differ for how much their noise does. High: the noise is ignored.", {}});
  return all;
}

std::vector<Parameter> networkParameters() {
  const std::string group = "Networks";
  return {
      from(flag("skips", "Skip connections", group, true, "On, the generator is a U-Net: each size of the drawing is handed on to the same size of the picture, so that lines stay where they were drawn. Off, it is an encoder-decoder, which has to remember everything in its middle."), "Isola et al. 2017, 3.2.1"),
      advanced(from(choice("bottleneck", "Bottleneck", group, "2", {{"2", "2 px"}, {"4", "4 px"}, {"8", "8 px"}}, "Side of the middle, down to which the generator halves the drawing: the smaller, the more of the whole it grasps. Doubled along with the size, the networks keep their shape, and a run can start from a smaller size's (start_from)."), "Isola et al. 2017, 6.1.1")),
      from(choice("enlarge", "Enlarging", group, "transposed", {{"transposed", "Transposed"}, {"repeat", "Repeat, convolve"}}, "How the generator doubles the side of a picture. Transposed convolutions are the paper's way and leave a faint mesh on flat colours; pixels that are first repeated leave none."), "Odena et al. 2016, doi:10.23915/distill.00003"),
      integer("base_channels", "Base channels", group, 32, 4, 256, "", "Channels next to the picture; each halving of the side doubles them, up to eight times. Twice as many cost about four times the time."),
      integer("base_channels_d", "Discriminator channels", group, 32, 4, 256, "", "Channels of the discriminator's first layer; each layer doubles them, up to eight times."),
      from(choice("patch", "Patch", group, "34", {{"16", "16 px"}, {"34", "34 px"}, {"70", "70 px"}, {"full", "The whole picture"}}, "How much of drawing and picture each answer of the discriminator sees. Small patches judge texture, large ones what belongs together."), "Isola et al. 2017, 4.4"),
      integer("latent", "Latent size", group, 8, 1, 64, "", "How many numbers the generator is given besides the drawing: what it may choose by itself, such as colours. It learns to ignore them unless diversity asks for a difference."),
      advanced(from(real("dropout", "Dropout", group, 0.5, 0, 0.9, "", "Share of the generator's inner activations that are left out at random in training, the paper's kind of noise. Painting for a person goes without, so that the same drawing and noise give the same picture."), "Isola et al. 2017, 2.1")),
      flag("tell_class", "Tell the class", group, false, "Both networks are told what is drawn (a boot, a bag), and on the canvas it can be chosen. For data with labels."),
  };
}

std::vector<Parameter> pairParameters() {
  const std::string group = "Drawings";
  std::vector<Choice> styles;
  for (const auto& style : sketchStyles()) styles.push_back({style.name, style.title});
  return {
      choice("pairs", "Drawings come from", group, "drawn", {{"drawn", "The pictures: lines are found in them"}, {"left", "The left half of each picture"}, {"right", "The right half of each picture"}, {"folders", "A folder beside the pictures'"}}, "Lines are found in any pictures by the same code that makes a drawing of a picture on the canvas. Ready pairs: pictures twice as wide, or two folders with files of the same names (A or sketches, B or pictures)."),
      enabled(choice("drawing_style", "Style", group, "mixed", styles, "How lines are found and drawn. Mixed has them all, so that the network learns to live with any hand."), "pairs", {"drawn"}, "Ready pairs have drawings of their own."),
      enabled(integer("drawings", "Drawings of each", group, 8, 1, 32, "", "How many drawings are made of each picture before training, each in another manner. More: hands that differ matter less; more memory."), "pairs", {"drawn"}, "Ready pairs have drawings of their own."),
      choice("augment_pairs", "Change pairs", group, "flip_shift", {{"none", "Not at all"}, {"flip", "Mirrored"}, {"flip_shift", "Mirrored and shifted"}}, "Drawing and picture are mirrored and shifted alike at random, so that few pairs go further."),
  };
}

std::vector<Parameter> closenessParameters() {
  const std::string group = "Loss";
  return {
      flag("adversarial", "Discriminator judges", group, true, "Off: the generator only learns to be near the truth, which blurs whatever the drawing does not tell. What pix2pix is held against."),
      live(from(real("l1", "L1", group, 100, 0, 1000, "", "Weight of the mean absolute difference to the true picture. High: right colours and no risk; low: the discriminator decides. Usual: 10 to 100."), "Isola et al. 2017, eq. 4")),
      live(from(enabled(real("feature_matching", "Feature matching", group, 0, 0, 100, "", "Weight of the difference that the discriminator's own layers see between painted and true pictures. Steadies training. Usual: 0 or 10."), "adversarial", {"true"}, "Nobody judges."), "Wang et al. 2018, arXiv:1711.11585")),
      from(real("perceptual", "Perceptual", group, 0, 0, 100, "", "Weight of the difference that the layers of a network see which Ganvas first trains on these data to tell their classes or rotations. Usual: 0 or 1 to 10."), "Johnson et al. 2016, arXiv:1603.08155"),
      live(from(real("diversity", "Diversity", group, 0, 0, 10, "", "Weight of painting the same from other noise. Above zero the noise comes to choose what the drawing leaves open. Costs about a tenth more time. Usual: 0 or 0.1 to 1."), "Mao et al. 2019, arXiv:1903.05628")),
  };
}

Result<Values> settle(Values values, const DatasetInfo& data) {
  if (std::get<bool>(values.at("tell_class")))
    if (auto enough = requireClasses(data); !enough) return enough.error();
  if (std::get<std::string>(values.at("pairs")) != "drawn") values["drawings"] = std::int64_t{1};
  auto settled = settleDiscriminator(std::move(values));
  if (!settled) return settled;
  return settlePictures(std::move(*settled), data, translationSizes());
}

}  // namespace

Family pix2pixFamily() {
  Family family;
  family.info = {"pix2pix", "Sketch to picture", "Paints what is drawn: draw lines on the canvas and watch the picture come. Learns from any pictures, by finding the lines in them.",
                 "Isola et al. 2017, arXiv:1611.07004", {"sketch"}, {Field::image}, {}, Pix2Pix::kTilesEach};
  OptimiserDefaults optimiser;
  optimiser.precision = true;
  optimiser.batch = 16;
  family.schema = Schema(joined({networkParameters(), pairParameters(), closenessParameters(), conditioningParameters({.packs = false, .minibatch = false}), lossParameters("nonsaturating"),
                                 optimiserParameters(optimiser), pictureParameters(translationSizes()), runParameters(100)}));
  family.modules = latentGanModules();
  family.series = series;
  family.settle = settle;
  family.make = [](const Settings& settings, const DataShape& shape) -> std::unique_ptr<Gan> { return std::make_unique<Pix2Pix>(settings, shape); };
  return family;
}

}  // namespace ganvas
