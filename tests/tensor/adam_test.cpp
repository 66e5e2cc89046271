// One flat Adam against torch::optim::Adam, and gradients that stay views of the flat buffer.
#include <gtest/gtest.h>

#include <ATen/Parallel.h>
#include <cmath>

#include "engine/tensor/adam.hpp"

namespace ganvas {
namespace {

using torch::Tensor;
using Named = std::vector<std::pair<std::string, Tensor>>;

/// Two layers whose sizes are no multiples of a vector.
Named smallNetwork() {
  torch::manual_seed(3);
  return {{"first.weight", torch::randn({7, 5}).requires_grad_(true)},
          {"first.bias", torch::randn({7}).requires_grad_(true)},
          {"second.weight", torch::randn({1, 7}).requires_grad_(true)}};
}

Tensor loss(const Named& p, const Tensor& x) {
  return torch::tanh(torch::linear(x, p[0].second, p[1].second)).matmul(p[2].second.t()).square().mean();
}

std::vector<Tensor> tensors(const Named& named) {
  std::vector<Tensor> all;
  for (const auto& [name, tensor] : named) all.push_back(tensor);
  return all;
}

double largestDifference(const Named& a, const Named& b) {
  double worst = 0;
  for (std::size_t i = 0; i < a.size(); ++i) worst = std::max(worst, (a[i].second - b[i].second).abs().max().item<double>());
  return worst;
}

bool gradientsAreViews(FlatAdam& adam, const Named& named) {
  const auto flat = adam.flatGradients();
  for (const auto& [name, tensor] : named) {
    const auto* at = tensor.grad().data_ptr<float>();
    if (at < flat.data_ptr<float>() || at >= flat.data_ptr<float>() + flat.numel()) return false;
  }
  return true;
}

void compareWithTorch(double clip) {
  auto reference = smallNetwork(), own = smallNetwork();
  torch::optim::Adam theirs(tensors(reference), torch::optim::AdamOptions(0.01).betas({0.5, 0.999}));
  FlatAdam ours(own, {0.01, 0.5, 0.999, 1e-8});
  for (int step = 0; step < 50; ++step) {
    const auto x = torch::randn({4, 5});
    theirs.zero_grad();
    loss(reference, x).backward();
    ours.zeroGrad();
    loss(own, x).backward();
    if (clip > 0) {
      const double norm = torch::nn::utils::clip_grad_norm_(tensors(reference), clip);
      EXPECT_NEAR(ours.clipGradNorm(clip).item<double>(), norm, 1e-5 * norm);
    }
    if (step == 25) {
      for (auto& group : theirs.param_groups()) static_cast<torch::optim::AdamOptions&>(group.options()).lr(0.002);
      ours.setLearningRate(0.002);
    }
    theirs.step();
    ours.step();
    ASSERT_TRUE(gradientsAreViews(ours, own));
  }
  EXPECT_LT(largestDifference(reference, own), 2e-5);
}

TEST(FlatAdam, agreesWithTorch) { compareWithTorch(0); }
TEST(FlatAdam, agreesWithTorchWhenClipped) { compareWithTorch(0.05); }

// Adam's first step moves every parameter by the learning rate against the sign of its gradient (bias corrections cancel).
TEST(FlatAdam, firstStepIsTheLearningRate) {
  auto p = torch::tensor({1.0f, -2.0f, 3.0f}).requires_grad_(true);
  FlatAdam adam({{"p", p}}, {0.1, 0.9, 0.999, 1e-12});
  (p * torch::tensor({5.0f, -0.001f, 0.0f})).sum().backward();
  adam.step();
  EXPECT_TRUE(torch::allclose(p, torch::tensor({0.9f, -1.9f, 3.0f}), 1e-5, 1e-6)) << p;
}

TEST(FlatAdam, keepsValuesAndMakesParametersViews) {
  const auto before = smallNetwork();
  auto own = smallNetwork();
  FlatAdam adam(own, {});
  EXPECT_EQ(largestDifference(before, own), 0);
  adam.flatParameters().zero_();
  EXPECT_EQ(own[1].second.abs().max().item<float>(), 0);
}

// Convolution weights are laid out channels-last in the buffer; values, shapes and updates are those of torch::optim::Adam all the same.
TEST(FlatAdam, convolutionWeights) {
  torch::manual_seed(6);
  const auto start = torch::randn({5, 3, 4, 4});
  auto reference = start.clone().requires_grad_(true), own = start.clone().requires_grad_(true);
  torch::optim::Adam theirs({reference}, torch::optim::AdamOptions(0.01).betas({0.5, 0.999}));
  FlatAdam ours({{"w", own}}, {0.01, 0.5, 0.999, 1e-8});
  EXPECT_TRUE(own.equal(start));
  EXPECT_TRUE(own.is_contiguous(at::MemoryFormat::ChannelsLast));
  const auto x = torch::randn({2, 3, 8, 8});
  for (int step = 0; step < 20; ++step) {
    theirs.zero_grad();
    torch::conv2d(x, reference, {}, 2, 1).square().sum().backward();
    theirs.step();
    ours.zeroGrad();
    torch::conv2d(x, own, {}, 2, 1).square().sum().backward();
    ASSERT_TRUE(gradientsAreViews(ours, {{"w", own}}));
    ours.step();
  }
  EXPECT_LT(largestDifference({{"w", reference}}, {{"w", own}}), 2e-5);
  EXPECT_EQ(ours.state().at("exp_avg.w").sizes(), start.sizes());
}

TEST(FlatAdam, gradientsStayViews) {
  auto own = smallNetwork();
  FlatAdam adam(own, {});
  const auto x = torch::randn({4, 5});
  EXPECT_TRUE(gradientsAreViews(adam, own));
  own[1].second.sum().backward();                     // two parameters get nothing
  EXPECT_EQ(adam.flatGradients().sum().item<float>(), 7);
  adam.zeroGrad();
  EXPECT_FALSE(own[1].second.grad().defined());
  EXPECT_EQ(adam.flatGradients().abs().sum().item<float>(), 0);
  loss(own, x).backward({}, false, true);             // create_graph: autograd puts new tensors in their place
  const auto gradient = own[0].second.grad().detach().clone();
  EXPECT_TRUE(gradientsAreViews(adam, own));
  EXPECT_TRUE(own[0].second.grad().equal(gradient));
  own[0].second.mutable_grad() = Tensor();            // somebody set it to nothing
  EXPECT_TRUE(gradientsAreViews(adam, own));
  EXPECT_EQ(own[0].second.grad().abs().sum().item<float>(), 0);
}

TEST(FlatAdam, normOfKnownGradients) {
  auto a = torch::zeros({2}).requires_grad_(true), b = torch::zeros({1}).requires_grad_(true);
  FlatAdam adam({{"a", a}, {"b", b}}, {});
  (a * torch::tensor({2.0f, 3.0f})).sum().backward();
  (6 * b).sum().backward();
  EXPECT_FLOAT_EQ(adam.gradNorm().item<float>(), 7);  // 4 + 9 + 36 = 49
  adam.clipGradNorm(3.5);
  EXPECT_NEAR(b.grad().item<float>(), 3, 1e-5);
  b.mutable_grad().fill_(std::nanf(""));
  EXPECT_TRUE(std::isnan(adam.gradNorm().item<float>()));
}

TEST(FlatAdam, doesNotDependOnTheNumberOfThreads) {
  const int before = at::get_num_threads();
  const auto run = [](int threads) {
    at::set_num_threads(threads);
    torch::manual_seed(5);
    auto p = torch::randn({300, 1001}).requires_grad_(true);
    FlatAdam adam({{"p", p}}, {});
    for (int i = 0; i < 3; ++i) {
      p.mutable_grad().copy_(torch::randn({300, 1001}));
      adam.clipGradNorm(1);
      adam.step();
    }
    return std::make_pair(p.detach().clone(), adam.gradNorm());
  };
  const auto one = run(1), three = run(3);
  at::set_num_threads(before);
  EXPECT_TRUE(one.first.equal(three.first));
  EXPECT_TRUE(one.second.equal(three.second));
}

TEST(FlatAdam, stateGoesRound) {
  auto a = smallNetwork(), b = smallNetwork();
  FlatAdam first(a, {}), second(b, {});
  const auto x = torch::randn({4, 5});
  const auto advance = [&](FlatAdam& adam, const Named& p) {
    adam.zeroGrad();
    loss(p, x).backward();
    adam.step();
  };
  for (int i = 0; i < 5; ++i) advance(first, a);
  std::map<std::string, Tensor> saved;
  for (const auto& [name, tensor] : first.state()) saved[name] = tensor.clone();
  EXPECT_EQ(saved.size(), 7u);
  EXPECT_EQ(saved.at("exp_avg.first.weight").sizes(), a[0].second.sizes());
  ASSERT_TRUE(second.loadState(saved).ok());
  {
    torch::NoGradGuard noGrad;
    for (std::size_t i = 0; i < a.size(); ++i) b[i].second.copy_(a[i].second);
  }
  for (int i = 0; i < 5; ++i) advance(first, a), advance(second, b);
  EXPECT_EQ(largestDifference(a, b), 0);
}

TEST(FlatAdam, wrongStateIsASentenceAndChangesNothing) {
  auto own = smallNetwork();
  FlatAdam adam(own, {});
  const auto expectRefused = [&](std::map<std::string, Tensor> state, const std::string& name) {
    const auto result = adam.loadState(state);
    ASSERT_FALSE(result.ok());
    EXPECT_NE(result.error().message.text().find(name), std::string::npos) << result.error().message;
    EXPECT_EQ(adam.state().at("exp_avg.first.bias").abs().sum().item<float>(), 0);
  };
  std::map<std::string, Tensor> good;
  for (const auto& [name, tensor] : adam.state()) good[name] = tensor.clone();
  good["exp_avg.first.bias"] += 1;
  auto bad = good;
  bad.erase("exp_avg_sq.first.bias");
  expectRefused(bad, "exp_avg_sq.first.bias");
  bad = good;
  bad["exp_avg.second.weight"] = torch::zeros({7});
  expectRefused(bad, "exp_avg.second.weight");
  bad = good;
  bad["exp_avg.third.weight"] = torch::zeros({7});
  expectRefused(bad, "exp_avg.third.weight");
}

// A step that is looked ahead to is the step that would be taken, and what it depends on gets its gradient.
TEST(AdamLookahead, IsTheStepThatWouldBeTaken) {
  const auto made = [] {
    torch::manual_seed(6);
    return std::vector<std::pair<std::string, torch::Tensor>>{{"a", torch::randn({3, 2}).requires_grad_(true)}, {"b", torch::randn({5}).requires_grad_(true)}};
  };
  const auto lossOf = [](const std::vector<torch::Tensor>& p, const torch::Tensor& c) { return (p[0].square().sum() * c + (p[1] * c).sin().sum()); };
  auto named = made();
  FlatAdam adam(named, {0.05, 0.5, 0.9, 1e-8});
  const auto c = torch::full({}, 0.7F).requires_grad_(true);
  const std::vector<torch::Tensor> own{named[0].second, named[1].second};
  lossOf(own, c.detach()).backward();
  adam.step();   // some moments to begin with
  AdamLookahead ahead(adam);
  for (int i = 0; i < 2; ++i) ahead.step(lossOf(ahead.parameters(), c));
  const auto expected = ahead.parameters();
  for (int i = 0; i < 2; ++i) {
    adam.zeroGrad();
    lossOf(own, c.detach()).backward();
    adam.step();
  }
  for (std::size_t i = 0; i < own.size(); ++i) EXPECT_TRUE(expected[i].detach().allclose(own[i].detach(), 1e-4, 1e-5));
  const auto slope = torch::autograd::grad({expected[0].sum() + expected[1].sum()}, {c})[0].item<double>();
  const auto at = [&](float value) {
    auto again = made();
    FlatAdam optimizer(again, {0.05, 0.5, 0.9, 1e-8});
    const std::vector<torch::Tensor> p{again[0].second, again[1].second};
    lossOf(p, torch::full({}, 0.7F)).backward();
    optimizer.step();
    for (int i = 0; i < 2; ++i) {
      optimizer.zeroGrad();
      lossOf(p, torch::full({}, value)).backward();
      optimizer.step();
    }
    return (p[0].sum() + p[1].sum()).item<double>();
  };
  EXPECT_NEAR(slope, (at(0.71F) - at(0.69F)) / 0.02, 0.02 * std::abs(slope) + 2e-3);
}

}  // namespace
}  // namespace ganvas
