// The canvas as a person uses it: with the mouse and the keyboard, over networks that say what the test tells them.
#include "ui/panels/sketch_panel.hpp"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTabletEvent>
#include <QTemporaryDir>
#include <QTest>
#include <gtest/gtest.h>

#include "tests/ui/shell/ui_fixture.hpp"
#include "tests/ui/panels/scripted_model.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/sketch/sketch_board.hpp"
#include "ui/sketch/sketch_canvas.hpp"
#include "ui/sketch/sketch_files.hpp"
#include "ui/sketch/sketch_recorder.hpp"

namespace ganvas::test {
namespace {

class SketchPanelTest : public ::testing::Test {
 protected:
  SketchPanelTest() {
    model->facts.family.interactions = {"sketch"};
    engine->setDrawingsFolder(folder.path().toStdString());
    bridge.openModel(QStringLiteral("/home/ada/run"));
    EXPECT_TRUE(eventually([&] { return bridge.model() != nullptr; }));
    panel = std::make_unique<ui::SketchPanel>(bridge);
    panel->resize(1100, 700);
    panel->show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(panel.get()));
  }
  void drag(QPointF from, QPointF to) {
    auto& canvas = panel->canvas();
    const auto at = [&](QPointF place) { return canvas.toWidget(place).toPoint(); };
    QTest::mousePress(&canvas, Qt::LeftButton, {}, at(from));
    for (int i = 1; i <= 10; ++i) QTest::mouseMove(&canvas, at(from + (to - from) * (i / 10.0)));
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at(to));
  }
  bool waitForPicture() {
    return eventually([&] { return !panel->painted().isNull() && !panel->variants().grid().empty(); });
  }

  QTemporaryDir folder;
  std::shared_ptr<ScriptedModel> model = manifoldModel("/home/ada/run");
  std::shared_ptr<ScriptedEngine> engine = std::make_shared<ScriptedEngine>(model);
  ui::Bridge bridge{engine};
  std::unique_ptr<ui::SketchPanel> panel;
};

TEST_F(SketchPanelTest, ALineIsPaintedWithItsVariants) {
  EXPECT_TRUE(model->asked.empty()) << "white paper asks for nothing";
  drag({100, 100}, {300, 200});
  ASSERT_TRUE(waitForPicture());
  EXPECT_EQ(panel->variants().grid().count, ui::SketchPanel::kVariants);
  const auto& sketch = std::get<Frame>(model->asked.back().inputs.at("sketch"));
  EXPECT_EQ(sketch.width, ui::SketchBoard::kSide);
  EXPECT_LT((*sketch.bgra)[static_cast<std::size_t>(4 * (150 * sketch.width + 200))], 100) << "the ink in the middle of the line";
}

TEST_F(SketchPanelTest, ThePenIsFollowedWhileItMoves) {
  auto& canvas = panel->canvas();
  QTest::mousePress(&canvas, Qt::LeftButton, {}, canvas.toWidget({100, 100}).toPoint());
  QTest::mouseMove(&canvas, canvas.toWidget({200, 200}).toPoint());
  EXPECT_TRUE(eventually([&] { return !panel->painted().isNull(); })) << "before the button is let go";
  QTest::mouseRelease(&canvas, Qt::LeftButton, {}, canvas.toWidget({200, 200}).toPoint());
}

TEST_F(SketchPanelTest, KeysChooseToolsAndUndo) {
  panel->canvas().setFocus();
  const std::pair<Qt::Key, SketchTool> keys[] = {{Qt::Key_E, SketchTool::eraser}, {Qt::Key_L, SketchTool::line}, {Qt::Key_R, SketchTool::rectangle}, {Qt::Key_O, SketchTool::ellipse}, {Qt::Key_F, SketchTool::fill}, {Qt::Key_P, SketchTool::pen}};
  for (const auto& [key, tool] : keys) {
    QTest::keyClick(&panel->canvas(), key);
    EXPECT_EQ(panel->board().tool(), tool);
  }
  drag({100, 100}, {300, 200});
  QTest::keyClick(&panel->canvas(), Qt::Key_Z, Qt::ControlModifier);
  EXPECT_TRUE(panel->board().blank());
  QTest::keyClick(&panel->canvas(), Qt::Key_Y, Qt::ControlModifier);
  EXPECT_FALSE(panel->board().blank());
  QTest::keyClick(&panel->canvas(), Qt::Key_Delete);
  EXPECT_TRUE(panel->board().blank());
  EXPECT_TRUE(panel->painted().isNull()) << "nothing is left of the picture either";
}

