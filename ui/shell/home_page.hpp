// What can I do here? One big thing that begins at once, a few other ways in, recent runs, the families. GUI thread.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <optional>

#include "engine/api/engine.hpp"

class QVBoxLayout;

namespace ganvas::ui {

class Bridge;
class CardGrid;
class InkLabel;
class PictureView;

/// The one click with which a first run begins: a shipped preset whose data are here.
struct QuickStart {
  FamilyInfo family;
  PresetInfo preset;
  DatasetInfo data;
};
/// The preset to begin with, or, where its data are not here, the one to get them for; nothing without presets.
std::optional<QuickStart> quickStart(const Engine& engine);

class HomePage : public QScrollArea {
  Q_OBJECT
 public:
  explicit HomePage(Bridge& bridge, QWidget* parent = nullptr);
  /// Reads the recent runs again.
  void refresh();
  QPushButton* bigButton() const { return button_; }
  PictureView* picture() const { return picture_; }
  void takeOver(const HomePage& other);   ///< the picture of the run that trains

 signals:
  void quickStartChosen(const ganvas::ui::QuickStart& quick);
  void dataNeeded(const QString& source);
  void trainChosen();
  void drawChosen();
  void playChosen();
  void openChosen();
  void familyChosen(const QString& name);
  void runChosen(const QString& folder);

 protected:
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeHero();
  QLayout* makeWaysIn();
  void fillFamilies();
  void fillRuns(const std::vector<RunSummary>& runs);
  void refreshHero();
  InkLabel* addHeading(const QString& text);

  Bridge& bridge_;
  std::optional<QuickStart> quick_;
  QVBoxLayout* column_;
  QFrame* hero_ = nullptr;
  InkLabel *heroTitle_ = nullptr, *heroText_ = nullptr;
  QPushButton* button_ = nullptr;
  PictureView* picture_ = nullptr;
  InkLabel* runsHeading_ = nullptr;
  QWidget *runs_ = nullptr, *families_ = nullptr;
};

}  // namespace ganvas::ui
