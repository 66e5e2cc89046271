#include "engine/bench/plain_gan.hpp"

namespace ganvas {
namespace {

namespace nn = torch::nn;

constexpr std::int64_t kBatch = 64;

nn::ConvTranspose2d up(std::int64_t in, std::int64_t out, bool bias) {
  return nn::ConvTranspose2d(nn::ConvTranspose2dOptions(in, out, 4).stride(2).padding(1).bias(bias));
}
nn::Conv2d down(std::int64_t in, std::int64_t out, bool bias) { return nn::Conv2d(nn::Conv2dOptions(in, out, 4).stride(2).padding(1).bias(bias)); }
nn::Linear linear(std::int64_t in, std::int64_t out, bool bias) { return nn::Linear(nn::LinearOptions(in, out).bias(bias)); }
nn::ReLU relu() { return nn::ReLU(nn::ReLUOptions(true)); }
nn::LeakyReLU leaky() { return nn::LeakyReLU(nn::LeakyReLUOptions().negative_slope(0.2).inplace(true)); }
nn::Unflatten pictures(std::int64_t channels, std::int64_t side) {
  return nn::Unflatten(nn::UnflattenOptions(1, std::vector<std::int64_t>{channels, side, side}));
}

void addOptimizers(PlainGan& gan) {
  const auto options = torch::optim::AdamOptions(2e-4).betas({0.5, 0.999});
  gan.generatorAdam = std::make_shared<torch::optim::Adam>(gan.generator->parameters(), options);
  gan.discriminatorAdam = std::make_shared<torch::optim::Adam>(gan.discriminator->parameters(), options);
}

/// D forward and backward (two passes more) on real, on generated and in G's turn; G forward and backward.
double roundOf(double generator, double discriminator) { return 1e-9 * kBatch * (9 * discriminator + 3 * generator); }

}  // namespace

void PlainGan::round() {
  namespace F = torch::nn::functional;
  const auto ones = torch::ones({kBatch, 1}), zeros = torch::zeros({kBatch, 1});
  discriminatorAdam->zero_grad();
  const auto fake = generator->forward(torch::randn({kBatch, latent}));
  F::binary_cross_entropy_with_logits(discriminator->forward(real), ones).backward();
  F::binary_cross_entropy_with_logits(discriminator->forward(fake.detach()), zeros).backward();
  discriminatorAdam->step();
  generatorAdam->zero_grad();
  F::binary_cross_entropy_with_logits(discriminator->forward(fake), ones).backward();
  generatorAdam->step();
}

PlainGan plainDcgan() {
  PlainGan gan;
  gan.latent = 100;
  gan.real = torch::rand({kBatch, 1, 32, 32}) * 2 - 1;
  gan.generator = nn::Sequential(linear(100, 256 * 16, false), pictures(256, 4), nn::BatchNorm2d(256), relu(), up(256, 128, false),
                                 nn::BatchNorm2d(128), relu(), up(128, 64, false), nn::BatchNorm2d(64), relu(), up(64, 1, true), nn::Tanh());
  gan.discriminator = nn::Sequential(down(1, 64, true), leaky(), down(64, 128, false), nn::BatchNorm2d(128), leaky(), down(128, 256, false),
                                     nn::BatchNorm2d(256), leaky(), nn::Flatten(), linear(256 * 16, 1, true));
  // Two operations for each weight at each place of the smaller side of a layer.
  const double shared = 2.0 * 16 * (64 * 16 * 16 + 64 * 128 * 8 * 8 + 128 * 256 * 4 * 4);
  gan.gflopPerRound = roundOf(shared + 2.0 * 100 * 256 * 16, shared + 2.0 * 256 * 16);
  addOptimizers(gan);
  return gan;
}

PlainGan plainFullyConnected() {
  PlainGan gan;
  gan.latent = 64;
  gan.real = torch::rand({kBatch, 1, 28, 28}) * 2 - 1;
  gan.generator = nn::Sequential(linear(64, 256, false), nn::BatchNorm1d(256), relu(), linear(256, 512, false), nn::BatchNorm1d(512), relu(),
                                 linear(512, 784, true), nn::Tanh(), pictures(1, 28));
  gan.discriminator = nn::Sequential(nn::Flatten(), linear(784, 512, true), leaky(), nn::Dropout(0.3), linear(512, 256, true), leaky(),
                                     nn::Dropout(0.3), linear(256, 1, true));
  gan.gflopPerRound = roundOf(2.0 * (64 * 256 + 256 * 512 + 512 * 784), 2.0 * (784 * 512 + 512 * 256 + 256));
  addOptimizers(gan);
  return gan;
}

}  // namespace ganvas