TEST_F(SketchPanelTest, TheRightButtonErases) {
  drag({100, 100}, {300, 100});
  auto& canvas = panel->canvas();
  QTest::mousePress(&canvas, Qt::RightButton, {}, canvas.toWidget({200, 60}).toPoint());
  QTest::mouseMove(&canvas, canvas.toWidget({200, 140}).toPoint());
  QTest::mouseRelease(&canvas, Qt::RightButton, {}, canvas.toWidget({200, 140}).toPoint());
  ASSERT_EQ(panel->board().sketch().strokes.size(), 2U);
  EXPECT_EQ(panel->board().sketch().strokes[1].tool, SketchTool::eraser);
}

TEST_F(SketchPanelTest, OneFingerDrawsAndTwoZoom) {
  auto& canvas = panel->canvas();
  auto* screen = QTest::createTouchDevice();
  const auto at = [&](QPointF place) { return canvas.toWidget(place).toPoint(); };
  QTest::touchEvent(&canvas, screen).press(1, at({100, 100}), &canvas);
  QTest::touchEvent(&canvas, screen).move(1, at({300, 200}), &canvas);
  QTest::touchEvent(&canvas, screen).release(1, at({300, 200}), &canvas);
  EXPECT_EQ(panel->board().sketch().strokes.size(), 1U);
  QTest::touchEvent(&canvas, screen).press(1, at({200, 256}), &canvas);
  QTest::touchEvent(&canvas, screen).stationary(1).press(2, at({300, 256}), &canvas);
  const auto a = at({200, 256}), b = at({300, 256});
  QTest::touchEvent(&canvas, screen).move(1, a - QPoint(40, 0), &canvas).move(2, b + QPoint(40, 0), &canvas);
  QTest::touchEvent(&canvas, screen).release(1, a - QPoint(40, 0), &canvas).release(2, b + QPoint(40, 0), &canvas);
  EXPECT_EQ(panel->board().sketch().strokes.size(), 1U) << "the first finger's stroke was taken back";
  EXPECT_GT(canvas.zoom(), 1.3);
}

TEST_F(SketchPanelTest, ZoomKeepsWhatIsUnderThePointer) {
  auto& canvas = panel->canvas();
  const QPointF at = canvas.toWidget({128, 384});
  canvas.zoomBy(2, at);
  EXPECT_NEAR(canvas.toPaper(at).x(), 128, 1e-6);
  EXPECT_NEAR(canvas.toPaper(at).y(), 384, 1e-6);
  canvas.fit();
  EXPECT_EQ(canvas.zoom(), 1);
}

TEST_F(SketchPanelTest, ThePictureOfAStrokeComesBeforeItsVariants) {
  drag({100, 100}, {300, 200});
  ASSERT_TRUE(waitForPicture());
  const auto pictures = [](const InferenceRequest& request) { return std::get<std::vector<LatentRecipe>>(request.inputs.at("latent")).size(); };
  const auto ink = [](const InferenceRequest& request) { return *std::get<Frame>(request.inputs.at("sketch")).bgra; };
  const auto strip = std::find_if(model->asked.begin(), model->asked.end(), [&](const auto& request) { return pictures(request) == ui::SketchPanel::kVariants; });
  ASSERT_NE(strip, model->asked.end());
  ASSERT_NE(strip, model->asked.begin());
  EXPECT_EQ(pictures(*std::prev(strip)), 1u);
  EXPECT_EQ(ink(*std::prev(strip)), ink(*strip)) << "of all the ink";
}

TEST_F(SketchPanelTest, AVariantIsChosenAndKept) {
  drag({100, 100}, {300, 200});
  ASSERT_TRUE(waitForPicture());
  emit panel->variants().tileClicked(4, {});
  EXPECT_TRUE(eventually([&] {
    const auto& latents = std::get<std::vector<LatentRecipe>>(model->asked.back().inputs.at("latent"));
    return latents.size() == 1 && latents[0].from.index == 4;
  }));
}

