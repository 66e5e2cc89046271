// A slider over the whole run: moves the sample grid and the curves' cursor together, back to any step and to "live". GUI thread.
#pragma once

#include <QCache>
#include <QTimer>
#include <QWidget>
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/api/engine.hpp"

class QToolButton;

namespace ganvas::ui {

class Bridge;
class InkLabel;
class LossCurves;
class SampleGridView;
class TimeTrack;

class TimeSlider : public QWidget {
  Q_OBJECT
 public:
  explicit TimeSlider(Bridge& bridge, QWidget* parent = nullptr);
  ~TimeSlider() override;

  /// Connects the three: the one line that a page needs.
  void bind(SampleGridView& grid, LossCurves& curves);

  std::int64_t step() const { return step_; }
  std::int64_t lastStep() const { return last_; }
  bool live() const { return live_; }
  const std::vector<std::int64_t>& sampleSteps() const { return sampleSteps_; }
  const std::vector<std::int64_t>& editSteps() const { return editSteps_; }

  void setStep(std::int64_t step);      ///< leaves live
  void goLive();                        ///< of a reopened run: to its end
  void setPlaying(bool playing);
  bool playing() const { return play_.isActive(); }
  void clear();
  /// Stands where another one stands.
  void takeOver(const TimeSlider& other);

 signals:
  void stepChanged(std::int64_t step);             ///< moved while looking back
  void wentLive();
  void gridArrived(const ganvas::TileGrid& grid);  ///< what the grid looked like at step()

 private:
  void connectBridge();
  void openRecord(const RunRecord& record);
  void addHistory(const RunRecord& record);
  void setLast(std::int64_t last);
  void addSamples(const TileGrid& grid);
  void dropAfter(std::int64_t step);
  std::int64_t savedAt(std::int64_t step) const;   ///< largest step ≤ `step` with a grid; `step` itself where none is known
  void jump(int direction);
  void wishForGrid();
  void ask();
  void answer(std::uint64_t run, std::uint64_t wish, std::int64_t saved, const Result<TileGrid>& grid);
  void advance();
  void refresh();

  Bridge& bridge_;
  std::int64_t step_ = 0, last_ = 0;
  bool live_ = true;
  bool recorded_ = false;                          // a reopened run: its end is not "live"
  std::vector<std::int64_t> sampleSteps_, editSteps_;
  QCache<std::int64_t, TileGrid> cache_;           // by savedAt(); cost in kB
  std::uint64_t run_ = 0, wish_ = 0, shown_ = 0;   // counts runs and wishes: answers older than what is shown are dropped
  bool asking_ = false;                            // one question at a time; the newest wish is asked next
  std::uint64_t askedWish_ = 0;
  QTimer play_;
  TimeTrack* track_ = nullptr;
  InkLabel* label_ = nullptr;
  QToolButton *playButton_ = nullptr, *liveButton_ = nullptr;
};

}  // namespace ganvas::ui
