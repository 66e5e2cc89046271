// The column at the left of the train page: family, data, preset and the form. GUI thread.
#pragma once

#include <QTimer>
#include <QWidget>

#include "engine/api/engine.hpp"

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace ganvas::ui {

class Bridge;
class ElidedLabel;
class InkLabel;
class ParameterForm;
class PresetBar;

class TrainSetup : public QWidget {
  Q_OBJECT
 public:
  explicit TrainSetup(Bridge& bridge, QWidget* parent = nullptr);

  QString family() const { return family_; }
  QString data() const { return data_; }
  const FamilyInfo* familyInfo() const;
  ParameterForm& form() { return *form_; }
  PresetBar& presets() { return *presets_; }

  /// False, with Bridge::failed(), where there is no such family.
  bool setFamily(const QString& name);
  void setData(const QString& source);
  /// As they are in the form; `family` and `data` as chosen.
  RunRequest request() const;
  /// Why no run can begin yet, or empty.
  QString missing() const { return missing(family_, data_); }
  static QString missing(const QString& family, const QString& data);

  /// A run goes on: family, data and preset stay as they are.
  void setRunning(bool running);
  /// A stored run is shown, with ways on from it.
  void showRecord(const RunRecord& record);
  void leaveRecord();
  bool showsRecord() const { return recordShown_; }
  /// Family, data, preset, values and stored run of another one.
  void takeOver(TrainSetup& other);
  /// Shows what a session is made of, whoever started it.
  void showSession(const Session& session);

 public slots:
  void openDataChooser();

 signals:
  void readyChanged();
  void resumeRequested();

 private:
  void buildChoosers(QVBoxLayout* column);
  QWidget* makeRecordBanner();
  void showBanner(const QString& name, std::int64_t step);
  void refreshChoosers();
  void judge();
  DatasetInfo datasetInfo(const QString& source) const;

  Bridge& bridge_;
  std::vector<FamilyInfo> families_;
  QString family_, data_;
  bool running_ = false, recordShown_ = false;
  QString recordName_;
  std::int64_t recordStep_ = 0;
  QTimer judgeTimer_;
  QComboBox* familyCombo_ = nullptr;
  QPushButton* dataButton_ = nullptr;
  PresetBar* presets_ = nullptr;
  ParameterForm* form_ = nullptr;
  QWidget* recordBanner_ = nullptr;
  InkLabel* recordText_ = nullptr;
};

}  // namespace ganvas::ui
