// Settings for networks so small that a round takes milliseconds.
#pragma once

#include <stdexcept>
#include <string>

#include "engine/gans/family.hpp"

namespace ganvas::test {

inline Settings tinySettings(const std::string& family, Values more = {}, const std::string& size = "28", const std::string& channels = "1") {
  Values given{{"size", size}, {"channels", channels}, {"batch", std::int64_t{8}}, {"latent", std::int64_t{6}}};
  const auto& schema = findFamily(family)->schema;
  if (schema.find("base_channels")) given["base_channels"] = std::int64_t{4};
  if (schema.find("form")) given["form"] = std::string("convolutional");
  if (schema.find("width")) given["width"] = std::int64_t{16};
  for (auto& [key, value] : more) given[key] = value;
  return Settings(schema.resolve(given).value());
}

}  // namespace ganvas::test
