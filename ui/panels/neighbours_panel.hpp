// Interaction "neighbours": generated pictures, and under each the training picture that is nearest to it: does the generator draw what
// it has learnt by heart? GUI thread.
#pragma once

#include <memory>
#include <optional>

#include "engine/api/engine.hpp"
#include "ui/panels/panel_registry.hpp"

class QPushButton;
class QSpinBox;

namespace ganvas::ui {

class InkLabel;
class TileView;

class NeighboursPanel : public Panel {
  Q_OBJECT
 public:
  explicit NeighboursPanel(Bridge& bridge, QWidget* parent = nullptr);

  void setModel(std::shared_ptr<Model> model) override;
  void takeOver(Panel& other) override;
  void look();

  TileView& view() const { return *view_; }   // for tests
  QString said() const;

 private:
  void take(const Result<Neighbours>& found);
  void showFound();

  Bridge& bridge_;
  std::shared_ptr<Model> model_;
  QSpinBox* seed_ = nullptr;
  QPushButton* look_ = nullptr;
  InkLabel* said_ = nullptr;
  TileView* view_ = nullptr;
  InkLabel* step_ = nullptr;
  std::optional<Neighbours> found_;
  int turn_ = 0;      // the newest look wins
};

}  // namespace ganvas::ui
