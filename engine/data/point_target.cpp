#include "engine/data/point_target.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <numbers>
#include <optional>

#include "engine/picture/draw.hpp"
#include "engine/data/words.hpp"

namespace ganvas {
namespace {

using Part = PointTarget::Part;
using Shape = PointTarget::Shape;

constexpr double kTurn = 2 * std::numbers::pi;
constexpr int kAlong = 200;   // Gaussians that make up a curve

/// n places on a circle, none twice: both ends of [0, 2π] are the same place.
std::vector<Part> ring(int n, double radius) {
  std::vector<Part> parts;
  for (int i = 0; i < n; ++i) parts.push_back({radius * std::cos(kTurn * i / n), radius * std::sin(kTurn * i / n)});
  return parts;
}

std::vector<Part> grid(int side, double step) {
  std::vector<Part> parts;
  for (int row = 0; row < side; ++row)
    for (int column = 0; column < side; ++column) parts.push_back({(column - (side - 1) / 2.0) * step, (row - (side - 1) / 2.0) * step});
  return parts;
}

/// Places along a curve, t from 0 to 1.
std::vector<Part> along(int n, const std::function<Part(double)>& curve) {
  std::vector<Part> parts;
  for (int i = 0; i < n; ++i) parts.push_back(curve((i + 0.5) / n));
  return parts;
}

std::vector<Part> both(std::vector<Part> parts, const std::vector<Part>& more) {
  parts.insert(parts.end(), more.begin(), more.end());
  return parts;
}

std::vector<Part> moons() {
  const double pi = std::numbers::pi;
  return both(along(kAlong, [&](double t) { return Part{std::cos(pi * t) - 0.5, std::sin(pi * t) - 0.25}; }),
              along(kAlong, [&](double t) { return Part{0.5 - std::cos(pi * t), 0.25 - std::sin(pi * t)}; }));
}

std::vector<Part> spiral() {
  const auto arm = [](double turn) {
    return along(kAlong, [turn](double t) {
      const double root = std::sqrt(t), angle = turn + 1.5 * kTurn * root;   // equal places along the arm
      return Part{2 * root * std::cos(angle), 2 * root * std::sin(angle)};
    });
  };
  return both(arm(0), arm(kTurn / 2));
}

std::vector<Part> pinwheel() {
  std::vector<Part> parts;
  for (int blade = 0; blade < 5; ++blade)
    parts = both(std::move(parts), along(40, [&](double t) {
      const double radius = 0.3 + 1.7 * t, angle = kTurn * blade / 5 + 0.45 * radius;
      return Part{radius * std::cos(angle), radius * std::sin(angle)};
    }));
  return parts;
}

std::vector<Part> swissRoll() {
  return along(2 * kAlong, [](double t) {
    const double angle = kTurn * (0.75 + 1.5 * std::sqrt(t)), radius = 2 * angle / (2.25 * kTurn);
    return Part{radius * std::cos(angle), radius * std::sin(angle)};
  });
}

std::vector<Part> checkerboard() {
  std::vector<Part> parts;
  for (int row = 0; row < 4; ++row)
    for (int column = row % 2; column < 4; column += 2) parts.push_back({column - 1.5, row - 1.5});
  return parts;
}

/// ring8 and grid25 as PacGAN has them (Lin et al. 2018, arXiv:1712.04086, 4.1).
const std::map<std::string, PointTarget>& knownTargets() {
  static const std::map<std::string, PointTarget> all{
      {"ring8", {Shape::gaussian, ring(8, 1), 0.01, true, -1.5, 1.5}},
      {"ring8-wide", {Shape::gaussian, ring(8, 1), 0.1, true, -1.75, 1.75}},
      {"grid25", {Shape::gaussian, grid(5, 2), 0.05, true, -5, 5}},
      {"gauss1", {Shape::gaussian, {{0, 0}}, 0.5, true, -2.5, 2.5}},
      {"gauss2", {Shape::gaussian, {{-1, 0}, {1, 0}}, 0.3, true, -2.5, 2.5}},
      {"line2", {Shape::gaussian, {{-1, 0}, {1, 0}}, 0.3, true, -2.5, 2.5, true}},
      {"line3", {Shape::gaussian, {{-1.5, 0}, {0, 0}, {1.5, 0}}, 0.2, true, -2.5, 2.5, true}},
      {"moons", {Shape::gaussian, moons(), 0.08, false, -2, 2}},
      {"spiral", {Shape::gaussian, spiral(), 0.06, false, -2.5, 2.5}},
      {"pinwheel", {Shape::gaussian, pinwheel(), 0.12, false, -2.75, 2.75}},
      {"checkerboard", {Shape::square, checkerboard(), 0.5, false, -2.5, 2.5}},
      {"swissroll", {Shape::gaussian, swissRoll(), 0.08, false, -2.5, 2.5}},
  };
  return all;
}

/// Two normal numbers at once (Box & Muller 1958).
Part normal(Draw& draw) {
  const double radius = std::sqrt(-2 * std::log(draw.uniform())), angle = kTurn * draw.uniform();
  return {radius * std::cos(angle), radius * std::sin(angle)};
}

constexpr std::size_t kMostPoints = 4000;         // parts of a kernel density: more make every picture of it slow
constexpr std::size_t kMostLines = 10'000'000;
constexpr std::size_t kLongestLine = 1000;
constexpr double kFarthest = 1e6;

/// The numbers of a line, or nothing where there is a word in it.
std::optional<std::vector<double>> numbersOf(const std::string& line) {
  std::vector<double> numbers;
  for (std::size_t at = 0; at < line.size();) {
    if (std::string_view(", ;\t\r").find(line[at]) != std::string_view::npos) {
      ++at;
      continue;
    }
    double number = 0;
    const auto* begin = line.data() + at + (line[at] == '+' ? 1 : 0);
    const auto [end, error] = std::from_chars(begin, line.data() + line.size(), number);
    if (error != std::errc() || (end != line.data() + line.size() && std::string_view(", ;\t\r").find(*end) == std::string_view::npos)) return std::nullopt;
    numbers.push_back(number);
    at = static_cast<std::size_t>(end - line.data());
  }
  return numbers;
}

/// Bandwidth of a kernel density in two dimensions: n^(-1/6) times the deviation (Scott 1992, 6.43), and a view that holds it.
PointTarget kernelDensity(std::vector<Part> points) {
  const auto n = static_cast<double>(points.size());
  double meanX = 0, meanY = 0, variance = 0, farthest = 0;
  for (const auto& p : points) meanX += p.x / n, meanY += p.y / n;
  for (const auto& p : points) {
    variance += ((p.x - meanX) * (p.x - meanX) + (p.y - meanY) * (p.y - meanY)) / (2 * n);
    farthest = std::max({farthest, std::abs(p.x), std::abs(p.y)});
  }
  // A figure that was drawn is thin: the bandwidth of a Gaussian cloud would blur it away.
  const double spread = std::max(std::sqrt(variance) * std::pow(n, -1.0 / 6) * 0.25, 1e-6);
  const double reach = (farthest + 4 * spread) * 1.1;
  return {Shape::gaussian, std::move(points), spread, false, -reach, reach};
}

}  // namespace

double PointTarget::density(double x, double y) const {
  double sum = 0;
  for (const auto& part : parts) {
    const double dx = x - part.x, dy = y - part.y;
    if (line) sum += std::abs(y) < 1 ? std::exp(-dx * dx / (2 * spread * spread)) / (spread * std::sqrt(kTurn)) / 2 : 0;
    else if (shape == Shape::square) sum += std::abs(dx) <= spread && std::abs(dy) <= spread ? 1 / (4 * spread * spread) : 0;
    else sum += std::exp(-(dx * dx + dy * dy) / (2 * spread * spread)) / (kTurn * spread * spread);
  }
  return sum / static_cast<double>(parts.size());
}

int PlaneGrid::cellOf(double x, double y) const {
  const double column = std::floor((x - xLow) / (xHigh - xLow) * columns), row = std::floor((y - yLow) / (yHigh - yLow) * rows);
  return column >= 0 && column < columns && row >= 0 && row < rows ? static_cast<int>(row) * columns + static_cast<int>(column) : -1;
}

/// A part's share of a cell is the product of its shares of the cell's column and row.
std::vector<double> PointTarget::masses(const PlaneGrid& grid) const {
  const auto below = [&](double distance) {   // share of a part on this side of a place so far from its centre
    return shape == Shape::square ? std::clamp(0.5 + distance / (2 * spread), 0.0, 1.0) : 0.5 * std::erfc(-distance / (spread * std::numbers::sqrt2));
  };
  const auto shares = [&](double centre, double low, double high, int n) {
    std::vector<double> all;
    for (int i = 0; i < n; ++i) all.push_back(below(low + (high - low) * (i + 1) / n - centre) - below(low + (high - low) * i / n - centre));
    return all;
  };
  const auto strip = [](const PlaneGrid& on) {   // share of (-1,1) in each row
    std::vector<double> all;
    const double step = (on.yHigh - on.yLow) / on.rows;
    for (int i = 0; i < on.rows; ++i) all.push_back(std::max(0.0, std::min(1.0, on.yLow + (i + 1) * step) - std::max(-1.0, on.yLow + i * step)) / 2);
    return all;
  };
  std::vector<double> masses(static_cast<std::size_t>(grid.cells()), 0);
  for (const auto& part : parts) {
    const auto across = shares(part.x, grid.xLow, grid.xHigh, grid.columns), up = line ? strip(grid) : shares(part.y, grid.yLow, grid.yHigh, grid.rows);
    for (int row = 0; row < grid.rows; ++row) {
      const double share = up[static_cast<std::size_t>(row)] / static_cast<double>(parts.size());
      if (share < 1e-18) continue;
      for (int column = 0; column < grid.columns; ++column) masses[static_cast<std::size_t>(row * grid.columns + column)] += share * across[static_cast<std::size_t>(column)];
    }
  }
  return masses;
}

std::pair<std::size_t, double> PointTarget::nearest(double x, double y) const {
  std::pair<std::size_t, double> best{0, INFINITY};
  for (std::size_t k = 0; k < parts.size(); ++k) {
    const double dx = x - parts[k].x, dy = line ? 0 : y - parts[k].y, distance = dx * dx + dy * dy;
    if (distance < best.second) best = {k, distance};
  }
  return best;
}

std::vector<float> PointTarget::sample(std::int64_t count, std::uint64_t seed) const {
  Draw draw(seed);
  std::vector<float> points;
  points.reserve(static_cast<std::size_t>(2 * count));
  for (std::int64_t i = 0; i < count; ++i) {
    const auto& part = parts[draw.below(parts.size())];
    auto offset = shape == Shape::square ? Part{2 * draw.uniform() - 1, 2 * draw.uniform() - 1} : normal(draw);
    points.push_back(static_cast<float>(part.x + spread * offset.x));
    points.push_back(static_cast<float>(line ? 2 * draw.uniform() - 1 : part.y + spread * offset.y));
  }
  return points;
}

const std::vector<std::string>& pointTargetNames() {
  static const auto names = [] {
    std::vector<std::string> all;
    for (const auto& [name, target] : knownTargets()) all.push_back(name);
    return all;
  }();
  return names;
}

PointTarget pointTarget(const std::string& name) {
  const auto found = knownTargets().find(name);
  if (found == knownTargets().end()) throw std::invalid_argument("no points are called \"" + name + "\"");
  return found->second;
}

namespace {

/// The same in every language.
std::string numberText(double value) {
  std::array<char, 32> text{};
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 6).ptr};
}

}  // namespace

