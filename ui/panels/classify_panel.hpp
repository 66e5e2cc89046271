// Interaction "classify": the networks name what the person draws, or a picture from a file. GUI thread.
#pragma once

#include <memory>
#include <vector>

#include "ui/panels/panel_registry.hpp"

namespace ganvas::ui {

class ClassBars;
class DrawPad;
class InkLabel;
class ModelAsker;

class ClassifyPanel : public Panel {
  Q_OBJECT
 public:
  explicit ClassifyPanel(Bridge& bridge, QWidget* parent = nullptr);

  void setModel(std::shared_ptr<Model> model) override;
  void takeOver(Panel& other) override;
  void openPicture(const QString& file);

  DrawPad& pad() const { return *pad_; }     // for tests
  QString answer() const;

 protected:
  void dragEnterEvent(QDragEnterEvent*) override;
  void dropEvent(QDropEvent*) override;

 private:
  InferenceRequest request();
  void take(const InferenceResult& result);
  void showNothing();
  void showWrong(const Error& error);

  Bridge& bridge_;
  ModelAsker* asker_ = nullptr;
  DrawPad* pad_ = nullptr;
  InkLabel *answer_ = nullptr, *detail_ = nullptr;
  ClassBars* bars_ = nullptr;
  int opening_ = 0;          // the newest picture opened wins
  int asked_ = -1;           // the pad's subject that was asked about last
};

}  // namespace ganvas::ui
