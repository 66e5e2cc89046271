#include "ui/panels/grid_panel.hpp"

#include <QHBoxLayout>

#include "ui/bridge/bridge.hpp"
#include "ui/panels/compared_view.hpp"
#include "ui/panels/model_asker.hpp"
#include "ui/panels/model_header.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/shell/tokens.hpp"

namespace ganvas::ui {

GridPanel::GridPanel(Bridge& bridge, QWidget* side, QWidget* parent) : Panel(parent), bridge_(bridge) {
  asker_ = new ModelAsker(bridge_, this, kKinds, [this](int kind) { return requestFor(kind); });
  connect(asker_, &ModelAsker::answered, this, &GridPanel::take);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(tokens::kSpace4, tokens::kSpace3, tokens::kSpace4, tokens::kSpace3);
  layout->setSpacing(tokens::kSpace3);
  header_ = new ModelHeader(*asker_, this);
  connect(header_, &ModelHeader::seedChanged, asker_, &ModelAsker::wantAll);
  connect(header_, &ModelHeader::weightsChanged, this, [this] {
    compared_->setComparing(header_->comparing());
    ask();
  });
  layout->addWidget(header_);
  auto* row = new QHBoxLayout;
  row->setSpacing(tokens::kSpace3);
  row->addWidget(side);
  compared_ = new ComparedView(this);
  row->addWidget(compared_, 1);
  layout->addLayout(row, 1);
}

void GridPanel::begin() {
  connect(&bridge_, &Bridge::modelChanged, this, [this] { setModel(bridge_.model()); });
  setModel(bridge_.model());
}

void GridPanel::setModel(std::shared_ptr<Model> model) {
  asker_->setModel(std::move(model));
  setEnabled(asker_->hasModel());
  for (auto* view : {&compared_->view(), &compared_->live()}) view->setGrid({});
  view().setEmptyText(asker_->hasModel() ? tr("Drawing …") : tr("Pictures appear here once there is a generator: start a run, or open one."));
  modelSet();
  ask();
}

void GridPanel::takeOver(Panel& other) {
  const auto& before = static_cast<GridPanel&>(other);
  header_->takeOver(*before.header_);
}

TileView& GridPanel::view() const { return compared_->view(); }

void GridPanel::setHeadings(Qt::Orientation orientation, const QStringList& headings) {
  for (auto* view : {&compared_->view(), &compared_->live()}) view->setHeadings(orientation, headings);
}

void GridPanel::setReflow(bool on) {
  for (auto* view : {&compared_->view(), &compared_->live()}) view->setReflow(on);
}

void GridPanel::ask() { asker_->wantAll(); }

InferenceRequest GridPanel::requestFor(int kind) const {
  if (kind == kLive && !compared_->comparing()) return {};
  auto asked = request();
  asked.weights = kind == kLive ? Weights::live : header_->weights();
  return asked;
}

void GridPanel::take(int kind, const InferenceResult& result) {
  header_->report(result);
  const auto found = result.images.find("samples");
  if (result.error || found == result.images.end()) return;
  const auto& grid = found->second;
  auto& view = kind == kLive ? compared_->live() : compared_->view();
  view.setGrid(grid);
  std::map<int, QString> captions;
  for (int i = 0; i < grid.count; ++i)
    if (auto text = caption(i, std::max(1, grid.columns)); !text.isEmpty()) captions[i] = std::move(text);
  view.setCaptions(std::move(captions));
}

}  // namespace ganvas::ui
