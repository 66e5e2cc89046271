#include "ui/shell/main_window.hpp"

#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QFileDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QPointer>
#include <QProgressDialog>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QVBoxLayout>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/session_state.hpp"
#include "ui/bridge/words.hpp"
#include "ui/field/field_page.hpp"
#include "ui/learn/learn_page.hpp"
#include "ui/runs/runs_page.hpp"
#include "ui/shell/about_dialog.hpp"
#include "ui/shell/home_page.hpp"
#include "ui/shell/language.hpp"
#include "ui/shell/message_bar.hpp"
#include "ui/shell/nav_bar.hpp"
#include "ui/shell/play_page.hpp"
#include "ui/shell/settings_dialog.hpp"
#include "ui/shell/shortcuts_sheet.hpp"
#include "ui/shell/style.hpp"
#include "ui/shell/theme.hpp"
#include "ui/train/ink_label.hpp"
#include "ui/train/run_controls.hpp"
#include "ui/train/train_page.hpp"
#include "ui/train/train_setup.hpp"

namespace ganvas::ui {
namespace {

using namespace tokens;
const QString kGeometryKey = QStringLiteral("window/geometry"), kPageKey = QStringLiteral("window/page");

}  // namespace

MainWindow::MainWindow(Bridge& bridge, QWidget* parent) : QMainWindow(parent), bridge_(bridge) {
  setMinimumSize(960, 640);
  setCentralWidget(makeCentre());
  makeStatusArea();
  makeMenus();
  connectPages();
  connectBridge();
  connect(&Language::instance(), &Language::changed, this, &MainWindow::makeAnew);
  bridge_.setPreferredDevice(preferredDevice());
  restore();
}

MainWindow::~MainWindow() = default;

QWidget* MainWindow::makeCentre() {
  setWindowTitle(tr("Ganvas"));
  auto* centre = new QWidget;
  auto* row = new QHBoxLayout(centre);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  nav_ = new NavBar;
  nav_->addPlace(tr("Home"), QStringLiteral("home"), home);
  trainButton_ = nav_->addPlace(tr("Train"), QStringLiteral("train"), train);
  nav_->addPlace(tr("Play"), QStringLiteral("sparkle"), play);
  nav_->addPlace(tr("Field"), QStringLiteral("field"), field);
  nav_->addPlace(tr("Runs"), QStringLiteral("runs"), runs);
  nav_->addPlace(tr("Learn"), QStringLiteral("learn"), learn);
  connect(nav_->addTool(tr("Keys"), QStringLiteral("help")), &NavButton::clicked, this, &MainWindow::showShortcuts);
  connect(nav_->addTool(tr("Settings"), QStringLiteral("settings")), &NavButton::clicked, this, &MainWindow::showSettings);
  row->addWidget(nav_);
  auto* column = new QVBoxLayout;
  column->setSpacing(0);
  messages_ = new MessageBar;
  pages_ = new QStackedWidget;
  home_ = new HomePage(bridge_);
  train_ = new TrainPage(bridge_);
  play_ = new PlayPage(bridge_);
  field_ = new FieldPage(bridge_);
  runs_ = new RunsPage(bridge_);
  learn_ = new LearnPage(bridge_);
  for (QWidget* page : {static_cast<QWidget*>(home_), static_cast<QWidget*>(train_), static_cast<QWidget*>(play_), static_cast<QWidget*>(field_), static_cast<QWidget*>(runs_), static_cast<QWidget*>(learn_)}) {
    pages_->addWidget(page);
  }
  column->addWidget(messages_);
  column->addWidget(pages_, 1);
  row->addLayout(column, 1);
  return centre;
}

/// In another language: everything in the window is made again and takes over what was shown. The bridge, and with it a run that trains,
/// is not touched.
void MainWindow::makeAnew() {
  const auto at = page();
  const QPointer<SettingsDialog> settings = findChild<SettingsDialog*>();
  auto& messages = *messages_;
  auto& home = *home_;
  auto& train = *train_;
  auto& play = *play_;
  auto& field = *field_;
  auto& runs = *runs_;
  auto& learn = *learn_;
  setUpdatesEnabled(false);
  setLocale(QLocale());
  auto* centre = makeCentre();
  home_->takeOver(home);
  play_->takeOver(play);
  field_->takeOver(field);
  runs_->takeOver(runs);
  learn_->takeOver(learn);
  messages_->takeOver(messages);
  goTo(at);
  QWidget* before = takeCentralWidget();
  setCentralWidget(centre);
  train_->takeOver(train);
  delete before;
  for (auto* menu : menuBar()->findChildren<QMenu*>(Qt::FindDirectChildrenOnly)) delete menu;
  for (auto* label : {state_, device_, memory_}) delete label;
  makeStatusArea();
  makeMenus();
  connectPages();
  refreshStatus();
  setUpdatesEnabled(true);
  if (!settings) return;
  const auto place = settings->pos();
  settings->close();
  auto* again = showSettings();
  again->move(place);
  again->findChild<QComboBox*>(QStringLiteral("language"))->setFocus();   // where the choice was made, to try the next one
}

void MainWindow::makeStatusArea() {
  auto* bar = statusBar();
  bar->setSizeGripEnabled(false);
  state_ = new InkLabel(Ink::textMuted, Type::caption, nullptr, true);
  device_ = new InkLabel(Ink::textMuted, Type::caption, nullptr, true);
  memory_ = new InkLabel(Ink::textMuted, Type::caption, nullptr, true);
  state_->setAccessibleName(tr("State of the run"));
  device_->setAccessibleName(tr("Device"));
  memory_->setAccessibleName(tr("Memory"));
  bar->addWidget(state_, 1);
  bar->addPermanentWidget(device_);
  bar->addPermanentWidget(memory_);
  bar->setContentsMargins(kSpace3, 0, kSpace3, 0);
}

QAction* MainWindow::add(QMenu* menu, const QString& text, const QList<QKeySequence>& keys, std::function<void()> act, const QString& icon) {
  auto* action = menu->addAction(text);
  action->setShortcuts(keys);
  if (!icon.isEmpty()) action->setIcon(tokens::icon(icon));
  connect(action, &QAction::triggered, this, std::move(act));
  addAction(action);
  return action;
}

void MainWindow::makeMenus() {
  auto* file = menuBar()->addMenu(tr("&File"));
  add(file, tr("&New run"), {QKeySequence::New}, [this] { goTo(train); }, QStringLiteral("plus"));
  add(file, tr("&Open a run…"), {QKeySequence::Open}, [this] { chooseRun(); }, QStringLiteral("folder"));
  file->addSeparator();
  add(file, tr("&Settings…"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)}, [this] { showSettings(); }, QStringLiteral("settings"));
  file->addSeparator();
  add(file, tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}, [this] { close(); });

  menuBar()->addMenu(tr("&Edit"))->addActions(train_->editActions());
  // Space and the like belong to the train page: elsewhere they would be pressed by accident.
  menuBar()->addMenu(tr("&Run"))->addActions(train_->runActions());

  auto* view = menuBar()->addMenu(tr("&View"));
  const std::pair<QString, Page> places[] = {{tr("&Home"), home}, {tr("&Train"), train}, {tr("&Play"), play}, {tr("F&ield"), field}, {tr("&Runs"), runs}, {tr("&Learn"), learn}};
  int digit = Qt::Key_1;
  for (const auto& [text, page] : places) {
    add(view, text, {QKeySequence(Qt::CTRL | static_cast<Qt::Key>(digit++))}, [this, page = page] { goTo(page); });
  }
  view->addSeparator();
  auto* afterDocks = view->addSeparator();
  const auto listDocks = [this, view, afterDocks] {  // a family's panels get docks when it is first chosen
    for (auto* dock : train_->viewActions()) {
      if (!view->actions().contains(dock)) view->insertAction(afterDocks, dock);
    }
  };
  listDocks();
  connect(view, &QMenu::aboutToShow, this, listDocks);
  auto* theme = view->addMenu(tr("Th&eme"));
  const std::pair<QString, Theme::Choice> themes[] = {
      {tr("As the &desktop"), Theme::Choice::system}, {tr("&Light"), Theme::Choice::light}, {tr("D&ark"), Theme::Choice::dark}};
  for (const auto& [text, choice] : themes) add(theme, text, {}, [choice = choice] { Theme::instance().choose(choice); });
  auto* full = add(view, tr("&Full screen"), {QKeySequence(Qt::Key_F11)}, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
  full->setCheckable(true);
  full->setChecked(isFullScreen());

  auto* help = menuBar()->addMenu(tr("&Help"));
  add(help, tr("&Keyboard shortcuts"), {QKeySequence(Qt::Key_F1)}, [this] { showShortcuts(); }, QStringLiteral("help"));
  add(help, tr("&About Ganvas"), {}, [this] { showAbout(); }, QStringLiteral("info"));
}

