#include "engine/api/schema.hpp"

#include <sstream>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "engine/api/quote.hpp"

namespace ganvas {
namespace {

Error usage(Sentence message) { return Error{ErrorKind::usage, std::move(message), {}}; }

/// Shortest text that reads back to the same number, independent of the locale; plain digits for everyday sizes.
std::string numberText(double value) {
  std::array<char, 64> buffer;
  const double size = std::abs(value);
  const bool plain = value == 0 || (size >= 1e-6 && size < 1e15);
  const auto [end, failed] = plain ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed)
                                   : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  if (failed != std::errc{}) return "nan";
  std::string text(buffer.data(), end);
  const auto exponent = text.find('e');  // "1e-07" is 1e-7 to a person
  if (exponent != std::string::npos && exponent + 3 < text.size() && text[exponent + 2] == '0') text.erase(exponent + 2, 1);
  return text;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// All of `text` as a number, or nothing. std::from_chars knows no locale.
template <class Number>
std::optional<Number> wholeNumber(std::string_view text) {
  Number number{};
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// True where the text is a number of the right form that only lacks room in 64 bits.
bool overflows(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failed == std::errc::result_out_of_range && end == text.data() + text.size();
}

Sentence listOf(const std::vector<std::string>& words) {
  Sentence out;
  for (std::size_t i = 0; i < words.size(); ++i)
    out = i == 0 ? Sentence(words[i]) : i + 1 == words.size() ? sentence("%1 or %2", out, words[i]) : sentence("%1, %2", out, words[i]);
  return out;
}

/// "a whole number from 1 to 4096 px", "true or false": what would have been right.
Sentence wanted(const Parameter& parameter) {
  Sentence out;
  switch (parameter.type) {
    case ParameterType::boolean:
      return sentence("true or false");
    case ParameterType::text:
      return sentence("a text without control characters, in UTF-8");
    case ParameterType::choice: {
      std::vector<std::string> keys;
      for (const auto& choice : parameter.choices) keys.push_back(choice.key);
      return listOf(keys);
    }
    case ParameterType::integer:
      out = sentence("a whole number");
      break;
    case ParameterType::real:
      out = sentence("a number");
      break;
  }
  const auto& unit = parameter.unit;
  const auto least = parameter.minimum ? numberText(*parameter.minimum) : std::string(), most = parameter.maximum ? numberText(*parameter.maximum) : std::string();
  if (parameter.minimum && parameter.maximum) return unit.empty() ? sentence("%1 from %2 to %3", out, least, most) : sentence("%1 from %2 to %3 %4", out, least, most, unit);
  if (parameter.minimum) return unit.empty() ? sentence("%1 of at least %2", out, least) : sentence("%1 of at least %2 %3", out, least, unit);
  if (parameter.maximum) return unit.empty() ? sentence("%1 of at most %2", out, most) : sentence("%1 of at most %2 %3", out, most, unit);
  return unit.empty() ? out : sentence("%1 of %2", out, unit);
}

Error refuse(const Parameter& parameter, const Sentence& what) {
  return usage(sentence("%1: %2. It takes %3.", parameter.key, what, wanted(parameter)));
}

Sentence unknownKey(const std::vector<Parameter>& parameters, const std::string& key) {
  std::vector<std::string> keys;
  for (const auto& parameter : parameters) keys.push_back(parameter.key);
  const auto near = nearestWord(key, keys);
  return near ? sentence("There is no parameter %1; did you mean %2?", inQuotes(key), inQuotes(*near)) : sentence("There is no parameter %1.", inQuotes(key));
}

Result<Value> inRange(const Parameter& parameter, const Value& value, double number) {
  const std::string shown = toString(value);
  if (parameter.minimum && number < *parameter.minimum) return refuse(parameter, sentence("%1 is too small", shown));
  if (parameter.maximum && number > *parameter.maximum) return refuse(parameter, sentence("%1 is too large", shown));
  return value;
}

Result<Value> checkReal(const Parameter& parameter, double number) {
  if (!std::isfinite(number))
    return refuse(parameter, sentence("%1 is not a finite number", inQuotes(std::isnan(number) ? "nan" : number > 0 ? "inf" : "-inf")));
  return inRange(parameter, Value{number}, number);
}

Result<Value> checkInteger(const Parameter& parameter, std::int64_t number) {
  return inRange(parameter, Value{number}, static_cast<double>(number));
}

Result<Value> checkChoice(const Parameter& parameter, const std::string& text) {
  std::vector<std::string> keys;
  for (const auto& choice : parameter.choices) {
    if (choice.key == text) return Value{text};
    keys.push_back(choice.key);
  }
  const auto near = nearestWord(text, keys);
  const bool close = near && editDistance(std::string_view(text).substr(0, 64), *near) <= 2;
  return refuse(parameter, close ? sentence("%1 is not one of its choices (did you mean %2?)", inQuotes(text), inQuotes(*near)) : sentence("%1 is not one of its choices", inQuotes(text)));
}

bool isUtf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : (lead >> 5) == 0x6 ? 2 : (lead >> 4) == 0xE ? 3 : (lead >> 3) == 0x1E ? 4 : 0;
    if (length == 0 || i + length > text.size()) return false;
    std::uint32_t point = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      if ((next & 0xC0u) != 0x80u) return false;
      point = (point << 6) | (next & 0x3Fu);
    }
    constexpr std::array<std::uint32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
    if (point < kSmallest[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return false;
    i += length;
  }
  return true;
}

Result<Value> checkText(const Parameter& parameter, const std::string& text) {
  const bool control = std::any_of(text.begin(), text.end(), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return (u < 0x20 && c != '\n' && c != '\t') || u == 0x7f;
  });
  if (control || !isUtf8(text)) return refuse(parameter, sentence("%1 cannot be stored", inQuotes(text)));
  return Value{text};
}

std::optional<bool> truth(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
  for (const char* yes : {"true", "yes", "on", "1"}) {
    if (lower == yes) return true;
  }
  for (const char* no : {"false", "no", "off", "0"}) {
    if (lower == no) return false;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> listed(const std::string& text) {
  std::vector<std::string> items;
  std::istringstream in(text);
  for (std::string item; std::getline(in, item, ',');) {
    const auto first = item.find_first_not_of(' ');
    if (first != std::string::npos) items.push_back(item.substr(first, item.find_last_not_of(' ') + 1 - first));
  }
  return items;
}

std::string toString(const Value& value) {
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&value)) return numberText(*real);
  return std::get<std::string>(value);
}

Result<Value> Parameter::parse(const std::string& text) const {
  const std::string_view word = trimmed(text);
  switch (type) {
    case ParameterType::boolean:
      if (const auto yes = truth(word)) return Value{*yes};
      return refuse(*this, sentence("%1 is neither true nor false", inQuotes(text)));
    case ParameterType::integer:
      if (const auto number = wholeNumber<std::int64_t>(word)) return checkInteger(*this, *number);
      if (overflows(word)) return refuse(*this, word.front() == '-' ? sentence("%1 is too small", inQuotes(text)) : sentence("%1 is too large", inQuotes(text)));
      return refuse(*this, sentence("%1 is not a whole number", inQuotes(text)));
    case ParameterType::real:
      if (const auto number = wholeNumber<double>(word)) return checkReal(*this, *number);
      return refuse(*this, sentence("%1 is not a number", inQuotes(text)));
    case ParameterType::choice:
      return checkChoice(*this, std::string(word));
    case ParameterType::text:
      return checkText(*this, text);
  }
  throw std::logic_error("parameter " + key + " has no type");
}

Result<Value> Parameter::check(const Value& value) const {
  const auto* truth = std::get_if<bool>(&value);
  const auto* integer = std::get_if<std::int64_t>(&value);
  const auto* real = std::get_if<double>(&value);
  const auto* text = std::get_if<std::string>(&value);
  switch (type) {
    case ParameterType::boolean:
      if (truth) return value;
      return refuse(*this, sentence("%1 is neither true nor false", inQuotes(toString(value))));
    case ParameterType::integer:
      if (integer) return checkInteger(*this, *integer);
      // 64.0 from another program's JSON; 2^53 is where a double stops telling neighbours apart
      if (real && std::trunc(*real) == *real && std::abs(*real) <= 9007199254740992.0)
        return checkInteger(*this, static_cast<std::int64_t>(*real));
      return refuse(*this, sentence("%1 is not a whole number", inQuotes(toString(value))));
    case ParameterType::real:
      if (real) return checkReal(*this, *real);
      if (integer) return checkReal(*this, static_cast<double>(*integer));
      return refuse(*this, sentence("%1 is not a number", inQuotes(toString(value))));
    case ParameterType::choice:
      if (text) return checkChoice(*this, *text);
      return refuse(*this, sentence("%1 is not one of its choices", inQuotes(toString(value))));
    case ParameterType::text:
      if (text) return checkText(*this, *text);
      return refuse(*this, sentence("%1 is not a text", toString(value)));
  }
  throw std::logic_error("parameter " + key + " has no type");
}

const Parameter* Schema::find(const std::string& key) const {
  const auto found = std::find_if(parameters_.begin(), parameters_.end(), [&](const auto& p) { return p.key == key; });
  return found == parameters_.end() ? nullptr : &*found;
}

Values Schema::defaults() const {
  Values values;
  for (const auto& parameter : parameters_) {
    auto value = parameter.check(parameter.defaultValue);  // also makes a real of an integer
    if (!value) throw std::logic_error("the default of a parameter is wrong: " + value.error().message.text());
    values[parameter.key] = *value;
  }
  return values;
}

Result<Values> Schema::resolve(const Values& given) const {
  if (const auto wrong = problems(given); !wrong.empty()) {
    constexpr std::size_t kShown = 4;
    Sentence message;
    for (std::size_t i = 0; i < std::min(wrong.size(), kShown); ++i) message = i ? sentence("%1 %2", message, wrong[i].message) : wrong[i].message;
    if (wrong.size() > kShown) message = sentence("%1 And %2 more.", message, wrong.size() - kShown);
    return usage(std::move(message));
  }
  Values values = defaults();
  for (const auto& [key, value] : given) values[key] = *find(key)->check(value);
  return values;
}

std::vector<FieldError> Schema::problems(const Values& given) const {
  std::vector<FieldError> wrong;
  for (const auto& [key, value] : given) {
    const Parameter* parameter = find(key);
    if (!parameter) {
      wrong.push_back({key, unknownKey(parameters_, key)});
    } else if (const auto checked = parameter->check(value); !checked) {
      wrong.push_back({key, checked.error().message});
    }
  }
  return wrong;
}

Result<Value> Schema::parse(const std::string& key, const std::string& text) const {
  const Parameter* parameter = find(key);
  if (!parameter) return usage(unknownKey(parameters_, key));
  return parameter->parse(text);
}

std::optional<Sentence> Schema::disabledReason(const std::string& key, const Values& values) const {
  const Parameter* parameter = find(key);
  if (!parameter) return std::nullopt;
  for (const auto& condition : parameter->enabledIf) {
    const Parameter* other = find(condition.key);
    if (!other) throw std::logic_error(key + " depends on " + condition.key + ", which is not in its schema");
    const auto given = values.find(condition.key);
    const Value& raw = given == values.end() ? other->defaultValue : given->second;
    const auto checked = other->check(raw);
    const std::string now = toString(checked ? *checked : raw);
    const bool holds = std::any_of(condition.values.begin(), condition.values.end(), [&](const auto& wantedText) {
      const auto wantedValue = other->parse(wantedText);  // "1" and "1.0" are the same real
      return (wantedValue ? toString(*wantedValue) : wantedText) == now;
    });
    if (!holds)
      return condition.reason.empty() ? sentence("Only used while %1 is %2.", condition.key, listOf(condition.values)) : Sentence(condition.reason);
  }
  return std::nullopt;
}

}  // namespace ganvas
