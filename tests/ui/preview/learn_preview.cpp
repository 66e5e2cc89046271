// Games and lessons.
#include "tests/ui/preview/preview.hpp"
#include "ui/games/game_transport.hpp"
#include "ui/games/game_view.hpp"

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

}  // namespace
}  // namespace ganvas::test
