#include "ui/train/train_page.hpp"

#include <QApplication>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/session_state.hpp"
#include "ui/bridge/words.hpp"
#include "ui/panels/panel_registry.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/tokens.hpp"
#include "ui/train/dock_title.hpp"
#include "ui/train/ink_label.hpp"
#include "ui/train/loss_curves.hpp"
#include "ui/train/parameter_form.hpp"
#include "ui/train/preset_bar.hpp"
#include "ui/train/run_controls.hpp"
#include "ui/train/sample_grid_view.hpp"
#include "ui/train/time_slider.hpp"
#include "ui/train/train_setup.hpp"

namespace ganvas::ui {
namespace {

constexpr int kSetupWidth = 384, kPanelWidth = 420;
const QString kLayoutKey = QStringLiteral("train/docks");
constexpr int kLayoutVersion = 1;   // raised when docks are renamed: an old layout is then left alone

/// Space belongs to a button, a list or a line of text that has the keyboard, before it means pause.
bool usesSpace(const QWidget* widget) {
  return widget && (qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) || widget->inherits("QComboBox") ||
                    widget->inherits("QAbstractSpinBox") || widget->inherits("QAbstractItemView") || widget->inherits("QTextEdit") ||
                    widget->inherits("QPlainTextEdit"));
}

}  // namespace

TrainPage::TrainPage(Bridge& bridge, QWidget* parent) : QWidget(parent), bridge_(bridge) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* bar = new QHBoxLayout;
  bar->setSpacing(0);
  controls_ = new RunControls(this);
  bar->addWidget(controls_, 1);
  panelButtons_ = new QHBoxLayout;
  panelButtons_->setContentsMargins(0, 0, tokens::kSpace3, 0);
  bar->addLayout(panelButtons_);
  column->addLayout(bar);
  auto* line = new QFrame(this);
  line->setFrameShape(QFrame::HLine);
  column->addWidget(line);
  docks_ = new QMainWindow(this);
  docks_->setWindowFlags(Qt::Widget);   // its constructor made a window of its own of it
  column->addWidget(docks_, 1);
  buildDocks();
  time_ = new TimeSlider(bridge_, this);
  time_->bind(*samples_, *curves_);
  column->addWidget(time_);
  buildEditActions();
  for (auto* action : actions()) addAction(action);
  connectBridge();
  qApp->installEventFilter(this);
  refreshReady();
  refreshPanels();
  refreshCentre();
}

void TrainPage::buildDocks() {
  docks_->setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
  docks_->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
  docks_->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
  docks_->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
  setup_ = new TrainSetup(bridge_, docks_);
  setupDock_ = new QDockWidget(tr("Set-up"), docks_);
  setupDock_->setObjectName(QStringLiteral("setup"));
  setupDock_->setTitleBarWidget(new QWidget(setupDock_));   // it says itself what it is
  setupDock_->setFeatures(QDockWidget::DockWidgetClosable);
  setupDock_->setWidget(setup_);
  docks_->addDockWidget(Qt::LeftDockWidgetArea, setupDock_);

  centre_ = new QStackedWidget(docks_);
  empty_ = makeEmptyState();
  samples_ = new SampleGridView(bridge_, centre_);
  centre_->addWidget(empty_);
  centre_->addWidget(samples_);
  docks_->setCentralWidget(centre_);

  curves_ = new LossCurves(bridge_, docks_);
  curvesDock_ = new QDockWidget(tr("Curves"), docks_);
  curvesDock_->setObjectName(QStringLiteral("curves"));
  curvesDock_->setTitleBarWidget(new DockTitle(curvesDock_));
  curvesDock_->setWidget(curves_);
  docks_->addDockWidget(Qt::BottomDockWidgetArea, curvesDock_);
  connect(samples_, &SampleGridView::failed, &bridge_, &Bridge::failed);
  connect(curves_, &LossCurves::failed, &bridge_, &Bridge::failed);
}

