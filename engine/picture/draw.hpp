// Numbers from a seed, the same on every machine and with every library. One thread at a time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>

namespace ganvas {

/// Of a generator whose every bit the standard lays down; its distributions it does not.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : bits_(seed) {}
  /// In (0,1).
  double uniform() { return (static_cast<double>(bits_() >> 11) + 0.5) * 0x1.0p-53; }
  double uniform(double least, double most) { return least + (most - least) * uniform(); }
  std::size_t below(std::size_t n) { return std::min(n - 1, static_cast<std::size_t>(uniform() * static_cast<double>(n))); }

 private:
  std::mt19937_64 bits_;
};

}  // namespace ganvas