TEST_F(SketchPanelTest, LockedNoiseStaysForTheNextDrawing) {
  drag({100, 100}, {300, 200});
  panel->setSeed(77);
  panel->setLocked(true);
  panel->board().clear();
  EXPECT_EQ(panel->seed(), 77U);
  panel->setLocked(false);
  drag({100, 100}, {300, 200});
  panel->setSeed(100'001);   // none that is drawn by chance
  panel->board().clear();
  EXPECT_NE(panel->seed(), 100'001U);
}

TEST_F(SketchPanelTest, TheOpinionIsAskedForOnlyWhereItIsShown) {
  drag({100, 100}, {300, 200});
  ASSERT_TRUE(waitForPicture());
  EXPECT_FALSE(model->asked.back().inputs.contains("opinion"));
  panel->showOpinion(true);
  EXPECT_TRUE(eventually([&] { return model->asked.back().inputs.contains("opinion"); }));
}

TEST(OpinionImage, IsGreenForRealRedForPaintedAndClearBetween) {
  QImage grey(3, 1, QImage::Format_Grayscale8);
  grey.bits()[0] = 0, grey.bits()[1] = 128, grey.bits()[2] = 255;
  const auto shown = ui::opinionImage(grey).convertToFormat(QImage::Format_ARGB32);
  const QColor painted = shown.pixelColor(0, 0), undecided = shown.pixelColor(1, 0), real = shown.pixelColor(2, 0);
  EXPECT_GT(painted.red(), painted.green());
  EXPECT_GT(real.green(), real.red());
  EXPECT_GT(std::min(painted.alpha(), real.alpha()), 150);
  EXPECT_LT(undecided.alpha(), 20);
}

TEST_F(SketchPanelTest, ADrawingIsSavedAndOpenedAgain) {
  drag({100, 100}, {300, 200});
  const auto file = folder.filePath(QStringLiteral("house.json"));
  ASSERT_TRUE(panel->files().saveDrawing(file));
  const auto points = panel->board().sketch().strokes[0].points.size();
  panel->board().clear();
  panel->files().open(file);
  ASSERT_TRUE(eventually([&] { return !panel->board().blank(); }));
  EXPECT_EQ(panel->board().sketch().strokes[0].points.size(), points);
}

TEST_F(SketchPanelTest, APastedPictureBecomesLines) {
  QImage picture(40, 40, QImage::Format_RGB32);
  picture.fill(Qt::white);
  QGuiApplication::clipboard()->setImage(picture);
  panel->files().paste();
  EXPECT_TRUE(eventually([&] { return !panel->board().blank(); }));
  QGuiApplication::clipboard()->clear();
  QSignalSpy failed(&bridge, &ui::Bridge::failed);
  panel->files().paste();
  EXPECT_EQ(failed.count(), 1) << "an empty clipboard is a sentence";
}

TEST_F(SketchPanelTest, AHugePastedPictureIsASentence) {
  QImage strip(20000, 4, QImage::Format_RGB32);
  strip.fill(Qt::black);
  QGuiApplication::clipboard()->setImage(strip);
  QSignalSpy failed(&bridge, &ui::Bridge::failed);
  panel->files().paste();
  EXPECT_EQ(failed.count(), 1);
  EXPECT_TRUE(panel->board().blank());
}

TEST_F(SketchPanelTest, ABrokenDrawingIsASentenceAndTheDrawingStays) {
  drag({100, 100}, {300, 200});
  QFile file(folder.filePath(QStringLiteral("torn.json")));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write("{\"ganvas_sketch\": 1, \"width\": 512, \"strokes\": [{");
  file.close();
  QSignalSpy failed(&bridge, &ui::Bridge::failed);
  panel->files().open(file.fileName());
  ASSERT_TRUE(eventually([&] { return failed.count() == 1; }));
  EXPECT_EQ(panel->board().sketch().strokes.size(), 1U);
}

TEST_F(SketchPanelTest, ResizedOrGivenOtherNetworksInMidStroke) {
  auto& canvas = panel->canvas();
  const auto at = [&](QPointF place) { return canvas.toWidget(place).toPoint(); };
  QTest::mousePress(&canvas, Qt::LeftButton, {}, at({100, 100}));
  QTest::mouseMove(&canvas, at({200, 100}));
  panel->resize(700, 600);
  QCoreApplication::processEvents();
  QTest::mouseMove(&canvas, at({250, 100}));
  panel->setModel(nullptr);
  QTest::mouseMove(&canvas, at({300, 100}));
  panel->setModel(bridge.model());
  QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at({300, 100}));
  ASSERT_EQ(panel->board().sketch().strokes.size(), 1U);
  for (const auto& point : panel->board().sketch().strokes[0].points) EXPECT_NEAR(point.y, 100, 2) << "paper stays paper, however large it is shown";
  EXPECT_TRUE(waitForPicture());
}

TEST_F(SketchPanelTest, APenThatWasNeverPutDownDrawsNothing) {
  auto& canvas = panel->canvas();
  const auto pen = [&](QEvent::Type type, QPointF place, double pressure) {
    const auto position = canvas.toWidget(place);
    QTabletEvent event(type, QPointingDevice::primaryPointingDevice(), position, canvas.mapToGlobal(position), pressure, 0, 0, 0, 0, 0, Qt::NoModifier, Qt::LeftButton, Qt::LeftButton);
    QCoreApplication::sendEvent(&canvas, &event);
    EXPECT_TRUE(event.isAccepted());
  };
  pen(QEvent::TabletMove, {100, 100}, 0.5);
  pen(QEvent::TabletRelease, {120, 100}, 0);
  EXPECT_TRUE(panel->board().blank());
  pen(QEvent::TabletPress, {100, 100}, 0.2);
  pen(QEvent::TabletMove, {200, 100}, 0.9);
  pen(QEvent::TabletRelease, {200, 100}, 0);
  ASSERT_EQ(panel->board().sketch().strokes.size(), 1U);
  EXPECT_LT(panel->board().sketch().strokes[0].points.front().pressure, panel->board().sketch().strokes[0].points.back().pressure);
}

TEST_F(SketchPanelTest, APenThatWasNeverLiftedDoesNotKeepTheMouseOut) {
  auto& canvas = panel->canvas();
  const auto position = canvas.toWidget({100, 100});
  QTabletEvent press(QEvent::TabletPress, QPointingDevice::primaryPointingDevice(), position, canvas.mapToGlobal(position), 0.5, 0, 0, 0, 0, 0, Qt::NoModifier, Qt::LeftButton, Qt::LeftButton);
  QCoreApplication::sendEvent(&canvas, &press);
  panel->hide();
  panel->show();
  ASSERT_TRUE(QTest::qWaitForWindowExposed(panel.get()));
  EXPECT_FALSE(panel->board().drawing());
  const auto before = panel->board().sketch().strokes.size();
  drag({100, 300}, {300, 300});
  EXPECT_EQ(panel->board().sketch().strokes.size(), before + 1);
}

TEST_F(SketchPanelTest, AButtonThatWasLetGoElsewhereEndsTheStroke) {
  auto& canvas = panel->canvas();
  QTest::mousePress(&canvas, Qt::LeftButton, {}, canvas.toWidget({100, 100}).toPoint());
  QTest::mouseMove(&canvas, canvas.toWidget({200, 100}).toPoint());
  ASSERT_TRUE(panel->board().drawing());
  const auto position = canvas.toWidget({300, 300});
  QMouseEvent hover(QEvent::MouseMove, position, canvas.mapToGlobal(position), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
  QCoreApplication::sendEvent(&canvas, &hover);
  EXPECT_FALSE(panel->board().drawing());
  ASSERT_EQ(panel->board().sketch().strokes.size(), 1U);
  EXPECT_LT(panel->board().sketch().strokes[0].points.back().y, 150) << "where it hovers nothing is drawn";
}

TEST_F(SketchPanelTest, AStrokeThatIsGivenUpLeavesNoPicture) {
  auto& canvas = panel->canvas();
  QTest::mousePress(&canvas, Qt::LeftButton, {}, canvas.toWidget({100, 100}).toPoint());
  QTest::mouseMove(&canvas, canvas.toWidget({200, 200}).toPoint());
  ASSERT_TRUE(eventually([&] { return !panel->painted().isNull(); }));
  QTest::keyClick(&canvas, Qt::Key_Escape);
  EXPECT_TRUE(panel->painted().isNull());
  QTest::mouseRelease(&canvas, Qt::LeftButton, {}, canvas.toWidget({200, 200}).toPoint());
}

TEST_F(SketchPanelTest, AnExampleComesAndAnotherOne) {
  panel->showExample(true);
  ASSERT_TRUE(eventually([&] { return !panel->board().blank(); }));
  panel->showExample(false);
  EXPECT_TRUE(eventually([&] { return panel->canvas().hasTemplate(); }));
}

TEST_F(SketchPanelTest, AFilmHoldsWhatWasPainted) {
  panel->recorder().start();
  drag({100, 100}, {300, 200});
  ASSERT_TRUE(waitForPicture());
  const auto film = panel->recorder().stop();
  ASSERT_GT(film.frames.size(), 1U);
  EXPECT_EQ(film.frames[0].width, 2 * ui::SketchRecorder::kSide);
  QString said;
  QObject::connect(&bridge, &ui::Bridge::done, &bridge, [&](const ui::Words& sentence) { said = sentence(); });
  panel->files().saveFilm(film, folder.filePath(QStringLiteral("film.gif")));
  EXPECT_TRUE(eventually([&] { return said.contains(QStringLiteral("film.gif")); }));
}

TEST_F(SketchPanelTest, WhatAKilledWindowLeftIsOffered) {
  // No process has the number 2^22: it is the kernel's limit.
  ASSERT_TRUE(engine->saveDrawing(folder.filePath(QStringLiteral("unsaved-4194304-1.json")).toStdString(), {512, 512, {{SketchTool::pen, 5, {{10, 10, 1}, {400, 400, 1}}}}}));
  panel = std::make_unique<ui::SketchPanel>(bridge);
  panel->show();
  QPushButton* back = nullptr;
  for (auto* button : panel->findChildren<QPushButton*>())
    if (button->isVisible() && button->text() == QStringLiteral("Bring it back")) back = button;
  ASSERT_NE(back, nullptr);
  back->click();
  EXPECT_EQ(panel->board().sketch().strokes.size(), 1U);
  EXPECT_TRUE(QFile::exists(folder.filePath(QStringLiteral("unsaved-4194304-1.json")))) << "until it is written down anew";
  EXPECT_TRUE(eventually([&] { return !QFile::exists(folder.filePath(QStringLiteral("unsaved-4194304-1.json"))); }));
  EXPECT_EQ(QDir(folder.path()).entryList({QStringLiteral("unsaved-*.json")}).size(), 1);
}

TEST_F(SketchPanelTest, AnotherLanguageLeavesOneDrawing) {
  drag({100, 100}, {300, 200});
  auto again = std::make_unique<ui::SketchPanel>(bridge);
  again->takeOver(*panel);
  panel = std::move(again);
  const auto left = [&] { return QDir(folder.path()).entryList({QStringLiteral("unsaved-*.json")}).size(); };
  EXPECT_TRUE(eventually([&] { return left() == 1; }));
  panel->board().clear();
  EXPECT_TRUE(eventually([&] { return left() == 0; }));
}

TEST_F(SketchPanelTest, ADrawingOutlivesItsWindow) {
  drag({100, 100}, {300, 200});
  panel.reset();
  const auto left = QDir(folder.path()).entryList({QStringLiteral("unsaved-*.json")});
  ASSERT_EQ(left.size(), 1);
  const auto drawing = engine->readDrawing(folder.filePath(left.front()).toStdString());
  ASSERT_TRUE(drawing);
  EXPECT_EQ(drawing->strokes.size(), 1U);
}

TEST_F(SketchPanelTest, AnotherLanguageKeepsTheDrawing) {
  drag({100, 100}, {300, 200});
  panel->setSeed(5);
  ui::SketchPanel other(bridge);
  other.takeOver(*panel);
  EXPECT_EQ(other.board().sketch().strokes.size(), 1U);
  EXPECT_EQ(other.seed(), 5U);
}

}  // namespace
}  // namespace ganvas::test
