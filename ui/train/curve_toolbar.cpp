// The row above the curves: which group, the step read out, smoothing, following, and the menu for axes and export.
#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QTabBar>
#include <QToolButton>
#include <cmath>

#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"
#include "ui/train/loss_curves.hpp"

namespace ganvas::ui {
namespace {

/// The slider's 0 … 100 is spread so that the useful weights (0.5 … 0.999) have room: 1 - 10^(-3p).
double weightOf(int position) { return position == 0 ? 0 : 1 - std::pow(10.0, -3.0 * position / 100); }
int positionOf(double weight) { return weight <= 0 ? 0 : static_cast<int>(std::lround(-std::log10(1 - weight) / 3 * 100)); }

}  // namespace

void LossCurves::showSmoothing() {
  smoothingLabel_->setText(tr("Smoothing %1").arg(QString::number(smoothing_, 'f', 2)));
  const QSignalBlocker quiet(smoothingSlider_);
  smoothingSlider_->setValue(positionOf(smoothing_));
}

QWidget* LossCurves::buildToolbar() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(tokens::kSpace2);
  tabs_ = new QTabBar(bar);
  tabs_->setDrawBase(false);
  tabs_->setExpanding(false);
  tabs_->setAccessibleName(tr("Which curves"));
  connect(tabs_, &QTabBar::currentChanged, this, &LossCurves::showGroup);
  row->addWidget(tabs_, 1);

  step_ = InkLabel::numbers(Ink::text, tokens::Type::strong, bar);
  step_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  row->addWidget(step_);
  row->addSpacing(tokens::kSpace2);

  smoothingLabel_ = InkLabel::numbers(Ink::textMuted, tokens::Type::caption, bar);
  row->addWidget(smoothingLabel_);
  smoothingSlider_ = new QSlider(Qt::Horizontal, bar);
  smoothingSlider_->setRange(0, 100);
  smoothingSlider_->setFixedWidth(tokens::kSpace12 * 2);
  smoothingSlider_->setAccessibleName(tr("Smoothing"));
  smoothingSlider_->setToolTip(tr("Exponential smoothing: how much of the past the strong line keeps. The faint line behind it is what was measured. 0 switches it off."));
  connect(smoothingSlider_, &QSlider::valueChanged, this, [this](int position) { setSmoothing(weightOf(position)); });
  row->addWidget(smoothingSlider_);

  follow_ = new QToolButton(bar);
  follow_->setText(tr("Follow"));
  follow_->setCheckable(true);
  follow_->setChecked(true);
  follow_->setToolTip(tr("Keep the newest step in view. Ends when you move the curves."));
  connect(follow_, &QToolButton::toggled, this, &LossCurves::setFollowing);
  row->addWidget(follow_);
  row->addWidget(buildMenu());
  return bar;
}

QToolButton* LossCurves::buildMenu() {
  auto* button = new QToolButton(this);
  button->setIcon(tokens::icon(QStringLiteral("more")));
  button->setToolTip(tr("Axes, copy and save"));
  button->setAccessibleName(button->toolTip());
  auto* menu = new QMenu(button);
  auto* fitAll = menu->addAction(tr("Fit all"), this, &LossCurves::fit);
  fitAll->setShortcut(Qt::Key_0);
  fitAll->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  menu->addSeparator();
  logXAction_ = menu->addAction(tr("Logarithmic steps"));
  logXAction_->setCheckable(true);
  connect(logXAction_, &QAction::toggled, this, &LossCurves::setLogX);
  logYAction_ = menu->addAction(tr("Logarithmic values"));
  logYAction_->setCheckable(true);
  connect(logYAction_, &QAction::toggled, this, &LossCurves::setLogY);
  menu->addSeparator();
  menu->addAction(tr("Copy picture"), this, &LossCurves::copyPicture);
  menu->addAction(tr("Save as PNG, PDF or CSV…"), this, &LossCurves::saveAs);
  connect(button, &QToolButton::clicked, menu, [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
  return button;
}

}  // namespace ganvas::ui
