#include "ui/panels/sketch_panel.hpp"

#include <QAction>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <algorithm>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/images.hpp"
#include "ui/bridge/words.hpp"
#include "ui/panels/model_asker.hpp"
#include "ui/panels/tile_view.hpp"
#include "ui/shell/flow_layout.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/shell/tool_button.hpp"
#include "ui/sketch/painted_view.hpp"
#include "ui/sketch/sketch_autosave.hpp"
#include "ui/sketch/sketch_board.hpp"
#include "ui/sketch/sketch_canvas.hpp"
#include "ui/sketch/sketch_files.hpp"
#include "ui/sketch/sketch_recorder.hpp"
#include "ui/sketch/sketch_tools.hpp"
#include "ui/train/ink_label.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
constexpr int kStripWidth = 104;    // px
constexpr int kBlendWidth = 140;
constexpr int kRandomSeeds = 100'000;

}  // namespace

SketchPanel::SketchPanel(Bridge& bridge, QWidget* parent) : Panel(parent), bridge_(bridge), board_(new SketchBoard(bridge.engine(), this)), canvas_(new SketchCanvas(*board_, this)), recorder_(new SketchRecorder(this)), painted_(new PaintedView(this)) {
  setAccessibleName(tr("Draw"));
  setFocusProxy(canvas_);
  files_ = new SketchFiles(bridge_, *board_, this, [this] { return painted_->picture(); });
  autosave_ = new SketchAutosave(bridge_, *board_, from(bridge_.engine().drawingsFolder()), this);
  asker_ = new ModelAsker(bridge_, this, kKinds, [this](int kind) { return request(static_cast<Kind>(kind)); });
  connect(asker_, &ModelAsker::answered, this, [this](int kind, const InferenceResult& result) { take(static_cast<Kind>(kind), result); });
  connect(asker_, &ModelAsker::infoChanged, this, &SketchPanel::refreshModel);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kSpace4, kSpace2, kSpace4, kSpace2);
  column->setSpacing(kSpace2);
  makeTools();
  column->addWidget(tools_);
  column->addWidget(rescue_ = makeRescue());
  auto* row = new QHBoxLayout;
  row->setSpacing(kSpace2);
  sides_ = new QBoxLayout(QBoxLayout::LeftToRight);
  sides_->setSpacing(kSpace2);
  sides_->addWidget(canvas_, 1);
  sides_->addWidget(painted_, 1);
  row->addLayout(sides_, 1);
  row->addWidget(makeStrip());
  column->addLayout(row, 1);
  column->addWidget(makeFoot());
  connect(painted_, &PaintedView::menuAsked, this, [this](const QPoint& at) {
    QMenu menu;
    files_->fillPictureMenu(menu);
    menu.exec(at);
  });
  connectBoard();
  setModel(bridge_.model());
}

/// Before the drawing goes that it looks after.
SketchPanel::~SketchPanel() { delete autosave_; }

const QImage& SketchPanel::painted() const { return painted_->picture(); }

QAction* SketchPanel::addKey(const QString& icon, const QString& text, Qt::Key key, std::function<void()> act) {
  auto* action = new QAction(tokens::icon(icon), text, this);
  action->setShortcut(key);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  action->setToolTip(QStringLiteral("%1 (%2)").arg(text, action->shortcut().toString(QKeySequence::NativeText)));
  connect(action, &QAction::triggered, this, std::move(act));
  addAction(action);
  return action;
}

void SketchPanel::makeTools() {
  tools_ = new SketchTools(*board_, this, this);
  tools_->addButton(addKey(QStringLiteral("sparkle"), tr("An example"), Qt::Key_X, [this] { showExample(true); }));
  template_ = addKey(QStringLiteral("template"), tr("A picture to trace"), Qt::Key_T, [this] {
    if (canvas_->hasTemplate()) canvas_->setTemplate({}), template_->setChecked(false);
    else showExample(false);
  });
  template_->setCheckable(true);
  tools_->addButton(template_);
  auto* drawing = toolButton(QStringLiteral("folder"), tr("Open, save, import, paste"), this);
  auto* menu = new QMenu(drawing);
  files_->fillDrawingMenu(*menu);
  drawing->setMenu(menu);
  drawing->setPopupMode(QToolButton::InstantPopup);
  tools_->addWidget(drawing);
  auto* film = addKey(QStringLiteral("record"), tr("Record a film"), Qt::Key_M, [this] { toggleFilm(); });
  film->setCheckable(true);
  tools_->addButton(film);
  filmed_ = InkLabel::numbers(Ink::error, Type::caption, this);
  tools_->addWidget(filmed_);
  connect(recorder_, &SketchRecorder::changed, this, [this, film] {
    film->setChecked(recorder_->recording());
    filmed_->setText(recorder_->recording() ? tr("%1 pictures").arg(recorder_->count()) : QString());
  });
}

