// The baselines of the families that know more than pictures: classes, codes, a few labels, a slope.
#include "engine/bench/plain_gan.hpp"

#include <cmath>

#include "engine/bench/plain_layers.hpp"

namespace ganvas {

using namespace plain;
using torch::Tensor;
namespace F = torch::nn::functional;

namespace {

constexpr std::int64_t kClasses = 10, kFeatures = 128 * 49;

nn::Sequential pictureGenerator(std::int64_t inputs) {
  return nn::Sequential(linear(inputs, kFeatures, false), pictures(128, 7), nn::BatchNorm2d(128), relu(), up(128, 64, false), nn::BatchNorm2d(64), relu(),
                        up(64, 1, true), nn::Tanh());
}
nn::Sequential pictureTrunk() {
  return nn::Sequential(down(1, 64, true), leaky(), down(64, 128, false), nn::BatchNorm2d(128), leaky(), nn::Flatten());
}
Tensor oneHot(const Tensor& labels) { return torch::one_hot(labels, kClasses).to(torch::kFloat32); }
Tensor noise(std::int64_t batch = kBatch, std::int64_t side = 28) { return torch::rand({batch, 1, side, side}) * 2 - 1; }

std::vector<Tensor> joined(std::initializer_list<std::vector<Tensor>> parts) {
  std::vector<Tensor> all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace

PlainRound plainConditional() {
  auto generator = pictureGenerator(100 + kClasses);
  auto trunk = pictureTrunk();
  auto judge = linear(kFeatures, 1, true);
  nn::Embedding rows(kClasses, kFeatures);
  const auto generatorAdam = adam(generator->parameters()), discriminatorAdam = adam(joined({trunk->parameters(), judge->parameters(), rows->parameters()}));
  const auto real = noise();
  return {[=]() mutable {
    const auto labels = torch::randint(kClasses, {kBatch}, torch::kInt64);
    const auto verdict = [&](const Tensor& x) {
      const auto features = trunk->forward(x);
      return judge->forward(features) + (rows->forward(labels) * features).sum(1, true);
    };
    const auto fake = generator->forward(torch::cat({torch::randn({kBatch, 100}), oneHot(labels)}, 1));
    discriminatorAdam->zero_grad();
    torch::relu(1 - verdict(real)).mean().backward();
    torch::relu(1 + verdict(fake.detach())).mean().backward();
    discriminatorAdam->step();
    generatorAdam->zero_grad();
    (-verdict(fake).mean()).backward();
    generatorAdam->step();
  }};
}

PlainRound plainInfoGan() {
  constexpr std::int64_t kMany = 128, kDense = 1024;
  nn::Sequential generator(linear(62 + 2 + kClasses, kDense, false), nn::BatchNorm1d(kDense), relu(), linear(kDense, kFeatures, false), pictures(128, 7),
                           nn::BatchNorm2d(128), relu(), up(128, 64, false), nn::BatchNorm2d(64), relu(), up(64, 1, true), nn::Tanh());
  auto trunk = pictureTrunk();
  trunk->push_back(linear(kFeatures, kDense, false));
  trunk->push_back(nn::BatchNorm1d(kDense));
  trunk->push_back(leaky());
  auto judge = linear(kDense, 1, true);
  nn::Sequential reader(linear(kDense, 128, false), nn::BatchNorm1d(128), leaky(), linear(128, kClasses + 4, true));
  const auto generatorAdam = adam(generator->parameters(), 1e-3), discriminatorAdam = adam(joined({trunk->parameters(), judge->parameters(), reader->parameters()}));
  const auto real = noise(kMany);
  return {[=]() mutable {
    const auto kinds = torch::randint(kClasses, {kMany}, torch::kInt64);
    const auto numbers = torch::rand({kMany, 2}) * 2 - 1;
    const auto information = [&](const Tensor& features) {
      const auto answers = reader->forward(features);
      const auto logVariance = answers.narrow(1, kClasses + 2, 2).clamp(-6, 2);
      const auto negative = 0.5 * (std::log(2 * M_PI) + logVariance + (numbers - answers.narrow(1, kClasses, 2)).square() / logVariance.exp());
      return F::cross_entropy(answers.narrow(1, 0, kClasses), kinds) + 0.2 * negative.mean();
    };
    const auto ones = torch::ones({kMany, 1}), zeros = torch::zeros({kMany, 1});
    const auto fake = generator->forward(torch::cat({torch::randn({kMany, 62}), numbers, oneHot(kinds)}, 1));
    discriminatorAdam->zero_grad();
    F::binary_cross_entropy_with_logits(judge->forward(trunk->forward(real)), ones).backward();
    const auto features = trunk->forward(fake.detach());
    (F::binary_cross_entropy_with_logits(judge->forward(features), zeros) + information(features)).backward();
    discriminatorAdam->step();
    generatorAdam->zero_grad();
    const auto seen = trunk->forward(fake);
    (F::binary_cross_entropy_with_logits(judge->forward(seen), ones) + information(seen)).backward();
    generatorAdam->step();
  }};
}

PlainRound plainSemiSupervised() {
  constexpr std::int64_t kMany = 100, kWide = 64 * 49;
  nn::Sequential generator(linear(100, kWide, false), pictures(64, 7), nn::BatchNorm2d(64), relu(), up(64, 32, false), nn::BatchNorm2d(32), relu(), up(32, 1, true),
                           nn::Tanh());
  nn::Sequential trunk(down(1, 32, true), leaky(), down(32, 64, true), leaky(), nn::Flatten());
  auto answer = linear(kWide, kClasses, true);
  const auto generatorAdam = adam(generator->parameters(), 1e-3), discriminatorAdam = adam(joined({trunk->parameters(), answer->parameters()}), 1e-3);
  const auto real = noise(kMany), labelled = noise(kMany);
  const auto labels = torch::arange(kMany, torch::kInt64).remainder(kClasses);
  return {[=]() mutable {
    const auto logits = [&](const Tensor& x) { return answer->forward(trunk->forward(x)); };
    const auto fake = generator->forward(torch::randn({kMany, 100}));
    discriminatorAdam->zero_grad();
    F::softplus(-torch::logsumexp(logits(real), 1)).mean().backward();
    F::softplus(torch::logsumexp(logits(fake.detach()), 1)).mean().backward();
    (2 * F::cross_entropy(logits(labelled), labels)).backward();
    discriminatorAdam->step();
    generatorAdam->zero_grad();
    Tensor wanted;
    {
      torch::NoGradGuard guard;
      wanted = trunk->forward(real).mean(0);
    }
    (trunk->forward(fake).mean(0) - wanted).square().mean().backward();
    generatorAdam->step();
  }};
}

PlainRound plainWasserstein() {
  nn::Sequential generator(linear(100, 256 * 16, false), pictures(256, 4), nn::BatchNorm2d(256), relu(), up(256, 128, false), nn::BatchNorm2d(128), relu(),
                           up(128, 64, false), nn::BatchNorm2d(64), relu(), up(64, 1, true), nn::Tanh());
  nn::Sequential critic(down(1, 64, true), leaky(), down(64, 128, false), nn::GroupNorm(1, 128), leaky(), down(128, 256, false), nn::GroupNorm(1, 256), leaky(),
                        nn::Flatten(), linear(256 * 16, 1, true));
  const auto generatorAdam = adam(generator->parameters()), criticAdam = adam(critic->parameters());
  const auto real = noise(kBatch, 32);
  return {[=]() mutable {
    const auto fake = generator->forward(torch::randn({kBatch, 100}));
    criticAdam->zero_grad();
    const auto middle = torch::lerp(fake.detach(), real, torch::rand({kBatch, 1, 1, 1})).requires_grad_(true);
    const auto slope = torch::autograd::grad({critic->forward(middle).sum()}, {middle}, {}, true, true)[0].flatten(1).norm(2, 1);
    (critic->forward(fake.detach()).mean() - critic->forward(real).mean() + 10 * (slope - 1).square().mean()).backward();
    criticAdam->step();
    generatorAdam->zero_grad();
    (-critic->forward(fake).mean()).backward();
    generatorAdam->step();
  }};
}

}  // namespace ganvas
