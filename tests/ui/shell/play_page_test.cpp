// Whose networks the play page uses, and that its panels stay as they were left: behind another page and in another language.
#include <QCheckBox>
#include <QTabBar>
#include <QTest>
#include <atomic>
#include <chrono>
#include <thread>

#include "tests/ui/panels/scripted_model.hpp"
#include "tests/ui/shell/window_fixture.hpp"
#include "ui/panels/class_panel.hpp"
#include "ui/panels/classify_panel.hpp"
#include "ui/panels/codes_panel.hpp"
#include "ui/panels/draw_pad.hpp"
#include "ui/panels/model_header.hpp"
#include "ui/panels/neighbours_panel.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/shell/language.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/nav_bar.hpp"
#include "ui/shell/play_page.hpp"
#include "ui/sketch/sketch_canvas.hpp"

namespace ganvas::test {
namespace {

using ui::Language;
using ui::MainWindow;

/// Looks for neighbours when a test lets it.
class PatientEngine : public ScriptedEngine {
 public:
  using ScriptedEngine::ScriptedEngine;
  std::shared_ptr<Job<Neighbours>> neighbours(NeighboursRequest request) override {
    ++searches;
    return Job<Neighbours>::start([may = may, found = ScriptedEngine::neighbours(request)](JobContext& context) -> Result<Neighbours> {
      while (!*may && !context.stopped()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
      return found->wait();
    });
  }
  std::shared_ptr<std::atomic<bool>> may = std::make_shared<std::atomic<bool>>(true);
  int searches = 0;   // GUI thread only
};

class PlayPageTest : public WindowTest {
 protected:
  PlayPageTest() : PlayPageTest(FakeEngine().runsFolder() + "/dcgan-fashion-mnist-3") {}
  explicit PlayPageTest(const std::string& run) : PlayPageTest(run, manifoldModel(run)) {}
  PlayPageTest(const std::string& run, const std::shared_ptr<ScriptedModel>& model) : PlayPageTest(run, model, std::make_shared<PatientEngine>(model)) {}
  PlayPageTest(std::string run, std::shared_ptr<ScriptedModel> model, const std::shared_ptr<PatientEngine>& engine)
      : WindowTest(engine), run(std::move(run)), model(std::move(model)), engine(engine) {}
  void playWithTheStoredRun() {
    window->playPage().use(QString::fromStdString(run));
    window->goTo(MainWindow::play);
    ASSERT_TRUE(eventually([&] { return window->playPage().findChild<ui::ClassPanel*>() != nullptr; }));
    choose(0);
    ASSERT_TRUE(eventually([&] { return !panel<ui::ClassPanel>().view().grid().empty(); }));
  }
  template <class Panel>
  Panel& panel() { return *window->playPage().findChild<Panel*>(); }
  void choose(int tab) { window->playPage().findChild<QTabBar*>()->setCurrentIndex(tab); }
  /// A class, a seed, not following; codes; a drawing; pairs.
  void useEveryPanel() {
    panel<ui::ClassPanel>().setClass(1);
    panel<ui::ClassPanel>().header().setSeed(5);
    panel<ui::ClassPanel>().header().findChild<QCheckBox*>()->setChecked(false);
    panel<ui::CodesPanel>().setCode(1, 1.5);
    panel<ui::CodesPanel>().setAxes(-1, 2);
    panel<ui::ClassifyPanel>().pad().line({0.2, 0.2}, {0.2, 0.6});
    panel<ui::NeighboursPanel>().look();
    ASSERT_TRUE(eventually([&] { return !panel<ui::NeighboursPanel>().view().grid().empty(); }));
  }
  void expectEveryPanelAsItWas() {
    EXPECT_EQ(panel<ui::ClassPanel>().chosenClass(), 1);
    EXPECT_EQ(panel<ui::ClassPanel>().header().seed(), 5U);
    EXPECT_FALSE(panel<ui::ClassPanel>().header().findChild<QCheckBox*>()->isChecked());
    EXPECT_FALSE(panel<ui::ClassifyPanel>().pad().blank());
    EXPECT_FALSE(panel<ui::NeighboursPanel>().view().grid().empty());
    model->asked.clear();
    choose(1);
    ASSERT_TRUE(eventually([&] { return !model->asked.empty() && model->asked.back().inputs.contains("codes"); }));
    const auto& codes = std::get<std::vector<double>>(model->asked.back().inputs.at("codes"));
    const auto& latents = std::get<std::vector<LatentRecipe>>(model->asked.back().inputs.at("latent"));
    EXPECT_DOUBLE_EQ(codes[1], 1.5);
    EXPECT_DOUBLE_EQ(codes[2], -2) << "the columns go through the last code";
    EXPECT_NE(latents.at(0).from, latents.at(9).from) << "and rows are latents";
  }

