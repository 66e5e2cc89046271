// The chips above a plot: which line is which, its value at the cursor, hidden or shown by a click. GUI thread.
#pragma once

#include <QAbstractButton>
#include <QWidget>
#include <vector>

#include "ui/train/curve_style.hpp"

namespace ganvas::ui {

class CurveChip : public QAbstractButton {
  Q_OBJECT
 public:
  CurveChip(const SeriesInfo& info, CurveStyle style, QWidget* parent);
  void setCurveStyle(CurveStyle style);
  void setValue(const QString& value);
  QString value() const { return value_; }
  QString sentence() const { return sentence_; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 signals:
  void explained(const QString& sentence);   ///< pointed at or focused; empty: no longer

 protected:
  void paintEvent(QPaintEvent*) override;
  void enterEvent(QEnterEvent*) override;
  void leaveEvent(QEvent*) override;
  void focusInEvent(QFocusEvent*) override;
  void focusOutEvent(QFocusEvent*) override;

 private:
  CurveStyle style_;
  QString value_, sentence_;
};

/// Chips in as many lines as the width asks for.
class CurveLegend : public QWidget {
  Q_OBJECT
 public:
  explicit CurveLegend(const QString& title, QWidget* parent = nullptr);
  CurveChip* addChip(const SeriesInfo& info, CurveStyle style);
  const std::vector<CurveChip*>& chips() const { return chips_; }

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override { return arrange(width, false); }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent*) override;
  void paintEvent(QPaintEvent*) override;

 private:
  int arrange(int width, bool move) const;   ///< returns the height
  int titleWidth() const;

  QString title_;
  std::vector<CurveChip*> chips_;
};

}  // namespace ganvas::ui
