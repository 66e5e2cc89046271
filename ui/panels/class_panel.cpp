#include "ui/panels/class_panel.hpp"

#include <QListWidget>
#include <QSignalBlocker>

#include "ui/bridge/words.hpp"
#include "ui/panels/model_asker.hpp"
#include "ui/panels/model_header.hpp"
#include "ui/panels/tile_view.hpp"

namespace ganvas::ui {
namespace {

constexpr int kRows = 6;          // latents, where every class has a column
constexpr int kOfOne = 64;        // pictures of a single class
constexpr int kMostPictures = 1000;
constexpr int kListWidth = 180;   // px

}  // namespace

ClassPanel::ClassPanel(Bridge& bridge, QWidget* parent) : ClassPanel(bridge, new QListWidget, parent) {}

ClassPanel::ClassPanel(Bridge& bridge, QListWidget* list, QWidget* parent) : GridPanel(bridge, list, parent), list_(list) {
  setAccessibleName(tr("Classes"));
  view().setAccessibleName(tr("Pictures of the chosen class"));
  list_->setFixedWidth(kListWidth);
  list_->setAccessibleName(tr("What to draw"));
  list_->setToolTip(tr("What the generator is told to draw."));
  connect(list_, &QListWidget::currentRowChanged, this, [this](int at) { setClass(at - 1); });
  begin();
}

void ClassPanel::modelSet() {
  classes_ = asker().info().classNames;
  const QSignalBlocker quiet(list_);
  list_->clear();
  if (!classes_.empty()) list_->addItem(tr("All classes"));
  for (const auto& name : classes_) list_->addItem(told(name));
  if (class_ >= static_cast<int>(classes_.size())) class_ = -1;
  list_->setCurrentRow(class_ + 1);
}

void ClassPanel::setClass(int number) {
  class_ = std::clamp(number, -1, static_cast<int>(classes_.size()) - 1);
  const QSignalBlocker quiet(list_);
  list_->setCurrentRow(class_ + 1);
  ask();
}

void ClassPanel::takeOver(Panel& other) {
  GridPanel::takeOver(other);
  setClass(static_cast<ClassPanel&>(other).class_);
}

InferenceRequest ClassPanel::request() const {
  InferenceRequest request;
  const auto many = static_cast<int>(classes_.size());
  if (many == 0) return request;
  std::vector<LatentRecipe> latents;
  std::vector<std::int64_t> classes;
  const auto add = [&](std::uint32_t latent, std::int64_t number) {
    const LatentPoint point{header().seed(), latent};
    latents.push_back({point, point, 0, {}});
    classes.push_back(number);
  };
  if (class_ < 0) {
    const int shown = std::min(many, kMostPictures / kRows);
    for (std::uint32_t latent = 0; latent < kRows; ++latent)
      for (int k = 0; k < shown; ++k) add(latent, k);
    request.columns = shown;
  } else {
    for (std::uint32_t latent = 0; latent < kOfOne; ++latent) add(latent, class_);
  }
  request.inputs["latent"] = std::move(latents);
  request.inputs["class"] = std::move(classes);
  return request;
}

/// All classes keep a column each, with its name on top.
GridPanel::Legend ClassPanel::legend() const {
  QStringList names;
  for (const auto& name : classes_) names << told(name);
  return {names, {}, class_ >= 0, [names, chosen = class_](int tile, int columns) { return names.value(chosen < 0 ? tile % columns : chosen); }};
}

}  // namespace ganvas::ui
