// How text from outside is shown inside a sentence, and what it may have meant. Pure; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ganvas {

/// The text in double quotes, control characters as "?", cut after 400 bytes (never inside a UTF-8 character).
std::string inQuotes(std::string_view text);

/// Optimal string alignment distance: insertions, deletions, replacements and swapped neighbours.
std::size_t editDistance(std::string_view a, std::string_view b);
/// The known word that is most like this one; nothing where none is known.
std::optional<std::string> nearestWord(std::string_view word, const std::vector<std::string>& known);

}  // namespace ganvas
