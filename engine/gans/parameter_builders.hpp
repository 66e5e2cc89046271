// Words to write a schema in: integer(…), real(…), choice(…) and what is true of it besides: live(…), advanced(…), from(…, paper).
// Pure. Engine-internal.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/api/schema.hpp"

namespace ganvas::build {

inline Parameter integer(std::string key, std::string title, std::string group, std::int64_t value, double min, double max, std::string unit, std::string help) {
  Parameter p;
  p.key = std::move(key), p.title = std::move(title), p.group = std::move(group), p.unit = std::move(unit), p.help = std::move(help);
  p.type = ParameterType::integer, p.defaultValue = value, p.minimum = min, p.maximum = max;
  return p;
}

inline Parameter real(std::string key, std::string title, std::string group, double value, double min, double max, std::string unit, std::string help) {
  auto p = integer(std::move(key), std::move(title), std::move(group), 0, min, max, std::move(unit), std::move(help));
  p.type = ParameterType::real, p.defaultValue = value;
  return p;
}

inline Parameter choice(std::string key, std::string title, std::string group, std::string value, std::vector<Choice> choices, std::string help) {
  Parameter p;
  p.key = std::move(key), p.title = std::move(title), p.group = std::move(group), p.help = std::move(help);
  p.type = ParameterType::choice, p.defaultValue = std::move(value), p.choices = std::move(choices);
  return p;
}

inline Parameter live(Parameter p) { p.live = true; return p; }
inline Parameter advanced(Parameter p) { p.advanced = true; return p; }
inline Parameter logarithmic(Parameter p) { p.logarithmic = true; return p; }
inline Parameter from(Parameter p, std::string paper) { p.paper = std::move(paper); return p; }
inline Parameter enabled(Parameter p, std::string key, std::vector<std::string> values, std::string reason) {
  p.enabledIf.push_back({std::move(key), std::move(values), std::move(reason)});
  return p;
}
inline std::vector<Parameter> enabled(std::vector<Parameter> group, const std::string& key, const std::vector<std::string>& values, const std::string& reason) {
  for (auto& p : group) p = enabled(std::move(p), key, values, reason);
  return group;
}
inline Parameter flag(std::string key, std::string title, std::string group, bool value, std::string help) {
  auto p = choice(std::move(key), std::move(title), std::move(group), {}, {}, std::move(help));
  p.type = ParameterType::boolean, p.defaultValue = value;
  return p;
}
inline Parameter text(std::string key, std::string title, std::string group, std::string value, std::string help) {
  auto p = choice(std::move(key), std::move(title), std::move(group), std::move(value), {}, std::move(help));
  p.type = ParameterType::text;
  return p;
}

}  // namespace ganvas::build