void MainWindow::connectPages() {
  connect(nav_, &NavBar::placeChosen, this, [this](int page) { goTo(static_cast<Page>(page)); });
  connect(home_, &HomePage::trainChosen, this, [this] { goTo(train); });
  connect(home_, &HomePage::drawChosen, this, [this] {
    const auto models = bridge_.engine().models();
    if (!models.empty()) play_->use(from(models.front().folder));
    goTo(play);
  });
  connect(home_, &HomePage::playChosen, this, [this] { goTo(play); });
  connect(home_, &HomePage::openChosen, this, [this] { goTo(runs); });
  connect(home_, &HomePage::runChosen, this, &MainWindow::openRun);
  connect(home_, &HomePage::quickStartChosen, this, &MainWindow::beginQuickStart);
  connect(home_, &HomePage::familyChosen, this, [this](const QString& name) {
    goTo(train);
    if (!bridge_.running()) train_->chooseFamily(name);
  });
  connect(home_, &HomePage::dataNeeded, this, [this](const QString& source) {
    goTo(train);
    train_->chooseData(source);
    train_->setup().openDataChooser();
  });
  connect(play_, &PlayPage::trainRequested, this, [this] { goTo(train); });
  connect(runs_, &RunsPage::trainRequested, this, [this] { goTo(train); });
  connect(runs_, &RunsPage::openRequested, this, &MainWindow::openRun);
  connect(runs_, &RunsPage::resumeRequested, this, &MainWindow::resumeRun);
  connect(runs_, &RunsPage::useRequested, this, [this](const QString& folder) {
    play_->use(folder);
    goTo(play);
  });
}

