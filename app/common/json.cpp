#include "app/common/json.hpp"

#include <cmath>
#include <iostream>

namespace ganvas {

using Json = nlohmann::ordered_json;

void print(const Json& object) { std::cout << object.dump(-1, ' ', false, Json::error_handler_t::replace) << std::endl; }

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

}  // namespace ganvas
