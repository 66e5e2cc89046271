#include <gtest/gtest.h>

#include <set>

#include "engine/gans/family.hpp"
#include "engine/losses/adversarial.hpp"
#include "engine/tensor/seeds.hpp"
#include "engine/training/trainer.hpp"
#include "tests/training/tiny_runs.hpp"

namespace ganvas {
namespace {

std::int64_t parametersOf(Gan& gan, const std::string& module) {
  std::int64_t count = 0;
  for (const auto& p : gan.module(module)->network->parameters()) count += p.numel();
  return count;
}

TEST(Registry, NamesAreDistinctAndDescribed) {
  std::set<std::string> names;
  for (const auto& family : familyRegistry()) {
    EXPECT_TRUE(names.insert(family.info.name).second);
    EXPECT_FALSE(family.info.title.empty());
    EXPECT_GT(family.info.summary.size(), 20u);
    EXPECT_NE(family.info.paper.find("arXiv"), std::string::npos);
    EXPECT_FALSE(family.info.interactions.empty());
    EXPECT_EQ(findFamily(family.info.name), &family);
  }
  for (const auto* name : {"fc-gan", "dcgan", "cgan", "infogan", "sgan", "pix2pix", "toy2d"}) EXPECT_TRUE(names.contains(name)) << name;
  EXPECT_FALSE(familyNamed("nothing"));
}

TEST(Registry, EverySchemaIsWhole) {
  for (const auto& family : familyRegistry()) {
    std::set<std::string> keys;
    for (const auto& p : family.schema.parameters()) {
      EXPECT_TRUE(keys.insert(p.key).second) << p.key;
      EXPECT_FALSE(p.title.empty() || p.group.empty()) << p.key;
      EXPECT_GT(p.help.size(), 10u) << p.key;
      EXPECT_TRUE(p.check(p.defaultValue)) << p.key;
      EXPECT_EQ(p.type == ParameterType::choice, !p.choices.empty()) << p.key;
      for (const auto& condition : p.enabledIf) EXPECT_NE(family.schema.find(condition.key), nullptr) << p.key;
    }
    for (const auto* shared : {"loss", "batch", "d_steps", "lr_g", "lr_d", "beta1", "beta2", "ema", "latent", "seed", "device", "threads", "steps"})
      EXPECT_TRUE(keys.contains(shared)) << family.info.name << " has no " << shared;
    for (const auto* shared : {"size", "channels"}) EXPECT_NE(keys.contains(shared), test::ofPoints(family.info.name)) << family.info.name << " " << shared;
  }
}

TEST(Registry, SharedParametersMeanTheSameEverywhere) {
  std::map<std::string, const Parameter*> first;
  for (const auto& family : familyRegistry())
    for (const auto& p : family.schema.parameters()) {
      const auto [known, isNew] = first.emplace(p.key, &p);
      if (isNew) continue;
      EXPECT_EQ(known->second->type, p.type) << p.key;
      EXPECT_EQ(known->second->title, p.title) << p.key;
      EXPECT_EQ(known->second->live, p.live) << p.key;
    }
}

struct Shape {
  std::string family, size, channels;
};
class Shapes : public ::testing::TestWithParam<Shape> {};
INSTANTIATE_TEST_SUITE_P(All, Shapes, ::testing::Values(Shape{"dcgan", "28", "1"}, Shape{"dcgan", "32", "3"}, Shape{"dcgan", "64", "3"}, Shape{"dcgan", "128", "1"},
                                                        Shape{"fc-gan", "28", "1"}, Shape{"fc-gan", "32", "3"}),
                         [](const auto& info) { return (info.param.family == "dcgan" ? "dcgan_" : "fc_gan_") + info.param.size + "_" + info.param.channels; });

TEST_P(Shapes, PicturesAndLogitsHaveTheRightShape) {
  const auto& [name, size, channels] = GetParam();
  const int side = std::stoi(size), c = std::stoi(channels);
  auto gan = makeGan(*findFamily(name), test::tinySettings(name, {}, size, channels), {c, side, side, 0}, torch::kCPU);
  const auto pictures = gan->infer(gan->inputsFrom(torch::randn({3, gan->latentSize()}), 0)).at("samples");
  EXPECT_EQ(pictures.sizes(), (std::vector<std::int64_t>{3, c, side, side}));
  EXPECT_LE(pictures.abs().max().item<float>(), 1.0f);
  EXPECT_EQ(gan->module("discriminator")->network->forward(pictures).sizes(), (std::vector<std::int64_t>{3, 1}));
}

TEST(Dcgan, HasThePapersParameterCounts) {  // counted by hand for 32×32×1, 64 base channels, latent 100
  const auto& family = *findFamily("dcgan");
  const Settings settings(family.schema.resolve({{"size", std::string("32")}, {"channels", std::string("1")}, {"norm_d", std::string("batch")}}).value());
  auto gan = makeGan(family, settings, {1, 32, 32, 0}, torch::kCPU);
  EXPECT_EQ(parametersOf(*gan, "generator"), 100 * 4096 + 512 + 256 * 128 * 16 + 256 + 128 * 64 * 16 + 128 + 64 * 16 + 1);
  EXPECT_EQ(parametersOf(*gan, "discriminator"), 64 * 16 + 64 + 64 * 128 * 16 + 256 + 128 * 256 * 16 + 512 + 256 * 16 + 1);
}

TEST(Cgan, TheClassComesInAndGoesRound) {
  for (const auto* form : {"convolutional", "fully_connected"})
    for (const auto* label : {"join", "projection"}) {
      auto gan = makeGan(*findFamily("cgan"), test::tinySettings("cgan", {{"form", std::string(form)}, {"label_d", std::string(label)}, {"norm_d", std::string("none")}}), {1, 28, 28, 3}, torch::kCPU);
      auto inputs = gan->inputsFrom(torch::zeros({5, gan->latentSize()}), 4);
      EXPECT_TRUE(inputs.at("class").equal(torch::tensor({1, 2, 0, 1, 2}, torch::kInt64)));
      const auto pictures = gan->infer(inputs).at("samples");
      EXPECT_TRUE(pictures[0].allclose(pictures[3], 1e-4, 1e-5)) << "the same latent and class";
      EXPECT_FALSE(pictures[0].allclose(pictures[1], 1e-4, 1e-6)) << "another class";
      auto& judge = *gan->module("discriminator")->network;
      EXPECT_TRUE(judge.takesLabels());
      const auto x = torch::ones({2, 1, 28, 28});
      const auto verdict = judge.forward(x, torch::tensor({0, 2}, torch::kInt64));
      EXPECT_FALSE(verdict[0].equal(verdict[1])) << form << " " << label;
    }
}

TEST(Cgan, OneClassIsASentenceBeforeTheStart) {
  const auto& family = *findFamily("cgan");
  DatasetInfo data;
  data.title = "Cats", data.width = data.height = 28, data.channels = 1, data.classNames = {"cat"};
  const auto settled = family.settle(family.schema.defaults(), data);
  ASSERT_FALSE(settled);
  EXPECT_NE(settled.error().message.text().find("only one class"), std::string::npos);
}

TEST(Infogan, CodesGoWhereTheirNamesSay) {
  auto gan = makeGan(*findFamily("infogan"), test::tinySettings("infogan", {{"kinds", std::int64_t{3}}, {"categorical", std::int64_t{2}}, {"continuous", std::int64_t{1}}, {"norm_d", std::string("batch")}}), {1, 28, 28, 0}, torch::kCPU);
  const auto codes = gan->codes();
  ASSERT_EQ(codes.size(), 3u);
  EXPECT_EQ(codes[0].name, "category1");
  EXPECT_EQ(codes[0].kinds, 3);
  EXPECT_EQ(codes[2].name, "code");
  EXPECT_EQ(codes[2].kinds, 0);
  EXPECT_EQ(gan->latentSize(), 6 + 1);
  auto inputs = gan->inputsFrom(torch::zeros({4, 7}), 2);
  EXPECT_TRUE(inputs.at("categories").equal(torch::tensor({{2, 0}, {0, 1}, {1, 1}, {2, 1}}, torch::kInt64)));   // counting in threes, units first
  const float none = std::nanf("");
  const auto drawn = [&](torch::Tensor row) {
    auto with = inputs;
    with["codes"] = row.repeat({4, 1});
    return gan->infer(with).at("samples");
  };
  const auto plain = gan->infer(inputs).at("samples");
  EXPECT_TRUE(drawn(torch::tensor({none, none, none})).equal(plain)) << "nothing asked, nothing changed";
  EXPECT_TRUE(drawn(torch::tensor({none, none, 0.0F})).allclose(plain, 1e-5, 1e-6)) << "a latent of zero is a code of zero";
  const auto second = drawn(torch::tensor({1.0F, 1.0F, none}));
  EXPECT_TRUE(second[2].allclose(plain[2], 1e-5, 1e-6)) << "number 4 is made of kinds 1 and 1";
  EXPECT_FALSE(second[0].allclose(plain[0], 1e-4, 1e-6));
  const auto read = gan->infer({{"image", plain}}).at("categories");
  EXPECT_EQ(read.sizes(), (std::vector<std::int64_t>{4, 3}));
  EXPECT_TRUE(read.sum(1).allclose(torch::ones({4})));
}

TEST(Infogan, WithoutCodesIsASentence) {
  const auto& family = *findFamily("infogan");
  auto values = family.schema.defaults();
  values["categorical"] = values["continuous"] = std::int64_t{0};
  EXPECT_FALSE(family.settle(values, DatasetInfo{}));
}

// "Generated" is one more class with logit 0, so D = Z / (Z + 1): for one class D is the plain sigmoid.
TEST(Sgan, NamesPicturesAndJudgesThem) {
  auto gan = makeGan(*findFamily("sgan"), test::tinySettings("sgan", {{"form", std::string("fully_connected")}}), {1, 28, 28, 4}, torch::kCPU);
  const auto named = gan->infer({{"image", torch::rand({3, 1, 28, 28}) * 2 - 1}}).at("classes");
  EXPECT_EQ(named.sizes(), (std::vector<std::int64_t>{3, 4}));
  EXPECT_TRUE(named.sum(1).allclose(torch::ones({3})));
}

TEST(Conditioning, ContradictionsAreSentencesAtTheirField) {
  const auto& family = *findFamily("dcgan");
  DatasetInfo data;
  data.width = data.height = 28, data.channels = 1;
  const auto settle = [&](Values more) {
    auto values = family.schema.defaults();
    for (auto& [key, value] : more) values[key] = value;
    return family.settle(values, data);
  };
  EXPECT_EQ(std::get<std::string>(settle({}).value().at("norm_d")), "batch");
  EXPECT_EQ(std::get<std::string>(settle({{"loss", std::string("wgan-gp")}}).value().at("norm_d")), "layer");
  EXPECT_EQ(std::get<std::string>(settle({{"r1", 1.0}}).value().at("norm_d")), "layer");
  const auto norm = settle({{"loss", std::string("r3gan")}, {"norm_d", std::string("batch")}});
  ASSERT_FALSE(norm);
  EXPECT_EQ(norm.error().message.text().rfind("norm_d ", 0), 0u) << norm.error().message;
  const auto packs = settle({{"pack", std::string("4")}, {"batch", std::int64_t{66}}});
  ASSERT_FALSE(packs);
  EXPECT_EQ(packs.error().message.text().rfind("batch ", 0), 0u) << packs.error().message;
}

TEST(Curves, GuidesAreThoseOfTheLossInUse) {
  const auto& family = *findFamily("dcgan");
  const auto guideOf = [&](const char* loss, const char* tag, double smoothing) {
    const Settings settings(family.schema.resolve({{"loss", std::string(loss)}, {"label_smoothing", smoothing}}).value());
    for (const auto& series : family.series(settings))
      if (series.tag == tag) return series.guides.empty() ? std::nan("") : series.guides.front().second;
    return std::nan("");
  };
  EXPECT_NEAR(guideOf("nonsaturating", "loss_d", 0), std::log(4.0), 1e-9);
  EXPECT_NEAR(guideOf("nonsaturating", "loss_g", 0), std::log(2.0), 1e-9);
  EXPECT_NEAR(guideOf("minimax", "loss_g", 0), -std::log(2.0), 1e-9);
  EXPECT_TRUE(std::isnan(guideOf("nonsaturating", "loss_d", 0.1))) << "with smoothing the optimum is another one";
  EXPECT_NEAR(guideOf("minimax", "value", 0), -std::log(4.0), 1e-9);
  EXPECT_TRUE(std::isnan(guideOf("hinge", "value", 0))) << "no probabilities, no V(D,G)";
}

TEST(Settling, AutoFollowsTheData) {
  const auto& family = *findFamily("dcgan");
  DatasetInfo data;
  data.width = data.height = 28, data.channels = 1;
  const auto values = family.settle(family.schema.defaults(), data).value();
  EXPECT_EQ(std::get<std::string>(values.at("size")), "28");
  EXPECT_EQ(std::get<std::string>(values.at("channels")), "1");
  data.width = 640, data.height = 480, data.channels = 3;
  EXPECT_EQ(std::get<std::string>(family.settle(family.schema.defaults(), data).value().at("size")), "64");
  data.width = data.height = 30;
  EXPECT_EQ(std::get<std::string>(family.settle(family.schema.defaults(), data).value().at("size")), "32");
  auto bad = family.schema.defaults();
  bad["background"] = std::string("white");
  const auto refused = family.settle(bad, data);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.text().rfind("background", 0), 0u);
}

}  // namespace
}  // namespace ganvas
