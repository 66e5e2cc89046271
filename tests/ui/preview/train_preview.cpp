// The train page in the states that a person meets it in.
#include "tests/ui/preview/preview.hpp"
#include "ui/train/parameter_form.hpp"
#include "ui/train/train_page.hpp"
#include "ui/train/train_setup.hpp"

namespace ganvas::test {
namespace {

std::unique_ptr<ui::TrainPage> page(PreviewWorld& world) {
  auto page = std::make_unique<ui::TrainPage>(*world.bridge);
  page->chooseFamily(QStringLiteral("dcgan"));
  return page;
}

std::unique_ptr<ui::TrainPage> running(PreviewWorld& world, int rounds) {
  auto shown = page(world);
  shown->chooseData(QStringLiteral("fashion-mnist"));
  shown->startRun();
  for (int i = 0; i < 40; ++i) {
    world.engine->session()->advance(rounds / 40);
    world.spin(30);
  }
  return shown;
}

const Preview empty(QStringLiteral("train-empty"), [](PreviewWorld& world) { return page(world); });

const Preview ready(QStringLiteral("train-ready"), [](PreviewWorld& world) {
  auto shown = page(world);
  shown->chooseData(QStringLiteral("fashion-mnist"));
  auto& form = shown->setup().form();
  form.setValues({{"lr_d", 4e-4}, {"loss", std::string("hinge")}, {"batch", std::int64_t{128}}}, ui::asTheyAre(QStringLiteral("Preview")));
  return shown;
});

const Preview errors(QStringLiteral("train-errors"), [](PreviewWorld& world) {
  auto shown = page(world);
  shown->chooseData(QStringLiteral("fashion-mnist"));
  auto& form = shown->setup().form();
  form.setValues({{"loss", std::string("hinge")}}, ui::asTheyAre(QStringLiteral("Preview")));
  shown->show();
  world.spin(400);
  form.setErrors({{"size", Sentence("dcgan draws 28, 32, 64 or 128 px; these pictures are 41 px. Choose a size.")}, {"data", Sentence("The folder holds no pictures.")}});
  form.reveal(QStringLiteral("size"));
  return shown;
});

const Preview advanced(QStringLiteral("train-advanced"), [](PreviewWorld& world) {
  auto shown = page(world);
  shown->chooseData(QStringLiteral("fashion-mnist"));
  shown->setup().form().setAdvanced(true);
  shown->setup().form().setValues({{"loss", std::string("hinge")}, {"ema", 0.99}}, ui::asTheyAre(QStringLiteral("Preview")));
  shown->show();
  shown->setup().form().reveal(QStringLiteral("beta1"));
  return shown;
});

const Preview run(QStringLiteral("train-running"), [](PreviewWorld& world) { return running(world, 3200); });

const Preview panel(QStringLiteral("train-latent"), [](PreviewWorld& world) {
  auto shown = running(world, 3200);
  shown->show();
  world.spin(50);
  for (auto* action : shown->viewActions()) {
    if (!action->isChecked()) action->trigger();
  }
  return shown;
});

const Preview record(QStringLiteral("train-record"), [](PreviewWorld& world) {
  auto shown = page(world);
  const auto job = world.engine->runs();
  world.bridge->openRun(QString::fromStdString(job->wait()->front().folder));
  world.spin(300);
  return shown;
});

}  // namespace
}  // namespace ganvas::test
