// One run of an arena: the plane, or what it draws where its family has none, and its curves. GUI thread.
#pragma once

#include <QWidget>

#include "engine/api/family.hpp"
#include "ui/field/field_view.hpp"

namespace ganvas::ui {

class Bridge;
class ElidedLabel;
class FieldBoard;
class FieldSide;
class LossCurves;
class SampleGridView;

bool offersField(const FamilyInfo& family);

class RunColumn : public QWidget {
  Q_OBJECT
 public:
  /// `side` says what is shown of the plane and gets the numbers of `place`, 0 or 1; null where the family has no plane.
  RunColumn(Bridge& bridge, const FamilyInfo& family, FieldSide* side, int place, QWidget* parent = nullptr);

  Bridge& bridge() const { return bridge_; }
  /// What is special about this one of two; empty: nothing is said.
  void setTitle(const QString& title);
  FieldBoard* board() const { return board_; }   ///< null where there is no plane
  LossCurves& curves() const { return *curves_; }
  void takeOver(RunColumn& other);

 private:
  void makeBoard();
  void giveModel();

  Bridge& bridge_;
  FamilyInfo family_;
  FieldSide* side_;
  int place_;
  ElidedLabel* title_;
  FieldBoard* board_ = nullptr;
  SampleGridView* samples_ = nullptr;   // where there is no board
  LossCurves* curves_;
};

}  // namespace ganvas::ui
