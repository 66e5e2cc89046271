// A run beside the words of a lesson: its pictures, its curves, and the buttons to play and step it. For families that have a playground of
// their own, makeRunView() takes that instead. GUI thread.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "engine/api/engine.hpp"

class QPushButton;
class QToolButton;

namespace ganvas::ui {

class Bridge;
class InkLabel;
class LossCurves;
class SampleGridView;

/// Shows a run that the lesson begins. What acts on the run itself (values, play, pause, step) goes by the bridge.
class RunView : public QWidget {
  Q_OBJECT
 public:
  using QWidget::QWidget;
  /// Paused at its beginning; `beside`: a second one to hold it against, where the view can. False, with Bridge::failed(), where it cannot begin.
  virtual bool open(RunRequest request, std::optional<RunRequest> beside) = 0;
  virtual void takeOver(RunView& other) {}
};

/// The view for a family's interactions.
RunView* makeRunView(Bridge& bridge, const FamilyInfo& family, QWidget* parent);

class RunScene : public RunView {
  Q_OBJECT
 public:
  explicit RunScene(Bridge& bridge, QWidget* parent = nullptr);
  bool open(RunRequest request, std::optional<RunRequest> beside) override;
  void takeOver(RunView& other) override;

 private:
  QWidget* makeControls();
  void refresh();

  Bridge& bridge_;
  QPushButton* play_ = nullptr;
  QToolButton *step_ = nullptr, *phase_ = nullptr, *reset_ = nullptr;
  InkLabel* state_ = nullptr;
  SampleGridView* samples_ = nullptr;
  LossCurves* curves_ = nullptr;
};

}  // namespace ganvas::ui
