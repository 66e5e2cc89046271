// How the latent panel is laid out; what it does is in latent_panel.cpp.
#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSlider>
#include <QSplitter>
#include <QToolButton>

#include "ui/bridge/bridge.hpp"
#include "ui/panels/compared_view.hpp"
#include "ui/panels/direction_sliders.hpp"
#include "ui/panels/latent_panel.hpp"
#include "ui/panels/model_asker.hpp"
#include "ui/panels/model_header.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/shell/tool_button.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

constexpr int kNarrow = 720;         // px below which big picture and grid stand above one another
constexpr int kStripHeight = 100;    // px
constexpr int kTSteps = 200;         // positions of the slider from A to B
constexpr int kAnimateMs = 33;

}  // namespace

LatentPanel::LatentPanel(Bridge& bridge, QWidget* parent) : Panel(parent), bridge_(bridge) {
  setAccessibleName(tr("Latent space"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(tokens::kSpace4, tokens::kSpace3, tokens::kSpace4, tokens::kSpace3);
  layout->setSpacing(tokens::kSpace3);
  asker_ = new ModelAsker(bridge_, this, kKinds, [this](int kind) { return requestFor(kind); });
  connect(asker_, &ModelAsker::answered, this, &LatentPanel::take);
  connect(asker_, &ModelAsker::infoChanged, this, &LatentPanel::refreshInfo);
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

  animate_.setInterval(kAnimateMs);
  connect(&animate_, &QTimer::timeout, this, &LatentPanel::advance);
  setModel(bridge_.model());
}

QWidget* LatentPanel::buildHeader() {
  header_ = new ModelHeader(*asker_, this);
  countBox_ = new QComboBox(header_);
  for (const int count : {16, 36, 64, 100}) countBox_->addItem(tr("%1 pictures").arg(count), count);
  countBox_->setCurrentIndex(1);
  countBox_->setAccessibleName(tr("How many pictures"));
  const auto wantGrid = [this] {
    asker_->want(kGrid);
    asker_->want(kLiveGrid);
  };
  connect(countBox_, &QComboBox::currentIndexChanged, this, wantGrid);
  header_->addTool(countBox_);
  connect(header_, &ModelHeader::seedChanged, this, [this, wantGrid] {
    refreshBadges();
    wantGrid();
  });
  connect(header_, &ModelHeader::weightsChanged, this, [this] {
    compared_->setComparing(header_->comparing());
    asker_->wantAll();
  });
  return header_;
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
  endGroup_ = segmentedButtons(box, row, {tr("A"), tr("B")}, {tr("A click takes a picture as A, where the way begins; with Shift as B."), tr("A click takes a picture as B, where the way ends; with Shift as A.")});
  connect(endGroup_, &QButtonGroup::idToggled, this, [this](int id, bool on) {
    if (on) active_ = id == 0 ? End::a : End::b;
  });
  row->addStretch(1);
  column->addLayout(row);
  compared_ = new ComparedView(box);
  views_[kGrid] = &compared_->view();
  views_[kLiveGrid] = &compared_->live();
  for (const auto kind : {kGrid, kLiveGrid}) views_[kind]->setReflow(true);
  views_[kGrid]->setAccessibleName(tr("Samples of this seed"));
  column->addWidget(compared_, 1);
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
  resetButton_ = toolButton(QStringLiteral("reset"), tr("All directions back to 0"), box);
  connect(resetButton_, &QToolButton::clicked, this, [this] { directions_->reset(); });
  row->addWidget(resetButton_);
  auto* copy = toolButton(QStringLiteral("copy"), tr("Copy this picture"), box);
  connect(copy, &QToolButton::clicked, this, [this] { views_[kBig]->copyTile(0); });
  row->addWidget(copy);
  auto* save = toolButton(QStringLiteral("save"), tr("Save this picture…"), box);
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
    asker_->want(kBig);
    asker_->want(kStrip);
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
  playButton_ = toolButton(QStringLiteral("play"), tr("Go from A to B and back"), box);
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
  for (auto* view : views_) connect(view, &TileView::failed, &bridge_, &Bridge::failed);
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
