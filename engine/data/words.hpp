// How numbers and names from outside are put into sentences about data. Pure; any thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace ganvas {

/// 60000 → "60 000".
inline std::string grouped(std::int64_t number) {
  auto text = std::to_string(number);
  for (int at = int(text.size()) - 3; at > 0; at -= 3) text.insert(std::size_t(at), 1, ' ');
  return text;
}

/// A path or file name in double quotes: whole, because the person has to find it; control characters as "?".
inline std::string inQuotes(std::string name) {
  for (auto& c : name)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
  return '"' + name + '"';
}

/// What brings data again that are here but damaged: apt does nothing for a package that it believes to be whole.
inline std::string toGetAgain(std::string howToGet) {
  constexpr std::string_view kInstall = "apt install ";
  if (const auto at = howToGet.find(kInstall); at != std::string::npos) howToGet.insert(at + kInstall.size(), "--reinstall ");
  return "To get it: " + howToGet;
}

/// A to Z in lower case, in no locale; other letters stay.
inline std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return text;
}

}  // namespace ganvas
