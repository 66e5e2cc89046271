// How text from outside is shown inside a sentence. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace ganvas {

/// The text in double quotes, control characters as "?", cut after 400 bytes (never inside a UTF-8 character).
std::string inQuotes(std::string_view text);

}  // namespace ganvas
