// The grid of samples while a network learns, or as it was at an earlier step. GUI thread.
#pragma once

#include <QPointer>
#include <QWidget>
#include <cstdint>
#include <vector>

#include "engine/api/frame.hpp"
#include "engine/api/job.hpp"
#include "ui/bridge/words.hpp"

class QToolButton;

namespace ganvas::ui {

class Bridge;
class ElidedLabel;
class InkLabel;
class TileView;

class SampleGridView : public QWidget {
  Q_OBJECT
 public:
  explicit SampleGridView(Bridge& bridge, QWidget* parent = nullptr);

  /// The newest grid, shown at once unless history is being looked at.
  void setLiveGrid(const TileGrid& grid);
  /// A grid of an earlier step (TimeSlider::gridArrived); live grids wait until showLive().
  void showHistory(const TileGrid& grid);
  void showLive();
  void clear();
  /// Shows what another one shows.
  void takeOver(const SampleGridView& other);

  bool live() const { return live_; }
  /// Sorts what is shown into the data's classes, as a network trained on the data reads it; off shows it as it was drawn.
  void setSorted(bool on);
  const TileGrid& shown() const;
  TileView& view() { return *view_; }
  /// What is being done so that the pictures can be sorted, or empty.
  QString activity() const;
  /// "Samples at step 4 000".
  static QString headline(std::int64_t step);

 signals:
  void failed(const ganvas::ui::Words& sentence);

 protected:
  void showEvent(QShowEvent*) override;

 private:
  QWidget* buildToolbar();
  void refreshLabels();
  void refreshZoom();
  void requestNewLatents();
  void put(const TileGrid& grid);                // sorted where that is asked
  void putUnsorted(const TileGrid& grid);
  void putSorted();
  void sortNow();
  void stopSorting();
  void tellActivity(const Progress& progress);
  int tilesEach() const;                 // of each picture in the grid
  std::vector<std::string> classNames() const;   // of the run's data; empty where its networks are not there to tell them

  Bridge& bridge_;
  TileGrid liveGrid_;
  bool live_ = true;
  bool sorted_ = false;
  QPointer<QObject> sorting_;                     // owns the reading under way: gone, it is cancelled
  TileGrid unsorted_;                             // what is shown or is being sorted
  TileGrid read_;                                 // what was sorted last, empty while that is not shown, and the classes of its tiles
  std::vector<int> classes_;
  TileView* view_ = nullptr;
  InkLabel *step_ = nullptr, *zoom_ = nullptr;
  ElidedLabel* activity_ = nullptr;
  QToolButton *newLatents_ = nullptr, *sort_ = nullptr;
};

}  // namespace ganvas::ui
