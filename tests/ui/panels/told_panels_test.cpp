// The panels of generators that are told something, and of discriminators that name things: what they ask, what they show.
#include <gtest/gtest.h>

#include <QComboBox>
#include <QListWidget>
#include <algorithm>
#include <cmath>

#include "tests/ui/panels/scripted_model.hpp"
#include "ui/panels/class_panel.hpp"
#include "ui/panels/classify_panel.hpp"
#include "ui/panels/codes_panel.hpp"
#include "ui/panels/compared_view.hpp"
#include "ui/panels/draw_pad.hpp"
#include "ui/panels/model_header.hpp"
#include "ui/panels/neighbours_panel.hpp"
#include "ui/panels/tile_view.hpp"

namespace ganvas::test {
namespace {

class ToldPanels : public ::testing::Test {
 protected:
  ToldPanels() : model(std::make_shared<ScriptedModel>()), engine(std::make_shared<ScriptedEngine>(model)), bridge(engine) {
    model->facts.classNames = {"cat", "dog", "owl"};
    model->facts.codes = {{"category", 4}, {"code1", 0}, {"code2", 0}};
    model->facts.hasEma = true;
    model->answer = greyTiles;
  }
  template <class Panel>
  std::unique_ptr<Panel> shown() {
    auto panel = std::make_unique<Panel>(bridge);
    panel->resize(900, 600);
    panel->show();
    bridge.openModel(QStringLiteral("anywhere"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return bridge.model() != nullptr; }));
    QTest::qWait(120);
    return panel;
  }
  template <class T>
  const T& last(const std::string& input) const { return std::get<T>(model->asked.back().inputs.at(input)); }

  std::shared_ptr<ScriptedModel> model;
  std::shared_ptr<ScriptedEngine> engine;
  ui::Bridge bridge;
};

TEST_F(ToldPanels, AllClassesStandSideBySideFromTheSameLatents) {
  const auto panel = shown<ui::ClassPanel>();
  ASSERT_FALSE(model->asked.empty());
  const auto& classes = last<std::vector<std::int64_t>>("class");
  const auto& latents = last<std::vector<LatentRecipe>>("latent");
  ASSERT_EQ(classes.size(), latents.size());
  EXPECT_EQ(model->asked.back().columns, 3);
  for (std::size_t i = 0; i < classes.size(); ++i) {
    EXPECT_EQ(classes[i], static_cast<std::int64_t>(i % 3));
    EXPECT_EQ(latents[i].from, latents[i - i % 3].from) << "one latent a row";
  }
  EXPECT_EQ(panel->view().grid().columns, 3);
}

TEST_F(ToldPanels, AveragedAndLiveWeightsStandSideBySide) {
  const auto panel = shown<ui::ClassPanel>();
  EXPECT_FALSE(panel->compared().live().isVisible());
  EXPECT_TRUE(std::all_of(model->asked.begin(), model->asked.end(), [](const auto& asked) { return asked.weights == Weights::ema; }));
  model->asked.clear();
  panel->header().setComparing(true);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->compared().live().grid().empty(); }));
  EXPECT_TRUE(panel->compared().live().isVisible());
  ASSERT_EQ(model->asked.size(), 2u);
  EXPECT_NE(model->asked[0].weights, model->asked[1].weights);
  EXPECT_EQ(std::get<std::vector<LatentRecipe>>(model->asked[0].inputs.at("latent"))[1].from, std::get<std::vector<LatentRecipe>>(model->asked[1].inputs.at("latent"))[1].from);
  panel->header().setWeights(Weights::live);
  EXPECT_FALSE(panel->compared().live().isVisible());
}

TEST_F(ToldPanels, OneClassIsDrawnFromManyLatents) {
  const auto panel = shown<ui::ClassPanel>();
  auto* list = panel->findChild<QListWidget*>();
  ASSERT_EQ(list->count(), 4);
  EXPECT_EQ(list->item(2)->text(), QStringLiteral("dog"));
  list->setCurrentRow(2);
  QTest::qWait(80);
  for (const auto k : last<std::vector<std::int64_t>>("class")) EXPECT_EQ(k, 1);
  const auto& latents = last<std::vector<LatentRecipe>>("latent");
  EXPECT_NE(latents[0].from, latents[1].from);
}

