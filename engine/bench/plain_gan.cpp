#include "engine/bench/plain_gan.hpp"

#include "engine/bench/plain_layers.hpp"

namespace ganvas {

using namespace plain;

namespace {

/// D forward and backward (two passes more) on real, on generated and in G's turn; G forward and backward.
double roundOf(double generator, double discriminator) { return 1e-9 * kBatch * (9 * discriminator + 3 * generator); }

/// The non-saturating game of two networks.
std::function<void()> game(nn::Sequential generator, nn::Sequential discriminator, std::int64_t latent, std::int64_t side) {
  namespace F = torch::nn::functional;
  const auto real = torch::rand({kBatch, 1, side, side}) * 2 - 1;
  const auto generatorAdam = adam(generator->parameters()), discriminatorAdam = adam(discriminator->parameters());
  return [=]() mutable {
    const auto ones = torch::ones({kBatch, 1}), zeros = torch::zeros({kBatch, 1});
    discriminatorAdam->zero_grad();
    const auto fake = generator->forward(torch::randn({kBatch, latent}));
    F::binary_cross_entropy_with_logits(discriminator->forward(real), ones).backward();
    F::binary_cross_entropy_with_logits(discriminator->forward(fake.detach()), zeros).backward();
    discriminatorAdam->step();
    generatorAdam->zero_grad();
    F::binary_cross_entropy_with_logits(discriminator->forward(fake), ones).backward();
    generatorAdam->step();
  };
}

}  // namespace

PlainRound plainDcgan() {
  const nn::Sequential generator(linear(100, 256 * 16, false), pictures(256, 4), nn::BatchNorm2d(256), relu(), up(256, 128, false), nn::BatchNorm2d(128),
                                 relu(), up(128, 64, false), nn::BatchNorm2d(64), relu(), up(64, 1, true), nn::Tanh());
  const nn::Sequential discriminator(down(1, 64, true), leaky(), down(64, 128, false), nn::BatchNorm2d(128), leaky(), down(128, 256, false),
                                     nn::BatchNorm2d(256), leaky(), nn::Flatten(), linear(256 * 16, 1, true));
  // Two operations for each weight at each place of the smaller side of a layer.
  const double shared = 2.0 * 16 * (64 * 16 * 16 + 64 * 128 * 8 * 8 + 128 * 256 * 4 * 4);
  return {game(generator, discriminator, 100, 32), roundOf(shared + 2.0 * 100 * 256 * 16, shared + 2.0 * 256 * 16)};
}

PlainRound plainFullyConnected() {
  const nn::Sequential generator(linear(64, 256, false), nn::BatchNorm1d(256), relu(), linear(256, 512, false), nn::BatchNorm1d(512), relu(),
                                 linear(512, 784, true), nn::Tanh(), pictures(1, 28));
  const nn::Sequential discriminator(nn::Flatten(), linear(784, 512, true), leaky(), nn::Dropout(0.3), linear(512, 256, true), leaky(), nn::Dropout(0.3),
                                     linear(256, 1, true));
  return {game(generator, discriminator, 64, 28), roundOf(2.0 * (64 * 256 + 256 * 512 + 512 * 784), 2.0 * (784 * 512 + 512 * 256 + 256))};
}

}  // namespace ganvas
