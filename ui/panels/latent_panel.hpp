// Interaction "latent": a grid of samples for a seed, the way between two of them, and sliders along the generator's principal
// directions; on trained networks and on those that still learn. GUI thread.
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "ui/panels/panel_registry.hpp"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QSlider;
class QSpinBox;
class QSplitter;
class QToolButton;

namespace ganvas::ui {

class DirectionSliders;
class InkLabel;
class TileView;

class LatentPanel : public Panel {
  Q_OBJECT
 public:
  explicit LatentPanel(Bridge& bridge, QWidget* parent = nullptr);
  ~LatentPanel() override;

  void setModel(std::shared_ptr<Model> model) override;

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
  TileView& gridView() const { return *views_[0]; }
  TileView& stripView() const { return *views_[1]; }
  TileView& bigView() const { return *views_[2]; }
  DirectionSliders& directions() const { return *directions_; }

 protected:
  void showEvent(QShowEvent*) override;
  void hideEvent(QHideEvent*) override;
  void resizeEvent(QResizeEvent*) override;
  void keyPressEvent(QKeyEvent*) override;

 private:
  enum Kind { kGrid, kStrip, kBig, kKinds };
  struct Outstanding {
    Kind kind = kGrid;
    std::uint64_t revision = 0;
    QElapsedTimer since;
  };
  QWidget* buildHeader();
  QWidget* buildGrid();
  QWidget* buildBig();
  QWidget* buildWay();
  QToolButton* tool(const QString& icon, const QString& tip, QWidget* parent);
  void connectViews();

  void want(Kind kind);
  void wantAll();
  void pump();                                      // sends the next request if none is under way
  InferenceRequest requestFor(Kind kind) const;
  void take(const InferenceResult& result);
  void poll();                                      // twice a second: has the training moved on?
  void advance();
  void refreshInfo();
  void refreshBadges();

  Bridge& bridge_;
  std::shared_ptr<Model> model_;
  ModelInfo info_;
  std::array<bool, kKinds> wanted_{};
  std::optional<Outstanding> outstanding_;
  int lastKind_ = kBig;
  std::int64_t askedStep_ = -1;                     // of the networks when pictures were asked for last
  std::uint32_t seed_ = 0;
  LatentPoint a_, b_;
  double t_ = 0;
  int direction_ = 1;                               // of the animation
  End active_ = End::a;
  Weights weights_ = Weights::ema;
  QTimer poll_, animate_;

  std::array<TileView*, kKinds> views_{};
  DirectionSliders* directions_ = nullptr;
  QSpinBox* seedBox_ = nullptr;
  QComboBox* countBox_ = nullptr;
  QButtonGroup *weightsGroup_ = nullptr, *endGroup_ = nullptr;
  QCheckBox* follow_ = nullptr;
  InkLabel *status_ = nullptr, *tLabel_ = nullptr, *directionsHint_ = nullptr;
  QSlider* tSlider_ = nullptr;
  QToolButton *playButton_ = nullptr, *resetButton_ = nullptr;
  QSplitter* splitter_ = nullptr;
};

}  // namespace ganvas::ui
