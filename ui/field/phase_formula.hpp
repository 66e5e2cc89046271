// What a player has just minimised: the formula of its loss, filled with the numbers of the update. Where there are two runs, of the
// first. GUI thread.
#pragma once

#include <QWidget>

#include "engine/api/session.hpp"

namespace ganvas::ui {

class InkLabel;

class PhaseFormula : public QWidget {
  Q_OBJECT
 public:
  explicit PhaseFormula(QWidget* parent = nullptr);
  /// Nothing: no update has been made by itself.
  void show(const std::optional<PlayedPhase>& played);

 private:
  InkLabel *title_, *formula_, *numbers_;
};

/// "loss_d = −E[…] − E[…] = 0.69 + 0.71 = 1.4"; without the numbers where the formula is not told.
QString formulaText(const PlayedPhase& played);

}  // namespace ganvas::ui
