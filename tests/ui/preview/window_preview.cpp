// The whole window on each page.
#include "tests/ui/preview/preview.hpp"
#include "ui/shell/about_dialog.hpp"
#include "ui/shell/data_chooser.hpp"
#include "ui/shell/main_window.hpp"
#include "ui/shell/settings_dialog.hpp"
#include "ui/train/train_page.hpp"

namespace ganvas::test {
namespace {

std::unique_ptr<QWidget> windowAt(PreviewWorld& world, ui::MainWindow::Page page, int rounds) {
  auto window = std::make_unique<ui::MainWindow>(*world.bridge);
  if (rounds > 0) {
    world.bridge->start({"dcgan", "fashion-mnist", "", {}, {}, {}, false});
    const auto session = world.engine->session();
    for (int done = 0; done < rounds; done += 50) {
      session->advance(50);
      world.spin(10);
    }
  }
  window->goTo(page);
  return window;
}

const Preview home(QStringLiteral("home"), [](PreviewWorld& world) { return windowAt(world, ui::MainWindow::home, 0); });
const Preview homeRunning(QStringLiteral("home-running"), [](PreviewWorld& world) { return windowAt(world, ui::MainWindow::home, 600); });
const Preview train(QStringLiteral("window-train"), [](PreviewWorld& world) { return windowAt(world, ui::MainWindow::train, 0); });
const Preview trainRunning(QStringLiteral("window-train-running"), [](PreviewWorld& world) { return windowAt(world, ui::MainWindow::train, 1500); });
const Preview play(QStringLiteral("play"), [](PreviewWorld& world) { return windowAt(world, ui::MainWindow::play, 0); });
const Preview runs(QStringLiteral("runs"), [](PreviewWorld& world) { return windowAt(world, ui::MainWindow::runs, 0); });
const Preview about(QStringLiteral("about"), [](PreviewWorld&) { return std::make_unique<ui::AboutDialog>(); });
const Preview settings(QStringLiteral("settings"), [](PreviewWorld& world) { return std::make_unique<ui::SettingsDialog>(*world.engine); });
const Preview data(QStringLiteral("data"), [](PreviewWorld& world) { return std::make_unique<ui::DataChooserDialog>(*world.bridge, QString()); });
const Preview absent(QStringLiteral("data-absent"), [](PreviewWorld& world) {
  return std::make_unique<ui::DataChooserDialog>(*world.bridge, QStringLiteral("emoji"));
});

}  // namespace
}  // namespace ganvas::test
