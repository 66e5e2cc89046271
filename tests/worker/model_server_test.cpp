// Every family's networks answer what their panels ask, as they are before any training.
#include "engine/worker/model_server.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/data/point_target.hpp"
#include "tests/training/tiny_runs.hpp"

namespace ganvas {
namespace {

/// Small pictures of three classes, or points.
DataShape shapeFor(const std::string& family) {
  if (!test::ofPoints(family)) return {1, test::sideFor(family), test::sideFor(family), 3};
  return {3, 64, 64, 0, std::make_shared<const PointTarget>(pointTarget("gauss2"))};
}

class Answers : public ::testing::TestWithParam<std::string> {
 protected:
  Answers() {
    const auto gan = makeGan(family_, settings_, shape_, torch::kCPU);
    auto weights = weightsOf(*gan);
    for (auto& [name, tensor] : weights) tensor = tensor.clone();
    box_->put(std::make_shared<const Snapshot>(Snapshot{7, weights, weights}));
    ModelInfo info;
    info.family = family_.info;
    info.classNames = {"a", "b", "c"};
    server_ = std::make_unique<ModelServer>(family_, settings_, shape_, torch::kCPU, std::move(info), box_, 1);
  }
  InferenceResult ask(std::map<std::string, InferenceInput> inputs) {
    InferenceRequest request;
    request.revision = ++revision_;
    request.inputs = std::move(inputs);
    server_->request(std::move(request));
    for (int i = 0; i < 2000; ++i) {
      if (auto result = server_->take(); result && result->revision == revision_) return *result;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    ADD_FAILURE() << "no answer";
    return {};
  }
  bool offers(const std::string& interaction) const {
    const auto& all = family_.info.interactions;
    return std::find(all.begin(), all.end(), interaction) != all.end();
  }
  static std::vector<LatentRecipe> latents(std::uint32_t count) {
    std::vector<LatentRecipe> all;
    for (std::uint32_t i = 0; i < count; ++i) all.push_back({{1, i}, {1, i}, 0, {}});
    return all;
  }

  const Family& family_ = *findFamily(GetParam());
  Settings settings_ = test::tinySettings(GetParam());
  const DataShape shape_ = shapeFor(GetParam());
  std::shared_ptr<SnapshotBox> box_ = std::make_shared<SnapshotBox>();
  std::unique_ptr<ModelServer> server_;
  std::uint64_t revision_ = 0;
};
INSTANTIATE_TEST_SUITE_P(Registry, Answers, ::testing::ValuesIn(test::familyNames()), [](const auto& info) { return test::asTestName(info.param); });

TEST_P(Answers, LatentsBecomePicturesAndDirectionsAreFound) {
  if (offers("sketch")) GTEST_SKIP() << "it paints drawings";
  const auto result = ask({{"latent", latents(5)}});
  ASSERT_FALSE(result.error) << result.error->message << result.error->detail;
  EXPECT_EQ(result.step, 7);
  EXPECT_EQ(result.images.at("samples").count, shape_.target ? 1 : 5) << "points lie in one picture";
  const auto info = server_->info();
  EXPECT_GT(info.latentSize, 0);
  EXPECT_FALSE(info.directionShares.empty());
}

TEST_P(Answers, WhatTheFamilyOffersIsAnswered) {
  if (offers("class")) {
    const auto result = ask({{"latent", latents(3)}, {"class", std::vector<std::int64_t>{0, 1, 2}}});
    ASSERT_FALSE(result.error) << result.error->message;
    EXPECT_EQ(result.images.at("samples").count, 3);
  }
  if (offers("codes")) {
    ask({{"latent", latents(1)}});   // the codes are known once the networks are built
    const auto codes = server_->info().codes;
    ASSERT_FALSE(codes.empty());
    const auto result = ask({{"latent", latents(2)}, {"codes", std::vector<double>(2 * codes.size(), 0.0)}});
    ASSERT_FALSE(result.error) << result.error->message;
    EXPECT_EQ(result.images.at("samples").count, 2);
  }
  if (offers("classify")) {
    const auto white = std::make_shared<std::vector<std::uint8_t>>(40 * 40 * 4, 255);
    const auto result = ask({{"image", Frame{40, 40, white}}});
    ASSERT_FALSE(result.error) << result.error->message;
    const auto& shares = result.lists.at("classes");
    ASSERT_EQ(shares.size(), 3u);
    EXPECT_NEAR(shares[0] + shares[1] + shares[2], 1, 1e-5);
  }
  if (offers("sketch")) {
    const auto paper = std::make_shared<std::vector<std::uint8_t>>(64 * 64 * 4, 255);
    for (std::size_t i = 64 * 32 * 4; i < 64 * 34 * 4; ++i) (*paper)[i] = 0;   // a line across
    const auto result = ask({{"latent", latents(3)}, {"sketch", Frame{64, 64, paper}}, {"opinion", std::vector<double>{1}}});
    ASSERT_FALSE(result.error) << result.error->message;
    EXPECT_EQ(result.images.at("samples").count, 3);
    EXPECT_EQ(result.images.at("opinion").count, 3);
    const auto without = ask({{"latent", latents(1)}});
    ASSERT_TRUE(without.error);
    EXPECT_NE(without.error->message.text().find("drawing"), std::string::npos);
  }
  if (offers("field")) {
    const auto result = ask({{"view", std::vector<double>{-2, 2, -2, 2, 16, 8}}, {"count", std::vector<double>{50}}});
    ASSERT_FALSE(result.error) << result.error->message;
    for (const auto* name : {"d", "d_star", "p_data", "p_g"}) EXPECT_EQ(result.lists.at(name).size(), 16u * 8u) << name;
    for (const auto* name : {"fake", "real", "gradients"}) EXPECT_EQ(result.lists.at(name).size(), 100u) << name;
    EXPECT_TRUE(ask({{"view", std::vector<double>{1, -1, 0, 1, 16, 8}}}).error) << "a view inside out";
  }
}

TEST_P(Answers, WhatItDoesNotOfferIsASentence) {
  for (const auto& [name, input] : std::map<std::string, InferenceInput>{{"text", std::string("a cat")}, {"class", std::vector<std::int64_t>{1}}, {"codes", std::vector<double>{1}}}) {
    if ((name == "class" && offers("class")) || (name == "codes" && offers("codes"))) continue;
    const auto result = ask({{"latent", latents(1)}, {name, input}});
    ASSERT_TRUE(result.error) << name;
    EXPECT_EQ(result.error->kind, ErrorKind::usage);
    EXPECT_NE(result.error->message.text().find(name), std::string::npos) << result.error->message;
  }
}

}  // namespace
}  // namespace ganvas
