// Where a run is set up, watched and steered: controls on top, set-up at the left, samples in the middle, curves beneath, panels to
// use the networks at the right, the time slider at the foot. GUI thread.
#pragma once

#include <QAction>
#include <QList>
#include <QMainWindow>
#include <QWidget>
#include <map>

#include "engine/api/engine.hpp"

class QDockWidget;
class QHBoxLayout;
class QPushButton;
class QSettings;
class QStackedWidget;

namespace ganvas::ui {

class Bridge;
class InkLabel;
class LossCurves;
class Panel;
class RunControls;
class SampleGridView;
class TimeSlider;
class TrainSetup;

class TrainPage : public QWidget {
  Q_OBJECT
 public:
  explicit TrainPage(Bridge& bridge, QWidget* parent = nullptr);

  bool chooseFamily(const QString& name);
  void chooseData(const QString& source);
  bool choosePreset(const QString& name);
  /// Starts with what the form holds. False where something is wrong: its fields are marked and the first is shown.
  bool startRun(bool paused = false);

  /// For menus: run controls, undo and redo, search, docks.
  QList<QAction*> actions() const;
  QList<QAction*> runActions() const;
  QList<QAction*> editActions() const;
  QList<QAction*> viewActions() const;

  QWidget* curvesWidget() const;
  QWidget* samplesWidget() const;
  TrainSetup& setup() { return *setup_; }
  RunControls& controls() { return *controls_; }

  /// Shows what another one shows, as it shows it: run, curves, form, docks. The other one is thrown away then.
  void takeOver(TrainPage& other);

  void saveLayout(QSettings& settings) const;
  void restoreLayout(const QSettings& settings);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void buildDocks();
  void buildEditActions();
  QWidget* makeEmptyState();
  void connectBridge();
  void onSessionStarted();
  void onStatus(const SessionStatus& status);
  void onRecord(const RunRecord& record);
  void refreshReady();
  void refreshPanels();
  void refreshCentre();
  void placePanel(QDockWidget* dock);
  void askReset();
  void goOn();

  Bridge& bridge_;
  RunControls* controls_ = nullptr;
  QMainWindow* docks_ = nullptr;       // a window in the page, for its docks only
  TrainSetup* setup_ = nullptr;
  SampleGridView* samples_ = nullptr;
  LossCurves* curves_ = nullptr;
  TimeSlider* time_ = nullptr;
  QStackedWidget* centre_ = nullptr;
  QWidget* empty_ = nullptr;
  InkLabel* emptyText_ = nullptr;
  QPushButton *emptyData_ = nullptr, *emptyStart_ = nullptr;
  QDockWidget *setupDock_ = nullptr, *curvesDock_ = nullptr;
  std::map<QString, QDockWidget*> panelDocks_;   // by interaction id, made when a family first offers it
  QHBoxLayout* panelButtons_ = nullptr;
  QList<QAction*> editActions_;
  bool laidOut_ = false;                         // the docks have their sizes, by a first layout or a stored one
};

}  // namespace ganvas::ui
