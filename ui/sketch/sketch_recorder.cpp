#include "ui/sketch/sketch_recorder.hpp"

#include <QPainter>

#include "ui/bridge/images.hpp"

namespace ganvas::ui {
namespace {

constexpr int kMilliseconds = 80;
constexpr int kLast = 12;   // times that the last picture is shown

}  // namespace

QImage besideEachOther(const Paper& paper, const QImage& painted, int side) {
  QImage both(2 * side, side, QImage::Format_RGB32);
  both.fill(Qt::white);
  QPainter painter(&both);
  const QImage ink(paper.ink(), paper.width(), paper.height(), paper.width(), QImage::Format_Grayscale8);
  painter.drawImage(0, 0, ink.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation));
  if (!painted.isNull()) painter.drawImage(side, 0, painted.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation));
  return both;
}

void SketchRecorder::start() {
  frames_.clear();
  recording_ = true;
  every_ = 1, passed_ = 0;
  emit changed();
}

void SketchRecorder::add(const Paper& paper, const QImage& painted) {
  if (!recording_ || passed_++ % every_ != 0) return;
  if (frames_.size() == kMost) {
    for (std::size_t i = 0; i < kMost / 2; ++i) frames_[i] = frames_[2 * i];
    frames_.resize(kMost / 2);
    every_ *= 2;
  }
  frames_.push_back(toFrame(besideEachOther(paper, painted, kSide)));
  emit changed();
}

Animation SketchRecorder::stop() {
  recording_ = false;
  Animation film{std::move(frames_), kMilliseconds};
  frames_.clear();
  for (int i = 0; i < kLast && !film.frames.empty(); ++i) film.frames.push_back(film.frames.back());
  emit changed();
  return film;
}

}  // namespace ganvas::ui
