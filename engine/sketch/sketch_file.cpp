#include "engine/sketch/sketch_file.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "engine/api/quote.hpp"
#include "engine/core/json_reader.hpp"

namespace ganvas {
namespace {

constexpr int kFormat = 1;
constexpr JsonLimits kLimits{64U << 20, 8};
constexpr double kFarthest = 1e6;   // units from the paper's corner: strokes may leave the paper
constexpr std::size_t kMostStrokes = 100000;

constexpr std::array<std::pair<const char*, SketchTool>, 6> kTools{{{"pen", SketchTool::pen}, {"eraser", SketchTool::eraser}, {"line", SketchTool::line},
                                                                    {"rectangle", SketchTool::rectangle}, {"ellipse", SketchTool::ellipse}, {"fill", SketchTool::fill}}};

const char* nameOf(SketchTool tool) {
  return std::find_if(kTools.begin(), kTools.end(), [&](const auto& entry) { return entry.second == tool; })->first;
}

SketchTool readTool(JsonReader& json) {
  std::vector<std::string> names;
  for (const auto& [name, tool] : kTools) names.emplace_back(name);
  const auto name = json.oneOf("tool", names, {});
  if (name.empty()) json.fail(sentence("%1 is missing", inQuotes("tool")));
  return std::find_if(kTools.begin(), kTools.end(), [&](const auto& entry) { return entry.first == name; })->second;
}

SketchPoint pointOf(const JsonReader& json, const std::vector<double>& numbers) {
  if (numbers.size() != 2 && numbers.size() != 3) json.fail(sentence("a point is [x, y] or [x, y, pressure], not %1 numbers", numbers.size()));
  const double pressure = numbers.size() == 3 ? numbers[2] : 1;
  if (!(std::abs(numbers[0]) <= kFarthest && std::abs(numbers[1]) <= kFarthest)) json.fail(sentence("a point lies further than %1 from the paper", toString(Value{kFarthest})));
  if (!(pressure >= 0 && pressure <= 1)) json.fail(sentence("a pressure is %1; it goes from 0 to 1", toString(Value{pressure})));
  return {static_cast<float>(numbers[0]), static_cast<float>(numbers[1]), static_cast<float>(pressure)};
}

SketchStroke readStroke(JsonReader json) {
  SketchStroke stroke;
  stroke.tool = readTool(json);
  stroke.size = static_cast<float>(json.number("size", stroke.size, 0.1, 1000));
  for (const auto& numbers : json.numberLists("points")) stroke.points.push_back(pointOf(json, numbers));
  json.done();
  const bool between = stroke.tool == SketchTool::line || stroke.tool == SketchTool::rectangle || stroke.tool == SketchTool::ellipse;
  if (stroke.points.empty()) json.fail(sentence("%1 is missing or empty", inQuotes("points")));
  if (between && stroke.points.size() != 2) json.fail(sentence("a %1 has two points, not %2", inQuotes(nameOf(stroke.tool)), stroke.points.size()));
  return stroke;
}

Sketch sketchFrom(JsonReader json) {
  if (!json.has("ganvas_sketch")) json.fail(sentence("it has no \"ganvas_sketch\": 1 and so is no drawing"));
  if (json.whole("ganvas_sketch", 0, 0, 1000000) != kFormat) json.fail(sentence("this Ganvas reads drawings of format %1. Use a newer Ganvas", kFormat));
  Sketch sketch;
  sketch.width = static_cast<int>(json.whole("width", sketch.width, 1, kLargestPaper));
  sketch.height = static_cast<int>(json.whole("height", sketch.height, 1, kLargestPaper));
  json.eachItem("strokes", [&](JsonReader item) {
    if (sketch.strokes.size() == kMostStrokes) json.fail(sentence("there are more than %1 strokes", kMostStrokes));
    sketch.strokes.push_back(readStroke(std::move(item)));
  });
  json.done();
  return sketch;
}

}  // namespace

Result<Sketch> readSketch(const std::filesystem::path& file) {
  const auto json = readJson(file, kLimits);
  if (!json) return json.error();
  try {
    return sketchFrom(JsonReader(*json, sentence("The drawing %1", inQuotes(file.string()))));
  } catch (const ErrorException& e) {
    return e.error();
  }
}

Result<std::string> sketchAsText(const Sketch& sketch) {
  Json strokes = Json::array();
  for (const auto& stroke : sketch.strokes) {
    Json points = Json::array();
    for (const auto& point : stroke.points) {
      Json numbers = Json::array({point.x, point.y});
      if (point.pressure != 1) numbers.push_back(point.pressure);
      points.push_back(std::move(numbers));
    }
    strokes.push_back(Json{{"tool", nameOf(stroke.tool)}, {"size", stroke.size}, {"points", std::move(points)}});
  }
  return dumpJson(Json{{"ganvas_sketch", kFormat}, {"width", sketch.width}, {"height", sketch.height}, {"strokes", std::move(strokes)}}, sentence("The drawing"), -1);
}

}  // namespace ganvas
