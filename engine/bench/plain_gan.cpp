#include "engine/bench/plain_gan.hpp"

#include "engine/bench/plain_layers.hpp"

namespace ganvas {

using namespace plain;

namespace {

/// D forward and backward (two passes more) on real, on generated and in G's turn; G forward and backward.
double roundOf(double generator, double discriminator, std::int64_t batch = kBatch) {
  return 1e-9 * static_cast<double>(batch) * (9 * discriminator + 3 * generator);
}

/// The non-saturating game of two networks, on samples of this shape.
std::function<void()> game(nn::Sequential generator, nn::Sequential discriminator, std::int64_t latent, const std::vector<std::int64_t>& shape,
                           torch::Device device = torch::kCPU) {
  namespace F = torch::nn::functional;
  generator->to(device);
  discriminator->to(device);
  const auto real = torch::rand(shape, device) * 2 - 1;
  const auto generatorAdam = adam(generator->parameters()), discriminatorAdam = adam(discriminator->parameters());
  return [=, batch = shape.front()]() mutable {
    const auto ones = torch::ones({batch, 1}, device), zeros = torch::zeros({batch, 1}, device);
    discriminatorAdam->zero_grad();
    const auto fake = generator->forward(torch::randn({batch, latent}, device));
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
  return {game(generator, discriminator, kLatent, {shape.batch, shape.channels, shape.side, shape.side}, device), roundOf(shared + 2.0 * kLatent * features, shared + 2.0 * features, shape.batch)};
}

PlainRound plainFullyConnected() {
  const nn::Sequential generator(linear(64, 256, false), nn::BatchNorm1d(256), relu(), linear(256, 512, false), nn::BatchNorm1d(512), relu(),
                                 linear(512, 784, true), nn::Tanh(), pictures(1, 28));
  const nn::Sequential discriminator(nn::Flatten(), linear(784, 512, true), leaky(), nn::Dropout(0.3), linear(512, 256, true), leaky(), nn::Dropout(0.3),
                                     linear(256, 1, true));
  return {game(generator, discriminator, 64, {kBatch, 1, 28, 28}), roundOf(2.0 * (64 * 256 + 256 * 512 + 512 * 784), 2.0 * (784 * 512 + 512 * 256 + 256))};
}

PlainRound plainPoints() {
  constexpr std::int64_t kPoints = 256, kWidth = 128, kDepth = 3;
  nn::Sequential generator, discriminator;
  for (std::int64_t i = 0; i < kDepth; ++i) {
    const auto in = i == 0 ? std::int64_t{2} : kWidth;
    generator->push_back(linear(in, kWidth, true));
    generator->push_back(relu());
    discriminator->push_back(linear(in, kWidth, true));
    discriminator->push_back(leaky());
  }
  generator->push_back(linear(kWidth, 2, true));
  discriminator->push_back(linear(kWidth, 1, true));
  const double shared = 2.0 * (2 * kWidth + (kDepth - 1) * kWidth * kWidth);
  return {game(generator, discriminator, 2, {kPoints, 2}), roundOf(shared + 2.0 * kWidth * 2, shared + 2.0 * kWidth, kPoints)};
}

}  // namespace ganvas
