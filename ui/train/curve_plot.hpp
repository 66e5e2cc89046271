// One plot: the curves of one group over steps, their legend, guide lines, marks of edits, the cursor. GUI thread.
#pragma once

#include <QWidget>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "engine/api/session.hpp"
#include "ui/train/curve_style.hpp"

class QCPGraph;
class QCPPainter;
class QCustomPlot;
class QMouseEvent;
class QRubberBand;

namespace ganvas::ui {

class Curve;
class CurveChip;
class CurveLegend;
class CurveMarks;
class CurveCursor;

class CurvePlot : public QWidget {
  Q_OBJECT
 public:
  explicit CurvePlot(const QString& group, QWidget* parent = nullptr);
  ~CurvePlot() override;

  const QString& group() const { return group_; }
  QString title() const;
  void addCurve(std::shared_ptr<Curve> curve);
  std::vector<std::shared_ptr<Curve>> curves() const;   ///< in the order in which they came
  /// Of one of them, in the same order, where something else beside the plot is drawn the same; until another curve comes.
  void setCurveStyle(std::size_t curve, CurveStyle style);
  void takeOverHidden(const CurvePlot& other);           ///< which of the same curves are hidden in another one
  void setEdits(const std::vector<Edit>& edits);

  void setRange(double lower, double upper);
  void setLogX(bool on);
  void setLogY(bool on);
  void setSmoothing(double weight);
  /// The plot's own y range; nothing: it fits what is visible.
  void setValueRange(std::optional<std::pair<double, double>> range);
  void setCursor(std::optional<std::int64_t> step);
  void setReadout(double step);
  void restyle();

  /// Takes from the curves what the present range needs and draws it: soon, or before this returns.
  void refresh(bool now = false);
  /// Into a rectangle of a page: title, names, plot.
  void render(QCPPainter& painter, const QSize& size) const;

  // for tests
  QCustomPlot* plot() const { return plot_; }
  CurveLegend* legend() const { return legend_; }
  std::pair<double, double> valueRange() const;
  QString tooltipAt(double x) const;        ///< of the edit marks near a pixel, or empty
  std::vector<std::pair<QString, double>> visibleGuides() const;

 signals:
  void panned(double fraction);              ///< of the visible width
  void zoomed(double factor, double anchor);
  void boxed(double lower, double upper);
  void fitRequested();
  void hovered(double step);
  void left();
  void clicked(double step);
  void explained(const QString& sentence);

 protected:
  void paintEvent(QPaintEvent*) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Line {
    std::shared_ptr<Curve> curve;
    CurveStyle style;
    QCPGraph* raw = nullptr;     // faint behind, with data only while smoothing is on
    QCPGraph* main = nullptr;
    CurveChip* chip = nullptr;
  };
  void buildPlot();
  void styleLine(Line& line) const;
  void fitValues();
  bool press(const QMouseEvent& event);
  bool move(const QMouseEvent& event);
  bool release(const QMouseEvent& event);
  void takeBox(const QRect& box);
  double stepAt(double x) const;

  QString group_;
  std::vector<Line> lines_;
  std::vector<Edit> edits_;
  QCustomPlot* plot_ = nullptr;
  CurveLegend* legend_ = nullptr;
  CurveMarks* marks_ = nullptr;
  CurveCursor* cursor_ = nullptr;
  QRubberBand* band_ = nullptr;
  bool logX_ = false, logY_ = false, smoothed_ = true;
  std::optional<std::pair<double, double>> fixedValues_;
  QPoint pressed_;
  double dragX_ = 0;
  enum class Drag { none, maybe, pan, box } drag_ = Drag::none;
};

}  // namespace ganvas::ui
