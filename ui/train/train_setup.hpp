// Beside what is trained: family, data, preset and the form, which follow the run of the bridge. GUI thread.
#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

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
  /// `interaction`: only families that offer it; runs of others are not followed. Empty: all of them.
  explicit TrainSetup(Bridge& bridge, QWidget* parent = nullptr, const QString& interaction = {});

  QString family() const { return family_; }
  QString data() const { return data_; }
  const FamilyInfo* familyInfo() const;
  ParameterForm& form() const { return *form_; }
  PresetBar& presets() { return *presets_; }

  /// False, with Bridge::failed(), where there is no such family.
  bool setFamily(const QString& name);
  void setData(const QString& source);
  /// As they are in the form; `family` and `data` as chosen.
  RunRequest request() const;
  /// Why no run can begin yet, or empty.
  QString missing() const { return missing(family_, data_); }
  static QString missing(const QString& family, const QString& data);

  /// What is to be trained as it is in the form now. Nothing where something is wrong: its fields are marked, the first is shown, and
  /// Bridge::failed() says so.
  std::optional<RunRequest> checkedRequest();
  /// Of a second run beside another one, which chooses family and data.
  void setChoosersShown(bool shown);
  /// A stored run is shown, with ways on from it.
  void showRecord(const RunRecord& record);
  void leaveRecord();
  bool showsRecord() const { return recordShown_; }
  /// Family, data, preset, values and stored run of another one.
  void takeOver(TrainSetup& other);
 public slots:
  void openDataChooser();

 signals:
  void readyChanged();
  void resumeRequested();

 private:
  void buildChoosers(QVBoxLayout* column);
  QWidget* makeRecordBanner();
  void followBridge();
  bool follows(const Session& session) const;
  /// Shows what a session is made of, whoever started it.
  void showSession(const Session& session);
  /// A run goes on: family, data and preset stay as they are.
  void setRunning(bool running);
  void onStatus(const SessionStatus& status);
  void onEdits(const std::vector<Edit>& edits);
  void showBanner(const QString& name, std::int64_t step);
  void refreshChoosers();
  void judge();
  DatasetInfo datasetInfo(const QString& source) const;

  Bridge& bridge_;
  std::vector<FamilyInfo> families_;
  QString family_, data_;
  bool running_ = false, recordShown_ = false;
  Values awaited_;                               // live edits that were sent and have not been answered, newest by key
  std::int64_t lastStep_ = 0;
  QString recordName_;
  std::int64_t recordStep_ = 0;
  QTimer judgeTimer_;
  QWidget* choosers_ = nullptr;                  // of family and data
  QComboBox* familyCombo_ = nullptr;
  QPushButton* dataButton_ = nullptr;
  PresetBar* presets_ = nullptr;
  ParameterForm* form_ = nullptr;
  QWidget* recordBanner_ = nullptr;
  InkLabel* recordText_ = nullptr;
};

}  // namespace ganvas::ui
