// A drawing while it is made: its strokes, the ink on the engine's paper, what can be undone, and the pen in hand. Knows no widget; places are
// in units of the paper. GUI thread.
#pragma once

#include <QObject>
#include <QPointF>
#include <QRect>
#include <memory>
#include <vector>

#include "engine/api/sketch.hpp"

namespace ganvas {
class Engine;
}

namespace ganvas::ui {

/// What is drawn is drawn again on the other side of lines through the paper's middle.
enum class Symmetry { none, leftRight, upDown, both };

class SketchBoard : public QObject {
  Q_OBJECT
 public:
  static constexpr int kSide = 512;   ///< of the paper

  explicit SketchBoard(const Engine& engine, QObject* parent = nullptr);

  const Sketch& sketch() const { return sketch_; }
  const Paper& paper() const { return *paper_; }
  bool blank() const { return sketch_.strokes.empty() && !drawing(); }

  // the pen in hand
  void setTool(SketchTool tool);
  SketchTool tool() const { return tool_; }
  void setSize(double units);
  double size() const { return size_; }
  /// 0: the line follows the hand; towards 1 it lags behind and irons out its trembling.
  void setSmoothing(double smoothing) { smoothing_ = smoothing; }
  double smoothing() const { return smoothing_; }
  void setSymmetry(Symmetry symmetry);
  Symmetry symmetry() const { return symmetry_; }

  /// Puts the pen down. `erases`: the other end of it, whatever the tool.
  void begin(QPointF at, double pressure, bool erases = false);
  void move(QPointF at, double pressure);
  void end();
  /// As if the pen had never come down.
  void cancel();
  bool drawing() const { return !under_.empty(); }

  bool canUndo() const { return !done_.empty(); }
  bool canRedo() const { return !undone_.empty(); }
  void undo();
  void redo();
  void clear();
  /// Another drawing instead; can be undone. Fitted onto the paper.
  void replace(const Sketch& sketch);

 signals:
  void inkChanged(const QRect& area);    ///< pixels of the paper
  void changed();                        ///< a stroke is finished, taken back or brought back: what a file would hold
  void begun();                          ///< another drawing: cleared, or replaced
  void toolChanged();

 private:
  /// What one undo takes back: strokes at the end that went, and those that came instead.
  struct Step {
    std::vector<SketchStroke> removed, added;
  };
  std::vector<SketchPoint> mirrored(const SketchPoint& point) const;
  bool freehand() const { return !under_.empty() && (under_.front().tool == SketchTool::pen || under_.front().tool == SketchTool::eraser); }
  void extend(const SketchPoint& point);
  void redrawShapes();
  void apply(Step step);
  void swapEnd(std::size_t remove, const std::vector<SketchStroke>& add);
  void keepMoment(std::size_t count);
  void redrawFrom(std::size_t count);
  std::vector<std::uint8_t> ink() const;

  Sketch sketch_;
  std::unique_ptr<Paper> paper_;
  std::vector<Step> done_, undone_;
  std::vector<std::pair<std::size_t, std::vector<std::uint8_t>>> moments_;   // the ink after so many strokes, fewest first
  std::vector<SketchStroke> under_;        // the pen's strokes now on the paper, one for each mirror
  std::vector<std::uint8_t> before_;       // the ink when it came down
  QRect shapeArea_;
  QPointF pen_, lagging_;                  // where it is, and where the smoothed line has got to
  double lastPressure_ = 1;
  SketchTool tool_ = SketchTool::pen;
  double size_ = 6, smoothing_ = 0.4;
  Symmetry symmetry_ = Symmetry::none;
};

}  // namespace ganvas::ui
