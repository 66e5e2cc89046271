// What panels have in common that draw one grid by what the person chooses at its side. GUI thread.
#pragma once

#include <memory>

#include "ui/panels/panel_registry.hpp"

class QHBoxLayout;

namespace ganvas::ui {

class ComparedView;
class ModelAsker;
class ModelHeader;
class TileView;

class GridPanel : public Panel {
  Q_OBJECT
 public:
  void setModel(std::shared_ptr<Model> model) override;
  /// Seed and weights.
  void takeOver(Panel& other) override;
  TileView& view() const;
  ComparedView& compared() const { return *compared_; }
  ModelHeader& header() const { return *header_; }

 protected:
  /// `side` stands left of the grid. A panel that is whole calls begin().
  GridPanel(Bridge& bridge, QWidget* side, QWidget* parent);
  void begin();

  /// Another model, or none: read what it can be told.
  virtual void modelSet() = 0;
  /// As the panel stands now; without inputs nothing is asked.
  virtual InferenceRequest request() const = 0;
  /// What a tile of the grid shows.
  virtual QString caption(int tile, int columns) const = 0;

  void ask();
  /// Words over the columns or before the rows, as TileView::setHeadings; of both grids while comparing.
  void setHeadings(Qt::Orientation orientation, const QStringList& headings);
  void setReflow(bool on);
  ModelAsker& asker() const { return *asker_; }

 private:
  enum Kind { kChosen, kLive, kKinds };
  InferenceRequest requestFor(int kind) const;
  void take(int kind, const InferenceResult& result);

  Bridge& bridge_;
  ModelAsker* asker_ = nullptr;
  ModelHeader* header_ = nullptr;
  ComparedView* compared_ = nullptr;
};

}  // namespace ganvas::ui
