// What is told to a person: a pattern and what stands in its places. It reads as English by itself; whoever shows it in another language
// looks up the pattern and fills it anew. Pure; values, any thread.
#pragma once

#include <concepts>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ganvas {

/// The pattern with %1 … %9 replaced by these texts; a place that has none stays as it is.
std::string filled(std::string_view pattern, const std::vector<std::string>& texts);

class Sentence {
 public:
  Sentence() = default;
  /// Words that are nobody's to translate (a name, a path), or that the person who shows them looks up as they are. Explicit, so that no
  /// sentence is put together from pieces that no dictionary knows: that is what sentence() is for.
  explicit Sentence(std::string words) : pattern_(std::move(words)), text_(pattern_) {}
  Sentence(std::string pattern, std::vector<Sentence> arguments);

  /// In English.
  const std::string& text() const { return text_; }
  operator const std::string&() const { return text_; }  // NOLINT(google-explicit-constructor)
  bool empty() const { return text_.empty(); }

  const std::string& pattern() const { return pattern_; }
  const std::vector<Sentence>& arguments() const { return arguments_; }

  template <class Text>
    requires std::convertible_to<const Text&, std::string_view>
  friend bool operator==(const Sentence& a, const Text& b) { return a.text_ == std::string_view(b); }
  friend bool operator==(const Sentence& a, const Sentence& b) { return a.text_ == b.text_; }
  friend std::ostream& operator<<(std::ostream& out, const Sentence& sentence) { return out << sentence.text_; }

 private:
  std::string pattern_;
  std::vector<Sentence> arguments_;
  std::string text_;
};

/// A literal with the places %1 … %Count, each used. The test of translations finds it in the source, so it stands in the call itself.
template <std::size_t Count>
struct Pattern {
  consteval Pattern(const char* words) : text(words) {  // NOLINT(google-explicit-constructor)
    bool used[10] = {};
    std::size_t places = 0;
    for (const char* c = words; *c; ++c)
      if (*c == '%' && c[1] >= '1' && c[1] <= '9' && !used[c[1] - '0']) used[c[1] - '0'] = true, ++places;
    for (std::size_t i = 1; i <= Count; ++i)
      if (!used[i]) throw "an argument has no place in the pattern";
    if (places != Count) throw "a place of the pattern has no argument";
  }
  const char* text;
};

inline Sentence toSentence(Sentence sentence) { return sentence; }
inline Sentence toSentence(std::string words) { return Sentence(std::move(words)); }
inline Sentence toSentence(std::string_view words) { return Sentence(std::string(words)); }
inline Sentence toSentence(const char* words) { return Sentence(std::string(words)); }
template <std::integral Number>
Sentence toSentence(Number number) { return Sentence(std::to_string(number)); }

/// sentence("There is no parameter %1.", inQuotes(key)). Arguments are texts, whole numbers or sentences themselves.
template <class... Arguments>
Sentence sentence(Pattern<sizeof...(Arguments)> pattern, const Arguments&... arguments) {
  return {pattern.text, std::vector<Sentence>{toSentence(arguments)...}};
}


}  // namespace ganvas