void MainWindow::connectBridge() {
  connect(&bridge_, &Bridge::failed, this, [this](const Words& sentence) { messages_->post({NoticeLevel::error, sentence, {}, {}}); });
  connect(&bridge_, &Bridge::done, this, [this](const Words& sentence) { messages_->post({NoticeLevel::info, sentence, {}, {}}); });
  connect(&bridge_, &Bridge::statusChanged, this, &MainWindow::onStatus);
  connect(&bridge_, &Bridge::noticesArrived, this, [this](const std::vector<Notice>& notices) {
    for (const auto& notice : notices) messages_->post({notice.level, toldWhenShown(notice.message), {}, {}});
  });
  connect(&bridge_, &Bridge::recordOpened, this, [this] { goTo(train); });
  refreshStatus();
}

void MainWindow::goTo(Page page) {
  const bool moved = page != this->page(), byKeys = nav_->hasFocusAt(page);   // who goes through the bar with the keys goes on there
  pages_->setCurrentIndex(page);
  nav_->setPlace(page);
  if (moved && !byKeys) pages_->currentWidget()->setFocus();
}

MainWindow::Page MainWindow::page() const { return static_cast<Page>(pages_->currentIndex()); }

void MainWindow::beginQuickStart(const QuickStart& quick) {
  goTo(train);
  if (bridge_.running()) return;
  if (!train_->chooseFamily(from(quick.family.name))) return;
  train_->chooseData(from(quick.data.name));
  train_->choosePreset(from(quick.preset.name));
  train_->startRun();
}

void MainWindow::openRun(const QString& folder) {
  if (!bridge_.running() || folder == bridge_.folder()) {
    if (folder == bridge_.folder()) return goTo(train);
    return bridge_.openRun(folder);
  }
  messages_->post({NoticeLevel::warning, [] { return tr("A run is training. Opening another one stops it; nothing is lost."); }, [] { return tr("Stop and open"); },
                   [this, folder] { bridge_.openRun(folder); }});
}

void MainWindow::resumeRun(const QString& folder) {
  if (bridge_.resume(folder, {}, false)) goTo(train);
}

void MainWindow::chooseRun() {
  const auto folder = QFileDialog::getExistingDirectory(this, tr("Choose the folder of a run"), from(bridge_.engine().runsFolder()));
  if (!folder.isEmpty()) openRun(folder);
}

