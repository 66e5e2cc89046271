#include "engine/lessons/field_reading.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

namespace ganvas {
namespace {

constexpr double kCells = 50, kPoints = 2000;

Result<InferenceResult> ask(Model& model, std::vector<double> view) {
  InferenceRequest request;
  request.inputs["view"] = std::move(view);
  request.inputs["count"] = std::vector<double>{kPoints};
  model.request(std::move(request));
  for (;;) {
    if (auto result = model.take()) {
      if (result->error) return *result->error;
      return std::move(*result);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

}  // namespace

Result<std::map<std::string, double>> readField(Engine& engine, const std::string& family, const std::string& folder) {
  const auto families = engine.families();
  const auto own = std::find_if(families.begin(), families.end(), [&](const auto& info) { return info.name == family; });
  if (own == families.end() || std::find(own->interactions.begin(), own->interactions.end(), "field") == own->interactions.end()) return std::map<std::string, double>{};
  const auto opened = engine.openModel(folder)->wait();
  if (!opened) return opened.error();
  auto& model = **opened;
  // A first look anywhere, for where the points are.
  const auto points = ask(model, {-1, 1, -1, 1, 2, 2});
  if (!points) return points.error();
  double low = -1, high = 1;
  for (const auto* name : {"real", "fake"})
    if (const auto list = points->lists.find(name); list != points->lists.end())
      for (const double at : list->second) low = std::min(low, at), high = std::max(high, at);
  const auto field = ask(model, {low - 0.5, high + 0.5, low - 0.5, high + 0.5, kCells, kCells});
  if (!field) return field.error();
  return field->scalars;
}

}  // namespace ganvas
