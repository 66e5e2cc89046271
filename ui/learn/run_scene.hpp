// Runs beside the words of a lesson: one, or two that are held against each other and played together. GUI thread.
#pragma once

#include <QPointer>
#include <QWidget>
#include <memory>
#include <optional>

#include "engine/api/engine.hpp"

class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace ganvas::ui {

class Bridge;
class ElidedLabel;
class RunColumn;

class RunScene : public QWidget {
  Q_OBJECT
 public:
  RunScene(Bridge& bridge, const FamilyInfo& family, QWidget* parent = nullptr);
  ~RunScene() override;

  /// Paused at its beginning; `beside`: a second run that is played together with it. False, with Bridge::failed(), where the first cannot begin.
  bool open(RunRequest request, const std::optional<RunRequest>& beside);
  void send(const Command& command);      ///< to both
  /// Live parameters: of both, except those in which the two are different on purpose, which are the first's.
  void set(const Values& values);
  /// Ends the runs that it began.
  void close();
  const FamilyInfo& family() const { return family_; }
  /// The second run's, or null.
  Bridge* besideBridge() const { return other_; }
  /// What another one shows; it has nothing any more then.
  void takeOver(RunScene& before);

 private:
  QWidget* makeControls();
  void openBeside(const RunRequest& first, const RunRequest& second);
  void addBeside();
  void dropBeside();
  QString differences(const RunRequest& of, const RunRequest& from);
  void showSides();
  void refresh();

  Bridge& bridge_;
  FamilyInfo family_;
  QPointer<Bridge> other_;                // talks to the second run; the first bridge's child, so that it may outlive this
  std::weak_ptr<Session> session_;        // the first run, as long as it is this scene's
  Values different_;                      // keys in which the two differ
  QPushButton* play_ = nullptr;
  QToolButton *step_ = nullptr, *phase_ = nullptr, *reset_ = nullptr, *side_ = nullptr;
  ElidedLabel* state_ = nullptr;
  QHBoxLayout* columns_ = nullptr;
  RunColumn *first_ = nullptr, *second_ = nullptr;
};

}  // namespace ganvas::ui
