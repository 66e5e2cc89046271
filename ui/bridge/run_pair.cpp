#include "ui/bridge/run_pair.hpp"

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/session_state.hpp"

namespace ganvas::ui {
namespace {

/// The run ends, and with it who talks to it.
void dismiss(Bridge& bridge) {
  if (!bridge.running()) return bridge.deleteLater();
  bridge.send(command::Stop{});
  QObject::connect(&bridge, &Bridge::statusChanged, &bridge, [&bridge](const SessionStatus& status) {
    if (ended(status.state)) bridge.deleteLater();
  });
}

}  // namespace

RunPair::RunPair(Bridge& first, std::string family, QObject* parent) : QObject(parent), first_(first), family_(std::move(family)) {}

RunPair::~RunPair() {
  if (second_) dismiss(*second_);
}

std::shared_ptr<Session> RunPair::session() const {
  const auto& session = first_.session();
  return session && session->family() == family_ ? session : nullptr;
}

std::vector<Bridge*> RunPair::runs() const {
  std::vector<Bridge*> all;
  if (session()) all.push_back(&first_);
  if (second_ && second_->session()) all.push_back(second_);
  return all;
}

void RunPair::addSecond() {
  if (second_) return;
  second_ = new Bridge(first_.sharedEngine(), &first_);
  connect(second_, &Bridge::failed, &first_, &Bridge::failed);
  emit secondChanged();
}

void RunPair::dropSecond() {
  if (!second_) return;
  auto* before = second_.data();
  second_.clear();
  emit secondChanged();   // whoever shows it lets go first
  before->disconnect();
  connect(before, &Bridge::failed, &first_, &Bridge::failed);
  dismiss(*before);
}

bool RunPair::start(RunRequest first, const std::optional<RunRequest>& second) {
  if (!first_.start(std::move(first))) return false;
  if (!second) {
    dropSecond();
    return true;
  }
  addSecond();
  second_->setPreferredDevice(first_.preferredDevice());
  if (second_->start(*second)) return true;
  first_.send(command::Stop{});
  return false;
}

void RunPair::send(const Command& command) {
  for (auto* run : runs()) run->send(command);
}

void RunPair::takeOver(RunPair& other) {
  second_ = other.second_;
  other.second_.clear();
  emit secondChanged();
}

Values differences(const Schema& schema, const Values& one, const Values& other) {
  auto mine = schema.defaults(), theirs = schema.defaults();
  for (const auto& [key, value] : one) mine[key] = value;
  for (const auto& [key, value] : other) theirs[key] = value;
  Values different;
  for (const auto& parameter : schema.parameters())
    if (mine[parameter.key] != theirs[parameter.key]) different[parameter.key] = mine[parameter.key];
  return different;
}

}  // namespace ganvas::ui
