// How numbers and names from outside are put into sentences about data. Pure; any thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/api/sentence.hpp"

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

/// What a sample is called, in double quotes; its name may be a sentence ("picture 17").
inline Sentence quoted(const Sentence& name) {
  return name.arguments().empty() ? Sentence(inQuotes(name.text())) : sentence("\"%1\"", name);
}

/// What brings data again that are here but damaged: apt does nothing for a package that it believes to be whole.
inline Sentence toGetAgain(const Sentence& howToGet) {
  constexpr std::string_view kInstall = "apt install ";
  auto command = howToGet.text();
  const auto at = command.find(kInstall);
  if (at == std::string::npos) return sentence("To get it: %1", howToGet);
  return sentence("To get it: %1", command.insert(at + kInstall.size(), "--reinstall "));
}

/// A to Z in lower case, in no locale; other letters stay.
inline std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return text;
}

}  // namespace ganvas
