#include "ui/panels/model_header.hpp"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <climits>

#include "ui/bridge/words.hpp"
#include "ui/panels/model_asker.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/shell/tool_button.hpp"
#include "ui/train/curve_style.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

constexpr int kRandomSeeds = 100'000;
enum Segment { kEma, kLive, kBoth };

}  // namespace

QButtonGroup* segmentedButtons(QWidget* parent, QHBoxLayout* row, const QStringList& texts, const QStringList& tips) {
  auto* group = new QButtonGroup(parent);
  for (int i = 0; i < texts.size(); ++i) {
    auto* button = new QToolButton(parent);
    button->setText(texts[i]);
    button->setToolTip(tips[i]);
    button->setCheckable(true);
    button->setChecked(i == 0);
    group->addButton(button, i);
    row->addWidget(button);
  }
  return group;
}

ModelHeader::ModelHeader(ModelAsker& asker, QWidget* parent) : QWidget(parent), asker_(asker) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(tokens::kSpace1);
  auto* seedLabel = new InkLabel(Ink::textMuted, tokens::Type::body, this);
  seedLabel->setText(tr("Seed"));
  row->addWidget(seedLabel);
  seedBox_ = new QSpinBox(this);
  seedBox_->setRange(0, INT_MAX);
  seedBox_->setAccessibleName(tr("Seed"));
  seedBox_->setToolTip(tr("The same seed draws the same pictures, here and with ganvas-cli generate --seed."));
  seedLabel->setBuddy(seedBox_);
  connect(seedBox_, &QSpinBox::valueChanged, this, [this](int seed) { setSeed(static_cast<std::uint32_t>(seed)); });
  row->addWidget(seedBox_);
  auto* dice = toolButton(QStringLiteral("dice"), tr("A random seed"), this);
  connect(dice, &QToolButton::clicked, this, [this] { setSeed(QRandomGenerator::global()->bounded(kRandomSeeds)); });
  row->addWidget(dice);
  tools_ = new QHBoxLayout;
  tools_->setSpacing(tokens::kSpace1);
  row->addLayout(tools_);
  row->addSpacing(tokens::kSpace3);
  weightsGroup_ = segmentedButtons(this, row, {tr("EMA"), tr("Live"), tr("Both")},
                                   {tr("Pictures from the running average of the generator's weights: steadier, usually better."), tr("Pictures from the weights as they are being trained."),
                                    tr("The same pictures from both, side by side.")});
  connect(weightsGroup_, &QButtonGroup::idToggled, this, [this](int id, bool on) {
    if (on) choose(id == kLive ? Weights::live : Weights::ema, id == kBoth);
  });
  row->addSpacing(tokens::kSpace3);
  follow_ = new QCheckBox(tr("Follow training"), this);
  follow_->setChecked(true);
  follow_->setToolTip(tr("Draw again, at most twice a second, while the networks go on learning."));
  connect(follow_, &QCheckBox::toggled, &asker_, &ModelAsker::setFollowing);
  row->addWidget(follow_);
  row->addStretch(1);
  status_ = InkLabel::numbers(Ink::textMuted, tokens::Type::caption, this);
  row->addWidget(status_);
  connect(&asker_, &ModelAsker::infoChanged, this, &ModelHeader::refresh);
  refresh();
}

void ModelHeader::addTool(QWidget* widget) { tools_->addWidget(widget); }

void ModelHeader::setSeed(std::uint32_t seed) {
  if (seed == seed_) return;
  seed_ = seed;
  const QSignalBlocker quiet(seedBox_);
  seedBox_->setValue(static_cast<int>(seed & 0x7fffffff));
  emit seedChanged();
}

void ModelHeader::setWeights(Weights weights) { choose(weights, false); }

void ModelHeader::setComparing(bool on) { choose(on ? Weights::ema : weights_, on); }

void ModelHeader::takeOver(const ModelHeader& before) {
  setSeed(before.seed_);
  choose(before.weights_, before.comparing_);
  follow_->setChecked(before.follow_->isChecked());
}

void ModelHeader::choose(Weights weights, bool comparing) {
  if (weights == weights_ && comparing == comparing_) return;
  weights_ = weights;
  comparing_ = comparing;
  const QSignalBlocker quiet(weightsGroup_);
  weightsGroup_->button(comparing ? kBoth : weights == Weights::ema ? kEma : kLive)->setChecked(true);
  emit weightsChanged();
}

void ModelHeader::report(const InferenceResult& result) {
  status_->setInk(result.error ? Ink::error : Ink::textMuted);
  status_->setText(result.error ? told(result.error->message)
                                : tr("%1 ms · step %2").arg(QString::number(result.milliseconds, 'f', 1), stepNumber(result.step)));
}

void ModelHeader::refresh() {
  // Without an average there is nothing to choose, and no second grid that could be left again.
  if (asker_.hasModel() && !asker_.info().hasEma && comparing_) choose(weights_, false);
  for (auto* button : weightsGroup_->buttons()) button->setEnabled(asker_.info().hasEma);
  follow_->setEnabled(asker_.training());
  if (!asker_.hasModel()) status_->clear();
}

}  // namespace ganvas::ui