QDialog* MainWindow::showSettings() {
  auto* dialog = new SettingsDialog(bridge_.engine(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &SettingsDialog::deviceChosen, &bridge_, &Bridge::setPreferredDevice);
  dialog->open();
  return dialog;
}

void MainWindow::showShortcuts() {
  auto* sheet = new ShortcutsSheet(menuBar(), this);
  sheet->setAttribute(Qt::WA_DeleteOnClose);
  sheet->open();
}

void MainWindow::showAbout() {
  auto* dialog = new AboutDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void MainWindow::onStatus(const SessionStatus& status) {
  refreshStatus();
  const bool wasOver = ended(std::exchange(lastState_, status.state));
  if (!ended(status.state) || wasOver) return;
  if (closing_) {
    close();
    return;
  }
  if (status.state == SessionState::finished) {
    messages_->post({NoticeLevel::info,
                     [step = static_cast<qlonglong>(status.step)] { return tr("The run has ended after %1 steps and is saved.").arg(QLocale().toString(step)); },
                     [] { return tr("Play with it"); }, [this] { goTo(play); }});
  }
}

void MainWindow::refreshStatus() {
  const bool running = bridge_.running();
  const auto& status = bridge_.status();
  trainButton_->setBusy(running && status.state != SessionState::paused);
  if (!bridge_.session()) {
    const auto devices = bridge_.engine().devices();
    state_->setText(bridge_.folder().isEmpty() ? tr("Ready") : bridge_.folder());
    device_->setText(devices.empty() ? QString() : told(devices.back().title));
    memory_->setText(devices.empty() || devices.back().memoryBytes <= 0 ? QString() : tr("%1 memory").arg(memoryText(devices.back().memoryBytes)));
    return;
  }
  QString state = activityText(status);
  if (status.step > 0) state += tr(" · step %1").arg(locale().toString(static_cast<qlonglong>(status.step)));
  state_->setText(state);
  device_->setText(from(status.device));
  memory_->setText(status.memoryBytes > 0 ? tr("%1 in use").arg(memoryText(status.memoryBytes)) : QString());
}

MainWindow::CloseAnswer MainWindow::askClose() {
  if (askClose_) return askClose_();
  QMessageBox box(QMessageBox::Question, tr("A run is training"), tr("Stop training and close Ganvas?"), QMessageBox::NoButton, this);
  box.setInformativeText(tr("The round is finished and everything is saved: you can go on later from where it stopped."));
  auto* keep = box.addButton(tr("Keep training"), QMessageBox::RejectRole);
  auto* stop = box.addButton(tr("Stop and close"), QMessageBox::AcceptRole);
  setVariant(static_cast<QPushButton*>(keep), Variant::primary);
  box.setDefaultButton(static_cast<QPushButton*>(keep));
  box.setEscapeButton(keep);
  box.exec();
  return box.clickedButton() == stop ? CloseAnswer::stopAndClose : CloseAnswer::keepTraining;
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!bridge_.running()) {
    if (!closed_) remember();
    closed_ = true;
    if (saving_) saving_->close();
    return event->accept();
  }
  event->ignore();
  if (closing_ || askClose() == CloseAnswer::keepTraining) return;
  if (!bridge_.running()) {  // it ended while the question stood
    close();
    return;
  }
  closing_ = true;
  bridge_.send(command::Stop{});
  saving_ = new QProgressDialog(tr("Finishing the round and saving…"), QString(), 0, 0, this);
  saving_->setWindowModality(Qt::WindowModal);
  saving_->setMinimumDuration(200);
}

void MainWindow::paintEvent(QPaintEvent* event) {
  QMainWindow::paintEvent(event);
  if (painted_) return;
  painted_ = true;
  emit firstPainted();
}

void MainWindow::restore() {
  const QSettings settings;
  const QSize room = screen() ? screen()->availableSize() : QSize(1280, 800);
  resize(QSize(1280, 800).boundedTo(room));
  restoreGeometry(settings.value(kGeometryKey).toByteArray());
  train_->restoreLayout(settings);
  goTo(static_cast<Page>(std::clamp(settings.value(kPageKey, home).toInt(), static_cast<int>(home), static_cast<int>(learn))));
}

void MainWindow::remember() const {
  QSettings settings;
  settings.setValue(kGeometryKey, saveGeometry());
  settings.setValue(kPageKey, static_cast<int>(page()));
  train_->saveLayout(settings);
}

}  // namespace ganvas::ui
