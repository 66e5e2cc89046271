// The program shown without a display: starts a run as a person would, and saves what the real window looked like. GUI thread.
#pragma once

#include <QString>

namespace ganvas {

namespace ui {
class Bridge;
}

struct TourPlan {
  QString folder;        ///< for the pictures; made where it is missing
  double seconds = 60;   ///< of training
};

/// Returns the exit code.
int playTour(ui::Bridge& bridge, const TourPlan& plan);

}  // namespace ganvas
