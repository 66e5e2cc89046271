// Runs beside the words of a lesson: one, or two that are held against each other and played together. GUI thread.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "engine/api/engine.hpp"

namespace ganvas::ui {

class Arena;
class Bridge;
class RunPair;

class RunScene : public QWidget {
  Q_OBJECT
 public:
  RunScene(Bridge& bridge, const FamilyInfo& family, QWidget* parent = nullptr);
  ~RunScene() override;

  /// Paused at its beginning; `beside`: a second run that is played together with it. False, with Bridge::failed(), where one cannot begin.
  bool open(RunRequest request, const std::optional<RunRequest>& beside);
  /// Live parameters: of both, except those in which the two are different on purpose, which are the first's.
  void set(const Values& values);
  /// Ends the runs that it began.
  void close();
  const FamilyInfo& family() const { return family_; }
  Arena& arena() const { return *arena_; }
  /// The second run's, or null.
  Bridge* besideBridge() const;
  /// What another one shows; it has nothing any more then.
  void takeOver(RunScene& before);

 private:
  QString titleOf(const Values& different) const;

  Bridge& bridge_;
  FamilyInfo family_;
  RunPair* pair_;
  Arena* arena_;
  std::weak_ptr<Session> session_;        // the first run, as long as it is this scene's
  Values different_;                      // in which the two differ, as the first has them
};

}  // namespace ganvas::ui
