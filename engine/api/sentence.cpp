#include "engine/api/sentence.hpp"

namespace ganvas {

std::string filled(std::string_view pattern, const std::vector<std::string>& texts) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const auto place = pattern[i] == '%' && i + 1 < pattern.size() ? static_cast<std::size_t>(pattern[i + 1] - '1') : texts.size();
    if (place < texts.size()) out += texts[place], ++i;
    else out += pattern[i];
  }
  return out;
}

Sentence::Sentence(std::string pattern, std::vector<Sentence> arguments) : pattern_(std::move(pattern)), arguments_(std::move(arguments)) {
  std::vector<std::string> texts;
  for (const auto& argument : arguments_) texts.push_back(argument.text_);
  text_ = filled(pattern_, texts);
}

}  // namespace ganvas
