// The emoji of Unicode's emoji-test.txt, and which of them show nearly the same. Pure, but for reading the file; any thread.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/result.hpp"

namespace ganvas {

struct Emoji {
  std::u32string sequence;  ///< code points, fully qualified
  std::string name;         ///< "grinning face"
  std::string group;        ///< "Smileys & Emotion"
};

/// The fully-qualified ones, in the file's order (which is CLDR's). `howToGet` stands in the sentence about a damaged file.
Result<std::vector<Emoji>> readEmojiList(const std::filesystem::path& path, const Sentence& howToGet);

bool hasSkinTone(std::u32string_view sequence);

/// What stands for all that show nearly the same: without variation selectors, skin tones, signs of gender, colours of hair and
/// directions; men and women are persons, and a country's flag that other territories fly is one.
std::u32string emojiBase(std::u32string_view sequence);

/// Whether the emoji of that base are held out: about a tenth, by a hash of its code points, so that it is the same with every font.
bool emojiHeldOut(std::u32string_view base);

/// "1F468 200D 1F680".
std::string codePointsText(std::u32string_view sequence);
std::string toUtf8(std::u32string_view sequence);

}  // namespace ganvas
