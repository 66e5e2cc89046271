// Chooses what to train on: the catalogue, or a folder of one's own, with a look at it. GUI thread.
#pragma once

#include <QDialog>
#include <QListWidget>
#include <QPushButton>
#include <QWidget>
#include <vector>

#include "engine/api/data.hpp"

namespace ganvas::ui {

class Bridge;
class DataPreviewView;

class DataChooser : public QWidget {
  Q_OBJECT
 public:
  /// `kind`: points, or pictures of any kind; only such data are offered.
  explicit DataChooser(Bridge& bridge, DataKind kind = DataKind::images, QWidget* parent = nullptr);

  /// A catalogue name or a path; shown in the list and previewed. Does not emit dataChosen().
  void setSource(const QString& source);
  QString source() const { return source_; }
  /// The source is here and can be read.
  bool usable() const;

 public slots:
  void chooseFolder();                      ///< of points: a file
  void drawPoints();

 signals:
  void dataChosen(const QString& source);   ///< the person looks at this one now
  void usableChanged(bool usable);
  void confirmed();                         ///< double click or Enter on one that is usable

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  bool fits(const DatasetInfo& info) const;
  void fillList();
  void preview();
  int indexOf(const QString& source) const;

  Bridge& bridge_;
  bool points_;
  std::vector<DatasetInfo> catalogue_;      // those that fit
  std::vector<QString> folders_;            // chosen before, newest first
  QString source_;
  QListWidget* list_;
  DataPreviewView* view_;
};

class DataChooserDialog : public QDialog {
  Q_OBJECT
 public:
  /// `source` is looked at first where it is of this kind.
  DataChooserDialog(Bridge& bridge, const QString& source, DataKind kind = DataKind::images, QWidget* parent = nullptr);
  DataChooser& chooser() { return *chooser_; }

 signals:
  void chosen(const QString& source);

 private:
  DataChooser* chooser_;
};

}  // namespace ganvas::ui
