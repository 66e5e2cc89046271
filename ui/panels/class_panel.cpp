#include "ui/panels/class_panel.hpp"

#include <QHBoxLayout>
#include <QListWidget>
#include <QSignalBlocker>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/words.hpp"
#include "ui/panels/model_asker.hpp"
#include "ui/panels/model_header.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/shell/tokens.hpp"

namespace ganvas::ui {
namespace {

constexpr int kRows = 6;          // latents, where every class has a column
constexpr int kOfOne = 64;        // pictures of a single class
constexpr int kMostPictures = 1000;
constexpr int kListWidth = 180;   // px

}  // namespace

ClassPanel::ClassPanel(Bridge& bridge, QWidget* parent) : Panel(parent), bridge_(bridge) {
  setAccessibleName(tr("Classes"));
  asker_ = new ModelAsker(bridge_, this, 1, [this](int) { return request(); });
  connect(asker_, &ModelAsker::answered, this, [this](int, const InferenceResult& result) { take(result); });
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(tokens::kSpace4, tokens::kSpace3, tokens::kSpace4, tokens::kSpace3);
  layout->setSpacing(tokens::kSpace3);
  header_ = new ModelHeader(*asker_, this);
  connect(header_, &ModelHeader::seedChanged, asker_, &ModelAsker::wantAll);
  connect(header_, &ModelHeader::weightsChanged, asker_, &ModelAsker::wantAll);
  layout->addWidget(header_);
  auto* row = new QHBoxLayout;
  row->setSpacing(tokens::kSpace3);
  list_ = new QListWidget(this);
  list_->setFixedWidth(kListWidth);
  list_->setAccessibleName(tr("What to draw"));
  list_->setToolTip(tr("What the generator is told to draw."));
  connect(list_, &QListWidget::currentRowChanged, this, [this](int at) { setClass(at - 1); });
  row->addWidget(list_);
  view_ = new TileView(this);
  view_->setAccessibleName(tr("Pictures of the chosen class"));
  row->addWidget(view_, 1);
  layout->addLayout(row, 1);
  connect(&bridge_, &Bridge::modelChanged, this, [this] { setModel(bridge_.model()); });
  setModel(bridge_.model());
}

void ClassPanel::setModel(std::shared_ptr<Model> model) {
  asker_->setModel(std::move(model));
  setEnabled(asker_->hasModel());
  view_->setGrid({});
  view_->setEmptyText(asker_->hasModel() ? tr("Drawing …") : tr("Pictures appear here once there is a generator: start a run, or open one."));
  fillClasses();
  asker_->wantAll();
}

void ClassPanel::fillClasses() {
  classes_ = asker_->info().classNames;
  const QSignalBlocker quiet(list_);
  list_->clear();
  if (!classes_.empty()) list_->addItem(tr("All classes"));
  for (const auto& name : classes_) list_->addItem(from(name));
  if (class_ >= static_cast<int>(classes_.size())) class_ = -1;
  list_->setCurrentRow(class_ + 1);
}

void ClassPanel::setClass(int number) {
  class_ = std::clamp(number, -1, static_cast<int>(classes_.size()) - 1);
  const QSignalBlocker quiet(list_);
  list_->setCurrentRow(class_ + 1);
  view_->setReflow(class_ >= 0);   // all classes keep a column each
  asker_->want(0);
}

InferenceRequest ClassPanel::request() const {
  InferenceRequest request;
  request.weights = header_->weights();
  const auto many = static_cast<int>(classes_.size());
  if (many == 0) return request;
  std::vector<LatentRecipe> latents;
  std::vector<std::int64_t> classes;
  const auto add = [&](std::uint32_t latent, std::int64_t number) {
    const LatentPoint point{header_->seed(), latent};
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

void ClassPanel::take(const InferenceResult& result) {
  header_->report(result);
  const auto grid = result.images.find("samples");
  if (result.error || grid == result.images.end()) return;
  view_->setGrid(grid->second);
  std::map<int, QString> captions;
  for (int i = 0; i < grid->second.count; ++i) {
    const int number = class_ < 0 ? i % std::max(1, grid->second.columns) : class_;
    if (number < static_cast<int>(classes_.size())) captions[i] = from(classes_[static_cast<std::size_t>(number)]);
  }
  view_->setCaptions(std::move(captions));
}

}  // namespace ganvas::ui
