// Interaction "class": a conditional generator is told what to draw. All classes side by side from the same latents, or many pictures
// of one. GUI thread.
#pragma once

#include "ui/panels/grid_panel.hpp"

class QListWidget;

namespace ganvas::ui {

class ClassPanel : public GridPanel {
  Q_OBJECT
 public:
  explicit ClassPanel(Bridge& bridge, QWidget* parent = nullptr);

  /// -1: all of them, a column each.
  void setClass(int number);
  void takeOver(Panel& other) override;
  int chosenClass() const { return class_; }

 private:
  ClassPanel(Bridge& bridge, QListWidget* list, QWidget* parent);
  void modelSet() override;
  InferenceRequest request() const override;
  Legend legend() const override;

  QListWidget* list_;
  std::vector<std::string> classes_;
  int class_ = -1;
};

}  // namespace ganvas::ui
