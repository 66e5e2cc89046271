// Interaction "sketch": draw, and see it painted while the pen moves. GUI thread.
#pragma once

#include <QElapsedTimer>
#include <memory>

#include "ui/panels/panel_registry.hpp"

class QAction;
class QCheckBox;
class QComboBox;
class QBoxLayout;
class QPushButton;
class QSlider;
class QToolButton;

namespace ganvas::ui {

class InkLabel;
class ModelAsker;
class PaintedView;
class SketchAutosave;
class SketchBoard;
class SketchCanvas;
class SketchFiles;
class SketchRecorder;
class SketchTools;
class TileView;

class SketchPanel : public Panel {
  Q_OBJECT
 public:
  static constexpr int kVariants = 6;

  explicit SketchPanel(Bridge& bridge, QWidget* parent = nullptr);
  ~SketchPanel() override;

  void setModel(std::shared_ptr<Model> model) override;
  void takeOver(Panel& other) override;

  SketchBoard& board() const { return *board_; }       // for tests
  SketchCanvas& canvas() const { return *canvas_; }
  SketchFiles& files() const { return *files_; }
  SketchRecorder& recorder() const { return *recorder_; }
  TileView& variants() const { return *variants_; }
  const QImage& painted() const;
  std::uint32_t seed() const { return seed_; }
  void setSeed(std::uint32_t seed);
  void setLocked(bool locked);
  void showOver(bool over);
  void showOpinion(bool on);
  /// Something to draw after, from the model's data or from what ships with Ganvas.
  void showExample(bool drawn);

 protected:
  void resizeEvent(QResizeEvent*) override;
  void showEvent(QShowEvent*) override;

 private:
  enum Kind { kPainted, kStrip, kKinds };

  void makeTools();
  QWidget* makeFoot();
  QWidget* makeStrip();
  QWidget* makeRescue();
  QAction* addKey(const QString& icon, const QString& text, Qt::Key key, std::function<void()> act);
  void connectBoard();
  InferenceRequest request(Kind kind);
  void take(Kind kind, const InferenceResult& result);
  void refreshModel();
  void showPainted(const QImage& picture, const QImage& opinion);
  void showNothing();
  void paintAnew();
  void choose(int variant);
  void toggleFilm();

  Bridge& bridge_;
  ModelAsker* asker_ = nullptr;
  SketchBoard* board_ = nullptr;
  SketchCanvas* canvas_ = nullptr;
  SketchTools* tools_ = nullptr;
  SketchFiles* files_ = nullptr;
  SketchRecorder* recorder_ = nullptr;
  SketchAutosave* autosave_ = nullptr;
  PaintedView* painted_ = nullptr;
  TileView* variants_ = nullptr;
  QBoxLayout* sides_ = nullptr;    // drawing and picture
  QToolButton *lock_ = nullptr, *beside_ = nullptr, *over_ = nullptr;
  QAction* template_ = nullptr;
  QSlider* blend_ = nullptr;
  QCheckBox* opinion_ = nullptr;
  InkLabel* opinionMeans_ = nullptr;   // its colours, or that there is none
  QComboBox* class_ = nullptr;
  QWidget* rescue_ = nullptr;
  InkLabel *latency_ = nullptr, *filmed_ = nullptr;
  std::uint32_t seed_ = 1;
  int chosen_ = 0;                 // of the variants
  bool locked_ = false;
  std::uint64_t example_ = 0;      // the next one's seed
  int exampleTurn_ = 0;
  QElapsedTimer sinceInk_;         // of the oldest ink that is not painted yet
  qint64 askedAfter_ = -1;         // sinceInk_ when it was asked for
  bool stripDue_ = false;          // once a picture shows all the ink
};

}  // namespace ganvas::ui
