#include "engine/training/history.hpp"

#include <algorithm>
#include <iterator>

namespace ganvas {
namespace {

constexpr std::size_t kDense = 4;   // of the last moments none goes while there are as many others

std::int64_t bytesOf(const NamedTensors& state) {
  std::int64_t bytes = 0;
  for (const auto& [name, tensor] : state) bytes += static_cast<std::int64_t>(tensor.numel()) * static_cast<std::int64_t>(tensor.element_size());
  return bytes;
}

}  // namespace

void History::keep(std::int64_t step, double seconds, const NamedTensors& state) {
  const auto bytes = bytesOf(state);
  if (has(step) || bytes > mostBytes_) return;
  Moment moment{seconds, {}};
  for (const auto& [name, tensor] : state) moment.state.emplace(name, tensor.clone());
  moments_.emplace(step, std::move(moment));
  bytes_ += bytes;
  makeRoom();
}

/// The one goes without which the way from the moment before it is longest by least, measured by how long ago that was. Before the first
/// one lies the beginning, which is always known.
void History::makeRoom() {
  while (bytes_ > mostBytes_ && moments_.size() > 1) {
    const auto newest = moments_.rbegin()->first;
    const auto candidates = moments_.size() - std::min(kDense, moments_.size() / 2);
    auto least = moments_.begin();
    double leastGap = 2;
    std::int64_t previous = 0;
    auto moment = moments_.begin();
    for (std::size_t i = 0; i < candidates; ++i, previous = moment->first, ++moment) {
      const double gap = static_cast<double>(std::next(moment)->first - previous) / static_cast<double>(newest - previous + 1);
      if (gap < leastGap) least = moment, leastGap = gap;
    }
    forget(least);
  }
}

void History::forget(Moments::iterator moment) {
  bytes_ -= bytesOf(moment->second.state);
  moments_.erase(moment);
}

History::Moments::const_iterator History::before(std::int64_t step) const {
  const auto after = moments_.upper_bound(step);
  return after == moments_.begin() ? moments_.end() : std::prev(after);
}

void History::forgetAfter(std::int64_t step) {
  while (!moments_.empty() && moments_.rbegin()->first > step) forget(std::prev(moments_.end()));
}

void History::clear() {
  moments_.clear();
  bytes_ = 0;
}

}  // namespace ganvas
