#include "engine/core/json_io.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "engine/api/quote.hpp"
#include "engine/core/storage.hpp"

namespace ganvas {
namespace {

Error bad(const Sentence& what, const Sentence& why, std::string detail = {}) {
  return Error{ErrorKind::input, sentence("%1 %2", what, why), std::move(detail)};
}

/// Stops the parser at the first key that stands twice in one object and at too much nesting.
class Guard {
 public:
  Guard(Sentence what, int depth) : what_(std::move(what)), depth_(depth) {}

  bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
    using Event = Json::parse_event_t;
    if (event == Event::object_start || event == Event::array_start) {
      if (depth >= depth_)
        throw ErrorException(bad(what_, sentence("is nested too deeply (more than %1 levels). Check that it is the right file.", depth_)));
    }
    if (event == Event::object_start) keys_.emplace_back();
    if (event == Event::object_end) keys_.pop_back();
    if (event == Event::key) {
      const auto& key = parsed.get_ref<const std::string&>();
      if (key.find('\0') != std::string::npos) throw ErrorException(bad(what_, sentence("has a key with a NUL character in it.")));
      if (!keys_.back().insert(key).second)
        throw ErrorException(bad(what_, sentence("has the key %1 twice. Remove one of them.", inQuotes(key))));
    }
    return true;
  }

 private:
  Sentence what_;
  int depth_;
  std::vector<std::set<std::string>> keys_;
};

}  // namespace

Result<Json> parseJson(std::string_view text, const Sentence& what, const JsonLimits& limits) {
  if (text.size() > limits.bytes) return bad(what, sentence("is larger than it can rightly be (%1 bytes).", text.size()));
  if (text.empty()) return bad(what, sentence("is empty. Take it from a backup or write it anew."));
  if (text.find('\0') != std::string_view::npos)
    return bad(what, sentence("is not JSON: it has NUL bytes in it, as files have after a power cut. Take it from a backup."));
  Guard guard(what, limits.depth);
  try {
    return Json::parse(text.begin(), text.end(), std::ref(guard));
  } catch (const ErrorException& e) {
    return e.error();
  } catch (const Json::parse_error& e) {
    const auto before = text.substr(0, std::min<std::size_t>(e.byte, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    return bad(what, sentence("is not valid JSON: there is a mistake in line %1.", line), e.what());
  } catch (const Json::exception& e) {  // a number beyond any double
    return bad(what, sentence("has a number in it that is too large."), e.what());
  }
}

Result<Json> readJson(const std::filesystem::path& file, const JsonLimits& limits) {
  const auto text = readFile(file, limits.bytes);
  if (!text) return text.error();
  return parseJson(*text, sentence("The file %1", inQuotes(file.string())), limits);
}

Result<std::string> dumpJson(const Json& json, const Sentence& what, int indent) {
  try {
    return json.dump(indent) + "\n";
  } catch (const Json::exception& e) {
    return bad(what, sentence("cannot be written: a name or path in it is not UTF-8. Rename the file or folder."), e.what());
  }
}

Sentence kindOf(const Json& json) {
  switch (json.type()) {
    case Json::value_t::object:
      return sentence("an object");
    case Json::value_t::array:
      return sentence("a list");
    case Json::value_t::string:
      return sentence("a text");
    case Json::value_t::boolean:
      return sentence("true or false");
    case Json::value_t::null:
      return sentence("null");
    default:
      return sentence("a number");
  }
}

Result<Value> valueFromJson(const Json& json, const Sentence& what, const std::string& key) {
  if (json.is_boolean()) return Value{json.get<bool>()};
  if (json.is_number_unsigned() && json.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
    return bad(what, sentence("has a number at %1 that is too large for a whole number.", inQuotes(key)));
  }
  if (json.is_number_integer()) return Value{json.get<std::int64_t>()};
  if (json.is_number_float()) return Value{json.get<double>()};
  if (json.is_string()) {
    auto text = json.get<std::string>();
    if (text.find('\0') != std::string::npos) return bad(what, sentence("has a NUL character in the text at %1.", inQuotes(key)));
    return Value{std::move(text)};
  }
  return bad(what, sentence("has %1 at %2; a number, a text, true or false belongs there.", kindOf(json), inQuotes(key)));
}

Json valueToJson(const Value& value) {
  return std::visit([](const auto& v) { return Json(v); }, value);
}

Result<Values> valuesFromJson(const Json& json, const Sentence& what) {
  if (!json.is_object()) return bad(what, sentence("holds %1 where an object of parameters {\"key\": value, …} belongs.", kindOf(json)));
  Values values;
  for (const auto& [key, item] : json.items()) {
    auto value = valueFromJson(item, what, key);
    if (!value) return value.error();
    values[key] = std::move(*value);
  }
  return values;
}

Json valuesToJson(const Values& values) {
  Json json = Json::object();
  for (const auto& [key, value] : values) json[key] = valueToJson(value);
  return json;
}

Result<std::string> textField(const Json& object, const std::string& key, const Sentence& what, const std::string& fallback) {
  const auto found = object.find(key);
  if (found == object.end()) return fallback;
  if (!found->is_string()) return bad(what, sentence("has %1 at %2; a text belongs there.", kindOf(*found), inQuotes(key)));
  auto text = found->get<std::string>();
  if (text.find('\0') != std::string::npos) return bad(what, sentence("has a NUL character in the text at %1.", inQuotes(key)));
  return text;
}

}  // namespace ganvas
