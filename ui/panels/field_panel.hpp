// Interaction "field": the plane as the two players of a GAN on points see it, and how far the game has got in numbers. GUI thread.
#pragma once

#include "ui/field/field_view.hpp"
#include "ui/panels/panel_registry.hpp"

namespace ganvas::ui {

class FieldBoard;
class FieldSide;

class FieldPanel : public Panel {
  Q_OBJECT
 public:
  explicit FieldPanel(Bridge& bridge, QWidget* parent = nullptr);

  void setModel(std::shared_ptr<Model> model) override;
  void takeOver(Panel& other) override;
  FieldView& view() const;
  /// Layers and numbers; without them the plane is larger.
  void setSideShown(bool on);

 private:
  FieldSide* side_ = nullptr;
  FieldBoard* board_ = nullptr;
};

}  // namespace ganvas::ui
