// Tells in the list of presets how long each trains on this machine. Measures while the list is open and nothing trains. GUI thread.
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <optional>

#include "engine/api/schema.hpp"

namespace ganvas::ui {

class Bridge;
class PresetBar;

/// "30 minutes: about 5 200 rounds here", "20 000 rounds: about 50 minutes here", "until you stop it: 8 rounds a second here"; without
/// what follows the colon where the pace is not known. `pictures` of an epoch, 0 where that is not known.
QString budgetText(const Values& values, std::optional<double> secondsPerRound, std::int64_t pictures);

class PresetPace : public QObject {
  Q_OBJECT
 public:
  PresetPace(Bridge& bridge, PresetBar& presets);

 private:
  void begin();
  void end();
  void measureNext();
  QString describe(const QString& preset, std::optional<double> secondsPerRound, const QString& otherwise) const;

  Bridge& bridge_;
  PresetBar& presets_;
  QStringList waiting_;
  QPointer<QObject> measuring_;   // owns the job under way: gone, it is cancelled
};

}  // namespace ganvas::ui
