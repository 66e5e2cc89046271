#include "engine/core/svg_curves.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <string_view>

namespace ganvas {
namespace {

// Okabe and Ito 2008: told apart with any colour vision. Each role keeps its colour everywhere.
constexpr const char* kInk = "#1f2328";
constexpr const char* kFaintInk = "#6b7280";
constexpr const char* kGridLine = "#e5e7eb";
constexpr std::array kOtherColours = {"#56B4E9", "#E69F00", "#CC79A7", "#000000"};
constexpr std::array kDashes = {"none", "7 4", "2 3", "10 3 2 3"};
constexpr std::size_t kSmoothed = 50;  // a curve of fewer points (a metric at intervals) is drawn as it is
constexpr int kLeft = 72, kRight = 232, kTop = 44, kBottom = 40, kHeading = 44;

const char* colourOf(Role role, std::size_t others) {
  switch (role) {
    case Role::generator:
      return "#0072B2";
    case Role::discriminator:
      return "#D55E00";
    case Role::real:
      return "#009E73";
    case Role::frozen:
      return kFaintInk;
    case Role::encoder:
    case Role::none:
      break;
  }
  return kOtherColours[others % kOtherColours.size()];
}

struct Point {
  double x, y;
};

struct Curve {
  const SeriesInfo* info = nullptr;
  std::vector<Point> points;  // by step; NaN and infinity break the line
  const char* colour = kInk;
  const char* dash = "none";
};

struct Range {
  double low = 0, high = 1;
};

/// Fewer digits than a double has, without trailing zeros and without the locale.
std::string shortNumber(double value, int digits = 4) {
  std::array<char, 40> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value == 0 ? 0.0 : value, std::chars_format::general, digits).ptr;
  return std::string(text.data(), end);
}

std::string pixels(double value) {
  std::array<char, 40> text;
  return std::string(text.data(), std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 1).ptr);
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

std::string textAt(double x, double y, const std::string& text, const char* anchor, const char* colour, int size,
                   const char* weight = "400") {
  return "<text x=\"" + pixels(x) + "\" y=\"" + pixels(y) + "\" text-anchor=\"" + anchor + "\" fill=\"" + colour + "\" font-size=\"" +
         std::to_string(size) + "\" font-weight=\"" + weight + "\">" + escaped(text) + "</text>\n";
}

std::string lineAt(double x1, double y1, double x2, double y2, const char* colour, const char* extra = "") {
  return "<line x1=\"" + pixels(x1) + "\" y1=\"" + pixels(y1) + "\" x2=\"" + pixels(x2) + "\" y2=\"" + pixels(y2) + "\" stroke=\"" +
         colour + "\" " + extra + "/>\n";
}

Range widened(Range range) {
  if (range.high > range.low) return range;
  const double room = range.low == 0 ? 1 : std::abs(range.low) * 0.1;
  return {range.low - room, range.high + room};
}

/// All values but outliers that would press the rest flat: those further from the middle 99 % than that is high. `outside` counts them.
Range valueRange(const std::vector<Curve>& curves, std::size_t& outside) {
  std::vector<double> values;
  for (const auto& curve : curves) {
    for (const auto& point : curve.points) {
      if (std::isfinite(point.y)) values.push_back(point.y);
    }
    for (const auto& [name, y] : curve.info->guides) values.push_back(y);
  }
  outside = 0;
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) { return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))]; };
  Range all{values.front(), values.back()};
  const Range middle{at(0.005), at(0.995)};
  constexpr std::size_t kFew = 200;  // below that no value is so rare that it may be left out
  if (const double height = middle.high - middle.low; height > 0 && values.size() >= kFew) {
    const auto first = std::lower_bound(values.begin(), values.end(), middle.low - height);
    const auto last = std::upper_bound(values.begin(), values.end(), middle.high + height);
    outside = values.size() - static_cast<std::size_t>(last - first);
    all = {*first, *(last - 1)};
  }
  all = widened(all);
  const double margin = 0.05 * (all.high - all.low);
  return {all.low - margin, all.high + margin};
}

