// The grid of samples while a network learns, or as it was at an earlier step. GUI thread.
#pragma once

#include <QWidget>
#include <cstdint>
#include <vector>

#include "engine/api/frame.hpp"

class QToolButton;

namespace ganvas::ui {

class Bridge;
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

 signals:
  void newLatentsRequested(std::uint64_t seed);   ///< also sent to the session as command::NewLatents
  void failed(const QString& sentence);

 private:
  QWidget* buildToolbar();
  void refreshLabels();
  void refreshZoom();
  void requestNewLatents();
  void put(const TileGrid& grid);                // sorted where that is asked
  void putSorted(const TileGrid& grid, const std::vector<int>& classes);
  void sortNow();

  Bridge& bridge_;
  TileGrid liveGrid_;
  bool live_ = true;
  bool sorted_ = false, sorting_ = false;
  int run_ = 0;                                   // counts clear(): classes of an earlier run's grid come too late
  TileGrid unsorted_;                             // what is shown or is being sorted
  TileView* view_ = nullptr;
  InkLabel *step_ = nullptr, *zoom_ = nullptr;
  QToolButton *newLatents_ = nullptr, *sort_ = nullptr;
};

}  // namespace ganvas::ui
