#include "ui/learn/lesson_progress.hpp"

#include <QSettings>
#include <QStringList>

namespace ganvas::ui::lessonprogress {
namespace {

const QString kDone = QStringLiteral("lessons/done"), kStep = QStringLiteral("lessons/step/");

}  // namespace

bool done(const QString& lesson) { return QSettings().value(kDone).toStringList().contains(lesson); }

void setDone(const QString& lesson) {
  QSettings settings;
  auto all = settings.value(kDone).toStringList();
  if (all.contains(lesson)) return;
  settings.setValue(kDone, all << lesson);
}

int step(const QString& lesson) { return QSettings().value(kStep + lesson, 0).toInt(); }

void setStep(const QString& lesson, int step) { QSettings().setValue(kStep + lesson, step); }

}  // namespace ganvas::ui::lessonprogress
