// Interaction "field": the plane as the two players of a GAN on points see it, and how far the game has got in numbers. GUI thread.
#pragma once

#include <QElapsedTimer>
#include <map>
#include <string>

#include "ui/panels/field_view.hpp"
#include "ui/panels/panel_registry.hpp"

class QBoxLayout;
class QComboBox;
class QCheckBox;

namespace ganvas::ui {

class InkLabel;
class ModelAsker;

class FieldPanel : public Panel {
  Q_OBJECT
 public:
  explicit FieldPanel(Bridge& bridge, QWidget* parent = nullptr);

  void setModel(std::shared_ptr<Model> model) override;
  void takeOver(Panel& other) override;
  FieldView& view() const { return *view_; }
  /// Layers and numbers; without them the plane is larger.
  void setSideShown(bool on) { side_->setVisible(on); }

 private:
  QWidget* makeSide();
  void addNumber(QBoxLayout* column, const char* scalar, const QString& title, const QString& tip);
  InferenceRequest request();
  void take(const InferenceResult& result);

  ModelAsker* asker_ = nullptr;
  FieldView* view_ = nullptr;
  QWidget* side_ = nullptr;
  QComboBox* shade_ = nullptr;
  std::map<FieldView::Layer, QCheckBox*> layers_;
  std::map<std::string, InkLabel*> numbers_;
  InkLabel *readOut_ = nullptr, *trouble_ = nullptr;
  QSize asked_;                // cells of what was asked for last
  QElapsedTimer sinceAsked_;
  std::int64_t step_ = -1;     // of the newest answer
  int unchanged_ = 0;          // answers of that step before it
};

}  // namespace ganvas::ui
