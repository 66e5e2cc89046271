// Interaction "class": a conditional generator is told what to draw. All classes side by side from the same latents, or many pictures
// of one. GUI thread.
#pragma once

#include <memory>

#include "ui/panels/panel_registry.hpp"

class QListWidget;

namespace ganvas::ui {

class ModelAsker;
class ModelHeader;
class TileView;

class ClassPanel : public Panel {
  Q_OBJECT
 public:
  explicit ClassPanel(Bridge& bridge, QWidget* parent = nullptr);

  void setModel(std::shared_ptr<Model> model) override;
  /// -1: all of them, a column each.
  void setClass(int number);
  int chosenClass() const { return class_; }

  TileView& view() const { return *view_; }   // for tests

 private:
  InferenceRequest request() const;
  void take(const InferenceResult& result);
  void fillClasses();

  Bridge& bridge_;
  ModelAsker* asker_ = nullptr;
  ModelHeader* header_ = nullptr;
  QListWidget* list_ = nullptr;
  TileView* view_ = nullptr;
  std::vector<std::string> classes_;
  int class_ = -1;
};

}  // namespace ganvas::ui