TEST_F(ToldPanels, CodesVaryByRowAndColumn) {
  const auto panel = shown<ui::CodesPanel>();
  const auto& codes = last<std::vector<double>>("codes");
  ASSERT_EQ(codes.size(), 4u * 9 * 3) << "four kinds by nine values of the first number, three codes each";
  const auto at = [&](int row, int column, int code) { return codes[static_cast<std::size_t>((row * 9 + column) * 3 + code)]; };
  EXPECT_DOUBLE_EQ(at(3, 0, 0), 3);
  EXPECT_DOUBLE_EQ(at(0, 0, 1), -2);
  EXPECT_DOUBLE_EQ(at(2, 8, 1), 2);
  EXPECT_DOUBLE_EQ(at(2, 8, 2), 0);
  panel->setCode(2, 1.5);
  QTest::qWait(80);
  EXPECT_DOUBLE_EQ(last<std::vector<double>>("codes")[2], 1.5);
  panel->setAxes(-1, 2);   // rows are latents
  QTest::qWait(80);
  const auto& latents = last<std::vector<LatentRecipe>>("latent");
  EXPECT_EQ(latents[0].from, latents[8].from);
  EXPECT_NE(latents[0].from, latents[9].from);
  EXPECT_EQ(model->asked.back().columns, 9);
}

TEST_F(ToldPanels, WhatIsDrawnIsNamed) {
  model->answer = [](const InferenceRequest& request) {
    InferenceResult result;
    EXPECT_TRUE(request.inputs.contains("image"));
    result.lists["classes"] = {0.1, 0.2, 0.7};
    result.lists["classes_alone"] = {0.1, 0.8, 0.1};
    return result;
  };
  const auto panel = shown<ui::ClassifyPanel>();
  EXPECT_TRUE(model->asked.empty()) << "nothing is drawn, nothing is asked";
  panel->pad().line({0.2, 0.2}, {0.2, 0.6});
  EXPECT_TRUE(QTest::qWaitFor([&] { return panel->answer() == QStringLiteral("owl"); }));
  const auto labels = panel->findChildren<QLabel*>();
  EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) { return label->text().contains(QStringLiteral("labels alone says dog")); }));
  panel->pad().clear();
  QTest::qWait(80);
  EXPECT_NE(panel->answer(), QStringLiteral("owl"));
}

// As MNIST's pictures were made: the longer side of the ink is 20/28 of the picture, the centre of mass in the middle.
TEST_F(ToldPanels, DrawingsAreCentredAndScaled) {
  ui::DrawPad pad;
  EXPECT_TRUE(pad.picture().empty());
  pad.line({0.1, 0.1}, {0.1, 0.3});
  const auto picture = pad.picture();
  double mass = 0, x = 0, y = 0;
  int top = picture.height, bottom = 0;
  for (int row = 0; row < picture.height; ++row)
    for (int column = 0; column < picture.width; ++column) {
      const double value = (*picture.bgra)[static_cast<std::size_t>(row * picture.width + column) * 4];
      mass += value, x += value * (column + 0.5), y += value * (row + 0.5);
      if (value > 127) top = std::min(top, row), bottom = std::max(bottom, row);
    }
  EXPECT_NEAR(x / mass / picture.width, 0.5, 0.01);
  EXPECT_NEAR(y / mass / picture.height, 0.5, 0.01);
  EXPECT_NEAR((bottom - top + 1.0) / picture.height, 20.0 / 28, 0.02);
}

TEST_F(ToldPanels, APictureThatCannotBeOpenedIsASentence) {
  const auto panel = shown<ui::ClassifyPanel>();
  QString said;
  QObject::connect(&bridge, &ui::Bridge::failed, panel.get(), [&](const QString& sentence) { said = sentence; });
  panel->openPicture(QStringLiteral("/nowhere/cat.png"));
  EXPECT_TRUE(said.contains(QStringLiteral("cat.png"))) << said.toStdString();
}

TEST_F(ToldPanels, NeighboursSayWhetherPicturesAreLearntByHeart) {
  const auto panel = shown<ui::NeighboursPanel>();
  panel->look();
  EXPECT_TRUE(QTest::qWaitFor([&] { return !panel->view().grid().empty(); }));
  EXPECT_EQ(panel->view().grid().rows, 2);
  // The fake's nearest lies at 0.100, real ones at 0.150: not less than half.
  EXPECT_TRUE(panel->said().contains(QStringLiteral("0.100")) && panel->said().contains(QStringLiteral("0.150"))) << panel->said().toStdString();
}

}  // namespace
}  // namespace ganvas::test
