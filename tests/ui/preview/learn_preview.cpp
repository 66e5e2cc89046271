// Games and lessons.
#include "tests/ui/learn/sample_lessons.hpp"
#include "tests/ui/preview/preview.hpp"
#include "ui/bridge/bridge.hpp"
#include "ui/games/game_transport.hpp"
#include "ui/games/game_view.hpp"
#include "ui/learn/learn_page.hpp"
#include "ui/learn/lesson_question.hpp"
#include "ui/learn/lesson_reader.hpp"
#include "ui/shell/main_window.hpp"

namespace ganvas::test {
namespace {

std::unique_ptr<QWidget> gameAt(PreviewWorld& world, ui::GameView::Shape shape, const std::string& game, const Values& values, const std::optional<Values>& beside, double step) {
  auto view = std::make_unique<ui::GameView>(*world.bridge, shape);
  view->open(game, values, beside);
  view->transport().goTo(step);
  return view;
}

const Preview game(QStringLiteral("game"), [](PreviewWorld& world) { return gameAt(world, ui::GameView::Shape::page, "bilinear", {}, {}, 60); });
const Preview twoWays(QStringLiteral("game-two"), [](PreviewWorld& world) {
  return gameAt(world, ui::GameView::Shape::page, "dirac-gan", {{"step_size", 0.2}}, Values{{"method", std::string("r1")}}, 90);
});
const Preview inLesson(QStringLiteral("game-lesson"), [](PreviewWorld& world) {
  return gameAt(world, ui::GameView::Shape::lesson, "bilinear", {{"step_size", 0.5}, {"steps", std::int64_t{2000}}}, {}, 30);
});

/// The window on the page, over an engine that has lessons.
std::unique_ptr<QWidget> learnAt(PreviewWorld&, const QString& lesson, int step, int answer = -1) {
  auto* bridge = new ui::Bridge(std::make_shared<LessonEngine>());   // lives as long as the preview
  auto window = std::make_unique<ui::MainWindow>(*bridge);
  window->goTo(ui::MainWindow::learn);
  auto& page = window->learnPage();
  page.showAll();
  if (lesson.isEmpty()) return window;
  page.openLesson(lesson);
  page.reader()->goTo(step);
  if (answer >= 0) page.reader()->question()->answer(answer);
  return window;
}

const Preview learn(QStringLiteral("learn"), [](PreviewWorld& world) { return learnAt(world, {}, 0); });
const Preview lesson(QStringLiteral("lesson"), [](PreviewWorld& world) { return learnAt(world, QStringLiteral("circles"), 0); });
const Preview question(QStringLiteral("lesson-question"), [](PreviewWorld& world) { return learnAt(world, QStringLiteral("circles"), 1, 0); });
const Preview lessonRun(QStringLiteral("lesson-run"), [](PreviewWorld& world) { return learnAt(world, QStringLiteral("pictures"), 1); });

}  // namespace
}  // namespace ganvas::test
