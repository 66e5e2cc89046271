#include "engine/gans/toy2d.hpp"

#include <algorithm>
#include <numbers>

#include "engine/data/point_target.hpp"
#include "engine/gans/common_parameters.hpp"
#include "engine/gans/discriminator_head.hpp"
#include "engine/gans/latent_gan.hpp"
#include "engine/gans/parameter_builders.hpp"
#include "engine/gans/plane_view.hpp"
#include "engine/gans/rows.hpp"
#include "engine/tensor/frames.hpp"

namespace ganvas {
namespace {

using namespace build;

constexpr std::int64_t kPieces = 5;   // of maxout, as PacGAN has it

Init initOf(const Settings& settings) { return settings.text("init") == "normal" ? Init::normal : Init::heUniform; }

void addActivation(std::vector<LayerSpec>& all, const std::string& kind, const std::string& suffix) {
  if (kind == "tanh") all.push_back(layers::tanh("tanh" + suffix));
  else if (kind == "leaky_relu") all.push_back(layers::leakyRelu("leaky" + suffix, 0.2));
  else all.push_back(layers::relu("relu" + suffix));
}

/// Modes that both players are told; 0: none.
std::int64_t classesOf(const Settings& settings, const DataShape& shape) {
  return settings.flag("labels") && shape.target->modes ? static_cast<std::int64_t>(shape.target->parts.size()) : 0;
}

std::vector<LayerSpec> generatorLayers(const Settings& settings, std::int64_t classes) {
  std::vector<LayerSpec> all;
  if (settings.text("latent_kind") == "uniform") all.push_back(layers::evenly("evenly"));
  if (classes > 0) all.push_back(layers::joinLabel("label", settings.integer("latent"), classes));
  const auto& norm = settings.text("norm_g");
  const auto width = settings.integer("width");
  auto in = settings.integer("latent") + classes;
  for (std::int64_t i = 1; i <= settings.integer("depth"); ++i, in = width) {
    const auto suffix = std::to_string(i);
    all.push_back(layers::linear("linear" + suffix, in, width, !shifts(norm), initOf(settings)));
    addNorm(all, norm, "norm" + suffix, width, LayerForm::plain);
    addActivation(all, settings.text("activation"), suffix);
  }
  all.push_back(layers::linear("point", in, 2, true, initOf(settings)));
  return all;
}

/// Of a line they are shown x alone; what a generator says of y is then nobody's business.
std::vector<LayerSpec> discriminatorLayers(const Settings& settings, const DataShape& shape, std::int64_t classes) {
  std::vector<LayerSpec> all;
  const std::int64_t numbers = shape.target->line ? 1 : 2;
  if (shape.target->line) all.push_back(layers::abscissae("x"));
  if (classes > 0) all.push_back(layers::joinLabel("label", numbers, classes));
  const auto& norm = settings.text("norm_d");
  const auto orElse = [&](const char* own, const char* shared) { return settings.integer(own) > 0 ? settings.integer(own) : settings.integer(shared); };
  const auto width = orElse("width_d", "width"), depth = orElse("depth_d", "depth");
  const auto& activation = settings.text("activation_d");
  auto in = numbers * packOf(settings) + classes;
  for (std::int64_t i = 1; i <= depth; ++i, in = width) {
    const auto suffix = std::to_string(i);
    const bool maxout = activation == "maxout";
    auto linear = maxout ? layers::maxout("maxout" + suffix, in, width, kPieces) : layers::linear("linear" + suffix, in, width);
    linear.init = initOf(settings);
    all.push_back(std::move(linear));
    addNorm(all, norm, "norm" + suffix, width, LayerForm::plain);
    if (!maxout) addActivation(all, activation, suffix);
  }
  all.push_back(layers::flatten(kFeatures));
  addHead(all, settings, in, 1, 0);
  return inForm(std::move(all), norm);
}

std::vector<Parameter> networkParameters() {
  const std::string group = "Networks";
  const std::vector<Choice> activations{{"relu", "ReLU"}, {"leaky_relu", "Leaky ReLU"}, {"tanh", "Tanh"}};
  auto activationsD = activations;
  activationsD.push_back({"maxout", "Maxout"});
  return {
      integer("latent", "Latent size", group, 2, 1, 64, "", "How many numbers the generator starts from. With 2 its whole latent space can be seen as a grid that it bends onto the target."),
      choice("latent_kind", "Latent numbers", group, "normal", {{"normal", "Gaussian"}, {"uniform", "Uniform"}}, "How the latent numbers are drawn: normal, or evenly from -1 to 1."),
      from(flag("labels", "Labels", group, false, "Tells both players to which mode a point belongs, so that none can be left out. For data of separate modes; not for packs."), "Mirza & Osindero 2014, arXiv:1411.1784"),
      integer("width", "Width", group, 128, 2, 1024, "units", "Units of each hidden layer."),
      advanced(integer("width_d", "Discriminator width", group, 0, 0, 1024, "units", "Units of the discriminator's hidden layers. 0: as many as the generator's.")),
      integer("depth", "Depth", group, 3, 1, 8, "layers", "Hidden layers of each network."),
      advanced(integer("depth_d", "Discriminator depth", group, 0, 0, 8, "layers", "Hidden layers of the discriminator. 0: as many as the generator's.")),
      advanced(choice("activation", "Generator activation", group, "relu", activations, "What makes the generator bend: ReLU folds in straight creases, tanh bends smoothly.")),
      advanced(choice("activation_d", "Discriminator activation", group, "leaky_relu", activationsD, "The same for the discriminator; maxout takes the largest of five linear maps (Goodfellow et al. 2013).")),
      advanced(choice("init", "First weights", group, "he", {{"he", "By width"}, {"normal", "Small (σ 0.02)"}}, "How large the weights begin: by the width of the layer (He et al. 2015), or all normal with a standard deviation of 0.02, which lets small networks start slowly.")),
  };
}

/// A LatentGan whose samples are points, shown as a picture of them or as what the players make of the plane.
class PointGan final : public LatentGan {
 public:
  PointGan(LatentGanPlan plan, const Settings& settings, const DataShape& shape)
      : LatentGan(std::move(plan)), view_(shape.target, {adversarialLoss(settings.text("loss")), settings.real("label_smoothing")}), target_(shape.target), labelled_(classesOf(settings, shape) > 0), side_(shape.width) {}

