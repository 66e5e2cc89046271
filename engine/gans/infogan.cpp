#include "engine/gans/infogan.hpp"

#include <cmath>
#include <numbers>

#include "engine/gans/adversarial_round.hpp"
#include "engine/gans/common_parameters.hpp"
#include "engine/gans/convolutional.hpp"
#include "engine/gans/latent_gan.hpp"
#include "engine/gans/parameter_builders.hpp"
#include "engine/gans/rows.hpp"
#include "engine/losses/augmentation.hpp"
#include "engine/tensor/one_hot.hpp"

namespace ganvas {

using namespace build;
using torch::Tensor;

namespace {

constexpr double kContinuousWeight = 0.1;   // numbers bind the generator more than kinds do and are weighed less (appendix C)

/// Which codes there are and where they lie: the latent is [noise, continuous codes], categories come after it, one-hot each.
struct Codes {
  std::int64_t noise, continuous, categorical, kinds;
  explicit Codes(const Settings& settings)
      : noise(settings.integer("latent")), continuous(settings.integer("continuous")), categorical(settings.integer("categorical")), kinds(settings.integer("kinds")) {}
  std::int64_t latent() const { return noise + continuous; }
  std::int64_t inputs() const { return latent() + categorical * kinds; }
  std::int64_t answers() const { return categorical * kinds + 2 * continuous; }   // logits, then mean and log variance of each number
};

/// Standard normal -> uniform in (-1,1): a code that is moved along a latent stays a code.
Tensor uniformOf(const Tensor& normal) { return torch::erf(normal / std::numbers::sqrt2); }

Tensor oneHots(const Tensor& categories, std::int64_t kinds) {   // [N,n] int64 -> [N,n·kinds]
  return oneHot(categories.flatten(), kinds).view({categories.size(0), -1});
}

class InfoGan : public Gan {
 public:
  InfoGan(const Settings& settings, const DataShape& shape)
      : codes_(settings),
        generator_(std::make_shared<Network>(convolutionalGenerator(settings, shape, codes_.inputs(), 0), precisionOf(settings))),
        discriminator_(std::make_shared<Network>(convolutionalDiscriminator(settings, shape, 0, false), precisionOf(settings))),
        reader_(std::make_shared<Network>(readerLayers(convolutionalFeatures(settings, shape), codes_.answers()))),
        modules_{{moduleInfos()[0], generator_}, {moduleInfos()[1], discriminator_}, {moduleInfos()[2], reader_}} {
    players_.generate = [this](RoundContext& context) { return draw(context); };
    players_.real = [](RoundContext& context) { return Shown{context.batch().samples}; };
    players_.judge = [this](RoundContext&, const Shown& shown) {
      auto features = discriminator_->forwardTo(shown.pictures, kFeatures);
      return Verdict{discriminator_->forwardFrom(features, kFeatures), features};
    };
    players_.couplesBatch = discriminator_->couplesBatch();
    players_.discriminator = discriminator_.get();
    players_.judges = {"discriminator", "reader"};
    players_.discriminatorAdds = [this](RoundContext& context, const Shown& fake, const Verdict& verdict) { return information(context, fake, verdict, true); };
    players_.generatorAdds = [this](RoundContext& context, const Shown& fake, const Verdict& verdict) { return information(context, fake, verdict, false); };
  }

  static const std::vector<ModuleInfo>& moduleInfos() {
    static const std::vector<ModuleInfo> infos{{"generator", Role::generator, "lr_g", true}, {"discriminator", Role::discriminator, "lr_d", true}, {"reader", Role::encoder, "lr_d", true}};
    return infos;
  }

  const std::vector<ModuleSlot>& modules() const override { return modules_; }
  std::vector<Phase> round(const Settings& settings, std::int64_t) override { return adversarialRound(players_, settings); }
  std::int64_t latentSize() const override { return codes_.latent(); }
  Tensor firstActivations(const Tensor& latents) override {
    const auto categories = torch::zeros({latents.size(0), codes_.categorical}, torch::kInt64);
    return throughFirstLinear(*generator_, joined(latents.narrow(1, 0, codes_.noise), uniformOf(latents.narrow(1, codes_.noise, codes_.continuous)), categories));
  }

  std::vector<CodeInfo> codes() const override {
    std::vector<CodeInfo> all;
    const auto named = [](const std::string& name, std::int64_t i, std::int64_t count) { return count == 1 ? name : name + std::to_string(i + 1); };
    for (std::int64_t i = 0; i < codes_.categorical; ++i) all.push_back({named("category", i, codes_.categorical), codes_.kinds});
    for (std::int64_t i = 0; i < codes_.continuous; ++i) all.push_back({named("code", i, codes_.continuous), 0});
    return all;
  }

