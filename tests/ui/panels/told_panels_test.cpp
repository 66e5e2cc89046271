// The panels of generators that are told something, and of discriminators that name things: what they ask, what they show.
#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMouseEvent>
#include <QSlider>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>

#include "tests/ui/panels/scripted_model.hpp"
#include "ui/panels/class_panel.hpp"
#include "ui/panels/classify_panel.hpp"
#include "ui/panels/codes_panel.hpp"
#include "ui/panels/compared_view.hpp"
#include "ui/panels/draw_pad.hpp"
#include "ui/panels/latent_panel.hpp"
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
    // As the page does that holds it.
    QObject::connect(&bridge, &ui::Bridge::modelChanged, panel.get(), [this, told = panel.get()] { told->setModel(bridge.model()); });
    panel->resize(900, 600);
    panel->show();
    bridge.openModel(QStringLiteral("anywhere"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return bridge.model() != nullptr; }));
    return panel;
  }
  /// With its first pictures.
  template <class Panel>
  std::unique_ptr<Panel> drawn() {
    auto panel = shown<Panel>();
    EXPECT_TRUE(QTest::qWaitFor([&] { return !panel->view().grid().empty(); }));
    return panel;
  }
  bool waitForRequests(std::size_t count) {
    return QTest::qWaitFor([this, count] { return model->asked.size() >= count; });
  }
  static InferenceResult owl(const InferenceRequest&) {
    InferenceResult result;
    result.lists["classes"] = {0.1, 0.2, 0.7};
    return result;
  }
  /// Labels of the panel that hold these words.
  static bool says(const QWidget& panel, const QString& words) {
    const auto labels = panel.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->text().contains(words); });
  }
  template <class T>
  const T& last(const std::string& input) const { return std::get<T>(model->asked.back().inputs.at(input)); }

  std::shared_ptr<ScriptedModel> model;
  std::shared_ptr<ScriptedEngine> engine;
  ui::Bridge bridge;
};

TEST_F(ToldPanels, AllClassesStandSideBySideFromTheSameLatents) {
  const auto panel = drawn<ui::ClassPanel>();
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
  const auto panel = drawn<ui::ClassPanel>();
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
  const auto panel = drawn<ui::ClassPanel>();
  auto* list = panel->findChild<QListWidget*>();
  ASSERT_EQ(list->count(), 4);
  EXPECT_EQ(list->item(2)->text(), QStringLiteral("dog"));
  model->asked.clear();
  list->setCurrentRow(2);
  ASSERT_TRUE(waitForRequests(1));
  for (const auto k : last<std::vector<std::int64_t>>("class")) EXPECT_EQ(k, 1);
  const auto& latents = last<std::vector<LatentRecipe>>("latent");
  EXPECT_NE(latents[0].from, latents[1].from);
}

TEST_F(ToldPanels, CodesVaryByRowAndColumn) {
  const auto panel = drawn<ui::CodesPanel>();
  const auto codes = last<std::vector<double>>("codes");
  ASSERT_EQ(codes.size(), 4u * 9 * 3) << "four kinds by nine values of the first number, three codes each";
  const auto at = [&](int row, int column, int code) { return codes[static_cast<std::size_t>((row * 9 + column) * 3 + code)]; };
  EXPECT_DOUBLE_EQ(at(3, 0, 0), 3);
  EXPECT_DOUBLE_EQ(at(0, 0, 1), -2);
  EXPECT_DOUBLE_EQ(at(2, 8, 1), 2);
  EXPECT_DOUBLE_EQ(at(2, 8, 2), 0);
  model->asked.clear();
  panel->setCode(2, 1.5);
  ASSERT_TRUE(waitForRequests(1));
  EXPECT_DOUBLE_EQ(last<std::vector<double>>("codes")[2], 1.5);
  panel->setAxes(-1, 2);   // rows are latents
  ASSERT_TRUE(waitForRequests(2));
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
  EXPECT_TRUE(says(*panel, QStringLiteral("labels alone says dog")));
  panel->pad().clear();
  EXPECT_NE(panel->answer(), QStringLiteral("owl"));
}

TEST_F(ToldPanels, AnOpenedPictureIsShownAndNamedUntilOneDraws) {
  model->answer = owl;
  const auto panel = shown<ui::ClassifyPanel>();
  QTemporaryDir folder;
  QImage orange(40, 20, QImage::Format_RGB32);
  orange.fill(QColor(255, 128, 0));
  ASSERT_TRUE(orange.save(folder.filePath("orange.png")));
  panel->openPicture(folder.filePath("orange.png"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel->answer() == QStringLiteral("owl"); }));
  EXPECT_EQ(last<Frame>("image").width, 40);
  EXPECT_EQ(last<Frame>("image").height, 20);
  const auto middle = [&] { return panel->pad().grab().toImage().pixelColor(panel->pad().width() / 2, panel->pad().height() / 2); };
  EXPECT_EQ(middle(), QColor(255, 128, 0));
  model->answer = nullptr;
  panel->pad().line({0.2, 0.2}, {0.2, 0.6});
  EXPECT_NE(panel->answer(), QStringLiteral("owl")) << "that was said of the picture";
  EXPECT_NE(middle(), QColor(255, 128, 0));
  EXPECT_NE(last<Frame>("image").width, 40);
}

