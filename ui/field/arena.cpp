#include "ui/field/arena.hpp"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <utility>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/run_pair.hpp"
#include "ui/field/field_numbers.hpp"
#include "ui/field/field_player.hpp"
#include "ui/field/field_side.hpp"
#include "ui/field/field_time.hpp"
#include "ui/field/phase_formula.hpp"
#include "ui/field/run_column.hpp"
#include "ui/shell/tokens.hpp"

namespace ganvas::ui {

Arena::Arena(RunPair& pair, const FamilyInfo& family, QWidget* parent)
    : QWidget(parent), pair_(pair), family_(family), player_(new FieldPlayer(pair, this)), controls_(new FieldControls(pair, *player_, this)), formula_(new PhaseFormula(this)), time_(new FieldTime(pair, *player_, this)) {
  if (offersField(family_)) side_ = new FieldSide(true, this);
  first_ = new RunColumn(pair_.first(), family_, side_, 0, this);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(controls_);
  auto* line = new QFrame(this);
  line->setFrameShape(QFrame::HLine);
  column->addWidget(line);
  column->addWidget(formula_);
  auto* row = new QHBoxLayout;
  row->setSpacing(tokens::kSpace3);
  row->setContentsMargins(tokens::kSpace4, tokens::kSpace2, 0, 0);
  columns_ = new QHBoxLayout;
  columns_->setSpacing(tokens::kSpace4);
  columns_->addWidget(first_, 1);
  row->addLayout(columns_, 1);
  if (side_) row->addWidget(side_);
  column->addLayout(row, 1);
  auto* foot = new QHBoxLayout;
  foot->setContentsMargins(tokens::kSpace4, 0, tokens::kSpace4, 0);
  foot->addWidget(time_);
  column->addLayout(foot);
  controls_->setSideOffered(side_ != nullptr);
  if (side_) connect(controls_, &FieldControls::sideToggled, side_, &QWidget::setVisible);
  connect(&pair_, &RunPair::secondChanged, this, &Arena::refreshSecond);
  connect(player_, &FieldPlayer::changed, this, &Arena::refreshFormula);
  connect(&pair_.first(), &Bridge::sessionStarted, this, &Arena::refreshFormula);
  refreshSecond();
  refreshFormula();
}

Arena::~Arena() { delete std::exchange(second_, nullptr); }   // before the bridge that it listens to

void Arena::refreshSecond() {
  if ((pair_.second() != nullptr) == (second_ != nullptr) && (!second_ || &second_->bridge() == pair_.second())) return;
  delete std::exchange(second_, nullptr);
  if (auto* bridge = pair_.second()) {
    second_ = new RunColumn(*bridge, family_, side_, 1, this);
    columns_->addWidget(second_, 1);
  }
  if (side_) side_->numbers().setSecondShown(second_ != nullptr);
}

void Arena::refreshFormula() {
  const auto played = pair_.session() ? pair_.first().status().played : std::nullopt;
  formula_->setVisible(player_->slow() || played);
  formula_->show(played);
}

void Arena::setTitles(const QString& first, const QString& second) {
  first_->setTitle(first);
  if (second_) second_->setTitle(second);
}

void Arena::takeOver(Arena& other) {
  if (side_ && other.side_) side_->takeOver(*other.side_);
  first_->takeOver(*other.first_);
  refreshSecond();
  if (second_ && other.second_) second_->takeOver(*other.second_);
  controls_->takeOver(*other.controls_);
  time_->takeOver(*other.time_);
}

}  // namespace ganvas::ui