  NamedTensors inputsFrom(const Tensor& latents, std::int64_t first) override {
    NamedTensors inputs{{"latent", latents}};
    if (codes_.categorical > 0) {
      // Categories of more than one code go round like the digits of a number.
      std::vector<Tensor> each;
      auto number = goRound(first, latents.size(0), std::int64_t{1} << 40, latents);
      for (std::int64_t i = 0; i < codes_.categorical; ++i, number = number.div(codes_.kinds, "floor")) each.push_back(number.remainder(codes_.kinds));
      inputs["categories"] = torch::stack(each, 1);
    }
    return inputs;
  }

  /// Inputs: latent [N,latent]; categories [N,categorical] int64; codes [N,categorical+continuous] float32 in the order of codes(), in
  /// their place where they are not NaN;
  /// or image [N,C,H,W] alone, which gives categories [N,kinds]: how likely each kind of the first code is.
  NamedTensors infer(const NamedTensors& inputs) override {
    if (const auto image = inputs.find("image"); image != inputs.end()) return {{"categories", readCategories(image->second)}};
    Evaluating evaluating(*generator_);
    const auto& latent = inputs.at("latent");
    auto numbers = uniformOf(latent.narrow(1, codes_.noise, codes_.continuous));
    auto categories = inputs.count("categories") ? inputs.at("categories") : torch::zeros({latent.size(0), codes_.categorical}, torch::kInt64);
    if (const auto given = inputs.find("codes"); given != inputs.end()) {
      const auto kinds = given->second.narrow(1, 0, codes_.categorical), values = given->second.narrow(1, codes_.categorical, codes_.continuous);
      categories = torch::where(kinds.isnan(), categories.to(kinds.device()), kinds.nan_to_num().to(torch::kInt64).clamp(0, codes_.kinds - 1));
      numbers = torch::where(values.isnan(), numbers, values.to(torch::kFloat32));
    }
    return {{"samples", generator_->forward(joined(latent.narrow(1, 0, codes_.noise), numbers, categories))}};
  }

 private:
  static std::vector<LayerSpec> readerLayers(std::int64_t features, std::int64_t answers) {
    constexpr std::int64_t kWidth = 128;   // appendix C.1
    return {layers::linear("hidden", features, kWidth, false, Init::normal), layers::batchNorm("norm", kWidth), layers::leakyRelu("leaky", 0.1),
            layers::linear("answer", kWidth, answers, true, Init::normal)};
  }

  Tensor joined(const Tensor& noise, const Tensor& numbers, const Tensor& categories) const {
    return torch::cat({noise, numbers, oneHots(categories.to(noise.device()), codes_.kinds)}, 1);
  }

  Shown draw(RoundContext& context) {
    const auto n = context.batchSize();
    const auto noise = context.normal({n, codes_.noise});
    const auto numbers = context.uniform({n, codes_.continuous}) * 2 - 1;
    const auto categories = (context.uniform({n, codes_.categorical}) * static_cast<double>(codes_.kinds)).floor().to(torch::kInt64);
    return {generator_->forward(joined(noise, numbers, categories)), {{"numbers", numbers}, {"categories", categories}}};
  }

  Tensor readCategories(const Tensor& pictures) {
    Evaluating trunk(*discriminator_), head(*reader_);
    return torch::softmax(reader_->forward(discriminator_->forwardTo(pictures, kFeatures)).narrow(1, 0, codes_.kinds), 1);
  }

  /// What the categories are read off: moved pictures where the person asks for it, so that a kind cannot mean a slant or a size.
  Tensor categoryAnswers(RoundContext& context, const Shown& fake, const Tensor& answers) {
    const double strength = context.settings().real("motion");
    if (strength == 0) return answers;
    const auto pictures = moved(fake.pictures, strength, [&](std::vector<std::int64_t> shape) { return context.uniform(std::move(shape)); });
    return reader_->forward(discriminator_->forwardTo(pictures, kFeatures));
  }

