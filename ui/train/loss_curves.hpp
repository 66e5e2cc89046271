// The live curves of a run: one plot for each group of series with a common x axis of steps, a cursor through all of them,
// smoothing, zoom, marks of edits, export. Keeps every point. GUI thread.
#pragma once

#include <QTimer>
#include <QWidget>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "engine/api/engine.hpp"
#include "engine/api/session.hpp"
#include "ui/bridge/words.hpp"

class QAction;
class QGridLayout;
class QScrollArea;
class QSlider;
class QTabBar;
class QToolButton;

namespace ganvas::ui {

class Bridge;
class Curve;
class CurvePlot;
class InkLabel;

class LossCurves : public QWidget {
  Q_OBJECT
 public:
  explicit LossCurves(Bridge& bridge, QWidget* parent = nullptr);
  ~LossCurves() override;

  void setSeries(const std::vector<SeriesInfo>& series);
  void addScalars(const std::vector<Scalar>& scalars);
  void addEdits(const std::vector<Edit>& edits);
  void clear();
  /// Shows what another one shows: all its points, marks, range and cursor.
  void takeOver(const LossCurves& other);

  /// All points of one curve at once; a tag that is not known gets a plot of its own.
  void setData(const QString& tag, std::vector<double> steps, std::vector<double> values);
  /// Moves the visible range by a fraction of its width and stops following.
  void panBy(double fraction);
  /// Draws now instead of at the next tick.
  void replotNow();

  const Curve* curve(const QString& tag) const;
  std::vector<CurvePlot*> plots() const;
  std::optional<std::int64_t> cursorStep() const { return cursor_; }
  bool following() const { return following_; }
  double smoothing() const { return smoothing_; }

  /// Everything as comma-separated values: step, one column for each tag, empty where there is no point.
  QString csv() const;
  QImage picture(double scale = 2) const;
  bool savePdf(const QString& file) const;

 public slots:
  void setCursorStep(std::int64_t step);   ///< does not emit cursorStepChanged
  void clearCursor();                      ///< the read-out goes back to the newest values
  void setFollowing(bool on);
  void setSmoothing(double weight);        ///< 0 none … 0.999
  void setLogX(bool on);
  void setLogY(bool on);
  void fit();                              ///< everything, and follow

 signals:
  void cursorStepChanged(std::int64_t step);   ///< the person clicked at a step
  void cursorCleared();                        ///< the person took the cursor away
  void followingChanged(bool on);
  /// A run that goes on: what it did before was read from its folder.
  void historyRead(const ganvas::RunRecord& record);
  void failed(const ganvas::ui::Words& sentence);

 protected:
  void showEvent(QShowEvent*) override;
  void resizeEvent(QResizeEvent*) override;
  void keyPressEvent(QKeyEvent*) override;

 private:
  QWidget* buildToolbar();
  QToolButton* buildMenu();
  CurvePlot* plotFor(const QString& group);
  void addCurve(const SeriesInfo& info);
  void startSession();
  void addRecord(const RunRecord& record);   ///< before what is there
  void showGroup(int tab);
  void connectPlot(CurvePlot* plot);
  void setRange(double lower, double upper);
  void followEnd();
  void zoomAt(double factor, double anchor);
  void dropAfter(std::int64_t step);
  void refresh();   // soon, if visible
  void arrange();
  void showSmoothing();
  void refreshReadout();
  void explain(const QString& sentence);
  void restyle();
  void saveAs();
  void copyPicture();
  double firstStep() const;
  double lastStep() const;
  SeriesInfo unknownSeries(const QString& tag) const;

  static constexpr int kSoonMs = 16;

  Bridge& bridge_;
  std::map<QString, std::shared_ptr<Curve>> curves_;
  std::vector<CurvePlot*> plots_;
  std::vector<Edit> edits_;
  std::optional<std::int64_t> cursor_, hover_;
  double smoothing_ = 0.9, lower_ = 0, upper_ = 1, window_ = 0;   // window_: width that is followed, 0 everything
  bool following_ = true, logX_ = false, logY_ = false;
  std::int64_t statusStep_ = 0;
  std::uint64_t run_ = 0;                  // counts runs, so that the history of another one is dropped
  QTimer tick_;
  QTabBar* tabs_ = nullptr;
  QScrollArea* scroll_ = nullptr;
  QGridLayout* stack_ = nullptr;
  InkLabel *step_ = nullptr, *info_ = nullptr, *empty_ = nullptr, *smoothingLabel_ = nullptr;
  QSlider* smoothingSlider_ = nullptr;
  QToolButton* follow_ = nullptr;
  QAction *logXAction_ = nullptr, *logYAction_ = nullptr;
};

}  // namespace ganvas::ui
