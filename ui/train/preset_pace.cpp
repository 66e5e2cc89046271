#include "ui/train/preset_pace.hpp"

#include <QLocale>
#include <algorithm>
#include <cmath>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/words.hpp"
#include "ui/train/preset_bar.hpp"

namespace ganvas::ui {
namespace {

/// Two figures are all that a measurement of a second or two can promise.
double rounded(double value) {
  const double unit = std::pow(10, std::floor(std::log10(std::max(value, 1e-9))) - 1);
  return std::round(value / unit) * unit;
}

QString about(double value) { return QLocale().toString(rounded(value), 'f', value < 9.5 ? 1 : 0); }

QString roughDuration(double seconds) {
  if (seconds < 90) return PresetPace::tr("%1 seconds").arg(about(seconds));
  if (seconds < 90 * 60) return PresetPace::tr("%1 minutes").arg(QLocale().toString(std::round(seconds / 60), 'f', 0));
  return PresetPace::tr("%1 hours").arg(QLocale().toString(std::round(seconds / 360) / 10, 'f', 1));
}

double number(const Values& values, const char* key) {
  const auto found = values.find(key);
  if (found == values.end()) return 0;
  if (const auto* whole = std::get_if<std::int64_t>(&found->second)) return static_cast<double>(*whole);
  const auto* real = std::get_if<double>(&found->second);
  return real ? *real : 0;
}

}  // namespace

QString budgetText(const Values& values, std::optional<double> secondsPerRound, std::int64_t pictures) {
  const double minutes = number(values, "minutes"), epochs = number(values, "epochs");
  const double batch = number(values, "batch") * std::max(1.0, number(values, "d_steps"));
  double rounds = number(values, "steps");
  if (epochs > 0 && pictures > 0 && batch > 0) {
    const double ofEpochs = std::ceil(epochs * static_cast<double>(pictures) / batch);
    rounds = rounds > 0 ? std::min(rounds, ofEpochs) : ofEpochs;
  }
  const bool timed = minutes > 0 && !(secondsPerRound && rounds > 0 && rounds * *secondsPerRound < minutes * 60);   // whichever ends it first
  if (timed) {
    const auto length = PresetPace::tr("%1 minutes").arg(QLocale().toString(minutes));
    return secondsPerRound ? PresetPace::tr("%1: about %2 rounds here").arg(length, QLocale().toString(rounded(minutes * 60 / *secondsPerRound), 'f', 0)) : length;
  }
  if (rounds > 0) {
    const auto length = PresetPace::tr("%1 rounds").arg(QLocale().toString(rounds, 'f', 0));
    return secondsPerRound ? PresetPace::tr("%1: about %2 here").arg(length, roughDuration(rounds * *secondsPerRound)) : length;
  }
  if (epochs > 0) return PresetPace::tr("%1 epochs").arg(QLocale().toString(epochs));
  const auto endless = PresetPace::tr("Until you stop it");
  return secondsPerRound ? PresetPace::tr("%1: about %2 rounds a minute here").arg(endless, QLocale().toString(rounded(60 / *secondsPerRound), 'f', 0)) : endless;
}

PresetPace::PresetPace(Bridge& bridge, PresetBar& presets) : QObject(&presets), bridge_(bridge), presets_(presets) {
  connect(&presets_, &PresetBar::opened, this, &PresetPace::begin);
  connect(&presets_, &PresetBar::closed, this, &PresetPace::end);
  connect(&bridge_, &Bridge::sessionStarted, this, &PresetPace::end);
}

void PresetPace::begin() {
  end();
  waiting_ = presets_.names();
  for (const auto& name : waiting_) presets_.setDetail(name, describe(name, {}, {}));
  if (!bridge_.running()) measureNext();
}

void PresetPace::end() {
  waiting_.clear();
  delete measuring_;
}

/// One after another: two at once would measure each other.
void PresetPace::measureNext() {
  if (waiting_.isEmpty()) return;
  const auto name = waiting_.takeFirst();
  const auto request = presets_.request(name);
  if (request.data.empty()) return measureNext();
  presets_.setDetail(name, describe(name, {}, tr("measuring how fast this goes here …")));
  measuring_ = new QObject(this);
  bridge_.follow<double>(bridge_.engine().secondsPerRound(request), measuring_, [this, name](Result<double> seconds) {
    presets_.setDetail(name, seconds ? describe(name, *seconds, {}) : describe(name, {}, told(seconds.error().message)));
    measuring_->deleteLater();
    measureNext();
  });
}

QString PresetPace::describe(const QString& preset, std::optional<double> secondsPerRound, const QString& otherwise) const {
  const auto request = presets_.request(preset);
  const auto datasets = bridge_.engine().datasets();
  const auto data = std::find_if(datasets.begin(), datasets.end(), [&](const DatasetInfo& known) { return known.name == request.data; });
  QStringList parts;
  if (!request.data.empty()) parts << dataTitle(bridge_.engine(), request.data);
  if (data != datasets.end() && !data->present) parts << tr("not on this computer yet");
  parts << budgetText(presets_.values(preset), secondsPerRound, data != datasets.end() ? data->count : 0);
  if (!otherwise.isEmpty() && (data == datasets.end() || data->present)) parts << otherwise;
  return parts.join(QStringLiteral(" · "));
}

}  // namespace ganvas::ui
