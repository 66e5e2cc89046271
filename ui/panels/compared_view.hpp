// A grid of pictures, and beside it on demand the same pictures from the live weights. GUI thread.
#pragma once

#include <QWidget>

class QGridLayout;

namespace ganvas::ui {

class InkLabel;
class TileView;

class ComparedView : public QWidget {
  Q_OBJECT
 public:
  explicit ComparedView(QWidget* parent = nullptr);

  TileView& view() const { return *view_; }   ///< of the weights that were chosen; averaged ones while comparing
  TileView& live() const { return *live_; }   ///< hidden unless comparing
  void setComparing(bool on);
  bool comparing() const { return comparing_; }

 private:
  QGridLayout* grid_;
  TileView *view_, *live_;
  InkLabel *averagedTitle_, *liveTitle_;
  bool comparing_ = false;
};

}  // namespace ganvas::ui
