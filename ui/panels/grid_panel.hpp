// What panels have in common that draw one grid by what the person chooses at its side. GUI thread.
#pragma once

#include <QStringList>
#include <array>
#include <functional>
#include <memory>

#include "ui/panels/panel_registry.hpp"

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
  /// What the pictures of such a request are called.
  struct Legend {
    QStringList columns, rows;                                // headings, as TileView::setHeadings
    bool reflow = false;
    std::function<QString(int tile, int columns)> caption;    // of a tile
  };
  virtual Legend legend() const = 0;

  void ask();
  ModelAsker& asker() const { return *asker_; }

 private:
  enum Kind { kChosen, kLive, kKinds };
  InferenceRequest requestFor(int kind);
  void take(int kind, const InferenceResult& result);
  void put(TileView& view, TileGrid grid, const Legend& legend);

  Bridge& bridge_;
  ModelAsker* asker_ = nullptr;
  ModelHeader* header_ = nullptr;
  ComparedView* compared_ = nullptr;
  std::array<Legend, kKinds> asked_;      // what the pictures under way will show, whatever is chosen meanwhile
};

}  // namespace ganvas::ui
