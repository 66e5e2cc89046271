#include "engine/data/emoji_words.hpp"

#include <algorithm>
#include <optional>
#include <pugixml.hpp>

#include "engine/core/storage.hpp"
#include "engine/data/emoji_list.hpp"
#include "engine/data/words.hpp"

namespace ganvas {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kLargestFile = 32u << 20;
constexpr std::string_view kSelectors[] = {"\xEF\xB8\x8E", "\xEF\xB8\x8F"};  // U+FE0E, U+FE0F
constexpr std::string_view kInherited = "↑↑↑";                               // "as in the parent language"

std::string withoutSelectors(std::string text) {
  for (const auto selector : kSelectors)
    for (auto at = text.find(selector); at != std::string::npos; at = text.find(selector, at)) text.erase(at, selector.size());
  return text;
}

/// "face | grin | grinning face".
std::vector<std::string> keywords(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto end = std::min(text.find('|'), text.size());
    auto word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (word.starts_with(' ')) word.remove_prefix(1);
    while (word.ends_with(' ')) word.remove_suffix(1);
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

}  // namespace

void EmojiWords::read(const fs::path& folder, const std::vector<std::string>& languages, std::vector<Sentence>& warnings) {
  for (const auto& language : languages)
    for (const char* part : {"annotations", "annotationsDerived"}) {
      const auto path = folder / part / (language + ".xml");
      std::error_code ec;
      if (!fs::exists(path, ec)) continue;
      const auto text = readFile(path, kLargestFile);
      pugi::xml_document document;
      const auto parsed = text ? document.load_buffer(text->data(), text->size()) : pugi::xml_parse_result();
      const auto annotations = document.child("ldml").child("annotations");
      if (!parsed || !annotations) {
        warnings.push_back(
            sentence("The words for emoji in %1 cannot be read, so they are left out. Get the file again.", inQuotes(path.string())));
        continue;
      }
      for (const auto annotation : annotations.children("annotation")) {
        const std::string_view content = annotation.child_value();
        if (content.empty() || content == kInherited) continue;
        auto& all = words_[withoutSelectors(annotation.attribute("cp").value())];
        auto at = std::ranges::find(all, language, &SampleWords::language);
        if (at == all.end()) at = all.insert(all.end(), SampleWords{language, {}, {}});
        if (std::string_view(annotation.attribute("type").value()) == "tts")
          at->name = content;
        else
          at->keywords = keywords(content);
      }
    }
}

std::vector<SampleWords> EmojiWords::of(std::u32string_view sequence) const {
  const auto found = words_.find(withoutSelectors(toUtf8(sequence)));
  return found == words_.end() ? std::vector<SampleWords>() : found->second;
}

}  // namespace ganvas
