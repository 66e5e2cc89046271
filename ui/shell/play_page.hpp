// Uses trained or still-training networks: chooses them, and hosts the panels that their family names. GUI thread.
#pragma once

#include <QComboBox>
#include <QStackedWidget>
#include <QTabBar>
#include <QWidget>
#include <map>

#include "engine/api/engine.hpp"

class QPushButton;

namespace ganvas::ui {

class Bridge;
class InkLabel;
class Panel;

class PlayPage : public QWidget {
  Q_OBJECT
 public:
  explicit PlayPage(Bridge& bridge, QWidget* parent = nullptr);
  /// A run's folder; empty: the networks in training.
  void use(const QString& folder);
  QString source() const { return source_; }
  /// The same networks in the same panels as another one, which is thrown away then.
  void takeOver(PlayPage& other);

 signals:
  void trainRequested();

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  QWidget* makeEmptyState();
  void refreshSources();
  void fillSources(const std::vector<RunSummary>& runs);
  void apply();
  void showModel();
  void refreshPanels();
  void bringUp(QWidget* shown);
  void chooseFolder();

  Bridge& bridge_;
  QString source_;
  std::shared_ptr<Model> model_;    // in the panels, also while the page is hidden and the bridge has others
  bool settled_ = false;            // taken over, or given away: it does not choose networks when it is shown or hidden
  bool chosen_ = false;             // the person chose; else the newest thing is offered
  QComboBox* sources_;
  QTabBar* tabs_;
  QStackedWidget* stack_;
  InkLabel *facts_, *emptyTitle_ = nullptr, *emptyText_ = nullptr;
  QWidget* empty_ = nullptr;
  std::map<QString, Panel*> panels_;
};

}  // namespace ganvas::ui
