// Interaction "latent": a grid of samples for a seed, the way between two of them, and sliders along the generator's principal
// directions; on trained networks and on those that still learn. GUI thread.
#pragma once

#include <QTimer>
#include <array>
#include <cstdint>
#include <memory>

#include "ui/panels/panel_registry.hpp"

class QButtonGroup;
class QComboBox;
class QSlider;
class QSplitter;
class QToolButton;

namespace ganvas::ui {

class ComparedView;
class DirectionSliders;
class InkLabel;
class ModelAsker;
class ModelHeader;
class TileView;

class LatentPanel : public Panel {
  Q_OBJECT
 public:
  explicit LatentPanel(Bridge& bridge, QWidget* parent = nullptr);
  ~LatentPanel() override;

  void setModel(std::shared_ptr<Model> model) override;
  void takeOver(Panel& other) override;

  enum class End { a, b };
  void setSeed(std::uint32_t seed);
  /// Takes a tile of the grid for one end of the way.
  void pick(End end, int tile);
  void setT(double t);
  void setAnimating(bool on);
  void setWeights(Weights weights);

  LatentPoint end(End which) const { return which == End::a ? a_ : b_; }
  double t() const { return t_; }

  // for tests
  ModelHeader& header() const { return *header_; }
  TileView& liveView() const { return *views_[kLiveGrid]; }
  TileView& gridView() const { return *views_[0]; }
  TileView& stripView() const { return *views_[1]; }
  TileView& bigView() const { return *views_[2]; }
  DirectionSliders& directions() const { return *directions_; }

 protected:
  void hideEvent(QHideEvent*) override;
  void resizeEvent(QResizeEvent*) override;
  void keyPressEvent(QKeyEvent*) override;

 private:
  enum Kind { kGrid, kStrip, kBig, kLiveGrid, kKinds };
  QWidget* buildHeader();
  QWidget* buildGrid();
  QWidget* buildBig();
  QWidget* buildWay();
  void connectViews();

  InferenceRequest requestFor(int kind) const;
  void take(int kind, const InferenceResult& result);
  void advance();
  void refreshInfo();
  void refreshBadges();

  Bridge& bridge_;
  ModelAsker* asker_ = nullptr;
  std::shared_ptr<Model> model_;
  LatentPoint a_, b_;
  double t_ = 0;
  int direction_ = 1;                               // of the animation
  End active_ = End::a;
  QTimer animate_;

  std::array<TileView*, kKinds> views_{};
  DirectionSliders* directions_ = nullptr;
  ModelHeader* header_ = nullptr;
  ComparedView* compared_ = nullptr;
  QComboBox* countBox_ = nullptr;
  QButtonGroup* endGroup_ = nullptr;
  InkLabel *tLabel_ = nullptr, *directionsHint_ = nullptr;
  QSlider* tSlider_ = nullptr;
  QToolButton *playButton_ = nullptr, *resetButton_ = nullptr;
  QSplitter* splitter_ = nullptr;
};

}  // namespace ganvas::ui