TEST_F(ToldPanels, WhatIsSaidOfADrawingIsNotSaidOfThePictureOpenedAfterIt) {
  model->answer = nullptr;
  const auto panel = shown<ui::ClassifyPanel>();
  panel->pad().line({0.2, 0.2}, {0.2, 0.6});
  ASSERT_EQ(model->asked.size(), 1U);
  QImage grey(30, 30, QImage::Format_RGB32);
  grey.fill(Qt::gray);
  panel->pad().showPicture(grey);
  model->answerLast(owl);   // of the drawing
  ASSERT_TRUE(waitForRequests(2));
  EXPECT_NE(panel->answer(), QStringLiteral("owl"));
  EXPECT_EQ(last<Frame>("image").width, 30);
  model->answerLast(owl);   // of the picture
  EXPECT_TRUE(QTest::qWaitFor([&] { return panel->answer() == QStringLiteral("owl"); }));
}

TEST_F(ToldPanels, AnErrorTakesTheLastAnswerAway) {
  model->answer = owl;
  const auto panel = shown<ui::ClassifyPanel>();
  const auto nothing = panel->answer();
  panel->pad().line({0.2, 0.2}, {0.2, 0.6});
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel->answer() == QStringLiteral("owl"); }));
  model->answer = [](const InferenceRequest&) {
    InferenceResult result;
    result.error = Error{ErrorKind::memory, Sentence("There is not enough memory for this."), {}};
    return result;
  };
  panel->pad().line({0.2, 0.6}, {0.6, 0.6});
  EXPECT_TRUE(QTest::qWaitFor([&] { return says(*panel, QStringLiteral("not enough memory")); }));
  EXPECT_EQ(panel->answer(), nothing);
}

TEST_F(ToldPanels, TheMarginBesideThePadIsNotDrawnOn) {
  ui::DrawPad pad;
  pad.resize(400, 200);
  pad.show();
  const auto mouse = [&](QEvent::Type type, QPointF at) {
    QMouseEvent event(type, at, pad.mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&pad, &event);
  };
  mouse(QEvent::MouseButtonPress, {20, 100});
  EXPECT_TRUE(pad.blank());
  mouse(QEvent::MouseMove, {200, 100});   // a drag that began beside it
  EXPECT_TRUE(pad.blank());
  EXPECT_TRUE(pad.picture().empty());
  mouse(QEvent::MouseButtonPress, {200, 100});
  EXPECT_FALSE(pad.blank());
  EXPECT_FALSE(pad.picture().empty());
  pad.clear();
  pad.line({2, 2}, {3, 3});   // whoever draws by other means
  EXPECT_TRUE(pad.picture().empty());
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
  QObject::connect(&bridge, &ui::Bridge::failed, panel.get(), [&](const ui::Words& sentence) { said = sentence(); });
  panel->pad().line({0.2, 0.2}, {0.2, 0.6});
  panel->openPicture(QStringLiteral("/nowhere/cat.png"));
  EXPECT_TRUE(QTest::qWaitFor([&] { return said.contains(QStringLiteral("cat.png")); })) << said.toStdString();
  EXPECT_FALSE(panel->pad().blank()) << "what was drawn stays";
}

TEST_F(ToldPanels, NeighboursSayWhetherPicturesAreLearntByHeart) {
  const auto panel = shown<ui::NeighboursPanel>();
  panel->look();
  EXPECT_TRUE(QTest::qWaitFor([&] { return !panel->view().grid().empty(); }));
  EXPECT_EQ(panel->view().grid().rows, 2);
  // The fake's nearest lies at 0.100, real ones at 0.150: not less than half.
  EXPECT_TRUE(panel->said().contains(QStringLiteral("0.100")) && panel->said().contains(QStringLiteral("0.150"))) << panel->said().toStdString();
  EXPECT_TRUE(says(*panel, QLocale().toString(4000))) << "the step of the networks that the fake looks at";
}

// ---- what the panels share ----------------------------------------------------------------------------------------------------

