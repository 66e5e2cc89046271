// Reading and writing JSON with the checks that every file from outside gets. For .cpp files of engine/core and engine/data only:
// no public header includes it. Pure; any thread.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "engine/api/result.hpp"
#include "engine/api/schema.hpp"

namespace ganvas {

using Json = nlohmann::ordered_json;  // keeps the order of writing, so that a person finds things where they were put

struct JsonLimits {
  std::uintmax_t bytes = 16u << 20;
  int depth = 16;
};

/// `what` names the file (or the part of one) in the sentence. No NUL bytes, no key twice, UTF-8, not too deep.
Result<Json> parseJson(std::string_view text, const Sentence& what, const JsonLimits& limits = {});
Result<Json> readJson(const std::filesystem::path& file, const JsonLimits& limits = {});
/// Readable form with a last newline, or a sentence where a text in it is not UTF-8.
Result<std::string> dumpJson(const Json& json, const Sentence& what, int indent = 2);

/// A boolean, number or text; anything else is a sentence that names the file and the key.
Result<Value> valueFromJson(const Json& json, const Sentence& what, const std::string& key);
Json valueToJson(const Value& value);
/// An object of plain values, by key.
Result<Values> valuesFromJson(const Json& json, const Sentence& what);
Json valuesToJson(const Values& values);

/// A text by key: `fallback` where it is absent, a sentence where it is something else.
Result<std::string> textField(const Json& object, const std::string& key, const Sentence& what, const std::string& fallback = {});

/// "the object", "a list", "a number", …: what a JSON value is, in words.
Sentence kindOf(const Json& json);

}  // namespace ganvas
