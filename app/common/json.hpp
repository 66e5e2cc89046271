// What both programs write as JSON.
#pragma once

#include <nlohmann/json.hpp>

namespace ganvas {

/// The one object on stdout. Bytes of file names that are not UTF-8 become the replacement character.
void print(const nlohmann::ordered_json& object);
/// Not-a-number and infinity, which JSON lacks, become null.
nlohmann::ordered_json number(double value);

}  // namespace ganvas
