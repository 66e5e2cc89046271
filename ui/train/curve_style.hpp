// How a curve looks, and how numbers beside it are written. Never told apart by colour alone: a dash pattern as well. GUI thread.
#pragma once

#include <QColor>
#include <QPen>
#include <QString>
#include <QVector>
#include <vector>

#include "engine/api/family.hpp"
#include "engine/api/session.hpp"

class QPainter;

namespace ganvas::ui {

struct CurveStyle {
  Role role = Role::none;
  int index = 0;              ///< among those of its plot that have no role: picks the colour
  QVector<qreal> dash;        ///< empty: solid

  QColor colour() const;      ///< by the tone in force
  QPen pen() const;           ///< 1 px
  QPen faintPen() const;      ///< the raw line behind a smoothed one
};

/// Styles for the curves of one plot, in order: no two of up to five share a dash pattern.
std::vector<CurveStyle> curveStyles(const std::vector<SeriesInfo>& group);

/// A short piece of the line, as legends show it.
void paintLineSample(QPainter& painter, const QRectF& rect, const CurveStyle& style);

/// 4 significant digits; "–" where there is no number.
QString shortNumber(double value);
/// A step with its thousands apart.
QString stepNumber(std::int64_t step);
/// "Step 1 200: lr_g 0.0002 → 0.0001", for the mark's tooltip.
QString editText(const Edit& edit);


}  // namespace ganvas::ui
