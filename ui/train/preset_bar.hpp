// Chooses, saves and shares named sets of parameter values. Ganvas's own and the person's lie in one list; what was changed since
// is marked. GUI thread.
#pragma once

#include <QWidget>
#include <vector>

#include "engine/api/engine.hpp"
#include "ui/bridge/words.hpp"

class QMenu;

namespace ganvas::ui {

class ElidedLabel;
class PresetCombo;

class PresetBar : public QWidget {
  Q_OBJECT
 public:
  explicit PresetBar(Engine& engine, QWidget* parent = nullptr);

  /// Lists the family's presets and chooses "Defaults", without asking for values to be shown.
  void setFamily(const QString& family, const Schema& schema);
  /// What stands in the form: compared with the chosen preset.
  void setCurrentValues(const Values& values);
  /// The same family, preset and values as in another one.
  void takeOver(const PresetBar& other);
  /// What a new preset suggests as data.
  void setData(const QString& data) { data_ = data; }

  /// Loads a preset by name and hands its values out. False, with failed(), where that cannot be.
  bool choose(const QString& name);
  bool loadFile(const QString& file);
  /// Under a name in the person's folder; a preset of theirs with this name is replaced.
  bool saveAs(const QString& name, const QString& summary);
  bool saveToFile(const QString& file);

  QString current() const { return current_; }    ///< name; empty for the defaults
  bool modified() const;
  QString summary() const;

  /// Of all in the list, the defaults ("") first.
  QStringList names() const;
  /// What a run of this preset would be; without data where neither the preset nor the person has named some.
  RunRequest request(const QString& name) const;
  /// All values that it sets; the schema's for what it leaves.
  Values values(const QString& name) const;
  /// What stands in the opened list below its summary: data, length, time.
  void setDetail(const QString& name, const QString& detail);

 signals:
  void opened();                      ///< the list
  void closed();
  /// Complete values of the family's schema.
  void loaded(const ganvas::Values& values, const ganvas::ui::Words& title);
  void dataSuggested(const QString& data);
  void failed(const ganvas::ui::Words& sentence);

 private:
  void fill();
  void refresh();
  void fillMenu();
  bool take(const Result<Values>& values, const Words& title);
  void askName();
  void askSaveFile();
  void askLoadFile();
  const PresetInfo* find(const QString& name) const;
  bool report(const Error& error);

  Engine& engine_;
  QString family_, data_, current_;
  QString fileTitle_;                 // of a preset that was loaded from a file and is not in the list
  Schema schema_;
  Values baseline_, values_;
  std::vector<PresetInfo> presets_;
  PresetCombo* combo_;
  QMenu* menu_;
  ElidedLabel* summary_;
};

}  // namespace ganvas::ui
