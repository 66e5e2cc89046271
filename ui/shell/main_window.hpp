// The window: navigation at the left, messages on top, one page at a time, what the machine does at the foot. GUI thread.
#pragma once

#include <QMainWindow>
#include <QStackedWidget>
#include <functional>

#include "engine/api/session.hpp"

class QDialog;
class QProgressDialog;

namespace ganvas::ui {

class Bridge;
class FieldPage;
class HomePage;
class InkLabel;
class LearnPage;
class MessageBar;
class NavBar;
class NavButton;
class PlayPage;
class RunsPage;
class TrainPage;
struct QuickStart;

class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  enum Page { home, train, play, field, runs, learn };
  enum class CloseAnswer { keepTraining, stopAndClose };

  explicit MainWindow(Bridge& bridge, QWidget* parent = nullptr);
  ~MainWindow() override;

  void goTo(Page page);
  Page page() const;
  /// Shows a stored run on the train page, asking first where that would stop one in training.
  void openRun(const QString& folder);
  void resumeRun(const QString& folder);

  HomePage& homePage() { return *home_; }
  TrainPage& trainPage() { return *train_; }
  PlayPage& playPage() { return *play_; }
  FieldPage& fieldPage() { return *field_; }
  RunsPage& runsPage() { return *runs_; }
  LearnPage& learnPage() { return *learn_; }
  MessageBar& messages() { return *messages_; }

  /// Answers instead of the box that asks before a run in training is closed; for tests.
  void setCloseQuestion(std::function<CloseAnswer()> ask) { askClose_ = std::move(ask); }

 signals:
  void firstPainted();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QWidget* makeCentre();
  void makeAnew();
  void makeMenus();
  void makeStatusArea();
  void connectPages();
  void connectBridge();
  QAction* add(class QMenu* menu, const QString& text, const QList<QKeySequence>& keys, std::function<void()> act, const QString& icon = {});
  void restore();
  void remember() const;
  CloseAnswer askClose();
  void beginQuickStart(const QuickStart& quick);
  void chooseRun();
  QDialog* showSettings();
  void showShortcuts();
  void showAbout();
  void onStatus(const SessionStatus& status);
  void refreshStatus();

  Bridge& bridge_;
  NavBar* nav_ = nullptr;
  NavButton* trainButton_ = nullptr;
  MessageBar* messages_ = nullptr;
  QStackedWidget* pages_ = nullptr;
  HomePage* home_ = nullptr;
  TrainPage* train_ = nullptr;
  PlayPage* play_ = nullptr;
  FieldPage* field_ = nullptr;
  RunsPage* runs_ = nullptr;
  LearnPage* learn_ = nullptr;
  InkLabel *state_ = nullptr, *device_ = nullptr, *memory_ = nullptr;
  std::function<CloseAnswer()> askClose_;
  bool closing_ = false;      // waits for the run to end, then closes
  bool closed_ = false;
  bool painted_ = false;
  QProgressDialog* saving_ = nullptr;
  SessionState lastState_ = SessionState::preparing;
};

}  // namespace ganvas::ui