std::vector<Point> smoothed(const std::vector<Point>& points, double weight) {
  std::vector<Point> out;
  out.reserve(points.size());
  double average = 0, mass = 0;  // the mass corrects for the empty past at the start (Kingma and Ba 2015, section 3)
  for (const auto& point : points) {
    if (std::isfinite(point.y)) {
      average = weight * average + (1 - weight) * point.y;
      mass = weight * mass + (1 - weight);
    }
    out.push_back({point.x, std::isfinite(point.y) ? average / mass : point.y});
  }
  return out;
}

/// Maps steps and values to pixels of one plot.
class Axes {
 public:
  Axes(Range x, Range y, bool logX, double left, double top, double width, double height)
      : x_(logX ? Range{std::log10(x.low), std::log10(x.high)} : x),
        y_(y),
        logX_(logX),
        left_(left),
        top_(top),
        width_(width),
        height_(height) {
    x_ = widened(x_);
  }
  double px(double x) const { return left_ + width_ * ((logX_ ? std::log10(std::max(x, 1.0)) : x) - x_.low) / (x_.high - x_.low); }
  double py(double y) const { return top_ + height_ * (1 - (y - y_.low) / (y_.high - y_.low)); }
  double left() const { return left_; }
  double right() const { return left_ + width_; }
  double top() const { return top_; }
  double bottom() const { return top_ + height_; }
  Range y() const { return y_; }

  std::vector<double> xTicks() const {
    if (!logX_) return niceTicks(x_.low, x_.high, 8);
    std::vector<double> ticks;
    for (double decade = std::ceil(x_.low - 1e-9); decade <= x_.high + 1e-9; ++decade) ticks.push_back(std::pow(10.0, decade));
    return ticks;
  }

 private:
  Range x_, y_;
  bool logX_;
  double left_, top_, width_, height_;
};