  std::string run;
  std::shared_ptr<ScriptedModel> model;
  std::shared_ptr<PatientEngine> engine;   // the fixture's, as what it is
};

TEST_F(PlayPageTest, AGlanceAtAnotherPageChangesNothing) {
  ASSERT_TRUE(bridge.start({"dcgan", "fashion-mnist", "", {}, {}, {}, false}));
  engine->session()->advance(5);
  playWithTheStoredRun();
  useEveryPanel();
  window->goTo(MainWindow::train);
  EXPECT_EQ(bridge.model(), engine->session()->model()) << "the train page shows the networks that train";
  window->goTo(MainWindow::play);
  EXPECT_EQ(bridge.model(), model);
  EXPECT_EQ(engine->opened, 1) << "nothing is loaded again";
  EXPECT_FALSE(panel<ui::ClassPanel>().view().grid().empty());
  expectEveryPanelAsItWas();
}

TEST_F(PlayPageTest, AfterAClickInTheBarTheCanvasHasTheKeys) {
  model->facts.family.interactions = {"sketch"};
  window->activateWindow();
  ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
  window->playPage().use(QString::fromStdString(run));
  window->goTo(MainWindow::train);
  for (auto* place : window->findChildren<ui::NavButton*>())
    if (place->text() == QStringLiteral("Play")) QTest::mouseClick(place, Qt::LeftButton);
  ASSERT_TRUE(eventually([&] { return window->playPage().findChild<ui::SketchCanvas*>() != nullptr; }));
  EXPECT_EQ(window->focusWidget(), &panel<ui::SketchCanvas>());
}

TEST_F(PlayPageTest, ANewRunIsOfferedInsteadOfTheStoredOne) {
  playWithTheStoredRun();
  window->goTo(MainWindow::train);
  ASSERT_TRUE(bridge.start({"dcgan", "fashion-mnist", "", {}, {}, {}, false}));
  engine->session()->advance(5);
  window->goTo(MainWindow::play);
  EXPECT_TRUE(eventually([&] { return window->playPage().source().isEmpty() && bridge.model() == engine->session()->model(); }));
}

TEST_F(PlayPageTest, InAnotherLanguageEveryPanelIsAsItWas) {
  playWithTheStoredRun();
  useEveryPanel();
  choose(2);
  const auto said = panel<ui::NeighboursPanel>().said();
  Language::instance().apply(QStringLiteral("zh_CN"));
  EXPECT_EQ(window->playPage().findChild<QTabBar*>()->currentIndex(), 2);
  EXPECT_NE(panel<ui::NeighboursPanel>().said(), said) << "told in that language";
  EXPECT_TRUE(panel<ui::NeighboursPanel>().said().contains(QStringLiteral("0.150")));
  EXPECT_EQ(engine->opened, 1);
  EXPECT_EQ(engine->searches, 1);
  expectEveryPanelAsItWas();
}

TEST_F(PlayPageTest, BehindAnotherPageToo) {
  playWithTheStoredRun();
  useEveryPanel();
  window->goTo(MainWindow::runs);
  Language::instance().apply(QStringLiteral("zh_CN"));
  window->goTo(MainWindow::play);
  EXPECT_EQ(engine->opened, 1);
  expectEveryPanelAsItWas();
}

TEST_F(PlayPageTest, ASearchUnderWayGoesOnInAnotherLanguage) {
  playWithTheStoredRun();
  *engine->may = false;
  panel<ui::NeighboursPanel>().look();
  Language::instance().apply(QStringLiteral("zh_CN"));
  EXPECT_EQ(engine->searches, 2);
  EXPECT_TRUE(panel<ui::NeighboursPanel>().view().grid().empty());
  *engine->may = true;
  EXPECT_TRUE(eventually([&] { return !panel<ui::NeighboursPanel>().view().grid().empty(); }));
}

}  // namespace
}  // namespace ganvas::test
