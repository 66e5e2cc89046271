#include "ui/sketch/sketch_board.hpp"

#include <algorithm>
#include <cmath>

#include "engine/api/engine.hpp"

namespace ganvas::ui {
namespace {

constexpr double kLeastStep = 1;            // units between points of a stroke
constexpr std::size_t kMomentEvery = 12;    // strokes drawn again at most for one undo, of drawings of some hundred; then a fortieth of them
constexpr std::size_t kMostMoments = 80;    // a quarter of a megabyte each

QRect rectOf(const PaperArea& area) { return {area.left, area.top, area.width, area.height}; }
SketchPoint pointOf(QPointF at, double pressure) { return {static_cast<float>(at.x()), static_cast<float>(at.y()), static_cast<float>(pressure)}; }

}  // namespace

SketchBoard::SketchBoard(const Engine& engine, QObject* parent) : QObject(parent), sketch_{kSide, kSide, {}}, paper_(engine.newPaper(kSide, kSide)) {}

std::vector<std::uint8_t> SketchBoard::ink() const { return {paper_->ink(), paper_->ink() + static_cast<std::ptrdiff_t>(paper_->width()) * paper_->height()}; }

void SketchBoard::setTool(SketchTool tool) {
  if (tool == tool_) return;
  end();
  tool_ = tool;
  emit toolChanged();
}

void SketchBoard::setSize(double units) {
  size_ = std::clamp(units, 1.0, 128.0);
  emit toolChanged();
}

void SketchBoard::setSymmetry(Symmetry symmetry) {
  end();
  symmetry_ = symmetry;
  emit toolChanged();
}

std::vector<SketchPoint> SketchBoard::mirrored(const SketchPoint& point) const {
  const auto acrossX = [this](SketchPoint p) { p.x = static_cast<float>(sketch_.width) - p.x; return p; };
  const auto acrossY = [this](SketchPoint p) { p.y = static_cast<float>(sketch_.height) - p.y; return p; };
  std::vector<SketchPoint> all{point};
  if (symmetry_ == Symmetry::leftRight || symmetry_ == Symmetry::both) all.push_back(acrossX(point));
  if (symmetry_ == Symmetry::upDown || symmetry_ == Symmetry::both) all.push_back(acrossY(point));
  if (symmetry_ == Symmetry::both) all.push_back(acrossX(acrossY(point)));
  return all;
}

void SketchBoard::begin(QPointF at, double pressure, bool erases) {
  end();
  const auto tool = erases ? SketchTool::eraser : tool_;
  const bool shape = tool == SketchTool::line || tool == SketchTool::rectangle || tool == SketchTool::ellipse;
  if (shape) pressure = 1;   // as wide at its end as at its beginning
  before_ = ink();
  pen_ = lagging_ = at;
  lastPressure_ = pressure;
  shapeArea_ = {};
  for (const auto& point : mirrored(pointOf(at, pressure))) {
    SketchStroke stroke{tool, static_cast<float>(size_), {point}};
    if (shape) stroke.points.push_back(point);
    under_.push_back(std::move(stroke));
  }
  if (tool == SketchTool::fill) return end();
  if (!freehand()) return redrawShapes();
  for (const auto& stroke : under_) emit inkChanged(rectOf(paper_->extend(stroke, 0)));
}

void SketchBoard::extend(const SketchPoint& point) {
  const auto points = mirrored(point);
  for (std::size_t i = 0; i < under_.size(); ++i) {
    under_[i].points.push_back(points[i]);
    emit inkChanged(rectOf(paper_->extend(under_[i], under_[i].points.size() - 1)));
  }
}

void SketchBoard::redrawShapes() {
  paper_->restore(before_);
  QRect area;
  for (const auto& stroke : under_) area |= rectOf(paper_->add(stroke));
  emit inkChanged(area | shapeArea_);
  shapeArea_ = area;
}

void SketchBoard::move(QPointF at, double pressure) {
  if (!drawing()) return;
  if (!freehand()) {
    const auto points = mirrored(pointOf(at, 1));
    for (std::size_t i = 0; i < under_.size(); ++i) under_[i].points.back() = points[i];
    return redrawShapes();
  }
  const auto& last = under_.front().points.back();
  pen_ = at;
  lagging_ += (at - lagging_) * (1 - smoothing_);
  lastPressure_ = pressure;
  if (std::hypot(lagging_.x() - last.x, lagging_.y() - last.y) < kLeastStep) return;
  extend(pointOf(lagging_, pressure));
}

void SketchBoard::end() {
  if (!drawing()) return;
  if (freehand()) {
    const auto& last = under_.front().points.back();
    if (std::hypot(pen_.x() - last.x, pen_.y() - last.y) >= kLeastStep / 2) extend(pointOf(pen_, lastPressure_));   // the line catches up
    for (const auto& stroke : under_) emit inkChanged(rectOf(paper_->finish(stroke)));
  } else if (under_.front().tool == SketchTool::fill) {
    for (const auto& stroke : under_) emit inkChanged(rectOf(paper_->add(stroke)));
  }
  auto added = std::exchange(under_, {});
  if (ink() == before_) return emit inkChanged({});   // a fill on ink, the eraser on white: nothing to undo
  done_.push_back({{}, added});
  undone_.clear();
  for (auto& stroke : added) sketch_.strokes.push_back(std::move(stroke));
  keepMoment(sketch_.strokes.size());
  emit changed();
}

void SketchBoard::cancel() {
  if (!drawing()) return;
  under_.clear();
  paper_->restore(before_);
  emit inkChanged(QRect(0, 0, paper_->width(), paper_->height()));
}

/// The ink of the first `count` strokes, which is what the paper shows.
void SketchBoard::keepMoment(std::size_t count) {
  if (count < (moments_.empty() ? 0 : moments_.back().first) + kMomentEvery) return;
  moments_.emplace_back(count, ink());
  if (moments_.size() <= kMostMoments) return;
  std::size_t place = 0;
  std::erase_if(moments_, [&place](const auto&) { return place++ % 2 == 1; });   // the first and the newest stay
}

/// The ink of all strokes, the first `count` of which are as they were.
void SketchBoard::redrawFrom(std::size_t count) {
  while (!moments_.empty() && moments_.back().first > count) moments_.pop_back();
  std::size_t at = 0;
  if (moments_.empty()) paper_->clear();
  else paper_->restore(moments_.back().second), at = moments_.back().first;
  while (at < sketch_.strokes.size()) {
    paper_->add(sketch_.strokes[at]);
    keepMoment(++at);
  }
  emit inkChanged(QRect(0, 0, paper_->width(), paper_->height()));
}

void SketchBoard::swapEnd(std::size_t remove, const std::vector<SketchStroke>& add) {
  const auto stays = sketch_.strokes.size() - remove;
  sketch_.strokes.resize(stays);
  sketch_.strokes.insert(sketch_.strokes.end(), add.begin(), add.end());
  redrawFrom(stays);
}

void SketchBoard::undo() {
  if (drawing()) return cancel();
  if (done_.empty()) return;
  auto step = std::move(done_.back());
  done_.pop_back();
  swapEnd(step.added.size(), step.removed);
  undone_.push_back(std::move(step));
  emit changed();
}

void SketchBoard::redo() {
  end();
  if (undone_.empty()) return;
  auto step = std::move(undone_.back());
  undone_.pop_back();
  swapEnd(step.removed.size(), step.added);
  done_.push_back(std::move(step));
  emit changed();
}

void SketchBoard::apply(Step step) {
  swapEnd(step.removed.size(), step.added);
  done_.push_back(std::move(step));
  undone_.clear();
  emit begun();
  emit changed();
}

void SketchBoard::clear() {
  cancel();
  if (sketch_.strokes.empty()) return;
  apply({sketch_.strokes, {}});
}

void SketchBoard::replace(const Sketch& sketch) {
  cancel();
  const double scale = std::min(static_cast<double>(sketch_.width) / std::max(1, sketch.width), static_cast<double>(sketch_.height) / std::max(1, sketch.height));
  const double left = (sketch_.width - scale * sketch.width) / 2, top = (sketch_.height - scale * sketch.height) / 2;
  auto strokes = sketch.strokes;
  for (auto& stroke : strokes) {
    stroke.size = static_cast<float>(stroke.size * scale);
    for (auto& point : stroke.points) point.x = static_cast<float>(left + scale * point.x), point.y = static_cast<float>(top + scale * point.y);
  }
  apply({sketch_.strokes, std::move(strokes)});
}

}  // namespace ganvas::ui
