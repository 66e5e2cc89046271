#include "engine/bench/plain_gan.hpp"

#include "engine/bench/plain_layers.hpp"

namespace ganvas {

using namespace plain;

namespace {

/// D forward and backward (two passes more) on real, on generated and in G's turn; G forward and backward.
double roundOf(double generator, double discriminator, std::int64_t batch = kBatch) {
  return 1e-9 * static_cast<double>(batch) * (9 * discriminator + 3 * generator);
}

/// The non-saturating game of two networks.
std::function<void()> game(nn::Sequential generator, nn::Sequential discriminator, std::int64_t latent, const PlainShape& shape,
                           torch::Device device = torch::kCPU) {
  namespace F = torch::nn::functional;
  generator->to(device);
  discriminator->to(device);
  const auto real = torch::rand({shape.batch, shape.channels, shape.side, shape.side}, device) * 2 - 1;
  const auto generatorAdam = adam(generator->parameters()), discriminatorAdam = adam(discriminator->parameters());
  return [=]() mutable {
    const auto ones = torch::ones({shape.batch, 1}, device), zeros = torch::zeros({shape.batch, 1}, device);
    discriminatorAdam->zero_grad();
    const auto fake = generator->forward(torch::randn({shape.batch, latent}, device));
    F::binary_cross_entropy_with_logits(discriminator->forward(real), ones).backward();
    F::binary_cross_entropy_with_logits(discriminator->forward(fake.detach()), zeros).backward();
    discriminatorAdam->step();
    generatorAdam->zero_grad();
    F::binary_cross_entropy_with_logits(discriminator->forward(fake), ones).backward();
    generatorAdam->step();
  };
}

}  // namespace

PlainRound plainDcgan(const PlainShape& shape, torch::Device device) {
  constexpr std::int64_t kLatent = 100, kBase = 64, kStart = 4;
  std::int64_t widest = kBase;
  for (auto side = 2 * kStart; side < shape.side; side *= 2) widest *= 2;
  nn::Sequential generator(linear(kLatent, widest * kStart * kStart, false), pictures(widest, kStart), nn::BatchNorm2d(widest), relu());
  nn::Sequential discriminator(down(shape.channels, kBase, true), leaky());
  // Two operations for each weight at each place of the smaller side of a layer.
  double shared = 2.0 * 16 * static_cast<double>(shape.channels * kBase * shape.side * shape.side / 4);
  for (auto channels = widest; channels > kBase; channels /= 2) {
    generator->push_back(up(channels, channels / 2, false));
    generator->push_back(nn::BatchNorm2d(channels / 2));
    generator->push_back(relu());
  }
  for (std::int64_t channels = kBase, side = shape.side / 4; channels < widest; channels *= 2, side /= 2) {
    discriminator->push_back(down(channels, channels * 2, false));
    discriminator->push_back(nn::BatchNorm2d(channels * 2));
    discriminator->push_back(leaky());
    shared += 2.0 * 16 * static_cast<double>(channels * channels * 2 * side * side);
  }
  generator->push_back(up(kBase, shape.channels, true));
  generator->push_back(nn::Tanh());
  discriminator->push_back(nn::Flatten());
  discriminator->push_back(linear(widest * kStart * kStart, 1, true));
  const double features = static_cast<double>(widest * kStart * kStart);
  return {game(generator, discriminator, kLatent, shape, device), roundOf(shared + 2.0 * kLatent * features, shared + 2.0 * features, shape.batch)};
}

PlainRound plainFullyConnected() {
  const nn::Sequential generator(linear(64, 256, false), nn::BatchNorm1d(256), relu(), linear(256, 512, false), nn::BatchNorm1d(512), relu(),
                                 linear(512, 784, true), nn::Tanh(), pictures(1, 28));
  const nn::Sequential discriminator(nn::Flatten(), linear(784, 512, true), leaky(), nn::Dropout(0.3), linear(512, 256, true), leaky(), nn::Dropout(0.3),
                                     linear(256, 1, true));
  return {game(generator, discriminator, 64, {28, 1, kBatch}), roundOf(2.0 * (64 * 256 + 256 * 512 + 512 * 784), 2.0 * (784 * 512 + 512 * 256 + 256))};
}

}  // namespace ganvas