  /// -λ L_I (eq. 5): the cross-entropy of what the reader makes of the pictures against the codes that they were made from.
  Addition information(RoundContext& context, const Shown& fake, const Verdict& verdict, bool record) {
    const auto answers = reader_->forward(verdict.features);
    Addition addition;
    addition.loss = torch::zeros({}, answers.options());
    const double weight = grown(context, "information", "information_steps");
    if (codes_.categorical > 0) {
      const auto logits = categoryAnswers(context, fake, answers).narrow(1, 0, codes_.categorical * codes_.kinds).reshape({-1, codes_.kinds});
      const auto cross = torch::nn::functional::cross_entropy(logits, fake.with.at("categories").flatten());
      addition.loss = addition.loss + weight * static_cast<double>(codes_.categorical) * cross;
      if (record) addition.terms.emplace_back("information", static_cast<double>(codes_.categorical) * (std::log(static_cast<double>(codes_.kinds)) - cross.detach()));
    }
    if (codes_.continuous > 0) {
      const auto mean = answers.narrow(1, codes_.categorical * codes_.kinds, codes_.continuous);
      const auto logVariance = answers.narrow(1, codes_.categorical * codes_.kinds + codes_.continuous, codes_.continuous).clamp(-6, 2);
      const auto negative = 0.5 * (std::log(2 * std::numbers::pi) + logVariance + (fake.with.at("numbers") - mean).square() / logVariance.exp());
      const auto each = negative.mean();
      addition.loss = addition.loss + weight * kContinuousWeight * static_cast<double>(codes_.continuous) * each;
      if (record) addition.terms.emplace_back("information_continuous", static_cast<double>(codes_.continuous) * (std::log(2.0) - each.detach()));
    }
    return addition;
  }

  Codes codes_;
  std::shared_ptr<Network> generator_, discriminator_, reader_;
  std::vector<ModuleSlot> modules_;
  Players players_;
};

std::vector<SeriesInfo> series(const Settings& settings) {
  auto all = adversarialSeries(settings);
  const Codes codes(settings);
  if (codes.categorical > 0)
    all.push_back({"information", "Information in the categories", "Information", "nats", Role::encoder,
                   "A lower bound on the mutual information between the categories and the picture. At its guide line every picture tells its categories; at zero they are ignored.",
                   {{"all of it", static_cast<double>(codes.categorical) * std::log(static_cast<double>(codes.kinds))}}});
  if (codes.continuous > 0)
    all.push_back({"information_continuous", "Information in the numbers", "Information", "nats", Role::encoder,
                   "A lower bound on the mutual information between the continuous codes and the picture. Below zero the reader guesses; the higher, the more exactly a code can be read off the picture.", {}});
  return all;
}

std::vector<Parameter> ownParameters() {
  const std::string group = "Codes";
  return {
      integer("categorical", "Categories", group, 1, 0, 8, "codes", "How many codes that are one of several kinds. One for data of one kind of thing; more for pictures that differ in several ways."),
      integer("kinds", "Kinds", group, 10, 2, 100, "", "How many kinds each category has. Ten for digits or clothes."),
      integer("continuous", "Numbers", group, 2, 0, 16, "codes", "How many codes that are a number from -1 to 1: they come to mean slant, width, …"),
      live(from(real("information", "Weight of information", group, 1, 0, 100, "", "λ: how much both players care that the codes can be read off the picture. 0: a plain GAN. Usual: 1."), "Chen et al. 2016, eq. 6")),
      live(integer("information_steps", "Weight grows over", group, 2000, 0, 1000000, "rounds", "The weight of information grows from zero to its full value over so many rounds, so that pictures come before their kinds. 0: full from the start.")),
      live(real("motion", "Motion", group, 1, 0, 2, "", "How far pictures are turned, slanted, scaled and shifted before their categories are read off: a kind can then not mean a slant or a width, which the numbers are for. 0: not at all, as in the paper.")),
  };
}

}  // namespace

Family infoganFamily() {
  Family family;
  family.info = {"infogan", "InfoGAN", "Finds kinds and properties by itself: some inputs must be readable off the picture, so they come to mean digit, slant or width. No labels.",
                 "Chen et al. 2016, arXiv:1606.03657", {"codes", "latent", "neighbours"}, {Field::image}, {}};
  OptimiserDefaults optimiser;
  optimiser.precision = true;
  optimiser.lrG = 1e-3;   // appendix C.1: 1e-3 for G, 2e-4 for D. A quarter of its channels and half of its batch are enough and train more rounds.
  family.schema = Schema(joined({ownParameters(), latentParameters(62), convolutionalParameters(256, 32), conditioningParameters({.packs = false}), lossParameters("nonsaturating"),
                                 optimiserParameters(optimiser), pictureParameters(convolutionalSizes()), runParameters(100)}));
  family.modules = InfoGan::moduleInfos();
  family.series = series;
  family.settle = [](Values values, const DatasetInfo& data) -> Result<Values> {
    if (std::get<std::int64_t>(values.at("categorical")) == 0 && std::get<std::int64_t>(values.at("continuous")) == 0)
      return Error{ErrorKind::usage, sentence("categorical and continuous are both 0: an InfoGAN without codes is a plain GAN. Give it at least one code."), {}};
    return settleLatentGan(std::move(values), data, convolutionalSizes());
  };
  family.make = [](const Settings& settings, const DataShape& shape) -> std::unique_ptr<Gan> { return std::make_unique<InfoGan>(settings, shape); };
  return family;
}

}  // namespace ganvas
