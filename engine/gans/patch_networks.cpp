#include "engine/gans/patch_networks.hpp"

#include <algorithm>
#include <cstdlib>

#include "engine/gans/discriminator_head.hpp"

namespace ganvas {
namespace {

constexpr std::int64_t kWidest = 8;         // times base_channels, at most
constexpr std::int64_t kDroppedLevels = 3;  // innermost levels of the way up that have dropout

std::string numbered(const char* name, std::int64_t i) { return name + std::to_string(i); }

}  // namespace

const std::vector<int>& translationSizes() {
  static const std::vector<int> sizes{32, 64, 128, 256};
  return sizes;
}

std::vector<LayerSpec> translationGenerator(const Settings& settings, std::int64_t side, std::int64_t inputs, std::int64_t outputs, std::int64_t classes) {
  const auto& norm = settings.text("norm_g");
  const auto base = settings.integer("base_channels");
  const auto middle = std::atoi(settings.text("bottleneck").c_str());
  const bool skips = settings.flag("skips"), repeats = settings.text("enlarge") == "repeat";
  std::vector<std::int64_t> widths;   // of each level on the way down
  for (auto width = base, at = side; at > middle; at /= 2, width *= 2) widths.push_back(std::min(width, kWidest * base));
  const auto levels = static_cast<std::int64_t>(widths.size());
  const auto widthAt = [&](std::int64_t level) { return widths[static_cast<std::size_t>(level - 1)]; };

  std::vector<LayerSpec> all;
  auto in = inputs;
  if (classes > 0) all.push_back(layers::joinLabel("label", in, classes)), in += classes;
  const std::string entrance = classes > 0 ? "label" : "";
  const auto entranceWidth = in;
  for (std::int64_t i = 1; i <= levels; ++i) {
    const bool bare = i == 1 || i == levels;   // nothing to look over at the first, too few places at the last
    all.push_back(layers::conv(numbered("down", i), in, widthAt(i), 4, 2, 1, bare || !shifts(norm)));
    if (!bare) addNorm(all, norm, numbered("down_norm", i), widthAt(i), LayerForm::places);
    all.push_back(layers::leakyRelu(numbered("down_leaky", i), 0.2));
    in = widthAt(i);
  }
  for (std::int64_t i = levels - 1; i >= 0; --i) {
    const auto out = i > 0 ? widthAt(i) : base;
    all.push_back(repeats ? layers::repeatConv(numbered("up", i), in, out, !shifts(norm)) : layers::convTranspose(numbered("up", i), in, out, 4, 2, 1, !shifts(norm)));
    addNorm(all, norm, numbered("up_norm", i), out, LayerForm::places);
    if (i > levels - 1 - kDroppedLevels && i > 0 && settings.real("dropout") > 0) all.push_back(layers::dropout(numbered("up_dropout", i), settings.real("dropout")));
    all.push_back(layers::relu(numbered("up_relu", i)));
    in = out;
    if (!skips) continue;
    const auto added = i > 0 ? widthAt(i) : entranceWidth;
    all.push_back(layers::joinOutput(numbered("skip", i), in, i > 0 ? numbered("down_leaky", i) : entrance, added));
    in += added;
  }
  all.push_back(layers::conv("last", in, outputs, 3, 1, 1, true));
  all.push_back(layers::tanh("tanh"));
  return all;
}

std::vector<LayerSpec> patchDiscriminator(const Settings& settings, const std::string& patch, std::int64_t side, std::int64_t inputs, std::int64_t classes) {
  const auto& norm = settings.text("norm_d");
  const auto base = settings.integer("base_channels_d");
  std::vector<LayerSpec> all;
  auto in = inputs, out = base;
  if (classes > 0) all.push_back(layers::joinLabel("label", in, classes)), in += classes;
  std::int64_t number = 0;
  const auto step = [&](std::int64_t stride) {
    ++number;
    all.push_back(layers::conv(numbered("conv", number), in, out, 4, stride, 1, number == 1 || !shifts(norm)));
    if (number > 1) addNorm(all, norm, numbered("norm", number), out, LayerForm::places);
    all.push_back(layers::leakyRelu(numbered("leaky", number), 0.2));
    in = out;
    out = std::min(out * 2, kWidest * base);
  };
  if (patch == "full") {
    for (auto at = side; at > 4; at /= 2) step(2);
    all.push_back(layers::conv("verdict", in, 1, 4, 1, 0, true));
  } else {
    // Isola et al. 2017, 6.1.2: C64-C128 sees 16 px, C64-C128-C256 34, C64-C128-C256-C512 70; the last of them has stride 1.
    const int halvings = patch == "16" ? 1 : patch == "34" ? 2 : 3;
    for (int i = 0; i < halvings; ++i) step(2);
    step(1);
    all.push_back(layers::conv("verdict", in, 1, 4, 1, 1, true));
  }
  return inForm(std::move(all), norm);
}

}  // namespace ganvas
