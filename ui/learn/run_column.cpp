#include "ui/learn/run_column.hpp"

#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/bridge/bridge.hpp"
#include "ui/panels/field_panel.hpp"
#include "ui/train/elided_label.hpp"
#include "ui/train/loss_curves.hpp"
#include "ui/train/sample_grid_view.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
const char* const kField = "field";

bool offersField(const FamilyInfo& family) { return std::find(family.interactions.begin(), family.interactions.end(), kField) != family.interactions.end(); }

}  // namespace

RunColumn::RunColumn(Bridge& bridge, const FamilyInfo& family, QWidget* parent) : QWidget(parent), bridge_(bridge) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  title_ = new ElidedLabel(Ink::text, Type::strong, this);
  title_->setContentsMargins(kSpace4, 0, kSpace4, 0);
  title_->hide();
  column->addWidget(title_);
  auto* split = new QSplitter(Qt::Vertical, this);
  split->setChildrenCollapsible(false);
  const auto* info = offersField(family) ? findPanel(QString::fromLatin1(kField)) : nullptr;
  if (info) {
    split->addWidget(panel_ = info->make(bridge_, split));
    connect(&bridge_, &Bridge::modelChanged, this, &RunColumn::giveModel);
  } else {
    split->addWidget(samples_ = new SampleGridView(bridge_, split));
    connect(samples_, &SampleGridView::failed, &bridge_, &Bridge::failed);
  }
  curves_ = new LossCurves(bridge_, split);
  connect(curves_, &LossCurves::failed, &bridge_, &Bridge::failed);
  split->addWidget(curves_);
  split->setStretchFactor(0, 3);
  split->setStretchFactor(1, 2);
  column->addWidget(split, 1);
  giveModel();
}

void RunColumn::giveModel() {
  if (!panel_) return;
  const auto model = bridge_.model();
  panel_->setModel(model && offersField(model->info().family) ? model : nullptr);
}

void RunColumn::setTitle(const QString& title) {
  title_->setText(title);
  title_->setVisible(!title.isEmpty());
}

void RunColumn::setSideShown(bool on) {
  if (auto* field = qobject_cast<FieldPanel*>(panel_)) field->setSideShown(on);
}

void RunColumn::takeOver(RunColumn& other) {
  setTitle(other.title_->text());
  curves_->takeOver(*other.curves_);
  if (samples_ && other.samples_) samples_->takeOver(*other.samples_);
  if (panel_ && other.panel_) panel_->takeOver(*other.panel_);
}

}  // namespace ganvas::ui