/// What an earlier window left, to be brought back.
QWidget* SketchPanel::makeRescue() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  auto* text = new InkLabel(Ink::text, Type::body, bar);
  text->setText(tr("Your last drawing was not saved before Ganvas ended."));
  row->addWidget(text, 1);
  const auto file = autosave_->leftBehind();
  auto* back = new QPushButton(tr("Bring it back"), bar);
  auto* away = new QPushButton(tr("Throw it away"), bar);
  row->addWidget(back);
  row->addWidget(away);
  connect(back, &QPushButton::clicked, this, [this, file] {
    const auto drawing = bridge_.engine().readDrawing(file.toStdString());
    if (!drawing) return emit bridge_.failed(toldWhenShown(drawing.error().message));   // and it is offered on
    autosave_->adopt(file);
    board_->replace(*drawing);
    rescue_->hide();
  });
  connect(away, &QPushButton::clicked, this, [this, file] {
    autosave_->forget(file);
    rescue_->hide();
  });
  bar->setVisible(!file.isEmpty());
  return bar;
}

QWidget* SketchPanel::makeStrip() {
  auto* strip = new QWidget(this);
  strip->setFixedWidth(kStripWidth);
  auto* column = new QVBoxLayout(strip);
  column->setContentsMargins(0, kSpace3, 0, kSpace3);
  column->setSpacing(kSpace1);
  auto* row = new QHBoxLayout;
  row->setSpacing(kSpace1);
  auto* roll = addKey(QStringLiteral("dice"), tr("Other noise"), Qt::Key_N, [this] { setSeed(QRandomGenerator::global()->bounded(kRandomSeeds)); });
  auto* dice = toolButton(QStringLiteral("dice"), roll->toolTip(), strip);
  dice->setDefaultAction(roll);
  row->addWidget(dice);
  auto* lock = addKey(QStringLiteral("unlock"), tr("Keep the noise for the next drawing"), Qt::Key_K, [this] { setLocked(!locked_); });
  lock->setCheckable(true);
  lock_ = toolButton(QStringLiteral("unlock"), lock->toolTip(), strip);
  lock_->setDefaultAction(lock);
  row->addWidget(lock_);
  row->addStretch(1);
  column->addLayout(row);
  variants_ = new TileView(strip);
  variants_->setMagnifier(false);
  variants_->setAccessibleName(tr("The same drawing with other noise"));
  variants_->setToolTip(tr("The same drawing with other noise: click the one that you like."));
  connect(variants_, &TileView::tileClicked, this, [this](int tile) { choose(tile); });
  connect(variants_, &TileView::selectionChanged, this, [this](int tile) { choose(tile); });
  connect(variants_, &TileView::failed, &bridge_, &Bridge::failed);
  column->addWidget(variants_, 1);
  return strip;
}

QWidget* SketchPanel::makeFoot() {
  auto* foot = new QWidget(this);
  auto* row = new FlowLayout(foot, kSpace2);
  auto* group = new QButtonGroup(this);
  beside_ = toolButton(QStringLiteral("beside"), tr("Picture beside the drawing"), foot);
  over_ = toolButton(QStringLiteral("over"), tr("Picture under the drawing"), foot);
  for (auto* button : {beside_, over_}) {
    button->setCheckable(true);
    group->addButton(button);
    row->addWidget(button);
  }
  beside_->setChecked(true);
  connect(over_, &QToolButton::toggled, this, &SketchPanel::showOver);
  blend_ = new QSlider(Qt::Horizontal, foot);
  blend_->setRange(0, 100);
  blend_->setValue(50);
  blend_->setFixedWidth(kBlendWidth);
  blend_->setAccessibleName(tr("From the drawing to the picture"));
  blend_->setToolTip(tr("At the left only the drawing, at the right only the picture"));
  blend_->hide();
  connect(blend_, &QSlider::valueChanged, canvas_, [this](int value) { canvas_->setBlend(value / 100.0); });
  row->addWidget(blend_);
  opinion_ = new QCheckBox(tr("Discriminator's opinion"), foot);
  opinion_->setToolTip(tr("Colours what the discriminator takes for real and what for painted, patch by patch; stronger where it is more sure."));
  row->addWidget(opinion_);
  opinionMeans_ = new InkLabel(Ink::textMuted, Type::caption, foot);
  opinionMeans_->hide();
  row->addWidget(opinionMeans_);
  connect(opinion_, &QCheckBox::toggled, this, [this](bool on) {
    if (!on) opinionMeans_->hide();
    asker_->want(kPainted);
  });
  class_ = new QComboBox(foot);
  class_->setAccessibleName(tr("What is drawn"));
  class_->setToolTip(tr("What is drawn: these networks are told it"));
  class_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  class_->hide();
  connect(class_, &QComboBox::activated, this, &SketchPanel::paintAnew);
  row->addWidget(class_);
  auto* save = new QPushButton(tokens::icon(QStringLiteral("save")), tr("Picture"), foot);
  auto* menu = new QMenu(save);
  files_->fillPictureMenu(*menu);
  save->setMenu(menu);
  row->addWidget(save);
  latency_ = InkLabel::numbers(Ink::textMuted, Type::caption, foot);
  row->addWidget(latency_);
  return foot;
}

