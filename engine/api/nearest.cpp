#include <algorithm>
#include <numeric>

#include "engine/api/quote.hpp"

namespace ganvas {

/// Optimal string alignment distance: insertions, deletions, replacements and swapped neighbours.
std::size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

std::optional<std::string> nearestWord(std::string_view word, const std::vector<std::string>& known) {
  const std::string_view head = word.substr(0, 64);  // a key from a broken file may be megabytes long
  const auto best = std::min_element(known.begin(), known.end(),
                                     [&](const auto& a, const auto& b) { return editDistance(head, a) < editDistance(head, b); });
  return best == known.end() ? std::nullopt : std::optional(*best);
}

}  // namespace ganvas
