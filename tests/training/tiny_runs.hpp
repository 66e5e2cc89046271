// Settings for networks so small that a round takes milliseconds.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/gans/family.hpp"

namespace ganvas::test {

/// The side of a family's pictures in tests: 28 px where its networks are made for it.
inline int sideFor(const std::string& family) {
  const auto* size = findFamily(family)->schema.find("size");
  const bool usual = !size || std::any_of(size->choices.begin(), size->choices.end(), [](const auto& choice) { return choice.key == "28"; });
  return usual ? 28 : 32;
}

inline Settings tinySettings(const std::string& family, Values more = {}, std::string size = {}, const std::string& channels = "1") {
  Values given{{"batch", std::int64_t{8}}, {"latent", std::int64_t{6}}};
  const auto& schema = findFamily(family)->schema;
  if (size.empty()) size = std::to_string(sideFor(family));
  if (schema.find("size")) given["size"] = size, given["channels"] = channels;
  if (schema.find("base_channels")) given["base_channels"] = std::int64_t{4};
  if (schema.find("base_channels_d")) given["base_channels_d"] = std::int64_t{4};
  if (schema.find("form")) given["form"] = std::string("convolutional");
  if (schema.find("dense")) given["dense"] = std::int64_t{1024};
  if (schema.find("width")) given["width"] = std::int64_t{16};
  for (auto& [key, value] : more) given[key] = value;
  return Settings(schema.resolve(given).value());
}

/// Every family of the registry, for tests that hold for all.
inline std::vector<std::string> familyNames() {
  std::vector<std::string> names;
  for (const auto& family : familyRegistry()) names.push_back(family.info.name);
  return names;
}
inline bool ofPoints(const std::string& family) {
  const auto& fields = findFamily(family)->info.fields;
  return std::find(fields.begin(), fields.end(), Field::points) != fields.end();
}
/// A family's name as a part of a test's.
inline std::string asTestName(std::string family) {
  std::replace(family.begin(), family.end(), '-', '_');
  return family;
}

}  // namespace ganvas::test
