#include "engine/core/json_reader.hpp"

#include <algorithm>

#include "engine/api/quote.hpp"

namespace ganvas {

JsonReader::JsonReader(const Json& json, Sentence subject, std::string place) : json_(&json), subject_(std::move(subject)), place_(std::move(place)) {
  if (!json.is_object()) fail(sentence("%1 stands where an object {…} belongs", kindOf(json)));
}

void JsonReader::fail(const Sentence& what) const {
  const auto where = place_.empty() ? sentence("%1: %2", subject_, what) : sentence("%1: at %2, %3", subject_, place_, what);
  throw ErrorException({ErrorKind::input, static_cast<const std::string&>(what).ends_with('?') ? where : sentence("%1.", where), {}});
}

void JsonReader::wrongKind(const std::string& key, const Json& found, const Sentence& wanted) const {
  fail(sentence("%1 is %2 where %3 belongs", inQuotes(key), kindOf(found), wanted));
}

const Json* JsonReader::find(const std::string& key) {
  asked_.push_back(key);
  const auto found = json_->find(key);
  return found == json_->end() ? nullptr : &*found;
}

const Json* JsonReader::findList(const std::string& key) {
  const auto* found = find(key);
  if (found && !found->is_array()) wrongKind(key, *found, sentence("a list [ … ]"));
  return found;
}

void JsonReader::done() const {
  for (const auto& [key, item] : json_->items()) {
    if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
    const auto near = nearestWord(key, asked_);
    fail(near ? sentence("there is a key %1 that does not belong there; did you mean %2?", inQuotes(key), inQuotes(*near))
              : sentence("there is a key %1 that does not belong there", inQuotes(key)));
  }
}

std::string JsonReader::text(const std::string& key, bool required) {
  const auto* found = find(key);
  if (!found) return required ? (fail(sentence("%1 is missing", inQuotes(key))), std::string()) : std::string();
  if (!found->is_string()) wrongKind(key, *found, sentence("a text"));
  auto text = found->get<std::string>();
  if (required && text.empty()) fail(sentence("%1 is empty", inQuotes(key)));
  return text;
}

std::string JsonReader::paragraphs(const Json& found, const std::string& key) const {
  if (found.is_string()) return found.get<std::string>();
  if (!found.is_array()) wrongKind(key, found, sentence("a text or a list of paragraphs"));
  std::string all;
  for (const auto& part : found) {
    if (!part.is_string()) wrongKind(key, part, sentence("a text"));
    all += (all.empty() ? "" : "\n\n") + part.get<std::string>();
  }
  return all;
}

LocalText JsonReader::wordsOf(const Json& found, const std::string& key) const {
  if (!found.is_object()) return {{"en", paragraphs(found, key)}};
  LocalText words;
  for (const auto& [language, text] : found.items()) {
    const bool code = (language.size() == 2 || (language.size() == 5 && language[2] == '_')) && std::isalpha(static_cast<unsigned char>(language[0]));
    if (!code) fail(sentence("%1 has %2 where a language belongs, as \"en\" or \"zh_CN\"", inQuotes(key), inQuotes(language)));
    words[language] = paragraphs(text, key);
  }
  if (!words.contains("en")) fail(sentence("%1 has no text in English (\"en\"), which is shown where another language is missing", inQuotes(key)));
  return words;
}

LocalText JsonReader::words(const std::string& key, bool required) {
  const auto* found = find(key);
  if (!found && required) fail(sentence("%1 is missing", inQuotes(key)));
  return found ? wordsOf(*found, key) : LocalText{};
}

std::vector<LocalText> JsonReader::wordsList(const std::string& key) {
  const auto* found = findList(key);
  std::vector<LocalText> all;
  if (!found) return all;
  for (const auto& item : *found) all.push_back(wordsOf(item, key));
  return all;
}

std::vector<std::vector<double>> JsonReader::numberLists(const std::string& key) {
  const auto* found = findList(key);
  std::vector<std::vector<double>> all;
  if (!found) return all;
  for (const auto& item : *found) {
    if (!item.is_array()) wrongKind(key, item, sentence("a list of numbers"));
    auto& numbers = all.emplace_back();
    for (const auto& number : item) {
      if (!number.is_number()) wrongKind(key, number, sentence("a number"));
      numbers.push_back(number.get<double>());
    }
  }
  return all;
}

double JsonReader::number(const std::string& key, double fallback, double least, double most) {
  const auto* found = find(key);
  if (!found) return fallback;
  if (!found->is_number()) wrongKind(key, *found, sentence("a number"));
  const double number = found->get<double>();
  if (!(number >= least && number <= most)) fail(sentence("%1 is %2; it goes from %3 to %4", inQuotes(key), toString(Value{number}), toString(Value{least}), toString(Value{most})));
  return number;
}

std::int64_t JsonReader::whole(const std::string& key, std::int64_t fallback, std::int64_t least, std::int64_t most) {
  const auto* found = find(key);
  if (!found) return fallback;
  if (!found->is_number_integer()) wrongKind(key, *found, sentence("a whole number"));
  return static_cast<std::int64_t>(number(key, 0, static_cast<double>(least), static_cast<double>(most)));
}

bool JsonReader::flag(const std::string& key) {
  const auto* found = find(key);
  if (!found) return false;
  if (!found->is_boolean()) wrongKind(key, *found, sentence("true or false"));
  return found->get<bool>();
}

Values JsonReader::values(const std::string& key) {
  const auto* found = find(key);
  if (!found) return {};
  if (!found->is_object()) wrongKind(key, *found, sentence("an object of parameters {\"key\": value, …}"));
  return valuesFromJson(*found, subject_).value();
}

std::string JsonReader::oneOf(const std::string& key, const std::vector<std::string>& known, const std::string& fallback) {
  if (!has(key)) return asked_.push_back(key), fallback;
  const auto text = this->text(key);
  if (std::find(known.begin(), known.end(), text) != known.end()) return text;
  std::string all;
  for (const auto& word : known) all += (all.empty() ? "" : ", ") + inQuotes(word);
  fail(sentence("%1 is %2; it is one of %3", inQuotes(key), inQuotes(text), all));
}

JsonReader JsonReader::object(const std::string& key) {
  const auto* found = find(key);
  if (!found) fail(sentence("%1 is missing", inQuotes(key)));
  return {*found, subject_, below(key)};
}

void JsonReader::eachItem(const std::string& key, const std::function<void(JsonReader)>& read) {
  const auto* found = findList(key);
  if (!found) return;
  for (std::size_t i = 0; i < found->size(); ++i) read({(*found)[i], subject_, below(key) + "[" + std::to_string(i + 1) + "]"});
}

void JsonReader::eachEntry(const std::string& key, const std::function<void(const std::string&, JsonReader)>& read) {
  const auto* found = find(key);
  if (!found) return;
  if (!found->is_object()) wrongKind(key, *found, sentence("an object {…}"));
  for (const auto& [name, item] : found->items()) read(name, {item, subject_, below(key) + "." + name});
}

}  // namespace ganvas
