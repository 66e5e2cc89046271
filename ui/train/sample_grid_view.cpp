#include "ui/train/sample_grid_view.hpp"

#include <QHBoxLayout>
#include <QLocale>
#include <QRandomGenerator>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/images.hpp"
#include "ui/bridge/words.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/shell/tool_button.hpp"
#include "ui/train/curve_style.hpp"
#include "ui/train/elided_label.hpp"
#include "ui/train/ink_label.hpp"
#include "ui/train/run_controls.hpp"

namespace ganvas::ui {

SampleGridView::SampleGridView(Bridge& bridge, QWidget* parent) : QWidget(parent), bridge_(bridge) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(buildToolbar());
  view_ = new TileView(this);
  view_->setReflow(true);
  view_->setAccessibleName(tr("Sample grid"));
  view_->setEmptyText(tr("What the generator draws appears here when a run starts: always from the same latents, so that one sees the same pictures form."));
  layout->addWidget(view_, 1);

  connect(view_, &TileView::viewChanged, this, &SampleGridView::refreshZoom);
  connect(view_, &TileView::failed, this, &SampleGridView::failed);
  connect(&bridge_, &Bridge::sessionStarted, this, &SampleGridView::clear);
  connect(&bridge_, &Bridge::recordOpened, this, &SampleGridView::clear);
  connect(&bridge_, &Bridge::samplesArrived, this, &SampleGridView::setLiveGrid);
  connect(&bridge_, &Bridge::statusChanged, this, &SampleGridView::refreshLabels);
  connect(&bridge_, &Bridge::modelChanged, this, [this] {
    if (!read_.empty()) putSorted();   // its names may be known now
  });
  refreshLabels();
}

QWidget* SampleGridView::buildToolbar() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(tokens::kSpace3, tokens::kSpace1, tokens::kSpace2, tokens::kSpace1);
  row->setSpacing(tokens::kSpace1);
  step_ = InkLabel::numbers(Ink::text, tokens::Type::strong, bar);
  row->addWidget(step_);
  row->addSpacing(tokens::kSpace2);
  activity_ = new ElidedLabel(Ink::textMuted, tokens::Type::caption, bar);
  row->addWidget(activity_, 1);
  const auto addButton = [&](const QString& icon, const QString& tip, auto slot) {
    auto* button = toolButton(icon, tip, bar);
    connect(button, &QToolButton::clicked, this, slot);
    row->addWidget(button);
    return button;
  };
  newLatents_ = addButton(QStringLiteral("dice"), tr("New latents: other pictures from now on"), [this] { requestNewLatents(); });
  newLatents_->setText(tr("New latents"));
  newLatents_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  sort_ = addButton(QStringLiteral("grid"), tr("Sort the pictures into classes, as a network trained on the data reads them"), [this] { setSorted(sort_->isChecked()); });
  sort_->setText(tr("By class"));
  sort_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  sort_->setCheckable(true);
  row->addSpacing(tokens::kSpace2);
  addButton(QStringLiteral("zoom-out"), tr("Zoom out (−)"), [this] { view_->zoomOut(); });
  zoom_ = InkLabel::numbers(Ink::textMuted, tokens::Type::caption, bar);
  zoom_->setAlignment(Qt::AlignCenter);
  zoom_->setMinimumWidth(tokens::kSpace8 + tokens::kSpace2);
  row->addWidget(zoom_);
  addButton(QStringLiteral("zoom-in"), tr("Zoom in (+)"), [this] { view_->zoomIn(); });
  addButton(QStringLiteral("zoom-fit"), tr("Fit (0)"), [this] { view_->fit(); });
  row->addSpacing(tokens::kSpace2);
  addButton(QStringLiteral("copy"), tr("Copy the grid"), [this] { view_->copyGrid(); });
  addButton(QStringLiteral("save"), tr("Save the grid…"), [this] { view_->saveAs(); });
  return bar;
}

void SampleGridView::setLiveGrid(const TileGrid& grid) {
  liveGrid_ = grid;
  if (live_) put(grid);
}

void SampleGridView::showHistory(const TileGrid& grid) {
  live_ = false;
  put(grid);
}

void SampleGridView::showLive() {
  live_ = true;
  if (!liveGrid_.empty()) put(liveGrid_);
  refreshLabels();
}

void SampleGridView::setSorted(bool on) {
  sorted_ = on;
  sort_->setChecked(on);
  if (!on) stopSorting();
  put(unsorted_);
}

void SampleGridView::put(const TileGrid& grid) {
  unsorted_ = grid;
  if (!sorted_ || grid.empty() || read_.empty()) putUnsorted(grid);   // the first reading may take a minute: until then as it was drawn
  if (sorted_) sortNow();
}

