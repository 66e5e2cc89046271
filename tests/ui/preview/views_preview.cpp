// The train page's views and the panels, each alone.
#include <QVBoxLayout>
#include <cmath>

#include "tests/ui/preview/preview.hpp"
#include "ui/panels/latent_panel.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/train/curve_plot.hpp"
#include "ui/train/loss_curves.hpp"
#include "ui/train/sample_grid_view.hpp"
#include "ui/train/time_slider.hpp"

namespace ganvas::test {
namespace {

void startRun(PreviewWorld& world, int rounds) {
  world.bridge->start({.family = "dcgan", .data = "fashion-mnist"});
  auto session = world.engine->session();
  session->advance(rounds / 3);
  world.spin(80);
  session->send(command::SetParameter{"lr_g", 0.0001});
  session->advance(rounds / 4);
  world.spin(80);
  session->send(command::SetParameter{"lr_d", 0.0004});
  for (int i = 0; i < 8; ++i) {
    session->advance(rounds / 20);
    world.spin(60);
  }
}

const Preview curves(QStringLiteral("curves"), [](PreviewWorld& world) {
  auto view = std::make_unique<ui::LossCurves>(*world.bridge);
  startRun(world, 4000);
  view->setCursorStep(2200);
  return view;
});

const Preview curvesEmpty(QStringLiteral("curves-empty"), [](PreviewWorld& world) { return std::make_unique<ui::LossCurves>(*world.bridge); });

const Preview curvesLog(QStringLiteral("curves-log"), [](PreviewWorld& world) {
  auto view = std::make_unique<ui::LossCurves>(*world.bridge);
  startRun(world, 4000);
  view->setLogX(true);
  view->setLogY(true);
  return view;
});

const Preview million(QStringLiteral("curves-million"), [](PreviewWorld& world) {
  auto view = std::make_unique<ui::LossCurves>(*world.bridge);
  view->setSeries(fakeSeries());
  constexpr int kPoints = 1'000'000;
  std::vector<double> steps(kPoints), g(kPoints), d(kPoints);
  std::uint32_t state = 1;
  for (int i = 0; i < kPoints; ++i) {
    state = state * 1664525u + 1013904223u;
    steps[static_cast<std::size_t>(i)] = i;
    g[static_cast<std::size_t>(i)] = 1 + std::sin(i * 1e-5) + (state >> 8) / 16777216.0 * 0.6;
    d[static_cast<std::size_t>(i)] = 1.386 + 0.3 * std::cos(i * 2e-5) + (state >> 16) / 65536.0 * 0.3;
  }
  view->setData(QStringLiteral("loss_g"), steps, g);
  view->setData(QStringLiteral("loss_d"), steps, d);
  return view;
});

const Preview picture(QStringLiteral("curves-picture"), [](PreviewWorld& world) {
  ui::LossCurves view(*world.bridge);
  view.resize(900, 700);
  view.show();
  startRun(world, 4000);
  view.replotNow();
  auto shown = std::make_unique<QWidget>();
  auto* tiles = new ui::TileView(shown.get());
  auto* layout = new QVBoxLayout(shown.get());
  layout->addWidget(tiles);
  const QImage image = view.picture(1).convertToFormat(QImage::Format_ARGB32);
  auto pixels = std::make_shared<std::vector<std::uint8_t>>(image.constBits(), image.constBits() + image.sizeInBytes());
  tiles->setGrid({0, 1, 1, image.width(), image.height(), 1, {image.width(), image.height(), pixels}});
  return shown;
});

const Preview grid(QStringLiteral("grid"), [](PreviewWorld& world) {
  auto view = std::make_unique<ui::SampleGridView>(*world.bridge);
  startRun(world, 3000);
  view->view().setSelectedTile(11);
  return view;
});

const Preview gridEmpty(QStringLiteral("grid-empty"), [](PreviewWorld& world) { return std::make_unique<ui::SampleGridView>(*world.bridge); });

const Preview history(QStringLiteral("history"), [](PreviewWorld& world) {
  auto page = std::make_unique<QWidget>();
  auto* layout = new QVBoxLayout(page.get());
  auto* samples = new ui::SampleGridView(*world.bridge);
  auto* lines = new ui::LossCurves(*world.bridge);
  auto* slider = new ui::TimeSlider(*world.bridge);
  layout->addWidget(samples, 2);
  layout->addWidget(slider);
  layout->addWidget(lines, 3);
  slider->bind(*samples, *lines);
  startRun(world, 4000);
  slider->setStep(1500);
  return page;
});

const Preview latent(QStringLiteral("latent"), [](PreviewWorld& world) {
  startRun(world, 3000);
  auto panel = std::make_unique<ui::LatentPanel>(*world.bridge);
  panel->show();
  world.spin(400);
  panel->pick(ui::LatentPanel::End::a, 3);
  panel->pick(ui::LatentPanel::End::b, 17);
  panel->setT(0.35);
  return panel;
});

const Preview latentEmpty(QStringLiteral("latent-empty"), [](PreviewWorld& world) { return std::make_unique<ui::LatentPanel>(*world.bridge); });

}  // namespace
}  // namespace ganvas::test
