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
  EXPECT_TRUE(names.contains("fc-gan") && names.contains("dcgan"));
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
    for (const auto* shared : {"loss", "batch", "d_steps", "lr_g", "lr_d", "beta1", "beta2", "ema", "latent", "size", "channels", "seed", "device", "threads", "steps"})
      EXPECT_TRUE(keys.contains(shared)) << family.info.name << " has no " << shared;
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
  const auto pictures = gan->infer(gan->inputsFrom(torch::randn({3, gan->latentSize()}))).at("samples");
  EXPECT_EQ(pictures.sizes(), (std::vector<std::int64_t>{3, c, side, side}));
  EXPECT_LE(pictures.abs().max().item<float>(), 1.0f);
  EXPECT_EQ(gan->module("discriminator")->network->forward(pictures).sizes(), (std::vector<std::int64_t>{3, 1}));
}

TEST(Dcgan, HasThePapersParameterCounts) {  // counted by hand for 32×32×1, 64 base channels, latent 100
  const auto& family = *findFamily("dcgan");
  const Settings settings(family.schema.resolve({{"size", std::string("32")}, {"channels", std::string("1")}}).value());
  auto gan = makeGan(family, settings, {1, 32, 32, 0}, torch::kCPU);
  EXPECT_EQ(parametersOf(*gan, "generator"), 100 * 4096 + 512 + 256 * 128 * 16 + 256 + 128 * 64 * 16 + 128 + 64 * 16 + 1);
  EXPECT_EQ(parametersOf(*gan, "discriminator"), 64 * 16 + 64 + 64 * 128 * 16 + 256 + 128 * 256 * 16 + 512 + 256 * 16 + 1);
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
  EXPECT_EQ(refused.error().message.rfind("background", 0), 0u);
}

}  // namespace
}  // namespace ganvas
