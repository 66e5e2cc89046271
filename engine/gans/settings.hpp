// Typed reading of resolved parameter values. Throws std::logic_error for a key or type that the schema does not have: a bug.
#pragma once

#include <stdexcept>
#include <string>

#include "engine/api/schema.hpp"

namespace ganvas {

class Settings {
 public:
  explicit Settings(Values values) : values_(std::move(values)) {}
  double real(const std::string& key) const { return get<double>(key); }
  std::int64_t integer(const std::string& key) const { return get<std::int64_t>(key); }
  bool flag(const std::string& key) const { return get<bool>(key); }
  const std::string& text(const std::string& key) const { return get<std::string>(key); }
  void set(const std::string& key, Value value) { values_.at(key) = std::move(value); }
  const Values& values() const { return values_; }

 private:
  template <class T>
  const T& get(const std::string& key) const {
    const auto found = values_.find(key);
    if (found == values_.end() || !std::holds_alternative<T>(found->second)) throw std::logic_error("no parameter " + key + " of this type");
    return std::get<T>(found->second);
  }
  Values values_;
};

}  // namespace ganvas
