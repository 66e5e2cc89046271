#include "ui/panels/compared_view.hpp"

#include <QGridLayout>

#include "ui/panels/tile_view.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {

ComparedView::ComparedView(QWidget* parent) : QWidget(parent) {
  auto* grid = grid_ = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(tokens::kSpace3);
  grid->setVerticalSpacing(tokens::kSpace1);
  const auto add = [&](int column, const QString& text, const QString& tip, InkLabel*& title, TileView*& view) {
    title = new InkLabel(Ink::textMuted, tokens::Type::caption, this);
    title->setText(text);
    title->setToolTip(tip);
    view = new TileView(this);
    grid->addWidget(title, 0, column, Qt::AlignHCenter);
    grid->addWidget(view, 1, column);
  };
  add(0, tr("EMA: average of the weights"), tr("Pictures from the running average of the generator's weights."), averagedTitle_, view_);
  add(1, tr("Live: the weights as they are now"), tr("The same latents through the weights as they are being trained."), liveTitle_, live_);
  grid->setRowStretch(1, 1);
  live_->setAccessibleName(tr("The same pictures from the live weights"));
  setComparing(false);
}

void ComparedView::setComparing(bool on) {
  comparing_ = on;
  for (const int column : {0, 1}) grid_->setColumnStretch(column, column == 0 || on ? 1 : 0);
  for (QWidget* widget : {static_cast<QWidget*>(averagedTitle_), static_cast<QWidget*>(liveTitle_), static_cast<QWidget*>(live_)}) widget->setVisible(on);
}

}  // namespace ganvas::ui
