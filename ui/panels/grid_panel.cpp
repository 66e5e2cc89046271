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
  side->setParent(this);   // before the grid is made: the keyboard goes from left to right
  row->addWidget(side);
  compared_ = new ComparedView(this);
  row->addWidget(compared_, 1);
  layout->addLayout(row, 1);
  for (auto* view : {&compared_->view(), &compared_->live()}) connect(view, &TileView::failed, &bridge_, &Bridge::failed);
}

void GridPanel::begin() { setModel(bridge_.model()); }

void GridPanel::setModel(std::shared_ptr<Model> model) {
  if (model && model == asker_->model()) return;   // it is shown already, as the person left it
  asker_->setModel(std::move(model));
  setEnabled(asker_->hasModel());
  for (auto* view : {&compared_->view(), &compared_->live()}) put(*view, {}, {});
  view().setEmptyText(asker_->hasModel() ? tr("Drawing …") : tr("Pictures appear here once there is a generator: start a run, or open one."));
  modelSet();
  ask();
}

void GridPanel::takeOver(Panel& other) {
  const auto& before = static_cast<GridPanel&>(other);
  header_->takeOver(*before.header_);
}

TileView& GridPanel::view() const { return compared_->view(); }

void GridPanel::ask() { asker_->wantAll(); }

InferenceRequest GridPanel::requestFor(int kind) {
  if (kind == kLive && !compared_->comparing()) return {};
  asked_[static_cast<std::size_t>(kind)] = legend();
  auto asked = request();
  asked.weights = kind == kLive ? Weights::live : header_->weights();
  return asked;
}

void GridPanel::take(int kind, const InferenceResult& result) {
  header_->report(result);
  const auto found = result.images.find("samples");
  if (result.error || found == result.images.end()) return;
  put(kind == kLive ? compared_->live() : compared_->view(), found->second, asked_[static_cast<std::size_t>(kind)]);
}

void GridPanel::put(TileView& view, TileGrid grid, const Legend& legend) {
  std::map<int, QString> captions;
  for (int i = 0; legend.caption && i < grid.count; ++i)
    if (auto text = legend.caption(i, std::max(1, grid.columns)); !text.isEmpty()) captions[i] = std::move(text);
  view.setReflow(legend.reflow);
  view.setHeadings(Qt::Horizontal, legend.columns);
  view.setHeadings(Qt::Vertical, legend.rows);
  view.setGrid(std::move(grid));
  view.setCaptions(std::move(captions));
}

}  // namespace ganvas::ui
