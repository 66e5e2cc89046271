#include "ui/panels/field_panel.hpp"

#include <QHBoxLayout>

#include "ui/bridge/bridge.hpp"
#include "ui/field/field_board.hpp"
#include "ui/field/field_numbers.hpp"
#include "ui/field/field_side.hpp"
#include "ui/shell/tokens.hpp"

namespace ganvas::ui {

FieldPanel::FieldPanel(Bridge& bridge, QWidget* parent) : Panel(parent) {
  setAccessibleName(tr("Field"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(tokens::kSpace4, tokens::kSpace3, tokens::kSpace4, tokens::kSpace3);
  row->setSpacing(tokens::kSpace4);
  side_ = new FieldSide(false, this);
  row->addWidget(side_);
  board_ = new FieldBoard(bridge, side_->layers(), side_->pad(), this);
  row->addWidget(board_, 1);
  connect(board_, &FieldBoard::answered, this, [this](const InferenceResult& result) { side_->numbers().show(0, result); });
  setModel(bridge.model());
}

FieldView& FieldPanel::view() const { return board_->view(); }

void FieldPanel::setSideShown(bool on) { side_->setVisible(on); }

void FieldPanel::setModel(std::shared_ptr<Model> model) {
  side_->numbers().clear(0);
  const auto text = model ? tr("Drawing …") : tr("Both players appear here once there are some: start a run of the 2-D playground, or open one.");
  setEnabled(model != nullptr);
  board_->setModel(std::move(model), text);
}

void FieldPanel::takeOver(Panel& other) { side_->takeOver(*static_cast<FieldPanel&>(other).side_); }

}  // namespace ganvas::ui
