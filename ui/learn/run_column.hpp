// One run of a lesson's scene: what it draws, or the plane where its family has one, and its curves. GUI thread.
#pragma once

#include <QWidget>

#include "engine/api/family.hpp"

namespace ganvas::ui {

class Bridge;
class ElidedLabel;
class LossCurves;
class Panel;
class SampleGridView;

class RunColumn : public QWidget {
  Q_OBJECT
 public:
  RunColumn(Bridge& bridge, const FamilyInfo& family, QWidget* parent = nullptr);

  Bridge& bridge() const { return bridge_; }
  /// What is special about this one of two; empty: nothing is said.
  void setTitle(const QString& title);
  /// The layers and numbers beside a plane; without them it is larger.
  void setSideShown(bool on);
  bool hasSide() const { return panel_ != nullptr; }
  void takeOver(RunColumn& other);

 private:
  void giveModel();

  Bridge& bridge_;
  ElidedLabel* title_;
  Panel* panel_ = nullptr;              // of the interaction "field"
  SampleGridView* samples_ = nullptr;   // where there is no such panel
  LossCurves* curves_;
};

}  // namespace ganvas::ui
