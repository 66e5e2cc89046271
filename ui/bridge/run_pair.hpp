// A run of one family and, where wanted, a second one beside it that is held against it: both are started, moved and ended together.
// GUI thread.
#pragma once

#include <QObject>
#include <QPointer>
#include <optional>
#include <string>
#include <vector>

#include "engine/api/engine.hpp"

namespace ganvas::ui {

class Bridge;

class RunPair : public QObject {
  Q_OBJECT
 public:
  RunPair(Bridge& first, std::string family, QObject* parent = nullptr);
  /// Ends the second run.
  ~RunPair() override;

  const std::string& family() const { return family_; }
  Bridge& first() const { return first_; }
  /// To the second run; null where there is none beside the first.
  Bridge* second() const { return second_; }
  /// Bridges to those that exist and are of the family: another one's are not for this pair to move.
  std::vector<Bridge*> runs() const;
  /// The first run's session where it is of the family, else null.
  std::shared_ptr<Session> session() const;

  /// Makes a bridge to a second run, which does not run yet.
  void addSecond();
  /// The second run ends and is saved.
  void dropSecond();
  /// False, with Bridge::failed() of the first, where one of them cannot begin; then none does.
  bool start(RunRequest first, const std::optional<RunRequest>& second);
  void send(const Command& command);
  /// The second run of another pair, which has none any more.
  void takeOver(RunPair& other);

 signals:
  void secondChanged();

 private:
  Bridge& first_;
  std::string family_;
  QPointer<Bridge> second_;   // the first one's child, so that it may outlive the pair until its run has ended
};

/// The values in which `one` is not as `other`, among those of the schema; defaults where one does not say.
Values differences(const Schema& schema, const Values& one, const Values& other);

}  // namespace ganvas::ui
