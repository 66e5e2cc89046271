// What a data set looks like: a grid of its pictures, its classes, and the check of its files. GUI thread.
#pragma once

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QWidget>

#include "engine/api/data.hpp"
#include "engine/api/job.hpp"

namespace ganvas::ui {

class Bridge;
class ClassBars;
class InkLabel;
class TileView;

class DataPreviewView : public QWidget {
  Q_OBJECT
 public:
  explicit DataPreviewView(Bridge& bridge, QWidget* parent = nullptr);
  ~DataPreviewView() override;

  /// Shows what lies at a source; `known` is its catalogue entry, if it has one.
  void show(const QString& source, const DatasetInfo* known);
  bool ready() const { return ready_; }   ///< the data can be used

 signals:
  void readyChanged(bool ready);

 private:
  QWidget* makePreviewPage();
  QWidget* makeAbsentPage();
  QWidget* makeBusyPage();
  QWidget* makeAuditBox();
  void showAbsent(const DatasetInfo& info);
  void showProblem(const QString& sentence);
  void showPreview(const DataPreview& preview);
  void startAudit();
  void showAudit(const AuditReport& report);
  void setReady(bool ready);
  void stopJobs();

  Bridge& bridge_;
  DataRequest request_;
  quint64 turn_ = 0;                // the newest source wins
  bool ready_ = false;
  std::shared_ptr<Job<DataPreview>> previewJob_;
  std::shared_ptr<Job<AuditReport>> auditJob_;

  InkLabel *title_, *summary_, *facts_;
  QStackedWidget* pages_;
  TileView* tiles_ = nullptr;
  ClassBars* classes_ = nullptr;
  InkLabel *absentText_ = nullptr, *absentAdvice_ = nullptr, *busyText_ = nullptr, *auditText_ = nullptr;
  QLabel* absentLine_ = nullptr;
  QWidget* absentBox_ = nullptr;
  QPushButton *copyLine_ = nullptr, *audit_ = nullptr, *again_ = nullptr;
  QProgressBar *busyBar_ = nullptr, *auditBar_ = nullptr;
  QTreeWidget* findings_ = nullptr;
};

}  // namespace ganvas::ui
