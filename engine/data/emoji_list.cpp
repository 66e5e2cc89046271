#include "engine/data/emoji_list.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <map>
#include <optional>

#include "engine/core/storage.hpp"
#include "engine/picture/content_hash.hpp"
#include "engine/data/words.hpp"

namespace ganvas {
namespace {

constexpr std::uintmax_t kLargestList = 32u << 20;
constexpr std::size_t kLongestSequence = 32;
constexpr char32_t kJoiner = 0x200D;
constexpr int kHeldOutOf = 10;

constexpr bool isSkinTone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }
constexpr bool isVariationSelector(char32_t c) { return c == 0xFE0E || c == 0xFE0F; }
/// Female, male, four kinds of hair, and the arrows of "facing right" and "shaking horizontally, vertically": joined to a base,
/// each changes it a little.
constexpr bool isModifier(char32_t c) {
  return c == 0x2640 || c == 0x2642 || (c >= 0x1F9B0 && c <= 0x1F9B3) || c == 0x27A1 || c == 0x2194 || c == 0x2195;
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// "1F468 200D 1F680 " → code points.
std::optional<std::u32string> toSequence(std::string_view text) {
  std::u32string sequence;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    std::uint32_t point = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), point, 16);
    const bool isPoint = point > 0 && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
    if (read.ec != std::errc() || !isPoint || sequence.size() == kLongestSequence) return std::nullopt;
    sequence += char32_t(point);
    text.remove_prefix(std::size_t(read.ptr - text.data()));
    if (!text.empty() && text[0] != ' ') return std::nullopt;
  }
  return sequence.empty() ? std::nullopt : std::optional(sequence);
}

/// "1F600 ; fully-qualified # 😀 E1.0 grinning face". Nothing for another line.
std::optional<Emoji> toEmoji(std::string_view line, const std::string& group) {
  const auto semicolon = line.find(';');
  if (semicolon == std::string_view::npos) return std::nullopt;
  const auto hash = line.find('#', semicolon);
  if (hash == std::string_view::npos || trimmed(line.substr(semicolon + 1, hash - semicolon - 1)) != "fully-qualified") return std::nullopt;
  auto sequence = toSequence(line.substr(0, semicolon));
  auto words = trimmed(line.substr(hash + 1));
  for (int skipped = 0; skipped < 2; ++skipped) {  // the emoji itself, and the version that it came with
    const auto space = words.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    words = trimmed(words.substr(space));
  }
  if (!sequence || words.empty()) return std::nullopt;
  return Emoji{std::move(*sequence), std::string(words), group};
}

/// The first of each line stands for the others, which show nearly the same. Territories fly the flag of their country.
const std::map<std::u32string, std::u32string>& sameAs() {
  static const std::vector<std::vector<std::u32string>> kAlike = {
      {U"🧑\u200d🤝\u200d🧑", U"👫", U"👬", U"👭"},  // holding hands
      {U"🧑\u200d❤\u200d🧑", U"💑"},
      {U"🧑\u200d❤\u200d💋\u200d🧑", U"💏"},
      {U"🧑\u200d🧑\u200d🧒", U"👪"},
      {U"🤝", U"🫱\u200d🫲"},  // a handshake of two skin tones
      {U"🧑\u200d🎄", U"🎅", U"🤶"},
      {U"🫅", U"🤴", U"👸"},
      {U"🫄", U"🫃", U"🤰"},
      {U"🕺", U"💃"},
      {U"🇳🇴", U"🇧🇻", U"🇸🇯"},
      {U"🇫🇷", U"🇨🇵", U"🇲🇫"},
      {U"🇪🇸", U"🇪🇦"},
      {U"🇦🇺", U"🇭🇲"},
      {U"🇺🇸", U"🇺🇲"},
      {U"🇮🇴", U"🇩🇬"},
  };
  static const auto kSame = [] {
    std::map<std::u32string, std::u32string> same;
    for (const auto& line : kAlike)
      for (const auto& sequence : line) same[sequence] = line.front();
    return same;
  }();
  return kSame;
}

/// Men and women are persons, boys and girls children, whoever is joined to them.
char32_t person(char32_t c) {
  if (c == U'👨' || c == U'👩') return U'🧑';
  if (c == U'👴' || c == U'👵') return U'🧓';
  if (c == U'👦' || c == U'👧') return U'🧒';
  return c;
}

}  // namespace

Result<std::vector<Emoji>> readEmojiList(const std::filesystem::path& path, const Sentence& howToGet) {
  const auto text = readFile(path, kLargestList);
  if (!text) return text.error();
  const auto refused = [&](const Sentence& why) {
    return Error{ErrorKind::input, sentence("The list of emoji %1 %2. %3", inQuotes(path.string()), why, toGetAgain(howToGet)), {}};
  };
  std::vector<Emoji> all;
  std::string group;
  bool complete = false;
  for (std::string_view rest = *text; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto line = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    constexpr std::string_view kGroup = "# group:";
    if (line.starts_with(kGroup)) group = trimmed(line.substr(kGroup.size()));
    if (line == "#EOF") complete = true;
    if (line.empty() || line[0] == '#' || group.empty()) continue;
    if (auto emoji = toEmoji(line, group)) all.push_back(std::move(*emoji));
  }
  if (all.empty()) return refused(sentence("names no emoji as Unicode's emoji-test.txt does"));
  if (!complete) return refused(sentence("is cut off"));
  return all;
}

bool hasSkinTone(std::u32string_view sequence) { return std::ranges::any_of(sequence, isSkinTone); }

std::u32string emojiBase(std::u32string_view sequence) {
  std::u32string base;
  for (const auto c : sequence) {
    if (isVariationSelector(c) || isSkinTone(c)) continue;
    if (isModifier(c) && !base.empty() && base.back() == kJoiner)
      base.pop_back();
    else
      base += c;
  }
  const auto same = sameAs().find(base);
  if (same != sameAs().end()) return same->second;
  std::ranges::transform(base, base.begin(), person);
  return base;
}

bool emojiHeldOut(std::u32string_view base) {
  ContentHash hash;
  for (const auto c : base) hash.add(std::int64_t(c));
  return hash.digest().low % kHeldOutOf == 0;
}

std::string codePointsText(std::u32string_view sequence) {
  std::string text;
  for (const auto c : sequence) {
    char hex[16];
    std::snprintf(hex, sizeof hex, "%s%04X", text.empty() ? "" : " ", unsigned(c));
    text += hex;
  }
  return text;
}

std::string toUtf8(std::u32string_view sequence) {
  std::string text;
  const auto add = [&](char32_t bits) { text += char(static_cast<unsigned char>(bits)); };
  for (const auto c : sequence) {
    if (c < 0x80) {
      add(c);
      continue;
    }
    const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    add((0xFF00u >> (more + 1) & 0xFF) | (c >> 6 * more));
    for (int i = more - 1; i >= 0; --i) add(0x80 | (c >> 6 * i & 0x3F));
  }
  return text;
}

}  // namespace ganvas
