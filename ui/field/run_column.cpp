#include "ui/field/run_column.hpp"

#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/bridge.hpp"
#include "ui/field/field_board.hpp"
#include "ui/field/field_numbers.hpp"
#include "ui/field/field_side.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/elided_label.hpp"
#include "ui/train/loss_curves.hpp"
#include "ui/train/sample_grid_view.hpp"

namespace ganvas::ui {

using namespace tokens;

bool offersField(const FamilyInfo& family) {
  return std::find(family.interactions.begin(), family.interactions.end(), std::string("field")) != family.interactions.end();
}

RunColumn::RunColumn(Bridge& bridge, const FamilyInfo& family, FieldSide* side, int place, QWidget* parent)
    : QWidget(parent), bridge_(bridge), family_(family), side_(side), place_(place) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  title_ = new ElidedLabel(Ink::text, Type::strong, this);
  title_->setContentsMargins(kSpace4, 0, kSpace4, 0);
  title_->hide();
  column->addWidget(title_);
  auto* split = new QSplitter(Qt::Vertical, this);
  split->setChildrenCollapsible(true);
  if (side_) {
    makeBoard();
    split->addWidget(board_);
  } else {
    split->addWidget(samples_ = new SampleGridView(bridge_, split));
    connect(samples_, &SampleGridView::failed, &bridge_, &Bridge::failed);
  }
  split->setCollapsible(0, false);
  curves_ = new LossCurves(bridge_, split);
  connect(curves_, &LossCurves::failed, &bridge_, &Bridge::failed);
  split->addWidget(curves_);
  split->setStretchFactor(0, 3);
  split->setStretchFactor(1, 2);
  column->addWidget(split, 1);
}

void RunColumn::makeBoard() {
  board_ = new FieldBoard(bridge_, side_->layers(), side_->pad(), this);
  connect(board_, &FieldBoard::answered, this, [this](const InferenceResult& result) { side_->numbers().show(place_, result); });
  connect(&bridge_, &Bridge::scalarsArrived, this, [this](const std::vector<Scalar>& scalars) {
    if (bridge_.session() && bridge_.session()->family() == family_.name) side_->numbers().addScalars(place_, scalars);
  });
  connect(&bridge_, &Bridge::modelChanged, this, &RunColumn::giveModel);
  connect(&bridge_, &Bridge::noticesArrived, this, [this](const std::vector<Notice>& notices) {
    for (const auto& notice : notices)
      if (notice.level == NoticeLevel::error) board_->setTrouble(toldWhenShown(notice.message));
  });
  giveModel();
}

void RunColumn::giveModel() {
  const auto model = bridge_.model();
  const bool fits = model && model->info().family.name == family_.name;
  if (!fits) side_->numbers().clear(place_);
  board_->setModel(fits ? model : nullptr, fits ? tr("Drawing …") : place_ == 0 ? tr("Both players appear here as soon as a run begins.") : tr("Run B begins together with run A at the next start."));
}

void RunColumn::setTitle(const QString& title) {
  title_->setText(title);
  title_->setVisible(!title.isEmpty());
}

void RunColumn::takeOver(RunColumn& other) {
  setTitle(other.title_->text());
  curves_->takeOver(*other.curves_);
  if (samples_ && other.samples_) samples_->takeOver(*other.samples_);
}

}  // namespace ganvas::ui