/// What was left behind may have been brought back on another canvas.
void SketchPanel::showEvent(QShowEvent* event) {
  Panel::showEvent(event);
  if (autosave_->leftBehind().isEmpty()) rescue_->hide();
}

/// Where there is little room the picture comes under the drawing.
void SketchPanel::resizeEvent(QResizeEvent* event) {
  Panel::resizeEvent(event);
  sides_->setDirection(width() < height() + kStripWidth ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void SketchPanel::connectBoard() {
  connect(canvas_, &SketchCanvas::pictureDropped, files_, &SketchFiles::open);
  connect(files_, &SketchFiles::saved, autosave_, &SketchAutosave::settle);
  connect(board_, &SketchBoard::begun, this, [this] {
    if (!locked_) setSeed(QRandomGenerator::global()->bounded(kRandomSeeds));
  });
  connect(board_, &SketchBoard::inkChanged, this, [this] {
    if (board_->blank()) return showNothing();   // a stroke was given up
    if (!sinceInk_.isValid()) sinceInk_.start();
    asker_->want(kPainted);
  });
  connect(board_, &SketchBoard::changed, this, [this] {
    if (board_->blank()) return showNothing();
    paintAnew();
  });
  for (const auto& [key, act] : std::initializer_list<std::pair<QKeySequence, void (SketchCanvas::*)()>>{{Qt::Key_Plus, &SketchCanvas::zoomIn}, {Qt::Key_Minus, &SketchCanvas::zoomOut}, {Qt::Key_0, &SketchCanvas::fit}}) {
    auto* action = new QAction(this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, canvas_, act);
    addAction(action);
  }
}

void SketchPanel::setModel(std::shared_ptr<Model> model) {
  if (model && model == asker_->model()) return;
  asker_->setModel(std::move(model));
  class_->clear();
  refreshModel();
  showNothing();
  paintAnew();
}

void SketchPanel::refreshModel() {
  const auto& info = asker_->info();
  const bool told = std::any_of(info.codes.begin(), info.codes.end(), [](const CodeInfo& code) { return code.name == "class"; });
  class_->setVisible(told);
  if (!told || class_->count() > 0) return;
  for (const auto& name : info.classNames) class_->addItem(ui::told(name));
}

void SketchPanel::takeOver(Panel& other) {
  auto& before = static_cast<SketchPanel&>(other);
  tools_->takeOver(*before.tools_);
  locked_ = true;   // another language is no other drawing
  if (!before.board_->sketch().strokes.empty()) board_->replace(before.board_->sketch());
  autosave_->takeOver(*before.autosave_);
  seed_ = before.seed_;
  chosen_ = before.chosen_;
  setLocked(before.locked_);
  over_->setChecked(before.over_->isChecked());
  blend_->setValue(before.blend_->value());
  opinion_->setChecked(before.opinion_->isChecked());
  class_->setCurrentIndex(before.class_->currentIndex());
  paintAnew();
}

void SketchPanel::setSeed(std::uint32_t seed) {
  seed_ = seed;
  paintAnew();
}

/// The strip is six pictures: it waits until the one that is looked at is there.
void SketchPanel::paintAnew() {
  stripDue_ = true;
  asker_->want(kPainted);
}

void SketchPanel::setLocked(bool locked) {
  locked_ = locked;
  lock_->defaultAction()->setIcon(tokens::icon(locked ? QStringLiteral("lock") : QStringLiteral("unlock")));
  lock_->defaultAction()->setChecked(locked);
}

void SketchPanel::choose(int variant) {
  if (variant < 0 || variant == chosen_) return;
  chosen_ = variant;
  variants_->setSelectedTile(chosen_);
  asker_->want(kPainted);
}

void SketchPanel::showOver(bool over) {
  over_->setChecked(over);
  beside_->setChecked(!over);
  painted_->setVisible(!over);
  blend_->setVisible(over);
  canvas_->setBlend(over ? blend_->value() / 100.0 : 0);
}

void SketchPanel::showOpinion(bool on) { opinion_->setChecked(on); }

void SketchPanel::showExample(bool drawn) {
  const auto turn = ++exampleTurn_;
  if (example_ == 0) example_ = QRandomGenerator::global()->bounded(kRandomSeeds);
  bridge_.follow<DrawingExample>(bridge_.engine().drawingExample(asker_->info().folder, ++example_), this, [this, turn, drawn](Result<DrawingExample> example) {
    if (turn != exampleTurn_) return;
    template_->setChecked(canvas_->hasTemplate());
    if (!example) return emit bridge_.failed(toldWhenShown(example.error().message));
    if (drawn) return board_->replace(example->drawing);
    if (example->picture.empty()) return emit bridge_.failed([] { return tr("The pictures of this model's data are not on this computer, so there is none to trace."); });
    canvas_->setTemplate(toImage(example->picture));
    template_->setChecked(true);
  });
}

InferenceRequest SketchPanel::request(Kind kind) {
  InferenceRequest request;
  if (board_->blank() || !asker_->hasModel()) return request;
  std::vector<LatentRecipe> latents;
  const auto latent = [this](int index) { return LatentRecipe{{seed_, static_cast<std::uint32_t>(index)}, {}, 0}; };
  if (kind == kPainted) latents.push_back(latent(chosen_));
  else
    for (int i = 0; i < kVariants; ++i) latents.push_back(latent(i));
  if (class_->isVisibleTo(class_->parentWidget())) request.inputs["class"] = std::vector<std::int64_t>(latents.size(), std::max(0, class_->currentIndex()));
  request.inputs["latent"] = std::move(latents);
  request.inputs["sketch"] = pictureOf(board_->paper());
  if (kind == kPainted && opinion_->isChecked()) request.inputs["opinion"] = std::vector<double>{1};
  request.columns = 1;
  if (kind == kPainted) askedAfter_ = sinceInk_.isValid() ? sinceInk_.elapsed() : -1;
  return request;
}

void SketchPanel::take(Kind kind, const InferenceResult& result) {
  if (board_->blank()) return;   // cleared meanwhile
  const auto found = result.images.find("samples");
  if (result.error || found == result.images.end()) {
    if (!result.error) return;
    latency_->setInk(Ink::error);
    latency_->setText(told(result.error->message));
    return;
  }
  if (kind == kStrip) {
    variants_->setGrid(found->second);
    return variants_->setSelectedTile(chosen_);
  }
  if (!asker_->wants(kPainted) && !board_->drawing() && std::exchange(stripDue_, false)) asker_->want(kStrip);
  const auto opinion = result.images.find("opinion");
  const bool said = opinion != result.images.end();
  showPainted(toImage(found->second.frame), said ? opinionImage(toImage(opinion->second.frame)) : QImage());
  opinionMeans_->setText(said ? tr("green: taken for real, red: for painted") : tr("This discriminator has no opinion on one picture: its loss only compares, or it was not trained."));
  opinionMeans_->setVisible(opinion_->isChecked());
  recorder_->add(board_->paper(), painted_->picture());
  latency_->setInk(Ink::textMuted);
  if (!sinceInk_.isValid() || askedAfter_ < 0) return;   // asked again without a stroke
  latency_->setText(tr("%1 ms from pen to picture, %2 of them in the networks").arg(QLocale().toString(sinceInk_.elapsed()), QLocale().toString(result.milliseconds, 'f', 0)));
  sinceInk_.invalidate();
}

void SketchPanel::showPainted(const QImage& picture, const QImage& opinion) {
  painted_->setPicture(picture);
  painted_->setOpinion(opinion);
  canvas_->setPainted(picture);
  canvas_->setOpinion(opinion);
}

void SketchPanel::showNothing() {
  showPainted({}, {});
  variants_->setGrid({});
  latency_->clear();
  sinceInk_.invalidate();
  painted_->setEmptyText(asker_->hasModel() ? tr("Draw at the left, and the picture comes here while you draw. X shows an example.") : tr("Choose a model above, then draw."));
}

void SketchPanel::toggleFilm() {
  if (!recorder_->recording()) return recorder_->start();
  files_->askFilm(recorder_->stop());
}

}  // namespace ganvas::ui
