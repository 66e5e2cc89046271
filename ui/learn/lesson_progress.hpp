// Which lessons were gone through and where others were left, kept in the settings. GUI thread.
#pragma once

#include <QString>

namespace ganvas::ui::lessonprogress {

bool done(const QString& lesson);
void setDone(const QString& lesson);
/// The page at which it was left, from 0.
int step(const QString& lesson);
void setStep(const QString& lesson, int step);

}  // namespace ganvas::ui::lessonprogress