/// One column of pixels holds at most its first, lowest, highest and last point: the picture is the same and the file small.
std::string polylines(const std::vector<Point>& points, const Axes& axes, const std::string& attributes) {
  std::string out, run;
  std::vector<Point> column;
  const auto flushColumn = [&] {
    if (column.empty()) return;
    const auto [low, high] = std::minmax_element(column.begin(), column.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
    std::vector<std::size_t> keep = {0, static_cast<std::size_t>(low - column.begin()), static_cast<std::size_t>(high - column.begin()),
                                     column.size() - 1};
    std::sort(keep.begin(), keep.end());
    keep.erase(std::unique(keep.begin(), keep.end()), keep.end());
    for (const auto i : keep) run += (run.empty() ? "" : " ") + pixels(column[i].x) + "," + pixels(column[i].y);
    column.clear();
  };
  const auto flushRun = [&] {
    flushColumn();
    if (run.empty()) return;
    if (run.find(' ') == std::string::npos) run += " " + run;  // a single point: a dot, by way of the round cap
    out += "<polyline points=\"" + run + "\" " + attributes + "/>\n";
    run.clear();
  };
  for (const auto& point : points) {
    if (!std::isfinite(point.y)) {
      flushRun();
      continue;
    }
    const Point at{axes.px(point.x), std::clamp(axes.py(point.y), axes.top() - 1e4, axes.bottom() + 1e4)};
    if (!column.empty() && std::floor(column.front().x) != std::floor(at.x)) flushColumn();
    column.push_back(at);
  }
  flushRun();
  return out;
}

std::string frameOf(const Axes& axes, const std::string& heading) {
  std::string out = textAt(axes.left(), axes.top() - 14, heading, "start", kInk, 15, "600");
  for (const double y : niceTicks(axes.y().low, axes.y().high, 6)) {
    out += lineAt(axes.left(), axes.py(y), axes.right(), axes.py(y), kGridLine);
    out += textAt(axes.left() - 8, axes.py(y) + 4, shortNumber(y), "end", kFaintInk, 12);
  }
  for (const double x : axes.xTicks()) {
    out += lineAt(axes.px(x), axes.bottom(), axes.px(x), axes.bottom() + 5, kFaintInk);
    out += textAt(axes.px(x), axes.bottom() + 20, shortNumber(x, 7), "middle", kFaintInk, 12);
  }
  return out + lineAt(axes.left(), axes.bottom(), axes.right(), axes.bottom(), kFaintInk);
}

std::string legendOf(const std::vector<Curve>& curves, const Axes& axes, std::size_t outside) {
  std::string out;
  double y = axes.top() + 8;
  const double x = axes.right() + 20;
  for (const auto& curve : curves) {
    const std::string dash = "stroke-width=\"2\" stroke-dasharray=\"" + std::string(curve.dash) + "\"";
    out += lineAt(x, y - 4, x + 24, y - 4, curve.colour, dash.c_str());
    out += textAt(x + 32, y, curve.info->title.empty() ? curve.info->tag : curve.info->title, "start", kInk, 13);
    y += 20;
  }
  if (outside > 0)
    out +=
        textAt(x, y + 4, std::to_string(outside) + (outside == 1 ? " point lies outside" : " points lie outside"), "start", kFaintInk, 11);
  return out;
}

std::map<std::string, double> guidesOf(const std::vector<Curve>& curves) {
  std::map<std::string, double> guides;
  for (const auto& curve : curves) guides.insert(curve.info->guides.begin(), curve.info->guides.end());
  return guides;
}

/// A white rim keeps the word readable where a curve passes behind it.
std::string guideLabel(const std::string& name, double y, const Axes& axes) {
  auto label = textAt(axes.right() - 6, axes.py(y) - 5, name, "end", kInk, 11);
  return label.insert(5, " stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\" stroke-linejoin=\"round\"");
}

std::string plot(const std::vector<Curve>& curves, const std::string& heading, Range steps, double top, const CurvesStyle& style,
                 std::size_t number) {
  std::size_t outside = 0;
  const Range values = valueRange(curves, outside);
  const Axes axes(steps, values, style.logarithmicX, kLeft, top + kTop, style.width - kLeft - kRight, style.plotHeight - kTop - kBottom);
  const std::string clip = "plot" + std::to_string(number);
  std::string out = frameOf(axes, heading);
  out += "<clipPath id=\"" + clip + "\"><rect x=\"" + pixels(axes.left()) + "\" y=\"" + pixels(axes.top()) + "\" width=\"" +
         pixels(axes.right() - axes.left() + 2) + "\" height=\"" + pixels(axes.bottom() - axes.top()) +
         "\"/></clipPath>\n<g clip-path=\"url(#" + clip + ")\">\n";
  const auto guides = guidesOf(curves);
  for (const auto& [name, y] : guides)
    out += lineAt(axes.left(), axes.py(y), axes.right(), axes.py(y), kFaintInk, "stroke-dasharray=\"3 4\"");
  for (const auto& curve : curves) {
    const std::string look =
        "fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\" stroke=\"" + std::string(curve.colour) + "\"";
    const std::string strong = look + " stroke-width=\"1.8\" stroke-dasharray=\"" + curve.dash + "\"";
    const bool smooth = style.smoothing > 0 && curve.points.size() >= kSmoothed;
    if (smooth) out += polylines(curve.points, axes, look + " stroke-width=\"1\" stroke-opacity=\"0.25\"");
    out += polylines(smooth ? smoothed(curve.points, std::min(style.smoothing, 0.999)) : curve.points, axes, strong);
  }
  for (const auto& [name, y] : guides) out += guideLabel(name, y, axes);
  return out + "</g>\n" + legendOf(curves, axes, outside);
}

/// The curves that have points, by group, groups in the order of `series`.
std::vector<std::pair<std::string, std::vector<Curve>>> grouped(const std::vector<Scalar>& scalars, const std::vector<SeriesInfo>& series) {
  std::map<std::string, std::vector<Point>> byTag;
  for (const auto& scalar : scalars) byTag[scalar.tag].push_back({static_cast<double>(scalar.step), scalar.value});
  std::vector<std::pair<std::string, std::vector<Curve>>> groups;
  for (const auto& info : series) {
    const auto found = byTag.find(info.tag);
    if (found == byTag.end()) continue;
    auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first == info.group; });
    if (group == groups.end()) group = groups.insert(groups.end(), {info.group, {}});
    std::size_t same = 0, others = 0;
    for (const auto& curve : group->second) {
      same += curve.info->role == info.role;
      others += curve.info->role == Role::none || curve.info->role == Role::encoder;
    }
    // A second curve of the same role has the same colour: then the dashes tell them apart.
    const bool coloured = info.role != Role::none && info.role != Role::encoder;
    group->second.push_back(
        {&info, found->second, colourOf(info.role, others), kDashes[(coloured ? same : others / kOtherColours.size()) % kDashes.size()]});
    std::stable_sort(group->second.back().points.begin(), group->second.back().points.end(),
                     [](const auto& a, const auto& b) { return a.x < b.x; });
  }
  return groups;
}

}  // namespace

