// pix2pix as a tutorial writes it: a recursive U-Net of modules, D's two passes apart.
#include "engine/bench/plain_gan.hpp"
#include "engine/bench/plain_layers.hpp"

namespace ganvas {

using namespace plain;

namespace {

constexpr std::int64_t kPairs = 16, kSide = 64, kColours = 3, kNoise = 8, kBase = 32;

/// One level of the way down and up; what is inside it comes between.
struct LevelImpl : nn::Module {
  LevelImpl(std::int64_t in, std::int64_t width, std::int64_t out, bool outermost, std::shared_ptr<LevelImpl> inner, std::int64_t innerOut)
      : inner_(std::move(inner)), down_(register_module("down", down(in, width, outermost || !inner_))) {
    if (!outermost && inner_) normDown_ = register_module("norm_down", nn::BatchNorm2d(width));
    if (inner_) register_module("inner", inner_);
    up_ = register_module("up", up(innerOut, out, false));
    normUp_ = register_module("norm_up", nn::BatchNorm2d(out));
  }
  torch::Tensor forward(const torch::Tensor& x) {
    auto y = down_(x);
    if (normDown_) y = normDown_(y);
    y = torch::leaky_relu(y, 0.2);
    if (inner_) y = torch::cat({inner_->forward(y), y}, 1);
    y = normUp_(up_(y));
    if (drops_) y = torch::dropout(y, 0.5, true);
    return torch::relu(y);
  }
  bool drops_ = false;

 private:
  std::shared_ptr<LevelImpl> inner_;
  nn::Conv2d down_{nullptr};
  nn::BatchNorm2d normDown_{nullptr}, normUp_{nullptr};
  nn::ConvTranspose2d up_{nullptr};
};

/// Widths 32, 64, 128, 256, 256: from 64 px down to 2.
struct UNetImpl : nn::Module {
  UNetImpl() {
    const std::int64_t widths[] = {kBase, 2 * kBase, 4 * kBase, 8 * kBase, 8 * kBase};
    std::shared_ptr<LevelImpl> level;
    for (int i = 4; i >= 0; --i) {
      const auto in = i > 0 ? widths[i - 1] : 1 + kNoise, out = i > 0 ? widths[i - 1] : kBase;
      level = std::make_shared<LevelImpl>(in, widths[i], out, i == 0, level, i == 4 ? widths[4] : 2 * widths[i]);
      level->drops_ = i >= 2;
    }
    level_ = register_module("level", level);
    last_ = register_module("last", nn::Conv2d(nn::Conv2dOptions(kBase + 1 + kNoise, kColours, 3).padding(1)));
  }
  torch::Tensor forward(const torch::Tensor& x) { return torch::tanh(last_(torch::cat({level_->forward(x), x}, 1))); }

 private:
  std::shared_ptr<LevelImpl> level_;
  nn::Conv2d last_{nullptr};
};

}  // namespace

PlainRound plainTranslation() {
  namespace F = torch::nn::functional;
  const auto generator = std::make_shared<UNetImpl>();
  const auto wide = [](std::int64_t in, std::int64_t out, bool bias) { return nn::Conv2d(nn::Conv2dOptions(in, out, 4).stride(1).padding(1).bias(bias)); };
  nn::Sequential discriminator(down(1 + kColours, kBase, true), leaky(), down(kBase, 2 * kBase, false), nn::BatchNorm2d(2 * kBase), leaky(), wide(2 * kBase, 4 * kBase, false),
                               nn::BatchNorm2d(4 * kBase), leaky(), wide(4 * kBase, 1, true));
  const auto drawings = torch::rand({kPairs, 1, kSide, kSide}) * 2 - 1, truth = torch::rand({kPairs, kColours, kSide, kSide}) * 2 - 1;
  const auto generatorAdam = adam(generator->parameters()), discriminatorAdam = adam(discriminator->parameters());
  return {[=]() mutable {
            const auto judged = [&](const torch::Tensor& picture) { return discriminator->forward(torch::cat({drawings, picture}, 1)); };
            const auto cross = [](const torch::Tensor& logits, double target) { return F::binary_cross_entropy_with_logits(logits, torch::full_like(logits, target)); };
            const auto noise = torch::randn({kPairs, kNoise, 1, 1}).expand({-1, -1, kSide, kSide});
            const auto fake = generator->forward(torch::cat({drawings, noise}, 1));
            discriminatorAdam->zero_grad();
            cross(judged(truth), 1).backward();
            cross(judged(fake.detach()), 0).backward();
            discriminatorAdam->step();
            generatorAdam->zero_grad();
            (cross(judged(fake), 1) + 100 * F::l1_loss(fake, truth)).backward();
            generatorAdam->step();
          },
          0};
}

}  // namespace ganvas
