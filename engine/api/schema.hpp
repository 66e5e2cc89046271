// The one description of every parameter. Form, command-line flags, config file, validation and help are made from it.
// Pure; a Schema does not change after it is built, so any thread may read it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/api/result.hpp"

namespace ganvas {

enum class ParameterType { boolean, integer, real, choice, text };

/// The word used for a type in --json and in documents: "boolean", "integer", "real", "choice", "text".
const char* toString(ParameterType type);

/// boolean ↔ bool, integer ↔ int64, real ↔ double, choice and text ↔ string.
using Value = std::variant<bool, std::int64_t, double, std::string>;

/// The items of a text that is a list: between commas, without blanks around them, none empty.
std::vector<std::string> listed(const std::string& text);

/// Parameter values by key.
using Values = std::map<std::string, Value>;

/// Text that Parameter::parse reads back to the same value ("true", "64", "0.0002", "hinge").
std::string toString(const Value& value);

/// A parameter is in use only while the parameter `key` has one of `values` (as text); else it is greyed out
/// and `reason` says why.
struct Condition {
  std::string key;
  std::vector<std::string> values;
  std::string reason;
};

/// One choice's own words for the form ("hinge" → "Hinge"). The key is what is stored.
struct Choice {
  std::string key;
  std::string title;
};

struct Parameter {
  std::string key;
  std::string title;
  ParameterType type = ParameterType::real;
  Value defaultValue = 0.0;
  std::optional<double> minimum;      ///< inclusive; numbers only
  std::optional<double> maximum;      ///< inclusive; numbers only
  bool logarithmic = false;           ///< a slider over it is logarithmic (learning rates)
  std::vector<Choice> choices;        ///< choice only
  std::string unit;                   ///< "px", "rounds", … or empty
  std::string group;                  ///< heading in the form
  bool live = false;                  ///< may be changed while the run runs
  bool advanced = false;              ///< hidden in the basic form
  std::vector<Condition> enabledIf;   ///< all must hold
  std::string help;                   ///< what it does to training, usual range
  std::string paper;                  ///< where it comes from, or empty

  /// A value of the right type within range, or a sentence that names the key, the text and what would be right.
  Result<Value> parse(const std::string& text) const;
  /// The same check for a value that already has a type; an integer is taken for a real.
  Result<Value> check(const Value& value) const;
};

/// A sentence at a field.
struct FieldError {
  std::string key;
  Sentence message;
};

class Schema {
 public:
  Schema() = default;
  explicit Schema(std::vector<Parameter> parameters) : parameters_(std::move(parameters)) {}

  const std::vector<Parameter>& parameters() const { return parameters_; }
  const Parameter* find(const std::string& key) const;
  Values defaults() const;

  /// Defaults overlaid with `given`; an unknown key or a bad value is an error of kind usage that names it
  /// (and the nearest known key).
  Result<Values> resolve(const Values& given) const;
  /// All that is wrong with `given`, for a form that marks several fields at once. Empty when all is well.
  std::vector<FieldError> problems(const Values& given) const;
  /// Parses text for a key of this schema.
  Result<Value> parse(const std::string& key, const std::string& text) const;
  /// Why the parameter has no effect under `values`, or nothing where it has.
  std::optional<Sentence> disabledReason(const std::string& key, const Values& values) const;

 private:
  std::vector<Parameter> parameters_;
};

}  // namespace ganvas
