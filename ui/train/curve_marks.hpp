// What is drawn over the curves of a plot: guide lines, marks of edits, the cursor; and its tick labels.
// Included by curve_plot.cpp only, because it needs QCustomPlot's header. GUI thread.
#pragma once

#include <qcustomplot.h>

#include <optional>
#include <vector>

namespace ganvas::ui {

/// Guide lines with their names, and a vertical line with a flag at each step where a parameter was edited.
class CurveMarks : public QCPAbstractItem {
 public:
  struct Guide {
    QString name;
    double value = 0;
    bool operator==(const Guide&) const = default;
  };
  explicit CurveMarks(QCustomPlot* plot);
  void setGuides(std::vector<Guide> guides) { guides_ = std::move(guides); }
  void setSteps(std::vector<double> steps) { steps_ = std::move(steps); }
  /// Said in the middle of a plot that has no point yet.
  void setEmptyText(QString text) { emptyText_ = std::move(text); }
  const std::vector<Guide>& guides() const { return guides_; }
  double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

 protected:
  void draw(QCPPainter* painter) override;

 private:
  void drawGuides(QCPPainter* painter, const QRect& area) const;
  void drawEdits(QCPPainter* painter, const QRect& area) const;
  std::vector<Guide> guides_;
  std::vector<double> steps_;
  QString emptyText_;
};

/// A vertical line at a step with a dot on each curve. Lies on a layer of its own, so that moving it redraws nothing else.
class CurveCursor : public QCPAbstractItem {
 public:
  struct Dot {
    double value = 0;
    QColor colour;
  };
  explicit CurveCursor(QCustomPlot* plot);
  void set(std::optional<double> step, std::vector<Dot> dots);
  bool shown() const { return step_.has_value(); }
  double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }

 protected:
  void draw(QCPPainter* painter) override;

 private:
  std::optional<double> step_;
  std::vector<Dot> dots_;
};

/// Ticks at round numbers, also on a logarithmic axis of less than two decades, where powers of ten alone leave it bare.
class CurveTicker : public QCPAxisTicker {
 public:
  enum class Labels { steps, values };
  explicit CurveTicker(Labels labels) : labels_(labels) {}
  void setLogarithmic(bool on) { logarithmic_ = on; }

 protected:
  int getSubTickCount(double) override { return 0; }
  QVector<double> createTickVector(double step, const QCPRange& range) override;
  QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override;

 private:
  Labels labels_;
  bool logarithmic_ = false;
};

}  // namespace ganvas::ui
