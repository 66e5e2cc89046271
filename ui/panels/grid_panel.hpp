// What panels have in common that draw one grid by what the person chooses at its side. GUI thread.
#pragma once

#include <memory>

#include "ui/panels/panel_registry.hpp"

class QHBoxLayout;

namespace ganvas::ui {

class ModelAsker;
class ModelHeader;
class TileView;

class GridPanel : public Panel {
  Q_OBJECT
 public:
  void setModel(std::shared_ptr<Model> model) override;
  /// Seed and weights.
  void takeOver(Panel& other) override;
  TileView& view() const { return *view_; }

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
  ModelAsker& asker() const { return *asker_; }
  ModelHeader& header() const { return *header_; }

 private:
  void take(const InferenceResult& result);

  Bridge& bridge_;
  ModelAsker* asker_ = nullptr;
  ModelHeader* header_ = nullptr;
  TileView* view_ = nullptr;
};

}  // namespace ganvas::ui