QWidget* TrainPage::makeEmptyState() {
  auto* page = new QWidget(docks_);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(tokens::kSpace8, tokens::kSpace8, tokens::kSpace8, tokens::kSpace8);
  column->setSpacing(tokens::kSpace3);
  auto* title = new InkLabel(Ink::text, tokens::Type::title, page);
  title->setText(tr("Watch pictures form"));
  title->setAlignment(Qt::AlignCenter);
  emptyText_ = new InkLabel(Ink::textMuted, tokens::Type::body, page);
  emptyText_->setAlignment(Qt::AlignCenter);
  emptyText_->setWordWrap(true);
  constexpr int kTextWidth = 440;
  emptyText_->setFixedWidth(kTextWidth);
  emptyData_ = new QPushButton(tr("Choose data…"), page);
  emptyStart_ = new QPushButton(tr("Start training"), page);
  setVariant(emptyData_, Variant::primary);   // the start button on top is the primary one as soon as it can be pressed
  connect(emptyData_, &QPushButton::clicked, setup_, &TrainSetup::openDataChooser);
  connect(emptyStart_, &QPushButton::clicked, this, [this] { startRun(); });
  column->addStretch();
  column->addWidget(title);
  auto* middle = new QHBoxLayout;   // not by alignment: the label's height follows its width
  middle->addStretch();
  middle->addWidget(emptyText_);
  middle->addStretch();
  column->addLayout(middle);
  column->addSpacing(tokens::kSpace2);
  column->addWidget(emptyData_, 0, Qt::AlignHCenter);
  column->addWidget(emptyStart_, 0, Qt::AlignHCenter);
  column->addStretch();
  return page;
}

void TrainPage::buildEditActions() {
  auto& form = setup_->form();
  auto* undo = form.undoStack()->createUndoAction(this, tr("Undo"));
  undo->setShortcut(QKeySequence::Undo);
  undo->setIcon(tokens::icon(QStringLiteral("undo")));
  auto* redo = form.undoStack()->createRedoAction(this, tr("Redo"));
  redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});   // never twice the same: Qt would call it ambiguous
  redo->setIcon(tokens::icon(QStringLiteral("redo")));
  auto* find = new QAction(tokens::icon(QStringLiteral("search")), tr("Find parameter"), this);
  find->setShortcut(QKeySequence::Find);
  connect(find, &QAction::triggered, this, [this] {
    setupDock_->show();
    setup_->form().focusSearch();
  });
  auto* reset = new QAction(tr("Reset all parameters"), this);
  connect(reset, &QAction::triggered, &form, &ParameterForm::resetAll);
  editActions_ = {undo, redo, find, reset};
}

QList<QAction*> TrainPage::runActions() const { return controls_->actionList(); }

QList<QAction*> TrainPage::editActions() const { return editActions_; }

QList<QAction*> TrainPage::viewActions() const {
  QList<QAction*> list{setupDock_->toggleViewAction(), curvesDock_->toggleViewAction()};
  for (const auto& [id, dock] : panelDocks_) list << dock->toggleViewAction();
  return list;
}

QList<QAction*> TrainPage::actions() const { return runActions() + editActions() + viewActions(); }

QWidget* TrainPage::curvesWidget() const { return curves_; }

QWidget* TrainPage::samplesWidget() const { return samples_; }

void TrainPage::connectBridge() {
  connect(controls_, &RunControls::startRequested, this, [this] { startRun(); });
  connect(controls_, &RunControls::steppedStartRequested, this, [this](const Command& first) {
    if (startRun(true)) bridge_.send(first);
  });
  connect(controls_, &RunControls::commandRequested, &bridge_, &Bridge::send);
  connect(controls_, &RunControls::resetRequested, this, &TrainPage::askReset);
  connect(controls_, &RunControls::goOnRequested, this, &TrainPage::goOn);
  connect(setup_, &TrainSetup::resumeRequested, this, &TrainPage::goOn);
  connect(setup_, &TrainSetup::readyChanged, this, [this] {
    refreshReady();
    refreshPanels();
    refreshCentre();
  });
  connect(&bridge_, &Bridge::sessionStarted, this, &TrainPage::onSessionStarted);
  connect(&bridge_, &Bridge::statusChanged, this, &TrainPage::onStatus);
  connect(&bridge_, &Bridge::recordOpened, this, &TrainPage::onRecord);
  connect(&bridge_, &Bridge::modelChanged, this, [this] {
    if (isVisible()) refreshPanels();   // behind another page the panels stay as they are, whatever networks that page shows
  });
}

