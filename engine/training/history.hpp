// What a run was after some of its rounds, in memory: how it goes back without a disk. Training thread.
#pragma once

#include <cstdint>
#include <map>

#include "engine/tensor/named_tensors.hpp"

namespace ganvas {

struct Moment {
  double seconds = 0;      ///< trained until then
  NamedTensors state;      ///< Trainer::state(), copied
};

/// Moments by their step, as many as a number of bytes holds: the last few rounds whole, before them the sparser the longer ago.
class History {
 public:
  using Moments = std::map<std::int64_t, Moment>;

  explicit History(std::int64_t mostBytes) : mostBytes_(mostBytes) {}

  /// Copies the state; one that is larger than all that may be kept is left out.
  void keep(std::int64_t step, double seconds, const NamedTensors& state);
  bool has(std::int64_t step) const { return moments_.contains(step); }
  /// The latest at or before a step; end() where there is none.
  Moments::const_iterator before(std::int64_t step) const;
  Moments::const_iterator end() const { return moments_.end(); }
  const Moments& moments() const { return moments_; }

  void forgetAfter(std::int64_t step);
  void clear();

 private:
  void makeRoom();
  void forget(Moments::iterator moment);

  std::int64_t mostBytes_, bytes_ = 0;
  Moments moments_;
};

}  // namespace ganvas
