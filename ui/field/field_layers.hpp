// What is shown of the plane: its colours, and layers that toggle. Serves any number of views. GUI thread.
#pragma once

#include <QWidget>
#include <map>

#include "ui/field/field_view.hpp"

class QCheckBox;
class QComboBox;

namespace ganvas::ui {

class FieldLayers : public QWidget {
  Q_OBJECT
 public:
  explicit FieldLayers(QWidget* parent = nullptr);
  bool shows(FieldView::Layer layer) const;
  /// The view shows what is chosen here from now on.
  void serve(FieldView& view);
  void showAll();
  void takeOver(const FieldLayers& other);

 signals:
  void changed();          ///< another layer: more may have to be asked for

 private:
  void apply(FieldView& view) const;

  QComboBox* shade_ = nullptr;
  std::map<FieldView::Layer, QCheckBox*> layers_;
};

}  // namespace ganvas::ui