bool TrainPage::chooseFamily(const QString& name) { return setup_->setFamily(name); }

void TrainPage::chooseData(const QString& source) { setup_->setData(source); }

bool TrainPage::choosePreset(const QString& name) { return setup_->presets().choose(name); }

bool TrainPage::startRun(bool paused) {
  if (bridge_.running()) {
    emit bridge_.failed([] { return tr("A run is going on. Stop it before you start another one."); });
    return false;
  }
  setup_->leaveRecord();
  auto request = setup_->checkedRequest();
  if (!request) return false;
  request->startPaused = paused;
  return bridge_.start(std::move(*request));
}

void TrainPage::onSessionStarted() {
  onStatus(bridge_.status());
  refreshReady();
  refreshCentre();
}

void TrainPage::onStatus(const SessionStatus& status) {
  if (!bridge_.session()) return;
  const bool running = !ended(status.state);
  controls_->setStatus(status);
  controls_->setCanGoOn(!running && status.step > 0 && (status.totalSteps == 0 || status.step < status.totalSteps));
}

void TrainPage::onRecord(const RunRecord& record) {
  setup_->showRecord(record);
  controls_->setStatus(std::nullopt);
  controls_->setCanGoOn(true);
  refreshReady();
  refreshCentre();
}

void TrainPage::refreshReady() {
  const auto why = setup_->missing();
  controls_->setReady(why.isEmpty(), why);
  if (!bridge_.session() && !setup_->showsRecord()) controls_->setCanGoOn(false);
}

void TrainPage::refreshCentre() {
  const bool something = bridge_.session() || setup_->showsRecord();
  centre_->setCurrentWidget(something ? static_cast<QWidget*>(samples_) : empty_);
  const auto why = setup_->missing();
  const auto* family = setup_->familyInfo();
  emptyText_->setText(why.isEmpty() ? tr("Here you will see what %1 draws, always from the same latents, so that the same pictures sharpen before your eyes. "
                                         "Beneath, both networks' losses appear as curves.")
                                          .arg(family ? told(family->title) : tr("the generator"))
                                    : tr("Choose what the networks learn from: Fashion-MNIST, digits, or a folder of your own pictures."));
  const bool data = setup_->data().isEmpty();
  emptyData_->setVisible(data);
  emptyStart_->setVisible(!data);
}

/// One dock for each interaction that the family offers; those of another family are hidden.
void TrainPage::refreshPanels() {
  const auto model = bridge_.model();
  std::vector<std::string> offered;
  if (model) offered = model->info().family.interactions;
  else if (const auto* family = setup_->familyInfo()) offered = family->interactions;
  for (const auto& id : offered) {
    const auto key = from(id);
    const auto* info = findPanel(key);
    if (!info || panelDocks_.count(key)) continue;
    auto* dock = new QDockWidget(panelTitle(*info), docks_);
    dock->setObjectName(QStringLiteral("panel-") + key);
    dock->setWidget(info->make(bridge_, dock));
    docks_->addDockWidget(Qt::RightDockWidgetArea, dock);
    if (!panelDocks_.empty()) docks_->tabifyDockWidget(panelDocks_.begin()->second, dock);
    dock->setTitleBarWidget(new DockTitle(dock));
    connect(dock->toggleViewAction(), &QAction::triggered, dock, [this, dock](bool shown) {
      if (shown) placePanel(dock);
    });
    dock->hide();
    auto* button = new QToolButton(this);
    dock->toggleViewAction()->setIcon(tokens::icon(QStringLiteral("sliders")));
    button->setDefaultAction(dock->toggleViewAction());
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setToolTip(tr("Use the generator while it learns"));
    button->setFocusPolicy(Qt::TabFocus);
    panelButtons_->addWidget(button);
    panelDocks_[key] = dock;
    addAction(dock->toggleViewAction());
  }
  for (const auto& [key, dock] : panelDocks_) {
    const bool serves = std::find(offered.begin(), offered.end(), key.toStdString()) != offered.end();
    dock->toggleViewAction()->setVisible(serves);
    if (!serves) dock->hide();
    static_cast<Panel*>(dock->widget())->setModel(serves ? model : nullptr);
  }
}

