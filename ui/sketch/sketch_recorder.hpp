// Keeps drawing and picture as they change, to be saved as a film. GUI thread.
#pragma once

#include <QImage>
#include <QObject>
#include <vector>

#include "engine/api/sketch.hpp"

namespace ganvas::ui {

class SketchRecorder : public QObject {
  Q_OBJECT
 public:
  static constexpr int kSide = 256;          ///< px of drawing and picture in the film
  static constexpr std::size_t kMost = 900;  ///< pictures; beyond it every second one is left out

  using QObject::QObject;

  void start();
  /// What was recorded, a moment longer at its end; it records no more.
  Animation stop();
  bool recording() const { return recording_; }
  std::size_t count() const { return frames_.size(); }
  /// Ink beside what was painted from it.
  void add(const Paper& paper, const QImage& painted);

 signals:
  void changed();

 private:
  std::vector<Frame> frames_;
  bool recording_ = false;
  int every_ = 1, passed_ = 0;
};

/// Drawing and picture side by side, each `side` px.
QImage besideEachOther(const Paper& paper, const QImage& painted, int side);

}  // namespace ganvas::ui
