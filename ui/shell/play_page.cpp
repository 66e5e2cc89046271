#include "ui/shell/play_page.hpp"

#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/words.hpp"
#include "ui/panels/panel_registry.hpp"
#include "ui/shell/style.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
const QString kTraining = QStringLiteral("");          // the session's networks
const QString kOther = QStringLiteral("?");            // the entry that asks for a folder

}  // namespace

PlayPage::PlayPage(Bridge& bridge, QWidget* parent)
    : QWidget(parent), bridge_(bridge), sources_(new QComboBox), tabs_(new QTabBar), stack_(new QStackedWidget), facts_(new InkLabel(Ink::textMuted)) {
  setAccessibleName(tr("Play"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(kSpace6, kSpace3, kSpace6, kSpace3);
  row->setSpacing(kSpace4);
  auto* label = new InkLabel(Ink::text, Type::strong);
  label->setText(tr("&Generator"));
  label->setBuddy(sources_);
  sources_->setAccessibleName(tr("Whose generator to play with"));
  sources_->setMinimumWidth(280);
  row->addWidget(label);
  row->addWidget(sources_);
  row->addWidget(facts_, 1);
  tabs_->setDrawBase(false);
  tabs_->setAccessibleName(tr("Ways to use the networks"));
  row->addWidget(tabs_);
  column->addLayout(row);
  auto* line = new QFrame;
  line->setFrameShape(QFrame::HLine);
  line->setFixedHeight(1);
  column->addWidget(line);
  empty_ = makeEmptyState();
  stack_->addWidget(empty_);
  column->addWidget(stack_, 1);
  connect(sources_, &QComboBox::activated, this, [this](int index) {
    const auto source = sources_->itemData(index).toString();
    if (source == kOther) return chooseFolder();
    use(source);
  });
  connect(tabs_, &QTabBar::currentChanged, this, [this](int index) {
    if (const auto found = panels_.find(tabs_->tabData(index).toString()); found != panels_.end()) bringUp(found->second);
  });
  connect(&bridge_, &Bridge::modelChanged, this, [this] {
    if (isVisible()) showModel();
  });
  connect(&bridge_, &Bridge::sessionStarted, this, [this] {
    chosen_ = false;
    if (isVisible()) return refreshSources();
    model_.reset();   // what was looked at is not kept in memory beside a run that trains
    refreshPanels();
  });
}

QWidget* PlayPage::makeEmptyState() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  emptyTitle_ = new InkLabel(Ink::text, Type::title);
  emptyText_ = new InkLabel(Ink::textMuted);
  emptyText_->setWordWrap(true);
  emptyText_->setAlignment(Qt::AlignCenter);
  emptyText_->setFixedWidth(420);
  auto* train = new QPushButton(tr("Train a GAN"));
  setVariant(train, Variant::primary);
  connect(train, &QPushButton::clicked, this, &PlayPage::trainRequested);
  column->addStretch(2);
  for (QWidget* widget : {static_cast<QWidget*>(emptyTitle_), static_cast<QWidget*>(emptyText_), static_cast<QWidget*>(train)}) {
    column->addWidget(widget, 0, Qt::AlignHCenter);
    column->addSpacing(kSpace2);
  }
  column->addStretch(3);
  return page;
}

void PlayPage::use(const QString& folder) {
  source_ = folder;
  chosen_ = true;
  if (isVisible()) {
    refreshSources();
    apply();
  }
}

void PlayPage::chooseFolder() {
  const auto folder = QFileDialog::getExistingDirectory(this, tr("Choose the folder of a run"), from(bridge_.engine().runsFolder()));
  if (folder.isEmpty()) return fillSources({});
  use(folder);
}

void PlayPage::refreshSources() {
  bridge_.follow<std::vector<RunSummary>>(bridge_.engine().runs(), this, [this](Result<std::vector<RunSummary>> runs) {
    fillSources(runs ? *runs : std::vector<RunSummary>());
    if (chosen_) return;
    // Nothing chosen yet: what trains now, else the newest run.
    if (bridge_.session()) source_ = kTraining;
    else if (!bridge_.folder().isEmpty()) source_ = bridge_.folder();
    else if (sources_->count() > 1) source_ = sources_->itemData(0).toString();
    fillSources({});
    apply();
  });
}

void PlayPage::fillSources(const std::vector<RunSummary>& runs) {
  const QSignalBlocker quiet(sources_);
  if (!runs.empty() || sources_->count() == 0) {
    sources_->clear();
    if (bridge_.session()) sources_->addItem(bridge_.running() ? tr("The run in training") : tr("The run just trained"), kTraining);
    for (const auto& run : runs) {
      if (!run.problem.empty()) continue;
      sources_->addItem(from(run.name), from(run.folder));
      sources_->setItemData(sources_->count() - 1, from(run.folder), Qt::ToolTipRole);
    }
    for (const auto& model : bridge_.engine().models()) sources_->addItem(tr("%1, comes with Ganvas").arg(told(model.title)), from(model.folder));
    sources_->addItem(tr("Another folder…"), kOther);
  }
  if (!source_.isEmpty() && sources_->findData(source_) < 0) sources_->insertItem(0, QFileInfo(source_).fileName(), source_);
  sources_->setCurrentIndex(std::max(0, sources_->findData(source_)));
}

/// A stored run's networks are loaded once: whoever looks at another page meanwhile finds the panels as they were.
void PlayPage::apply() {
  const auto has = [this](const std::shared_ptr<Model>& model) { return model && from(model->info().folder) == source_; };
  if (source_.isEmpty()) bridge_.useSessionModel();
  else if (has(model_)) bridge_.useModel(model_);
  else if (!has(bridge_.model())) bridge_.openModel(source_);
  showModel();
}

void PlayPage::showModel() {
  model_ = bridge_.model();
  refreshPanels();
}

void PlayPage::refreshPanels() {
  const auto wanted = tabs_->currentIndex() >= 0 ? tabs_->tabData(tabs_->currentIndex()).toString() : QString();
  const QSignalBlocker quiet(tabs_);
  while (tabs_->count() > 0) tabs_->removeTab(0);
  const auto offered = model_ ? model_->info().family.interactions : std::vector<std::string>{};
  for (const auto& id : offered) {
    const auto* info = findPanel(from(id));
    if (!info) continue;
    auto& panel = panels_[info->id];
    if (!panel) stack_->addWidget(panel = info->make(bridge_, stack_));
    tabs_->setTabData(tabs_->addTab(panelTitle(*info)), info->id);
    if (info->id == wanted) tabs_->setCurrentIndex(tabs_->count() - 1);
  }
  for (const auto& [id, panel] : panels_) panel->setModel(std::find(offered.begin(), offered.end(), id.toStdString()) != offered.end() ? model_ : nullptr);
  tabs_->setVisible(tabs_->count() > 1);
  const auto current = panels_.find(tabs_->currentIndex() >= 0 ? tabs_->tabData(tabs_->currentIndex()).toString() : QString());
  facts_->setText(model_ ? told(model_->info().family.title) + QStringLiteral(" · ") + dataTitle(bridge_.engine(), model_->info().data) : QString());
  if (current != panels_.end()) return bringUp(current->second);
  emptyTitle_->setText(tr("Nothing to play with yet"));
  emptyText_->setText(bridge_.session() ? tr("The networks of this run are still being built.")
                                        : tr("Trained generators will be here: change the latent and see what they draw."));
  emptyText_->setFixedHeight(emptyText_->heightForWidth(emptyText_->minimumWidth()));   // a layout would give it that of one line
  bringUp(empty_);
}

/// The keys that come to the page are its own.
void PlayPage::bringUp(QWidget* shown) {
  stack_->setCurrentWidget(shown);
  setFocusProxy(shown);
}

void PlayPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refreshSources();
  if (std::exchange(settled_, false) || !chosen_) showModel();
  else apply();
}

void PlayPage::takeOver(PlayPage& other) {
  source_ = other.source_;
  chosen_ = other.chosen_ || (other.isVisible() && bridge_.model());
  settled_ = other.settled_ = other.isVisible();
  model_ = other.model_;
  refreshPanels();
  tabs_->setCurrentIndex(other.tabs_->currentIndex());
  for (const auto& [id, panel] : panels_) {
    const auto before = other.panels_.find(id);
    if (before != other.panels_.end()) panel->takeOver(*before->second);
  }
}

void PlayPage::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  if (settled_) return;
  // The other pages show the networks of the run that they show.
  if (bridge_.session()) bridge_.useSessionModel();
  else if (!bridge_.folder().isEmpty() && bridge_.folder() != source_) bridge_.openModel(bridge_.folder());
}

}  // namespace ganvas::ui
