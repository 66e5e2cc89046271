// Where runs are watched and played by hand: one, or two beside each other, with their controls on top, the rounds they have been
// through beneath, and what is shown of the plane at the side. GUI thread.
#pragma once

#include <QWidget>
#include <array>

#include "engine/api/family.hpp"
#include "ui/field/field_controls.hpp"

class QHBoxLayout;

namespace ganvas::ui {

class FieldPlayer;
class FieldSide;
class FieldTime;
class PhaseFormula;
class RunColumn;
class RunPair;

class Arena : public QWidget {
  Q_OBJECT
 public:
  Arena(RunPair& pair, const FamilyInfo& family, QWidget* parent = nullptr);
  ~Arena() override;

  FieldControls& controls() const { return *controls_; }
  FieldPlayer& player() const { return *player_; }
  FieldSide* side() const { return side_; }     ///< null where the family has no plane
  PhaseFormula& formula() const { return *formula_; }
  RunColumn& first() const { return *first_; }
  RunColumn* second() const { return second_; }
  /// What is special about each of the two; empty: nothing is said.
  void setTitles(const QString& first, const QString& second);
  void takeOver(Arena& other);

 private:
  void refreshSecond();
  void refreshFormula();

  RunPair& pair_;
  FamilyInfo family_;
  FieldPlayer* player_;
  FieldControls* controls_;
  PhaseFormula* formula_;
  FieldTime* time_;
  FieldSide* side_ = nullptr;
  QHBoxLayout* columns_;
  RunColumn *first_, *second_ = nullptr;
};

}  // namespace ganvas::ui
