#include "ui/field/field_page.hpp"

#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/run_pair.hpp"
#include "ui/field/arena.hpp"
#include "ui/field/field_player.hpp"
#include "ui/field/run_column.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"
#include "ui/train/parameter_form.hpp"
#include "ui/train/parameter_text.hpp"
#include "ui/train/preset_bar.hpp"
#include "ui/train/train_setup.hpp"

namespace ganvas::ui {
namespace {

const QString kInteraction = QStringLiteral("field");

}  // namespace

FieldPage::FieldPage(Bridge& bridge, QWidget* parent) : QWidget(parent), bridge_(bridge) {
  setAccessibleName(tr("Field"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  const auto families = bridge_.engine().families();
  const auto plays = std::find_if(families.begin(), families.end(), offersField);
  if (plays != families.end()) {
    build(*plays);
    return;
  }
  auto* nothing = new InkLabel(Ink::textMuted, tokens::Type::body, this);
  nothing->setText(tr("There is no family here that plays in the plane."));
  nothing->setAlignment(Qt::AlignCenter);
  column->addWidget(nothing);
}

FieldPage::~FieldPage() {
  dropSecondSetup();       // what listens to the second run goes before it does
  delete arena_;
}

void FieldPage::build(const FamilyInfo& family) {
  pair_ = new RunPair(bridge_, family.name, this);
  split_ = new QSplitter(Qt::Horizontal, this);
  split_->addWidget(makeSetups());
  arena_ = new Arena(*pair_, family, split_);
  arena_->controls().setStartOffered(true);
  split_->addWidget(arena_);
  split_->setStretchFactor(0, 0);
  split_->setStretchFactor(1, 1);
  split_->setCollapsible(1, false);
  layout()->addWidget(split_);
  connect(&arena_->controls(), &FieldControls::startRequested, this, &FieldPage::start);
  connect(&arena_->controls(), &FieldControls::stopRequested, this, &FieldPage::stop);
  connect(&arena_->controls(), &FieldControls::comparingChanged, this, &FieldPage::setComparing);
  beginWithFirstPreset(family);
}

QWidget* FieldPage::makeSetups() {
  auto* side = new QWidget(split_);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  tabs_ = new QTabBar(side);
  tabs_->setDrawBase(false);
  tabs_->setAccessibleName(tr("Whose parameters"));
  tabs_->addTab(tr("Run A"));
  tabs_->addTab(tr("Run B"));
  tabs_->hide();
  setups_ = new QStackedWidget(side);
  first_ = new TrainSetup(bridge_, setups_, kInteraction);
  setups_->addWidget(first_);
  column->addWidget(tabs_);
  column->addWidget(setups_, 1);
  connect(tabs_, &QTabBar::currentChanged, this, &FieldPage::chooseSetup);
  return side;
}

/// So that the first thing one sees can be started at once.
void FieldPage::beginWithFirstPreset(const FamilyInfo& family) {
  if (pair_->session()) return;
  const auto presets = bridge_.engine().presets(family.name);
  const auto first = std::max_element(presets.begin(), presets.end(), [](const PresetInfo& a, const PresetInfo& b) {
    return std::pair(a.shipped && !a.data.empty(), a.first) < std::pair(b.shipped && !b.data.empty(), b.first);
  });
  if (first == presets.end() || first->data.empty()) return;
  first_->setData(from(first->data));
  first_->presets().choose(from(first->name));
}

bool FieldPage::start() {
  if (!pair_) return false;
  if (bridge_.running()) {
    emit bridge_.failed([] { return tr("A run is going on. Stop it before you start another one."); });
    return false;
  }
  first_->leaveRecord();
  auto request = first_->checkedRequest();
  if (!request) return chooseSetup(0), false;
  std::optional<RunRequest> beside;
  if (second_) {
    second_->setData(first_->data());
    beside = second_->checkedRequest();
    if (!beside) return chooseSetup(1), false;
    beside->startPaused = true;
  }
  request->startPaused = true;
  if (!pair_->start(std::move(*request), beside)) return false;
  refreshTitles();
  arena_->player().playWhenReady();
  return true;
}

void FieldPage::stop() {
  arena_->player().pause();
  pair_->send(command::Stop{});
}

void FieldPage::chooseSetup(int tab) {
  tabs_->setCurrentIndex(tab);
  setups_->setCurrentIndex(std::min(tab, setups_->count() - 1));
}

void FieldPage::setComparing(bool on) {
  if (!pair_ || on == (second_ != nullptr)) return;
  if (on) {
    pair_->addSecond();
    addSecondSetup();
    second_->setData(first_->data());
    second_->form().setValues(first_->form().values(), [] { return tr("As run A"); });
    second_->form().undoStack()->clear();
    chooseSetup(1);
  } else {
    dropSecondSetup();
    pair_->dropSecond();
  }
  arena_->controls().setComparing(on);
  refreshTitles();
}

void FieldPage::addSecondSetup() {
  second_ = new TrainSetup(*pair_->second(), setups_, kInteraction);
  second_->setChoosersShown(false);
  setups_->addWidget(second_);
  tabs_->show();
  for (auto* setup : {first_, second_}) connect(&setup->form(), &ParameterForm::valuesChanged, this, &FieldPage::refreshTitles);
}

void FieldPage::dropSecondSetup() {
  if (!second_) return;
  disconnect(&first_->form(), &ParameterForm::valuesChanged, this, &FieldPage::refreshTitles);
  delete std::exchange(second_, nullptr);
  tabs_->hide();
  chooseSetup(0);
}

void FieldPage::refreshTitles() {
  if (second_) arena_->setTitles(titleOf(*first_, *second_, tr("A")), titleOf(*second_, *first_, tr("B")));
  else arena_->setTitles({}, {});
}

QString FieldPage::titleOf(const TrainSetup& one, const TrainSetup& other, const QString& letter) const {
  QStringList parts;
  const auto& schema = one.form().schema();
  for (const auto& [key, value] : differences(schema, one.request().values, other.request().values))
    if (const auto* parameter = schema.find(key)) parts << told(parameter->title) + QStringLiteral(" ") + parametertext::shown(*parameter, value);
  return parts.isEmpty() ? letter : letter + QStringLiteral(":  ") + parts.join(QStringLiteral(", "));
}

void FieldPage::takeOver(FieldPage& other) {
  if (!pair_ || !other.pair_) return;
  first_->takeOver(*other.first_);
  if (other.second_) {
    pair_->takeOver(*other.pair_);
    addSecondSetup();
    second_->takeOver(*other.second_);
    chooseSetup(other.tabs_->currentIndex());
  }
  arena_->takeOver(*other.arena_);
  split_->restoreState(other.split_->saveState());
  refreshTitles();
}

}  // namespace ganvas::ui
