#include "ui/learn/run_scene.hpp"

#include <QStringList>
#include <QVBoxLayout>

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/run_pair.hpp"
#include "ui/field/arena.hpp"
#include "ui/field/field_player.hpp"
#include "ui/train/parameter_text.hpp"

namespace ganvas::ui {

RunScene::RunScene(Bridge& bridge, const FamilyInfo& family, QWidget* parent)
    : QWidget(parent), bridge_(bridge), family_(family), pair_(new RunPair(bridge, family.name, this)), arena_(new Arena(*pair_, family, this)) {
  setAccessibleName(tr("The lesson's run"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(arena_);
}

RunScene::~RunScene() { delete arena_; }   // before the second run that it listens to

Bridge* RunScene::besideBridge() const { return pair_->second(); }

bool RunScene::open(RunRequest request, const std::optional<RunRequest>& beside) {
  auto second = beside;
  request.startPaused = true;
  if (second) second->startPaused = true;
  arena_->player().pause();
  if (!pair_->start(request, second)) return false;
  session_ = bridge_.session();
  different_.clear();
  if (!second) {
    arena_->setTitles({}, {});
    return true;
  }
  arena_->controls().setSideShown(false);   // two planes need the room
  const auto one = bridge_.session()->values(), other = pair_->second()->session()->values();
  different_ = differences(bridge_.session()->schema(), one, other);
  arena_->setTitles(titleOf(different_), titleOf(differences(bridge_.session()->schema(), other, one)));
  return true;
}

QString RunScene::titleOf(const Values& different) const {
  QStringList parts;
  const auto& schema = bridge_.session()->schema();
  for (const auto& [key, value] : different)
    if (const auto* parameter = schema.find(key)) parts << told(parameter->title) + QStringLiteral(": ") + parametertext::shown(*parameter, value);
  return parts.join(QStringLiteral(", "));
}

void RunScene::set(const Values& values) {
  for (const auto& [key, value] : values) {
    bridge_.send(command::SetParameter{key, value});
    if (pair_->second() && !different_.contains(key)) pair_->second()->send(command::SetParameter{key, value});
  }
}

void RunScene::close() {
  arena_->player().pause();
  if (bridge_.running() && bridge_.session() == session_.lock()) bridge_.send(command::Stop{});
  session_.reset();
  pair_->dropSecond();
  different_.clear();
  arena_->setTitles({}, {});
}

void RunScene::takeOver(RunScene& before) {
  session_ = before.session_;
  different_ = before.different_;
  pair_->takeOver(*before.pair_);
  arena_->takeOver(*before.arena_);
}

}  // namespace ganvas::ui
