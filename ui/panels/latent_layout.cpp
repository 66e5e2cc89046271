// How the latent panel is laid out; what it does is in latent_panel.cpp.
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QRandomGenerator>
#include <QScrollArea>
#include <QSlider>
#include <QSpinBox>
#include <QSplitter>
#include <QToolButton>
#include <climits>

#include "ui/bridge/bridge.hpp"
#include "ui/panels/direction_sliders.hpp"
#include "ui/panels/latent_panel.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

constexpr int kNarrow = 720;         // px below which big picture and grid stand above one another
constexpr int kStripHeight = 100;    // px
constexpr int kTSteps = 200;         // positions of the slider from A to B
constexpr int kPollMs = 500, kAnimateMs = 33;
constexpr int kRandomSeeds = 100'000;

QButtonGroup* segmented(QWidget* parent, QHBoxLayout* row, const QStringList& texts, const QStringList& tips) {
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

}  // namespace

LatentPanel::LatentPanel(Bridge& bridge, QWidget* parent) : Panel(parent), bridge_(bridge) {
  setAccessibleName(tr("Latent space"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(tokens::kSpace4, tokens::kSpace3, tokens::kSpace4, tokens::kSpace3);
  layout->setSpacing(tokens::kSpace3);
  layout->addWidget(buildHeader());
  splitter_ = new QSplitter(Qt::Horizontal, this);
  splitter_->setChildrenCollapsible(false);
  splitter_->setHandleWidth(tokens::kSpace3);
  splitter_->addWidget(buildGrid());
  splitter_->addWidget(buildBig());
  splitter_->setStretchFactor(0, 3);
  splitter_->setStretchFactor(1, 2);
  layout->addWidget(splitter_, 1);
  layout->addWidget(buildWay());
  connectViews();

  poll_.setInterval(kPollMs);
  connect(&poll_, &QTimer::timeout, this, &LatentPanel::poll);
  animate_.setInterval(kAnimateMs);
  connect(&animate_, &QTimer::timeout, this, &LatentPanel::advance);
  connect(&bridge_, &Bridge::inferenceArrived, this, &LatentPanel::take);
  connect(&bridge_, &Bridge::modelChanged, this, [this] { setModel(bridge_.model()); });
  setModel(bridge_.model());
}

QToolButton* LatentPanel::tool(const QString& icon, const QString& tip, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setIcon(tokens::icon(icon));
  button->setToolTip(tip);
  button->setAccessibleName(tip);
  button->setAutoRaise(true);
  return button;
}

QWidget* LatentPanel::buildHeader() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(tokens::kSpace1);
  auto* seedLabel = new InkLabel(Ink::textMuted, tokens::Type::body, bar);
  seedLabel->setText(tr("Seed"));
  row->addWidget(seedLabel);
  seedBox_ = new QSpinBox(bar);
  seedBox_->setRange(0, INT_MAX);
  seedBox_->setAccessibleName(tr("Seed"));
  seedBox_->setToolTip(tr("The same seed draws the same pictures, here and with ganvas-cli generate --seed."));
  seedLabel->setBuddy(seedBox_);
  connect(seedBox_, &QSpinBox::valueChanged, this, [this](int seed) { setSeed(static_cast<std::uint32_t>(seed)); });
  row->addWidget(seedBox_);
  auto* dice = tool(QStringLiteral("dice"), tr("A random seed"), bar);
  connect(dice, &QToolButton::clicked, this, [this] { setSeed(QRandomGenerator::global()->bounded(kRandomSeeds)); });
  row->addWidget(dice);
  countBox_ = new QComboBox(bar);
  for (const int count : {16, 36, 64, 100}) countBox_->addItem(tr("%1 pictures").arg(count), count);
  countBox_->setCurrentIndex(1);
  countBox_->setAccessibleName(tr("How many pictures"));
  connect(countBox_, &QComboBox::currentIndexChanged, this, [this] { want(kGrid); });
  row->addWidget(countBox_);
  row->addSpacing(tokens::kSpace3);
  weightsGroup_ = segmented(bar, row, {tr("EMA"), tr("Live")},
                            {tr("Pictures from the running average of the generator's weights: steadier, usually better."), tr("Pictures from the weights as they are being trained.")});
  connect(weightsGroup_, &QButtonGroup::idToggled, this, [this](int id, bool on) {
    if (on) setWeights(id == 0 ? Weights::ema : Weights::live);
  });
  row->addSpacing(tokens::kSpace3);
  follow_ = new QCheckBox(tr("Follow training"), bar);
  follow_->setChecked(true);
  follow_->setToolTip(tr("Draw again, at most twice a second, while the networks go on learning."));
  row->addWidget(follow_);
  row->addStretch(1);
  return bar;
}

QWidget* LatentPanel::buildGrid() {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(tokens::kSpace1);
  auto* row = new QHBoxLayout;
  row->setSpacing(tokens::kSpace1);
  auto* hint = new InkLabel(Ink::textMuted, tokens::Type::caption, box);
  hint->setText(tr("A click picks"));
  row->addWidget(hint);
  endGroup_ = segmented(box, row, {tr("A"), tr("B")}, {tr("A click takes a picture as A, where the way begins; with Shift as B."), tr("A click takes a picture as B, where the way ends; with Shift as A.")});
  connect(endGroup_, &QButtonGroup::idToggled, this, [this](int id, bool on) {
    if (on) active_ = id == 0 ? End::a : End::b;
  });
  row->addStretch(1);
  status_ = InkLabel::numbers(Ink::textMuted, tokens::Type::caption, box);
  row->addWidget(status_);
  column->addLayout(row);
  views_[kGrid] = new TileView(box);
  views_[kGrid]->setReflow(true);
  views_[kGrid]->setAccessibleName(tr("Samples of this seed"));
  column->addWidget(views_[kGrid], 1);
  return box;
}

QWidget* LatentPanel::buildBig() {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(tokens::kSpace2);
  views_[kBig] = new TileView(box);
  views_[kBig]->setMagnifier(false);
  views_[kBig]->setSelectable(false);
  views_[kBig]->setEmptyText({});
  views_[kBig]->setAccessibleName(tr("The chosen sample"));
  column->addWidget(views_[kBig], 3);
  auto* row = new QHBoxLayout;
  row->setSpacing(tokens::kSpace1);
  auto* title = new InkLabel(Ink::text, tokens::Type::strong, box);
  title->setText(tr("Directions"));
  row->addWidget(title);
  row->addStretch(1);
  resetButton_ = tool(QStringLiteral("reset"), tr("All directions back to 0"), box);
  connect(resetButton_, &QToolButton::clicked, this, [this] { directions_->reset(); });
  row->addWidget(resetButton_);
  auto* copy = tool(QStringLiteral("copy"), tr("Copy this picture"), box);
  connect(copy, &QToolButton::clicked, this, [this] { views_[kBig]->copyTile(0); });
  row->addWidget(copy);
  auto* save = tool(QStringLiteral("save"), tr("Save this picture…"), box);
  connect(save, &QToolButton::clicked, this, [this] { views_[kBig]->saveAs(0); });
  row->addWidget(save);
  column->addLayout(row);
  directionsHint_ = new InkLabel(Ink::textMuted, tokens::Type::caption, box);
  directionsHint_->setText(tr("The directions along which the generator varies most are measured once it has learned a little."));
  directionsHint_->setWordWrap(true);
  column->addWidget(directionsHint_);
  auto* scroll = new QScrollArea(box);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  directions_ = new DirectionSliders(scroll);
  auto* inside = new QWidget(scroll);
  auto* fill = new QVBoxLayout(inside);
  fill->setContentsMargins(0, 0, tokens::kSpace2, 0);
  fill->addWidget(directions_);
  fill->addStretch(1);
  scroll->setWidget(inside);
  connect(directions_, &DirectionSliders::changed, this, [this] {
    want(kBig);
    want(kStrip);
  });
  column->addWidget(scroll, 2);
  return box;
}

QWidget* LatentPanel::buildWay() {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(tokens::kSpace1);
  auto* row = new QHBoxLayout;
  row->setSpacing(tokens::kSpace2);
  playButton_ = tool(QStringLiteral("play"), tr("Go from A to B and back"), box);
  connect(playButton_, &QToolButton::clicked, this, [this] { setAnimating(!animate_.isActive()); });
  row->addWidget(playButton_);
  const auto letter = [&](const QString& text) {
    auto* label = new InkLabel(Ink::text, tokens::Type::strong, box);
    label->setText(text);
    row->addWidget(label);
  };
  letter(tr("A"));
  tSlider_ = new QSlider(Qt::Horizontal, box);
  tSlider_->setRange(0, kTSteps);
  tSlider_->setPageStep(kTSteps / 10);
  tSlider_->setAccessibleName(tr("Place on the way from A to B"));
  tSlider_->setToolTip(tr("The way from A to B on the great circle between their latents (spherical interpolation, Shoemake 1985)."));
  connect(tSlider_, &QSlider::valueChanged, this, [this](int value) {
    setAnimating(false);
    setT(static_cast<double>(value) / kTSteps);
  });
  row->addWidget(tSlider_, 1);
  letter(tr("B"));
  tLabel_ = InkLabel::numbers(Ink::textMuted, tokens::Type::body, box);
  row->addWidget(tLabel_);
  column->addLayout(row);
  views_[kStrip] = new TileView(box);
  views_[kStrip]->setFixedHeight(kStripHeight);
  views_[kStrip]->setEmptyText({});
  views_[kStrip]->setAccessibleName(tr("Pictures on the way from A to B"));
  column->addWidget(views_[kStrip]);
  return box;
}

void LatentPanel::connectViews() {
  connect(views_[kGrid], &TileView::tileClicked, this, [this](int tile, Qt::KeyboardModifiers modifiers) {
    const bool other = modifiers & Qt::ShiftModifier;
    pick((active_ == End::a) != other ? End::a : End::b, tile);
  });
  connect(views_[kStrip], &TileView::selectionChanged, this, [this](int tile) {
    if (tile < 0) return;
    setAnimating(false);
    setT(static_cast<double>(tile) / (views_[kStrip]->grid().count - 1));
  });
}

void LatentPanel::resizeEvent(QResizeEvent*) { splitter_->setOrientation(width() < kNarrow ? Qt::Vertical : Qt::Horizontal); }

}  // namespace ganvas::ui
