// Names and keywords of emoji out of CLDR's annotations. Any thread may read one that is made.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/data/picture_source.hpp"

namespace ganvas {

class EmojiWords {
 public:
  /// `folder` is CLDR's common/. A language without files is left out; files that are no annotations give a sentence in `warnings`.
  void read(const std::filesystem::path& folder, const std::vector<std::string>& languages, std::vector<Sentence>& warnings);
  /// By language, in the order they were read.
  std::vector<SampleWords> of(std::u32string_view sequence) const;

 private:
  std::map<std::string, std::vector<SampleWords>, std::less<>> words_;  ///< by the emoji in UTF-8 without variation selectors
};

}  // namespace ganvas