Result<std::string> pointsAsText(std::span<const double> points) {
  std::string text = "x,y\n";
  bool differ = false;
  for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
    if (!std::isfinite(points[i]) || !std::isfinite(points[i + 1])) return Error{ErrorKind::usage, sentence("A point that was drawn is not a place of the plane. Draw it again."), {}};
    differ = differ || points[i] != points[0] || points[i + 1] != points[1];
    text += numberText(points[i]) + "," + numberText(points[i + 1]) + "\n";
  }
  if (!differ) return Error{ErrorKind::usage, sentence("A distribution needs at least two points that differ. Draw some more."), {}};
  return text;
}

Result<DrawnPoints> readPoints(const std::filesystem::path& csv) {
  const auto wrong = [&](Sentence message) { return Error{ErrorKind::input, std::move(message), {}}; };
  const auto file = inQuotes(csv.string());
  std::ifstream in(csv);
  if (!in) return wrong(sentence("%1 cannot be read.", file));
  std::vector<Part> points;
  std::size_t every = 1, seen = 0, number = 0;
  for (std::string line; std::getline(in, line);) {
    if (++number > kMostLines) break;
    if (line.size() > kLongestLine) return wrong(sentence("%1 line %2 is not a point: it is longer than any. Write x and y in each line.", file, number));
    const auto values = numbersOf(line);
    if (!values && number == 1) continue;   // a heading
    if (!values) return wrong(sentence("%1 line %2 is not a point: there is something else than numbers in it. Write x and y in each line.", file, number));
    if (values->empty()) continue;
    if (values->size() != 2) return wrong(sentence("%1 line %2 has %3 numbers instead of two. Write x and y in each line.", file, number, values->size()));
    const Part point{(*values)[0], (*values)[1]};
    if (!(std::abs(point.x) <= kFarthest && std::abs(point.y) <= kFarthest))
      return wrong(sentence("%1 line %2 is not a point of the plane: its numbers must be finite and no larger than a million.", file, number));
    if (seen++ % every != 0) continue;
    points.push_back(point);
    if (points.size() <= 2 * kMostPoints) continue;
    for (std::size_t i = 0; 2 * i < points.size(); ++i) points[i] = points[2 * i];   // every second of those taken so far
    points.resize((points.size() + 1) / 2);
    every *= 2;
  }
  const bool differ = std::any_of(points.begin(), points.end(), [&](const Part& p) { return p.x != points[0].x || p.y != points[0].y; });
  if (points.empty()) return wrong(sentence("%1 holds no points. Write x and y of at least two in it, one a line.", file));
  if (!differ) return wrong(sentence("%1 holds only one point. A distribution needs at least two that differ.", file));
  DrawnPoints drawn;
  if (every > 1) drawn.warnings.push_back(sentence("Of the points in %1 every %2th was taken; so many are enough to know their density.", file, every));
  if (number > kMostLines) drawn.warnings.push_back(sentence("%1 has more than ten million lines; the rest was not read.", file));
  drawn.target = kernelDensity(std::move(points));
  return drawn;
}

}  // namespace ganvas