void SampleGridView::putUnsorted(const TileGrid& grid) {
  read_ = {};
  view_->setCaptions({});
  view_->setHeadings(Qt::Vertical, {});
  view_->setAbsent({});
  view_->setReflow(tilesEach() == 1);   // what belongs together stays together
  sort_->setVisible(tilesEach() == 1);
  view_->setGrid(grid);
  refreshLabels();
}

int SampleGridView::tilesEach() const {
  const auto model = bridge_.model();
  return model ? model->info().family.tilesEach : 1;
}

/// Those of another run's data would be wrong: the bridge may have any networks for the panels.
std::vector<std::string> SampleGridView::classNames() const {
  const auto model = bridge_.model();
  const auto info = model ? model->info() : ModelInfo{};
  return from(info.folder) == bridge_.folder() ? info.classNames : std::vector<std::string>{};
}

void SampleGridView::putSorted() {
  constexpr int kMostEmptyRows = 20;   // of hundreds of classes only those that are there
  const auto names = classNames();
  const auto sorted = sortedByClass(read_, classes_, names.size() <= kMostEmptyRows ? static_cast<int>(names.size()) : 0);
  QStringList headings;
  std::map<int, QString> captions;
  for (std::size_t row = 0; row < sorted.rows.size(); ++row) {
    const int number = sorted.rows[row];
    const auto name = static_cast<std::size_t>(number) < names.size() ? told(names[static_cast<std::size_t>(number)]) : QLocale().toString(number);
    const bool first = row == 0 || sorted.rows[row - 1] != number;
    headings << (first ? tr("%1 · %2").arg(name, QLocale().toString(sorted.count.at(number))) : QString());
    for (int column = 0; column < sorted.grid.columns; ++column) captions[static_cast<int>(row) * sorted.grid.columns + column] = name;
  }
  view_->setReflow(false);
  view_->setGrid(sorted.grid);
  view_->setAbsent(sorted.absent);
  view_->setHeadings(Qt::Vertical, headings);
  view_->setCaptions(std::move(captions));
  refreshLabels();
}

/// One reading at a time, and only while somebody looks; what came meanwhile is sorted next.
void SampleGridView::sortNow() {
  const bool done = unsorted_.empty() || unsorted_.frame.bgra == read_.frame.bgra;
  if (sorting_ || done || !isVisible()) return;
  sorting_ = new QObject(this);
  const auto sort = [this, grid = unsorted_](Result<std::vector<int>> classes) {
    stopSorting();
    if (!classes) {
      setSorted(false);
      emit failed(toldWhenShown(classes.error().message));
      return;
    }
    read_ = grid;
    classes_ = *classes;
    putSorted();
    sortNow();
  };
  bridge_.follow<std::vector<int>>(bridge_.engine().readClasses(bridge_.folder().toStdString(), unsorted_), sorting_, sort, [this](Progress progress) { tellActivity(progress); });
}

/// A reading that is under way is of no use any more: sorting was switched off, or another run is shown.
void SampleGridView::stopSorting() {
  delete sorting_;
  activity_->clear();
}

void SampleGridView::tellActivity(const Progress& progress) {
  const auto words = activityText(progress.activity, progress.fraction);
  if (activity_->text() != words) activity_->setText(words);
}

QString SampleGridView::activity() const { return activity_->text(); }

void SampleGridView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (sorted_) sortNow();
}

void SampleGridView::clear() {
  stopSorting();
  live_ = true;
  liveGrid_ = {};
  put({});
}

void SampleGridView::takeOver(const SampleGridView& other) {
  liveGrid_ = other.liveGrid_;
  live_ = other.live_;
  sorted_ = other.sorted_;
  sort_->setChecked(sorted_);
  put(other.unsorted_);
  if (other.read_.empty()) return;
  read_ = other.read_;
  classes_ = other.classes_;
  putSorted();
}

const TileGrid& SampleGridView::shown() const { return view_->grid(); }

void SampleGridView::refreshLabels() {
  const auto& grid = view_->grid();
  step_->setText(grid.empty() ? tr("Samples") : headline(grid.step));
  newLatents_->setEnabled(bridge_.running());
  refreshZoom();
}

QString SampleGridView::headline(std::int64_t step) { return tr("Samples at step %1").arg(stepNumber(step)); }

void SampleGridView::refreshZoom() {
  const double scale = view_->scale();
  zoom_->setText(view_->grid().empty() ? QString() : scale >= 1 ? tr("%1×").arg(scale) : tr("%1 %").arg(std::lround(100 * scale)));
}

void SampleGridView::requestNewLatents() {
  bridge_.send(command::NewLatents{QRandomGenerator::global()->generate()});
}

}  // namespace ganvas::ui
