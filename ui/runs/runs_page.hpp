// All runs in the runs folder: what they look like, how far they are, what can be done with each. GUI thread.
#pragma once

#include <QListWidget>
#include <QStackedWidget>
#include <QWidget>
#include <vector>

#include "engine/api/engine.hpp"

class QLineEdit;
class QPushButton;

namespace ganvas::ui {

class Bridge;
class InkLabel;

class RunsPage : public QWidget {
  Q_OBJECT
 public:
  explicit RunsPage(Bridge& bridge, QWidget* parent = nullptr);
  /// Reads the runs folder again.
  void refresh();
  void takeOver(const RunsPage& other);   ///< what was searched for and which run is chosen
  QListWidget* list() const { return list_; }

 signals:
  void openRequested(const QString& folder);
  void resumeRequested(const QString& folder);
  void useRequested(const QString& folder);
  void trainRequested();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeEmptyState();
  QLayout* makeButtons();
  void fill(std::vector<RunSummary> runs);
  void filter();
  void refreshButtons();
  const RunSummary* current() const;

  Bridge& bridge_;
  std::vector<RunSummary> runs_;
  QStackedWidget* pages_;
  QListWidget* list_;
  QLineEdit* search_;
  InkLabel* folder_;
  QPushButton *open_ = nullptr, *resume_ = nullptr, *use_ = nullptr, *reveal_ = nullptr;
};

}  // namespace ganvas::ui