std::vector<double> niceTicks(double low, double high, int most) {
  std::vector<double> ticks;
  if (!(high > low) || !std::isfinite(high - low) || most < 1) return ticks;
  const double rough = (high - low) / most;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough * (1 - 1e-9)) {
      step = factor * power;
      break;
    }
  }
  for (double n = std::ceil(low / step - 1e-9); n * step <= high + 1e-9 * step && static_cast<int>(ticks.size()) < most + 1; ++n)
    ticks.push_back(n == 0 ? 0 : n * step);
  return ticks;
}

std::string curvesSvg(const std::vector<Scalar>& scalars, const std::vector<SeriesInfo>& series, const CurvesStyle& style) {
  const auto groups = grouped(scalars, series);
  Range steps{0, 1};
  bool first = true;
  for (const auto& [name, curves] : groups) {
    for (const auto& curve : curves) {
      steps.low = first ? curve.points.front().x : std::min(steps.low, curve.points.front().x);
      steps.high = first ? curve.points.back().x : std::max(steps.high, curve.points.back().x);
      first = false;
    }
  }
  if (style.logarithmicX) steps = {std::max(steps.low, 1.0), std::max(steps.high, 10.0)};
  const int heading = style.title.empty() ? 0 : kHeading;
  const int height = std::max(heading + static_cast<int>(groups.size()) * style.plotHeight, 80);
  const std::string size = std::to_string(style.width) + "\" height=\"" + std::to_string(height);
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + size + "\" viewBox=\"0 0 " + std::to_string(style.width) + " " +
                    std::to_string(height) + "\" font-family=\"Inter, 'DejaVu Sans', sans-serif\">\n<rect width=\"" + size +
                    "\" fill=\"#ffffff\"/>\n";
  if (!style.title.empty()) out += textAt(kLeft, 30, style.title, "start", kInk, 18, "600");
  if (groups.empty()) out += textAt(style.width / 2.0, heading + 30, "No points yet", "middle", kFaintInk, 14);
  std::size_t number = 0;
  for (const auto& [name, curves] : groups) {
    const auto unit = curves.front().info->unit;
    out += plot(curves, unit.empty() ? name : name + " (" + unit + ")", steps, heading + static_cast<double>(number) * style.plotHeight,
                style, number);
    ++number;
  }
  return out + "</svg>\n";
}

Result<void> writeCurvesSvg(Storage& storage, const std::filesystem::path& path, const std::vector<Scalar>& scalars,
                            const std::vector<SeriesInfo>& series, const CurvesStyle& style) {
  return storage.writeAtomically(path, std::string_view(curvesSvg(scalars, series, style)));
}

}  // namespace ganvas
