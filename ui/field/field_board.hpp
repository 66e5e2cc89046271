// The field of one run: the view, what it asks of the networks thirty times a second while they learn, and what a place or a mishap is told
// beneath and above it. GUI thread.
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>
#include <memory>

#include "engine/api/model.hpp"
#include "ui/bridge/words.hpp"
#include "ui/field/field_view.hpp"

namespace ganvas::ui {

class Bridge;
class FieldLayers;
class InkLabel;
class LatentPad;
class ModelAsker;

class FieldBoard : public QWidget {
  Q_OBJECT
 public:
  /// `layers` and `pad` may serve several boards.
  FieldBoard(Bridge& bridge, FieldLayers& layers, LatentPad& pad, QWidget* parent = nullptr);

  /// Null: `emptyText` is said.
  void setModel(std::shared_ptr<Model> model, const QString& emptyText);
  bool hasModel() const;
  FieldView& view() const { return *view_; }
  /// Said over the field until the next sound answer or {}: why the run has ended.
  void setTrouble(const Words& sentence);
  void ask();

 signals:
  void answered(const ganvas::InferenceResult& result);

 private:
  InferenceRequest request();
  void take(const InferenceResult& result);
  void refreshTrouble();

  FieldLayers& layers_;
  LatentPad& pad_;
  ModelAsker* asker_ = nullptr;
  FieldView* view_ = nullptr;
  InkLabel *readOut_ = nullptr, *trouble_ = nullptr;
  Words told_;                 // by setTrouble()
  Words found_;                // in the newest answer
  QSize asked_;                // cells of what was asked for last
  std::vector<double> measured_;   // the view and cells for which densities and divergences were asked last
  int unmeasured_ = 0;         // requests since
  QElapsedTimer sinceAsked_;
  QTimer next_, again_;
  std::int64_t step_ = -1;     // of the newest answer
  int unchanged_ = 0;          // answers of that step before it
};

}  // namespace ganvas::ui