  NamedTensors infer(const NamedTensors& inputs) override {
    const auto generate = [this](const torch::Tensor& latents) { return shown(LatentGan::infer(inputsFrom(latents.to(device()), 0))); };   // modes go round
    if (inputs.contains("view")) return view_.answer(inputs, {generate, judge(), latentSize(), labelled_});
    const auto points = inputs.contains("class") ? shown(LatentGan::infer(inputs)) : generate(inputs.at("latent"));
    return {{"points", points}, {"samples", view_.drawn(points, side_)}};
  }

 private:
  /// What D says of points, each packed with copies of itself and told as of the mode that it is nearest to; empty where it only answers for a batch as a whole.
  std::function<torch::Tensor(const torch::Tensor&)> judge() {
    if (discriminator().couplesBatch()) return {};
    return [this](const torch::Tensor& points) {
      Evaluating evaluating(discriminator());
      torch::AutoGradMode gradient(points.requires_grad());
      const auto modes = labelled_ ? modesOf(*target_, points).to(device()) : torch::Tensor();
      return discriminator().forward(points.to(device()).repeat({1, pack()}), modes).to(torch::kCPU);
    };
  }

  /// Points; those of a line spread over its strip by multiples of the golden section, which lie nowhere close together.
  torch::Tensor shown(const NamedTensors& made) const {
    auto points = made.at("samples").to(torch::kCPU);
    if (!target_->line) return points;
    points = points.clone();
    points.select(1, 1).copy_(torch::arange(points.size(0), torch::kFloat64).add_(0.5).mul_(std::numbers::phi).remainder(1).mul_(2).sub_(1));
    return points;
  }

  torch::Device device() { return generator().parameters().front().device(); }

  PlaneView view_;
  std::shared_ptr<const PointTarget> target_;
  bool labelled_;
  int side_;
};

}  // namespace

Family toy2dFamily() {
  Family family;
  family.info = {"toy2d", "2-D playground", "Points in the plane instead of pictures: everything that the two players do can be seen, and how far they are from the truth is known exactly.",
                 "Goodfellow et al. 2014, arXiv:1406.2661; Lin et al. 2018, arXiv:1712.04086", {"field"}, {Field::points}, {}};
  OptimiserDefaults optimiser;
  optimiser.batch = 256, optimiser.lrG = optimiser.lrD = 1e-3, optimiser.ema = 0;
  family.schema = Schema(joined({networkParameters(), conditioningParameters({"none", "none"}), lossParameters("nonsaturating", ""), optimiserParameters(optimiser),
                                 runParameters(100, 100)}));
  family.modules = latentGanModules();
  family.series = adversarialSeries;
  family.settle = [](Values values, const DatasetInfo& data) -> Result<Values> {
    if (std::get<bool>(values.at("labels"))) {
      if (std::get<std::string>(values.at("pack")) != "1") return Error{ErrorKind::usage, sentence("labels does not go with pack: the points of a pack may be of several modes. Take pack 1, or no labels."), {}};
      if (std::find(data.fields.begin(), data.fields.end(), Field::group) == data.fields.end())
        return Error{ErrorKind::usage, sentence("labels needs data of separate modes, and \"%1\" is one figure. Take ring8, grid25 or the like, or no labels.", data.title), {}};
    }
    return settleDiscriminator(std::move(values));
  };
  family.make = [](const Settings& settings, const DataShape& shape) -> std::unique_ptr<Gan> {
    const auto classes = classesOf(settings, shape);
    return std::make_unique<PointGan>(LatentGanPlan{generatorLayers(settings, classes), discriminatorLayers(settings, shape, classes), settings.integer("latent"), packOf(settings), Precision::float32, classes}, settings, shape);
  };
  return family;
}

}  // namespace ganvas
