// The playground: a target in the plane, two small networks, and everything that they do to each other in sight; with a second run beside
// it where wanted. GUI thread.
#pragma once

#include <QWidget>

#include "engine/api/engine.hpp"

class QSplitter;
class QStackedWidget;
class QTabBar;

namespace ganvas::ui {

class Arena;
class Bridge;
class RunPair;
class TrainSetup;

class FieldPage : public QWidget {
  Q_OBJECT
 public:
  explicit FieldPage(Bridge& bridge, QWidget* parent = nullptr);
  ~FieldPage() override;

  /// Null where the engine has no family that plays in the plane.
  Arena* arena() const { return arena_; }
  TrainSetup* setup() const { return first_; }
  TrainSetup* secondSetup() const { return second_; }   ///< null unless two are compared
  RunPair* pair() const { return pair_; }

  /// Starts with what the forms hold. False where something is wrong: its fields are marked and the first is shown.
  bool start();
  /// Ends the runs; they are saved.
  void stop();
  /// A second form, and with the next start a second run beside the first.
  void setComparing(bool on);
  /// Runs, forms and layers of another page, which is thrown away then.
  void takeOver(FieldPage& other);

 private:
  void build(const FamilyInfo& family);
  QWidget* makeSetups();
  void beginWithFirstPreset(const FamilyInfo& family);
  void addSecondSetup();
  void dropSecondSetup();
  void chooseSetup(int tab);
  void refreshTitles();
  QString titleOf(const TrainSetup& one, const TrainSetup& other, const QString& letter) const;

  Bridge& bridge_;
  RunPair* pair_ = nullptr;
  TrainSetup *first_ = nullptr, *second_ = nullptr;
  QTabBar* tabs_ = nullptr;
  QStackedWidget* setups_ = nullptr;
  QSplitter* split_ = nullptr;
  Arena* arena_ = nullptr;
};

}  // namespace ganvas::ui