TEST_F(ToldPanels, TheSameNetworksAgainChangeNothing) {
  const auto classes = drawn<ui::ClassPanel>();
  const auto asked = model->asked.size();
  classes->setModel(bridge.model());
  EXPECT_FALSE(classes->view().grid().empty());
  EXPECT_EQ(model->asked.size(), asked);
  const auto neighbours = shown<ui::NeighboursPanel>();
  neighbours->setModel(bridge.model());
  neighbours->look();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !neighbours->view().grid().empty(); }));
  neighbours->setModel(bridge.model());
  EXPECT_FALSE(neighbours->view().grid().empty());
  classes->hide();   // two that ask at once would take each other's turns
  model->answer = owl;
  const auto classify = shown<ui::ClassifyPanel>();
  classify->pad().line({0.2, 0.2}, {0.2, 0.6});
  ASSERT_TRUE(QTest::qWaitFor([&] { return classify->answer() == QStringLiteral("owl"); }));
  classify->setModel(bridge.model());
  EXPECT_EQ(classify->answer(), QStringLiteral("owl"));
}

TEST_F(ToldPanels, HeadingsChangeWithTheirPictures) {
  const auto panel = drawn<ui::CodesPanel>();
  const auto rows = [&] { return panel->view().headings(Qt::Vertical); };
  const QStringList kinds{"0", "1", "2", "3"};
  EXPECT_EQ(rows(), kinds);
  model->answer = nullptr;
  const auto asked = model->asked.size();
  panel->setAxes(-1, 2);
  ASSERT_TRUE(waitForRequests(asked + 1));
  EXPECT_EQ(rows(), kinds) << "the pictures are still those of the kinds";
  model->answerLast(greyTiles);
  EXPECT_TRUE(QTest::qWaitFor([&] { return rows().isEmpty(); }));
}

TEST_F(ToldPanels, CodesGoWithTheirNetworks) {
  const auto panel = drawn<ui::CodesPanel>();
  const auto controls = [](const ui::CodesPanel& of) { return of.findChildren<QComboBox*>().size() + of.findChildren<QSlider*>().size(); };
  EXPECT_EQ(controls(*panel), 5) << "rows, columns, the category and two numbers";
  ui::CodesPanel empty(bridge);
  empty.setModel(nullptr);
  EXPECT_EQ(controls(empty), 0);
  empty.takeOver(*panel);
  panel->setModel(nullptr);
  EXPECT_EQ(controls(*panel), 0);
  empty.takeOver(*panel);
  EXPECT_EQ(controls(empty), 0);
  panel->takeOver(empty);
}

TEST_F(ToldPanels, CodesComeOnceTheNetworksAreBuilt) {
  const auto codes = std::exchange(model->facts.codes, {});
  const auto panel = shown<ui::CodesPanel>();
  ui::CodesPanel other(bridge);
  other.takeOver(*panel);
  EXPECT_TRUE(model->asked.empty());
  model->facts.codes = codes;
  EXPECT_TRUE(waitForRequests(1));
}

TEST_F(ToldPanels, NobodyIsLeftWithBothWeightsWhereThereIsOneKind) {
  const auto panel = drawn<ui::ClassPanel>();
  panel->header().setComparing(true);
  auto plain = std::make_shared<ScriptedModel>();
  plain->facts = model->facts;
  plain->facts.hasEma = false;
  panel->setModel(plain);
  EXPECT_FALSE(panel->header().comparing());
  EXPECT_FALSE(panel->compared().live().isVisible());
}

TEST_F(ToldPanels, APictureThatCannotBeSavedIsSaidByEveryPanel) {
  const auto classes = drawn<ui::ClassPanel>();
  const auto neighbours = shown<ui::NeighboursPanel>();
  const auto latent = shown<ui::LatentPanel>();
  int said = 0;
  QObject::connect(&bridge, &ui::Bridge::failed, &bridge, [&] { ++said; });
  for (auto* view : {&classes->view(), &classes->compared().live(), &neighbours->view(), &latent->gridView(), &latent->bigView()}) view->saveTo(QStringLiteral("/nowhere/at/all.png"), 1);
  EXPECT_EQ(said, 5);
}

TEST_F(ToldPanels, TheKeyboardGoesFromLeftToRight) {
  const auto order = [](QWidget& panel, const QList<QWidget*>& expected) {
    QList<QWidget*> met;
    for (auto* at = panel.nextInFocusChain(); at != &panel; at = at->nextInFocusChain())
      if (expected.contains(at)) met << at;
    return met == expected;
  };
  const auto classes = drawn<ui::ClassPanel>();
  EXPECT_TRUE(order(*classes, {classes->header().findChild<QSpinBox*>(), classes->findChild<QListWidget*>(), &classes->view(), &classes->compared().live()}));
  const auto codes = drawn<ui::CodesPanel>();
  const auto boxes = codes->findChildren<QComboBox*>();
  const auto sliders = codes->findChildren<QSlider*>();
  ASSERT_TRUE(boxes.size() == 3 && sliders.size() == 2);
  EXPECT_TRUE(order(*codes, {codes->header().findChild<QSpinBox*>(), boxes[0], boxes[1], boxes[2], sliders[0], sliders[1], &codes->view()}));
}

}  // namespace
}  // namespace ganvas::test
