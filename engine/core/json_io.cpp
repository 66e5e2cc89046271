#include "engine/core/json_io.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "engine/api/quote.hpp"
#include "engine/core/storage.hpp"

namespace ganvas {
namespace {

Error bad(const std::string& what, const std::string& why, std::string detail = {}) {
  return Error{ErrorKind::input, what + " " + why, std::move(detail)};
}

/// Stops the parser at the first key that stands twice in one object and at too much nesting.
class Guard {
 public:
  Guard(std::string what, int depth) : what_(std::move(what)), depth_(depth) {}

  bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
    using Event = Json::parse_event_t;
    if (event == Event::object_start || event == Event::array_start) {
      if (depth >= depth_)
        throw ErrorException(
            bad(what_, "is nested too deeply (more than " + std::to_string(depth_) + " levels). Check that it is the right file."));
    }
    if (event == Event::object_start) keys_.emplace_back();
    if (event == Event::object_end) keys_.pop_back();
    if (event == Event::key) {
      const auto& key = parsed.get_ref<const std::string&>();
      if (key.find('\0') != std::string::npos) throw ErrorException(bad(what_, "has a key with a NUL character in it."));
      if (!keys_.back().insert(key).second)
        throw ErrorException(bad(what_, "has the key " + inQuotes(key) + " twice. Remove one of them."));
    }
    return true;
  }

 private:
  std::string what_;
  int depth_;
  std::vector<std::set<std::string>> keys_;
};

}  // namespace

Result<Json> parseJson(std::string_view text, const std::string& what, const JsonLimits& limits) {
  if (text.size() > limits.bytes) return bad(what, "is larger than it can rightly be (" + std::to_string(text.size()) + " bytes).");
  if (text.empty()) return bad(what, "is empty. Take it from a backup or write it anew.");
  if (text.find('\0') != std::string_view::npos)
    return bad(what, "is not JSON: it has NUL bytes in it, as files have after a power cut. Take it from a backup.");
  Guard guard(what, limits.depth);
  try {
    return Json::parse(text.begin(), text.end(), std::ref(guard));
  } catch (const ErrorException& e) {
    return e.error();
  } catch (const Json::parse_error& e) {
    const auto before = text.substr(0, std::min<std::size_t>(e.byte, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    return bad(what, "is not valid JSON: there is a mistake in line " + std::to_string(line) + ".", e.what());
  } catch (const Json::exception& e) {  // a number beyond any double
    return bad(what, "has a number in it that is too large.", e.what());
  }
}

Result<Json> readJson(const std::filesystem::path& file, const JsonLimits& limits) {
  const auto text = readFile(file, limits.bytes);
  if (!text) return text.error();
  return parseJson(*text, "The file " + inQuotes(file.string()), limits);
}

Result<std::string> dumpJson(const Json& json, const std::string& what, int indent) {
  try {
    return json.dump(indent) + "\n";
  } catch (const Json::exception& e) {
    return bad(what, "cannot be written: a name or path in it is not UTF-8. Rename the file or folder.", e.what());
  }
}

std::string kindOf(const Json& json) {
  switch (json.type()) {
    case Json::value_t::object:
      return "an object";
    case Json::value_t::array:
      return "a list";
    case Json::value_t::string:
      return "a text";
    case Json::value_t::boolean:
      return "true or false";
    case Json::value_t::null:
      return "null";
    default:
      return "a number";
  }
}

Result<Value> valueFromJson(const Json& json, const std::string& what, const std::string& key) {
  if (json.is_boolean()) return Value{json.get<bool>()};
  if (json.is_number_unsigned() && json.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
    return bad(what, "has a number at " + inQuotes(key) + " that is too large for a whole number.");
  }
  if (json.is_number_integer()) return Value{json.get<std::int64_t>()};
  if (json.is_number_float()) return Value{json.get<double>()};
  if (json.is_string()) {
    auto text = json.get<std::string>();
    if (text.find('\0') != std::string::npos) return bad(what, "has a NUL character in the text at " + inQuotes(key) + ".");
    return Value{std::move(text)};
  }
  return bad(what, "has " + kindOf(json) + " at " + inQuotes(key) + "; a number, a text, true or false belongs there.");
}

Json valueToJson(const Value& value) {
  return std::visit([](const auto& v) { return Json(v); }, value);
}

Result<Values> valuesFromJson(const Json& json, const std::string& what) {
  if (!json.is_object()) return bad(what, "holds " + kindOf(json) + " where an object of parameters {\"key\": value, …} belongs.");
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

Result<std::string> textField(const Json& object, const std::string& key, const std::string& what, const std::string& fallback) {
  const auto found = object.find(key);
  if (found == object.end()) return fallback;
  if (!found->is_string()) return bad(what, "has " + kindOf(*found) + " at " + inQuotes(key) + "; a text belongs there.");
  auto text = found->get<std::string>();
  if (text.find('\0') != std::string::npos) return bad(what, "has a NUL character in the text at " + inQuotes(key) + ".");
  return text;
}

}  // namespace ganvas