/// At the right where there is room, else as a tab beside the set-up: opening a panel must not make the window larger.
void TrainPage::placePanel(QDockWidget* dock) {
  if (dock->isFloating()) return;
  const int needed = setup_->minimumWidth() + curves_->minimumSizeHint().width() + dock->widget()->minimumSizeHint().width() + 2 * tokens::kSpace2;
  if (width() < needed && setupDock_->isVisible()) {
    docks_->tabifyDockWidget(setupDock_, dock);
    dock->show();
    dock->raise();
  } else if (dock->width() < kPanelWidth) {
    docks_->resizeDocks({dock}, {kPanelWidth}, Qt::Horizontal);
  }
}

void TrainPage::askReset() {
  if (bridge_.status().step == 0) {
    bridge_.send(command::Reset{});
    return;
  }
  auto* box = new QMessageBox(QMessageBox::Question, tr("Reset the run"), tr("Go back to the same initial weights?"), QMessageBox::Cancel, this);
  box->setInformativeText(tr("The networks forget what they have learned in this run. Seeds and data order begin again too; the log so far is kept aside."));
  auto* reset = box->addButton(tr("Reset"), QMessageBox::DestructiveRole);
  box->setDefaultButton(QMessageBox::Cancel);
  box->setAttribute(Qt::WA_DeleteOnClose);
  connect(reset, &QAbstractButton::clicked, this, [this] { bridge_.send(command::Reset{}); });
  box->open();
}

void TrainPage::goOn() {
  if (!bridge_.running() && !bridge_.folder().isEmpty()) bridge_.resume(bridge_.folder(), {}, false);
}

bool TrainPage::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::ShortcutOverride || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Space) return false;
  if (!usesSpace(qobject_cast<QWidget*>(watched))) return false;
  event->accept();
  return true;
}

void TrainPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refreshPanels();
  if (std::exchange(laidOut_, true)) return;
  // Only a window that has its size can share it out.
  QTimer::singleShot(0, this, [this] {
    docks_->resizeDocks({setupDock_}, {kSetupWidth}, Qt::Horizontal);
    docks_->resizeDocks({curvesDock_}, {height() * 2 / 5}, Qt::Vertical);
  });
}

void TrainPage::takeOver(TrainPage& other) {
  setup_->takeOver(*other.setup_);
  curves_->takeOver(*other.curves_);
  samples_->takeOver(*other.samples_);
  time_->takeOver(*other.time_);
  if (bridge_.session()) onStatus(bridge_.status());
  else controls_->setCanGoOn(setup_->showsRecord());
  refreshReady();
  refreshPanels();
  refreshCentre();
  for (const auto& [key, dock] : panelDocks_) {
    const auto before = other.panelDocks_.find(key);
    if (before != other.panelDocks_.end()) static_cast<Panel*>(dock->widget())->takeOver(*static_cast<Panel*>(before->second->widget()));
  }
  laidOut_ = other.laidOut_;
  docks_->restoreState(other.docks_->saveState(kLayoutVersion), kLayoutVersion);
}

void TrainPage::saveLayout(QSettings& settings) const { settings.setValue(kLayoutKey, docks_->saveState(kLayoutVersion)); }

void TrainPage::restoreLayout(const QSettings& settings) {
  if (docks_->restoreState(settings.value(kLayoutKey).toByteArray(), kLayoutVersion)) laidOut_ = true;
}

}  // namespace ganvas::ui
